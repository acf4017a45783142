-- main_place: the place that a record is about: where a force leaves, else where it goes, else where it is.
-- use: main_place(type_code, place, origin, destination). The other slots serve where that one is empty.
CREATE MACRO main_place(kind, spot, departure, arrival) AS
  CASE
    WHEN kind = 'withdrawal' THEN coalesce(departure, spot, arrival)
    WHEN kind IN ('deployment', 'reinforcement', 'relocation', 'detainee_transfer') THEN
      coalesce(arrival, spot, departure)
    ELSE coalesce(spot, arrival, departure)
  END
