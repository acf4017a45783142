-- force_code: the actors of a joint act as one word, `COALITION+USA`: sorted, each once. Null where none is named.
-- use: force_code(records.actor_codes). A joint set is a force of its own: its number is not split or repeated.
CREATE MACRO force_code(codes) AS nullif(array_to_string(list_sort(list_distinct(codes)), '+'), '')
