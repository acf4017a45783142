-- warn: a headline calls its article a correction, but no earlier article is found that it could put right
SELECT a.article_id, a.source_code, a.title, a.url
FROM articles AS a
WHERE a.is_correction
  AND a.correction_quote = trim(a.title)
  AND a.article_id NOT IN (SELECT article_id FROM corrections)
ORDER BY a.article_id
