-- place_code: what makes a place below its country one place: the site's code in the register, else the folded name.
-- use: place_code(records.place). Null for a country as a whole. Case, accents, hyphens and quotes make no second place.
CREATE MACRO place_code(spot) AS
  CASE
    WHEN is_country(spot) THEN NULL
    ELSE coalesce(
      nullif(spot.site_code, 'unregistered'),
      trim(regexp_replace(lower(strip_accents(spot.name)), '[\s''’‘`-]+', ' ', 'g'))
    )
  END
