// 어느 기관이 어느 분야를 맡는가?
// Which organization covers which field, in person, through a mission or through a programme?
// @returns organization, kind, fields, how, programmes
// @tags organizations, fields
MATCH (o:Organization)-[r:PARTICIPATES_IN|LEADS]->(x)
WHERE x:Program OR x:Mission OR x:Field
OPTIONAL MATCH (x)-[:HAS_FIELD]->(pf:Field)
OPTIONAL MATCH (x)-[:IN_FIELD]->(mf:Field)
WITH o, x, CASE WHEN x:Field THEN x ELSE coalesce(pf, mf) END AS f
WHERE f IS NOT NULL
WITH o, f, x ORDER BY f.name, x.name
WITH o, f, collect(DISTINCT x.name) AS through
WITH o, f.name AS field, through ORDER BY field
WITH o, collect(field) AS fields, collect(through) AS nested
RETURN o.name AS organization, o.kind AS kind, fields, size(fields) AS how,
       reduce(seen = [], t IN nested | seen + [n IN t WHERE NOT n IN seen]) AS programmes
ORDER BY how DESC, organization
