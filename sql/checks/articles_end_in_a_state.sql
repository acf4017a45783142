-- fail: an article has records exactly if its state says so
SELECT article_id, state_code, record_count
FROM articles
WHERE (state_code = 'has_records') <> (record_count > 0)
ORDER BY article_id
