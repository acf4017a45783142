-- bases_as_of: what was true of each base on one day, as known on another.
-- use: FROM bases_as_of(DATE '2025-06-30', DATE '2025-09-01'): valid day, day of knowledge. `held_at := TIMESTAMPTZ '…'`
--   leaves only what this ledger had archived by then. Columns as in the mart `bases`, which is this macro on the
--   newest day of the ledger.
-- how: claims on one site are put in the order of their days, undated ones first. Openings, closures, handovers,
--   departures and arrivals set the state; a presence only where nothing set it yet, or after the site was left or
--   closed. The last stretch of one state is the row.
CREATE MACRO bases_as_of(valid_day, known_day, held_at := NULL) AS TABLE
WITH standing AS (
  SELECT
    c.*,
    concat_ws(' | ', coalesce(c.country_code, '?'), coalesce(c.place_code, '-')) AS base_id,
    -- Not least(), which would put an undated claim on the day asked for.
    CASE WHEN c.as_of_on > CAST(valid_day AS DATE) THEN CAST(valid_day AS DATE) ELSE c.as_of_on END AS seen_on,
    c.type_code IN ('base_opening', 'base_closure', 'base_handover') AS is_base_claim,
    main_place(c.type_code, r.place, r.origin, r.destination) AS main
  FROM claims_as_of(known_day, held_at := held_at) AS c
  JOIN records AS r USING (record_id)
  WHERE c.type_code IN (
      'base_opening', 'base_closure', 'base_handover', 'withdrawal', 'deployment', 'reinforcement', 'presence',
      'strength'
    )
    AND c.status_code <> 'denied'
    AND (c.country_code IS NOT NULL OR c.place_code IS NOT NULL)
    AND (c.valid_from_on IS NULL OR c.due_on IS NOT NULL OR c.valid_from_on <= CAST(valid_day AS DATE))
),
sited AS (
  -- A town counts once a base in it was claimed; a base counts whatever is said of it.
  SELECT
    *,
    bool_or(is_base_claim) OVER (PARTITION BY base_id) AS has_base_claim,
    bool_or(is_site) OVER (PARTITION BY base_id) AS is_site_somewhere
  FROM standing
  QUALIFY is_base_claim OR (place_code IS NOT NULL AND (has_base_claim OR is_site_somewhere))
),
events AS (
  SELECT
    *,
    CASE
      WHEN status_code NOT IN ('in_effect', 'completed', 'ongoing') THEN NULL
      WHEN type_code = 'base_opening' THEN CASE WHEN status_code = 'ongoing' THEN 'opening' ELSE 'open' END
      WHEN type_code = 'base_closure' THEN CASE WHEN status_code = 'ongoing' THEN 'closing' ELSE 'closed' END
      WHEN type_code = 'base_handover' THEN CASE WHEN status_code = 'ongoing' THEN 'handing_over' ELSE 'handed_over' END
      -- A number that left, or one that is still leaving, does not empty a base.
      WHEN type_code = 'withdrawal' THEN CASE WHEN status_code = 'completed' AND point IS NULL THEN 'vacated' END
      WHEN type_code = 'strength' AND point = 0 THEN NULL
      ELSE 'open'
    END AS state,
    CASE
      WHEN type_code = 'base_handover' AND status_code <> 'ongoing' THEN force_code(counterparty_codes)
      WHEN type_code = 'base_closure' AND status_code <> 'ongoing' THEN NULL
      WHEN type_code = 'withdrawal' THEN NULL
      ELSE force_code
    END AS holder,
    CASE WHEN type_code IN ('base_closure', 'base_handover', 'withdrawal') THEN force_code END AS leaver,
    CASE WHEN is_base_claim THEN 4 WHEN type_code = 'deployment' THEN 3 WHEN type_code = 'withdrawal' THEN 2 ELSE 1 END
      AS weight
  FROM sited
  WHERE original_record_id IS NULL OR original_record_id NOT IN (SELECT record_id FROM sited)
),
settled AS (
  -- `ruled`: state and holder after the last opening, closure, handover or arrival. A force that no longer held the
  -- base does not empty it by leaving, and a new holder that moves in only carries the handover out.
  SELECT
    *,
    last_value(CASE WHEN weight > 2 THEN struct_pack(state := state, holder := holder) END IGNORE NULLS) OVER (
      PARTITION BY base_id ORDER BY seen_on NULLS FIRST, weight, known_on, record_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS ruled
  FROM events
  WHERE state IS NOT NULL
  QUALIFY CASE
    WHEN ruled IS NULL THEN true
    WHEN weight = 2 THEN
      (ruled).state <> 'closed'
      AND ((ruled).holder IS NULL OR list_has_any(string_split((ruled).holder, '+'), actor_codes))
    WHEN weight = 3 THEN (ruled).state <> 'handed_over' OR (ruled).holder IS DISTINCT FROM holder
    ELSE true
  END
),
told AS (
  -- `state_left`: what the last setting claim before this one left behind.
  SELECT
    *,
    last_value(CASE WHEN weight > 1 THEN state END IGNORE NULLS) OVER (
      PARTITION BY base_id ORDER BY seen_on NULLS FIRST, weight, known_on, record_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS state_left
  FROM settled
  QUALIFY weight > 1 OR state_left IS NULL OR state_left IN ('closed', 'vacated')
),
changes AS (
  SELECT
    *,
    CASE
      WHEN lag(state) OVER sequence IS NULL THEN 0
      WHEN lag(state) OVER sequence <> state THEN 1
      WHEN weight > 1 AND lag(holder) OVER sequence IS DISTINCT FROM holder THEN 1
      ELSE 0
    END AS is_change
  FROM told
  WINDOW sequence AS (PARTITION BY base_id ORDER BY seen_on NULLS FIRST, weight, known_on, record_id)
),
runs AS (
  SELECT
    *,
    sum(is_change) OVER (
      PARTITION BY base_id ORDER BY seen_on NULLS FIRST, weight, known_on, record_id ROWS UNBOUNDED PRECEDING
    ) AS run
  FROM changes
),
stretches AS (
  SELECT
    base_id,
    run,
    max(state) AS state,
    last(holder ORDER BY seen_on NULLS FIRST, weight, known_on, record_id) AS holder,
    last(leaver ORDER BY seen_on NULLS FIRST, weight, known_on, record_id) AS leaver,
    -- Being seen open is no change; being opened is.
    CASE WHEN run > 0 OR max(weight) > 1 THEN min(seen_on) END AS changed_on,
    max(seen_on) AS as_of_on,
    count(*) AS claim_count,
    count(DISTINCT origin_key) AS origin_count,
    max(low) FILTER (WHERE is_base_claim AND unit_code = 'bases') AS base_count,
    first(record_id ORDER BY weight DESC, seen_on NULLS LAST, known_on, record_id) AS record_id,
    list(record_id) AS record_ids
  FROM runs
  GROUP BY base_id, run
),
states AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY base_id ORDER BY run DESC) AS rank_from_last,
    lag(state) OVER (PARTITION BY base_id ORDER BY run) AS state_before,
    list(coalesce(holder, leaver)) OVER (
      PARTITION BY base_id ORDER BY run ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS holders_before
  FROM stretches
),
histories AS (
  SELECT
    base_id,
    list(
      struct_pack(status_code := state, holder_code := holder, changed_on := changed_on, record_id := record_id)
      ORDER BY run
    ) AS history
  FROM stretches
  GROUP BY base_id
),
plans AS (
  SELECT
    base_id, record_id, known_on, due_on, status_code, force_code, origin_key,
    CASE WHEN is_base_claim AND unit_code = 'bases' THEN low END AS base_count,
    CASE type_code
      WHEN 'base_opening' THEN 'open'
      WHEN 'base_closure' THEN 'closed'
      WHEN 'base_handover' THEN 'handed_over'
      ELSE 'vacated'
    END AS intended
  FROM events
  WHERE status_code IN ('planned', 'considered')
    AND (is_base_claim OR (type_code = 'withdrawal' AND point IS NULL))
),
latest_plans AS (
  SELECT
    *,
    count(DISTINCT origin_key) OVER (PARTITION BY base_id) AS plan_origin_count,
    count(*) OVER (PARTITION BY base_id) AS plan_count
  FROM plans
  QUALIFY row_number() OVER (
    PARTITION BY base_id ORDER BY known_on DESC, status_code = 'planned' DESC, due_on NULLS LAST, record_id
  ) = 1
),
places AS (
  SELECT
    base_id,
    any_value(country_code) AS country_code,
    arg_min(place_name, record_id) AS place_name,
    max(main.site_code) AS site_code,
    bool_or(is_site) AS is_site,
    list_sort(list_distinct(flatten(
      list(list_append(coalesce(main.aliases, []), main.name)) FILTER (WHERE place_name IS NOT NULL)
    ))) AS aliases,
    arg_min(main.latitude, record_id) FILTER (WHERE main.latitude IS NOT NULL) AS latitude,
    arg_min(main.longitude, record_id) FILTER (WHERE main.longitude IS NOT NULL) AS longitude,
    arg_min(main.precision_code, record_id) FILTER (WHERE main.latitude IS NOT NULL) AS precision_code
  FROM sited
  GROUP BY base_id
),
denied AS (
  SELECT DISTINCT d.denied_record_id AS record_id
  FROM stg_denials AS d
  JOIN claims_as_of(known_day, held_at := held_at) AS c ON c.record_id = d.denial_record_id
),
folded AS (
  SELECT
    base_id, state AS status_code, holder AS holder_code,
    list_filter(
      list_append(coalesce(holders_before, []), leaver),
      lambda force: force IS NOT NULL AND force IS DISTINCT FROM holder
    )[-1] AS previous_holder_code,
    state_before AS previous_status_code, changed_on, as_of_on, base_count, origin_count, claim_count, record_id,
    record_ids
  FROM states
  WHERE rank_from_last = 1
  UNION ALL
  -- Known by its plan only: what is to be closed, handed over or left is there; what is to be opened is not.
  SELECT
    base_id,
    CASE WHEN intended = 'open' THEN status_code ELSE 'open' END,
    CASE WHEN intended <> 'open' THEN force_code END,
    NULL, NULL, NULL, NULL, base_count,
    plan_origin_count, plan_count, record_id, [record_id]
  FROM latest_plans
  WHERE base_id NOT IN (SELECT base_id FROM states)
)
SELECT
  f.base_id,
  p.country_code,
  p.place_name,
  p.site_code,
  p.is_site,
  p.aliases,
  p.latitude,
  p.longitude,
  p.precision_code,
  f.status_code,
  f.holder_code,
  f.previous_status_code,
  f.previous_holder_code,
  f.changed_on,
  f.as_of_on,
  l.intended AS intended_status_code,
  l.due_on AS intended_on,
  f.base_count,
  f.origin_count,
  f.claim_count,
  EXISTS (FROM denied AS d WHERE list_contains(f.record_ids, d.record_id)) AS is_disputed,
  coalesce(h.history, []) AS history,
  f.record_id,
  c.origin_source,
  e.quote,
  e.url,
  e.outlet,
  e.published_on
FROM folded AS f
JOIN places AS p USING (base_id)
JOIN stg_claims AS c ON c.record_id = f.record_id
JOIN stg_evidence AS e ON e.record_id = f.record_id
LEFT JOIN histories AS h ON h.base_id = f.base_id
LEFT JOIN latest_plans AS l
  ON l.base_id = f.base_id
  AND l.intended <> f.status_code
  AND (f.as_of_on IS NULL OR l.known_on >= coalesce(f.changed_on, l.known_on))
