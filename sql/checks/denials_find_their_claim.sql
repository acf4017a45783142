-- warn: a denial whose claim no article in the ledger makes: a source may be missing
SELECT d.denial_record_id, r.evidence_quote
FROM stg_denials AS d
JOIN records AS r ON r.record_id = d.denial_record_id
WHERE d.match_code = 'none'
ORDER BY d.denial_record_id
