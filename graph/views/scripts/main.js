// Choosing, switching, starting.
function select(thing, { move = false, focus = false }) {
  state.chosen = thing;
  state.hovered = null;
  showPanel();
  const node = isNode(thing) ? thing : thing && thing.source;
  if (move && node && state.tab === 'picture') {
    if (!node.place && state.steps === 1) { state.steps = 2; relayout(); setUpLegend(); }
    if (node.place) moveTo(node);
  }
  network.redraw();
  if (focus) (panel.querySelector('h2') || panel).focus({ preventScroll: true });
  document.getElementById('status').textContent = thing ? `${isNode(thing) ? nameOf(thing) : sentence(thing)}` : '';
  writeAddress();
}

function showTab(tab) {
  state.tab = tab;
  document.getElementById('picture').hidden = tab !== 'picture';
  document.getElementById('answer').hidden = tab !== 'picture' || !block.table;
  document.getElementById('statements').hidden = tab !== 'statements';
  for (const button of document.querySelectorAll('#tabs button')) button.setAttribute('aria-pressed', String(button.dataset.tab === tab));
  showStatements();
  if (tab === 'picture' && network) network.redraw();
  writeAddress();
}

function relayout() {
  useLayout(pickLayout(canvasBox.getBoundingClientRect().width));
  refresh(true);
  fit();
}

function setUpWords() {
  document.documentElement.lang = language ? 'en' : 'ko';
  document.getElementById('counts').replaceChildren(...block.counts.flatMap(([ko, en, number], index) => [
    index ? ' · ' : '', `${sayPair([ko, en])} `, make('b', {}, String(number))]));
  const input = document.getElementById('search');
  input.placeholder = say('search');
  input.setAttribute('aria-label', say('search'));
  document.getElementById('found').setAttribute('aria-label', say('search'));
  canvasBox.setAttribute('aria-label', say('canvas'));
  panel.setAttribute('aria-label', say('panel'));
  document.getElementById('legend').setAttribute('aria-label', say('filters'));
  document.getElementById('tabs').setAttribute('aria-label', say('views'));
  document.getElementById('language').textContent = say('language');
  document.getElementById('tabs').replaceChildren(...['picture', 'statements'].map((tab) => {
    const button = make('button', { type: 'button', onclick: () => showTab(tab) }, say(tab));
    button.dataset.tab = tab;
    button.setAttribute('aria-pressed', String(state.tab === tab));
    return button;
  }));
  document.getElementById('zoom').setAttribute('aria-label', say('views'));
  document.getElementById('zoom').replaceChildren(
    make('button', { type: 'button', ariaLabel: say('farther'), onclick: () => zoom(0.8) }, '−'),
    make('button', { type: 'button', ariaLabel: say('closer'), onclick: () => zoom(1.25) }, '+'),
    make('button', { type: 'button', onclick: () => fit() }, say('fit')));
  setUpLegend();
  showAnswer();
}

function setUpTheme() {
  readTheme();
  const repaint = () => {
    readTheme();
    network.setOptions({ edges: { color: { color: theme.edge, inherit: false } } });
    setUpWords();
    showPanel();
    network.redraw();
  };
  darkMedia.addEventListener('change', repaint);
  addEventListener('beforeprint', () => { printing = true; repaint(); fit(); });
  addEventListener('afterprint', () => { printing = false; repaint(); fit(); });
}

function start() {
  const first = readAddress();
  document.getElementById('filters').open = innerWidth > 760;
  setUpTheme();
  setUpWords();
  showTab(state.tab);
  useLayout(pickLayout(canvasBox.getBoundingClientRect().width || innerWidth - 340));
  updateHidden();
  setUpNetwork();
  setUpSearch();
  fit();
  showPanel();
  if (first) select(first, { move: true });
  else if (block.focus.length) select(nodes[block.focus[0]], {});
  document.getElementById('language').addEventListener('click', () => {
    language = 1 - language;
    setUpWords();
    showPanel();
    showTab(state.tab);
    network.redraw();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.chosen && event.target.id !== 'search') select(null, { focus: true });
    if (event.key === '/' && event.target.tagName !== 'INPUT') { event.preventDefault(); document.getElementById('search').focus(); }
  });
  let width = canvasBox.getBoundingClientRect().width;
  new ResizeObserver(() => {
    const box = canvasBox.getBoundingClientRect();
    if (!box.width || Math.abs(box.width - width) < 2) return;
    width = box.width;
    if (pickLayout(width) === state.layout) fit();
    else relayout();
  }).observe(canvasBox);
  document.body.dataset.ready = 'true';
}

start();
