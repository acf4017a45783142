-- fail: a note's markers lie within its article's text, and its own words stand there too
SELECT c.article_id, c.note_number, c.work_number
FROM citations AS c
JOIN articles AS a USING (article_id)
WHERE len(list_filter(c.marker_offsets, lambda x: x < 0 OR x > length(a.text))) > 0
  OR NOT contains(a.text, c.note_quote)
ORDER BY ALL
