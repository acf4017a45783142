-- movements: what changed the strength of a force somewhere: sent, added, left, moved, raised, lowered.
-- grain: one row per record of type deployment, reinforcement, withdrawal, relocation or strength_change.
-- not: denied movements (see disputes) and superseded versions of a page; it is no list of events: two articles on one
--   movement are two rows. Sum `delta_*` only over rows of one origin, `is_reprint` false and status completed.
-- columns:
--   record_id: the record
--   type_code: kind of movement
--   status_code: how far it has come; planned and considered ones have not happened
--   force_code: the actors joined by `+`
--   actor_codes: the actors, sorted
--   counterparty_codes: acted upon, dealt with or replaced
--   scope: branches and units named; null for the force as a whole
--   country_code: the country whose stock changes: left by a withdrawal, else entered
--   place_name: the place in it; null for the country as a whole
--   origin_country_code: where from
--   origin_place_name: the place as named, a country's name included
--   destination_country_code: where to
--   destination_place_name: the place as named, a country's name included
--   unit_code: what moved
--   quantity_state_code: why there is no number, or that it is stated
--   qualifier_code: how exact the number is
--   low: least number that moved; of a strength_change the new level
--   high: greatest number that moved; of a strength_change the new level
--   delta_low: least change of the stock in country_code, negative is down; 0 for a move within the country; null if
--     not said
--   delta_high: greatest such change
--   date_start_on: first day; null if not said
--   date_end_on: last day, or the day by which
--   as_of_on: the day to sort by: last day of what is done, as far as it could be known; null otherwise
--   known_on: first day on which a reader could know it
--   is_reprint: the article is a copy of another
--   is_disputed: a denial is on record
--   origin_source: who is behind the claim
--   quote: its words
--   url: link to its article
--   outlet: who published it
--   published_on: when; null if nothing says so
WITH flows AS (
  SELECT
    c.*,
    r.origin AS departure,
    r.destination AS arrival,
    r.date_start_on,
    r.date_end_on,
    CASE
      WHEN c.type_code = 'strength_change' THEN coalesce(r.quantity_delta.low, r.quantity_delta.high,
        coalesce(r.quantity.low, r.quantity.high) - coalesce(r.quantity_before.high, r.quantity_before.low))
      WHEN r.origin.country_code = r.destination.country_code THEN 0
      WHEN c.type_code = 'withdrawal' THEN -c.high
      ELSE c.low
    END AS one_end,
    CASE
      WHEN c.type_code = 'strength_change' THEN coalesce(r.quantity_delta.high, r.quantity_delta.low,
        coalesce(r.quantity.high, r.quantity.low) - coalesce(r.quantity_before.low, r.quantity_before.high))
      WHEN r.origin.country_code = r.destination.country_code THEN 0
      WHEN c.type_code = 'withdrawal' THEN -c.low
      ELSE c.high
    END AS other_end
  FROM stg_claims AS c
  JOIN records AS r USING (record_id)
  WHERE c.type_code IN ('deployment', 'reinforcement', 'withdrawal', 'relocation', 'strength_change')
    AND c.status_code <> 'denied'
    AND c.superseded_on IS NULL
)
SELECT
  f.record_id,
  f.type_code,
  f.status_code,
  f.force_code,
  f.actor_codes,
  f.counterparty_codes,
  f.scope,
  f.country_code,
  f.place_name,
  f.departure.country_code AS origin_country_code,
  f.departure.name AS origin_place_name,
  f.arrival.country_code AS destination_country_code,
  f.arrival.name AS destination_place_name,
  f.unit_code,
  f.quantity_state_code,
  f.qualifier_code,
  f.low,
  f.high,
  -- Of a fall given by its two sizes the larger one is the lower number; an open end stays open.
  CASE WHEN f.one_end > f.other_end THEN f.other_end ELSE f.one_end END AS delta_low,
  CASE WHEN f.one_end > f.other_end THEN f.one_end ELSE f.other_end END AS delta_high,
  f.date_start_on,
  f.date_end_on,
  f.as_of_on,
  f.known_on,
  f.is_reprint,
  f.record_id IN (SELECT denied_record_id FROM stg_denials WHERE denied_record_id IS NOT NULL) AS is_disputed,
  f.origin_source,
  e.quote,
  e.url,
  e.outlet,
  e.published_on
FROM flows AS f
JOIN stg_evidence AS e USING (record_id)
ORDER BY f.record_id
