// The legend is the filter: each chip says colour, shape and count, and turns its kind off and on.
function setUpLegend() {
  const chips = document.getElementById('chips');
  document.querySelector('#legend summary').textContent = say('filters');
  const counts = (things, key) => {
    const found = new Map();
    for (const thing of things) found.set(key(thing), (found.get(key(thing)) || 0) + 1);
    return found;
  };
  const byLabel = counts(nodes, (node) => node.label);
  const byPredicate = counts(facts, (fact) => fact.predicate);
  const labels = block.labels.map(({ name }) => chip(state.offLabels, name, labelName(name), byLabel.get(name), glyph(name)));
  const predicates = block.predicates.map(({ name }) => chip(state.offPredicates, name, predicateName(name), byPredicate.get(name), stroke(name)));
  chips.replaceChildren(...labels);
  if (predicates.length) {
    const more = make('details', { className: 'more' }, make('summary', {}, `${say('relations')} ${facts.length}`), make('div', {}, ...predicates));
    more.addEventListener('keydown', (event) => { if (event.key === 'Escape') { more.open = false; more.firstChild.focus(); } });
    chips.append(more);
  }
  if (block.lines !== 'all') chips.append(switchButton('lines', state.allLines, (on) => { state.allLines = on; refresh(); }));
  if (block.layouts.some((layout) => layout.steps === 2)) {
    chips.append(switchButton('steps', state.steps === 2, (on) => { state.steps = on ? 2 : 1; relayout(); }));
  }
}

function chip(off, name, text, count, picture) {
  const button = make('button', { type: 'button', className: 'chip', title: name }, picture, text, make('b', {}, String(count)));
  button.setAttribute('aria-pressed', String(!off.has(name)));
  button.dataset.name = name;
  button.addEventListener('click', () => {
    if (!off.delete(name)) off.add(name);
    button.setAttribute('aria-pressed', String(!off.has(name)));
    filtered();
  });
  return button;
}

function switchButton(word, on, change) {
  const button = make('button', { type: 'button', className: 'chip switch', id: `switch-${word}` }, say(word));
  const show = (value) => { button.setAttribute('aria-pressed', String(value)); };
  show(on);
  button.addEventListener('click', () => {
    const next = button.getAttribute('aria-pressed') !== 'true';
    show(next);
    change(next);
    writeAddress();
  });
  return button;
}

function stroke(predicate) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 22 8');
  svg.setAttribute('class', 'stroke');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg.namespaceURI, 'line');
  const dashed = facts.some((fact) => fact.predicate === predicate && fact.derived);
  for (const [name, value] of Object.entries({ x1: 0, x2: 22, y1: 4, y2: 4, stroke: dashed ? theme.accent : theme.soft, 'stroke-width': 2 })) line.setAttribute(name, value);
  if (dashed) line.setAttribute('stroke-dasharray', '5 3');
  svg.append(line);
  return svg;
}

function filtered() {
  refresh();
  showStatements();
  writeAddress();
}
