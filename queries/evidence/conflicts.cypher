// 서로 맞지 않는 서술은 무엇인가?
// Which statements cannot both hold: two holders of one post, two names or dates for one thing?
// @returns about, what, first, second, quote_first, quote_second, document_first, document_second
// @tags evidence
CALL () {
  MATCH (a:Person)-[r:HOLDS_POSITION]->(o:Organization)<-[s:HOLDS_POSITION]-(b:Person)
  WHERE a.id < b.id AND r.title = s.title
    AND r.title IN ['장관', '총장', '원장', '이사장', '회장', '청장', '처장', '위원장', '대통령', '부총리 겸 장관', 'Minister', 'President']
  RETURN o.name AS about, 'two holders of one post: ' + r.title AS what, a.name AS first, b.name AS second, r.evidence[0] AS one, s.evidence[0] AS two
  UNION
  MATCH (x)-[r:TARGETS_YEAR]->(y:Year), (x)-[s:TARGETS_YEAR]->(z:Year)
  WHERE y.year < z.year AND r.goal = s.goal
  RETURN x.name AS about, 'two years for one goal: ' + r.goal AS what, y.name AS first, z.name AS second, r.evidence[0] AS one, s.evidence[0] AS two
  UNION
  MATCH (p:Program)-[r:HAS_MISSION]->(m:Mission)-[i:IN_FIELD]->(f:Field), (m)-[j:IN_FIELD]->(g:Field)
  WHERE f.id < g.id AND i.derived = false AND j.derived = false
  RETURN m.name AS about, 'two fields of one mission' AS what, f.name AS first, g.name AS second, i.evidence[0] AS one, j.evidence[0] AS two
}
OPTIONAL MATCH (q:Passage) WHERE q.id = one
OPTIONAL MATCH (t:Passage) WHERE t.id = two
RETURN about, what, first, second, q.quote AS quote_first, t.quote AS quote_second, q.document AS document_first, t.document AS document_second
ORDER BY about, what, first, second
