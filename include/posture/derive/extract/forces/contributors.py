"""Lists of who serves in a country, by state: "FRANCE – 2,000 troops; a battalion of 900 is landing"."""

from __future__ import annotations

from ..clauses import View
from ..quantity.listlines import after_bullet

_MARKS = frozenset(":-–—|")


def labelled(view: View, hosting: str) -> tuple[str, ...]:
    """The state whose name labels an entry; () where the list is none of who serves in the country `hosting`."""
    at = after_bullet(view) if hosting else 0
    found = next((p for p in view.spotted.places if p.first == at and p.place.kind_code == "country"), None)
    if not hosting or found is None or found.place.country_code in {None, hosting}:
        return ()
    return (str(found.place.country_code),) if view.key(found.last + 1) in _MARKS else ()
