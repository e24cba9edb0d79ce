// 두 대상은 어떻게 이어지는가?
// What is the shortest connection between two entities, and what is the evidence of each step?
// @param first: Entity = K-문샷 — one end
// @param second: Entity = 국가전략기술 선도 NEXT 프로젝트 — the other end
// @returns steps, path, relations, quotes
// @tags evidence
MATCH (a) WHERE NOT a:Passage AND NOT a:Document AND ($first = a.name OR $first = a.name_en OR $first IN a.aliases)
MATCH (b) WHERE NOT b:Passage AND NOT b:Document AND b.id <> a.id AND ($second = b.name OR $second = b.name_en OR $second IN b.aliases)
MATCH p = allShortestPaths((a)-[:HAS_FIELD|HAS_MISSION|IN_FIELD|INVOLVES|TARGETS_YEAR|LEADS|PARTICIPATES_IN|HOSTS|GOVERNS|HOLDS_POSITION|PART_OF|DEVELOPS|ABOUT|FOLLOWS|OVERLAPS_WITH*..6]-(b))
WITH length(p) AS steps, [n IN nodes(p) | n.name] AS path, [n IN nodes(p) | n.id] AS ids, relationships(p) AS walked
WITH steps, path, ids, [r IN walked | type(r)] AS relations, [r IN walked | r.evidence[0]] AS passages
ORDER BY steps, path, ids, relations
LIMIT 1
UNWIND range(0, size(passages) - 1) AS i
OPTIONAL MATCH (q:Passage) WHERE q.id = passages[i]
WITH steps, path, relations, i, coalesce(q.quote, '') AS quote ORDER BY i
RETURN steps, path, relations, collect(quote) AS quotes
