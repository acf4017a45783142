-- window_days: how many days before the newest statement another one still counts as of the same time.
-- use: in strength_as_of and disputes. A quarter: troop levels are reported about that often.
CREATE MACRO window_days() AS 90
