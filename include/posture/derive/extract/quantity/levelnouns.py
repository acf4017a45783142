"""Nouns of sending that only stand for how many there are: "the deployment has doubled", "cut the size of its
deployment"."""

from __future__ import annotations

from ..clauses import View

#: "The number deployed to X", "a reduction of the personnel sent to X": nobody is sent by that.
LEVEL_NOUNS = frozenset("reduction cut increase rise withdrawal drawdown return rotation number numbers total".split())
_CARRIES = frozenset("take takes took taking taken bring brings brought bringing".split())


def is_told_of(view: View, noun: int) -> bool:
    """A verb of changing levels says of the noun how large it is."""
    tree = view.tree
    above = tree.heads[tree.heads[noun]]
    if tree.labels[noun] == "pobj" and view.key(tree.heads[noun]) == "of":
        noun = above if view.key(above) in LEVEL_NOUNS | {"size", "scale"} else noun
    if tree.labels[noun] == "appos" and tree.of(noun, "amod"):
        return True  # "there are 30,000, the biggest deployment ever"
    verb = tree.heads[noun]
    frames = {t.frame for t in view.vocabulary.by_first.get(view.key(verb), ()) if t.kind == "verb"}
    if not any(view.vocabulary.frames[f]["code"] == "level_change" for f in frames) or not tree.is_verb(verb):
        return False
    numbered = {view.key(p) for p in tree.of(verb, "prep")} & {"to", "from", "by"}
    if tree.labels[noun] == "nsubj":
        return not tree.of(verb, "dobj")
    return tree.labels[noun] in {"dobj", "nsubjpass"} and (bool(numbered) or view.key(verb) not in _CARRIES)
