-- fail: every row of a mart names a record, quotes it word for word and links to its article
SELECT mart, served.record_id
FROM (
  SELECT 'strength' AS mart, record_id, quote, url FROM strength
  UNION ALL SELECT 'bases', record_id, quote, url FROM bases
  UNION ALL SELECT 'movements', record_id, quote, url FROM movements
  UNION ALL SELECT 'activities', record_id, quote, url FROM activities
  UNION ALL SELECT 'commitments', record_id, quote, url FROM commitments
  UNION ALL SELECT 'commitments (outcome)', outcome_record_id, outcome_quote, outcome_url
    FROM commitments WHERE outcome_code <> 'open'
  UNION ALL SELECT 'disputes', record_id, quote, url FROM disputes WHERE record_id IS NOT NULL
  UNION ALL SELECT 'disputes (counter)', counter_record_id, counter_quote, counter_url FROM disputes
) AS served
LEFT JOIN records AS r USING (record_id)
WHERE r.record_id IS NULL OR served.quote IS DISTINCT FROM r.evidence_quote OR coalesce(served.url, '') = ''
ORDER BY ALL
