-- stg_clock: the day on which this release stands: nothing in it depends on when it was built.
-- grain: one row.
-- not: today; an old archive gives an old clock.
-- columns:
--   known_on: the newest day on which any article could be known; null in an empty ledger
SELECT max(known_on) AS known_on FROM stg_articles
