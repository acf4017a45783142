-- fail: days are given exactly if they rest on something, and a fact dated by its article has the article's day
SELECT record_id, date_basis_code, date_start_on, date_end_on, published_on
FROM records
WHERE (date_basis_code = 'unknown') <> (date_start_on IS NULL AND date_end_on IS NULL)
  OR (
    date_basis_code = 'publication'
    AND (published_on IS NULL OR coalesce(date_end_on, date_start_on) <> published_on)
  )
ORDER BY record_id
