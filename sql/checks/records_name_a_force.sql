-- warn: a record without an actor is in no strength; the extractor should have rejected it
SELECT record_id, type_code, evidence_quote FROM records WHERE len(actor_codes) = 0 ORDER BY record_id
