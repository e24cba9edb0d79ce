// The evidence panel: at first the view at a glance, then whatever is chosen, with its quotes.
const panel = document.getElementById('panel');

function showPanel() {
  const content = state.chosen ? panelOf(state.chosen) : glancePanel();
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
}

function panelOf(thing) {
  if (isConnection(thing)) return connectionPanel(thing);
  return isNode(thing) ? nodePanel(thing) : factPanel(thing);
}

// What can be done with the chosen thing, each also by a key.
function actions(thing) {
  const act = (word, change, on = null) => {
    const button = make('button', { type: 'button', onclick: change }, say(word));
    button.dataset.act = word;
    if (on !== null) button.setAttribute('aria-pressed', String(on));
    return button;
  };
  const found = [act('remove', () => remove(thing))];
  if (isNode(thing)) {
    found.unshift(act('connect', () => startConnection(thing)), act('pin', () => pin(thing), state.pinned.has(thing)));
    if (state.expanded.has(thing)) found.push(act('fold', () => setExpanded(thing, false)));
    else {
      const more = distinct(thing.facts.map((fact) => otherEnd(fact, thing))).filter((one) => !one.place).length;
      if (more && thing.place) found.push(make('button', { type: 'button', id: 'expand', onclick: () => setExpanded(thing, true) }, `${say('expand')} ${more}`));
    }
  }
  return make('div', { className: 'actions', role: 'group', ariaLabel: say('actions') }, ...found);
}

function remove(thing) {
  state.removed.add(thing);
  state.pinned.delete(thing);
  state.chosen = null;
  filtered();
  showPanel();
  announce(say('removed').replace('#', isNode(thing) ? nameOf(thing) : sentence(thing)));
  (panel.querySelector('h2') || panel).focus({ preventScroll: true });
}

function pin(node) {
  if (!state.pinned.delete(node)) state.pinned.add(node);
  filtered();
  showPanel();
  const button = panel.querySelector('[data-act=pin]');
  if (button) button.focus({ preventScroll: true });
}

const backButton = () => make('button', { type: 'button', className: 'plain', onclick: () => select(null, { focus: true }) }, say('back'));

function nodeButton(node, extra = null) {
  return make('button', { type: 'button', className: 'other', onclick: () => select(node, { move: true, focus: true }) },
    glyph(node.label), make('span', {}, nameOf(node)), extra);
}

function glancePanel() {
  const parts = [
    make('h2', { tabIndex: -1 }, say('summary')),
    make('div', { className: 'big' }, ...block.counts.map(([ko, en, number]) => make('div', {}, make('b', {}, String(number)), sayPair([ko, en])))),
    make('p', { className: 'soft' }, say('hint')),
  ];
  if (state.pinned.size) {
    parts.push(make('h3', {}, `${say('pinned')} ${state.pinned.size}`), make('ul', { id: 'pinned' }, ...[...state.pinned].map((node) => make('li', {}, nodeButton(node)))));
  }
  if (block.ranked.length) {
    parts.push(make('h3', {}, say('ranked')), make('ol', {}, ...block.ranked.slice(0, 200).map((number) => make('li', {}, pairButton(facts[number])))));
  }
  parts.push(make('h3', {}, say('names')));
  for (const label of block.labels) {
    const members = nodes.filter((node) => node.label === label.name);
    const details = make('details', {}, make('summary', {}, glyph(label.name), ` ${labelName(label.name)} ${members.length}`));
    // Thousands of buttons would be slow to make; they are made when the list is opened.
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) details.append(make('ul', {}, ...members.map((node) => make('li', {}, nodeButton(node)))));
    });
    parts.push(details);
  }
  if (documents.length) {
    parts.push(make('details', { open: documents.length <= 5 }, make('summary', {}, `${say('documents')} ${documents.length}`),
      make('ul', {}, ...documents.map((one) => make('li', { className: 'soft' }, origin(one))))));
  }
  parts.push(...ruleTable());
  return parts;
}

const origin = ({ name, title, published, publisher }) => [title || name, publisher, published, title ? name : ''].filter(Boolean).join(' · ');

