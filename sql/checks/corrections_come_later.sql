-- fail: an article corrects one of its own outlet that was told before it, and never itself
SELECT c.article_id, c.corrects_article_id, c.basis_code
FROM corrections AS c
JOIN articles AS n ON n.article_id = c.article_id
JOIN articles AS o ON o.article_id = c.corrects_article_id
WHERE c.article_id = c.corrects_article_id
  OR n.source_code <> o.source_code AND lower(n.outlet) IS DISTINCT FROM lower(o.outlet)
  OR (c.basis_code = 'same_page' AND n.retrieved_at < o.retrieved_at)
  OR (c.basis_code <> 'same_page' AND (
    NOT n.is_correction
    OR coalesce(n.published_on, CAST(n.retrieved_at AT TIME ZONE 'UTC' AS DATE))
      < coalesce(o.published_on, CAST(o.retrieved_at AT TIME ZONE 'UTC' AS DATE))
  ))
ORDER BY c.article_id
