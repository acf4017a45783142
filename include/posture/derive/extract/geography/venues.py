"""Where a deal was signed is no place of what it provides for: "under the accord signed in Doha the force leaves"."""

from __future__ import annotations

from ..clauses import View
from ..language.inflection import forms
from ..mentions import PlaceMention

_SIGNING = frozenset(
    form for verb in "sign initial conclude ink ratify negotiate broker clinch".split() for form in forms(verb)
) | {"initialed", "reached", "struck"}
_TOWNS = frozenset({"city", "town", "capital", "village"})
_DEALS = frozenset("text document paper deal deals agreements accords treaties pacts declaration statement".split())


def is_venue(view: View, p: PlaceMention) -> bool:
    """The town in which a deal was signed."""
    tree = view.tree
    if p.prep not in {"in", "at"} or p.is_site or p.place.kind_code not in _TOWNS or tree.labels[p.last] != "pobj":
        return False
    prep = tree.heads[p.last]
    if prep and view.has_class(prep - 1, prep, "sites"):
        return False  # "signed an agreement on the airfield at X": the parser hangs "at" on the verb
    verb = tree.heads[prep]
    if view.key(verb) not in _SIGNING or not tree.is_verb(verb):
        return False
    signed = [*tree.of(verb, "nsubjpass", "dobj")]
    signed += [tree.heads[verb]] if tree.labels[verb] in {"acl", "relcl"} else []
    words = view.vocabulary.classes["deals"] | _DEALS
    return any(view.key(n) in words for n in signed)
