-- is_country: whether a place of the model (model.PLACE) is a country as a whole, or names nothing below one.
-- use: is_country(records.place). Null for a null place. "Syrian soil" is the country; "northern Syria" is not.
CREATE MACRO is_country(spot) AS
  CASE
    WHEN spot IS NULL THEN NULL
    ELSE spot.name IS NULL OR coalesce(spot.kind_code = 'country' OR spot.precision_code = 'country', false)
  END
