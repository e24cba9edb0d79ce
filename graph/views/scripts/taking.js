// The menu of what can be taken away, and what of it: what is chosen, else all that the filters let through.
let whole = false;

function chosenFacts() {
  const thing = state.chosen;
  const own = new Set(isConnection(thing) ? thing.steps.flat() : thing && !isNode(thing) ? [thing] : []);
  const about = new Set([...state.pinned, ...(isNode(thing) ? [thing] : [])]);
  return facts.filter((fact) => own.has(fact) || (!isOut(fact) && (about.has(fact.source) || about.has(fact.target))));
}

function taken() {
  const chosen = whole || !(state.chosen || state.pinned.size) ? facts.filter((fact) => !isOut(fact)) : chosenFacts();
  const members = new Set(chosen.flatMap((fact) => [fact.source, fact.target]));
  if (isNode(state.chosen)) members.add(state.chosen);
  for (const node of state.pinned) members.add(node);
  if (whole || !(state.chosen || state.pinned.size)) for (const node of nodes) if (!isOut(node)) members.add(node);
  return { members: nodes.filter((node) => members.has(node)), chosen };
}

// A name that every file system takes.
const fileName = (ending) => `${block.title.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim().slice(0, 80) || 'moonshot'}.${ending}`;

function save(content, kind, ending) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: kind }));
  const link = make('a', { href: url, download: fileName(ending) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  announce(say('saved').replace('#', link.download));
}

const WAYS = {
  png: () => wholePicture().canvas.toBlob((blob) => (blob ? save(blob, 'image/png', 'png') : announce(say('tooLarge')))),
  svg: () => save(seenPicture(), 'image/svg+xml', 'svg'),
  graphml: () => { const { members, chosen } = taken(); save(graphml(members, chosen), 'application/xml', 'graphml'); },
  csv: () => save(statementTable(taken().chosen), 'text/csv', 'csv'),
  jsonl: () => save(statementLines(taken().chosen), 'application/jsonl', 'jsonl'),
  html: () => save(pageAsItStands(), 'text/html', 'html'),
};

// This very file once more, opening as it stands now: for a mail, where a link to this disk leads nowhere.
const pristine = document.documentElement.cloneNode(true);
function pageAsItStands() {
  const copy = pristine.cloneNode(true);
  copy.dataset.state = address();
  return `<!DOCTYPE html>\n${copy.outerHTML}`;
}

async function copyLink() {
  const link = location.href.split('#')[0] + `#${address()}`;
  try {
    await navigator.clipboard.writeText(link);
    announce(say('copied'));
  } catch (error) {
    announce(say('notCopied'));
  }
}

function setUpTaking() {
  const menu = document.getElementById('taking');
  menu.querySelector('summary').textContent = say('taking');
  const scope = (value, word, count) => {
    const input = make('input', { type: 'radio', name: 'scope', id: `scope-${word}`, checked: whole === value, onchange: () => { whole = value; } });
    return make('label', {}, input, ` ${say(word)} ${count}`);
  };
  const item = (name, act) => {
    const button = make('button', { type: 'button', onclick: () => { act(); menu.open = false; menu.firstElementChild.focus(); } }, say(`take-${name}`));
    button.dataset.take = name;
    return button;
  };
  const kept = whole;
  whole = false;
  const some = taken().chosen.length;
  whole = true;
  const all = taken().chosen.length;
  whole = kept;
  menu.lastElementChild.replaceChildren(
    item('link', copyLink), item('html', WAYS.html), item('png', WAYS.png), item('svg', WAYS.svg),
    make('fieldset', {}, make('legend', {}, say('scope')), scope(false, 'chosen', some), scope(true, 'everything', all)),
    item('graphml', WAYS.graphml), item('csv', WAYS.csv), item('jsonl', WAYS.jsonl));
}
