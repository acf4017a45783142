"""How it is said: how far a fact has come, who says so, what is denied, and what is only spoken of.

Who says so: `wording` (words) → `naming` (one phrase) → `sources` (either side of a verb) → `telling` (verbs of saying,
how far each reaches) → `attribution` (the chain), with `quotes` and `speakers` (who was named before).
"""
