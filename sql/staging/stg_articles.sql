-- stg_articles: each article with what the marts need to know about it: its link, since when it could be known, whether
--   a newer version replaced it, and whose text it is.
-- grain: one row per article, whatever its state.
-- not: it holds no text, and drops no article.
-- columns:
--   article_id: the article
--   document_id: the document it was found in
--   source_code: the source's code in the catalogue
--   outlet: who published it; the source's code where nothing says so
--   url: link to read it by: canonical, else where it was fetched, else as listed; never null
--   title: headline
--   published_on: day of publication; null if nothing says so
--   known_on: first day on which a reader could know it: of publication; of retrieval where that is unknown, lies after
--     the retrieval, or where this is a later version of the same page
--   retrieved_at: when it was fetched
--   superseded_on: the day on which a newer version of the same page could be known; null for the newest
--   superseded_at: when that newer version was fetched
--   superseded_by_article_id: the newer version
--   modified_at: when the page says that it was last changed; null if it does not say
--   is_correction: its headline or text says that something published is put right
--   corrects_article_id: the article that it puts right: an earlier version of its page, or the one that it names; null
--     if it corrects nothing, or nothing that is in the ledger
--   correction_code: how it is known to: same_page, named_url, named_title, same_title, same_story, named_day
--   corrected_by_article_id: the newest article that puts this one right; null if none does
--   is_reprint: it is a copy of another article
--   original_article_id: the earliest article of its group; itself where it is no copy
--   origin: who wrote the text: the original's origin where it is a copy
WITH versions AS (
  SELECT
    a.*,
    d.requested_url,
    coalesce(a.url, d.url, d.requested_url) AS link,
    CAST(a.retrieved_at AT TIME ZONE 'UTC' AS DATE) AS retrieved_on,
    row_number() OVER version AS version_number,
    lead(a.article_id) OVER version AS next_article_id,
    lead(a.retrieved_at) OVER version AS next_retrieved_at
  FROM articles AS a
  JOIN documents AS d USING (document_id)
  WINDOW version AS (PARTITION BY a.source_code, d.requested_url, a.part_id ORDER BY a.retrieved_at, a.article_id)
),
corrected AS (
  SELECT
    n.corrects_article_id AS article_id,
    max_by(n.article_id, (coalesce(a.published_on, CAST(a.retrieved_at AT TIME ZONE 'UTC' AS DATE)), a.retrieved_at,
      a.article_id)) AS corrected_by_article_id
  FROM corrections AS n
  JOIN articles AS a USING (article_id)
  GROUP BY n.corrects_article_id
)
SELECT
  v.article_id,
  v.document_id,
  v.source_code,
  coalesce(v.outlet, v.source_code) AS outlet,
  v.link AS url,
  v.title,
  v.published_on,
  -- One day of grace: an outlet east of UTC dates its page tomorrow.
  CASE WHEN v.version_number = 1 AND v.published_on <= v.retrieved_on + 1 THEN v.published_on ELSE v.retrieved_on END
    AS known_on,
  v.retrieved_at,
  CAST(v.next_retrieved_at AT TIME ZONE 'UTC' AS DATE) AS superseded_on,
  v.next_retrieved_at AS superseded_at,
  v.next_article_id AS superseded_by_article_id,
  v.modified_at,
  v.is_correction,
  c.corrects_article_id,
  c.basis_code AS correction_code,
  p.corrected_by_article_id,
  r.article_id IS NOT NULL AS is_reprint,
  coalesce(r.original_article_id, v.article_id) AS original_article_id,
  coalesce(o.origin, o.outlet, v.origin, v.outlet, v.source_code) AS origin
FROM versions AS v
LEFT JOIN reprints AS r USING (article_id)
LEFT JOIN corrections AS c USING (article_id)
LEFT JOIN corrected AS p USING (article_id)
LEFT JOIN articles AS o ON o.article_id = r.original_article_id
ORDER BY v.article_id
