-- stg_claims: every record, made comparable: one main place, bounds, days, and the origin it is counted under.
-- grain: one row per record, denied, planned and superseded ones included.
-- not: evidence (see stg_evidence); a selection: marts choose.
-- columns:
--   record_id: the record
--   article_id: the article that says so
--   type_code: what kind of fact
--   domain_code: forces, footprint, agreements or activities
--   status_code: how far it has come
--   actor_codes: whose posture, sorted, each once
--   force_code: the same as one word, joined by `+`; null where none is named
--   counterparty_codes: acted upon, dealt with or handed to, sorted, each once
--   scope: branches and units that the statement names, joined by `, `; null: the force as a whole
--   country_code: of the main place, ISO 3166-1 alpha-3; null where no country is known
--   place_name: the main place below its country; null for a country as a whole
--   place_code: what makes that place one place; null for a country as a whole
--   is_site: the main place is a base or other military site
--   level_id: force, country, place, scope and unit as one word: what two levels must share to be compared
--   unit_code: what is counted; `personnel` where a strength or presence names no unit
--   quantity_state_code: why there is no number, or that it is stated
--   qualifier_code: how exact the number is
--   low: stated lower bound; null if none
--   high: stated upper bound; null if none
--   point: the one number to show: the lower bound, else the upper; null if none is stated
--   lower_bound: least number that the claim allows; `about` reaches a tenth down; 0 where no lower bound is stated
--   upper_bound: greatest number that the claim allows; `about` reaches a tenth up; 2^62 where no upper bound is stated
--   valid_from_on: first day on which the claim says it held or happened; null if not said
--   as_of_on: last such day that could be known when it was said; null if not said, and for what is not done
--   due_on: for planned and considered: the day by which; null if not said
--   known_on: first day on which a reader could know the claim
--   retrieved_at: when this ledger fetched it
--   superseded_on: day from which a newer version of the page stands in its place
--   superseded_at: when this ledger fetched that version
--   superseded_by_article_id: that version
--   is_reprint: the article is a copy of another
--   original_record_id: for a copy: the record that the original article holds for the same fact
--   origin_source: who is behind the claim: for a copy, who is behind the original's
--   origin_key: the same without regard to case and spacing; count these, never outlets
WITH placed AS (
  SELECT
    r.*,
    force_code(r.actor_codes) AS force,
    main_place(r.type_code, r.place, r.origin, r.destination) AS main,
    array_to_string(nullif(list_sort(list_distinct(r.scope)), []), ', ') AS scope_words,
    r.status_code IN ('in_effect', 'completed', 'ongoing') AS is_done,
    CASE WHEN r.type_code IN ('strength', 'presence') THEN coalesce(r.quantity.unit_code, 'personnel')
      ELSE r.quantity.unit_code END AS unit
  FROM records AS r
),
keyed AS (
  SELECT p.*, place_code(p.main) AS main_code, coalesce(p.quantity.low, p.quantity.high) AS shown FROM placed AS p
),
twins AS (
  -- The same fact in the original of a copy. Several would be one fact told twice: the first id stands for it.
  SELECT k.record_id, min(o.record_id) AS original_record_id
  FROM keyed AS k
  JOIN reprints AS c USING (article_id)
  JOIN keyed AS o ON o.article_id = c.original_article_id
  WHERE o.type_code = k.type_code
    AND o.force IS NOT DISTINCT FROM k.force
    AND o.main.country_code IS NOT DISTINCT FROM k.main.country_code
    AND o.main_code IS NOT DISTINCT FROM k.main_code
    AND o.shown IS NOT DISTINCT FROM k.shown
    AND (o.status_code = 'denied') = (k.status_code = 'denied')
  GROUP BY k.record_id
),
sourced AS (
  SELECT
    k.*,
    t.original_record_id,
    coalesce(o.origin_source, CASE WHEN a.is_reprint AND len(k.attribution) = 0 THEN a.origin END, k.origin_source)
      AS source_name,
    a.known_on, a.superseded_on, a.superseded_at, a.superseded_by_article_id, a.is_reprint
  FROM keyed AS k
  JOIN stg_articles AS a USING (article_id)
  LEFT JOIN twins AS t USING (record_id)
  LEFT JOIN records AS o ON o.record_id = t.original_record_id
)
SELECT
  s.record_id,
  s.article_id,
  s.type_code,
  s.domain_code,
  s.status_code,
  list_sort(list_distinct(s.actor_codes)) AS actor_codes,
  s.force AS force_code,
  list_sort(list_distinct(s.counterparty_codes)) AS counterparty_codes,
  s.scope_words AS scope,
  s.main.country_code AS country_code,
  CASE WHEN s.main_code IS NOT NULL THEN s.main.name END AS place_name,
  s.main_code AS place_code,
  is_site(s.main) AS is_site,
  concat_ws(' | ', coalesce(s.force, '?'), coalesce(s.main.country_code, '?'), coalesce(s.main_code, '-'),
    coalesce(lower(s.scope_words), '-'), coalesce(s.unit, '-')) AS level_id,
  s.unit AS unit_code,
  s.quantity_state_code,
  s.quantity.qualifier_code AS qualifier_code,
  s.quantity.low AS low,
  s.quantity.high AS high,
  s.shown AS point,
  CASE
    WHEN s.shown IS NULL THEN NULL
    WHEN s.quantity.low IS NULL THEN 0
    WHEN s.quantity.qualifier_code = 'about' THEN CAST(floor(s.quantity.low * 0.9) AS BIGINT)
    ELSE s.quantity.low
  END AS lower_bound,
  CASE
    WHEN s.shown IS NULL THEN NULL
    WHEN s.quantity.high IS NULL THEN 4611686018427387904
    WHEN s.quantity.qualifier_code = 'about' THEN CAST(ceil(s.quantity.high * 1.1) AS BIGINT)
    ELSE s.quantity.high
  END AS upper_bound,
  coalesce(s.date_start_on, s.date_end_on) AS valid_from_on,
  -- A state and an act under way hold until the day they are told, an act that is done on its own day. The end of a
  -- month or year that is not over yet is cut back to the day of knowledge. Of a text without a day of its own nobody
  -- knows until when: the day on which we fetched it says nothing about the force.
  CASE WHEN s.is_done THEN
    CASE
      WHEN s.date_end_on IS NOT NULL THEN
        greatest(least(s.date_end_on, s.known_on), coalesce(s.date_start_on, s.date_end_on))
      WHEN s.date_start_on IS NULL THEN NULL
      WHEN s.status_code = 'completed' THEN s.date_start_on
      WHEN s.published_on <= s.known_on THEN greatest(s.published_on, s.date_start_on)
      ELSE s.date_start_on
    END
  END AS as_of_on,
  CASE WHEN s.status_code IN ('planned', 'considered') THEN coalesce(s.date_end_on, s.date_start_on) END AS due_on,
  s.known_on,
  s.retrieved_at,
  s.superseded_on,
  s.superseded_at,
  s.superseded_by_article_id,
  s.is_reprint,
  s.original_record_id,
  s.source_name AS origin_source,
  origin_key(s.source_name) AS origin_key
FROM sourced AS s
ORDER BY s.record_id
