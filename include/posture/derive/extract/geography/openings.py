"""Where a list of names opens: "three bases: A, B and C", "nine villages, among them A and B", "two sites, A and B".

What stands before is a plural noun for places; the names that follow are places, whether a gazetteer knows them or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language.grammar import set_of
from ..language.text import Token

_MANY = set_of(
    "bases airbases airfields airports sites camps posts outposts towns villages cities locations points places areas "
    "provinces districts regions counties regencies states garrisons barracks ports harbours harbors islands atolls "
    "checkpoints settlements communities localities neighbourhoods neighborhoods suburbs municipalities positions "
    "targets stations facilities installations depots hamlets governorates prefectures crossings airstrips strongholds"
)
_AMONG = set_of("them which including namely notably")
_ENDS = set_of("; . ) —")


def opens_list(toks: Sequence[Token], begin: int) -> bool:
    """A name that begins here is the first of a list of places."""
    at = begin - 1
    if at < 1:
        return False
    key = toks[at].key
    if key in _AMONG:
        if key in {"them", "which"} and toks[at - 1].key != "among":
            return False
        at -= 2 if key in {"them", "which"} else 1
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
