// Statements as text for other tools, the same as `moonshot export` writes.
const passageId = (quote) => `${quote.document.name}#${quote.start}-${quote.end}`;
const isGiven = ([, value]) => value !== '' && !(Array.isArray(value) && !value.length);
const byWord = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const trust = (fact) => (fact.confidence.length ? [['confidence', fact.confidence[0]], ['right', fact.confidence[1]], ['judged', fact.confidence[2]]] : []);

function entityRecord(node) {
  const named = [['name_en', node.english], ['aliases', node.aliases]].filter(isGiven);
  return Object.fromEntries([['label', node.label], ['id', node.id], ['name', node.name], ...named, ...node.properties]);
}

// JSON Lines: the interchange form, which `moonshot load` reads. A document is described where it is first named.
function statementLines(chosen) {
  const told = new Set();
  const passage = ({ document, start, end, text }) => {
    const record = { document: document.name, start, end, quote: text };
    if (!told.has(document)) {
      const known = ['sha256', 'title', 'published', 'publisher', 'byline'].map((name) => [name, document[name]]);
      record.source = Object.fromEntries(known.filter(isGiven));
      told.add(document);
    }
    return record;
  };
  return chosen.map((fact) => `${JSON.stringify({
    subject: entityRecord(fact.source), predicate: fact.predicate, object: entityRecord(fact.target),
    qualifiers: Object.fromEntries(fact.qualifiers), derived: fact.derived, evidence: fact.quotes.map(passage),
    ...(fact.basis.length ? { basis: fact.basis } : {}), ...(fact.rule ? { rule: fact.rule } : {}), ...Object.fromEntries(trust(fact)),
  })}\n`).join('');
}

const cell = (text) => {
  // A spreadsheet must not take a cell for a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

// A row for each passage; the mark at the head tells spreadsheets that it is UTF-8.
function statementTable(chosen) {
  const head = ['subject_label', 'subject', 'predicate', 'object_label', 'object', 'qualifiers', 'derived', 'basis', 'rule',
    'confidence', 'right', 'judged', 'document', 'start', 'end', 'quote'];
  const rows = chosen.flatMap((fact) => {
    const said = [fact.source.label, fact.source.name, fact.predicate, fact.target.label, fact.target.name,
      fact.qualifiers.map(([name, value]) => `${name}=${value}`).join('; '), fact.derived, fact.basis.join('; '), fact.rule,
      ...(fact.confidence.length ? fact.confidence : ['', '', ''])];
    const places = fact.quotes.map((quote) => [quote.document.name, quote.start, quote.end, quote.text]);
    return (places.length ? places : [['', '', '', '']]).map((place) => [...said, ...place]);
  });
  return `\ufeff${[head, ...rows].map((row) => `${row.map((value) => cell(String(value))).join(',')}\r\n`).join('')}`;
}

const flat = (value) => (Array.isArray(value) ? value.join(' | ') : value);
const kindOf = (value) => (typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? (Number.isInteger(value) ? 'long' : 'double') : 'string');

function nodeData(node) {
  const named = [['name_en', node.english], ['aliases', node.aliases]].filter(isGiven);
  return [['label', node.name], ['type', node.label], ['id', node.id], ['name', node.name], ...named, ...node.properties];
}

function edgeData(fact) {
  return [['type', fact.predicate], ['label', fact.predicate], ['quotes', fact.quotes.map((quote) => quote.text)], ...fact.qualifiers,
    ['id', fact.id], ['derived', fact.derived], ...[['basis', fact.basis], ['rule', fact.rule]].filter(isGiven), ...trust(fact),
    ['evidence', fact.quotes.map(passageId)]];
}

// GraphML, as Gephi, yEd and networkx read it: whole numbers and fractions under one name are all fractions.
function graphml(members, chosen) {
  const keys = new Map();
  const kinds = (list, target) => {
    for (const [name, value] of list) {
      const id = `${target}/${name}`;
      const kind = kindOf(flat(value));
      const known = keys.get(id);
      const both = !known || known.kind === kind ? kind : [known.kind, kind].every((one) => one === 'long' || one === 'double') ? 'double' : 'string';
      keys.set(id, { id, name, target, kind: both });
    }
  };
  for (const node of members) kinds(nodeData(node), 'node');
  for (const fact of chosen) kinds(edgeData(fact), 'edge');
  const number = new Map([...keys.keys()].sort(byWord).map((id, index) => [id, `d${index}`]));
  const data = (list, target) => list.map(([name, value]) => `<data key="${number.get(`${target}/${name}`)}">${xml(flat(value))}</data>`).join('');
  const head = [...keys.values()].sort((a, b) => byWord(a.id, b.id))
    .map(({ id, name, target, kind }) => `<key id="${number.get(id)}" for="${target}" attr.name="${xml(name)}" attr.type="${kind}"/>`);
  const drawn = members.map((node) => `<node id="${xml(node.id)}">${data(nodeData(node), 'node')}</node>`);
  const lines = chosen.map((fact) => `<edge id="${xml(fact.id || fact.number)}" source="${xml(fact.source.id)}" target="${xml(fact.target.id)}">${data(edgeData(fact), 'edge')}</edge>`);
  return ['<?xml version="1.0" encoding="utf-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', ...head,
    '<graph edgedefault="directed">', ...drawn, ...lines, '</graph>', '</graphml>', ''].join('\n');
}
