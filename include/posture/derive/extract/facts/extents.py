"""Over what an act extends: "the withdrawal included A and B", "the closures will affect A"."""

from __future__ import annotations

from ..clauses import View

#: Beginnings of the verbs that say so.
_VERBS = tuple("includ cover affect encompass involv compris concern span".split())
#: How the noun of an act takes such a place of itself: "withdrawal from", "handover of".
_OWN = {"withdrawal": "from", "base_handover": "of", "base_closure": "of", "deployment": "to"}


def extent(view: View, noun: int) -> list[int]:
    """Heads of the names and sites which are objects of a verb that says how far the noun of an act extends."""
    tree = view.tree
    verb = tree.heads[noun]
    if tree.labels[noun] != "nsubj" or not tree.keys[verb].startswith(_VERBS):
        return []
    found = tree.object(verb)
    if found is None:
        return []
    sites = view.vocabulary.classes["sites"]
    return [k for k in (found, *tree.of(found, "conj")) if tree.tags[k][:3] == "NNP" or view.key(k) in sites]


def phrases(view: View, noun: int, type_code: str) -> list[tuple[str, int, int]]:
    """The same as phrases, with the preposition by which the noun takes a place of itself."""
    by = _OWN.get(type_code, "in")
    return [(by, *view.tree.span(k)) for k in extent(view, noun)]
