// The evidence panel: at first the view at a glance, then whatever is chosen, with its quotes.
const panel = document.getElementById('panel');

function showPanel() {
  const content = state.chosen ? (isNode(state.chosen) ? nodePanel(state.chosen) : factPanel(state.chosen)) : glancePanel();
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
}

const backButton = () => make('button', { type: 'button', className: 'plain', onclick: () => select(null, { focus: true }) }, say('back'));

function nodeButton(node, extra = null) {
  return make('button', { type: 'button', className: 'other', onclick: () => select(node, { move: true, focus: true }) },
    glyph(node.label), make('span', {}, nameOf(node)), extra);
}

function glancePanel() {
  const parts = [
    make('h2', {}, say('summary')),
    make('div', { className: 'big' }, ...block.counts.map(([ko, en, number]) => make('div', {}, make('b', {}, String(number)), sayPair([ko, en])))),
    make('p', { className: 'soft' }, say('hint')),
  ];
  if (block.ranked.length) {
    parts.push(make('h3', {}, say('ranked')), make('ol', {}, ...block.ranked.slice(0, 200).map((number) => make('li', {}, pairButton(facts[number])))));
  }
  parts.push(make('h3', {}, say('names')));
  for (const label of block.labels) {
    const members = nodes.filter((node) => node.label === label.name);
    const details = make('details', {}, make('summary', {}, glyph(label.name), ` ${labelName(label.name)} ${members.length}`));
    // Thousands of buttons would be slow to make; they are made when the list is opened.
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) details.append(make('ul', {}, ...members.map((node) => make('li', {}, nodeButton(node)))));
    });
    parts.push(details);
  }
  return parts;
}

function pairButton(fact) {
  return make('button', { type: 'button', className: 'pair', onclick: () => select(fact, { move: true, focus: true }) },
    make('span', { className: 'score' }, fact.score.toFixed(2)),
    make('span', {}, `${nameOf(fact.source)} ↔ ${nameOf(fact.target)}`),
    make('small', {}, reasons(fact).map(reason).join(', ')));
}

const definition = (rows) => make('dl', {}, ...rows.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));

function nodePanel(node) {
  const rows = [];
  if (node.english) rows.push([say('english'), language ? node.name : node.english]);
  if (node.aliases.length) rows.push([say('aliases'), node.aliases.join(', ')]);
  for (const [name, value] of node.properties) rows.push([caption(name), written(value)]);
  const parts = [
    make('div', { className: 'top' }, make('span', {}, glyph(node.label), ` ${labelName(node.label)}`), backButton()),
    make('h2', { tabIndex: -1 }, nameOf(node)),
    definition(rows),
  ];
  const groups = new Map();
  for (const fact of node.facts) {
    const undirected = predicateOf.get(fact.predicate).undirected;
    const key = `${fact.predicate}/${fact.source === node || undirected ? '' : '<'}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(fact);
  }
  const order = block.predicates.map((predicate) => predicate.name);
  const keys = [...groups.keys()].sort((a, b) => order.indexOf(a.split('/')[0]) - order.indexOf(b.split('/')[0]) || (a < b ? -1 : 1));
  const open = node.facts.length <= 10;
  for (const key of keys) {
    const members = groups.get(key).sort((a, b) => b.score - a.score || otherEnd(a, node).name.localeCompare(otherEnd(b, node).name, 'ko'));
    const [predicate, backward] = key.split('/');
    parts.push(make('h3', {}, `${predicateName(predicate, backward === '<')} ${members.length}`));
    parts.push(make('ul', {}, ...members.map((fact) => make('li', {}, factItem(fact, node, open)))));
  }
  return parts;
}

function factItem(fact, node, open) {
  const details = make('details', { open });
  const told = fact.qualifiers.map(([name, value]) => `${caption(name)} ${written(value)}`).join(' · ');
  details.append(make('summary', {}, nodeButton(otherEnd(fact, node)), told ? make('span', { className: 'soft' }, ` ${told}`) : null));
  const fill = () => { if (details.children.length === 1) details.append(...evidence(fact)); };
  if (open) fill();
  else details.addEventListener('toggle', fill);
  return details;
}

function factPanel(fact) {
  return [
    make('div', { className: 'top' }, make('span', {}, say('evidence')), backButton()),
    make('h2', { tabIndex: -1 }, sentence(fact)),
    make('ul', {}, make('li', {}, nodeButton(fact.source)), make('li', {}, nodeButton(fact.target))),
    definition(fact.qualifiers.map(([name, value]) => [caption(name), written(value)])),
    ...evidence(fact),
  ];
}

const sentence = (fact) => (predicateOf.get(fact.predicate).undirected
  ? `${nameOf(fact.source)} ↔ ${nameOf(fact.target)}`
  : `${nameOf(fact.source)} — ${predicateName(fact.predicate)} → ${nameOf(fact.target)}`);

function evidence(fact) {
  const parts = [];
  if (fact.derived) {
    parts.push(make('p', {}, make('span', { className: 'badge' }, say('derived')), ' ', make('strong', {}, reasons(fact).map(reason).join(' / '))));
    const from = fact.basis.map((id) => factById.get(id)).filter(Boolean);
    if (from.length) parts.push(make('h3', {}, say('basis')), make('ul', {}, ...from.map((one) => make('li', {}, basisItem(one)))));
    if (fact.quotes.length) parts.push(make('h3', {}, `${say('quotes')} ${fact.quotes.length}`));
  }
  for (const quote of fact.quotes) parts.push(blockquote(quote));
  const trust = [fact.rule ? `${say('rule')}: ${fact.rule}` : '', trusted(fact)].filter(Boolean).join(' · ');
  if (trust) parts.push(make('p', { className: 'soft' }, trust));
  return parts;
}

function trusted(fact) {
  const [value, right, judged] = fact.confidence;
  if (value === undefined) return '';
  const cases = judged ? say('cases').replace('#', right).replace('#', judged) : value === 1 ? say('decided') : say('unmeasured');
  return `${say('confidence')} ${value} (${cases})`;
}

const basisItem = (fact) => make('details', {}, make('summary', {}, sentence(fact)), ...fact.quotes.map(blockquote));

function blockquote(quote) {
  const { name, title, published } = quote.document;
  const origin = [title || name, published, title ? name : '', `${quote.start}–${quote.end}`].filter(Boolean).join(' · ');
  return make('blockquote', {}, make('p', {}, quote.text || `(${say('noQuote')})`), make('footer', {}, origin));
}
