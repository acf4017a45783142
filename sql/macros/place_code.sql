-- place_code: what makes a place below its country one place: the site's code, else the name in lower case.
-- use: place_code(records.place). Null for a country as a whole.
CREATE MACRO place_code(spot) AS
  CASE WHEN is_country(spot) THEN NULL ELSE coalesce(spot.site_code, lower(spot.name)) END
