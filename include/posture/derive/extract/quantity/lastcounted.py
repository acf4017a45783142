"""What a sentence counted last, so that "the 300" and "its 850" of the next one count it again."""

from __future__ import annotations

from ..clauses import View
from .quantities import COUNTED, spoken_of


def last_counted(view: View) -> str:
    """Unit of what a sentence counted last, else of the troops, ships … that it names without a number."""
    end = len(view.toks)
    for q in reversed(view.quantities):
        if view.key(q.first - 1) in {"aboard", "by"}:
            end = q.first  # "flown home aboard three planes"
        elif q.unit in COUNTED:
            return q.unit
    return spoken_of(view.toks[:end], view.vocabulary) or ("personnel" if _has_body(view) else "")


def _has_body(view: View) -> bool:
    """ "The Kenyan contingent", "sent a battalion": men are spoken of, by the body that they form."""
    return any(t.key in _BODIES for t in view.toks)


_BODIES = frozenset(
    "contingent battalion brigade detachment garrison regiment battlegroup contingents garrisons".split()
)
