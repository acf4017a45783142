"""Verbs of going with nothing after them: "the last have gone", "3,000 will return by spring"."""

from __future__ import annotations

from collections.abc import Callable

from ..reading import Reading
from .movers import MEASURES, kind, nouns, place_at
from .moves import themes

#: Adverbs that leave a going a leaving.
_ALONE = frozenset("home away already yesterday today now soon too first later".split())


def _goes_away(r: Reading) -> bool:
    """ "The last of them have gone": nothing follows but whence and when."""
    v, tree = r.view, r.view.tree
    if r.subject_head is None or r.object_head is not None or tree.of(r.first, "acomp", "xcomp", "prt", "oprd", "dobj"):
        return False
    for p, s, e in r.phrases:
        if e <= r.first or p == "of" and any(a < s and e <= b for _, a, b in r.phrases):
            continue  # "of the 500 in the north, 200 went by the end of May": of a part, of a month
        top = tree.top(s, e)
        if p not in {"from", "in", "by", "on", "at", "after", "before", "since", "during", "within", "between"}:
            return False
        if p in {"in", "on", "at"} and place_at(v, top):
            return False
    if any(c > r.first and v.key(c) not in _ALONE for c in tree.of(r.first, "advmod")):
        return False  # "gone forward"
    return any(
        kind(v, n) == "force"
        or kind(v, n) == "them"
        and v.is_military
        and (v.key(n) in MEASURES or tree.tags[n] == "CD")
        for n in nouns(v, r.subject_head)
    )


def _goes_back(r: Reading) -> bool:
    """ "11,000 are to return by May": so many of those spoken of, with no word of where to."""
    v = r.view
    return _goes_away(r) and any(v.tree.tags[n] == "CD" or v.key(n) in MEASURES for n in themes(r))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"goes_away": _goes_away, "goes_back": _goes_back}
