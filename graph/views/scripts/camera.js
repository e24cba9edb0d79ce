// vis-network holds the camera and the marks; pointing at names, cards and connectors is ours.
let network = null;
let visNodes = null;
let visEdges = null;
const canvasBox = document.getElementById('canvas');

function viewBounds() {
  const box = canvasBox.getBoundingClientRect();
  const start = network.DOMtoCanvas({ x: 0, y: 0 });
  const end = network.DOMtoCanvas({ x: box.width, y: box.height });
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}

let seen = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
function onScreen(node) {
  const start = corner(node);
  return start.x < seen.right && start.x + node.place.width > seen.left
    && start.y < seen.bottom && start.y + node.place.height > seen.top;
}

// A first picture that can be read: all of it if names have room, else its top at a readable size.
function fit(animated = false) {
  const [across, down] = state.layout.extent;
  const box = canvasBox.getBoundingClientRect();
  if (!box.width || !box.height) return;
  const margin = box.width < 640 ? 10 : 22;
  const wide = (box.width - 2 * margin) / across;
  const whole = Math.min(wide, (box.height - 2 * margin) / down);
  const least = state.layout.width === 'narrow' ? 1.1 : state.layout.cards ? 0.8 : 0.62;
  let scale = whole;
  const fillsWidth = state.layout.cards || state.layout.width === 'narrow';
  if (whole < least && fillsWidth) scale = Math.min(wide, least);
  else if (whole < least && nodes.length <= 600) scale = least;
  scale = Math.min(scale, state.layout.cards ? 1.25 : 1.4);
  const focus = block.focus.length ? nodes[block.focus[0]] : null;
  const middle = (length, room, at) => {
    if (length * scale <= room - margin) return length / 2;
    const half = room / 2 / scale;
    const inset = margin / scale;
    return focus ? Math.min(Math.max(at, half - inset), length - half + inset) : half - inset;
  };
  const top = middle(down, box.height, focus && focus.y);
  const left = middle(across, box.width, focus && focus.x);
  network.moveTo({ position: { x: left, y: top }, scale, animation: animated ? { duration: 250 } : false });
}

function moveTo(node) {
  const scale = Math.max(network.getScale(), state.layout.cards ? 0.8 : 0.75);
  const view = viewBounds();
  const inside = node.x > view.left + 30 && node.x < view.right - 120 && node.y > view.top + 20 && node.y < view.bottom - 30;
  if (inside && scale === network.getScale()) { network.redraw(); return; }
  network.moveTo({ position: { x: node.x, y: node.y }, scale, animation: false });
}

const visNode = (node) => ({ id: node.number, x: node.x, y: node.y, hidden: node.hidden, shape: 'custom', ctxRenderer });
// Around one entity its own lines are plain, those among its neighbours faint.
const isFaint = (fact) => block.focus.length > 0 && !block.focus.includes(fact.source.number) && !block.focus.includes(fact.target.number);
const visEdge = (fact) => ({
  ...(isFaint(fact) ? { color: { color: theme.edge, opacity: 0.35 } } : {}), id: fact.number, from: fact.source.number, to: fact.target.number, dashes: fact.derived, hidden: !isQuietLine(fact),
});

function ctxRenderer({ ctx, id, x, y }) {
  const node = nodes[id];
  return {
    drawNode() {
      node.x = x;
      node.y = y;
      if (node.place) drawNode(ctx, node, network.getScale(), false);
    },
    nodeDimensions: node.card ? { width: node.place.width, height: node.place.height } : { width: 16, height: 16 },
  };
}

function setUpNetwork() {
  visNodes = new vis.DataSet(nodes.filter((node) => node.place).map(visNode));
  visEdges = new vis.DataSet(facts.filter((fact) => fact.source.place && fact.target.place).map(visEdge));
  const many = facts.length > 2000;
  const options = {
    ...block.options,
    edges: { ...block.options.edges, color: { color: theme.edge, inherit: false }, chosen: false },
    nodes: { chosen: false },
    interaction: {
      ...block.options.interaction, hover: false, selectable: false, hideEdgesOnDrag: many, hideEdgesOnZoom: many,
      dragNodes: !state.layout.cards, navigationButtons: false, keyboard: false,
    },
    autoResize: true,
  };
  network = new vis.Network(canvasBox, { nodes: visNodes, edges: visEdges }, options);
  network.on('beforeDrawing', (ctx) => {
    seen = viewBounds();
    paintUnder(ctx, network.getScale());
  });
  network.on('afterDrawing', (ctx) => {
    paintOver(ctx, network.getScale());
    const { x, y } = network.getViewPosition();
    canvasBox.dataset.view = [x, y, network.getScale()].join();
  });
  network.on('dragEnd', (event) => {
    for (const number of event.nodes) state.moved.set(nodes[number], [Math.round(nodes[number].x), Math.round(nodes[number].y)]);
    if (event.nodes.length) writeAddress();
    else noteView();
  });
  network.on('zoom', noteView);
  network.on('click', (event) => select(thingAt(event.pointer.DOM), {}));
  canvasBox.addEventListener('mousemove', (event) => {
    const box = canvasBox.getBoundingClientRect();
    hover(event.buttons ? state.hovered : thingAt({ x: event.clientX - box.left, y: event.clientY - box.top }));
  });
  canvasBox.addEventListener('mouseleave', () => hover(null));
  canvasBox.addEventListener('keydown', moveByKey);
}

