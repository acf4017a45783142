-- fulfils: whether a done act of one type keeps a plan of another.
-- use: fulfils(plan type, done type). Handing a base over or closing it is leaving it; the reverse is not said.
CREATE MACRO fulfils(planned_type, done_type) AS
  planned_type = done_type
  OR (planned_type = 'withdrawal' AND done_type IN ('relocation', 'base_handover', 'base_closure'))
  OR (planned_type = 'relocation' AND done_type = 'withdrawal')
  OR (planned_type IN ('deployment', 'reinforcement') AND done_type IN ('deployment', 'reinforcement'))
  OR (planned_type = 'strength_change' AND done_type = 'strength')
