-- stg_denials: each denial with every claim that it denies.
-- grain: one row per denial and denied record; one row with a null where no claim was found.
-- not: a judgement who is right. A denial never changes the claim that it denies.
-- columns:
--   denial_record_id: the record whose status is `denied`
--   denied_record_id: the claim; null where no article in the ledger makes it
--   match_code: named (the article itself holds the claim), matched (same type, force and place, published within 30
--     days before, from another origin, no contrary number), none
WITH denials AS (
  SELECT c.*, r.denies_record_id
  FROM stg_claims AS c
  JOIN records AS r USING (record_id)
  WHERE c.status_code = 'denied'
),
named AS (
  SELECT record_id AS denial_record_id, denies_record_id AS denied_record_id, 'named' AS match_code
  FROM denials
  WHERE denies_record_id IS NOT NULL
),
matched AS (
  SELECT d.record_id AS denial_record_id, c.record_id AS denied_record_id, 'matched' AS match_code
  FROM denials AS d
  JOIN stg_claims AS c
    ON c.status_code <> 'denied'
    AND c.type_code = d.type_code
    AND list_has_any(c.actor_codes, d.actor_codes)
    AND c.country_code IS NOT DISTINCT FROM d.country_code
    AND (d.place_code IS NULL OR c.place_code = d.place_code)
    AND c.origin_key <> d.origin_key
    AND c.known_on BETWEEN d.known_on - 30 AND d.known_on
    AND (d.point IS NULL OR c.point IS NULL OR (c.lower_bound <= d.upper_bound AND c.upper_bound >= d.lower_bound))
  WHERE NOT EXISTS (
    FROM named AS n WHERE n.denial_record_id = d.record_id AND n.denied_record_id = c.record_id
  )
),
found AS (FROM named UNION ALL FROM matched)
FROM found
UNION ALL
SELECT d.record_id, NULL, 'none' FROM denials AS d WHERE d.record_id NOT IN (SELECT denial_record_id FROM found)
ORDER BY denial_record_id, denied_record_id
