"""Men who are of their own nation, whoever hosts or leads them."""

from __future__ import annotations

from ..clauses import View
from ..language.grammar import SUBJECT
from ..mentions import ForceMention

#: Whom an adjective of nation says where they are from; of a garrison or base it may say where that is.
MEN = frozenset(
    "soldiers troops contingent battalion company marines paratroopers legionnaires airmen peacekeepers instructors "
    "trainers advisers advisors servicemen sailors commandos engineers personnel".split()
)


def nation_behind(view: View, at: int) -> ForceMention | None:
    """ "A force of 500, most of them Kenyans, arrived"."""
    tree = view.tree
    if tree.labels[at] not in SUBJECT:
        return None
    behind = (f for f in view.spotted.forces if at < f.first < tree.heads[at] and f.noun == "people" and f.codes)
    return next((f for f in behind if tree.keys[f.first - 2 : f.first] == ("of", "them")), None)