// How far each rule may be trusted, as it was measured on marked documents.
function ruleTable() {
  const rules = grouped(facts.filter((fact) => fact.rule && !fact.derived), (fact) => fact.rule);
  if (!rules.size) return [];
  const head = make('tr', {}, ...['rule', 'statements', 'confidence', 'measured'].map((word) => make('th', { scope: 'col' }, say(word))));
  const rows = [...rules].sort((a, b) => b[1].length - a[1].length || byWord(a[0], b[0])).map(([rule, members]) => {
    const [value, right, judged] = members[0].confidence;
    return make('tr', {}, make('th', { scope: 'row' }, rule), make('td', {}, String(members.length)), make('td', {}, value === undefined ? '' : value.toFixed(2)),
      make('td', {}, judged ? `${right}/${judged}` : ''));
  });
  const details = make('details', { className: 'rules' }, make('summary', {}, `${say('rules')} ${rules.size}`));
  details.append(make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows)));
  return [details];
}

function pairButton(fact) {
  return make('button', { type: 'button', className: 'pair', onclick: () => select(fact, { move: true, focus: true }) },
    make('span', { className: 'score' }, fact.score.toFixed(2)),
    make('span', {}, `${nameOf(fact.source)} ↔ ${nameOf(fact.target)}`),
    make('small', {}, reasons(fact).map(reason).join(', ')));
}

const definition = (rows) => make('dl', {}, ...rows.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));

function nodePanel(node) {
  const rows = [];
  if (node.english) rows.push([say(language ? 'korean' : 'english'), language ? node.name : node.english]);
  if (node.aliases.length) rows.push([say('aliases'), node.aliases.join(', ')]);
  for (const [name, value] of node.properties) rows.push([caption(name), written(value)]);
  const parts = [
    make('div', { className: 'top' }, make('span', {}, glyph(node.label), ` ${labelName(node.label)}`), backButton()),
    make('h2', { tabIndex: -1 }, nameOf(node)),
    actions(node),
    definition(rows),
  ];
  const undirected = (fact) => predicateOf.get(fact.predicate).undirected;
  const groups = grouped(node.facts, (fact) => `${fact.predicate}/${fact.source === node || undirected(fact) ? '' : '<'}`);
  const order = block.predicates.map((predicate) => predicate.name);
  const keys = [...groups.keys()].sort((a, b) => order.indexOf(a.split('/')[0]) - order.indexOf(b.split('/')[0]) || (a < b ? -1 : 1));
  const open = node.facts.length <= 10;
  for (const key of keys) {
    const members = groups.get(key).sort((a, b) => b.score - a.score || otherEnd(a, node).name.localeCompare(otherEnd(b, node).name, 'ko'));
    const [predicate, backward] = key.split('/');
    parts.push(make('h3', {}, `${predicateName(predicate, backward === '<')} ${members.length}`));
    parts.push(make('ul', {}, ...members.map((fact) => factItem(fact, node, open))));
  }
  return parts;
}

// The other end of a statement as a button, its qualifiers, and its evidence to unfold.
function factItem(fact, node, open) {
  const told = fact.qualifiers.map(([name, value]) => `${caption(name)} ${written(value)}`).join(' · ');
  const details = make('details', { open }, make('summary', {}, `${say('evidence')} ${fact.quotes.length || ''}`));
  const fill = () => { if (details.children.length === 1) details.append(...evidence(fact), factButton(fact)); };
  if (open) fill();
  else details.addEventListener('toggle', fill);
  return make('li', {}, nodeButton(otherEnd(fact, node)), told ? make('span', { className: 'soft' }, ` ${told}`) : null, details);
}

function factPanel(fact) {
  return [
    make('div', { className: 'top' }, make('span', {}, say('evidence')), backButton()),
    make('h2', { tabIndex: -1 }, sentence(fact)),
    make('ul', {}, make('li', {}, nodeButton(fact.source)), make('li', {}, nodeButton(fact.target))),
    actions(fact),
    definition(fact.qualifiers.map(([name, value]) => [caption(name), written(value)])),
    ...evidence(fact),
  ];
}
