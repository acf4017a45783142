"""Numbers and what they count: "around 2,000", "2 500 troops", "three small bases", "dozens of soldiers".

Bounds follow RECORDS.md §3; words without a number take ACLED's conservative values (codebook:
several 3, tens 10, dozens 12, hundreds 100, thousands 1000).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from ..draft import Count
from ..language.classes import words
from ..language.designations import designations
from ..language.framing import outside
from ..language.grammar import ENDS_COUNT
from ..language.syntax import Tree
from ..language.text import Token
from ..language.vocabulary import Vocabulary
from . import again
from .bare import Bare
from .bounds import bounds, is_missed
from .casualties import fate
from .counted import (
    UNCOUNTED,
    by_grammar,
    by_strength,
    by_type,
    by_words,
    checked,
    of_list,
    of_nations,
    of_pair,
)
from .numerals import is_date, is_year, number
from .shares import of_so_many, passed_over

_SIZES = words("quantities.sizes")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in a sentence. `first`, `last`: token range with its qualifier and noun; `unit` as in RECORDS.md."""

    low: int | None
    high: int | None
    qualifier: str
    unit: str
    first: int
    last: int
    number: int  # token of the number itself
    noun: str = ""
    is_more: bool = False  # "200 more", "additional": added to what is there


def as_count(q: Quantity, sign: int = 1) -> Count:
    """A count found in text as a slot's value."""
    low = None if q.low is None else sign * q.low
    high = None if q.high is None else sign * q.high
    return Count(low, high, q.qualifier, q.unit)


def count_at(toks: tuple[Token, ...], i: int, unit: str = "personnel") -> tuple[int, int, Count] | None:
    """A number that stands at token i of a list: its first and last token, and its bounds."""
    read = number(toks, i)
    if read is None or is_year(toks, i):
        return None
    low, high, qualifier, first, end = bounds(toks, i, read[1], read[0], read[2])
    return first, end - 1, Count(low, high, qualifier, unit)


def _owns(toks: tuple[Token, ...], last: int) -> bool:
    """ "Twelve soldiers' homes": the homes are counted; a mark that closes a quotation owns nothing."""
    if last + 2 >= len(toks) or toks[last + 1].text not in {"'", "’"} or toks[last + 1].start != toks[last].end:
        return False
    quoted = any(t.text in {"'", "‘"} and t.end == n.start for t, n in pairwise(toks[:last]))
    return not quoted and toks[last + 2].text.islower() and toks[last + 2].key not in {"lives", "deaths"}


