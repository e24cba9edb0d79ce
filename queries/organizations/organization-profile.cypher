// 이 기관에 대해 알려진 것은 무엇인가?
// What is known of one organization?
// @param organization: Organization = 과학기술정보통신부 — the organization
// @returns relation, direction, other, kind, details, quote, document
// @tags organizations
MATCH (o:Organization)
WHERE ($organization = o.name OR $organization = o.name_en OR $organization IN o.aliases)
CALL (o) {
  MATCH (o)-[r]->(x) WHERE NOT x:Passage
  RETURN r, x, '→' AS direction
  UNION
  MATCH (o)<-[r]-(x) WHERE NOT x:Passage
  RETURN r, x, '←' AS direction
}
OPTIONAL MATCH (q:Passage) WHERE q.id = r.evidence[0]
RETURN type(r) AS relation, direction, x.name AS other, labels(x)[0] AS kind,
       coalesce(r.title, r.role, '') AS details, q.quote AS quote, q.document AS document
ORDER BY relation, direction, other, details
