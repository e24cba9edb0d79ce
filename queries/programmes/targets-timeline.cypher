// 어느 해에 무엇을 이루려 하는가?
// Which goals fall in which year, over all programmes?
// @returns year, who, kind, goal, quote, document
// @tags programmes, years
MATCH (x)-[r:TARGETS_YEAR]->(y:Year)
OPTIONAL MATCH (q:Passage) WHERE q.id = r.evidence[0]
RETURN y.year AS year, x.name AS who, labels(x)[0] AS kind, coalesce(r.goal, '') AS goal, q.quote AS quote, q.document AS document
ORDER BY year, kind, who, goal
