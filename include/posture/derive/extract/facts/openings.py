"""What opens a segment without a verb: a count, a word that stands for one more, other troops or arms."""

from __future__ import annotations

from ..clauses import View
from ..mentions import PlaceMention
from ..quantity.quantities import Quantity

OPENERS = frozenset("the and while then also".split())
INTO = frozenset("to into onto in at on near for".split())
#: Words that stand for one more of what the verb was said of.
_ONE_MORE = frozenset("another one second third fourth that those other ones".split())
_OF_THEM = frozenset("a an its their some most all part of several other".split())


def is_near(v: View, a: int, q: Quantity) -> bool:
    """The count opens its segment, or is that of a body that does: "and Mali a company of 90"."""
    body = v.key(q.first - 1) == "of" and q.first - a <= 8 and v.has_class(q.first - 2, q.first - 1, "movers")
    return q.first - a <= 4 or body


def stands_for(v: View, a: int, b: int) -> int | None:
    """The word behind a border that stands for a noun said before it, with nothing but its own phrases: "and another in
    X", "the second to Y", "and those in Z"."""
    at = next((k for k in range(a + 1, b) if v.key(k) not in OPENERS | {"a"}), b)
    if at >= b or v.key(at) not in _ONE_MORE:
        return None
    end = at + 1 if v.key(at + 1) in {"one", "ones"} else at
    return end if v.key(end + 1) in INTO | {"from"} else None


def others(v: View, a: int, place: PlaceMention) -> bool:
    """Other troops or arms open a segment, and right behind them is whither, whence or where: "and its tanks to X"."""
    end = place.first
    while end > a and v.key(end - 1) in INTO | {"from", "out", "of", "the"}:
        end -= 1
    start = next((k for k in range(a + 1, end) if v.key(k) not in OPENERS | _OF_THEM), end)
    is_noun = start < end < place.first and v.tree.tags[end - 1][:2] == "NN" and "IN" not in v.tree.tags[start:end]
    kinds = ("movers", "materiel", "units")
    return is_noun and end - start <= 4 and any(v.has_class(end - 1, end, kind) for kind in kinds)
