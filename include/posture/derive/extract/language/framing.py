"""What stands around a sentence and is no part of it: a dateline, an entry's label, a number, markers of notes.

The parser, which would take them for subjects and roots, does not see them; and no number in them counts anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .designations import designations
from .grammar import DASHES, MONTH_NAMES
from .supposedly import supposed
from .text import Token

_MARKS = frozenset(",.()/")
#: "GOMA, Democratic Republic of Congo (XYZ) -": small words in a name.
_OF = frozenset("of the and".split())
#: A dateline is no longer than this (tokens).
_LONGEST = 18


def outside(toks: Sequence[Token], label: int = 0) -> frozenset[int]:
    """The tokens of a sentence that belong to its frame; what is behind the mark of a weapon's type; whose something is
    thought to be.

    `label`: how many open it as an entry's label."""
    types = [i for d in designations(toks) for i in range(d.mark + 1, d.end)]
    types += [i for first, _, end in supposed(toks) for i in range(first, end)]
    return frozenset(
        [*range(label or dateline(toks)), *_number(toks), *_notes(toks), *types, *_points(toks), *_as_well(toks)]
    )


def dateline(toks: Sequence[Token]) -> int:
    """How many tokens the dateline takes, its dash included ("GOMA, March 14 (XYZ) -"); 0 without one."""
    if len(toks) < 4 or not toks[0].text[:1].isupper():
        return 0
    shouted = toks[0].text.isupper() and len(toks[0].text) > 2
    for i, t in enumerate(toks[:_LONGEST]):
        if t.text in DASHES and i and t.start > toks[i - 1].end:
            end = i + 1
            while end < len(toks) and toks[end].text in DASHES:
                end += 1
            if end >= len(toks) or toks[end].start == toks[end - 1].end:
                return 0
            opens = toks[end].text[:1].isupper() or not toks[end].text[:1].isalpha()
            named = i <= 6 and any(x.text == "," for x in toks[:i]) and not any(x.text.isdecimal() for x in toks[:i])
            return end if opens and (shouted or i <= 3 or named) else 0
        if t.text == ")" and _is_filed(toks, i):
            return i + 1
        if t.text == ":" and _is_dated(toks[:i]):
            return i + 1  # "Lusaka, March 3: Zambia has …"
        named = t.text[:1].isupper() or t.key in MONTH_NAMES or t.text.isdecimal()
        named = named or shouted and t.key in _OF and "(" not in {x.text for x in toks[:i]}
        if not (named or t.text in _MARKS or t.text in DASHES and toks[i - 1].end == t.start):
            return 0
    return 0


def _is_filed(toks: Sequence[Token], i: int) -> bool:
    """A dateline without a dash ends at this bracket: "Cairo, July 23 (XYZ) The army …"."""
    if i + 1 >= len(toks) or not toks[i + 1].text[:1].isupper():
        return False
    opens = max((k for k in range(i) if toks[k].text == "("), default=0)
    place = toks[:opens]
    dated = any(t.key in MONTH_NAMES for t in place) and any(t.text.isdecimal() for t in place)
    return 0 < i - opens <= 5 and (dated or all(t.text.isupper() or t.text in _MARKS for t in place))


def _is_dated(toks: Sequence[Token]) -> bool:
    """A place's name, a comma and a day."""
    comma = next((k for k, t in enumerate(toks) if t.text == ","), 0)
    rest = {t.key for t in toks[comma + 1 :]}
    return comma > 0 and bool(rest & MONTH_NAMES) and any(t.text.isdecimal() for t in toks[comma:])


#: Written short: the point behind one ends no sentence.
SHORT_MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June", "jul": "July", "aug": "August",
    "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
_SHORT = frozenset(SHORT_MONTHS) | frozenset(
    "gen lt col maj sgt capt cmdr adm brig cpl pte pvt rear sen rep gov".split()
)


def _points(toks: Sequence[Token]) -> Iterator[int]:
    """ "Jan. 29", "Lt. Col. Ray", "USS John S. McCain", "8 p.m. local time": the point of an abbreviation."""
    for i in range(1, len(toks) - 1):
        before = toks[i - 1]
        if toks[i].text == "." and before.end == toks[i].start:
            after = toks[i + 1]
            if i > 1 and len(before.text) == 1 and before.text.isupper() and after.text[:1].isupper():
                if toks[i - 2].text[:1].isupper() and after.start > toks[i].end or len(after.text) == 1:
                    yield i
            elif before.key in {"a", "p"} and after.key == "m" and after.start == toks[i].end and i > 1:
                yield from (i, i + 1)
            elif before.key == "m" and i > 2 and toks[i - 3].key in {"a", "p"} and toks[i - 2].text == ".":
                yield i
        if toks[i].text == "." and before.key in _SHORT and before.text[:1].isupper() and before.end == toks[i].start:
            yield i


def for_the_time_being(toks: Sequence[Token]) -> list[int]:
    """Where these words begin: "will for the time being patrol", in which nothing is being patrolled."""
    words = ["for", "the", "time", "being"]
    return [i for i in range(1, len(toks) - len(words)) if [t.key for t in toks[i : i + len(words)]] == words]


def joined_as_well(toks: Sequence[Token]) -> Iterator[int]:
    """Where "as well as" stands for "and": its first word."""
    for i in range(1, len(toks) - 3):
        if (toks[i].key, toks[i + 1].key, toks[i + 2].key) == ("as", "well", "as") and toks[i + 3].key not in _COMPARED:
            yield i


#: "As well as can be expected": no "and".
_COMPARED = frozenset("can could any ever expected possible he she it they we i you the-others before".split())


def _as_well(toks: Sequence[Token]) -> Iterator[int]:
    """The parser is shown the last word of three, as "and"."""
    for i in joined_as_well(toks):
        yield from (i, i + 1)


def _number(toks: Sequence[Token]) -> Iterator[int]:
    """ "14. Between March and May": the number of a paragraph."""
    if len(toks) > 3 and toks[0].text.isdecimal() and len(toks[0].text) <= 3 and toks[1].text in {".", ")"}:
        if toks[1].start == toks[0].end and toks[2].text[:1].isupper():
            yield from (0, 1)


def _notes(toks: Sequence[Token]) -> Iterator[int]:
    """ "[12]" anywhere, "(218)" and a bare number after the full stop; the brackets of "[its] troops"."""
    for i, t in enumerate(toks):
        if t.text in "[]":
            yield i
            if t.text == "[" and i + 2 < len(toks) and toks[i + 1].text.isdecimal() and toks[i + 2].text == "]":
                yield i + 1
    last = len(toks) - 1
    if last > 3 and toks[last].text == ")" and toks[last - 1].text.isdecimal() and toks[last - 2].text == "(":
        if toks[last - 3].text in {".", "”", '"'}:
            yield from (last - 2, last - 1, last)
    elif last > 2 and toks[last].text.isdecimal() and toks[last - 1].text in {".", "”", '"'}:
        yield last
