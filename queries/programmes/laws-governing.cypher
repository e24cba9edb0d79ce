// 어느 법이 무엇을 다스리는가?
// Which law governs what?
// @returns law, kind, governs, subject, quote, document
// @tags laws
MATCH (l:Law)-[r:GOVERNS]->(x)
OPTIONAL MATCH (q:Passage) WHERE q.id = r.evidence[0]
RETURN l.name AS law, labels(x)[0] AS kind, x.name AS governs, coalesce(r.subject, '') AS subject, q.quote AS quote, q.document AS document
ORDER BY law, kind, governs, subject
