// 이 행사에 누가 어떤 역할로 참석했는가?
// Who attended an event, and in what role?
// @param event: Event = '' — the event; none means all
// @returns event, date, participant, kind, role, positions, statement, quotes, documents
// @tags people, events
MATCH (e:Event)<-[r:HOSTS|LEADS|PARTICIPATES_IN]-(w)
WHERE $event = '' OR any(n IN split($event, '|') WHERE n IN [e.id, e.name, e.name_en] OR n IN e.aliases)
OPTIONAL MATCH (w:Person)-[h:HOLDS_POSITION]->(o:Organization)
WITH e, r, w, o, h
ORDER BY o.name, o.id, h.title, h.id
WITH e, r, w, collect(o.name + ' ' + h.title) AS positions
OPTIONAL MATCH (w)-[:MENTIONED_IN]->(q:Passage)
WHERE q.id IN r.evidence
WITH e, r, w, positions, q
ORDER BY q.document, q.start, q.id
WITH e, r, w, positions, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents,
     CASE type(r) WHEN 'HOSTS' THEN 1 WHEN 'LEADS' THEN 2 ELSE 3 END AS rank
ORDER BY e.date, e.name, e.id, rank, labels(w)[0], w.name, w.id, r.id
RETURN e AS event, e.date AS date, w AS participant, labels(w)[0] AS kind,
       coalesce(r.role, CASE rank WHEN 1 THEN 'host' WHEN 2 THEN 'chair' ELSE 'participant' END) AS role,
       positions, r AS statement, quotes, documents
