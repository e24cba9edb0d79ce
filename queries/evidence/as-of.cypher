// 그 날짜까지 발표된 문서로는 무엇을 알 수 있었는가?
// What was known on a given date, from the documents published by then?
// A statement is known from the first document that makes it; what is derived, once all that it rests on is published.
// @param date: date = 9999-12-31 — the day, month or year, to its end (2026-03-11, 2026-03, 2026)
// @param about: Entity = '' — only statements about this entity; none means all
// @returns since, subject, statement, object, detail, quotes, documents
// @tags evidence, time
MATCH (s)-[r]->(o)
WHERE NOT type(r) IN ['MENTIONED_IN', 'FROM']
  AND ($about = ''
       OR any(n IN split($about, '|') WHERE n IN [s.id, s.name, s.name_en] OR n IN s.aliases)
       OR any(n IN split($about, '|') WHERE n IN [o.id, o.name, o.name_en] OR n IN o.aliases))
UNWIND r.evidence AS passage
MATCH (q:Passage {id: passage})-[:FROM]->(d:Document)
WITH s, r, o, q, d, left(d.published, size($date)) <= $date AS known
ORDER BY d.published, q.document, q.start, q.id
WITH s, r, o, collect({quote: q.quote, document: q.document, published: d.published, known: known}) AS passages
WITH s, r, o, passages, [p IN passages WHERE p.known] AS read
WHERE size(read) > 0 AND (NOT r.derived OR size(read) = size(passages))
WITH s, r, o, [p IN read | p.quote] AS quotes,
     reduce(names = [], p IN read | CASE WHEN p.document IN names THEN names ELSE names + p.document END) AS documents,
     CASE WHEN r.derived THEN last(read).published ELSE head(read).published END AS since
ORDER BY since, s.name, s.id, type(r), o.name, o.id, r.id
RETURN since, s AS subject, r AS statement, o AS object,
       [d IN [r.goal, r.title, r.role, r.subject] WHERE d IS NOT NULL] AS detail, quotes, documents
