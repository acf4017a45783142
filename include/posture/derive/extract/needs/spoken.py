"""Whether "it" means a unit, a ship or a weapon: one that the sentence, or the one before, says something of.

A state or an army is "it" as well, but nobody moves those: what is sent, moved or stays at a place is one of theirs.
"""

from __future__ import annotations

from ..clauses import View
from .movers import MEASURES, kind

_THEMES = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "poss", "appos"})
#: Singulars that name all of a state's arms, or none of them.
_WHOLES = frozenset(
    "army military navy force police government ministry coalition alliance fleet mission command guard power".split()
)


def says_unit(view: View, until: int | None = None) -> bool:
    """Some unit, ship or weapon is spoken of: as subject, object or whose something is. `until`: before this token."""
    tree = view.tree
    return any(
        tree.labels[n] in _THEMES and tree.tags[n] in {"NN", "NNP"} and _is_unit(view, n)
        for n in range(len(view.toks) if until is None else until)
    )


def _is_unit(view: View, noun: int) -> bool:
    key = view.key(noun)
    if key in _WHOLES | MEASURES or view.tree.tags[noun] == "NNP" and key in view.vocabulary.classes["sites"]:
        return False
    if any(
        view.vocabulary.units.get(view.key(c)) in {"ships", "aircraft"} for c in view.tree.of(noun, "compound", "amod")
    ):
        return True  # "the frigate Berlin"
    named = [f for f in view.forces_in(noun, noun + 1) if f.codes and f.form not in {"unit", "own"}]
    return not named and kind(view, noun) in {"force", "soft"}


def means_unit(view: View, i: int) -> bool:
    """ "It" stands for a unit, ship or weapon; "it is not clear who fired" for nothing."""
    if view.tree.of(view.tree.heads[i], "acomp", "ccomp", "csubj"):
        return False
    return view.key(i) == "it" and (says_unit(view, i) or view.unit_before)
