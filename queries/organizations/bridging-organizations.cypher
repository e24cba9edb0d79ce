// 두 사업을 잇는 기관과 인물은 누구인가?
// Which organizations and people tie two programmes together?
// @param first: Program = '' — one programme; none means any
// @param second: Program = '' — another programme; none means any
// @returns first, second, who, kind, first_path, second_path, quotes, documents
// @tags organizations, people, programmes
CALL {
  MATCH path = (w)<-[:PART_OF*0..2]-()-[:LEADS|PARTICIPATES_IN]->(p:Program)
  RETURN w, p, path, 1 AS rank
  UNION ALL
  MATCH path = (w)<-[:PART_OF*0..2]-()-[:LEADS|PARTICIPATES_IN]->(:Mission)<-[:HAS_MISSION]-(p:Program)
  RETURN w, p, path, 2 AS rank
  UNION ALL
  MATCH path = (w)<-[:PART_OF*0..2]-()-[:LEADS|PARTICIPATES_IN]->(:Organization)-[:LEADS|PARTICIPATES_IN]->(p:Program)
  RETURN w, p, path, 3 AS rank
  UNION ALL
  MATCH path = (w)<-[:PART_OF*0..2]-()-[:HOSTS|LEADS|PARTICIPATES_IN]->(:Event)-[:ABOUT]->(p:Program)
  RETURN w, p, path, 4 AS rank
  UNION ALL
  MATCH path = (w:Organization)-[:DEVELOPS]->(:Technology)<-[:INVOLVES]-(p:Program)
  RETURN w, p, path, 5 AS rank
  UNION ALL
  MATCH path = (w:Organization)-[:DEVELOPS]->(:Technology)<-[:INVOLVES]-(:Mission)<-[:HAS_MISSION]-(p:Program)
  RETURN w, p, path, 5 AS rank
}
WITH w, p, path, rank
ORDER BY w.id, p.id, rank, length(path), [n IN nodes(path) | n.id], [r IN relationships(path) | r.id]
WITH w, p, collect({rank: rank, path: path})[0] AS best
WITH w, collect({program: p, id: p.id, rank: best.rank, path: best.path}) AS ties
UNWIND ties AS a
UNWIND ties AS b
WITH w, a.program AS left, b.program AS right, a.path AS left_path, b.path AS right_path,
     a.rank + b.rank AS rank
WHERE left.id <> right.id
  AND ($first = '' OR any(n IN split($first, '|') WHERE n IN [left.id, left.name, left.name_en] OR n IN left.aliases))
  AND ($second = '' OR any(n IN split($second, '|') WHERE n IN [right.id, right.name, right.name_en] OR n IN right.aliases))
  AND ($first <> '' OR $second <> '' OR left.id < right.id)
WITH w, left, right, left_path, right_path, rank,
     reduce(ids = [''], r IN relationships(left_path) + relationships(right_path) | ids + r.evidence) AS evidence
UNWIND evidence AS passage
OPTIONAL MATCH (q:Passage {id: passage})
WITH w, left, right, left_path, right_path, rank, q
ORDER BY q.document, q.start, q.id
WITH w, left, right, left_path, right_path, rank,
     collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY left.name, left.id, right.name, right.id, rank, w.name, w.id
RETURN left AS first, right AS second, w AS who, labels(w)[0] AS kind, left_path AS first_path, right_path AS second_path, quotes, documents
