// The same statements as a plain table: the page without the picture.
const CHUNK = 1000;
const COLUMNS = [
  ['subject', (fact) => nameOf(fact.source)], ['predicate', (fact) => predicateName(fact.predicate)],
  ['object', (fact) => nameOf(fact.target)],
  ['qualifiers', (fact) => fact.qualifiers.map(([name, value]) => `${caption(name)} ${written(value)}`).join(' · ')],
  ['kind', (fact) => (say(fact.derived ? 'byDerivation' : 'byDocument'))],
  ['quote', (fact) => fact.quotes.map((quote) => quote.text).join(' / ')],
  ['document', (fact) => [...new Set(fact.quotes.map((quote) => quote.document.name))].join(', ')],
  ['date', (fact) => [...new Set(fact.quotes.map((quote) => quote.document.published))].join(', ')],
];
let sortedBy = [0, 1];

// Out of the picture by filter, not merely out of this layout.
const filteredOut = (fact) => state.offPredicates.has(fact.predicate) || state.offLabels.has(fact.source.label) || state.offLabels.has(fact.target.label);

function showStatements() {
  const section = document.getElementById('statements');
  if (section.hidden) return;
  const [column, direction] = sortedBy;
  const key = COLUMNS[column][1];
  const rows = facts.filter((fact) => !filteredOut(fact)).map((fact) => [key(fact), fact])
    .sort((a, b) => direction * a[0].localeCompare(b[0], 'ko') || a[1].number - b[1].number).map(([, fact]) => fact);
  const body = make('tbody');
  const head = COLUMNS.map(([word], number) => {
    const cell = make('th', { scope: 'col' }, make('button', { type: 'button', onclick: () => {
      sortedBy = [number, sortedBy[0] === number ? -sortedBy[1] : 1];
      showStatements();
      section.querySelectorAll('thead button')[number].focus();
    } }, say(word)));
    if (number === column) cell.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
    return cell;
  });
  const caption = make('caption', { className: 'soft' }, `${say('statements')}: ${rows.length} ${say('rows')}`);
  section.replaceChildren(make('table', {}, caption, make('thead', {}, make('tr', {}, ...head)), body));
  addRows(section, body, rows, 0);
}

function addRows(section, body, rows, from) {
  body.append(...rows.slice(from, from + CHUNK).map(statementRow));
  if (from + CHUNK >= rows.length) return;
  const more = make('button', { type: 'button' }, `${say('rest')} (${rows.length - from - CHUNK})`);
  more.addEventListener('click', () => { more.remove(); addRows(section, body, rows, from + CHUNK); });
  section.append(more);
}

function statementRow(fact) {
  const row = make('tr');
  row.dataset.fact = fact.number;
  COLUMNS.forEach(([word, text]) => {
    const thing = word === 'subject' ? fact.source : word === 'object' ? fact.target : word === 'predicate' ? fact : null;
    const content = thing ? make('button', { type: 'button', onclick: () => select(thing, { focus: true }) }, text(fact)) : text(fact);
    row.append(make('td', { className: word === 'quote' ? 'quote' : '' }, content));
  });
  return row;
}

function showAnswer() {
  const section = document.getElementById('answer');
  if (!block.table) return;
  const head = make('tr', {}, ...block.table.columns.map((name) => make('th', { scope: 'col' }, name)));
  const body = block.table.rows.map((row) => make('tr', {}, ...row.map(([text, number]) => make('td', { className: 'long' },
    number < 0 ? text : make('button', { type: 'button', onclick: () => select(nodes[number], { move: true, focus: true }) }, text)))));
  section.replaceChildren(make('table', {}, make('caption', { className: 'soft' }, `${say('answer')}: ${body.length} ${say('rows')}`), make('thead', {}, head), make('tbody', {}, ...body)));
}
