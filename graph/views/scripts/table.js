// Everything as plain tables, statements and entities: the page without the picture.
const CHUNK = 1000;
const TABS = ['picture', 'statements', 'entities'];
const told = (list) => list.map(([name, value]) => `${caption(name)} ${written(value)}`).join(' · ');
const sureness = (fact) => (fact.confidence.length ? fact.confidence[0].toFixed(2) : '');
const TABLES = {
  statements: {
    things: facts,
    columns: [
      ['subject', (fact) => nameOf(fact.source)], ['predicate', (fact) => predicateName(fact.predicate)],
      ['object', (fact) => nameOf(fact.target)], ['qualifiers', (fact) => told(fact.qualifiers)],
      ['kind', (fact) => (say(fact.derived ? 'byDerivation' : 'byDocument'))],
      ['quote', (fact) => fact.quotes.map((quote) => quote.text).join(' / ')],
      ['document', (fact) => fact.documents.map((one) => one.name).join(', ')],
      ['date', (fact) => distinct(fact.documents.map((one) => one.published)).join(', ')],
      ['rule', (fact) => fact.rule], ['confidence', sureness],
    ],
    opens: { subject: (fact) => fact.source, predicate: (fact) => fact, object: (fact) => fact.target },
  },
  entities: {
    things: nodes,
    columns: [
      ['name', nameOf], ['label', (node) => labelName(node.label)], ['otherName', (node) => (language ? node.name : node.english)],
      ['aliases', (node) => node.aliases.join(', ')], ['qualifiers', (node) => told(node.properties)],
      ['statements', (node) => String(node.facts.filter((fact) => !isOut(fact)).length).padStart(4, '\u2007')],
      ['by-programme', (node) => node.programmes.map(nameOf).join(', ')],
    ],
    opens: { name: (node) => node },
  },
};
let sortedBy = [0, 1];

function showTable() {
  for (const [tab, table] of Object.entries(TABLES)) {
    const section = document.getElementById(tab);
    section.hidden = state.tab !== tab;
    section.setAttribute('aria-label', say(tab));
    if (!section.hidden) fillTable(section, tab, table);
  }
}

function fillTable(section, tab, { things, columns, opens }) {
  const column = Math.min(sortedBy[0], columns.length - 1);
  const direction = sortedBy[1];
  const key = columns[column][1];
  const rows = things.filter((thing) => !isOut(thing)).map((thing) => [key(thing), thing])
    .sort((a, b) => direction * a[0].localeCompare(b[0], 'ko') || a[1].number - b[1].number).map(([, thing]) => thing);
  const head = columns.map(([word], number) => {
    const cell = make('th', { scope: 'col' }, make('button', { type: 'button', onclick: () => {
      sortedBy = [number, column === number ? -direction : 1];
      showTable();
      writeAddress();
      section.querySelectorAll('thead button')[number].focus();
    } }, say(word)));
    if (number === column) cell.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
    return cell;
  });
  const body = make('tbody');
  const caption = make('caption', { className: 'soft' }, `${say(tab)}: ${rows.length} ${say('rows')}`);
  section.replaceChildren(make('table', {}, caption, make('thead', {}, make('tr', {}, ...head)), body));
  addRows(section, body, rows.map((thing) => () => tableRow(thing, columns, opens)), 0);
}

function addRows(section, body, rows, from) {
  body.append(...rows.slice(from, from + CHUNK).map((row) => row()));
  if (from + CHUNK >= rows.length) return;
  const more = make('button', { type: 'button' }, `${say('rest')} (${rows.length - from - CHUNK})`);
  more.addEventListener('click', () => { more.remove(); addRows(section, body, rows, from + CHUNK); });
  section.append(more);
}

function tableRow(thing, columns, opens) {
  return make('tr', {}, ...columns.map(([word, text]) => {
    const target = opens[word] && opens[word](thing);
    const content = target ? make('button', { type: 'button', onclick: () => select(target, { focus: true }) }, text(thing)) : text(thing);
    return make('td', { className: word }, content);
  }));
}

function showAnswer() {
  const section = document.getElementById('answer');
  if (!block.table) return;
  section.setAttribute('aria-label', say('answer'));
  const head = make('tr', {}, ...block.table.columns.map((name) => make('th', { scope: 'col' }, name)));
  const body = block.table.rows.map((row) => make('tr', {}, ...row.map(([text, number]) => make('td', { className: 'long' },
    number < 0 ? text : make('button', { type: 'button', onclick: () => select(nodes[number], { move: true, focus: true }) }, text)))));
  section.replaceChildren(make('table', {}, make('caption', { className: 'soft' }, `${say('answer')}: ${body.length} ${say('rows')}`), make('thead', {}, head), make('tbody', {}, ...body)));
}
