// 두 프로그램은 어디에서 만나는가?
// Which fields and missions of two programmes overlap, how strongly, and why?
// @param first: Program = K-문샷 — one programme
// @param second: Program = 국가전략기술 선도 NEXT 프로젝트 — the other
// @returns first, second, kind, score, basis, quote_first, quote_second
// @tags programmes, overlap
MATCH (a:Program) WHERE ($first = a.name OR $first = a.name_en OR $first IN a.aliases)
MATCH (b:Program) WHERE ($second = b.name OR $second = b.name_en OR $second IN b.aliases)
CALL (a, b) {
  MATCH (a)-[l:HAS_FIELD|HAS_MISSION]->(x)-[o:OVERLAPS_WITH]-(y)<-[r:HAS_FIELD|HAS_MISSION]-(b)
  RETURN x, y, o.score AS score, o.basis AS basis, l.evidence[0] AS one, r.evidence[0] AS two
  UNION
  MATCH (a)-[l:HAS_FIELD|HAS_MISSION]->(x)<-[r:HAS_FIELD|HAS_MISSION]-(b)
  RETURN x, x AS y, 1.0 AS score, ['named by both'] AS basis, l.evidence[0] AS one, r.evidence[0] AS two
}
OPTIONAL MATCH (p:Passage) WHERE p.id = one
OPTIONAL MATCH (q:Passage) WHERE q.id = two
RETURN x.name AS first, y.name AS second, labels(x)[0] + '–' + labels(y)[0] AS kind, score, basis,
       p.quote AS quote_first, q.quote AS quote_second
ORDER BY score DESC, first, second
