// 누가 어느 기관에서 어떤 직위를 맡고 있으며, 어떤 행사에 참여했는가?
// Who holds which position where, and who took part in which event?
// @param person: Person = '' — only this person; none means all
// @param organization: Organization = '' — only people of this organization and of its departments; none means all
// @returns person, title, organization, statement, events, quotes, documents
// @tags people
MATCH (p:Person)
WHERE $person = '' OR any(n IN split($person, '|') WHERE n IN [p.id, p.name, p.name_en] OR n IN p.aliases)
OPTIONAL MATCH (p)-[r:HOLDS_POSITION]->(o:Organization)
WITH p, r, o
WHERE $organization = '' OR EXISTS {
  MATCH (o)-[:PART_OF*0..4]->(w:Organization)
  WHERE any(n IN split($organization, '|') WHERE n IN [w.id, w.name, w.name_en] OR n IN w.aliases)
}
OPTIONAL MATCH (p)-[t:PARTICIPATES_IN|LEADS]->(e:Event)
WITH p, r, o, t, e
ORDER BY e.date, e.name, e.id, t.id
WITH p, r, o, collect(DISTINCT e.name) AS events, collect(t.evidence) AS more
UNWIND [''] + reduce(ids = coalesce(r.evidence, []), e IN more | ids + e) AS passage
OPTIONAL MATCH (q:Passage {id: passage})
WITH p, r, o, events, q
ORDER BY q.document, q.start, q.id
WITH p, r, o, events, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY o.name, o.id, p.name, p.id, r.title, r.id
RETURN p AS person, r.title AS title, o AS organization, r AS statement, events, quotes, documents
