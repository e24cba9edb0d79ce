// 한 사업에는 있고 다른 사업에는 없는 것은 무엇인가?
// What has one programme that another has not?
// @param program: Program = '' — the programme that has it; none means any
// @param other: Program = '' — the programme that has it not; none means any
// @returns program, other, kind, item, detail, quotes, documents
// @tags programmes, overlap
MATCH (p:Program), (o:Program)
WHERE p.id <> o.id
  AND ($program = '' OR any(n IN split($program, '|') WHERE n IN [p.id, p.name, p.name_en] OR n IN p.aliases))
  AND ($other = '' OR any(n IN split($other, '|') WHERE n IN [o.id, o.name, o.name_en] OR n IN o.aliases))
CALL (p, o) {
  MATCH (p)-[r:HAS_FIELD|HAS_MISSION]->(x)
  WHERE NOT EXISTS { MATCH (o)-[:HAS_FIELD|HAS_MISSION]->(x) }
    AND NOT EXISTS { MATCH (x)-[:OVERLAPS_WITH]-()<-[:HAS_FIELD|HAS_MISSION]-(o) }
  RETURN x, r
  UNION
  MATCH (p)-[:HAS_FIELD|HAS_MISSION*0..1]->()-[r:INVOLVES]->(x:Technology)
  WHERE NOT EXISTS { MATCH (o)-[:HAS_FIELD|HAS_MISSION*0..1]->()-[:INVOLVES]->(x) }
  RETURN x, r
  UNION
  MATCH (p)<-[r:GOVERNS]-(x:Law)
  WHERE NOT EXISTS { MATCH (o)<-[:GOVERNS]-(x) }
  RETURN x, r
}
OPTIONAL MATCH (x:Mission)-[:IN_FIELD]->(f:Field)
WITH p, o, x, r, f
ORDER BY f.name, f.id
WITH p, o, x, r, collect(DISTINCT f.name) AS detail
OPTIONAL MATCH (x)-[:MENTIONED_IN]->(q:Passage)
WHERE q.id IN r.evidence
WITH p, o, x, detail, q
ORDER BY q.document, q.start, q.id
WITH p, o, x, detail, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
WITH p, o, x, detail, quotes, documents, labels(x)[0] AS kind
ORDER BY p.name, p.id, o.name, o.id, kind, x.name, x.id
RETURN p AS program, o AS other, kind, x AS item, detail, quotes, documents
