-- origin_key: under what an origin is counted: its name without regard to case and spacing.
-- use: count(DISTINCT origin_key(origin_source)). Two unnamed officials described alike are one origin: the cautious
--   count.
CREATE MACRO origin_key(name) AS lower(trim(regexp_replace(name, '\s+', ' ', 'g')))
