// 어느 해에 어떤 목표가 잡혀 있는가?
// Which goals fall in which year, over all programmes?
// @param program: Program = '' — only this programme's goals; none means all
// @param from: int = 0 — the first year
// @param until: int = 9999 — the last year
// @returns year, program, target, goal, statement, quotes, documents
// @tags programmes, targets
MATCH (x)-[r:TARGETS_YEAR]->(y:Year)
WHERE $from <= y.year AND y.year <= $until
OPTIONAL MATCH (owner:Program)-[:HAS_FIELD|HAS_MISSION]->(x)
WITH x, r, y, CASE WHEN x:Program THEN x ELSE owner END AS p
WHERE $program = '' OR any(n IN split($program, '|') WHERE n IN [p.id, p.name, p.name_en] OR n IN p.aliases)
OPTIONAL MATCH (x)-[:MENTIONED_IN]->(q:Passage)
WHERE q.id IN r.evidence
WITH x, r, y, p, q
ORDER BY q.document, q.start, q.id
WITH x, r, y, p, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY y.year, p.name, p.id, x.name, x.id, r.goal, r.id
RETURN y AS year, p AS program, x AS target, r.goal AS goal, r AS statement, quotes, documents
