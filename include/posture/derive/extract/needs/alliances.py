"""Alliances joined and left, and military cooperation that ends."""

from __future__ import annotations

from collections.abc import Callable

from ..facts.themes import members, themes
from ..reading import Reading
from .nouns import is_alliance

_SEATS = frozenset("membership seat member members participation application bid request".split())
_OF_SEATS = frozenset({"become", "hand in", "submit", "file", "lodge", "end", "terminate", "give ~ up"})


def _object_alliance(r: Reading) -> bool:
    v = r.view
    found = themes(r)
    if r.trigger.kind == "noun":
        found += v.tree.under(r.last, {"to"})
    found += members(v, [n for i in found if v.key(i) in _SEATS for n in v.tree.under(i, {"of", "in", "to", "for"})])
    if r.trigger.lemma in _OF_SEATS and not any(v.key(i) in _SEATS for i in found):
        return False  # "became an ally", but "became a member of the alliance"
    found += [c for i in found if v.key(i) == "membership" for c in v.tree.of(i, "compound", "amod", "nmod")]
    return any(is_alliance(v, i) for i in found)


def _by_state(r: Reading) -> bool:
    """Who joins or leaves an alliance is a state or group, not its soldiers."""
    return any(f.codes and not f.is_military for f in r.view.forces_in(*r.subject)) or r.subject[0] == r.subject[1]


def _cooperation(r: Reading) -> bool:
    v = r.view
    for i in themes(r):
        words = v.words_in(*v.tree.span(i))
        if (
            v.key(i) in {"cooperation", "co-operation", "operation"}
            and words & {"cooperation", "co"}
            or (
                v.key(i) in {"partnership", "ties", "relations", "links"}
                and words & {"military", "defence", "defense", "security"}
            )
        ):
            return True
    return False


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "by_state": _by_state,
    "object:alliance": _object_alliance,
    "object:cooperation": _cooperation,
}
