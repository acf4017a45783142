-- fail: a derived document has its articles, any other has none and says why it ended there
WITH counted AS (
  SELECT d.*, (SELECT count(*) FROM articles AS a WHERE a.document_id = d.document_id) AS articles_found
  FROM documents AS d
)
SELECT document_id, state_code, article_count, articles_found, reason
FROM counted
WHERE article_count <> articles_found
  OR (state_code = 'derived') <> (articles_found > 0)
  OR (state_code IN ('fetch_failed', 'refused', 'unreadable', 'no_text') AND coalesce(trim(reason), '') = '')
ORDER BY document_id
