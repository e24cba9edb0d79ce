// Choosing, switching, starting.
function select(thing, { move = false, focus = false }) {
  state.chosen = ended(thing);
  state.hovered = null;
  showNotice();
  showPanel();
  if (state.tab === 'picture') bringIntoView(move);
  network.redraw();
  setUpTaking();
  if (focus || isConnection(state.chosen)) (panel.querySelector('h2') || panel).focus({ preventScroll: true });
  announce(state.chosen ? (isNode(state.chosen) ? nameOf(state.chosen) : sentence(state.chosen)) : '');
  writeAddress();
}

const announce = (text) => { document.getElementById('status').textContent = text; };

// What is chosen is drawn, with two steps if one does not show it, and moved to if that was asked for.
function bringIntoView(move) {
  const thing = state.chosen;
  const wanted = isConnection(thing) ? thing.nodes : [isNode(thing) ? thing : thing && thing.source].filter(Boolean);
  if (!wanted.length || !(move || isConnection(thing))) return;
  if (wanted.some((node) => !node.place) && state.steps === 1) { state.steps = 2; relayout(); setUpLegend(); }
  const placed = wanted.filter((node) => node.place);
  if (isConnection(thing)) showAll(placed);
  else if (placed.length) moveTo(placed[0]);
}

function showTab(tab) {
  openTab(tab);
  writeAddress();
}

function openTab(tab) {
  state.tab = tab;
  document.getElementById('picture').hidden = tab !== 'picture';
  document.getElementById('answer').hidden = tab !== 'picture' || !block.table;
  for (const button of document.querySelectorAll('#tabs button')) button.setAttribute('aria-pressed', String(button.dataset.tab === tab));
  showTable();
  if (tab === 'picture' && network) network.redraw();
}

function relayout() {
  useLayout(pickLayout(canvasBox.getBoundingClientRect().width || innerWidth - 340));
  refresh(true);
  fit();
}

// Makes the page what its state says, after an address was read.
function restore(text) {
  readAddress(text);
  readTheme();
  setUpWords();
  relayout();
  dress();
}

function dress() {
  openTab(state.tab);
  showPanel();
  placeCamera();
  writeAddress(true);
}

// To where somebody moved the picture, else to what is chosen.
function placeCamera() {
  if (state.view) network.moveTo({ position: { x: state.view[0], y: state.view[1] }, scale: state.view[2], animation: false });
  else if (state.chosen && state.tab === 'picture') bringIntoView(true);
}

function setUpWords() {
  document.documentElement.lang = language ? 'en' : 'ko';
  const title = sayPair(block.titles);
  document.title = title;
  document.querySelector('h1').textContent = title;
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
  document.getElementById('tabs').replaceChildren(...TABS.map((tab) => {
    const button = make('button', { type: 'button', onclick: () => showTab(tab) }, say(tab));
    button.dataset.tab = tab;
    button.setAttribute('aria-pressed', String(state.tab === tab));
    return button;
  }));
  document.getElementById('theme').textContent = say(isDark() ? 'light' : 'dark');
  for (const word of ['undo', 'redo']) {
    const button = document.getElementById(word);
    button.title = say(word);
    button.setAttribute('aria-label', say(word));
  }
  document.getElementById('zoom').setAttribute('aria-label', say('views'));
  document.getElementById('zoom').replaceChildren(
    make('button', { type: 'button', ariaLabel: say('farther'), onclick: () => { zoom(0.8); noteView(); } }, '−'),
    make('button', { type: 'button', ariaLabel: say('closer'), onclick: () => { zoom(1.25); noteView(); } }, '+'),
    make('button', { type: 'button', onclick: () => { fit(); state.view = null; writeAddress(); } }, say('fit')));
  setUpLegend();
  showTimeline();
  showNotice();
  setUpTaking();
  showAnswer();
}

function setTheme(name) {
  if (name) document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
}

function repaint() {
  readTheme();
  network.setOptions({ edges: { color: { color: theme.edge, inherit: false } } });
  setUpWords();
  showPanel();
  network.redraw();
}

function setUpTheme() {
  darkMedia.addEventListener('change', repaint);
  addEventListener('beforeprint', () => { printing = true; repaint(); showOnPaper(true); });
  addEventListener('afterprint', () => { printing = false; repaint(); showOnPaper(false); });
  document.getElementById('theme').addEventListener('click', () => {
    setTheme(isDark() ? 'light' : 'dark');
    repaint();
    writeAddress();
  });
}

const given = () => location.hash.slice(1) || pristine.dataset.state || '';

function start() {
  readAddress(given());
  readTheme();
  document.getElementById('filters').open = innerWidth > 760;
  useLayout(pickLayout(canvasBox.getBoundingClientRect().width || innerWidth - 340));
  updateHidden();
  // What stands around the picture comes first: the picture takes the room that is left.
  setUpWords();
  setUpNetwork();
  setUpTheme();
  setUpSearch();
  fit();
  dress();
  if (!given() && block.focus.length) select(nodes[block.focus[0]], {});
  past.length = 0;
  showUndo();
  listen();
  watchWidth();
  document.body.dataset.ready = 'true';
}

function closeMenu(menu) {
  if (!menu) return false;
  menu.open = false;
  menu.firstElementChild.focus();
  return true;
}

function listen() {
  document.getElementById('language').addEventListener('click', () => {
    language = 1 - language;
    setUpWords();
    showPanel();
    relayout();
    writeAddress();
  });
  document.getElementById('undo').addEventListener('click', undo);
  document.getElementById('redo').addEventListener('click', redo);
  document.addEventListener('keydown', undoByKey);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && closeMenu(event.target.closest('details.more[open]'))) return;
    if (event.key === 'Escape' && state.from) { state.from = null; showNotice(); return; }
    if (event.key === 'Escape' && state.chosen && event.target.id !== 'search') select(null, { focus: true });
    if (event.key === '/' && event.target.tagName !== 'INPUT') { event.preventDefault(); document.getElementById('search').focus(); }
  });
  // A menu closes when the pointer goes elsewhere.
  document.addEventListener('pointerdown', (event) => {
    for (const menu of document.querySelectorAll('details.more[open]')) if (!menu.contains(event.target)) menu.open = false;
  });
  addEventListener('hashchange', () => {
    const asked = location.hash.slice(1);
    if (asked === present) return;
    remember(asked);
    restore(asked);
  });
}

function watchWidth() {
  let width = canvasBox.getBoundingClientRect().width;
  new ResizeObserver(() => {
    const box = canvasBox.getBoundingClientRect();
    if (!box.width || Math.abs(box.width - width) < 2) return;
    width = box.width;
    if (pickLayout(width).width === state.layout.width) fit();
    else relayout();
    placeCamera();
  }).observe(canvasBox);
}

start();
