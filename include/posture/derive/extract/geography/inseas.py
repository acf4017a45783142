"""Ports, towns and islands that are called by the sea in which they lie."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..mentions import PlaceMention
from .discourse import PlaceMemory
from .placekinds import ISLANDS, TOWNS


def in_sea(view: View, p: PlaceMention, memory: PlaceMemory) -> PlaceMention:
    """ "The Indian Ocean atoll", "the Black Sea port": the last such place that the text named, not the sea."""
    at = min(p.last + 1, len(view.toks) - 1)
    noun = view.key(at)
    is_noun = view.tree.tags[at] == "NN" and view.tree.tags[min(at + 1, len(view.toks) - 1)][:2] != "NN"
    if noun not in TOWNS | ISLANDS | {"port", "base"} or not is_noun or view.key(at + 1) == "of":
        return p
    meant = memory.of_kind(noun)
    if meant is None or meant.place.kind_code in {"country", "sea", "theatre"}:
        return p
    place = meant.place._replace(aliases=(*meant.place.aliases, f"the {p.words} {noun}"))
    return replace(p, last=at, place=place, words=meant.words, form="pointed", why="pointing", is_site=meant.is_site)
