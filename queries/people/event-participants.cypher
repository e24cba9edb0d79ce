// 행사에 누가 어떤 자격으로 참석했는가?
// Who attended an event, in what role?
// @param event: Event or '' = '' — the event; empty for all
// @returns event, date, participant, kind, how, role, position, quote, document
// @tags people, events
MATCH (x)-[r:PARTICIPATES_IN|HOSTS|LEADS]->(e:Event)
WHERE $event = '' OR $event = e.name OR $event IN e.aliases
OPTIONAL MATCH (x)-[h:HOLDS_POSITION]->(o:Organization)
WITH x, r, e, h, o ORDER BY o.name, h.title
WITH x, r, e, collect(o.name + ' ' + h.title) AS positions
OPTIONAL MATCH (q:Passage) WHERE q.id = r.evidence[0]
RETURN e.name AS event, coalesce(e.date, '') AS date, x.name AS participant, labels(x)[0] AS kind, type(r) AS how,
       coalesce(r.role, '') AS role, positions AS position, q.quote AS quote, q.document AS document
ORDER BY event, how, kind, participant, x.id
