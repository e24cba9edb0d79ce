// Around one entity: the neighbours of a neighbour, unfolded in a column of their own beyond what stands there.
const CELL = 226;

// The layout with a room for each neighbour of the unfolded entities that has none.
function unfold(layout) {
  const places = [...layout.places];
  const headings = [...layout.headings];
  const placed = new Set(places.map(([number]) => number));
  const narrow = layout.width === 'narrow';
  const [across, down] = layout.extent;
  const low = Math.max(down, 560);
  let x = narrow ? 12 : across + 24;
  let y = narrow ? down + 12 : 0;
  let widest = across;
  let deepest = down;
  for (const node of state.expanded) {
    if (!placed.has(node.number)) continue;
    const fresh = distinct(node.facts.map((fact) => otherEnd(fact, node))).filter((one) => !placed.has(one.number))
      .sort((a, b) => (a.label + a.name < b.label + b.name ? -1 : 1));
    if (!narrow && y && y + 26 + fresh.length * 24 > low) { x += CELL + 14; y = 0; }
    headings.push([node.name, node.english || node.name, x, y, CELL, 2, fresh.length, node.label]);
    y += 26;
    for (const one of fresh) {
      if (!narrow && y > low) { x += CELL + 14; y = 26; }
      const height = measure(nameOf(one), '400') * SIZE > CELL - 34 ? 2 * LINE + 8 : LINE + 8;
      places.push([one.number, x, y, CELL, height, 0]);
      placed.add(one.number);
      y += height;
      deepest = Math.max(deepest, y);
    }
    widest = Math.max(widest, x + CELL);
    y += 12;
  }
  return { ...layout, places, headings, extent: [narrow ? across : widest, deepest] };
}

function setExpanded(node, open) {
  if (open) state.expanded.add(node);
  else state.expanded.delete(node);
  const before = new Set(nodes.filter((one) => one.place));
  relayout();
  select(node, { focus: true });
  if (open) showAll([node, ...nodes.filter((one) => one.place && !before.has(one))]);
}
