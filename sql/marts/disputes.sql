-- disputes: claims that somebody contradicts: denied, in conflict with another origin's number, or put right later.
-- grain: one row per claim and counter-claim; for numbers one per level and pair of origins, the newest pair.
-- not: a judgement who is right; a change over time: numbers that a strength_change explains are no conflict; copies.
-- columns:
--   dispute_id: kind and both records as one word
--   dispute_code: denial; conflict (two origins, numbers that exclude each other, as-of days within window_days());
--     correction (a newer version of the page, the same origin for the same time, or a text that says it corrects gives
--     another number)
--   match_code: how the denial found its claim: named, matched, or none; null for numbers
--   type_code: what kind of fact
--   force_code: whose, actors joined by `+`
--   country_code: where; null if not said
--   place_name: the place in it; null for the country as a whole
--   unit_code: what is counted
--   known_on: first day on which a reader could know both sides
--   record_id: the claim; null for a denial of something that no article in the ledger says
--   origin_source: who is behind it
--   low: its lower bound
--   high: its upper bound
--   as_of_on: its day
--   quote: its words
--   url: link to its article
--   outlet: who published it
--   published_on: when; null if nothing says so
--   counter_record_id: the denial, the conflicting or the later claim
--   counter_origin_source: who is behind it
--   counter_low: its lower bound
--   counter_high: its upper bound
--   counter_as_of_on: its day
--   counter_quote: its words
--   counter_url: link to its article
--   counter_outlet: who published it
--   counter_published_on: when; null if nothing says so
WITH denials AS (
  SELECT 'denial' AS dispute_code, d.match_code, d.denied_record_id AS record_id, d.denial_record_id AS counter_record_id
  FROM stg_denials AS d
  JOIN stg_claims AS n ON n.record_id = d.denial_record_id
  LEFT JOIN stg_claims AS c ON c.record_id = d.denied_record_id
  WHERE n.superseded_on IS NULL
    AND n.original_record_id IS NULL
    AND c.superseded_on IS NULL
    AND c.original_record_id IS NULL
),
levels AS (
  SELECT *
  FROM stg_claims
  WHERE type_code = 'strength'
    AND status_code IN ('in_effect', 'completed', 'ongoing')
    AND point IS NOT NULL
    AND force_code IS NOT NULL
    AND as_of_on IS NOT NULL
    AND original_record_id IS NULL
),
pairs AS (
  SELECT
    a.record_id, b.record_id AS counter_record_id, a.level_id, a.origin_key, b.origin_key AS counter_origin_key,
    a.superseded_on IS NOT NULL AS is_superseded,
    -- Two numbers of one origin for one stretch of time; two for two days are a change, unless the later text says that
    -- it corrects.
    a.superseded_by_article_id IS NOT DISTINCT FROM b.article_id
      OR (a.origin_key = b.origin_key AND a.valid_from_on <= b.as_of_on AND b.valid_from_on <= a.as_of_on)
      OR y.corrects_article_id IS NOT DISTINCT FROM a.article_id
      OR (y.is_correction AND (a.origin_key = b.origin_key OR x.outlet = y.outlet)) AS is_correction,
    greatest(a.known_on, b.known_on) AS both_on
  FROM levels AS a
  JOIN levels AS b
    ON b.level_id = a.level_id
    AND a.article_id <> b.article_id
    AND (a.known_on, a.retrieved_at, a.record_id) < (b.known_on, b.retrieved_at, b.record_id)
    AND (a.lower_bound > b.upper_bound OR b.lower_bound > a.upper_bound)
  JOIN stg_articles AS x ON x.article_id = a.article_id
  JOIN stg_articles AS y ON y.article_id = b.article_id
  WHERE abs(a.as_of_on - b.as_of_on) <= window_days()
    AND b.superseded_on IS NULL
    AND NOT EXISTS (
      FROM stg_claims AS s
      WHERE s.type_code = 'strength_change'
        AND s.status_code IN ('completed', 'ongoing', 'in_effect')
        AND s.force_code = a.force_code
        AND s.country_code IS NOT DISTINCT FROM a.country_code
        AND s.place_code IS NOT DISTINCT FROM a.place_code
        AND s.as_of_on > least(a.as_of_on, b.as_of_on)
        AND s.as_of_on <= greatest(a.as_of_on, b.as_of_on)
    )
),
conflicts AS (
  SELECT 'conflict' AS dispute_code, NULL AS match_code, record_id, counter_record_id
  FROM pairs
  WHERE NOT is_correction AND NOT is_superseded AND origin_key <> counter_origin_key
  QUALIFY row_number() OVER (
    PARTITION BY level_id, least(origin_key, counter_origin_key), greatest(origin_key, counter_origin_key)
    ORDER BY both_on DESC, record_id, counter_record_id
  ) = 1
),
corrections AS (
  SELECT 'correction' AS dispute_code, NULL AS match_code, record_id, counter_record_id
  FROM pairs
  WHERE is_correction
  QUALIFY row_number() OVER (
    PARTITION BY level_id, origin_key, counter_origin_key ORDER BY both_on DESC, record_id, counter_record_id
  ) = 1
),
sides AS (FROM denials UNION ALL FROM conflicts UNION ALL FROM corrections)
SELECT
  concat_ws(' | ', s.dispute_code, coalesce(s.record_id, '-'), s.counter_record_id) AS dispute_id,
  s.dispute_code,
  s.match_code,
  n.type_code,
  n.force_code,
  n.country_code,
  n.place_name,
  coalesce(c.unit_code, n.unit_code) AS unit_code,
  greatest(coalesce(c.known_on, n.known_on), n.known_on) AS known_on,
  s.record_id,
  c.origin_source,
  c.low,
  c.high,
  c.as_of_on,
  e.quote,
  e.url,
  e.outlet,
  e.published_on,
  s.counter_record_id,
  n.origin_source AS counter_origin_source,
  n.low AS counter_low,
  n.high AS counter_high,
  n.as_of_on AS counter_as_of_on,
  f.quote AS counter_quote,
  f.url AS counter_url,
  f.outlet AS counter_outlet,
  f.published_on AS counter_published_on
FROM sides AS s
JOIN stg_claims AS n ON n.record_id = s.counter_record_id
JOIN stg_evidence AS f ON f.record_id = s.counter_record_id
LEFT JOIN stg_claims AS c ON c.record_id = s.record_id
LEFT JOIN stg_evidence AS e ON e.record_id = s.record_id
ORDER BY dispute_id
