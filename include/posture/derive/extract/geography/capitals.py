"""Capitals as places."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from .... import lexicon
from ..mentions import PlaceMention


def capital(code: str) -> PlaceMention | None:
    """The capital of a country, as an inferred place."""
    for name, forces in lexicon.names().forces.items():
        if any(f.form == "capital" and f.code == code for f in forces):
            place = next((p for p in lexicon.names().places.get(name, []) if p.country_code == code), None)
            if place is not None:
                return PlaceMention(0, -1, replace(place, aliases=(*place.aliases, "the capital")), place.name)
    return None


@lru_cache(maxsize=1)
def capitals() -> frozenset[str]:
    """Names of all of them."""
    known = lexicon.names()
    return frozenset(
        p.name for name, forces in known.forces.items() if any(f.form == "capital" for f in forces)
        for p in known.places.get(name, [])[:1]
    )  # fmt: skip
