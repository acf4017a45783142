-- warn: batches of different engines stand side by side; rederive the older ones
SELECT engine_code FROM (SELECT unnest(engine_codes) AS engine_code, len(engine_codes) AS engines FROM release)
WHERE engines > 1
ORDER BY engine_code
