// 두 사업의 어느 임무와 분야가 겹치며, 그 근거는 무엇인가?
// Which missions and fields of two programmes overlap, how strongly, and on what basis?
// @param first: Program = '' — one programme; none means any
// @param second: Program = '' — another programme; none means any
// @returns first_program, first, second_program, second, kind, score, basis, statement, quotes, documents
// @tags programmes, overlap
CALL {
  MATCH (a:Program)-[ra:HAS_FIELD|HAS_MISSION]->(x)-[r:OVERLAPS_WITH]-(y)<-[rb:HAS_FIELD|HAS_MISSION]-(b:Program)
  RETURN a, ra, x, r, y, rb, b, coalesce(r.score, 0.0) AS score, coalesce(r.basis, []) AS basis
  UNION ALL
  MATCH (a:Program)-[ra:HAS_FIELD|HAS_MISSION]->(x)<-[rb:HAS_FIELD|HAS_MISSION]-(b:Program)
  RETURN a, ra, x, null AS r, x AS y, rb, b, 1.0 AS score, ['named by both programmes'] AS basis
}
WITH a, ra, x, r, y, rb, b, score, basis
WHERE a.id <> b.id
  AND ($first = '' OR any(n IN split($first, '|') WHERE n IN [a.id, a.name, a.name_en] OR n IN a.aliases))
  AND ($second = '' OR any(n IN split($second, '|') WHERE n IN [b.id, b.name, b.name_en] OR n IN b.aliases))
  AND ($first <> '' OR $second <> '' OR a.id < b.id)
UNWIND [''] + ra.evidence + rb.evidence + coalesce(r.evidence, []) AS passage
OPTIONAL MATCH (q:Passage {id: passage})
WITH a, x, r, y, b, score, basis, q
ORDER BY q.document, q.start, q.id
WITH a, x, r, y, b, score, basis,
     collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY a.name, a.id, b.name, b.id, score DESC, x.name, x.id, y.name, y.id
RETURN a AS first_program, x AS first, b AS second_program, y AS second,
       CASE WHEN labels(x)[0] = labels(y)[0] THEN labels(x)[0] ELSE labels(x)[0] + ' – ' + labels(y)[0] END AS kind,
       score, [b IN basis WHERE NOT b =~ '[0-9a-f]{16}'] AS basis, r AS statement, quotes, documents
