-- fail: what is denied is never served as what is: no mart of facts or plans rests on a denial
SELECT mart, record_id
FROM (
  SELECT 'strength' AS mart, record_id FROM strength
  UNION ALL SELECT 'bases', record_id FROM bases
  UNION ALL SELECT 'movements', record_id FROM movements
  UNION ALL SELECT 'activities', record_id FROM activities
  UNION ALL SELECT 'commitments', record_id FROM commitments
  UNION ALL SELECT 'commitments (outcome)', outcome_record_id FROM commitments
)
WHERE record_id IN (SELECT record_id FROM records WHERE status_code = 'denied')
ORDER BY ALL
