// The menu of what can be taken away, and what of it: what is chosen, else all that the filters let through.
let whole = false;

function chosenFacts() {
  const thing = state.chosen;
  const own = new Set(isConnection(thing) ? thing.steps.flat() : thing && !isNode(thing) ? [thing] : []);
  const about = new Set([...state.pinned, ...(isNode(thing) ? [thing] : [])]);
  return facts.filter((fact) => own.has(fact) || (!isOut(fact) && (about.has(fact.source) || about.has(fact.target))));
}

const anyChosen = () => Boolean(state.chosen) || state.pinned.size > 0;

function taken(all = whole || !anyChosen()) {
  const chosen = all ? facts.filter((fact) => !isOut(fact)) : chosenFacts();
  const members = new Set(chosen.flatMap((fact) => [fact.source, fact.target]));
  for (const node of nodes) if (all ? !isOut(node) : node === state.chosen || state.pinned.has(node)) members.add(node);
  return { members: nodes.filter((node) => members.has(node)), chosen };
}

// A name that every file system takes.
const fileName = (ending) => `${sayPair(block.titles).replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim().slice(0, 80) || 'moonshot'}.${ending}`;

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
    const input = make('input', { type: 'radio', name: 'scope', id: `scope-${word}`, onchange: () => { whole = value; } });
    input.checked = value === (whole || !anyChosen());
    input.disabled = !value && !anyChosen();
    return make('label', {}, input, ` ${say(word)} ${count}`);
  };
  const item = (name, act) => {
    const button = make('button', { type: 'button', onclick: () => { act(); closeMenu(menu); } }, say(`take-${name}`));
    button.dataset.take = name;
    return button;
  };
  menu.lastElementChild.replaceChildren(
    item('link', copyLink), item('html', WAYS.html), item('png', WAYS.png), item('svg', WAYS.svg),
    make('fieldset', {}, make('legend', {}, say('scope')), scope(false, 'chosen', anyChosen() ? taken(false).chosen.length : 0), scope(true, 'everything', taken(true).chosen.length)),
    item('graphml', WAYS.graphml), item('csv', WAYS.csv), item('jsonl', WAYS.jsonl));
}
