-- commitments_as_of: what was planned by a day, and what had come of it as known on that day.
-- use: FROM commitments_as_of(DATE '2025-10-01'). `held_at := TIMESTAMPTZ '…'` leaves only what this ledger had
--   archived by then. Columns as in the mart `commitments`, which is this macro on the newest day of the ledger.
-- how: plans of one type, force, place and day are one commitment. A done act that stg_fulfilments allows, at the same
--   place, keeps it, after its day late. A statement that it did not come about, dated after its day, breaks it. Silence
--   leaves it open.
CREATE MACRO commitments_as_of(known_day, held_at := NULL) AS TABLE
WITH standing AS (
  SELECT
    c.*,
    concat_ws(
      ' | ', c.type_code, coalesce(c.force_code, '?'), coalesce(c.country_code, '?'), coalesce(c.place_code, '-'),
      coalesce(CAST(c.due_on AS VARCHAR), '-')
    ) AS commitment_id
  FROM claims_as_of(known_day, held_at := held_at) AS c
),
plans AS (
  SELECT * FROM standing WHERE status_code IN ('planned', 'considered')
),
chosen AS (
  -- The newest firm plan speaks for all; where the number of a later one differs, the later one counts.
  SELECT
    *,
    min(known_on) OVER (PARTITION BY commitment_id) AS announced_on,
    count(DISTINCT origin_key) OVER (PARTITION BY commitment_id) AS origin_count,
    count(*) OVER (PARTITION BY commitment_id) AS claim_count
  FROM plans
  QUALIFY row_number() OVER (
    PARTITION BY commitment_id ORDER BY status_code = 'planned' DESC, is_reprint, known_on DESC, record_id
  ) = 1
),
done AS (
  SELECT p.commitment_id, d.record_id, d.as_of_on, coalesce(d.as_of_on, d.known_on) AS happened_on, d.known_on
  FROM chosen AS p
  JOIN stg_fulfilments AS f ON f.planned_type_code = p.type_code
  JOIN standing AS d
    ON d.type_code = f.done_type_code
    AND CASE
      -- A deal is kept by its parties, all of them.
      WHEN p.type_code = 'agreement' THEN list_has_all(
        list_concat(d.actor_codes, d.counterparty_codes), list_concat(p.actor_codes, p.counterparty_codes)
      )
      ELSE list_has_any(d.actor_codes, p.actor_codes)
    END
    AND d.country_code IS NOT DISTINCT FROM p.country_code
    AND d.place_code IS NOT DISTINCT FROM p.place_code
  WHERE d.status_code IN ('completed', 'in_effect')
    AND coalesce(d.as_of_on, d.known_on) >= p.announced_on
    -- Strikes and exercises recur: without a day set, only one that comes soon is the one that was meant.
    AND (
      p.domain_code <> 'activities'
      OR p.due_on IS NOT NULL
      OR coalesce(d.as_of_on, d.known_on) <= p.announced_on + CAST(window_days() AS INTEGER)
    )
    AND CASE
      WHEN p.type_code IN ('strength', 'strength_change') THEN
        d.unit_code IS NOT DISTINCT FROM coalesce(p.unit_code, 'personnel')
        AND d.lower_bound <= p.upper_bound AND d.upper_bound >= p.lower_bound
      -- Part of what was to leave or come has left or come: the plan is not kept by it.
      WHEN p.point IS NOT NULL AND d.point IS NOT NULL THEN d.upper_bound >= p.lower_bound
      WHEN p.point IS NULL AND p.type_code IN ('withdrawal', 'relocation') THEN d.point IS NULL
      ELSE true
    END
  QUALIFY row_number() OVER (
    PARTITION BY p.commitment_id ORDER BY happened_on, d.is_reprint, d.known_on, d.record_id
  ) = 1
),
contrary AS (
  SELECT p.commitment_id, d.record_id, d.as_of_on AS happened_on
  FROM chosen AS p
  JOIN standing AS d
    ON list_has_any(d.actor_codes, p.actor_codes)
    AND d.country_code IS NOT DISTINCT FROM p.country_code
    AND d.place_code IS NOT DISTINCT FROM p.place_code
  WHERE p.due_on IS NOT NULL
    AND d.type_code IN ('presence', 'strength', 'mission_continuation')
    AND d.status_code IN ('completed', 'in_effect', 'ongoing')
    AND d.as_of_on > p.due_on
    AND CASE
      -- Who was to be gone and is there: broken. A plan for a part says nothing about the rest.
      WHEN p.type_code IN ('withdrawal', 'relocation', 'base_closure', 'base_handover') THEN
        p.point IS NULL AND d.type_code IN ('presence', 'strength') AND coalesce(d.point, 1) > 0
      WHEN p.type_code = 'mission_end' THEN d.type_code = 'mission_continuation'
      WHEN p.type_code IN ('strength', 'strength_change') THEN
        d.type_code = 'strength' AND d.unit_code IS NOT DISTINCT FROM coalesce(p.unit_code, 'personnel')
        AND d.scope IS NOT DISTINCT FROM p.scope
        AND (d.lower_bound > p.upper_bound OR d.upper_bound < p.lower_bound)
      ELSE false
    END
  QUALIFY row_number() OVER (
    PARTITION BY p.commitment_id ORDER BY d.as_of_on, d.is_reprint, d.known_on, d.record_id
  ) = 1
),
denied AS (
  SELECT DISTINCT p.commitment_id
  FROM plans AS p
  JOIN stg_denials AS d ON d.denied_record_id = p.record_id
  JOIN standing AS c ON c.record_id = d.denial_record_id
)
SELECT
  p.commitment_id,
  p.type_code,
  p.status_code,
  p.force_code,
  p.actor_codes,
  p.counterparty_codes,
  p.scope,
  p.country_code,
  p.place_name,
  p.unit_code,
  p.qualifier_code,
  p.low,
  p.high,
  p.announced_on,
  p.due_on,
  CASE
    WHEN d.record_id IS NOT NULL THEN CASE WHEN d.happened_on > p.due_on THEN 'late' ELSE 'kept' END
    WHEN n.record_id IS NOT NULL THEN 'broken'
    ELSE 'open'
  END AS outcome_code,
  CASE WHEN d.record_id IS NOT NULL THEN d.happened_on ELSE n.happened_on END AS outcome_on,
  d.record_id IS NULL AND n.record_id IS NULL AND coalesce(
    -- Past its day only where the ledger could have told: never by the clock on the wall.
    p.due_on < CAST(known_day AS DATE) AND p.due_on < (SELECT published_on FROM stg_clock), false
  ) AS is_overdue,
  p.commitment_id IN (SELECT commitment_id FROM denied) AS is_disputed,
  p.origin_count,
  p.claim_count,
  p.record_id,
  p.origin_source,
  e.quote,
  e.url,
  e.outlet,
  e.published_on,
  o.record_id AS outcome_record_id,
  o.quote AS outcome_quote,
  o.url AS outcome_url,
  o.outlet AS outcome_outlet
FROM chosen AS p
JOIN stg_evidence AS e USING (record_id)
LEFT JOIN done AS d USING (commitment_id)
LEFT JOIN contrary AS n USING (commitment_id)
LEFT JOIN stg_evidence AS o ON o.record_id = coalesce(d.record_id, n.record_id)
