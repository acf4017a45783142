-- warn: a page dated after the day on which it was fetched has its date misread
SELECT article_id, url, published_on, retrieved_at
FROM articles
WHERE published_on > CAST(retrieved_at AT TIME ZONE 'UTC' AS DATE) + 1
ORDER BY article_id
