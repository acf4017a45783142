"""Counts whose verb is left out: "Djibouti has 1,520 men around X and Kenya 1,410 in Y"."""

from __future__ import annotations

from dataclasses import dataclass

from ..clauses import View
from ..geography.placed import LOCATIVE
from ..geography.whereabouts import HOSTS
from ..mentions import PlaceMention
from .quantities import Quantity

_JOINS = frozenset(", ; and while the".split())


@dataclass(frozen=True)
class Gapped:
    """Whose so many are, by the name right before the number, and where, by the phrase right after it."""

    codes: tuple[str, ...]
    name: tuple[int, int]
    places: list[PlaceMention]


def gapped(view: View, q: Quantity, groups: list[list[PlaceMention]]) -> Gapped | None:
    """What a name and a number say after a count of the same kind; None where they are no such pair."""
    at = q.first - 1
    while view.key(at) in {"another", "a", "an", "further", "additional"}:
        at -= 1
    owns = view.key(at) in {"'s", "’s", "'"}
    at -= owns
    before = next((o for o in view.quantities if o.number < q.number and o.unit == q.unit), None)
    if before is None:
        return None
    name = next(
        (
            ((f.first, f.last), f.codes, f.form == "demonym")
            for f in view.spotted.forces
            if f.last in {at, at + owns} and f.codes and not f.is_military and f.form in {"name", "demonym"}
        ),
        None,
    )
    country = next((p for p in view.spotted.places if p.last == at and p.place.kind_code == "country"), None)
    if name is None and country is not None and country.place.country_code:
        name = (country.first, country.last), (country.place.country_code,), False
    host = next((p for p in view.spotted.places if p.last == at and p.place.kind_code != "country"), None)
    if host is not None and view.key(host.first - 1) in _JOINS | {"and"}:
        if view.key(view.tree.clause(before.number)) in HOSTS:
            return Gapped((), (host.first, host.last), [host])  # "X hosts 900 men and Y another 300"
    if name is None or not (owns or name[2]) and not _of_state(view, before):
        return None
    if view.key(name[0][0] - 1) not in _JOINS:
        return None
    own = {
        g[0].prep for g in groups if g[0].prep and before.last < g[0].first < q.first
    }  # "are confined to X, and Y's 40 to Z"
    near = next((g for g in groups if q.last < g[0].first <= q.last + 4 and g[0].prep in LOCATIVE | own), [])
    verb = view.tree.clause(before.number)
    if country is not None and not near and view.key(verb) in HOSTS:
        return Gapped((), name[0], [country])  # "Qatar houses 7,500 Americans and Bahrain 3,000"
    return Gapped(name[1], name[0], near)


def _of_state(view: View, q: Quantity) -> bool:
    """The count before says how many a state has: "Iraq 5,200, Syria 900" may be a list of places."""
    tree = view.tree
    verb = tree.clause(q.number)
    subject = tree.subject(verb) if tree.is_verb(verb) else None
    return subject is not None and subject < q.first and tree.tags[subject][:3] == "NNP"


def nation_of(view: View, q: Quantity) -> tuple[str, ...]:
    """ "4,500 soldiers, 1,900 of them British": whose the part is; () where the words say nothing of the kind."""
    if own := _listed_nation(view, q) or _come_from(view, q):
        return own
    if q.noun != "them" or view.key(q.last + 1) != "of" or not any(o.number < q.number for o in view.quantities):
        return ()
    after = next((f for f in view.spotted.forces if f.first == q.last + 3 and f.form == "demonym"), None)
    alone = after is not None and (view.key(after.last + 1) in {",", ".", ";", "and", ")"} or after.noun == "people")
    return after.codes if after is not None and alone else ()


def _come_from(view: View, q: Quantity) -> tuple[str, ...]:
    """ "650 soldiers from Kenya and 300 from Chad", "alongside 300 from Chad": the state right behind "from"."""
    if view.key(q.last + 1) != "from" or q.unit != "personnel":
        return ()
    at = q.last + 2 + (view.key(q.last + 2) == "the")
    before = any(o is not q and o.unit == q.unit and "from" in (view.key(o.last + 1), view.key(q.last + 1))
                 for o in view.quantities)  # fmt: skip
    name = next((f for f in view.spotted.forces if f.first == at and f.form == "name" and f.codes), None)
    place = next((p for p in view.spotted.places if p.first == at and p.place.kind_code == "country"), None)
    if name is not None:
        return name.codes if before or place is None else ()
    return (place.place.country_code,) if before and place is not None and place.place.country_code else ()


def _listed_nation(view: View, q: Quantity) -> tuple[str, ...]:
    """ "450 German, 100 Belgian and 250 Dutch troops": the nation right behind each number."""
    said: dict[int, tuple[str, ...]] = {}
    for o in view.quantities:
        own = next((f for f in view.spotted.forces if f.codes and o.number < f.first <= o.last), None)
        if o.unit == q.unit and own is not None and own.form in {"demonym", "name"}:
            if all(view.tree.tags[k] in {"CD", "TO", "IN", "HYPH", ":"} for k in range(o.number, own.first)):
                said[o.number] = own.codes
    return said.get(q.number, ()) if len(said) > 1 else ()
