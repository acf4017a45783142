-- question: Which bases changed their status, when, from whom to whom?
-- columns:
--   base: the place; null where bases are counted and not named
--   country: ISO 3166-1 alpha-3
--   status: what it is now
--   before: what it was; null if nothing was said
--   holder: who holds it now; null for nobody or not said
--   previous_holder: who held it
--   changed_on: first day on which the present status was seen; null if not said
--   intended: what it is to become; null if nothing was announced
--   intended_on: by when
--   origins: distinct origins of the present status
--   quote: evidence
--   url: link to the article
--   outlet: who published it
SELECT
  place_name AS base,
  country_code AS country,
  status_code AS status,
  previous_status_code AS before,
  holder_code AS holder,
  previous_holder_code AS previous_holder,
  changed_on,
  intended_status_code AS intended,
  intended_on,
  origin_count AS origins,
  quote,
  url,
  outlet
FROM bases
WHERE status_code <> 'open'
  OR previous_status_code IS NOT NULL
  OR changed_on IS NOT NULL
  OR intended_status_code IS NOT NULL
ORDER BY changed_on DESC NULLS LAST, country, base
