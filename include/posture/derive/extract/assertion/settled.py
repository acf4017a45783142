"""What is over and what was signed is done, whatever tense or noun stands above it."""

from __future__ import annotations

from ..language.verbgroup import mood
from ..reading import Reading


def settled(r: Reading) -> str:
    """The status of a reading, set right where its own words say that it is done."""
    if r.trigger.lemma in {"be over", "be at an end"} and r.status == "ongoing":
        return "completed"  # "the mission is over"
    if r.type_code == "agreement" and r.status == "planned" and _is_signed(r):
        return "completed"  # "the basis is a memorandum that the two concluded in 2013"
    return r.status


def _is_signed(r: Reading) -> bool:
    """A past that tells of its own antecedent: "a pact that X signed"."""
    tree = r.view.tree
    m = mood(tree, r.first)
    is_bare = not (m.modal or m.is_infinitive or m.is_negative) and tree.tags[r.first] == "VBD"
    return r.trigger.kind == "verb" and is_bare and tree.labels[r.first] == "relcl" and tree.heads[r.first] < r.first
