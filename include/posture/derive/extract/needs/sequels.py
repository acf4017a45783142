"""What follows suit: "the camp at A was closed in May and that at B followed in June" tells the same of B."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.themes import ANAPHORS
from ..geography.inventories import listed
from ..language.classes import plurals
from ..reading import Reading
from .sitenouns import is_site, points_back


def _follows_suit(r: Reading) -> bool:
    """The subject is a site or a place, and nothing is named that it follows."""
    v, subject = r.view, r.subject_head
    if r.passive:  # "…, followed by the camp at B in June"
        by = v.tree.agent(r.first) if v.tree.labels[r.first] in {"advcl", "acl"} else None
        return by is not None and any(_is_spot(v, i) for i in (by, *v.tree.of(by, "conj")))
    if subject is None or r.object_head not in {None, r.last} or subject > r.first:
        return False
    if r.last > r.first and v.tree.of(r.last, "relcl", "xcomp", "acl"):
        return False  # "was the first to be shut": that verb tells it
    if v.key(r.first) == "following" and v.tree.labels[r.first] in {"prep", "pcomp"}:
        return False  # "following the handover"
    if any(c > r.first for c in v.tree.of(r.first, "ccomp", "xcomp", "expl")) or v.tree.under(
        r.first, {"after", "from"}
    ):
        return False
    below = v.tree.under(r.first, {"on", "in", "at", "near"}) if v.key(subject) in {"others", "another"} else []
    if any(v.places_in(*v.tree.span(n)) for n in below):
        return True  # "others followed on the island"
    return any(_is_spot(v, i) for i in (subject, *v.tree.of(subject, "conj")))


def _is_spot(view: View, i: int) -> bool:
    if any(p.first <= i <= p.last and p.place.kind_code != "country" for p in view.spotted.places):
        return True
    counted = any(q.unit != "bases" and q.first <= i <= q.last for q in view.quantities)
    if counted and view.key(i) != "one":  # "one at A followed": a site like the one before
        return False  # "seven more jets landed at A Air Base and seven more followed"
    if view.key(i) in ANAPHORS:  # "one on the island", "those in the east"
        return any(view.places_in(*view.tree.span(n)) for n in view.tree.under(i, {"on", "in", "at", "of", "near"}))
    return is_site(view, i, by_force=True)


def _lists_sites(r: Reading) -> bool:
    """ "The new sites are A in the north and B": what was said of a number of sites is said of each."""
    v, subject = r.view, r.subject_head
    if subject is not None and v.key(subject) in {"target", "targets"}:
        return False  # "targets of the raid included a camp at A"
    if any(q.unit == "personnel" and q.first > r.last for q in v.quantities):
        return False  # "forces abroad include 300 at A and 40 at B"
    if listed(r):
        return True
    if subject is None or v.tree.tags[subject] != "NNS" or v.key(subject) not in _COUNTED or subject > r.first:
        return False
    if not {v.key(c) for c in v.tree.of(subject, "det")} & {"the", "these", "both"}:
        return False
    named = [p for p in v.spotted.places if p.first > r.last and p.place.kind_code != "country"]
    heads = [p for p in named if p.first - r.last <= 3]
    return len(named) > 1 and bool(heads)


def _seat(r: Reading) -> bool:
    """ "The new headquarters will be in X": it is not there yet."""
    v, subject = r.view, r.subject_head
    if subject is None or subject > r.first or points_back(v, subject):
        return False
    return is_site(v, subject, by_force=True) and not any(p.first <= subject <= p.last for p in v.spotted.places)


_COUNTED = plurals("site") | {"locations"}

#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "follows_suit": _follows_suit,
    "lists_sites": _lists_sites,
    "subject:seat": _seat,
}
