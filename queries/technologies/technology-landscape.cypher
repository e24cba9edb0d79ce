// 어떤 기술이 어느 분야와 임무에 쓰이며, 가까운 기관은 어디인가?
// Which technologies are there, which fields and missions need them, which organizations are near them?
// @returns technology, english, needed_by, fields, developers, laws, quote, document
// @tags technologies
MATCH (t:Technology)
OPTIONAL MATCH (x)-[r:INVOLVES]->(t)
WITH t, x, r ORDER BY x.name, r.id
WITH t, collect(DISTINCT x.name) AS needed_by, collect(r.evidence)[0] AS needed
OPTIONAL MATCH (t)-[:IN_FIELD]->(f:Field)
WITH t, needed_by, needed, f ORDER BY f.name
WITH t, needed_by, needed, collect(DISTINCT f.name) AS fields
OPTIONAL MATCH (o:Organization)-[d:DEVELOPS]->(t)
WITH t, needed_by, needed, fields, o, d ORDER BY o.name
WITH t, needed_by, needed, fields, collect(DISTINCT o.name) AS developers, collect(d.evidence)[0] AS made
OPTIONAL MATCH (l:Law)-[g:GOVERNS]->(t)
WITH t, needed_by, needed, fields, developers, made, l, g ORDER BY l.name
WITH t, needed_by, fields, developers, collect(DISTINCT l.name) AS laws, collect(g.evidence)[0] AS governed, needed, made
WITH t, needed_by, fields, developers, laws, coalesce(needed, made, governed) AS evidence
OPTIONAL MATCH (q:Passage) WHERE q.id = evidence[0]
RETURN t.name AS technology, coalesce(t.name_en, '') AS english, needed_by, fields, developers, laws, q.quote AS quote, q.document AS document
ORDER BY technology
