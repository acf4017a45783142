-- warn: a strength or presence without any place is served in records alone
SELECT record_id, type_code, place_reason, evidence_quote
FROM records
WHERE type_code IN ('strength', 'presence') AND place IS NULL AND origin IS NULL AND destination IS NULL
ORDER BY record_id
