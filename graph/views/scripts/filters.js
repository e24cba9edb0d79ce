// What the filters let through, and how many there are of each kind. Nothing here touches the page.
//
// A facet of entities or of statements gives each thing its values. `off` names values that are left out
// (the legend: all is shown at first), `only` values that alone are left (nothing chosen lets all through).
const joined = (node) => node.facts.filter((fact) => fact.predicate !== 'OVERLAPS_WITH').map((fact) => otherEnd(fact, node));
const isField = (node) => node.label === 'Field';
const distinct = (list) => [...new Set(list)];

// The fields that an entity stands in: itself, those joined to it; people and bodies also through what they do.
function fieldsOf(node) {
  if (isField(node)) return [node];
  const near = joined(node);
  const through = ['Organization', 'Person'].includes(node.label)
    ? near.filter((one) => ['Mission', 'Technology'].includes(one.label)).flatMap(joined) : [];
  return distinct([...near, ...through].filter(isField));
}

const yearIn = (value) => Number((/^\d{4}/.exec(String(value)) || [NaN])[0]);
function yearsOf(node) {
  const own = (name) => node.properties.filter(([key]) => key === name).map(([, value]) => yearIn(value));
  if (node.label === 'Year') return [yearIn(node.name), ...own('year')];
  const said = node.facts.flatMap((fact) => {
    if (fact.source === node && fact.target.label === 'Year') return [yearIn(fact.target.name)];
    return fact.target === node ? fact.qualifiers.filter(([key]) => key === 'year_start').map(([, value]) => yearIn(value)) : [];
  });
  return [...own('date'), ...said];
}

for (const node of nodes) node.fields = fieldsOf(node);
for (const node of nodes) node.years = distinct(yearsOf(node).filter((year) => year > 0)).sort();
for (const fact of facts) fact.documents = distinct(fact.quotes.map((quote) => quote.document));
const allYears = distinct(nodes.flatMap((node) => node.years)).sort();

const filters = {};
function clearFilters() {
  Object.assign(filters, {
    label: new Set(), predicate: new Set(), programme: new Set(), field: new Set(), document: new Set(), kind: new Set(),
    years: null, least: 0,
  });
}
clearFilters();

const some = (chosen, values) => !chosen.size || values.some((value) => chosen.has(value));
const inYears = (node) => node.years.some((year) => year >= filters.years[0] && year <= filters.years[1]);
const FACETS = {
  label: { things: nodes, of: (node) => [node.label], lets: (node) => !filters.label.has(node.label) },
  programme: { things: nodes, of: (node) => node.programmes, lets: (node) => some(filters.programme, node.programmes) },
  field: { things: nodes, of: (node) => node.fields, lets: (node) => some(filters.field, node.fields) || (node.label === 'Program' && node.facts.some((fact) => filters.field.has(otherEnd(fact, node)))) },
  // What says no year stays where it is joined to something that says one of the years.
  year: { things: nodes, of: (node) => node.years, lets: (node) => !filters.years || inYears(node)
    || (!node.years.length && node.facts.some((fact) => inYears(otherEnd(fact, node)))) },
  predicate: { things: facts, of: (fact) => [fact.predicate], lets: (fact) => !filters.predicate.has(fact.predicate) },
  document: { things: facts, of: (fact) => fact.documents, lets: (fact) => some(filters.document, fact.documents) },
  kind: { things: facts, of: (fact) => [fact.derived ? 'derived' : 'stated'], lets: (fact) => some(filters.kind, [fact.derived ? 'derived' : 'stated']) },
  confidence: { things: facts, of: (fact) => fact.confidence.slice(0, 1), lets: (fact) => !filters.least || fact.confidence[0] >= filters.least },
};
const BITS = Object.fromEntries(Object.keys(FACETS).map((name, index) => [name, 1 << index]));
const LONELY = 1 << 20;
const REMOVED = 1 << 21;

// Notes at each thing what keeps it out: no bit, nothing. A pinned entity is kept out by nothing.
function sift() {
  for (const thing of [...nodes, ...facts]) thing.out = state.removed.has(thing) ? REMOVED : 0;
  for (const [name, facet] of Object.entries(FACETS)) {
    for (const thing of facet.things) if (!facet.lets(thing)) thing.out |= BITS[name];
  }
  for (const node of nodes) {
    if (node.facts.length && node.facts.every((fact) => fact.out)) node.out |= LONELY;
    if (state.pinned.has(node)) node.out = 0;
  }
  for (const fact of facts) fact.ends = fact.source.out | fact.target.out;
}

const isOut = (thing) => Boolean(thing.out || thing.ends);

// How many of each value are seen, were it not for this facet's own choice.
function tally(name) {
  const counts = new Map();
  const facet = FACETS[name];
  const ignored = BITS[name] | (facet.things === facts ? LONELY : 0);
  for (const thing of facet.things) {
    if (thing.out & ~ignored || (thing.ends || 0) & ~ignored) continue;
    for (const value of facet.of(thing)) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return counts;
}

const filtering = () => Object.values(filters).some((value) => (value instanceof Set ? value.size : value)) || state.removed.size > 0;
