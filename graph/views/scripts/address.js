// The state in the address, so that a copied link opens the same view. Within a frame without an
// address of its own this fails quietly: the page works the same without it.
function writeAddress() {
  const written = new URLSearchParams();
  if (state.chosen) written.set(isNode(state.chosen) ? 'n' : 's', state.chosen.id);
  if (state.tab !== 'picture') written.set('v', state.tab);
  if (state.offLabels.size) written.set('off', [...state.offLabels].sort().join(','));
  if (state.offPredicates.size) written.set('offp', [...state.offPredicates].sort().join(','));
  if (state.steps === 2) written.set('steps', '2');
  if (state.allLines !== (block.lines === 'all')) written.set('lines', state.allLines ? 'all' : 'few');
  if (language) written.set('lang', 'en');
  try {
    history.replaceState(null, '', `#${written}`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function readAddress() {
  const read = new URLSearchParams(location.hash.slice(1));
  const list = (name) => (read.get(name) || '').split(',').filter(Boolean);
  for (const name of list('off')) if (labelOf.has(name)) state.offLabels.add(name);
  for (const name of list('offp')) if (predicateOf.has(name)) state.offPredicates.add(name);
  if (read.get('steps') === '2') state.steps = 2;
  if (read.has('lines')) state.allLines = read.get('lines') === 'all';
  if (read.get('lang') === 'en') language = 1;
  if (['picture', 'statements'].includes(read.get('v'))) state.tab = read.get('v');
  return nodeById.get(read.get('n')) || factById.get(read.get('s')) || null;
}
