-- sources: what each source, outlet and origin brought, and what was lost on the way.
-- grain: one row per kind and name. A source is an entry of the catalogue, an outlet is who published, an origin is who
--   is behind the words.
-- not: a rank of trust. Counts of kinds must not be added: the same article is in a source, an outlet and an origin.
-- columns:
--   kind_code: source, outlet or origin
--   name: the source's code, the outlet's or the origin's name
--   document_count: documents archived or failed; null for origins
--   failure_count: documents that were not fetched, refused, or not readable; null for origins
--   article_count: articles; for an origin, articles that hold a record of it
--   reprint_count: of these, copies of another article
--   correction_count: of these, articles that put an earlier one right: notices, and later versions of a page; null for
--     origins
--   record_count: records
--   rejection_count: mentions that became no record of their own; null for origins
--   origin_count: distinct origins of its records; 1 for an origin
--   outlet_count: distinct outlets that carry it; 1 for an outlet
--   first_published_on: oldest article; null if none is dated
--   last_published_on: newest article; null if none is dated
WITH outlets_of_sources AS (
  -- A failed document has no article that would name its outlet; a source with one outlet lends its name.
  SELECT source_code, any_value(outlet) AS outlet
  FROM stg_articles
  GROUP BY source_code
  HAVING count(DISTINCT outlet) = 1
),
documented AS (
  SELECT 'source' AS kind_code, d.source_code AS name, d.state_code FROM documents AS d
  UNION ALL
  SELECT 'outlet', coalesce(a.outlet, o.outlet), d.state_code
  FROM documents AS d
  LEFT JOIN (SELECT document_id, min(outlet) AS outlet FROM stg_articles GROUP BY document_id) AS a USING (document_id)
  LEFT JOIN outlets_of_sources AS o USING (source_code)
  WHERE coalesce(a.outlet, o.outlet) IS NOT NULL
),
documents_by_name AS (
  SELECT kind_code, name, count(*) AS document_count,
    count(*) FILTER (WHERE state_code IN ('fetch_failed', 'refused', 'unreadable', 'no_text')) AS failure_count
  FROM documented
  GROUP BY ALL
),
articles_named AS (
  SELECT 'source' AS kind_code, source_code AS name, * EXCLUDE (source_code) FROM stg_articles
  UNION ALL
  SELECT 'outlet', outlet, * EXCLUDE (source_code) FROM stg_articles
),
articles_by_name AS (
  SELECT kind_code, name, count(*) AS article_count, count(*) FILTER (WHERE is_reprint) AS reprint_count,
    count(corrects_article_id) AS correction_count, count(DISTINCT outlet) AS outlet_count, min(published_on) AS first_published_on,
    max(published_on) AS last_published_on
  FROM articles_named
  GROUP BY ALL
),
records_by_name AS (
  SELECT a.kind_code, a.name, count(*) AS record_count, count(DISTINCT c.origin_key) AS origin_count
  FROM articles_named AS a
  JOIN stg_claims AS c USING (article_id)
  GROUP BY ALL
),
rejections_by_name AS (
  SELECT a.kind_code, a.name, count(*) AS rejection_count
  FROM articles_named AS a
  JOIN rejections AS r USING (article_id)
  GROUP BY ALL
),
origins AS (
  SELECT
    'origin' AS kind_code,
    min(c.origin_source) AS name,
    count(DISTINCT c.article_id) AS article_count,
    count(DISTINCT c.article_id) FILTER (WHERE c.is_reprint) AS reprint_count,
    count(*) AS record_count,
    count(DISTINCT a.outlet) AS outlet_count,
    min(a.published_on) AS first_published_on,
    max(a.published_on) AS last_published_on
  FROM stg_claims AS c
  JOIN stg_articles AS a USING (article_id)
  GROUP BY c.origin_key
)
SELECT
  d.kind_code,
  d.name,
  d.document_count,
  d.failure_count,
  coalesce(a.article_count, 0) AS article_count,
  coalesce(a.reprint_count, 0) AS reprint_count,
  coalesce(a.correction_count, 0) AS correction_count,
  coalesce(r.record_count, 0) AS record_count,
  coalesce(j.rejection_count, 0) AS rejection_count,
  coalesce(r.origin_count, 0) AS origin_count,
  coalesce(a.outlet_count, 0) AS outlet_count,
  a.first_published_on,
  a.last_published_on
FROM documents_by_name AS d
LEFT JOIN articles_by_name AS a USING (kind_code, name)
LEFT JOIN records_by_name AS r USING (kind_code, name)
LEFT JOIN rejections_by_name AS j USING (kind_code, name)
UNION ALL
SELECT
  kind_code, name, NULL, NULL, article_count, reprint_count, NULL, record_count, NULL, 1, outlet_count,
  first_published_on, last_published_on
FROM origins
ORDER BY kind_code, name
