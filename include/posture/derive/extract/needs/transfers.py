"""Who passes from one hand to another: a unit under a command, a watch to its relief, prisoners, equipment."""

from __future__ import annotations

from collections.abc import Callable

from ..grammar import DETAINEES
from ..reading import Reading, noun_spans
from .movers import kind, nouns
from .moves import theme


def _under_command(r: Reading) -> bool:
    """ "under the command of", "under the new brigade", "under the ministry's control": not under fire or pressure."""
    v, head = r.view, theme(r)
    if head is None or v.key(head) in v.vocabulary.classes["materiel"]:
        return False
    return any(
        p == "under"
        and (
            v.words_in(s, e) & {"command", "control", "ministry", "authority", "leadership", "headquarters", "umbrella"}
            or v.has_class(s, e, "units")
            or any(f.codes for f in v.forces_in(v.tree.top(s, e), v.tree.top(s, e) + 1))
        )
        for p, s, e in r.phrases
    )


def _moved_unit(r: Reading) -> bool:
    """A unit is formed, or assigned to a larger one."""
    v = r.view
    head = r.subject_head if r.passive else r.object_head
    if head is None or not any(v.key(n) in v.vocabulary.classes["units"] for n in nouns(v, head)):
        return False
    if r.trigger.lemma not in {"assign", "attach"}:
        return True
    return any(
        p == "to" and (v.has_class(s, e, "units") or v.key(s) == "it" or "command" in v.words_in(s, e))
        for p, s, e in r.phrases
    )


def _relieves(r: Reading) -> bool:
    """One force or ship takes another's place: who comes is the subject, or a passive's agent."""
    v, tree = r.view, r.view.tree
    comes = tree.agent(r.first) if r.passive else r.subject_head
    goes = r.subject_head if r.passive else r.object_head
    if goes is None and r.phrases:
        goes = tree.top(r.phrases[0][1], r.phrases[0][2])
    if r.passive and comes is None:
        comes = next((tree.top(s, e) for p, s, e in r.phrases if p == "with"), None)
    if comes is None or goes is None or not any(kind(v, n) == "force" for n in nouns(v, comes)):
        return False
    return any(
        kind(v, n) in {"force", "them", "soft"} or v.key(n) in {"her", "him"} or v.tree.tags[n] == "NNP"
        for n in nouns(v, goes)
    )


def _not_aid(r: Reading) -> bool:
    """Equipment that a state hands to another is aid; what it brings to its own or to a place is posture."""
    v = r.view
    if r.trigger.lemma not in {"deliver", "ship", "fly", "transport"}:
        return True
    to = [v.tree.top(s, e) for p, s, e in r.phrases if p == "to"]
    states = any(f.codes and not f.is_military for t in to for f in v.forces_in(t, t + 1))
    here = [p for p in v.spotted.places if any(p.first <= t <= p.last for t in to)]
    return not any(p.place.kind_code == "country" for p in here) and (not states or any(p.is_site for p in here))


def _detainees(r: Reading) -> bool:
    return any(r.view.words_in(*s) & DETAINEES for s in noun_spans(r))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "under_command": _under_command,
    "moved_unit": _moved_unit,
    "relieves": _relieves,
    "not_aid": _not_aid,
    "object:detainee": _detainees,
}
