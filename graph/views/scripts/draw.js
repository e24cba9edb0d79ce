// Everything on the canvas. Names keep their size on the screen at every zoom, in the room they were given.
const SIZE = 12.5;
const LINE = 15.5;
const FONT = getComputedStyle(document.documentElement).getPropertyValue('--font');
const darkMedia = matchMedia('(prefers-color-scheme: dark)');
let printing = false;
const chosenTheme = () => document.documentElement.dataset.theme || '';
const isDark = () => (chosenTheme() ? chosenTheme() === 'dark' : darkMedia.matches);
let theme = {};

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const dark = isDark() && !printing;
  theme = { dark };
  for (const name of ['back', 'side', 'text', 'soft', 'line', 'accent']) theme[name] = style.getPropertyValue(`--${name}`).trim();
  if (printing) Object.assign(theme, { back: '#ffffff', side: '#ffffff', text: '#000000', soft: '#333333', line: '#bbbbbb', accent: '#0b57a4' });
  const strength = facts.length <= 120 ? 0.34 : facts.length <= 500 ? 0.2 : 0.1;
  theme.edge = dark ? `rgba(190,200,212,${strength})` : `rgba(70,80,95,${strength})`;
}
const colour = (label) => labelOf.get(label)[theme.dark ? 'dark' : 'light'];

// Widths for one point of size, on a canvas of their own: measuring must not change the font in use.
const widths = new Map();
const ruler = document.createElement('canvas').getContext('2d');
function measure(text, weight) {
  const key = weight + text;
  if (!widths.has(key)) {
    ruler.font = `${weight} 100px ${FONT}`;
    widths.set(key, ruler.measureText(text).width / 100);
  }
  return widths.get(key);
}

// Breaks a name into at most `most` lines of `width` points; words stay whole if they can.
function wrap(text, width, most, size, weight) {
  const lines = [];
  let rest = text;
  while (rest && lines.length < most) {
    if (measure(rest, weight) * size <= width) { lines.push(rest); return lines; }
    let count = rest.length;
    let low = 1;
    while (low < count) {
      const middle = Math.ceil((low + count) / 2);
      if (measure(rest.slice(0, middle), weight) * size <= width) low = middle;
      else count = middle - 1;
    }
    if (lines.length === most - 1) {
      while (count > 1 && measure(`${rest.slice(0, count)}…`, weight) * size > width) count -= 1;
      lines.push(`${rest.slice(0, count).trimEnd()}…`);
      return lines;
    }
    const space = Math.max(rest.lastIndexOf(' ', count), rest.lastIndexOf('·', count - 1) + 1, rest.lastIndexOf('(', count));
    const at = space > count / 3 ? space : count;
    lines.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return lines;
}

function tracePath(ctx, label, x, y, radius) {
  const outline = labelOf.get(label).outline;
  ctx.beginPath();
  if (!outline.length) ctx.arc(x, y, radius * 0.9, 0, 2 * Math.PI);
  outline.forEach(([dx, dy], index) => ctx[index ? 'lineTo' : 'moveTo'](x + dx * radius, y + dy * radius));
  ctx.closePath();
}

function drawMark(ctx, node, x, y, radius) {
  tracePath(ctx, node.label, x, y, radius);
  ctx.fillStyle = colour(node.label);
  ctx.fill();
}

// The left upper corner of a node's room, wherever it has been dragged to.
function corner(node) {
  const left = node.card ? node.place.width / 2 : node.place.mirrored ? node.place.width - 10 : 10;
  return { x: node.x - left, y: node.y - node.place.height / 2 };
}

function drawCard(ctx, node, strong) {
  const { width, height } = node.place;
  const { x, y } = corner(node);
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 5);
  ctx.fillStyle = theme.back;
  ctx.fill();
  ctx.save();
  ctx.clip();
  ctx.fillStyle = colour(node.label);
  ctx.globalAlpha = theme.dark ? 0.22 : 0.1;
  ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  ctx.restore();
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 5);
  ctx.lineWidth = strong ? 2.5 : 1;
  ctx.strokeStyle = colour(node.label);
  ctx.stroke();
}

function drawName(ctx, node, scale, strong, full) {
  const size = (node.label === 'Program' ? 1.2 : 1) * SIZE * Math.min(Math.max(scale, 0.88), 1.5);
  const line = LINE * (size / SIZE);
  const weight = strong || node.label === 'Program' ? '600' : '400';
  const room = (node.place.width - (node.card ? 32 : 27)) * scale;
  const most = full ? 3 : Math.max(1, Math.floor((node.place.height * scale + 1) / line));
  const lines = wrap(nameOf(node), full ? Math.max(room, 240) : room, most, size, weight);
  const start = corner(node);
  const { mirrored } = node.place;
  const x = mirrored ? (node.x - 14) * scale : (start.x + (node.card ? 25 : 24)) * scale;
  const y = node.y * scale - ((lines.length - 1) * line) / 2;
  ctx.font = `${weight} ${size}px ${FONT}`;
  const wide = Math.max(...lines.map((text) => measure(text, weight) * size));
  if (full && wide > room) {
    ctx.fillStyle = theme.back;
    ctx.fillRect(mirrored ? x - wide - 4 : x - 2, y - line / 2 - 1, wide + 6, lines.length * line + 2);
  }
  ctx.textAlign = mirrored ? 'right' : 'left';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = theme.back;
  ctx.fillStyle = theme.text;
  lines.forEach((text, index) => {
    if (!node.card) ctx.strokeText(text, x, y + index * line);
    ctx.fillText(text, x, y + index * line);
  });
}

