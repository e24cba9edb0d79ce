// 어떤 기술이 있고, 어느 분야와 임무가 필요로 하며, 어느 기관이 가까이 있는가?
// Which technologies are there, which fields and missions need them, which organizations are near them?
// @param technology: Technology = '' — only this technology; none means all
// @param program: Program = '' — only technologies that this programme needs; none means all
// @returns technology, fields, missions, programs, laws, makers, near, quotes, documents
// @tags technologies
MATCH (t:Technology)
WHERE $technology = '' OR any(n IN split($technology, '|') WHERE n IN [t.id, t.name, t.name_en] OR n IN t.aliases)
OPTIONAL MATCH (t)<-[:INVOLVES]-(m:Mission)
WITH t, m ORDER BY m.name, m.id
WITH t, collect(DISTINCT m) AS missions
OPTIONAL MATCH (t)-[:IN_FIELD|INVOLVES]-(f:Field)
WITH t, missions, f ORDER BY f.name, f.id
WITH t, missions, collect(DISTINCT f) AS direct
OPTIONAL MATCH (t)<-[:INVOLVES]-(:Mission)-[:IN_FIELD]->(g:Field)
WITH t, missions, direct, g ORDER BY g.name, g.id
WITH t, missions, direct, collect(DISTINCT g.name) AS indirect
OPTIONAL MATCH (t)<-[:INVOLVES]-()<-[:HAS_FIELD|HAS_MISSION*0..1]-(p:Program)
WITH t, missions, direct, indirect, p ORDER BY p.name, p.id
WITH t, missions, direct, indirect, collect(DISTINCT p) AS programs
WHERE $program = '' OR any(p IN programs WHERE any(n IN split($program, '|')
      WHERE n IN [p.id, p.name, p.name_en] OR n IN p.aliases))
OPTIONAL MATCH (t)<-[:GOVERNS|INVOLVES]-(l:Law)
WITH t, missions, direct, indirect, programs, l ORDER BY l.name, l.id
WITH t, missions, direct, indirect, programs, collect(DISTINCT l.name) AS laws
OPTIONAL MATCH (t)<-[:DEVELOPS]-(o:Organization)
WITH t, missions, direct, indirect, programs, laws, o ORDER BY o.name, o.id
WITH t, missions, direct, indirect, programs, laws, collect(DISTINCT o.name) AS makers
OPTIONAL MATCH (t)<-[:INVOLVES]-(:Mission)<-[:LEADS|PARTICIPATES_IN]-(o:Organization)
WITH t, missions, direct, indirect, programs, laws, makers, o ORDER BY o.name, o.id
WITH t, missions, direct, indirect, programs, laws, makers, collect(DISTINCT o.name) AS near
OPTIONAL MATCH (t)-[r:INVOLVES|IN_FIELD|GOVERNS|DEVELOPS]-()
WITH t, missions, direct, indirect, programs, laws, makers, near, collect(r.evidence) AS evidence
UNWIND reduce(ids = [''], e IN evidence | ids + e) AS passage
OPTIONAL MATCH (q:Passage {id: passage})
WITH t, missions, direct, indirect, programs, laws, makers, near, q
ORDER BY q.document, q.start, q.id
WITH t, missions, direct, indirect, programs, laws, makers, near,
     collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY size(programs) DESC, size(missions) DESC, t.name, t.id
RETURN t AS technology,
       [f IN direct | f.name] + [g IN indirect WHERE none(f IN direct WHERE f.name = g)] AS fields,
       [m IN missions | m.name] AS missions, [p IN programs | p.name] AS programs, laws, makers,
       [o IN near WHERE NOT o IN makers] AS near, quotes, documents
