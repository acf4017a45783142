-- stg_clock: the days on which this release stands: nothing in it depends on when it was built.
-- grain: one row.
-- not: today; an old archive gives an old clock.
-- columns:
--   known_on: the newest day on which any article could be known, undated ones by their retrieval; null in an empty ledger
--   published_on: the newest day of publication: what lies after it, nobody in the ledger could have told; null if no
--     article is dated
SELECT
  max(known_on) AS known_on,
  max(published_on) FILTER (WHERE published_on <= known_on) AS published_on
FROM stg_articles
