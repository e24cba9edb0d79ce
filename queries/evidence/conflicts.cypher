// 서로 다른 문서의 진술 가운데 함께 성립할 수 없는 것은 무엇인가?
// Which statements of different documents cannot both hold?
// Two figures or years for one goal, two holders of one post, two places in the hierarchy,
// two dates or places of one event. Whether the later document corrects the earlier one is for the reader to say.
// @param shared: list of text = 사무관, 서기관, 주무관, 연구원, 연구위원, 위원, 교수, 이사, 사원, 전문위원, 자문위원, 수석, 선임, 책임 — titles that several people hold at a time
// @returns kind, about, first, second, first_quotes, second_quotes, first_documents, second_documents
// @tags evidence, quality
CALL {
  MATCH (x)-[r:TARGETS_YEAR]->(y:Year)
  RETURN 'target' AS kind, x, r.goal + ' (' + y.name + ')' AS wording, '' AS date, '' AS place, r.evidence AS evidence,
         reduce(t = r.goal, d IN ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ',', '.', ' '] | replace(t, d, '')) AS slot
  UNION ALL
  MATCH (p:Person)-[r:HOLDS_POSITION]->(x:Organization)
  WHERE r.title IS NOT NULL AND NOT r.title IN $shared
  RETURN 'post' AS kind, x, p.name + ' (' + r.title + ')' AS wording, '' AS date, '' AS place, r.evidence AS evidence, r.title AS slot
  UNION ALL
  MATCH (x:Organization)-[r:PART_OF]->(whole:Organization)
  RETURN 'place in the hierarchy' AS kind, x, whole.name AS wording, '' AS date, '' AS place, r.evidence AS evidence, '' AS slot
  UNION ALL
  MATCH (x:Event)
  WHERE x.date IS NOT NULL
  OPTIONAL MATCH (x)-[r]-()
  WITH x, collect(r.evidence) AS found
  RETURN 'event' AS kind, x, x.date + coalesce(' ' + x.place, '') AS wording, x.date AS date,
         coalesce(x.place, '') AS place,
         reduce(ids = [], e IN found | ids + e) AS evidence, replace(x.name, ' ', '') AS slot
}
WITH kind, x, wording, date, place, CASE kind WHEN 'event' THEN slot ELSE x.id + slot END AS key, evidence
UNWIND evidence AS passage
MATCH (q:Passage {id: passage})
WITH kind, x, wording, date, place, key, q
ORDER BY q.document, q.start, q.id
WITH kind, x, wording, date, place, key, collect(DISTINCT q.quote) AS quotes, collect(DISTINCT q.document) AS documents
ORDER BY kind, key, wording, x.id
WITH kind, key, collect({x: x, wording: wording, date: date, place: place, quotes: quotes, documents: documents}) AS said
WHERE size(said) > 1
UNWIND range(0, size(said) - 2) AS i
UNWIND range(i + 1, size(said) - 1) AS j
WITH kind, said[i] AS a, said[j] AS b
WITH kind, a.x AS about, a.wording AS first, b.wording AS second,
     NOT (a.date STARTS WITH b.date OR b.date STARTS WITH a.date) AS other_date,
     a.place <> '' AND b.place <> '' AND a.place <> b.place AS other_place,
     a.quotes AS first_quotes, b.quotes AS second_quotes, a.documents AS first_documents, b.documents AS second_documents
WHERE first <> second AND (kind <> 'event' OR other_date OR other_place)
  AND none(d IN first_documents WHERE d IN second_documents)
ORDER BY kind, about.name, about.id, first, second
RETURN kind, about, first, second, first_quotes, second_quotes, first_documents, second_documents