def quantities(
    toks: tuple[Token, ...],
    v: Vocabulary,
    people: frozenset[int] = frozenset(),
    grammar: Callable[[], Tree] | None = None,
    before: str = "",
    label: int = 0,
) -> list[Quantity]:
    """All counts of a sentence whose unit is one of ours, left to right. "83 per cent" is none.

    Args:
        people: tokens that name people of a nation ("the Americans"), counted as personnel.
        grammar: gives the sentence's tree; asked only where a number has no noun of its own.
        before: unit of what the text counted last; "some 1,500 remain" counts it again.
        label: how many tokens are the label of an entry, in which nothing is counted.
    """
    made: list[Quantity] = []
    frame = outside(toks, label)
    i = 0
    while i < len(toks):
        read = number(toks, i)
        if read is None or is_year(toks, i) or _is_day(toks, i) or i in frame or is_missed(toks, i):
            i += 1
            continue
        if toks[i].key == "one" and i > 1 and grammar is not None and _stands_for(grammar(), i):
            i += 1
            continue
        value, end, vague = read
        if (behind := passed_over(toks, i, end, value)) is not None:
            i = behind
            continue
        low, high, qualifier, first, end = bounds(toks, i, end, value, vague)
        if _is_often(toks, end):
            made.append(Quantity(low, high, qualifier, "strikes", first, end, i, "times"))
            i = end + 1
            continue
        found = by_strength(toks, end) or by_type(toks, end) or by_words(toks, end, v) or of_nations(toks, v, end)
        if grammar is not None and _counts(toks, i, end):
            found = (
                checked(grammar(), v, found, end)
                if found
                else of_pair(toks, v, i, end) or by_grammar(grammar(), v, end)
            )
        nation = next((k for k in range(end, min(end + 2, len(toks))) if k in people), None)
        if (
            nation is not None
            and toks[end].key not in ENDS_COUNT
            and not of_so_many(toks, nation)
            and (found is None or found[1] > nation + 1)
        ):
            found = "personnel", nation, toks[nation].key
        is_bare = found is None and _counts(toks, i, end) and not is_date(toks, i) and not _of_people(toks, i)
        if is_bare and grammar is not None:
            bare = Bare(
                toks, v, grammar(), i, end, made[-1] if made else None, _meant(before or spoken_of(toks[:i], v), value)
            )
            found = bare.counted() or bare.fallen() or of_list(toks, v, i, end) or again.counted(bare, first)
        if found is None or not _counts(toks, i, end):
            i = end
            continue
        unit, last, noun = _craft_of_army(toks, found, v)
        if (
            unit == "units"
            and _is_called(toks, i, end, last)
            or unit == "personnel"
            and _is_unit_of(toks, i, end, last)
        ):
            i = last + 1
            continue
        is_of_bodies = not vague or bool({t.key for t in toks[end:last]} & _SEVERAL)
        is_few = not unit or _owns(toks, last) or noun in _BODIES and value < _FEW and is_of_bodies
        if is_few or _is_modifier(toks, last) or noun in _POLICE and _joined_by_number(toks, last + 1):
            i = end
            continue
        if grammar is not None and (
            unit == "personnel" or unit == "units" and end < len(toks) and toks[end].key == "of"
        ):
            unit = fate(grammar(), end - 1) or unit
        more = any(
            t.key in {"additional", "extra", "further", "another"}
            or t.key == "more"
            and toks[k + 1 : k + 2]
            and toks[k + 1].key != "than"
            for k, t in enumerate(toks[max(first - 1, 0) : last + 2 * (noun == "strong")], max(first - 1, 0))
        )
        made.append(Quantity(low, high, qualifier, unit, first, last, i, noun, more))
        i = max(end, last)
        i += 1 if i == last else 0
    return made


def _meant(before: str, value: int) -> str:
    """What a bare number counts after what was counted before it: so many are men, not ships or companies."""
    return "personnel" if value >= _MEN.get(before, value + 1) else before


_MEN = {"ships": 500, "aircraft": 500, "units": 40}


def _stands_for(tree: Tree, i: int) -> bool:
    """ "The northeastern one in Lashio": in place of a noun, and no count."""
    behind = tree.tags[i + 1 : i + 2]
    return tree.tags[i - 1][:2] == "JJ" and tree.keys[i - 2] in {"the", "this", "that"} and behind[:1] != ("NN",)


def _is_day(toks: tuple[Token, ...], i: int) -> bool:
    """ "between 17 and 29 February", "[71]": days and notes count nothing."""
    return is_date(toks, i) and toks[i].key.isdecimal() and len(toks[i].key) < 3


#: A body of troops, in the singular: "its military mission in Mali", "the Dutch contingent".
_BODY = frozenset("contingent garrison detachment deployment mission presence force army".split())

#: What troops, ships … are counted by.
COUNTED = frozenset({"personnel", "ships", "aircraft", "units"})
_MANY = frozenset("men servicemen airmen personnel aircraft".split())


def spoken_of(toks: tuple[Token, ...], v: Vocabulary) -> str:
    """Unit of the troops, ships … that are named last, in the plural; "" where none are."""
    keys = [t.key for t in toks]
    for d in designations(toks):
        keys[d.mark] = d.noun  # "B-52s": jets
    many = (v.units.get(k, "") for k in reversed(keys) if k.endswith("s") or k in _MANY)
    found = next((unit for unit in many if unit in COUNTED), "")
    return found or ("personnel" if any(t.key in _BODY for t in toks) else "")


_BODIES = words("quantities.bodies")
_FEW = 10
_SEVERAL = words("quantities.several")


def _is_called(toks: tuple[Token, ...], i: int, end: int, last: int) -> bool:
    """ "7 Division", "3 Commando Brigade": a unit's name."""
    name = [t.text for t in toks[end : last + 1]]
    if name[:1] == ["("]:
        name = [n for n in name if n not in {"(", ")"}]  # "38 (Irish) Brigade"
    one = bool(name) and toks[i].key.isdecimal() and name[-1][-1] != "s"
    return one and (all(n[:1].isupper() for n in name) or toks[last].key in _UNITS_OF_ONE and name[0] != "-")


