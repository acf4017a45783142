-- fail: in every article the mentions are the records and the rejections, and the article's own counts say so
WITH counted AS (
  SELECT
    a.article_id, a.mention_count, a.record_count, a.rejection_count,
    (SELECT count(*) FROM mentions AS m WHERE m.article_id = a.article_id) AS mentions_found,
    (SELECT count(*) FROM records AS r WHERE r.article_id = a.article_id) AS records_found,
    (SELECT count(*) FROM rejections AS j WHERE j.article_id = a.article_id) AS rejections_found
  FROM articles AS a
)
SELECT article_id, mentions_found, records_found, rejections_found
FROM counted
WHERE mentions_found <> records_found + rejections_found
  OR mention_count <> mentions_found
  OR record_count <> records_found
  OR rejection_count <> rejections_found
ORDER BY article_id
