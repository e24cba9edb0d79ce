// 이 기관에 대해 알려진 것은 무엇인가?
// What is known of one organization?
// @param organization: Organization — the organization
// @returns organization, aspect, other, statement, detail, quotes, documents
// @tags organizations
MATCH (o:Organization)
WHERE any(n IN split($organization, '|') WHERE n IN [o.id, o.name, o.name_en] OR n IN o.aliases)
MATCH (o)-[r]-(x)
WHERE NOT type(r) IN ['MENTIONED_IN', 'FROM']
WITH o, r, x, startNode(r).id = o.id AS outward
WITH o, r, x, CASE
  WHEN type(r) = 'PART_OF' AND outward THEN '01 is part of'
  WHEN type(r) = 'PART_OF' THEN '02 has as part'
  WHEN type(r) = 'LEADS' AND outward THEN '03 leads'
  WHEN type(r) = 'LEADS' THEN '04 is led by'
  WHEN type(r) = 'PARTICIPATES_IN' AND outward THEN '05 takes part in'
  WHEN type(r) = 'PARTICIPATES_IN' THEN '06 has as member'
  WHEN type(r) = 'HOSTS' THEN '07 hosts'
  WHEN type(r) = 'DEVELOPS' THEN '08 develops'
  WHEN type(r) = 'HOLDS_POSITION' THEN '09 has in post'
  ELSE '10 ' + type(r) END AS aspect
OPTIONAL MATCH (x)<-[:HAS_MISSION]-(owner:Program)
OPTIONAL MATCH (x)-[:ABOUT]->(topic:Program)
WITH o, r, x, aspect, coalesce(owner.name, topic.name) AS program
ORDER BY program
WITH o, r, x, aspect, collect(DISTINCT program) AS programs
OPTIONAL MATCH (x)-[:MENTIONED_IN]->(q:Passage)
WHERE q.id IN r.evidence
WITH o, r, x, aspect, programs, q
ORDER BY q.document, q.start, q.id
WITH o, r, x, aspect, programs,
     collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY o.name, o.id, aspect, x.name, x.id, r.id
RETURN o AS organization, substring(aspect, 3) AS aspect, x AS other, r AS statement,
       [d IN [r.title, r.role, x.date] + programs WHERE d IS NOT NULL] AS detail, quotes, documents
