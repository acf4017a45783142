"""How far apart in a text one fact is looked for again.

No article tells hundreds of facts between the two; a list of thousands of facts would else be compared pair by pair.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..draft import Draft

#: Drafts, back and ahead.
_REACH = 400
Numbered = tuple[int, Draft]


def reaching_back(kept: Sequence[Draft]) -> range:
    """The numbers of the last drafts, in the order of the text."""
    return range(max(0, len(kept) - _REACH), len(kept))


def near(kept: Sequence[Draft], at: int) -> list[Numbered]:
    """The drafts within reach of one, with their numbers."""
    first = max(0, at - _REACH)
    return list(enumerate(kept[first : at + _REACH], first))


def around(some: Sequence[Numbered], at: int) -> Sequence[Numbered]:
    """Those of some numbered drafts, in order, that are within reach of one."""
    return some[bisect_left(some, at - _REACH, key=_number) : bisect_left(some, at + _REACH, key=_number)]


def _number(numbered: Numbered) -> int:
    return numbered[0]
