"""When two drafts tell of one base: called after its town or by its own name, with its owner or without."""

from __future__ import annotations

from ..draft import Draft
from ..language.text import fold

#: Characters between two sentences that tell of the same base.
_NEAR = 400


def one_base(a: Draft, b: Draft) -> bool:
    """ "Closes the Gao base", and below "its base in Gao": a site called after its town, and the town."""
    p, q = a.main_place, b.main_place
    if not a.type_code.startswith("base_") or p is None or q is None or p.is_site == q.is_site:
        return False
    site, town = (p.place, q.place) if p.is_site else (q.place, p.place)
    if town.kind_code == "country" or site.country_code not in {None, town.country_code}:
        return False
    return set(fold(town.name).split()) < set(fold(site.name).split())


def is_unnamed(a: Draft, b: Draft) -> bool:
    """ "The base was opened by the defence minister", right after the text has said whose it is."""
    first, again = (a, b) if a.start <= b.start else (b, a)
    if first.type_code != "base_opening" or not again.is_actor_open or again.start - first.start > _NEAR:
        return False
    if first.status != again.status or first.place is None:
        return False
    return again.place is None or again.place.place.name == first.place.place.name
