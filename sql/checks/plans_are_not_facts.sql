-- fail: what is planned or considered is never served as a strength or as the outcome of a plan
SELECT mart, record_id
FROM (
  SELECT 'strength' AS mart, record_id FROM strength
  UNION ALL SELECT 'commitments (outcome)', outcome_record_id FROM commitments
)
WHERE record_id IN (SELECT record_id FROM records WHERE status_code IN ('planned', 'considered'))
ORDER BY ALL
