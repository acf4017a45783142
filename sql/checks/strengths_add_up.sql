-- fail: a strength has a number exactly if it is stated, in the order low, best, high, and no more origins than claims
SELECT strength_id, quantity_state_code, low, best, high, origin_count, claim_count
FROM strength
WHERE (quantity_state_code = 'stated') <> (best IS NOT NULL)
  OR low > best
  OR best > high
  OR (quantity_state_code <> 'stated' AND (low IS NOT NULL OR high IS NOT NULL))
  OR origin_count < 1
  OR best_origin_count < 1
  OR best_origin_count > origin_count
  OR origin_count > claim_count
ORDER BY strength_id
