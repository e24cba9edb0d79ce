// 주어진 분야를 모두 맡는 기관은 어디이며, 직접 맡는가 임무나 프로그램을 거쳐 맡는가?
// Which organizations cover all of the given fields, and how directly: in person, through a mission, through a programme?
// @param field: list of Field = 양자, 인공지능 — the fields, by any name; a field that has the name among its own counts
// @returns organization, directness, field, path, quote, document
// @tags organizations, fields
UNWIND $field AS asked
MATCH (f:Field)
WHERE (asked = f.name OR asked = f.name_en OR asked IN f.aliases)
CALL (f) {
  MATCH (o:Organization)-[r:PARTICIPATES_IN|LEADS]->(f)
  RETURN o, 1 AS steps, o.name + ' → ' + f.name AS path, r.evidence AS evidence
  UNION
  MATCH (o:Organization)-[r:PARTICIPATES_IN|LEADS]->(m:Mission)-[i:IN_FIELD]->(f)
  RETURN o, 2 AS steps, o.name + ' → ' + m.name + ' → ' + f.name AS path, r.evidence + i.evidence AS evidence
  UNION
  MATCH (o:Organization)-[r:PARTICIPATES_IN|LEADS]->(p:Program)-[h:HAS_FIELD]->(f)
  RETURN o, 3 AS steps, o.name + ' → ' + p.name + ' → ' + f.name AS path, r.evidence + h.evidence AS evidence
  UNION
  MATCH (o:Organization)-[r:PARTICIPATES_IN|LEADS]->(p:Program)-[h:HAS_MISSION]->(m:Mission)-[i:IN_FIELD]->(f)
  RETURN o, 4 AS steps, o.name + ' → ' + p.name + ' → ' + m.name + ' → ' + f.name AS path, r.evidence + h.evidence + i.evidence AS evidence
}
WITH o, asked, f, steps, path, evidence
ORDER BY o.name, o.id, asked, steps, path, evidence[0], evidence[1]
WITH o, asked, collect({steps: steps, path: path, evidence: evidence})[0] AS best
WITH o, collect({asked: asked, best: best}) AS covered
WHERE size(covered) = size($field)
UNWIND covered AS one
WITH o, one.asked AS field, one.best.steps AS steps, one.best.path AS path, one.best.evidence AS evidence
OPTIONAL MATCH (q:Passage) WHERE q.id = evidence[0]
RETURN o.name AS organization,
       CASE steps WHEN 1 THEN 'direct' WHEN 2 THEN 'through a mission' WHEN 3 THEN 'through a programme' ELSE 'through a mission of a programme' END AS directness,
       field, path, q.quote AS quote, q.document AS document
ORDER BY steps, organization, field, path
