"""Buildings of those who speak: "guard the embassy in X", "shelled the ministry in X".

What is held, hit or lived in is a house, and the town behind it is where; what says or decides something only sits
there.
"""

from __future__ import annotations

from ..clauses import View
from ..language.classes import nouns, verbs
from ..language.grammar import AFTER_SAYING, SPEAKERS, set_of

_STANDING = set_of("at in inside outside around near on to into")
#: "The gate of the ministry", "the lawn of the palace".
_PARTS = nouns("part_of_house")


def is_house(view: View, noun: int) -> bool:
    """A seat of those who speak is meant as a house: by its own part in the sentence or that of its wing or gate."""
    tree = view.tree
    if view.key(noun) not in nouns("seat"):
        return False
    noun = tree.first_conjunct(noun)
    while tree.labels[noun] == "pobj" and view.key(tree.heads[noun]) == "of":
        noun = tree.first_conjunct(tree.heads[tree.heads[noun]])
        if view.key(noun) not in _PARTS:
            return False
    above = tree.heads[noun]
    if tree.labels[noun] == "dobj":
        return tree.is_verb(above) and view.key(above) not in AFTER_SAYING | verbs("address")
    if tree.labels[noun] != "pobj" or view.key(above) not in _STANDING:
        return False
    what = tree.heads[above]
    speakers = SPEAKERS | view.vocabulary.classes["speakers"] | view.vocabulary.classes["reporting_verbs"]
    return view.key(what) not in speakers | AFTER_SAYING
