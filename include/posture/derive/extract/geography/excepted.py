"""Places of which a sentence says nothing: "all sites except the hub at X", "apart from Y"."""

from __future__ import annotations

from ..clauses import View
from ..mentions import PlaceMention

_EXCEPT = frozenset("except excepting excluding barring".split())
_SAVE = {
    ("apart", "from"),
    ("aside", "from"),
    ("other", "than"),
    ("exception", "of"),
    ("save", "for"),
    ("except", "for"),
}


def is_excepted(view: View, p: PlaceMention) -> bool:
    """ "All sites except the hub at X", "apart from the post at Y": what the sentence does not say of it."""
    for k in range(p.first - 1, max(p.first - 8, -1), -1):
        if view.key(k) in _EXCEPT or (view.key(k), view.key(k + 1)) in _SAVE:
            return True
        if view.toks[k].text in {",", ";", "."} or view.tree.tags[k][:2] == "VB":
            return False
    return False
