-- strength_as_of: what was true of each force's strength on one day, as known on another.
-- use: FROM strength_as_of(DATE '2024-12-31', DATE '2025-02-01'): valid day, day of knowledge.
--   `held_at := TIMESTAMPTZ '…'` leaves only what this ledger had archived by then. Columns as in the mart `strength`,
--   which is this macro on the newest day of the ledger.
-- how: claims of one level_id are compared. Numbers come before withheld, unknown and not applicable; a presence
--   without a number counts where nothing else does. Of these, the statements within window_days() of the newest as-of
--   day, the latest of each origin. Best is the number that the bounds of most origins allow, then the newest.
CREATE MACRO strength_as_of(valid_day, known_day, held_at := NULL) AS TABLE
WITH standing AS (
  SELECT
    c.*,
    -- Not least(), which would put an undated claim on the day asked for.
    CASE WHEN c.as_of_on > CAST(valid_day AS DATE) THEN CAST(valid_day AS DATE) ELSE c.as_of_on END AS seen_on,
    CASE
      WHEN c.type_code = 'presence' THEN 5
      WHEN c.quantity_state_code = 'stated' AND c.point IS NOT NULL THEN 1
      WHEN c.quantity_state_code = 'withheld' THEN 2
      WHEN c.quantity_state_code = 'not_applicable' THEN 4
      ELSE 3
    END AS state_rank
  FROM claims_as_of(known_day, held_at := held_at) AS c
  WHERE (
      (c.type_code IN ('strength', 'presence') AND c.status_code IN ('in_effect', 'completed', 'ongoing'))
      OR (c.type_code = 'strength_change' AND c.status_code IN ('in_effect', 'completed') AND c.point IS NOT NULL)
    )
    AND c.force_code IS NOT NULL
    AND (c.country_code IS NOT NULL OR c.place_code IS NOT NULL)
    AND (c.valid_from_on IS NULL OR c.valid_from_on <= CAST(valid_day AS DATE))
),
ranked AS (
  SELECT
    *,
    min(state_rank) OVER (PARTITION BY level_id) AS best_rank,
    max(seen_on) FILTER (WHERE state_rank = 2) OVER (PARTITION BY level_id) AS withheld_on
  FROM standing
),
recent AS (
  SELECT *, max(seen_on) OVER (PARTITION BY level_id) AS newest_on
  FROM ranked
  WHERE state_rank = best_rank
  QUALIFY newest_on IS NULL OR seen_on >= newest_on - CAST(window_days() AS INTEGER)
),
latest AS (
  -- A copy says nothing of its own: where the original holds the fact, the original speaks.
  SELECT *
  FROM recent
  WHERE original_record_id IS NULL OR original_record_id NOT IN (SELECT record_id FROM recent)
  QUALIFY row_number() OVER (
    PARTITION BY level_id, origin_key ORDER BY seen_on DESC NULLS LAST, known_on DESC, retrieved_at DESC, record_id
  ) = 1
),
supported AS (
  SELECT a.record_id, count(DISTINCT b.origin_key) AS best_origin_count
  FROM latest AS a
  JOIN latest AS b
    ON b.level_id = a.level_id AND (a.point IS NULL OR (b.lower_bound <= a.point AND b.upper_bound >= a.point))
  GROUP BY a.record_id
),
best AS (
  SELECT l.*, s.best_origin_count
  FROM latest AS l
  JOIN supported AS s USING (record_id)
  QUALIFY row_number() OVER (
    PARTITION BY l.level_id
    ORDER BY s.best_origin_count DESC, l.seen_on DESC NULLS LAST, l.is_reprint, l.known_on DESC, l.record_id
  ) = 1
),
spread AS (
  SELECT
    level_id,
    CASE WHEN count(low) > 0 THEN min(point) END AS low,
    CASE WHEN count(high) > 0 THEN max(coalesce(high, point)) END AS high,
    coalesce(max(lower_bound) > min(upper_bound), false) AS is_conflicting,
    count(DISTINCT origin_key) AS origin_count
  FROM latest
  GROUP BY level_id
),
counted AS (
  SELECT
    level_id,
    count(*) AS claim_count,
    bool_or(record_id IN (
      SELECT d.denied_record_id
      FROM stg_denials AS d
      JOIN claims_as_of(known_day, held_at := held_at) AS c ON c.record_id = d.denial_record_id
      WHERE d.denied_record_id IS NOT NULL
    )) AS is_denied
  FROM recent
  GROUP BY level_id
)
SELECT
  b.level_id AS strength_id,
  b.force_code,
  b.actor_codes,
  b.country_code,
  b.place_name,
  b.scope,
  b.unit_code,
  CASE b.state_rank WHEN 1 THEN 'stated' WHEN 2 THEN 'withheld' WHEN 4 THEN 'not_applicable' ELSE 'unknown' END
    AS quantity_state_code,
  s.low,
  b.point AS best,
  s.high,
  b.qualifier_code,
  b.newest_on AS as_of_on,
  b.withheld_on,
  s.origin_count,
  b.best_origin_count,
  n.claim_count,
  s.is_conflicting OR n.is_denied AS is_disputed,
  b.record_id,
  b.origin_source,
  e.quote,
  e.url,
  e.outlet,
  e.published_on
FROM best AS b
JOIN spread AS s USING (level_id)
JOIN counted AS n USING (level_id)
JOIN stg_evidence AS e ON e.record_id = b.record_id
