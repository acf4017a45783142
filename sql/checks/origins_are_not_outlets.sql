-- fail: a copy adds no origin: no strength counts more origins than articles that are nobody's copy
WITH independent AS (
  SELECT
    c.level_id,
    count(DISTINCT c.origin_key) AS origins,
    count(DISTINCT a.original_article_id || ' ' || c.origin_key) AS originals
  FROM stg_claims AS c
  JOIN stg_articles AS a USING (article_id)
  GROUP BY c.level_id
)
SELECT s.strength_id, s.origin_count, i.origins, i.originals
FROM strength AS s
LEFT JOIN independent AS i ON i.level_id = s.strength_id
WHERE i.level_id IS NULL OR s.origin_count > least(i.origins, i.originals)
ORDER BY s.strength_id
