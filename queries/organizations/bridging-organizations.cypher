// 두 프로그램을 함께 잇는 기관과 사람은 누구인가?
// Which organizations and people tie two programmes together, and by what?
// @param first: Program = K-문샷 — one programme
// @param second: Program = 국가전략기술 선도 NEXT 프로젝트 — the other
// @returns name, kind, in_first, in_second, quote_first, quote_second
// @tags organizations, programmes
MATCH (a:Program) WHERE ($first = a.name OR $first = a.name_en OR $first IN a.aliases)
MATCH (b:Program) WHERE ($second = b.name OR $second = b.name_en OR $second IN b.aliases)
CALL (a) {
  MATCH (o)-[r]->(a) WHERE o:Organization OR o:Person
  RETURN o AS left, type(r) AS how, a.name AS what, r.evidence[0] AS passage
  UNION
  MATCH (o)-[r:PARTICIPATES_IN|LEADS|HOSTS]->(e:Event)-[:ABOUT]->(a) WHERE o:Organization OR o:Person
  RETURN o AS left, type(r) AS how, e.name AS what, r.evidence[0] AS passage
}
CALL (b, left) {
  MATCH (left)-[r]->(b)
  RETURN type(r) AS how2, b.name AS what2, r.evidence[0] AS passage2
  UNION
  MATCH (left)-[r:PARTICIPATES_IN|LEADS|HOSTS]->(e:Event)-[:ABOUT]->(b)
  RETURN type(r) AS how2, e.name AS what2, r.evidence[0] AS passage2
}
WITH left, how + ' ' + what AS one, passage, how2 + ' ' + what2 AS two, passage2
ORDER BY left.name, left.id, one, passage, two, passage2
WITH left, collect(DISTINCT one) AS ones, collect(DISTINCT two) AS twos, collect(passage)[0] AS p1, collect(passage2)[0] AS p2
OPTIONAL MATCH (q:Passage) WHERE q.id = p1
OPTIONAL MATCH (s:Passage) WHERE s.id = p2
RETURN left.name AS name, labels(left)[0] AS kind, ones AS in_first, twos AS in_second, q.quote AS quote_first, s.quote AS quote_second
ORDER BY kind, name
