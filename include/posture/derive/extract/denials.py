"""A denial that names no act of its own: "called the report erroneous", "dismissed the claims".

What is denied is the claim that the text made last. The denial becomes a record of its own, with the
claim's slots and the denial's words; the merge joins the two by `denies`.
"""

from __future__ import annotations

import re

from .draft import Draft
from .text import Sentence

_FALSE = (
    r"(?:erroneous|false|untrue|baseless|unfounded|groundless|fake|fabricated|nonsense|inaccurate"
    r"|incorrect|wrong|misleading|disinformation|a lie|lies|speculation|fantasy|fiction|propaganda)"
)
_CLAIM = (
    r"(?:reports?|claims?|allegations?|rumou?rs?|assertions?|stor(?:y|ies)"
    r"|article|statements?|suggestions?|speculation|account|accusations?)"
)
_DENIAL = re.compile(
    rf"\b(?:call(?:ed|s)|describ(?:ed|es)|dismiss(?:ed|es)|brand(?:ed|s)|label(?:led|ed|s))\b[^.;]{{0,60}}\b(?:{_CLAIM}|it|them|this|that)\b[^.;]{{0,25}}\b{_FALSE}"
    rf"|\b(?:den(?:ied|ies|y|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing))\s+(?:\w+\s+){{0,4}}{_CLAIM}\b"
    rf"|\b{_CLAIM}\s+(?:is|are|was|were)\s+(?:\w+\s+)?{_FALSE}"
    rf"|\bthere (?:is|was) no truth (?:in|to)\b",
    re.I,
)


def denial(text: str, sentence: Sentence, earlier: list[Draft], attribution: tuple[str, ...]) -> Draft | None:
    """The record of a bare denial in `sentence`, or None; `earlier`: the drafts before it, in the order of the text."""
    m = _DENIAL.search(text, sentence.start, sentence.end)
    if not m:
        return None
    claims = [d for d in earlier[-8:] if d.status in {"considered", "planned"}] or [
        d for d in earlier[-2:] if d.status != "denied"
    ]
    if not claims:
        return None
    made = claims[-1].copy()
    made.status, made.attribution, made.rule = "denied", attribution, "bare_denial"
    made.start, made.end, made.trigger_start, made.trigger_end = sentence.start, sentence.end, m.start(), m.end()
    made.date_start = made.date_end = None
    made.date_basis = made.date_precision = "unknown"
    made.is_place_inferred = True
    made.quantity = made.quantity_before = made.quantity_delta = None
    return made
