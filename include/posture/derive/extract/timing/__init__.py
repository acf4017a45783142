"""When: dates in all their forms, which of them a fact takes, and the day from which a text speaks.

Times of a stretch of text: `patterns` → `calendar_times`, `relative_times`, `pointing_back` (with `context`) → `times`.
Of a fact: `when` and `dating`, with `governors` and `sayings`; `anchor` finds the day to count from.
"""
