// 이 프로그램은 무엇으로 이루어지는가? 분야, 임무, 목표 연도, 법, 주도 기관, 행사
// What does a programme consist of: fields, missions, target years, laws, leaders, events?
// @param program: Program = K-문샷 — the programme
// @returns part, name, details, quote, document
// @tags programmes
MATCH (p:Program)
WHERE ($program = p.name OR $program = p.name_en OR $program IN p.aliases)
CALL (p) {
  MATCH (p)-[r:HAS_FIELD]->(x) RETURN 1 AS rank, 'field' AS part, x.name AS name, '' AS details, r
  UNION
  MATCH (p)-[r:HAS_MISSION]->(x) RETURN 2 AS rank, 'mission' AS part, x.name AS name, coalesce('from ' + toString(r.year_start), '') AS details, r
  UNION
  MATCH (p)-[r:TARGETS_YEAR]->(x) RETURN 3 AS rank, 'target year' AS part, x.name AS name, coalesce(r.goal, '') AS details, r
  UNION
  MATCH (p)<-[r:GOVERNS]-(x) RETURN 4 AS rank, 'law' AS part, x.name AS name, coalesce(r.subject, '') AS details, r
  UNION
  MATCH (p)<-[r:LEADS]-(x) RETURN 5 AS rank, 'led by' AS part, x.name AS name, '' AS details, r
  UNION
  MATCH (p)<-[r:PARTICIPATES_IN]-(x) RETURN 6 AS rank, 'takes part' AS part, x.name AS name, coalesce(r.role, '') AS details, r
  UNION
  MATCH (p)<-[r:ABOUT]-(x) RETURN 7 AS rank, 'event' AS part, x.name AS name, coalesce(x.date, '') AS details, r
}
OPTIONAL MATCH (q:Passage) WHERE q.id = r.evidence[0]
RETURN part, name, details, q.quote AS quote, q.document AS document
ORDER BY rank, name, details
