-- fail: an article is in one batch and one document only, whatever the lake holds
SELECT document_id, position, count(*) AS articles
FROM articles
GROUP BY document_id, position
HAVING count(*) > 1
ORDER BY document_id, position
