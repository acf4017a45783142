-- fail: a copy points at an original that is no copy itself, and not at itself
SELECT r.article_id, r.original_article_id
FROM reprints AS r
WHERE r.article_id = r.original_article_id OR r.original_article_id IN (SELECT article_id FROM reprints)
ORDER BY r.article_id
