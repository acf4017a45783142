"""Trees that are none: words that hang on each other in a ring, from which the way up would never end."""

from __future__ import annotations

from collections.abc import Sequence


def is_knot(heads: Sequence[int]) -> bool:
    """Whether some words depend on each other in a ring; the root is its own head."""
    sound = [h == i for i, h in enumerate(heads)]
    for start in range(len(heads)):
        at, way = start, set[int]()
        while not sound[at]:
            sound[at] = True
            way.add(at)
            at = heads[at]
            if at in way:
                return True
    return False
