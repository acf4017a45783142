"""Capitals that stand in a list with other towns: "at Tarin Kowt, Kandahar and Kabul" are towns, no government."""

from __future__ import annotations

from ....lexicon import names
from ..language.text import Token
from ..language.vocabulary import Vocabulary
from ..mentions import ForceMention, PlaceMention, Spotted
from .capitals import capitals

_AND = frozenset({"and", "or", "&"})
#: Between names of one list.
_JOINTS = frozenset({("and",), ("or",), ("&",), (",", "and"), (",", "or"), (",",)})
#: Places that are no towns beside which a capital stands.
_WIDE = frozenset({"country", "theatre", "area"})


def read_listed_towns(found: Spotted, toks: tuple[Token, ...], v: Vocabulary) -> None:
    """Take the capitals of a sentence that stand between its towns for places."""
    keys = [t.key for t in toks]
    for f in [f for f in found.forces if f.form == "capital" and not f.is_military]:
        if any(p.first <= f.first <= p.last for p in found.places):
            continue
        beside = _town_before(found, keys, f) or _town_behind(found, keys, f)
        if beside is None or _speaks(toks, f, v):
            continue
        name = " ".join(t.text for t in toks[f.first : f.last + 1])
        options = tuple(p for p in names().places.get(name, ()) if p.country_code in f.codes)
        if options:
            prep = beside.prep if beside.first < f.first else f.prep
            found.places.append(PlaceMention(f.first, f.last, options[0], name, prep, candidates=options))
            found.forces.remove(f)


def _town_before(found: Spotted, keys: list[str], f: ForceMention) -> PlaceMention | None:
    """ "A and CAPITAL", "A, CAPITAL and B"."""
    for p in found.places:
        joint = tuple(keys[p.last + 1 : f.first]) if p.last < f.first else ()
        if joint in _JOINTS and _is_town(p) and (joint != (",",) or keys[f.last + 1 : f.last + 2] in (["and"], ["or"])):
            return p
    return None


def _town_behind(found: Spotted, keys: list[str], f: ForceMention) -> PlaceMention | None:
    """ "CAPITAL and A", "CAPITAL, A and B"."""
    for p in found.places:
        joint = tuple(keys[f.last + 1 : p.first]) if p.first > f.last else ()
        is_long = joint != (",",) or bool(_AND & set(keys[p.last + 1 : p.last + 3]))
        if joint in _JOINTS and _is_town(p) and is_long:
            return p
    return None


def _is_town(p: PlaceMention) -> bool:
    is_capital = p.place.kind_code == "city" and p.place.name in capitals()
    return p.form == "place" and p.place.kind_code not in _WIDE and not is_capital


def _speaks(toks: tuple[Token, ...], f: ForceMention, v: Vocabulary) -> bool:
    """ "… in Gao and Bamako said": a government."""
    return f.last + 1 < len(toks) and toks[f.last + 1].key in v.classes["reporting_verbs"]
