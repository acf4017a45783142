"""Places that are no fact's, or another one's: "all sites except the hub at X", "a company at X, another at Y"."""

from __future__ import annotations

from ..clauses import View
from ..language.classes import verbs
from ..language.syntax import Tree
from ..mentions import PlaceMention

_EXCEPT = frozenset("except excepting excluding barring".split())
_SAVE = {
    ("apart", "from"),
    ("aside", "from"),
    ("other", "than"),
    ("exception", "of"),
    ("save", "for"),
    ("except", "for"),
}


def is_excepted(view: View, p: PlaceMention) -> bool:
    """ "All sites except the hub at X", "apart from the post at Y": what the sentence does not say of it."""
    if _gives_up_lead(view, p):
        return True
    for k in range(p.first - 1, max(p.first - 8, -1), -1):
        if view.key(k) in _EXCEPT or (view.key(k), view.key(k + 1)) in _SAVE:
            return True
        if view.toks[k].text in {",", ";", "."} or view.tree.tags[k][:2] == "VB":
            return False
    return False


_LEAD = frozenset("command leadership lead".split())


def _gives_up_lead(view: View, p: PlaceMention) -> bool:
    """ "Took over command of the mission from Italy": who led it before, and no place."""
    is_capital = any(f.form == "capital" and f.first <= p.first <= f.last for f in view.spotted.forces)
    if not (p.place.kind_code == "country" or is_capital) or view.key(p.first - 1) != "from":
        return False
    before = range(p.first - 2, max(p.first - 14, -1), -1)
    led = next((k for k in before if view.key(k) in _LEAD), None)
    return led is not None and any(view.key(k) in verbs("excepted.taking") for k in range(max(led - 6, 0), led))


def apart(groups: list[list[PlaceMention]], gaps: tuple[tuple[int, int], ...]) -> list[list[PlaceMention]]:
    """The groups that no part of the sentence has for its own; all of them where none is left."""
    return [g for g in groups if not any(a <= g[0].first < b for a, b in gaps)] or groups


def is_home_of(tree: Tree, clause: int) -> bool:
    """ "Drones based at X": a participle tells where those who act belong."""
    return tree.labels[clause] == "acl" and tree.keys[clause] in {"based", "stationed", "headquartered", "garrisoned"}
