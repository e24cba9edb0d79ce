// 두 대상은 어떤 가장 짧은 길로 이어지는가?
// What is the shortest connection between two entities, step by step?
// Common target years do not connect; of several shortest ways the first by name is shown.
// @param first: Entity — where the way begins
// @param second: Entity — where it ends
// @returns step, source, statement, target, derived, quotes, documents
// @tags evidence, paths
MATCH (a)
WHERE (a:Program OR a:Mission OR a:Field OR a:Technology OR a:Organization OR a:Person OR a:Law OR a:Event)
  AND any(n IN split($first, '|') WHERE n IN [a.id, a.name, a.name_en] OR n IN a.aliases)
MATCH (b)
WHERE (b:Program OR b:Mission OR b:Field OR b:Technology OR b:Organization OR b:Person OR b:Law OR b:Event)
  AND any(n IN split($second, '|') WHERE n IN [b.id, b.name, b.name_en] OR n IN b.aliases)
WITH a, b
WHERE a.id <> b.id
MATCH path = allShortestPaths((a)-[:HAS_FIELD|HAS_MISSION|IN_FIELD|INVOLVES|LEADS|PARTICIPATES_IN|HOSTS|GOVERNS|HOLDS_POSITION|PART_OF|DEVELOPS|ABOUT|FOLLOWS|OVERLAPS_WITH*..8]-(b))
WITH path
ORDER BY length(path), [n IN nodes(path) | n.name], [n IN nodes(path) | n.id], [r IN relationships(path) | r.id]
LIMIT 1
UNWIND range(0, length(path) - 1) AS i
WITH i + 1 AS step, relationships(path)[i] AS r, nodes(path)[i] AS a, nodes(path)[i + 1] AS b
WITH step, r, CASE WHEN startNode(r).id = a.id THEN a ELSE b END AS source,
     CASE WHEN startNode(r).id = a.id THEN b ELSE a END AS target
UNWIND CASE WHEN size(r.evidence) > 0 THEN r.evidence ELSE [''] END AS key
OPTIONAL MATCH (q:Passage {id: key})
WITH step, r, source, target, q
ORDER BY q.document, q.start, q.id
WITH step, r, source, target, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY step
RETURN step, source, r AS statement, target, r.derived AS derived, quotes, documents
