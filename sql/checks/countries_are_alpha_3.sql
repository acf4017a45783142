-- fail: a country is an ISO 3166-1 alpha-3 code wherever a place names one
SELECT record_id, slot, country_code
FROM (
  SELECT record_id, 'place' AS slot, place.country_code AS country_code FROM records
  UNION ALL SELECT record_id, 'origin', origin.country_code FROM records
  UNION ALL SELECT record_id, 'destination', destination.country_code FROM records
)
WHERE NOT regexp_full_match(country_code, '[A-Z]{3}')
ORDER BY ALL
