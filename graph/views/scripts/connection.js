// The shortest connection between two entities over what the filters let through. As in the query of this
// name, target years do not connect, and of several shortest ways the first by name is shown.
const BLOCKED = ['Year', 'Document', 'Passage'];
const before = (a, b) => (a.name === b.name ? a.id < b.id : a.name < b.name);

function neighbours(node) {
  return distinct(node.facts.filter((fact) => !isOut(fact)).map((fact) => otherEnd(fact, node)));
}

function stepsTo(end) {
  const found = new Map([[end, 0]]);
  const waiting = [end];
  for (const at of waiting) {
    if (at !== end && BLOCKED.includes(at.label)) continue;
    for (const next of neighbours(at)) {
      if (found.has(next)) continue;
      found.set(next, found.get(at) + 1);
      waiting.push(next);
    }
  }
  return found;
}

function connect(first, last) {
  const left = stepsTo(last);
  const way = { first, last, nodes: [first, last], steps: [] };
  if (!left.has(first) || first === last) return way;
  way.nodes = [first];
  for (let at = first; at !== last;) {
    const nearer = neighbours(at).filter((one) => left.get(one) === left.get(at) - 1
      && (one === last || !BLOCKED.includes(one.label)));
    const next = nearer.reduce((best, one) => (before(one, best) ? one : best));
    way.steps.push(at.facts.filter((fact) => !isOut(fact) && otherEnd(fact, at) === next));
    way.nodes.push(next);
    at = next;
  }
  return way;
}

function startConnection(node) {
  state.from = node;
  showNotice();
  document.getElementById('search').focus();
}

// What was chosen, or the way to it if a connection was begun.
function ended(thing) {
  if (!state.from || !isNode(thing) || thing === state.from) return thing;
  const way = connect(state.from, thing);
  state.from = null;
  return way;
}

function connectionPanel(way) {
  const parts = [
    make('div', { className: 'top' }, make('span', {}, say('connection')), backButton()),
    make('h2', { tabIndex: -1 }, sentence(way)),
    make('p', { className: 'soft' }, way.steps.length ? say('stepCount').replace('#', way.steps.length) : say('noWay')),
  ];
  const items = way.steps.map((step, index) => make('li', {}, nodeButton(way.nodes[index + 1]),
    ...step.map((fact) => make('details', { open: true }, make('summary', {}, sentence(fact)), ...evidence(fact)))));
  return [...parts, make('ol', { className: 'way' }, make('li', {}, nodeButton(way.first)), ...items)];
}
