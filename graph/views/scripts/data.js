// The block of data as objects. Text from it reaches the page by textContent and by canvas only.
const block = JSON.parse(document.getElementById('data').textContent);
const labelOf = new Map(block.labels.map((label) => [label.name, label]));
const predicateOf = new Map(block.predicates.map((predicate) => [predicate.name, predicate]));

const documents = block.documents.map(([name, title, published, publisher, byline, sha256], number) => (
  { number, name, title, published, publisher, byline, sha256 }));

const quotes = block.quotes.map(([document, start, end, text]) => (
  { document: documents[document], start, end, text }));

const nodes = block.nodes.map(([label, id, name, english, aliases, properties, programmes], number) => (
  { number, label, id, name, english, aliases, properties, programmes, facts: [], hidden: false }));

const facts = block.facts.map(
  ([source, predicate, target, qualifiers, quoted, derived, basis, rule, id, confidence], number) => ({
    number, predicate, qualifiers, basis, rule, id, confidence, derived: derived === 1, hidden: false,
    source: nodes[source], target: nodes[target], quotes: quoted.map((index) => quotes[index]),
    score: Number((qualifiers.find(([name]) => name === 'score') || [0, 0])[1]),
  }));
for (const fact of facts) {
  fact.source.facts.push(fact);
  fact.target.facts.push(fact);
}
for (const node of nodes) node.programmes = node.programmes.map((number) => nodes[number]);
const factById = new Map(facts.map((fact) => [fact.id, fact]));
const nodeById = new Map(nodes.map((node) => [node.id, node]));

const otherEnd = (fact, node) => (fact.source === node ? fact.target : fact.source);

// Things by what they have in common, in the order in which they come.
function grouped(things, key) {
  const groups = new Map();
  for (const thing of things) {
    const name = key(thing);
    if (groups.has(name)) groups.get(name).push(thing);
    else groups.set(name, [thing]);
  }
  return groups;
}

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// A label's mark as a small picture; the colour follows light and dark.
function glyph(label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '-1.1 -1.1 2.2 2.2');
  svg.setAttribute('class', 'glyph');
  svg.setAttribute('aria-hidden', 'true');
  const outline = labelOf.get(label).outline;
  const shape = document.createElementNS(svg.namespaceURI, outline.length ? 'polygon' : 'circle');
  if (outline.length) shape.setAttribute('points', outline.map((point) => point.join()).join(' '));
  else shape.setAttribute('r', '0.9');
  shape.setAttribute('fill', colour(label));
  svg.append(shape);
  return svg;
}
