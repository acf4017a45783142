"""Alliances joined and left, and military cooperation that ends."""

from __future__ import annotations

from collections.abc import Callable

from ..facts.themes import members, themes
from ..language.inflection import inflected
from ..reading import Reading
from .nouns import is_alliance

_SEATS = frozenset("membership seat member members participation application bid request".split())
_OF_SEATS = frozenset({"become", "hand in", "submit", "file", "lodge", "end", "terminate", "give ~ up"})


def _object_alliance(r: Reading) -> bool:
    v = r.view
    found = themes(r)
    if r.trigger.kind == "noun" or r.trigger.lemma == "admit":
        found += v.tree.under(r.last, {"to", "into"})
    if r.trigger.lemma == "join" and r.object_head is None and (host := _host(r)) is not None:
        found.append(host)
    seats = [i for i in found if v.key(i) in _SEATS]  # "submitted its application to join the pact"
    found += [n for i in seats for k in v.tree.of(i, "acl") if v.key(k) == "join" for n in v.tree.of(k, "dobj")]
    found += members(v, [n for i in found if v.key(i) in _SEATS for n in v.tree.under(i, {"of", "in", "to", "for"})])
    if r.trigger.lemma in _OF_SEATS and not any(v.key(i) in _SEATS for i in found):
        return False  # "became an ally", but "became a member of the alliance"
    found += [c for i in found if v.key(i) == "membership" for c in v.tree.of(i, "compound", "amod", "nmod")]
    return any(is_alliance(v, i) for i in found)


def _by_state(r: Reading) -> bool:
    """Who joins or leaves an alliance is a state or group, not its soldiers."""
    start, end = r.subject
    if r.subject_head is not None and r.view.key(r.subject_head) == "it":
        start, end = 0, r.subject_head  # "Peru's president said that it would leave the bloc"
    elif "whose" in r.view.words_in(start, end) and r.view.tree.labels[r.first] == "relcl":
        start, end = 0, start  # "Peru, whose president has frozen its membership"
    return any(f.codes and not f.is_military for f in r.view.forces_in(start, end)) or r.subject[0] == r.subject[1]


def _host(r: Reading) -> int | None:
    """Who asks somebody in: "the alliance invited both to join"."""
    tree = r.view.tree
    above = tree.heads[r.first]
    if tree.labels[r.first] not in {"xcomp", "ccomp", "advcl"} or r.view.key(above) not in _INVITING:
        return None
    return tree.agent(above) if tree.is_passive(above) else tree.subject(above)


_INVITING = inflected("invite ask let allow urge encourage")


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
