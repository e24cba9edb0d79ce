// 이 대상에 대한 서술은 어느 구절에서 나왔는가?
// Which passages stand behind an entity, or behind one statement?
// @param about: Entity or '' = K-문샷 — the entity; empty when a statement is given
// @param statement: text = '' — the id of a statement, or empty
// @returns subject, predicate, object, derived, rule, document, start, end, quote
// @tags evidence
MATCH (s)-[r]->(o)
WHERE r.id IS NOT NULL AND (($statement <> '' AND r.id = $statement)
   OR ($statement = '' AND ($about = s.name OR $about IN s.aliases OR $about = o.name OR $about IN o.aliases)))
UNWIND r.evidence AS passage
MATCH (q:Passage) WHERE q.id = passage
RETURN s.name AS subject, type(r) AS predicate, o.name AS object, r.derived AS derived, coalesce(r.rule, '') AS rule,
       q.document AS document, q.start AS start, q.`end` AS `end`, q.quote AS quote
ORDER BY predicate, subject, object, document, start, `end`, r.id
