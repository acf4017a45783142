"""What a clause says of troops that are its subject: what they are or are like, where they have their base."""

from __future__ import annotations

from ..clauses import View
from ..geography.placed import LOCATIVE, STATIONED, located

_THERE = frozenset("present active available ready strong visible due able left on".split())
_HOMES = frozenset(
    "base bases home homes headquarters quarters camp camps position positions station stations port".split()
)


def is_so(view: View, verb: int) -> bool:
    """ "Two thousand men are free", "ten are bases": what they are or are like, not where they are."""
    tree = view.tree
    ways = {n for c in tree.of(verb, "prep") for n in tree.children[c]}
    if {tree.keys[n] for n in ways} & {"way", "route"}:
        return True  # "are on their way"
    if any(tree.keys[c] == "among" for c in tree.of(verb, "prep")):
        return True  # "are among the forces that were sent"
    like = [c for c in tree.of(verb, "acomp") if tree.keys[c] not in STATIONED | _THERE]
    if like and not _names_spot(view, verb, *like):
        return True
    units = view.vocabulary.units
    kinds = [c for c in tree.of(verb, "attr") if tree.tags[c] in {"NN", "NNS"} and c > verb]
    kinds = [c for c in kinds if tree.keys[c] != "part"]  # "are part of the force in X"
    return any(units.get(tree.keys[c]) != "personnel" for c in kinds) and not _names_spot(view, verb)


def _names_spot(view: View, *at: int) -> bool:
    """A phrase of one of these says where: "there", "at the base"; "in March" does not."""
    tree = view.tree
    if any(tree.keys[c] in LOCATIVE for k in at for c in tree.of(k, "advmod")):
        return True
    return any(located(view, k) or _at_site(view, k) for k in at)


def _at_site(view: View, at: int) -> bool:
    return any(p in LOCATIVE and view.has_class(s, e, "sites") for p, s, e in view.tree.phrases(at))


def is_at_home(view: View, verb: int) -> bool:
    """ "1,700 of the troops have their base at X"."""
    tree = view.tree
    if view.key(verb) in {"spend", "spends", "spent"}:
        return located(view, verb)  # "have spent four months at X"
    return view.key(verb)[:3] in {"hav", "has", "had", "mak", "mad"} and any(
        tree.keys[c] in _HOMES for c in tree.of(verb, "dobj")
    )
