"""Capitals as places."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from .... import lexicon
from ..clauses import View
from ..language.classes import nouns
from ..mentions import PlaceMention


def capital(code: str, called: str = "") -> PlaceMention | None:
    """The capital of a country, as an inferred place; of several the one of that name."""
    known = sorted(lexicon.names().forces.items(), key=lambda n: n[0] != called.lower()) if called else (
        lexicon.names().forces.items()
    )  # fmt: skip
    for name, forces in known:
        if any(f.form == "capital" and f.code == code for f in forces):
            place = next((p for p in lexicon.names().places.get(name, []) if p.country_code == code), None)
            if place is not None:
                return PlaceMention(0, -1, place._replace(aliases=(*place.aliases, "the capital")), place.name)
    return None


@lru_cache(maxsize=1)
def capitals() -> frozenset[str]:
    """Names of all of them."""
    known = lexicon.names()
    return frozenset(
        p.name for name, forces in known.forces.items() if any(f.form == "capital" for f in forces)
        for p in known.places.get(name, [])[:1]
    )  # fmt: skip


def capital_at(view: View, target: int) -> PlaceMention | None:
    """ "Kyiv was bombed": the city, not the state."""
    named = {target, *view.tree.of(target, "poss")} if view.key(target) in nouns("built") else {target}
    found_at = [f for f in view.spotted.forces if named & set(range(f.first, f.last + 1))]
    f = next((f for f in found_at if f.form == "capital" and f.codes), None)
    found = capital(f.codes[0], view.toks[target].text) if f is not None and not f.is_military else None
    return replace(found, first=target, last=target, form="place") if found is not None else None
