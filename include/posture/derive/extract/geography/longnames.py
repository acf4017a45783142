"""How far a name goes: numbers ("Gate 27"), short syllables ("Chong An Ma"), zones that a treaty drew."""

from __future__ import annotations

from itertools import pairwise

from ..language.classes import words
from ..language.grammar import LOCATIVES, set_of
from ..language.phrases import ROLES
from ..language.text import Token
from .beside import ENDS_NAME

#: With a number behind them these are names.
NUMBERED_SITES = set_of("post position checkpoint camp point outpost base")
_NUMBERED = NUMBERED_SITES | set_of(
    "gate kilo hill height kilometre kilometer sector highway route block marker pier pillar elevation zone district"
)
#: Written large behind "the", with a word before them: "the Lachin Corridor".
_ZONES = words("zone_name")
BUILDINGS = words("longnames.buildings")


def long_name(toks: tuple[Token, ...], i: int) -> tuple[int, int] | None:
    """The first and last token of the name that a word written large belongs to: "Hill 235", "the Green Zone"."""
    if (last := _last_of_number(toks, i)) is not None:
        return i - _is_of_sort(toks, i), last
    first = _zone_start(toks, i)
    return (first, i) if first is not None else None


def _last_of_number(toks: tuple[Token, ...], i: int) -> int | None:
    """ "Hill 235", "Position 6-52": the last token of the number that makes a name of a noun written large."""
    if toks[i].key not in _NUMBERED or not toks[i].text[0].isupper() or i + 1 >= len(toks):
        return None
    if i and toks[i - 1].text[0].isupper() and not _is_of_sort(toks, i):
        return None  # "UN Post 6-52"
    if not toks[i + 1].text.isdecimal() or len(toks[i + 1].text) > 4:
        return None
    is_pair = i + 3 < len(toks) and toks[i + 2].text == "-" and toks[i + 2].start == toks[i + 1].end
    return i + 3 if is_pair and toks[i + 3].text.isdecimal() else i + 1


def _is_of_sort(toks: tuple[Token, ...], i: int) -> bool:
    """ "Patrolling Point 16", "Observation Post 9": what kind of post it is belongs to the name."""
    return i > 0 and toks[i].key in NUMBERED_SITES and toks[i - 1].text.istitle() and toks[i - 1].key in _SORTS


_SORTS = words("longnames.sorts")


def goes_on(toks: tuple[Token, ...], last: int) -> bool:
    """A syllable of two letters belongs to the name before it: "Kongka La"."""
    nxt = toks[last + 1].text if last + 1 < len(toks) else ""
    return (
        len(nxt) == 2 and nxt.istitle() and nxt.isalpha() and nxt.lower() not in ROLES | {"he", "we", "it", "mr", "dr"}
    )


def names_land(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "In the Chouf", "across the Arax": a land or a river, whose name ends there; "in the Senate" is none."""
    behind = toks[last + 1] if last + 1 < len(toks) else None
    if first < 2 or toks[first - 2].key not in _OVER_LAND or behind is None:
        return False
    ends = behind.text in _STOPS or behind.key in ENDS_NAME
    return ends and not any(toks[k].key in words("no_land") for k in range(first, last + 1))


_OVER_LAND = set_of("in into across throughout")
_STOPS = set_of(". , ; : ) and")


def hyphened(toks: tuple[Token, ...], last: int) -> int:
    """The last token of what a hyphen or an article joins to a name: "Torbat-e-Jam", "Hadarat al-Sada"; 0 for none."""
    parts = toks[last + 1 : last + 5]
    joints = [a.end == b.start for a, b in pairwise((toks[last], *parts))]
    if len(parts) > 1 and parts[0].text == "-" and joints[:2] == [True, True]:
        if parts[1].text[0].isupper():
            return last + 2
        is_linked = len(parts) > 3 and len(parts[1].text) < 4 and parts[2].text == "-" and all(joints)
        return last + 4 if is_linked and parts[3].text[0].isupper() else 0
    is_article = len(parts) > 2 and parts[0].key in _ARTICLES and parts[1].text == "-" and joints[1:3] == [True, True]
    return last + 3 if is_article and parts[2].text[0].isupper() and parts[0].start - toks[last].end == 1 else 0


#: Of Arabic names, before a hyphen.
_ARTICLES = set_of("al el as ash ar at ad an az ez ul um")


def opens_short(toks: tuple[Token, ...], i: int) -> bool:
    """ "La Tigrera", "Ta Muen", "at Am Dafok": a word of two letters opens a name."""
    t, nxt = toks[i], toks[i + 1] if i + 1 < len(toks) else None
    if len(t.text) != 2 or not t.text.istitle() or nxt is None or len(nxt.text) < 3 or nxt.start - t.end != 1:
        return False
    return t.key not in _SHORT or t.key in _MAY_OPEN and i > 0 and toks[i - 1].key in LOCATIVES - {"to"}


#: Words of two letters that begin no name of a place.
_SHORT = set_of("be do go in at on of he we it is as so no by to if my up or an us am pm mr ms dr lt sr jr un eu uk tv")
#: These do so right behind a preposition of place.
_MAY_OPEN = set_of("am an at do")


def _zone_start(toks: tuple[Token, ...], i: int) -> int | None:
    """ "The Temporary Security Zone": the first word of a name in capitals that ends in what it is."""
    if toks[i].key not in _ZONES or not toks[i].text[0].isupper():
        return None
    first = i
    while first and toks[first - 1].text.istitle() and toks[first - 1].key != "the":
        first -= 1
    return first if first < i and toks[first - 1].key == "the" and first > 1 else None
