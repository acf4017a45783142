"""How far a movement spoken of has got: "the withdrawal will be complete by May"."""

from __future__ import annotations

from ..assertion.status import status_of
from ..clauses import View
from ..language.classes import verbs, words
from ..language.grammar import set_of
from ..reading import Reading
from .movers import kind, place_at


def proceeds(r: Reading) -> bool:
    """ "The withdrawal will be complete by May": the one spoken of, and how far it has got."""
    v, tree = r.view, r.view.tree
    verb = tree.heads[r.last]
    if tree.labels[r.last] not in {"nsubj", "nsubjpass"} or not {"the", "this"} & {
        v.key(c) for c in tree.children[r.last]
    }:
        return False
    words = {v.key(verb), *(v.key(c) for c in tree.of(verb, "acomp", "xcomp", "prep", "advmod", "attr"))}
    return bool(words & _COURSE)


def is_weighed(r: Reading) -> bool:
    """ "Has never discussed a drawdown", "deny that a timetable for a pullback was agreed": one that nobody makes yet.

    Whose and where it would be, the text has said; "the withdrawal" is one told before, unless it is denied."""
    tree = r.view.tree
    if r.trigger.kind != "noun" or tree.labels[r.last] in {"compound", "nmod"}:
        return False
    status = status_of(r.view, r.first, r.last, r.trigger, r.type_code)
    dets = {r.view.key(c) for c in tree.of(r.last, "det", "poss")}
    return status == "denied" or status in {"considered", "planned"} and not dets & _TOLD


def is_exit_of_state(r: Reading, themes: list[int]) -> bool:
    """ "Talk of an American exit from the country": a state's, where the text is of troops."""
    v, tree = r.view, r.view.tree
    if not v.is_military or v.key(r.first) not in _EXITING:
        return False
    if not any(kind(v, t) == "state" or tree.labels[t] in {"amod", "poss"} and v.forces_in(t, t + 1) for t in themes):
        return False
    return is_weighed(r) or any(p in {"from", "of"} and place_at(v, n) for p, n in tree.prepositions(r.last))


def is_early_exit(r: Reading, themes: list[int]) -> bool:
    """ "An orderly departure would take three years": nobody's by name, but one that is weighed or denied."""
    v, tree = r.view, r.view.tree
    how = {v.key(c) for c in tree.of(r.last, "amod")} & _MANNERS
    if not how or not v.is_military or v.is_of_civilians or any(tree.labels[t] != "amod" for t in themes):
        return False
    return v.key(r.first) in _EXITING and is_weighed(r)


_MANNERS = words("manner")
_EXITING = frozenset("departure exit removal exodus expulsion eviction".split())
_TOLD = frozenset("the this that these those its their his".split())
_COURSE = (
    verbs("begin")
    | verbs("go_on")
    | verbs("finish")
    | set_of("over due delayed postponed underway suspended halted accelerate accelerated")
)


def is_carried_out(r: Reading) -> bool:
    """ "Both armies will complete disengagement in the valley": a force does it."""
    v, tree = r.view, r.view.tree
    verb = tree.heads[r.last]
    if tree.labels[r.last] != "dobj" or v.key(verb) not in _CARRYING or (doer := tree.subject(verb)) is None:
        return False
    return any(f.is_military for f in v.forces_in(doer, doer + 1)) and bool(v.spotted.places)


_CARRYING = verbs("begin") | verbs("go_on") | verbs("finish") | verbs("carry_out")


def has_course(v: View, noun: int, verb: int) -> bool:
    """An act's noun is said to begin, to be stepped up, halted or over: it is told, though no verb carries it out."""
    tree = v.tree
    if tree.labels[noun] == "dobj":
        return v.key(verb) in _RUNNING and not tree.is_passive(verb)
    if tree.labels[noun] not in {"nsubj", "nsubjpass"}:
        return False
    took = v.key(verb) in verbs("take") and any(v.key(o) == "place" for o in tree.of(verb, "dobj"))
    return took or v.key(verb) in _RUNNING


def inner(v: View, verb: int) -> int:
    """Of "is about to begin", "was expected to end": the verb of what it is about."""
    tree = v.tree
    below = (c for at in (verb, *tree.of(verb, "acomp")) for c in tree.of(at, "xcomp") if tree.is_verb(c))
    return next(below, verb)


_RUNNING = verbs("begin") | verbs("go_on") | verbs("finish") | verbs("course")


def is_asked(r: Reading) -> bool:
    """ "Asked France to leave", "wants the Americans to go": a state by its name, whose troops are meant."""
    tree = r.view.tree
    return (
        r.code.startswith("leave")
        and r.object_head is None
        and tree.labels[r.first] in {"xcomp", "ccomp"}
        and tree.tags[r.first] == "VB"
        and tree.keys[tree.heads[r.first]] in _ASKING
        and r.view.is_military
        and not r.view.is_of_civilians
    )


_ASKING = verbs("course.asking")
