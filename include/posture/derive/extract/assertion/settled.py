"""What is over and what was signed is done, whatever tense or noun stands above it."""

from __future__ import annotations

from ..draft import Draft
from ..geography.homewards import is_there_again
from ..language.grammar import LONG_MONTHS
from ..language.verbgroup import mood
from ..reading import Reading


def settled(r: Reading) -> str:
    """The status of a reading, set right where its own words say that it is done."""
    if r.trigger.lemma in {"be over", "be at an end"} and r.status == "ongoing":
        return "completed"  # "the mission is over"
    if r.type_code == "base_opening" and r.status == "ongoing" and r.trigger.lemma in _RUNNING:
        return "completed"  # "the base is now operational"
    if is_there_again(r) and r.status == "ongoing":
        return "completed"  # "is already back in X"
    if r.type_code == "withdrawal" and r.status == "ongoing" and r.trigger.lemma in _GONE:
        return "completed"  # "are gone", "the last brigade is out of X"
    if r.type_code == "strength_change" and r.status == "ongoing" and r.trigger.lemma in _RESIZED:
        return "completed"  # "is down to 50,000"
    if r.status == "planned" and _is_outcome(r):
        return "completed"
    if r.status == "ongoing" and _is_timetabled(r):
        return "planned"
    if r.type_code == "agreement" and r.status == "planned" and _is_signed(r):
        return "completed"  # "the basis is a memorandum that the two concluded in 2013"
    return r.status


_RUNNING = frozenset(f"be {x}" for x in ("operational", "functional", "up and running", "ready"))
#: Not how a level changes but that it has.
_RESIZED = frozenset({"be down", "be down to", "be down from", "be up from"})
_GONE = frozenset({"be gone", "be ~ home|back home", "be ~ out of", "be back home", "be out", "be out of"})


def _is_outcome(r: Reading) -> bool:
    """ "Took the town, only to leave it two days later": what came of it."""
    tree = r.view.tree
    above = tree.heads[r.first]
    aux = [c for c in tree.of(r.first, "aux") if tree.keys[c] == "to"]
    is_only = bool(aux) and tree.keys[aux[0] - 1] == "only" and tree.keys[aux[0] - 2] == ","
    return is_only and tree.labels[r.first] in {"advcl", "xcomp"} and tree.tags[above] in {"VBD", "VBN"}


def is_past(draft: Draft, r: Reading) -> bool:
    """ "Signed a deal on leaving by May", "retook the town by the end of the month": a past tense is of no day to
    come."""
    if r.trigger.kind != "verb":
        return False
    tag, is_told = r.view.tree.tags[r.first], r.subject_head is not None and not r.passive
    return tag in {"VBD", "VBN"} if draft.type_code == "agreement" else is_told and tag == "VBD"


def may_lie_ahead(draft: Draft, r: Reading) -> bool:
    """ "The rest departing by May" is to come, where "had handed over 499 bases by mid-December" is done."""
    is_told = draft.status == "completed" and draft.date_basis in {"stated", "resolved"}
    had = any(r.view.tree.keys[c] == "had" for c in r.view.tree.of(r.first, "aux"))
    return is_told and not (r.trigger.kind == "verb" and had)


def _is_timetabled(r: Reading) -> bool:
    """ "The engineers go home in December", "are leaving in May": a present with a time of the calendar tells what is
    to come."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or r.type_code not in _TIMETABLED or v.sentence.kind == "heading":
        return False
    m = mood(tree, r.first)
    if m.is_perfect or m.is_negative or tree.labels[r.first] not in {"ROOT", "conj", "ccomp"}:
        return False
    near = [t for at, t in v.timed if tree.clause(at) == r.first and t.lead not in {"since", "after"}]
    aux = {tree.keys[c] for c in tree.of(r.first, "aux", "auxpass")}
    if m.is_progressive:
        if not aux or not aux <= {"is", "are", "being"}:
            return False
        near = [t for t in near if t.floating == "year"]
    elif r.passive or aux or tree.tags[r.first] not in {"VBP", "VBZ"}:
        return False
    return any(k.key in _CALENDAR for t in near for k in v.toks if t.start <= k.start < t.end)


_TIMETABLED = frozenset("withdrawal deployment reinforcement relocation base_opening base_closure".split())
#: Words of the calendar that a present can look ahead to, alone or behind "next".
_CALENDAR = LONG_MONTHS | {"next", "tomorrow"}


def _is_signed(r: Reading) -> bool:
    """A past that tells of its own antecedent: "a pact that X signed"."""
    tree = r.view.tree
    m = mood(tree, r.first)
    is_bare = not (m.modal or m.is_infinitive or m.is_negative) and tree.tags[r.first] == "VBD"
    return r.trigger.kind == "verb" and is_bare and tree.labels[r.first] == "relcl" and tree.heads[r.first] < r.first
