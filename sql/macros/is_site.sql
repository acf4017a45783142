-- is_site: whether a place of the model is a base, camp or other military site, rather than a town or a region.
-- use: is_site(records.place). The engine gives every site a code, `unregistered` to those that its register lacks.
CREATE MACRO is_site(spot) AS coalesce(spot.site_code IS NOT NULL, false)
