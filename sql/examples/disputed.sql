-- question: Which claims are disputed, by whom, and in which words?
-- columns:
--   dispute: denial, conflict or correction
--   force: whose posture
--   country: ISO 3166-1 alpha-3
--   place: the place in it; null for the country as a whole
--   claim: the number and day claimed, or the type of what is denied
--   claim_origin: who is behind the claim; null where no article in the ledger makes it
--   quote: its words
--   url: link to its article
--   counter: the number and day set against it, or `denied`
--   counter_origin: who is behind the counter-claim
--   counter_quote: its words
--   counter_url: link to its article
SELECT
  dispute_code AS dispute,
  force_code AS force,
  country_code AS country,
  place_name AS place,
  CASE WHEN dispute_code = 'denial' THEN type_code
    ELSE concat_ws(' ', CAST(coalesce(low, high) AS VARCHAR), unit_code, 'on', CAST(as_of_on AS VARCHAR)) END AS claim,
  origin_source AS claim_origin,
  quote,
  url,
  CASE WHEN dispute_code = 'denial' THEN 'denied'
    ELSE concat_ws(
      ' ', CAST(coalesce(counter_low, counter_high) AS VARCHAR), unit_code, 'on', CAST(counter_as_of_on AS VARCHAR)
    ) END AS counter,
  counter_origin_source AS counter_origin,
  counter_quote,
  counter_url
FROM disputes
ORDER BY known_on DESC, dispute_id
