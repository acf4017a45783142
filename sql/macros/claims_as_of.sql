-- claims_as_of: the claims that stood on a day of knowledge: published by then, and not yet replaced by a newer version
--   of the same page.
-- use: FROM claims_as_of(DATE '2025-02-01'). `held_at := TIMESTAMPTZ '…'` leaves only what this ledger itself had
--   archived by that instant, so that an answer of that time can be had again.
CREATE MACRO claims_as_of(known_day, held_at := NULL) AS TABLE
SELECT *
FROM stg_claims AS c
WHERE c.known_on <= CAST(known_day AS DATE)
  AND (held_at IS NULL OR c.retrieved_at <= CAST(held_at AS TIMESTAMPTZ))
  AND (
    c.superseded_on IS NULL
    OR c.superseded_on > CAST(known_day AS DATE)
    OR (held_at IS NOT NULL AND c.superseded_at > CAST(held_at AS TIMESTAMPTZ))
  )
