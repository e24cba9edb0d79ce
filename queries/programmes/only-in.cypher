// 한 프로그램에만 있고 다른 프로그램에는 없는 것은 무엇인가?
// What has one programme that another has not, nor anything that overlaps with it?
// @param program: Program = K-문샷 — the programme that has it
// @param other: Program = 국가전략기술 선도 NEXT 프로젝트 — the programme that has not
// @returns kind, name, quote, document
// @tags programmes, overlap
MATCH (a:Program) WHERE ($program = a.name OR $program = a.name_en OR $program IN a.aliases)
MATCH (b:Program) WHERE ($other = b.name OR $other = b.name_en OR $other IN b.aliases)
MATCH (b)-[:HAS_FIELD|HAS_MISSION]->(y)
WITH a, b, collect(y.id) AS theirs
MATCH (a)-[r:HAS_FIELD|HAS_MISSION]->(x)
WHERE NOT x.id IN theirs
OPTIONAL MATCH (x)-[:OVERLAPS_WITH]-(z)
WITH x, r, theirs, collect(z.id) AS matched
WHERE none(m IN matched WHERE m IN theirs)
OPTIONAL MATCH (q:Passage) WHERE q.id = r.evidence[0]
RETURN labels(x)[0] AS kind, x.name AS name, q.quote AS quote, q.document AS document
ORDER BY kind, name
