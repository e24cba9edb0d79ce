// The picture to take away: the whole graph as PNG, what is seen as SVG, painted by what paints the screen.
const SHARP = 2;
const LARGEST = 16000;
const MOST = 120e6;

// Lines that vis-network draws on the screen.
function paintLines(ctx) {
  for (const fact of facts) {
    if (!isQuietLine(fact)) continue;
    ctx.beginPath();
    ctx.moveTo(fact.source.x, fact.source.y);
    ctx.lineTo(fact.target.x, fact.target.y);
    ctx.setLineDash(fact.derived ? [5, 5] : []);
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.edge;
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

// Paints what lies within `bounds` with its left upper corner at 0, 0; names are sized for `scale`.
function paint(ctx, bounds, scale) {
  const kept = seen;
  seen = bounds;
  ctx.save();
  ctx.scale(scale, scale);
  ctx.translate(-bounds.left, -bounds.top);
  ctx.fillStyle = theme.back;
  ctx.fillRect(bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top);
  paintUnder(ctx, scale);
  paintLines(ctx);
  for (const node of nodes) if (!node.hidden && onScreen(node)) drawNode(ctx, node, scale, false);
  paintOver(ctx, scale);
  ctx.restore();
  seen = kept;
}

// All that is placed, wherever it has been dragged to.
function wholeBounds() {
  const [across, down] = state.layout.extent;
  const bounds = { left: 0, top: 0, right: across, bottom: down };
  for (const node of nodes) {
    if (node.hidden) continue;
    const { x, y } = corner(node);
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x + node.place.width);
    bounds.bottom = Math.max(bounds.bottom, y + node.place.height);
  }
  return { left: bounds.left - 20, top: bounds.top - 20, right: bounds.right + 20, bottom: bounds.bottom + 20 };
}

// The whole graph, twice as sharp as a screen; browsers refuse still larger canvases, so then less sharp.
function wholePicture(most = SHARP) {
  const bounds = wholeBounds();
  const across = bounds.right - bounds.left;
  const down = bounds.bottom - bounds.top;
  const sharp = Math.min(most, LARGEST / across, LARGEST / down, Math.sqrt(MOST / (across * down)));
  const canvas = make('canvas', { width: Math.round(across * sharp), height: Math.round(down * sharp) });
  const ctx = canvas.getContext('2d');
  ctx.scale(sharp, sharp);
  paint(ctx, bounds, 1);
  return { canvas, sharp };
}

function seenPicture() {
  const box = canvasBox.getBoundingClientRect();
  const ctx = new VectorContext(box.width, box.height);
  paint(ctx, viewBounds(), network.getScale());
  return ctx.svg(sayPair(block.titles));
}

// On paper nobody can move the picture: all of it, as sharp as printers are, in place of the one on the screen.
function showOnPaper(on) {
  const old = document.getElementById('paper');
  if (old) old.remove();
  if (!on || state.tab !== 'picture') return;
  const { canvas } = wholePicture(3);
  canvas.id = 'paper';
  document.getElementById('picture').append(canvas);
}
