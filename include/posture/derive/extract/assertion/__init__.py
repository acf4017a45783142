"""How it is said: how far a fact has come, who says so, what is denied, and what is only spoken of.

How far: `status` climbs the tree from a predicate or noun: `underverbs`, `undernouns`, `underprepositions` say what
governs it, `modality` what a word of a class makes of what it governs.

Who says so: `wording` (words) → `naming` (one phrase) → `sources` (either side of a verb) → `telling` (verbs of saying,
how far each reaches) → `attribution` (the chain), with `quotes` and `speakers` (who was named before).
"""
