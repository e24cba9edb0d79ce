// The legend is the filter: each chip says colour, shape and count, and turns its kind off and on. Beside it
// a menu of all other filters, and one line that says what is filtered.
function setUpLegend() {
  const chips = document.getElementById('chips');
  const open = [...document.querySelectorAll('#chips details[open]')].map((one) => one.id);
  document.querySelector('#legend summary').textContent = say('filters');
  const byLabel = tally('label');
  const byPredicate = tally('predicate');
  const labels = block.labels.map(({ name }) => chip(filters.label, name, labelName(name), byLabel.get(name), glyph(name)));
  const predicates = block.predicates.map(({ name }) => chip(filters.predicate, name, predicateName(name), byPredicate.get(name), stroke(name)));
  chips.replaceChildren(...labels);
  if (predicates.length) chips.append(menu('relations', `${say('relations')} ${facts.filter((fact) => !isOut(fact)).length}`, ...predicates));
  chips.append(menu('narrow', say('narrow'), ...narrowing()));
  if (block.lines !== 'all') chips.append(switchButton('lines', state.allLines, (on) => { state.allLines = on; refresh(); }));
  if (block.layouts.some((layout) => layout.steps === 2)) {
    chips.append(switchButton('steps', state.steps === 2, (on) => { state.steps = on ? 2 : 1; relayout(); }));
  }
  for (const id of open) document.getElementById(id).open = true;
}

const menu = (word, title, ...content) => make('details', { className: 'more', id: `menu-${word}` }, make('summary', {}, title), make('div', {}, ...content));

// A set of check boxes for each facet that has more than one value, and the least confidence.
function narrowing() {
  const titles = {
    programme: nameOf, field: nameOf, document: (one) => one.title || one.name, kind: (one) => say(one === 'derived' ? 'byDerivation' : 'byDocument'),
  };
  const values = {
    programme: nodes.filter((node) => node.label === 'Program'), field: nodes.filter(isField), document: documents, kind: ['stated', 'derived'],
  };
  const parts = Object.keys(titles).filter((name) => values[name].length > 1).map((name) => {
    const counts = tally(name);
    return make('fieldset', {}, make('legend', {}, say(`by-${name}`)), ...values[name].map((value, index) => check(name, value, index, titles[name](value), counts.get(value) || 0)));
  });
  return facts.some((fact) => fact.confidence.length) ? [...parts, confidenceChoice()] : parts;
}

function check(name, value, index, title, count) {
  const input = make('input', { type: 'checkbox', id: `only-${name}-${index}`, checked: filters[name].has(value), onchange: () => {
    if (!filters[name].delete(value)) filters[name].add(value);
    filtered();
    document.getElementById(input.id).focus();
  } });
  return make('label', {}, input, ` ${title} `, make('b', {}, String(count)));
}

function confidenceChoice() {
  const all = [...tally('confidence')];
  const count = (least) => all.reduce((sum, [value, number]) => sum + (value >= least ? number : 0), 0);
  const shown = make('output', {}, `≥ ${filters.least.toFixed(2)}: ${count(filters.least)}`);
  const slider = make('input', { type: 'range', id: 'least', min: '0', max: '1', step: '0.05', value: String(filters.least), ariaLabel: say('least') });
  slider.addEventListener('input', () => { shown.textContent = `≥ ${Number(slider.value).toFixed(2)}: ${count(Number(slider.value))}`; });
  slider.addEventListener('change', () => { filters.least = Number(slider.value); filtered(); document.getElementById('least').focus(); });
  return make('fieldset', {}, make('legend', {}, say('least')), slider, ' ', shown);
}

function chip(off, name, text, count, picture) {
  const button = make('button', { type: 'button', className: 'chip', title: name }, picture, text, make('b', {}, String(count || 0)));
  button.setAttribute('aria-pressed', String(!off.has(name)));
  button.dataset.name = name;
  button.addEventListener('click', () => {
    if (!off.delete(name)) off.add(name);
    filtered();
    document.querySelector(`.chip[data-name="${CSS.escape(name)}"]`).focus();
  });
  return button;
}

function switchButton(word, on, change) {
  const button = make('button', { type: 'button', className: 'chip switch', id: `switch-${word}` }, say(word));
  button.setAttribute('aria-pressed', String(on));
  button.addEventListener('click', () => {
    change(!on);
    setUpLegend();
    writeAddress();
    document.getElementById(button.id).focus();
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

// One line over the picture: what is filtered or hidden, how much is left, and the way back.
function showNotice() {
  const notice = document.getElementById('notice');
  const parts = [];
  if (state.from) {
    parts.push(make('span', {}, say('from').replace('#', nameOf(state.from))), make('button', { type: 'button', id: 'no-connection', onclick: () => { state.from = null; showNotice(); } }, say('cancel')));
  }
  if (filtering()) {
    const left = say('left').replace('#', nodes.filter((node) => !isOut(node)).length).replace('#', nodes.length)
      .replace('#', facts.filter((fact) => !isOut(fact)).length).replace('#', facts.length);
    parts.push(make('span', {}, state.removed.size ? `${left} · ${say('byHand')} ${state.removed.size}` : left),
      make('button', { type: 'button', id: 'all', onclick: () => { clearFilters(); state.removed.clear(); filtered(); } }, say('showAll')));
  }
  notice.replaceChildren(...parts);
  notice.hidden = !parts.length;
}

function filtered() {
  refresh();
  if (isConnection(state.chosen)) { state.chosen = connect(state.chosen.first, state.chosen.last); showPanel(); }
  setUpLegend();
  showTimeline();
  showNotice();
  showTable();
  setUpTaking();
  writeAddress();
}
