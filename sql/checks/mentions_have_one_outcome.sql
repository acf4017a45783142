-- fail: a mention that became a record has it and no rejection; a rejected one has exactly its rejection
SELECT m.mention_id, m.outcome_code, m.record_id
FROM mentions AS m
LEFT JOIN records AS r ON r.record_id = m.record_id
LEFT JOIN rejections AS j ON j.mention_id = m.mention_id
WHERE (m.outcome_code = 'record' AND (r.record_id IS NULL OR j.mention_id IS NOT NULL))
  OR (m.outcome_code = 'rejection' AND j.mention_id IS NULL)
ORDER BY m.mention_id