// What lies under the marks and lines, and what lies over them; pictures to take away are painted the same way.
function paintUnder(ctx, scale) {
  drawHeadings(ctx, scale);
  if (!state.layout.cards) return;
  for (const fact of facts) if (!fact.hidden && isConnector(fact)) drawConnector(ctx, fact, scale, false);
}

function paintOver(ctx, scale) {
  drawNames(ctx, scale);
  drawPins(ctx, scale);
  drawLit(ctx, scale);
}

function moveByKey(event) {
  const step = 60 / network.getScale();
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (moves[event.key]) {
    const at = network.getViewPosition();
    network.moveTo({ position: { x: at.x + moves[event.key][0], y: at.y + moves[event.key][1] } });
  } else if (event.key === '+' || event.key === '=') zoom(1.25);
  else if (event.key === '-') zoom(0.8);
  else if (event.key === '0') fit();
  else { actByKey(event); return; }
  noteView();
  event.preventDefault();
}

function actByKey(event) {
  const acts = { h: 'remove', p: 'pin', c: 'connect' };
  const button = event.ctrlKey || event.metaKey || event.altKey ? null : panel.querySelector(`[data-act="${acts[event.key.toLowerCase()]}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

// Where somebody moved the picture to belongs to the address, but is no step to undo.
let noting = 0;
function noteView() {
  clearTimeout(noting);
  noting = setTimeout(() => {
    const { x, y } = network.getViewPosition();
    state.view = [Math.round(x), Math.round(y), Math.round(network.getScale() * 1000) / 1000];
    writeAddress(true);
  }, 200);
}

// Moves so that all of some nodes can be seen, no closer than names need.
function showAll(some) {
  if (!some.length) return;
  const box = canvasBox.getBoundingClientRect();
  const ends = (one) => ({ ...corner(one), right: corner(one).x + one.place.width, low: corner(one).y + one.place.height });
  const rooms = some.map(ends);
  const left = Math.min(...rooms.map((room) => room.x));
  const right = Math.max(...rooms.map((room) => room.right));
  const top = Math.min(...rooms.map((room) => room.y));
  const low = Math.max(...rooms.map((room) => room.low));
  const scale = Math.min(1.1, (box.width - 40) / (right - left), (box.height - 40) / (low - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + low) / 2 }, scale, animation: false });
}

const zoom = (by) => network.moveTo({ scale: network.getScale() * by });

function hover(thing) {
  if (thing === state.hovered) return;
  state.hovered = thing;
  canvasBox.style.cursor = thing ? 'pointer' : '';
  network.redraw();
}

// The node or fact under a point of the screen: cards and names first, then connectors, then lines.
function thingAt(point) {
  const at = network.DOMtoCanvas(point);
  const scale = network.getScale();
  const focus = lit(state.chosen);
  const named = (node) => {
    if (node.hidden) return false;
    const start = corner(node);
    const width = node.card ? node.place.width : Math.min(node.place.width, 30 + measureName(node) / scale);
    const left = node.place.mirrored ? start.x + node.place.width - width : start.x;
    return at.x >= left && at.x <= left + width && at.y >= start.y && at.y <= start.y + node.place.height;
  };
  const node = nodes.find((one) => one.place && named(one));
  if (node) return node;
  const near = facts.find((fact) => !fact.hidden && isConnector(fact) && nearConnector(fact, at, scale));
  if (near) return near;
  const lines = facts.length > 2000 && !focus ? [] : facts.filter((fact) => !fact.hidden && !isConnector(fact)
    && (focus ? focus.facts.has(fact) : isQuietLine(fact)));
  let best = null;
  let least = 6 / scale;
  for (const fact of lines) {
    const distance = fromLine(at, fact.source, fact.target);
    if (distance < least) { least = distance; best = fact; }
  }
  return best;
}

const measureName = (node) => measure(nameOf(node), '400') * SIZE;

function nearConnector(fact, at, scale) {
  const line = connector(fact);
  if (at.x < line.x1 || at.x > line.x2) return false;
  const part = (at.x - line.x1) / (line.x2 - line.x1);
  const smooth = part * part * (3 - 2 * part);
  const y = line.y1 + (line.y2 - line.y1) * smooth;
  return Math.abs(at.y - y) < (line.level ? 14 : 7) / Math.min(scale, 1);
}

function fromLine(at, a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const part = Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(at.x - a.x - part * dx, at.y - a.y - part * dy);
}

// Tells vis-network what changed: what is hidden, and where things stand after a change of layout.
function refresh(moved = false) {
  updateHidden();
  if (moved) {
    visNodes.clear();
    visEdges.clear();
    visNodes.add(nodes.filter((node) => node.place).map(visNode));
    visEdges.add(facts.filter((fact) => fact.source.place && fact.target.place).map(visEdge));
    network.setOptions({ interaction: { dragNodes: !state.layout.cards } });
  } else {
    visNodes.update(changed(visNodes, nodes.filter((node) => node.place), (node) => node.hidden));
    visEdges.update(changed(visEdges, facts.filter((fact) => visEdges.get(fact.number)), (fact) => !isQuietLine(fact)));
  }
  network.redraw();
}

const changed = (set, things, hidden) => things
  .filter((thing) => set.get(thing.number).hidden !== hidden(thing))
  .map((thing) => ({ id: thing.number, hidden: hidden(thing) }));
