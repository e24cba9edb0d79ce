// As much of a canvas context as our drawing uses, that writes SVG. Scales and shifts only, no turning.
const XML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML has no word for control characters and half a pair of surrogates.
const xml = (text) => String(text).replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (letter) => XML[letter]);
const short = (value) => String(Math.round(value * 100) / 100);

// How far the middle of a line stands over its foot. Browsers know dominant-baseline, office programs do not.
function middle(weight) {
  const ascent = (baseline) => {
    ruler.font = `${weight} 100px ${FONT}`;
    ruler.textBaseline = baseline;
    return ruler.measureText('가').actualBoundingBoxAscent;
  };
  const shift = ascent('alphabetic') - ascent('middle');
  ruler.textBaseline = 'alphabetic';
  return shift / 100;
}

class VectorContext {
  constructor(width, height) {
    Object.assign(this, { width, height, parts: [], clips: 0, saved: [], path: '', waiting: null });
    this.now = { s: 1, x: 0, y: 0, clip: '', dash: [], fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, globalAlpha: 1,
      font: '', textAlign: 'left', textBaseline: 'middle', lineJoin: 'miter' };
  }

  save() { this.saved.push({ ...this.now }); }

  restore() { this.now = this.saved.pop() || this.now; }

  scale(by) { this.now.s *= by; }

  translate(dx, dy) { this.now.x += dx * this.now.s; this.now.y += dy * this.now.s; }

  at(x, y) { return `${short(x * this.now.s + this.now.x)} ${short(y * this.now.s + this.now.y)}`; }

  size(length) { return short(length * this.now.s); }

  beginPath() { this.path = ''; }

  moveTo(x, y) { this.path += `M${this.at(x, y)}`; }

  lineTo(x, y) { this.path += `L${this.at(x, y)}`; }

  closePath() { if (this.path) this.path += 'Z'; }

  bezierCurveTo(...xy) { this.path += `C${[0, 2, 4].map((i) => this.at(xy[i], xy[i + 1])).join(' ')}`; }

  // Whole circles only.
  arc(x, y, radius) {
    const r = this.size(radius);
    this.path += `M${this.at(x - radius, y)}A${r} ${r} 0 1 1 ${this.at(x + radius, y)}A${r} ${r} 0 1 1 ${this.at(x - radius, y)}`;
  }

  roundRect(x, y, width, height, radius) {
    const bend = this.size(radius);
    const arc = (ax, ay) => `A${bend} ${bend} 0 0 1 ${this.at(ax, ay)}`;
    this.path += `M${this.at(x + radius, y)}L${this.at(x + width - radius, y)}${arc(x + width, y + radius)}`
      + `L${this.at(x + width, y + height - radius)}${arc(x + width - radius, y + height)}`
      + `L${this.at(x + radius, y + height)}${arc(x, y + height - radius)}L${this.at(x, y + radius)}${arc(x + radius, y)}Z`;
  }

  setLineDash(dash) { this.now.dash = dash.map((length) => length * this.now.s); }

  clip() {
    this.clips += 1;
    this.parts.push(`<clipPath id="c${this.clips}"><path d="${this.path}"/></clipPath>`);
    this.now.clip = ` clip-path="url(#c${this.clips})"`;
  }

  faded() { return this.now.globalAlpha < 1 ? ` opacity="${short(this.now.globalAlpha)}"` : ''; }

  fill() { this.parts.push(`<path d="${this.path}" fill="${xml(this.now.fillStyle)}"${this.faded()}${this.now.clip}/>`); }

  stroke() {
    const dash = this.now.dash.length ? ` stroke-dasharray="${this.now.dash.map(short).join(' ')}"` : '';
    this.parts.push(`<path d="${this.path}" fill="none" stroke="${xml(this.now.strokeStyle)}" stroke-width="${this.size(this.now.lineWidth)}"${dash}${this.faded()}${this.now.clip}/>`);
  }

  fillRect(x, y, width, height) {
    const kept = this.path;
    this.path = `M${this.at(x, y)}L${this.at(x + width, y)}L${this.at(x + width, y + height)}L${this.at(x, y + height)}Z`;
    this.fill();
    this.path = kept;
  }

  // The light rim of a name is part of the name that follows, so that a text is found once.
  strokeText(text, x, y) { this.waiting = { key: [text, x, y].join(), stroke: this.now.strokeStyle, width: this.size(this.now.lineWidth) }; }

  fillText(text, x, y) {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.now.font) || ['', '400', '12'];
    const anchor = { left: 'start', center: 'middle', right: 'end' }[this.now.textAlign];
    const rim = this.waiting && this.waiting.key === [text, x, y].join()
      ? ` stroke="${xml(this.waiting.stroke)}" stroke-width="${this.waiting.width}" stroke-linejoin="round" paint-order="stroke"` : '';
    this.waiting = null;
    const [left, top] = this.at(x, y).split(' ');
    const points = Number(this.size(Number(size)));
    this.parts.push(`<text xml:space="preserve" x="${left}" y="${short(Number(top) + middle(weight) * points)}" font-size="${short(points)}" font-weight="${weight}" text-anchor="${anchor}" fill="${xml(this.now.fillStyle)}"${rim}${this.faded()}>${xml(text)}</text>`);
  }

  svg(title) {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${short(this.width)}" height="${short(this.height)}"`
      + ` viewBox="0 0 ${short(this.width)} ${short(this.height)}" font-family="${xml(FONT.trim())}">\n<title>${xml(title)}</title>\n${this.parts.join('\n')}\n</svg>\n`;
  }
}
for (const name of ['fillStyle', 'strokeStyle', 'lineWidth', 'globalAlpha', 'font', 'textAlign', 'textBaseline', 'lineJoin']) {
  Object.defineProperty(VectorContext.prototype, name, { get() { return this.now[name]; }, set(value) { this.now[name] = value; } });
}
