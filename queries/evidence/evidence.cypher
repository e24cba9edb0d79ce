// 이 대상이나 진술의 근거가 되는 원문은 무엇인가?
// Which passages are behind an entity or a statement?
// @param about: Entity = '' — statements about this entity; none means any
// @param statement: text = '' — the statement of this id; none means any
// @returns subject, statement, object, quote, document, start, published, confidence, right, judged
// @tags evidence
MATCH (s)-[r]->(o)
WHERE NOT type(r) IN ['MENTIONED_IN', 'FROM'] AND ($statement = '' OR r.id = $statement)
  AND ($about = ''
       OR any(n IN split($about, '|') WHERE n IN [s.id, s.name, s.name_en] OR n IN s.aliases)
       OR any(n IN split($about, '|') WHERE n IN [o.id, o.name, o.name_en] OR n IN o.aliases))
UNWIND r.evidence AS passage
MATCH (q:Passage {id: passage})-[:FROM]->(d:Document)
WITH s, r, o, q, d
ORDER BY s.name, s.id, type(r), o.name, o.id, r.id, q.document, q.start, q.id
RETURN s AS subject, r AS statement, o AS object, q.quote AS quote, q.document AS document,
       q.start AS start, d.published AS published,
       r.confidence AS confidence, r.right AS right, r.judged AS judged
