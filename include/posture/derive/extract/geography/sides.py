"""Regions that a point of the compass names of a country: "X's northeast", "X's southern border"."""

from __future__ import annotations

from ..language.phrases import COMPASS
from ..language.text import Token
from .beside import GEO_NOUNS

#: Nouns that a point of the compass makes a region.
REGION_NOUNS = frozenset(
    (
        "region regions border borders flank areas provinces coast countryside front frontier districts territories"
    ).split()
)
#: "X's northern approaches".
_ENDS = frozenset("waters approaches end part half tip edge flank reaches third shore shores bank".split())
_POINTS = frozenset("north south east west northeast northwest southeast southwest".split())


def region_end(toks: tuple[Token, ...], at: int) -> int | None:
    """The last token of the region that the points of the compass at `at` make of the country before them; None where
    they only describe what follows: "X's southern province of Y", "X's North Y"."""
    end = at
    while end < len(toks) and (toks[end].key in COMPASS | {"far"} or end > at and toks[end].text == "-"):
        end += 1
    if end == at:
        return None
    here, then = (toks[k].key if k < len(toks) else "" for k in (end, end + 1))
    if here in REGION_NOUNS | _ENDS:
        is_of_name = then == "of" and end + 2 < len(toks) and toks[end + 2].text[:1].isupper()
        return None if is_of_name else end
    names = end < len(toks) and toks[end].text[:1].isupper() or here in GEO_NOUNS
    return None if names or toks[end - 1].key not in _POINTS else end - 1
