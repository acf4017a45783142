"""Where a list of names opens: "three bases: A, B and C", "nine villages, among them A and B", "two sites, A and B";
and names that open a sentence which says what only a place can be: "Gao was quiet", "Bria, a market town, …".

What stands before is a plural noun for places; the names that follow are places, whether a gazetteer knows them or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language.classes import words
from ..language.grammar import set_of
from ..language.text import Token
from .placekinds import MANY_PLACES

_MANY = MANY_PLACES | set_of("locations points targets")
_AMONG = set_of("them which as including namely notably")
#: Before these of them stands a word of its own.
_PAIRED = {"them": "among", "which": "among", "as": "such"}
_ENDS = set_of("; . ) —")


def opens_list(toks: Sequence[Token], begin: int) -> bool:
    """A name that begins here is the first of a list of places."""
    at = begin - 1
    if at < 1:
        return False
    key = toks[at].key
    if key in _AMONG:
        if toks[at - 1].key != _PAIRED.get(key, toks[at - 1].key):
            return False
        at -= 2 if key in _PAIRED else 1
        if at >= 0 and toks[at].key in {",", "("}:
            at -= 1
        return _many_before(toks, at, 14)
    if key == ":" or key in {"-", "–"} and toks[at].end < toks[begin].start:
        return _many_before(toks, at - 1, 9)
    return key == "," and toks[at - 1].key in _MANY


def _many_before(toks: Sequence[Token], at: int, within: int) -> bool:
    for k in range(at, max(-1, at - within), -1):
        if toks[k].key in _MANY:
            return True
        if toks[k].text in _ENDS:
            return False
    return False


def listed_from(toks: Sequence[Token]) -> frozenset[int]:
    """Where the names of a list of places begin: behind its opening, a comma or an "and", up to the list's end."""
    start = next((i for i, t in enumerate(toks) if t.text[:1].isupper() and opens_list(toks, i)), None)
    if start is None:
        return frozenset()
    made = {start}
    for i in range(start + 1, len(toks)):
        if toks[i].text in _ENDS or _is_clause(toks, i):
            break
        if toks[i].text[:1].isupper() and toks[i - 1].key in {",", "and", "or"}:
            made.add(i)
    return frozenset(made)


def _is_clause(toks: Sequence[Token], i: int) -> bool:
    """What follows says something else: ", said the minister", ", which was"."""
    return toks[i].key in _SAYS


_SAYS = set_of("said says told which who that where was were is are has have had will would according")


_TOWNS = words("openings.towns")
_LIES = set_of("lies nestles")
#: So do people and rockets.
_FALLS = set_of("lay fell")
_IS = set_of("is was remains remained looks looked seems seemed")
_WHERE = set_of(
    "in on at near half some about barely just only an a two to between by along beyond behind north south east west"
)
_STATES = set_of("tense deserted encircled besieged cut surrounded situated located littered")
#: So may people be.
_MOODS = set_of("quiet calm peaceful empty home without no")


def says_place(toks: Sequence[Token], first: int, last: int, *, is_known: bool = False) -> bool:
    """A name at the head of a sentence is a place's, by what the sentence says of it. `is_known`: there is a place of
    that name."""
    if first or last + 3 >= len(toks):
        return False
    a, b, c = (toks[last + k].key for k in (1, 2, 3))
    if a == "," and b in {"a", "an", "the"}:
        end = next((k for k in range(last + 3, min(last + 9, len(toks))) if toks[k].key in _APPOSED), last + 3)
        return toks[end - 1].key in _TOWNS
    if a in _LIES or is_known and a in _FALLS:
        return b in _WHERE or toks[last + 2].text[:1].isdigit()
    states = _STATES | _MOODS if is_known else _STATES
    return a in _IS and b in states or a in {"has", "had"} and b == "been" and c in states


_APPOSED = set_of(", in on of at near between with where that which who")


def says_town(toks: Sequence[Token], first: int, last: int) -> bool:
    """ "Bangui was calm on Monday": the city, while a government may be calm about something."""
    if first or last + 4 >= len(toks) or not says_place(toks, first, last, is_known=True):
        return False
    k = next((k for k in range(last + 2, last + 4) if toks[k].key in _MOODS | _STATES), last + 2)
    behind, then = toks[k + 1], toks[k + 2]
    return behind.key in _WHEN or behind.key == "on" and then.text[:1].isupper()


_WHEN = set_of(". , again after overnight yesterday today during this last early late at")
