-- fail: every record has exactly one mention that became it
SELECT r.record_id, count(m.mention_id) AS mentions
FROM records AS r
LEFT JOIN mentions AS m ON m.record_id = r.record_id AND m.outcome_code = 'record'
GROUP BY r.record_id
HAVING count(m.mention_id) <> 1
ORDER BY r.record_id
