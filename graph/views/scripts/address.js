// The state in the address, so that a copied link opens the same. Within a frame without an
// address of its own this fails quietly: the page works the same without it.
const LISTS = ['programme', 'field', 'document', 'kind'];
const listed = (values) => [...values].sort().join(',');
const keyed = (value) => (typeof value === 'string' ? value : value.id || value.name);
const byName = { programme: nodeById, field: nodeById, document: new Map(documents.map((one) => [one.name, one])), kind: new Map([['stated', 'stated'], ['derived', 'derived']]) };

function address() {
  const written = new URLSearchParams();
  const thing = state.chosen;
  if (isConnection(thing)) { written.set('a', thing.first.id); written.set('b', thing.last.id); }
  else if (thing) written.set(isNode(thing) ? 'n' : 's', thing.id);
  if (state.tab !== 'picture') written.set('v', state.tab);
  if (filters.label.size) written.set('off', listed(filters.label));
  if (filters.predicate.size) written.set('offp', listed(filters.predicate));
  for (const name of LISTS) for (const value of [...filters[name]].map(keyed).sort()) written.append(name, value);
  if (filters.years) written.set('years', filters.years.join('-'));
  if (filters.least) written.set('least', filters.least);
  for (const name of ['pinned', 'removed', 'expanded']) for (const one of state[name]) written.append(name, one.id);
  for (const [node, at] of state.moved) written.append('moved', [...at, node.id].join(','));
  if (state.steps === 2) written.set('steps', '2');
  if (state.allLines !== (block.lines === 'all')) written.set('lines', state.allLines ? 'all' : 'few');
  if (sortedBy[0] || sortedBy[1] < 0) written.set('sort', sortedBy.join(','));
  if (language) written.set('lang', 'en');
  if (chosenTheme()) written.set('theme', chosenTheme());
  if (state.view) written.set('at', state.view.join(','));
  return String(written);
}

// With `quiet` what has changed is no step to undo.
function writeAddress(quiet = false) {
  const written = address();
  if (quiet) present = written;
  else remember(written);
  try {
    history.replaceState(null, '', `#${written}`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

// Sets the state to what an address says; what it names and is not in this page is left out.
function readAddress(text) {
  const read = new URLSearchParams(text);
  const known = (name, map) => read.getAll(name).map((key) => map.get(key)).filter(Boolean);
  const either = new Map([...factById, ...nodeById]);
  const split = (name) => (read.get(name) || '').split(',').filter(Boolean);
  clearFilters();
  for (const name of split('off')) if (labelOf.has(name)) filters.label.add(name);
  for (const name of split('offp')) if (predicateOf.has(name)) filters.predicate.add(name);
  for (const name of LISTS) filters[name] = new Set(known(name, byName[name]));
  const years = (read.get('years') || '').split('-').map(Number);
  if (years.length === 2 && years.every((year) => allYears.includes(year))) filters.years = years;
  filters.least = Math.min(1, Math.max(0, Number(read.get('least')) || 0));
  state.pinned = new Set(known('pinned', nodeById));
  state.removed = new Set(known('removed', either));
  state.expanded = new Set(known('expanded', nodeById));
  state.moved = new Map(read.getAll('moved').map((one) => /^(-?\d+),(-?\d+),(.*)$/s.exec(one))
    .filter((found) => found && nodeById.has(found[3])).map(([, x, y, id]) => [nodeById.get(id), [Number(x), Number(y)]]));
  state.steps = read.get('steps') === '2' ? 2 : 1;
  state.allLines = read.has('lines') ? read.get('lines') === 'all' : block.lines === 'all';
  state.tab = TABS.includes(read.get('v')) ? read.get('v') : 'picture';
  const sort = split('sort').map(Number);
  sortedBy = sort.length === 2 && Number.isInteger(sort[0]) && Math.abs(sort[1]) === 1 ? sort : [0, 1];
  language = read.get('lang') === 'en' ? 1 : 0;
  setTheme(['light', 'dark'].includes(read.get('theme')) ? read.get('theme') : '');
  const at = split('at').map(Number);
  state.view = at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? at : null;
  sift();
  const [first, last] = ['a', 'b'].map((name) => nodeById.get(read.get(name)));
  state.chosen = first && last ? connect(first, last) : nodeById.get(read.get('n')) || factById.get(read.get('s')) || null;
}
