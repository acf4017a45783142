"""Those who are still to come: "with another 60 en route", "500 more on the way"."""

from __future__ import annotations

from ..clauses import View
from ..draft import Draft
from ..mentions import PlaceMention
from .levels import on_way
from .quantities import Quantity


def coming(view: View, q: Quantity, draft: Draft, near: PlaceMention | None) -> Draft:
    """Those who are on their way have not come: they deploy to where the others are."""
    at = q.last + 1 + (view.key(q.last + 1) in {"more", "others"})
    verb = view.tree.clause(q.number)
    if not on_way(tuple(view.key(k) for k in range(at, at + 3))) or q.first < 1 or view.tree.subject(verb) == q.last:
        return draft
    draft.type_code, draft.rule, draft.status = "deployment", "on_way_count", "ongoing"
    draft.destination, draft.place = draft.place or near, None
    return draft
