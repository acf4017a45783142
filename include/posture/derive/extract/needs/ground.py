"""Who seizes, advances, arrests or fights on the ground: operations, and places that change hands."""

from __future__ import annotations

from collections.abc import Callable

from ..acts import Act, is_modifier, phrase_heads, roles, words_of
from ..arms import nouns, verbs
from ..phrases import COMPASS
from ..reading import Reading
from ..targets import ARMED, forces_of, leading, side_of, who

_NOT_TAKEN = frozenset("road highway position positions part".split())
_PARTS = frozenset("part parts most much half rest all swathe".split())


def _operation(r: Reading) -> bool:
    """An operation that is carried out against somebody or at a place, no mission that lasts."""
    if is_modifier(r):
        return False
    v, act, tree = r.view, roles(r), r.view.tree
    agent = who(v, act.agents)
    before = v.words_in(tree.span(r.last)[0], r.last)
    against = any(p in {"against", "targeting"} for p, _ in phrase_heads(v, r.last))
    verb = tree.clause(tree.first_conjunct(r.last))
    aimed = any(v.key(c) in verbs("run") and tree.tags[c] == "VB" for c in tree.of(r.last, "acl"))
    if not act.agents and (doer := tree.subject(verb)) is not None and doer != r.last:
        r.act = act = Act((doer,), (), act.tools, act.events)
        agent = who(v, act.agents)
    if aimed and agent in ARMED:
        return True
    if agent not in ARMED or before & {"peacekeeping", "training", "maritime", "peace", "relief", "support"}:
        return False
    return (against or bool(before & nouns("operation_kind"))) and (against or v.key(verb) in verbs("run"))


def _seized(r: Reading) -> bool:
    """A place, post or ship is taken by a force."""
    v, act = r.view, roles(r)
    if who(v, act.agents) not in ARMED and not (r.passive and v.is_military):
        return False
    plain = v.key(r.first) in verbs("take")
    if plain and v.tree.of(r.first, "prt"):
        return False  # "took up positions"
    for t in act.targets:
        start, end = v.tree.span(t)
        ground = v.key(t) in nouns("post") | nouns("ground") and not (plain and v.key(t) in _NOT_TAKEN)
        within = ground or v.key(t) in COMPASS | _PARTS
        for p in v.places_in(start, end):
            if p.form in {"place", "bare"} and p.place.kind_code != "country" and (within or p.first <= t <= p.last):
                return True
        if ground and v.spotted.places and side_of(v, t) != "civil":
            return True
    return False


def _advancing(r: Reading) -> bool:
    """A force goes forward over ground."""
    if is_modifier(r):
        return False
    v, act = r.view, roles(r)
    if who(v, act.agents) not in ARMED or not v.spotted.places:
        return False
    return any(f.is_military for a in act.agents for f in forces_of(v, a)) or v.is_military


def _arresting(r: Reading) -> bool:
    """Soldiers, no policemen, take a group's men."""
    v, act = r.view, roles(r)
    words = words_of(v, act.agents)
    if words & {"police", "policemen", "prosecutors", "court", "authorities"} or not v.spotted.places:
        return False
    return (
        any(f.is_military for a in act.agents for f in forces_of(v, a))
        and leading(v, act.targets) == "group"
        and who(v, act.agents) == "state"
    )


def _fighting(r: Reading) -> bool:
    """Two sides fight: both are named, by "between", "with" or as one subject."""
    if is_modifier(r):
        return False
    v, act = r.view, roles(r)
    heads = list(act.agents) + [at for p, at in phrase_heads(v, r.last) if p in {"between", "with", "against", "and"}]
    if r.trigger.kind == "verb":
        heads += [at for p, at in phrase_heads(v, r.first) if p in {"with", "against"}]
        heads += act.targets
    sides = {c for h in heads for f in forces_of(v, h) for c in f.codes}
    generic = {f.noun for h in heads for f in forces_of(v, h) if not f.codes}
    r.act = Act(tuple(dict.fromkeys(heads)), (), (), act.events)
    return bool(sides) and len(sides) + len(generic) > 1


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "operation": _operation,
    "seized": _seized,
    "advancing": _advancing,
    "arresting": _arresting,
    "fighting": _fighting,
}
