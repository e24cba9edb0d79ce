// 어느 기관이 어느 분야를 다루는가? (기관 × 분야, 가장 직접적인 경로)
// Which organization covers which fields, each by its most direct way? (organizations × fields)
// @param field: list of Field = '' — only these fields; none means all
// @param organization: Organization = '' — only this organization; none means all
// @returns organization, fields, in_person, by_technology, by_mission, by_programme, by_event, quotes, documents
// @tags organizations, fields
MATCH (f:Field)
WHERE size($field) = 0
   OR any(asked IN $field WHERE any(n IN split(asked, '|')
          WHERE n IN [f.id, f.name, f.name_en] OR n IN f.aliases OR n IN split(f.name, '·')))
CALL (f) {
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:PARTICIPATES_IN]->(f)
  RETURN o, path, 1 AS rank
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:DEVELOPS]->(:Technology)-[:IN_FIELD]->(f)
  RETURN o, path, 2 AS rank
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:LEADS|PARTICIPATES_IN]->(:Mission)-[:IN_FIELD]->(f)
  RETURN o, path, 3 AS rank
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:LEADS|PARTICIPATES_IN]->(:Mission)-[:INVOLVES]->(:Technology)-[:IN_FIELD]->(f)
  RETURN o, path, 3 AS rank
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:LEADS|PARTICIPATES_IN*1..2]->(:Program)-[:HAS_FIELD|HAS_MISSION|IN_FIELD*1..2]->(f)
  RETURN o, path, 4 AS rank
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:HOSTS|LEADS|PARTICIPATES_IN]->(:Event)-[:ABOUT]->(:Program)-[:HAS_FIELD|HAS_MISSION|IN_FIELD*1..2]->(f)
  RETURN o, path, 5 AS rank
}
WITH f, o, rank, path
WHERE $organization = ''
   OR any(n IN split($organization, '|') WHERE n IN [o.id, o.name, o.name_en] OR n IN o.aliases)
WITH f, o, rank, path
ORDER BY f.name, f.id, o.id, rank, length(path), [n IN nodes(path) | n.id], [r IN relationships(path) | r.id]
WITH f, o, collect({rank: rank, path: path})[0] AS best
WITH f, o, best.rank AS rank,
     [r IN relationships(best.path) WHERE NOT type(r) IN ['HAS_FIELD', 'HAS_MISSION', 'IN_FIELD', 'ABOUT', 'INVOLVES']] AS own
ORDER BY f.name, f.id
WITH o, collect({rank: rank, name: f.name}) AS cells,
     collect(reduce(ids = [''], r IN own | ids + r.evidence)) AS evidence
UNWIND evidence AS ids
UNWIND ids AS passage
WITH DISTINCT o, cells, passage
OPTIONAL MATCH (q:Passage {id: passage})
WITH o, cells, q
ORDER BY q.document, q.start, q.id
WITH o, cells, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
WITH o, quotes, documents, size(cells) AS fields,
     [c IN cells WHERE c.rank = 1 | c.name] AS in_person,
     [c IN cells WHERE c.rank = 2 | c.name] AS by_technology,
     [c IN cells WHERE c.rank = 3 | c.name] AS by_mission,
     [c IN cells WHERE c.rank = 4 | c.name] AS by_programme,
     [c IN cells WHERE c.rank = 5 | c.name] AS by_event
ORDER BY size(in_person) DESC, size(by_technology) DESC, size(by_mission) DESC, size(by_programme) DESC,
         size(by_event) DESC, o.name, o.id
RETURN o AS organization, fields, in_person, by_technology, by_mission, by_programme, by_event, quotes, documents
