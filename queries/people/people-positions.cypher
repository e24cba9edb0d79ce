// 누가 어디에서 어떤 자리를 맡고, 어떤 행사에 참여했는가?
// Who holds which position where, and who took part in which event?
// @returns person, title, organization, phone, events, quote, document
// @tags people
MATCH (p:Person)-[r:HOLDS_POSITION]->(o:Organization)
OPTIONAL MATCH (p)-[:PARTICIPATES_IN|LEADS]->(e:Event)
WITH p, r, o, e ORDER BY e.name
WITH p, r, o, collect(DISTINCT e.name) AS events
OPTIONAL MATCH (q:Passage) WHERE q.id = r.evidence[0]
RETURN p.name AS person, r.title AS title, o.name AS organization, coalesce(r.phone, '') AS phone, events, q.quote AS quote, q.document AS document
ORDER BY person, organization, title, p.id
