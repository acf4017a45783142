"""Rolls behind a colon: "serving overseas: Germany 20,370; Cyprus 3,340", "in Liberia: 1,500 Nigerians, 250 Ghanaians".

A name and a number are an item each. What stands before the colon says of whom, or where, they tell: a roll of the
lands where one state's soldiers are, or of the states whose soldiers are in one land.
"""

from __future__ import annotations

from dataclasses import replace

from ..arguments import Filler
from ..clauses import View
from ..draft import Draft
from ..forces.pronouns import Party
from ..geography.discourse import country_mention
from ..language.classes import words
from ..memory import Memory
from ..mentions import PlaceMention
from .bounds import ABOUT, bounds
from .levels import VICTIMS
from .numerals import is_date, is_year, number
from .quantities import Quantity, as_count

_PARTS = frozenset(
    ", ; and . ) ( as well also by from with plus followed the in at more than least over up to fewer no".split()
)
#: A roll whose numbers are all less may be of sites.
_MEN = 10
_GIVERS = words("rolls.givers")
_MOVES = words("rolls.moves")


def roll(view: View, filler: Filler, memory: Memory) -> list[Draft]:
    """The levels of a roll; none where the sentence holds no roll of two items at least."""
    toks = view.toks
    colon = next((k for k, t in enumerate(toks) if t.text == ":" and 2 < k < len(toks) - 4), None)
    if colon is None or not _is_of_troops(view, colon):
        return []
    items = _items(view, colon + 1)
    if (
        len(items) < 2
        or max(q.low or q.high or 0 for _, q in items) < _MEN
        or len({name.first for name, _ in items}) < len(items)
    ):
        return []
    noun = next((k for k in range(colon - 1, -1, -1) if _is_soldier(view, k)), None)
    named = next((f for f in view.spotted.forces if noun is not None and f.first <= noun <= f.last and f.codes), None)
    party = filler.who(noun) if named is None else Party(named.codes, "force", named)
    of_one = party is not None and party.is_named
    where = [p for p in view.spotted.places if p.last < colon and p.form == "place"]
    by_state = bool(view.words_in(0, colon) & _GIVERS) or bool(where) and not of_one
    actors = party.codes if party is not None and party.codes else memory.military
    made = []
    for name, q in items:
        state = name.place.country_code if name.place.kind_code == "country" else None
        if by_state and state is None or not by_state and not actors:
            return []
        d = Draft(
            "strength",
            (state,) if by_state and state is not None else actors,
            quantity=as_count(q),
            status="in_effect",
            start=view.sentence.start,
            end=view.sentence.end,
            trigger_start=toks[q.first].start,
            trigger_end=toks[q.last].end,
            rule="count",
        )
        d.place = name if not by_state else where[0] if where else filler.implied(d.actors, "strength")
        made.append(d)
    return made


def _is_of_troops(view: View, colon: int) -> bool:
    """What stands before the colon counts or places soldiers, and tells of no losses or moves."""
    words = view.words_in(0, colon)
    soldiers = any(_is_soldier(view, k) for k in range(colon))
    return (soldiers or bool(words & _GIVERS)) and not words & (VICTIMS | _MOVES)


def _is_soldier(view: View, k: int) -> bool:
    return view.vocabulary.units.get(view.key(k)) == "personnel"


def _items(view: View, start: int) -> list[tuple[PlaceMention, Quantity]]:
    """Names with the number beside each, until a word stands there that is neither."""
    made: list[tuple[PlaceMention, Quantity]] = []
    k, toks = start, view.toks
    names = {p.first: p for p in view.spotted.places}
    for f in view.spotted.forces:
        if len(f.codes) == 1 and (land := country_mention(f.codes[0])) is not None:
            names.setdefault(f.first, replace(land, first=f.first, last=f.last))
    name: PlaceMention | None = None
    q: Quantity | None = None
    while k < len(toks):
        if k in names:
            if name is not None:
                break
            name, k = names[k], names[k].last + 1
        elif (read := number(toks, k)) is not None and not is_year(toks, k) and not is_date(toks, k):
            if q is not None:
                break
            low, high, qualifier, first, end = bounds(toks, k, read[1], read[0], read[2])
            end += end < len(toks) and view.vocabulary.units.get(toks[end].key) == "personnel"
            q, k = Quantity(low, high, qualifier, "personnel", first, end - 1, k, "strong"), end
        elif toks[k].key in _PARTS | ABOUT or toks[k].text in {"–", "-", ":"}:
            k += 1
        else:
            break
        if name is not None and q is not None:
            made.append((name, q))
            name = q = None
    return made
