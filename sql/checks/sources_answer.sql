-- warn: a source whose newest batch holds nothing but failures: it is gone, blocked or moved
WITH newest AS (
  SELECT source_code, max(batch_code) AS batch_code FROM documents GROUP BY source_code
)
SELECT d.source_code, d.batch_code, count(*) AS failures, min(d.reason) AS reason
FROM documents AS d
JOIN newest USING (source_code, batch_code)
GROUP BY d.source_code, d.batch_code
HAVING count(*) FILTER (WHERE d.state_code NOT IN ('fetch_failed', 'refused')) = 0
ORDER BY d.source_code
