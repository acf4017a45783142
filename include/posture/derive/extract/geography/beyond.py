"""What lies across a border: "sent 300 men over the border", "has 3,700 soldiers across the frontier", "crossed it".

It is the other country of which the text tells: where these forces were last, else the one that it is about, else the
one that it names most beside their own.
"""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..language.grammar import set_of
from ..mentions import PlaceMention
from .discourse import PlaceMemory, country_mention, country_of

BORDERS = set_of("border frontier")
_OVER = set_of("across over beyond")
_CROSS = set_of("cross crosses crossed crossing")
#: A country must be named so often among all, to be the other one.
_NAMED = 0.2


def beyond(view: View, memory: PlaceMemory, noun: int) -> PlaceMention | None:
    """The country on the other side, where troops of this one are or go; None where the sentence names a place there or
    the text leaves doubt."""
    tree = view.tree
    above = tree.heads[noun]
    is_over = tree.labels[noun] == "pobj" and view.key(above) in _OVER or view.key(above) in _CROSS
    if not is_over or any(p.first > noun - 6 and p.place.kind_code != "country" for p in view.spotted.places):
        return None
    if view.key(noun + 1) in {"with", "of", "between", "from", "to", "into", "in", "at", "near"}:
        return None
    before = [f for f in view.spotted.forces if f.last < noun]
    own = {c for f in before if f.is_military or not f.is_weak for c in f.codes if len(c) == 3}
    own |= {str(p.place.country_code) for p in view.spotted.places if p.form in {"bare", "owner"} and p.last < noun}
    if not own:
        return None
    there = (country_of(memory.by_force[c]) for c in own if c in memory.by_force)
    code = next((c for c in there if c is not None and c not in own), None)
    if code is None:
        share, code = max(((memory.weights.get(c, 0.0), c) for c in memory.weights if c not in own), default=(0.0, ""))
        code = memory.about if memory.about not in {*own, ""} else code if share >= _NAMED else ""
    found = country_mention(code) if code else None
    if found is None:
        return None
    place = found.place._replace(aliases=(*found.place.aliases, f"the {view.key(noun)}"))
    return replace(found, first=noun, last=noun, prep="into", form="pointed", why="pointing", place=place)
