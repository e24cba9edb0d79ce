// 주어진 분야를 모두 다루는 기관은 어디이며, 얼마나 직접 다루는가?
// Which organizations cover all of the given fields, and how directly?
// @param field: list of Field = 양자, 인공지능 — all of these must be covered; a|b stands for one field of two names
// @returns organization, directness, field, through, path, quotes, documents
// @tags organizations, fields
UNWIND range(0, size($field) - 1) AS position
MATCH (f:Field)
WHERE any(n IN split($field[position], '|')
          WHERE n IN [f.id, f.name, f.name_en] OR n IN f.aliases OR n IN split(f.name, '·'))
CALL (f) {
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:PARTICIPATES_IN]->(f)
  RETURN o, path, 1 AS rank, 'in person' AS through
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:DEVELOPS]->(:Technology)-[:IN_FIELD]->(f)
  RETURN o, path, 2 AS rank, 'technology' AS through
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:LEADS|PARTICIPATES_IN]->(:Mission)-[:IN_FIELD]->(f)
  RETURN o, path, 3 AS rank, 'mission' AS through
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:LEADS|PARTICIPATES_IN]->(:Mission)-[:INVOLVES]->(:Technology)-[:IN_FIELD]->(f)
  RETURN o, path, 3 AS rank, 'mission' AS through
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:LEADS|PARTICIPATES_IN*1..2]->(:Program)-[:HAS_FIELD|HAS_MISSION|IN_FIELD*1..2]->(f)
  RETURN o, path, 4 AS rank, 'programme' AS through
  UNION ALL
  MATCH path = (o:Organization)<-[:PART_OF*0..3]-(:Organization)-[:HOSTS|LEADS|PARTICIPATES_IN]->(:Event)-[:ABOUT]->(:Program)-[:HAS_FIELD|HAS_MISSION|IN_FIELD*1..2]->(f)
  RETURN o, path, 5 AS rank, 'event' AS through
}
WITH position, f, o, rank, through, path
ORDER BY position, o.id, rank, length(path), [n IN nodes(path) | n.id], [r IN relationships(path) | r.id]
WITH position, o, collect({field: f, rank: rank, through: through, path: path})[0] AS best
WITH o, collect({position: position, best: best}) AS cover, max(best.rank) AS worst, sum(best.rank) AS total
WHERE size(cover) = size($field)
UNWIND cover AS one
WITH o, worst, total, one.position AS position, one.best.field AS field, one.best.through AS through,
     one.best.path AS path
WITH o, worst, total, position, field, through, path,
     reduce(ids = [''], r IN relationships(path) | ids + r.evidence) AS evidence
UNWIND evidence AS passage
OPTIONAL MATCH (q:Passage {id: passage})
WITH o, worst, total, position, field, through, path, q
ORDER BY q.document, q.start, q.id
WITH o, worst, total, position, field, through, path,
     collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY worst, total, o.name, o.id, position
RETURN o AS organization, CASE WHEN worst <= 2 THEN 'direct' ELSE 'indirect' END AS directness,
       field, through, path, quotes, documents
