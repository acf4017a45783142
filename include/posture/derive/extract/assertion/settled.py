"""What is over and what was signed is done, whatever tense or noun stands above it."""

from __future__ import annotations

from ..geography.homewards import is_there_again
from ..language.verbgroup import mood
from ..reading import Reading


def settled(r: Reading) -> str:
    """The status of a reading, set right where its own words say that it is done."""
    if r.trigger.lemma in {"be over", "be at an end"} and r.status == "ongoing":
        return "completed"  # "the mission is over"
    if is_there_again(r) and r.status == "ongoing":
        return "completed"  # "is already back in X"
    if r.type_code == "withdrawal" and r.status == "ongoing" and r.trigger.lemma in _GONE:
        return "completed"  # "are gone", "the last brigade is out of X"
    if r.type_code == "agreement" and r.status == "planned" and _is_signed(r):
        return "completed"  # "the basis is a memorandum that the two concluded in 2013"
    return r.status


_GONE = frozenset({"be gone", "be ~ home|back home", "be ~ out of", "be back home", "be out", "be out of"})


def _is_signed(r: Reading) -> bool:
    """A past that tells of its own antecedent: "a pact that X signed"."""
    tree = r.view.tree
    m = mood(tree, r.first)
    is_bare = not (m.modal or m.is_infinitive or m.is_negative) and tree.tags[r.first] == "VBD"
    return r.trigger.kind == "verb" and is_bare and tree.labels[r.first] == "relcl" and tree.heads[r.first] < r.first