function drawNode(ctx, node, scale, strong) {
  if (node.card) {
    drawCard(ctx, node, strong);
    drawMark(ctx, node, corner(node).x + 13, node.y, 6);
  } else {
    const radius = Math.min(7.5, node.place.height / 2 - 2) * Math.max(1, Math.min(1.6, 0.7 / scale)) * (strong ? 1.25 : 1);
    drawMark(ctx, node, node.x, node.y, radius);
  }
}

// A ring around the mark of what is pinned.
function drawPins(ctx, scale) {
  for (const node of state.pinned) {
    if (node.hidden) continue;
    ctx.beginPath();
    ctx.arc(node.card ? corner(node).x + 13 : node.x, node.y, 10.5, 0, 2 * Math.PI);
    ctx.lineWidth = 2 / Math.min(scale, 1);
    ctx.strokeStyle = theme.accent;
    ctx.stroke();
  }
}

const hasRoom = (some, scale) => some.every((node) => node.place.height * scale >= 13.4);

// Names in screen points: room by room; from far away only those that fit, the best connected first.
function drawNames(ctx, scale, chosen) {
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const visible = nodes.filter((node) => !node.hidden && onScreen(node));
  const roomy = hasRoom(visible, scale);
  if (roomy) for (const node of visible) drawName(ctx, node, scale, false, false);
  else drawSparse(ctx, visible, scale);
  ctx.restore();
}

function drawSparse(ctx, visible, scale) {
  const taken = new Set();
  for (const [, , x, y, width, level] of state.layout.headings) {
    const row = Math.floor(((y + 15) * scale) / 17);
    if (level === 1) for (let at = Math.floor((x * scale) / 30); at * 30 < (x + width) * scale; at += 1) taken.add(`${at},${row}`);
  }
  const ordered = [...visible].sort((a, b) => b.facts.length - a.facts.length || a.number - b.number);
  for (const node of ordered) {
    const room = Math.max(node.place.width * scale, 90);
    const left = Math.floor((node.x * scale) / 30);
    const right = Math.floor((node.x * scale + room) / 30);
    const row = Math.floor((node.y * scale) / 17);
    let free = true;
    for (let x = left; x <= right && free; x += 1) {
      free = !taken.has(`${x},${row}`) && !taken.has(`${x},${row - 1}`) && !taken.has(`${x},${row + 1}`);
    }
    if (!free) continue;
    for (let x = left; x <= right; x += 1) taken.add(`${x},${row}`);
    const kept = node.place;
    node.place = { ...kept, width: room / scale };
    drawName(ctx, node, scale, false, false);
    node.place = kept;
  }
}

function drawHeadings(ctx, scale) {
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textBaseline = 'middle';
  for (const [ko, en, x, y, width, level, count, label] of state.layout.headings) {
    const size = level === 1 ? 15 : level === 3 ? SIZE * Math.min(1, Math.max(scale, 0.75)) : SIZE;
    const room = width * scale;
    if (level > 1 && 24 * scale < 13) continue;
    const weight = level === 1 ? '700' : '600';
    const text = sayPair([ko, en]) + (count === null || filtering() ? '' : `  ${count}`);
    ctx.font = `${weight} ${size}px ${FONT}`;
    ctx.fillStyle = level === 1 ? theme.text : label && labelOf.has(label) ? colour(label) : theme.soft;
    const at = (y + [15, 12, 11][level - 1]) * scale;
    ctx.fillText(wrap(text, room, 1, size, weight)[0] || '', x * scale, at);
    if (level === 3) continue;
    ctx.beginPath();
    ctx.moveTo(x * scale, (y + (level === 1 ? 27 : 22)) * scale);
    ctx.lineTo((x + width - 6) * scale, (y + (level === 1 ? 27 : 22)) * scale);
    ctx.strokeStyle = level === 1 ? theme.soft : theme.line;
    ctx.lineWidth = level === 1 ? 1.5 : 1;
    ctx.stroke();
  }
  ctx.restore();
}

