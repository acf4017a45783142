-- activities: what forces did, and what was agreed or founded about them, without moving a stock or a base.
-- grain: one row per record of the domain activities, of the domain agreements, or of type restructuring.
-- not: denied acts (see disputes) and superseded versions of a page; it is no list of events: two articles on one act
--   are two rows, and the killed of one must not be added to those of the other.
-- columns:
--   record_id: the record
--   domain_code: activities, agreements, or forces for a restructuring
--   type_code: kind of act
--   status_code: how far it has come; planned and considered ones have not happened
--   force_code: the actors joined by `+`
--   actor_codes: the actors, sorted
--   counterparty_codes: acted upon or dealt with; of an attack, the attackers
--   scope: branches and units named; null for the force as a whole
--   country_code: where; null if not said
--   place_name: the place in it; null for the country as a whole
--   unit_code: what is counted: strikes, killed, wounded, detainees …
--   quantity_state_code: why there is no number, or that it is stated
--   qualifier_code: how exact the number is
--   low: least number; null if not stated
--   high: greatest number; null if not stated
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
SELECT
  c.record_id,
  c.domain_code,
  c.type_code,
  c.status_code,
  c.force_code,
  c.actor_codes,
  c.counterparty_codes,
  c.scope,
  c.country_code,
  c.place_name,
  c.unit_code,
  c.quantity_state_code,
  c.qualifier_code,
  c.low,
  c.high,
  r.date_start_on,
  r.date_end_on,
  c.as_of_on,
  c.known_on,
  c.is_reprint,
  c.record_id IN (SELECT denied_record_id FROM stg_denials WHERE denied_record_id IS NOT NULL) AS is_disputed,
  c.origin_source,
  e.quote,
  e.url,
  e.outlet,
  e.published_on
FROM stg_claims AS c
JOIN records AS r USING (record_id)
JOIN stg_evidence AS e USING (record_id)
WHERE (c.domain_code IN ('activities', 'agreements') OR c.type_code = 'restructuring')
  AND c.status_code <> 'denied'
  AND c.superseded_on IS NULL
ORDER BY c.record_id
