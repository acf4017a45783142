-- fail: a number is there exactly if the state says stated; a strength_change may state the change alone
SELECT record_id, quantity_state_code, quantity, quantity_before, quantity_delta
FROM records
WHERE (quantity IS NOT NULL AND quantity.low IS NULL AND quantity.high IS NULL)
  OR (quantity IS NOT NULL AND quantity_state_code <> 'stated')
  OR (quantity_state_code = 'stated' AND quantity IS NULL AND quantity_before IS NULL AND quantity_delta IS NULL)
  OR (quantity IS NOT NULL AND (quantity.unit_code IS NULL OR quantity.qualifier_code IS NULL))
ORDER BY record_id
