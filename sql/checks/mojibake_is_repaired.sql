-- warn: broken characters are left in a text that gave records: its quotes may be broken too
SELECT article_id, url FROM articles WHERE has_mojibake AND record_count > 0 ORDER BY article_id
