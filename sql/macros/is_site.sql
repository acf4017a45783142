-- is_site: whether a place of the model is a base, camp or other military site, rather than a town or a region.
-- use: is_site(records.place). False for a null place.
CREATE MACRO is_site(spot) AS
  coalesce(spot.site_code IS NOT NULL OR spot.kind_code IN ('base', 'site', 'camp', 'outpost', 'airbase', 'port'), false)
