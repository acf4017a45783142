-- fail: no lower bound above its upper one, no level below zero, no day of an act that ends before it begins
SELECT record_id, quantity, quantity_before, quantity_delta, date_start_on, date_end_on
FROM records
WHERE quantity.low > quantity.high
  OR quantity_before.low > quantity_before.high
  OR quantity_delta.low > quantity_delta.high
  OR quantity.low < 0
  OR quantity.high < 0
  OR date_start_on > date_end_on
ORDER BY record_id
