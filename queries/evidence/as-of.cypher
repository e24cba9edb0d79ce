// 그날까지 나온 문서로 무엇을 알고 있었는가?
// What was known on a given date, from documents published by then?
// @param date: date = 2026-12-31 — the date, as 2026-06-18
// @param about: Entity or '' = '' — only statements about this entity; empty for all
// @returns since, subject, predicate, object, details, quote, document
// @tags evidence, time
MATCH (d:Document)<-[:FROM]-(q:Passage)
WHERE d.published IS NOT NULL AND d.published <= $date
WITH q, d ORDER BY d.published, q.document, q.start, q.`end`
MATCH (s)-[:MENTIONED_IN]->(q)
MATCH (s)-[r]->(o)
WHERE r.id IS NOT NULL AND r.derived = false AND q.id IN r.evidence
  AND ($about = '' OR $about = s.name OR $about IN s.aliases OR $about = o.name OR $about IN o.aliases)
WITH r, s, o, d.published AS since, q.quote AS quote, q.document AS document, q.start AS start
ORDER BY since, document, start
WITH r, s, o, collect({since: since, quote: quote, document: document})[0] AS first
RETURN first.since AS since, s.name AS subject, type(r) AS predicate, o.name AS object,
       coalesce(r.goal, r.title, r.role, '') AS details, first.quote AS quote, first.document AS document
ORDER BY since, subject, predicate, object, details, r.id
