-- question: How strong is each force in each country: lowest, best, highest number, as of when, from how many origins?
-- columns:
--   force: the actors joined by `+`
--   country: ISO 3166-1 alpha-3
--   low: lowest number; null where none gives a lower bound
--   best: the number that most origins allow; null where it is withheld
--   high: highest number; null where none gives an upper bound
--   state: stated, or withheld by a source
--   as_of_on: newest day for which a statement speaks
--   origins: distinct origins
--   is_disputed: origins contradict each other, or one is denied
--   quote: evidence of the best number
--   url: link to the article
--   outlet: who published it
SELECT
  force_code AS force,
  country_code AS country,
  low,
  best,
  high,
  quantity_state_code AS state,
  as_of_on,
  origin_count AS origins,
  is_disputed,
  quote,
  url,
  outlet
FROM strength
WHERE country_code IS NOT NULL
  AND place_name IS NULL
  AND scope IS NULL
  AND unit_code = 'personnel'
  AND quantity_state_code IN ('stated', 'withheld')
ORDER BY country, best DESC NULLS LAST, force
