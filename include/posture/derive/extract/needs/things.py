"""What can be held, guarded or shared without being ground: talks, prices, prisoners, ballot boxes."""

from __future__ import annotations

from ..clauses import View
from ..geography.grounds import GROUNDS
from ..geography.placekinds import POINTERS
from ..language.classes import words
from .movers import MEASURES, place_at
from .sitenouns import WORKS

#: Of ground, though they are no nouns for it.
_GROUND = words("share_of_ground")


def is_thing(view: View, noun: int) -> bool:
    """A common noun for nothing that is a stretch of land, a building or a site."""
    if view.tree.tags[noun] not in {"NN", "NNS"} or place_at(view, noun):
        return False
    key = view.key(noun)
    known = GROUNDS | POINTERS | WORKS | MEASURES | _GROUND
    if key in known or key.removesuffix("s") in known:
        return False
    classes = view.vocabulary.classes
    is_site = any(view.has_class(noun, noun + 1, c) for c in ("buildings", "sites", "seats"))
    return not is_site and key not in classes["events"]
