// 이 사업의 분야, 임무, 목표 연도, 법률, 주관기관, 행사는 무엇인가?
// What are a programme's fields, missions, target years, laws, leaders and events?
// @param program: Program = '' — the programme; none means all
// @returns program, aspect, item, statement, detail, quotes, documents
// @tags programmes
MATCH (p:Program)
WHERE $program = '' OR any(n IN split($program, '|') WHERE n IN [p.id, p.name, p.name_en] OR n IN p.aliases)
MATCH (p)-[r]-(x)
WHERE NOT type(r) IN ['MENTIONED_IN', 'FROM']
WITH p, r, x, CASE type(r)
  WHEN 'HAS_FIELD' THEN '01 field'
  WHEN 'HAS_MISSION' THEN '02 mission'
  WHEN 'TARGETS_YEAR' THEN '03 target'
  WHEN 'INVOLVES' THEN '04 technology'
  WHEN 'GOVERNS' THEN '05 law'
  WHEN 'LEADS' THEN '06 leader'
  WHEN 'PARTICIPATES_IN' THEN '07 participant'
  WHEN 'ABOUT' THEN '08 event'
  WHEN 'PART_OF' THEN CASE WHEN startNode(r).id = p.id THEN '09 part of' ELSE '10 has as part' END
  ELSE '11 ' + type(r) END AS aspect
OPTIONAL MATCH (x:Mission)-[:IN_FIELD]->(f:Field)
WITH p, r, x, aspect, f
ORDER BY f.name, f.id
WITH p, r, x, aspect, collect(DISTINCT f.name) AS fields
OPTIONAL MATCH (x)-[:MENTIONED_IN]->(q:Passage)
WHERE q.id IN r.evidence
WITH p, r, x, aspect, fields, q
ORDER BY q.document, q.start, q.id
WITH p, r, x, aspect, fields,
     collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY p.name, p.id, aspect, coalesce(x.date, ''), x.name, x.id, r.id
RETURN p AS program, substring(aspect, 3) AS aspect, x AS item, r AS statement,
       [d IN [r.goal, r.subject, r.role, x.date, x.place] + fields WHERE d IS NOT NULL] AS detail,
       quotes, documents