def _is_unit_of(toks: tuple[Token, ...], i: int, end: int, last: int) -> bool:
    """ "28 Regiment Royal Engineers", "42 Commando Royal Marines": a unit's name, and whose it is."""
    name = toks[end : last + 1]
    if not toks[i].key.isdecimal() or not all(t.text[:1].isupper() for t in name):
        return False
    return any(t.key in _UNITS_OF_ONE | {"commando", "corps"} for t in name[:-1])


_POLICE = frozenset({"police", "police officer", "police officers", "policemen"})


def _joined_by_number(toks: tuple[Token, ...], at: int) -> bool:
    """ "73 police and 43 soldiers": the soldiers are the force."""
    return at + 1 < len(toks) and toks[at].key == "and" and number(toks, at + 1) is not None


#: "8 division will move": no number of divisions.
_UNITS_OF_ONE = frozenset("division brigade battalion regiment squadron wing".split())


def _craft_of_army(toks: tuple[Token, ...], found: tuple[str, int, str], v: Vocabulary) -> tuple[str, int, str]:
    """ "14 People's Liberation Army Navy vessels": what that army has; no unit if it is not said."""
    last = found[1]
    if found[2] != "people" or not toks[last].text[0].isupper():
        return found
    for k in range(last + 1, min(last + 9, len(toks))):
        unit = v.units.get(toks[k].key, "")
        if unit in {"ships", "aircraft", "vehicles"}:
            return unit, k, toks[k].key
        if toks[k].text in {",", "."} or toks[k].key in {"and", "were", "was", "had"}:
            break
    return "", last, ""


def _is_modifier(toks: tuple[Token, ...], last: int) -> bool:
    """ "the five troop-contributing countries": the noun tells of what kind something else is."""
    behind = toks[last + 1 : last + 3]
    is_joined = len(behind) == 2 and behind[0].text == "-" and behind[0].start == toks[last].end
    return is_joined and behind[1].key.endswith(("ing", "ed"))


def _is_often(toks: tuple[Token, ...], end: int) -> bool:
    """ "hit the port three times": how often something was done, not how much bigger it is."""
    if end >= len(toks) or toks[end].key != "times":
        return False
    nxt, then = [t.key for t in toks[end + 1 : end + 3]] + ["."] * (2 - len(toks[end + 1 : end + 3]))
    return nxt not in _COMPARES or nxt == "over" and then in _SPANNED


#: "Four times over the weekend", "over two days".
_SPANNED = frozenset("the a these those that this two three four five six seven ten past".split())
_COMPARES = frozenset("the as more larger bigger that its their higher less over greater".split())


def _of_people(toks: tuple[Token, ...], i: int) -> bool:
    """ "A population of some 70,000"."""
    return any(t.key in {"population", "populace", "inhabitants"} for t in toks[max(0, i - 5) : i])


def _counts(toks: tuple[Token, ...], i: int, end: int) -> bool:
    nxt = toks[end].key if end < len(toks) else ""
    if nxt in {"-", "–"} and end + 1 < len(toks) and toks[end + 1].key in _SIZES:
        return False  # "a 97-metre cutter"
    if nxt in {"short", "shy", "fewer", "less"} and end + 1 < len(toks) and toks[end + 1].key in {"of", "than"}:
        return False  # "still 13,000 short of what was planned"
    other = number(toks, end + 1) if nxt in {"and", "or", "to"} and end + 1 < len(toks) else None
    if other is not None and other[1] < len(toks) and toks[other[1]].key in UNCOUNTED:
        return False  # "of 4,550 and 3,500 tons"
    if toks[i].key == "one" and i and toks[i - 1].key in _ONES:
        return False  # "that one brought 4,500 soldiers"
    return nxt not in UNCOUNTED and not (
        i
        and toks[i - 1].key
        in {"$", "€", "£", "aged", "article", "section", "resolution", "chapter", "page", "pp", "figure"}
        or i
        and toks[i - 1].key in _NUMBERED
        and len(toks[i].key) < _LABEL
        or i > 1
        and toks[i - 1].text == "("
        and toks[i - 2].key in {"resolution", "decision", "article", "law", "decree"}
    )


_ONES = frozenset("that this which each every no not any".split())
#: "Phase 2 involves …": which it is; but "in the first phase 5,000 will go".
_LABEL = 3
_NUMBERED = words("quantities.numbered")
