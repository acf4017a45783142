"""Who is strengthened, or gets others' troops: "they were reinforced by 200 Danes", "Estonia got a British brigade"."""

from __future__ import annotations

from collections.abc import Callable

from ..reading import Reading
from .forces import is_nation
from .movers import head_nouns, kind
from .spoken import speaks_of
from .troops import mover_or_site

#: What is made stronger around a position.
_WORKS = frozenset("defences defenses fortifications perimeter".split())
_BODIES = frozenset({"mission", "operation"})
_THEM = frozenset("they them it".split())


def _strengthened(r: Reading) -> bool:
    """Troops or a site; a pronoun where troops strengthen it, or where the sentence has spoken of them."""
    v, tree = r.view, r.view.tree
    head = r.subject_head if r.passive else r.object_head
    if head is not None and v.key(head) in {"mandate", "mandates"}:
        return False
    if head is not None and v.key(head) == "position" and not r.passive and not v.forces_in(*r.subject):
        return False  # "the party strengthened its position"
    if mover_or_site(r) or head is not None and v.is_military and v.key(head) in _WORKS:
        return True
    if head is not None and v.key(head) in _BODIES | _THEM and v.is_military and _with_men(r):
        return True
    if r.trigger.kind != "verb" or head is None or v.key(head) not in _THEM or not v.is_military:
        return False
    by = tree.agent(r.first) if r.passive else None
    if by is not None:
        return any(kind(v, n) in {"force", "soft"} or is_nation(v, n) for n in head_nouns(v, by))
    return v.key(head) == "them" and speaks_of(v, head) == "force" and not v.is_of_civilians


def _with_men(r: Reading) -> bool:
    """ "Reinforced its mission with 200 men"."""
    v = r.view
    tops = (v.tree.top(s, e) for p, s, e in r.phrases if p in {"with", "by"})
    return any(kind(v, n) == "force" or v.key(n) in {"men", "women"} for top in tops for n in head_nouns(v, top))


def _gets_force(r: Reading) -> bool:
    """A country gets troops of another's; its own, or arms that it is given, are none."""
    v, head, host = r.view, r.object_head, r.subject_head
    if r.passive or head is None or host is None:
        return False
    hosts = {p.place.country_code for p in v.spotted.places if p.first <= host <= p.last}
    people = v.vocabulary.classes["personnel"] | v.vocabulary.classes["units"] | {"battlegroup"}
    owners = {c for n in head_nouns(v, head) if v.key(n) in people for f in v.forces_in(n, n + 1) for c in f.codes}
    return bool(hosts) and bool(owners) and not owners & hosts


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"strengthened": _strengthened, "gets_force": _gets_force}
