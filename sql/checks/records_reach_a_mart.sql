-- fail: every record of the newest versions is served: a fact or plan in its mart, a denial among the disputes
SELECT c.record_id, c.type_code, c.status_code
FROM stg_claims AS c
WHERE c.superseded_on IS NULL
  AND c.original_record_id IS NULL
  AND CASE
    WHEN c.status_code = 'denied' THEN c.record_id NOT IN (SELECT counter_record_id FROM disputes)
    WHEN c.type_code IN ('deployment', 'reinforcement', 'withdrawal', 'relocation', 'strength_change') THEN
      c.record_id NOT IN (SELECT record_id FROM movements)
    WHEN c.domain_code IN ('activities', 'agreements') OR c.type_code = 'restructuring' THEN
      c.record_id NOT IN (SELECT record_id FROM activities)
    WHEN c.status_code IN ('planned', 'considered') THEN
      NOT EXISTS (
        FROM commitments AS m
        WHERE m.type_code = c.type_code AND m.force_code IS NOT DISTINCT FROM c.force_code
          AND m.country_code IS NOT DISTINCT FROM c.country_code AND m.due_on IS NOT DISTINCT FROM c.due_on
      )
    WHEN c.type_code IN ('base_opening', 'base_closure', 'base_handover') THEN
      c.country_code IS NOT NULL
      AND coalesce(c.valid_from_on, c.known_on) <= (SELECT known_on FROM stg_clock)
      AND concat_ws(' | ', c.country_code, coalesce(c.place_code, '-')) NOT IN (SELECT base_id FROM bases)
    ELSE
      c.force_code IS NOT NULL AND (c.country_code IS NOT NULL OR c.place_code IS NOT NULL)
      AND c.valid_from_on <= (SELECT known_on FROM stg_clock)
      AND c.level_id NOT IN (SELECT strength_id FROM strength)
  END
ORDER BY c.record_id
