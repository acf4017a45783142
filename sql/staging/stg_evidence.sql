-- stg_evidence: what an analyst needs to check a claim: the words, where they stand, who said and who printed them.
-- as: view
-- grain: one row per record.
-- not: a judgement of the claim.
-- columns:
--   record_id: the record
--   quote: verbatim, from the cleaned text
--   url: link to the article
--   outlet: who published it
--   title: headline
--   published_on: day of publication; null if nothing says so
SELECT r.record_id, r.evidence_quote AS quote, a.url, a.outlet, a.title, a.published_on
FROM records AS r
JOIN stg_articles AS a USING (article_id)
