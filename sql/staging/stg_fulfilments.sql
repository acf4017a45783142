-- stg_fulfilments: which done act keeps which plan.
-- grain: one row per type of plan and type of act.
-- not: the other conditions (force, place, number, day): see commitments_as_of.
-- columns:
--   planned_type_code: type of the plan
--   done_type_code: type of an act that keeps it: the same; of leaving a base also handing it over or closing it, and
--     not the reverse, for a force can leave a base that stays
SELECT DISTINCT planned_type_code, done_type_code
FROM (
  SELECT type_code AS planned_type_code, type_code AS done_type_code FROM records
  UNION ALL
  VALUES
    ('withdrawal', 'relocation'),
    ('withdrawal', 'base_handover'),
    ('withdrawal', 'base_closure'),
    ('relocation', 'withdrawal'),
    ('deployment', 'reinforcement'),
    ('reinforcement', 'deployment'),
    ('strength_change', 'strength')
)
ORDER BY planned_type_code, done_type_code
