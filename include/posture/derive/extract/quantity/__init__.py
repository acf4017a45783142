"""How many: numbers and what they count, and the records that a number makes by itself.

`quantities` reads numbers, `stocks` and `levels` ask whether they tell a strength, `numbers` makes the records.
"""
