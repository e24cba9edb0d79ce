// What stands behind a statement: its quotes, what it follows from, what follows from it, its rule.
const sentence = (fact) => (isConnection(fact) ? `${nameOf(fact.first)} ⇢ ${nameOf(fact.last)}` : predicateOf.get(fact.predicate).undirected
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
  const onward = followers.get(fact.id) || [];
  if (onward.length) {
    const list = make('details', {}, make('summary', {}, `${say('follows')} ${onward.length}`));
    list.addEventListener('toggle', () => { if (list.children.length === 1) list.append(make('ul', {}, ...onward.map((one) => make('li', {}, factButton(one))))); });
    parts.push(list);
  }
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

const factButton = (fact) => make('button', { type: 'button', className: 'fact', onclick: () => select(fact, { move: true, focus: true }) }, sentence(fact));
const basisItem = (fact) => make('details', {}, make('summary', {}, sentence(fact)), ...fact.quotes.map(blockquote), factButton(fact));

// What follows from a statement: those that name it in their basis.
const followers = new Map();
for (const fact of facts) {
  for (const id of fact.basis.filter((one) => factById.has(one))) {
    if (!followers.has(id)) followers.set(id, []);
    followers.get(id).push(fact);
  }
}

function blockquote(quote) {
  return make('blockquote', {}, make('p', {}, quote.text || `(${say('noQuote')})`), make('footer', {}, `${origin(quote.document)} · ${quote.start}–${quote.end}`));
}
