-- fail: the evidence of every record and mention is the article's text between its offsets, and not empty
SELECT claim.id, claim.kind, claim.quote
FROM (
  SELECT record_id AS id, 'record' AS kind, article_id, evidence_start AS s, evidence_end AS e, evidence_quote AS quote
  FROM records
  UNION ALL
  SELECT mention_id, 'mention', article_id, evidence_start, evidence_end, evidence_quote FROM mentions
) AS claim
LEFT JOIN articles AS a USING (article_id)
WHERE claim.s < 0
  OR claim.e - claim.s <> length(claim.quote)
  OR trim(claim.quote) = ''
  OR substr(a.text, claim.s + 1, claim.e - claim.s) IS DISTINCT FROM claim.quote
ORDER BY claim.id
