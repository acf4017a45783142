-- fail: every type has one domain
SELECT type_code, list_sort(list_distinct(list(domain_code))) AS domains
FROM records
GROUP BY type_code
HAVING count(DISTINCT domain_code) > 1
ORDER BY type_code
