// Which layout stands on the screen, what is hidden, what is chosen. One place holds this state.
const state = {
  chosen: null, hovered: null, layout: null, steps: 1, allLines: block.lines === 'all', tab: 'picture',
  // By hand: taken out of sight, kept in sight, dragged elsewhere, unfolded; and where a connection is to begin.
  removed: new Set(), pinned: new Set(), moved: new Map(), expanded: new Set(), from: null,
};
const isNode = (thing) => Boolean(thing) && 'facts' in thing;
const isConnection = (thing) => Boolean(thing) && 'steps' in thing;

function pickLayout(width) {
  const kind = width < 640 ? 'narrow' : 'wide';
  const spoken = block.layouts.filter((layout) => layout.language === (language ? 'en' : 'ko'));
  const fitting = (spoken.length ? spoken : block.layouts).filter((layout) => layout.width === kind);
  return fitting.find((layout) => layout.steps === state.steps) || fitting[0] || block.layouts[0];
}

// Gives every node its room; nodes without room in this layout are out of the picture.
function useLayout(layout) {
  const unfolded = unfold(layout);
  state.layout = unfolded;
  for (const node of nodes) node.place = null;
  for (const [number, x, y, width, height, mirrored] of unfolded.places) {
    const node = nodes[number];
    node.place = { x, y, width, height, mirrored: mirrored === 1 };
    node.card = layout.cards;
    node.x = layout.cards ? x + width / 2 : mirrored ? x + width - 10 : x + 10;
    node.y = y + height / 2;
    if (state.moved.has(node)) [node.x, node.y] = state.moved.get(node);
  }
}

function updateHidden() {
  sift();
  for (const node of nodes) node.hidden = !node.place || isOut(node);
  for (const fact of facts) fact.hidden = isOut(fact) || fact.source.hidden || fact.target.hidden;
}

const isConnector = (fact) => state.layout.cards && fact.predicate === 'OVERLAPS_WITH';

// A fact drawn as a plain line before anything is chosen.
const crowded = () => state.layout.width === 'narrow' && nodes.length > 60;
const isQuietLine = (fact) => !fact.hidden && state.allLines && !isConnector(fact) && !crowded();

// What is lit when something is chosen or pointed at: the thing itself and what touches it. The entity
// that a neighbourhood is drawn around lights all of it anyway.
function lit(thing) {
  if (!thing || (isNode(thing) && block.focus.includes(thing.number))) return null;
  const found = { nodes: new Set(), facts: new Set() };
  if (isNode(thing)) {
    found.nodes.add(thing);
    for (const fact of thing.facts) {
      if (!fact.hidden) {
        found.facts.add(fact);
        found.nodes.add(otherEnd(fact, thing));
      }
    }
    if (['Organization', 'Person'].includes(thing.label) && state.layout.cards) lightOnward(found);
  } else if (isConnection(thing)) {
    for (const node of thing.nodes) found.nodes.add(node);
    for (const fact of thing.steps.flat()) found.facts.add(fact);
  } else {
    found.facts.add(thing);
    found.nodes.add(thing.source).add(thing.target);
  }
  return found;
}

// Between two programmes, who ties them does so through an event or a body: light the way on.
function lightOnward(found) {
  for (const node of [...found.nodes]) {
    for (const fact of node.facts) {
      if (fact.hidden || ![fact.source.label, fact.target.label].includes('Program')) continue;
      found.facts.add(fact);
      found.nodes.add(fact.source).add(fact.target);
    }
  }
}
