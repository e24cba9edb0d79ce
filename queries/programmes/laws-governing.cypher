// 어느 법이 무엇을 규율하는가?
// Which law governs what?
// @param law: Law = '' — only this law; none means all
// @param governs: Entity = '' — only what governs this programme, field or technology; none means all
// @returns law, in_force, governs, kind, subject, statement, quotes, documents
// @tags laws
MATCH (l:Law)-[r:GOVERNS]->(x)
WHERE ($law = '' OR any(n IN split($law, '|') WHERE n IN [l.id, l.name, l.name_en] OR n IN l.aliases))
  AND ($governs = '' OR any(n IN split($governs, '|') WHERE n IN [x.id, x.name, x.name_en] OR n IN x.aliases))
OPTIONAL MATCH (l)-[:MENTIONED_IN]->(q:Passage)
WHERE q.id IN r.evidence
WITH l, r, x, q
ORDER BY q.document, q.start, q.id
WITH l, r, x, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY l.name, l.id, labels(x)[0], x.name, x.id, r.id
RETURN l AS law, l.in_force AS in_force, x AS governs, labels(x)[0] AS kind, r.subject AS subject,
       r AS statement, quotes, documents