// Where an overlap runs: level where the two cards share a height, else from middle to middle.
function connector(fact) {
  const turned = corner(fact.source).x > corner(fact.target).x;
  const [left, right] = turned ? [fact.target, fact.source] : [fact.source, fact.target];
  const a = { ...corner(left), ...left.place, ...corner(left) };
  const b = { ...corner(right), ...right.place, ...corner(right) };
  const top = Math.max(a.y, b.y);
  const low = Math.min(a.y + a.height, b.y + b.height);
  const level = low > top ? (top + low) / 2 : null;
  return { x1: a.x + a.width, y1: level ?? a.y + a.height / 2, x2: b.x, y2: level ?? b.y + b.height / 2, level: level !== null };
}

function drawConnector(ctx, fact, scale, strong) {
  const line = connector(fact);
  const middle = (line.x1 + line.x2) / 2;
  ctx.beginPath();
  ctx.moveTo(line.x1, line.y1);
  ctx.bezierCurveTo(middle, line.y1, middle, line.y2, line.x2, line.y2);
  ctx.setLineDash(fact.derived ? [6, 4] : []);
  ctx.lineWidth = 1 + 3.5 * Math.max(0, fact.score - 0.2) + (strong ? 1.5 : 0);
  ctx.strokeStyle = theme.accent;
  ctx.globalAlpha = strong || line.level ? 0.35 + 0.65 * fact.score : 0.3;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
  if ((line.level && scale > 0.45) || strong) drawPill(ctx, fact, line, scale, strong);
}

// The score in a pill on the line, the reason under it where there is room.
function drawPill(ctx, fact, line, scale, strong) {
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  const x = ((line.x1 + line.x2) / 2) * scale;
  const y = ((line.y1 + line.y2) / 2) * scale;
  const room = (line.x2 - line.x1) * scale;
  const why = [...new Set(reasons(fact).map(shortReason))].join(', ');
  const both = room > 110 && why;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const score = fact.score.toFixed(2);
  ctx.font = `600 12px ${FONT}`;
  const wide = measure(score, '600') * 12 + 12;
  const level = both ? y - 8 : y;
  ctx.beginPath();
  ctx.roundRect(x - wide / 2, level - 8, wide, 16, 8);
  ctx.fillStyle = theme.back;
  ctx.fill();
  ctx.lineWidth = strong ? 2 : 1;
  ctx.strokeStyle = theme.accent;
  ctx.stroke();
  ctx.fillStyle = theme.accent;
  ctx.fillText(score, x, level + 0.5);
  if (both) {
    ctx.font = `400 11px ${FONT}`;
    const text = wrap(why, room - 12, 1, 11, '400')[0];
    ctx.lineWidth = 3;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = theme.back;
    ctx.strokeText(text, x, y + 8);
    ctx.fillStyle = theme.text;
    ctx.fillText(text, x, y + 8);
  }
  ctx.restore();
}

function drawLine(ctx, fact, scale, captioned) {
  if (isConnector(fact)) { drawConnector(ctx, fact, scale, true); return; }
  const { source, target } = fact;
  ctx.beginPath();
  ctx.moveTo(source.x, source.y);
  ctx.lineTo(target.x, target.y);
  ctx.setLineDash(fact.derived ? [6 / scale, 4 / scale] : []);
  ctx.lineWidth = 1.6 / scale;
  ctx.strokeStyle = theme.accent;
  ctx.stroke();
  ctx.setLineDash([]);
  if (!captioned) return;
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.font = `600 11.5px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const text = predicateName(fact.predicate);
  const x = ((source.x + target.x) / 2) * scale;
  const y = ((source.y + target.y) / 2) * scale;
  const wide = measure(text, '600') * 11.5 + 8;
  ctx.fillStyle = theme.back;
  ctx.fillRect(x - wide / 2, y - 9, wide, 18);
  ctx.fillStyle = theme.accent;
  ctx.fillText(text, x, y);
  ctx.restore();
}

// Over everything a veil of the background, then what is lit once more, clear and strong.
function drawLit(ctx, scale) {
  const thing = state.hovered || state.chosen;
  const found = lit(thing);
  if (!found) return;
  const view = seen;
  ctx.save();
  ctx.globalAlpha = state.hovered && state.hovered !== state.chosen ? 0.62 : 0.78;
  ctx.fillStyle = theme.back;
  ctx.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  ctx.restore();
  const chosenFacts = [...found.facts];
  for (const fact of chosenFacts) drawLine(ctx, fact, scale, chosenFacts.length === 1);
  for (const node of found.nodes) if (node.place) drawNode(ctx, node, scale, node === thing);
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const named = [...found.nodes].filter((node) => node.place);
  if (hasRoom(named, scale)) for (const node of named) drawName(ctx, node, scale, node === thing, node === thing);
  else {
    drawSparse(ctx, named.filter((node) => node !== thing), scale);
    if (isNode(thing) && thing.place) drawName(ctx, thing, scale, true, true);
  }
  ctx.restore();
}
