"""Lists of who serves in a country, by state: "FRANCE – 2,000 troops; a battalion of 900 is landing"; and of sites with
those whose they are: "Camp Arifjan (United States): …"."""

from __future__ import annotations

from ..clauses import View
from ..quantity.listlines import after_bullet, bracket

_MARKS = frozenset(":-–—|")


def labelled(view: View, hosting: str) -> tuple[str, ...]:
    """The state whose name labels an entry, or stands in its label behind a site elsewhere; () where the list is none
    of who serves in the country `hosting`."""
    if (holder := _behind_site(view, hosting)) is not None:
        return (holder,)
    at = after_bullet(view) if hosting else 0
    found = next((p for p in view.spotted.places if p.first == at and p.place.kind_code == "country"), None)
    if not hosting or found is None or found.place.country_code in {None, hosting}:
        return ()
    return (str(found.place.country_code),) if view.key(found.last + 1) in _MARKS else ()


def _behind_site(view: View, hosting: str) -> str | None:
    """The state in the bracket of an entry's name, if the site before it lies in another one."""
    if view.sentence.is_dated or (found := bracket(view)) is None:
        return None
    opens = found[0]
    states = [f.codes[0] for f in view.spotted.forces if f.first == opens + 1 and len(f.codes) == 1]
    states += [
        str(p.place.country_code)
        for p in view.spotted.places
        if p.first == opens + 1 and p.place.kind_code == "country"
    ]
    lands = {p.place.country_code for p in view.spotted.places if p.last < opens} - {None}
    lands = lands or ({hosting} if hosting else set())
    return states[0] if states and lands and not lands & set(states) else None
