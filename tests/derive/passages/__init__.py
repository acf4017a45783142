"""Passages of plain news in our own words, each with the facts that it states, noted before the engine read it.

One text file holds many passages, in the notation that `notation` reads; `python -m derive.passages` says how much of
them the engine reads right."""
