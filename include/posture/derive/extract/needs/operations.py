"""Operations and manhunts: what is carried out against somebody or at a place, no mission that lasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..clauses import View
from ..facts.acts import Act, is_modifier, noun_at, owners, phrase_heads, roles
from ..facts.beneath import purposes
from ..forces.targets import ARMED, is_own, side_of, who
from ..language.classes import nouns, verbs, words
from ..reading import Reading
from .course import has_course, inner
from .supposed import is_supposed, is_weighed

_LASTING = words("operations.lasting")
_STAGES = words("operations.stages")
#: What an operation as the subject does while it goes on.
_GOING_ON = verbs("begin") | verbs("go_on") | verbs("finish") | verbs("elapse")


def _operation(r: Reading) -> bool:
    """An operation that is carried out against somebody or at a place, no mission that lasts."""
    if is_modifier(r):
        return False
    v, act, tree = r.view, roles(r), r.view.tree
    noun = _whole(r)
    if noun in act.agents:
        r.act = act = replace(act, agents=tuple(a for a in act.agents if a != noun))
    agent = who(v, act.agents)
    before = v.words_in(tree.span(r.last)[0], r.last)
    against = any(p in {"against", "targeting"} for p, _ in phrase_heads(v, noun_at(v, r.last)))
    verb = tree.clause(tree.first_conjunct(noun))
    aimed = _is_aimed(r)
    if not act.agents and _is_deadly(r, noun, verb):
        r.act = Act((), tuple(s for s in (tree.subject(verb),) if s is not None), act.tools, act.events)
        return bool(before & nouns("operation_kind") or aimed)
    by = next((c for c in tree.of(r.last, "acl") if v.key(c) in verbs("run") and tree.agent(c) is not None), None)
    if by is not None and agent in ARMED and (against or before & nouns("operation_kind")):
        return True  # "the security operation launched by the army"
    doer = tree.agent(verb) if tree.is_passive(verb) else tree.subject(verb)
    if not act.agents and doer is not None and doer not in {r.last, noun}:
        r.act = act = Act((doer,), (), act.tools, act.events)
        agent = who(v, act.agents)
    if (fallen := fell_in(r)) is not None and (placed_below(r, verb) or against):
        r.act = replace(act, agents=(fallen,))
        return True  # "a soldier died in an operation near the town"
    if tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] == "for" and not (aimed or owners(v, r.last)):
        return is_weighed(r, act)  # "arrived for an operation against smugglers"
    if v.key(verb) in _RUN_BY:
        return False
    if aimed and agent in ARMED or is_weighed(r, act):
        return True
    if before & _LASTING or {"search", "rescue"} <= before:
        return False
    verb = inner(v, verb) if tree.subject(verb) == noun else verb
    told = has_course(v, noun, verb) or tree.labels[noun] in {"nsubj", "nsubjpass"} and _goes_on(r, verb)
    told = told and not any(p == "at" for p, _ in phrase_heads(v, noun))  # "operations at the port resumed"
    if told and (agent in ARMED or v.is_military and not act.agents):
        kind = before & nouns("operation_kind")
        return bool(against or kind or placed_below(r, verb))  # "would not halt its operations in the valley"
    if agent not in ARMED:
        return False
    run = v.key(verb) in verbs("run") | _ANNOUNCING and tree.labels[noun] in {"dobj", "nsubjpass"}
    if (
        run
        and (tree.tags[r.last] == "NN" or tree.of(r.last, "poss"))
        and tree.labels[noun] in {"dobj", "nsubjpass"}
        and who(v, act.agents) != "some"
        and placed_below(r, verb)
    ):
        return True  # "carried out an operation in the village of …"
    return (against or bool(before & nouns("operation_kind"))) and (against or run)


def _is_aimed(r: Reading) -> bool:
    """ "An operation to free the hostages", "to flush out militants"."""
    return any(r.view.key(c) in verbs("run") | _ROOTING for c in purposes(r.view.tree, r.last))


#: "Will be overseen by the fleet's command": nothing that is carried out.
_RUN_BY = frozenset("coordinated overseen commanded monitored supported named dubbed".split())
_ANNOUNCING = frozenset("announced announce announces announcing declared confirmed".split())
_ROOTING = words("operations.rooting")
_FOUND = words("operations.found")


def _is_deadly(r: Reading, noun: int, verb: int) -> bool:
    """ "Nine militants were killed in a search operation in the valley": the army's, whom nobody need name."""
    v, tree = r.view, r.view.tree
    prep = tree.heads[noun]
    inside = tree.labels[noun] == "pobj" and tree.keys[prep] in {"in", "during", "following", "after"}
    fallen = tree.subject(verb)
    if not inside or fallen is None or not tree.is_passive(verb) or v.key(verb) not in _FOUND or not v.is_military:
        return False
    if tree.agent(verb) is not None or side_of(v, fallen) != "group" or "police" in v.words_in(0, len(v.toks)):
        return False
    return any(p.place.kind_code != "country" for p in v.spotted.places)


def _whole(r: Reading) -> int:
    """Of "the second stage of the operation", the stage."""
    tree, noun = r.view.tree, noun_at(r.view, r.last)
    prep = tree.heads[noun]
    staged = tree.labels[noun] == "pobj" and tree.keys[prep] == "of" and tree.keys[tree.heads[prep]] in _STAGES
    return tree.heads[prep] if staged else noun


def _goes_on(r: Reading, verb: int) -> bool:
    """ "Is under way", "has begun", "lasted two days"."""
    v, tree = r.view, r.view.tree
    words = {v.key(c) for c in tree.children[verb]}
    return v.key(verb) in _GOING_ON or bool(words & {"under", "underway", "ongoing", "over"})


def fell_in(r: Reading) -> int | None:
    """ "Two marines died in a raid on the village": who fell in an act of their own side's, told with it; else None."""
    v, tree = r.view, r.view.tree
    prep = tree.heads[r.last]
    if tree.labels[r.last] != "pobj" or tree.keys[prep] not in {"in", "during"}:
        return None
    if not any(tree.keys[c] in {"a", "an", "another"} for c in tree.of(r.last, "det")) or owners(v, r.last):
        return None
    verb = tree.clause(r.last)
    fallen = tree.subject(verb)
    if fallen is None or tree.agent(verb) is not None or v.key(verb) not in _FELL | verbs("die"):
        return None
    if not tree.is_passive(verb) and v.key(verb) not in verbs("die"):
        return None
    return fallen if is_own(v, fallen) else None


_FELL = frozenset("killed wounded injured hurt shot".split())


def placed_below(r: Reading, verb: int) -> bool:
    """The act of a noun has a place below a country."""
    v, hosts = r.view, (noun_at(r.view, r.last), verb)
    spans = [v.tree.span(at) for i in hosts for p, at in phrase_heads(v, i) if p in _AROUND and not _helps(v, at)]
    return any(p.place.kind_code != "country" for s in spans for p in v.places_in(*s))


def _helps(v: View, at: int) -> bool:
    return v.key(at) in {"support", "defence", "defense", "response", "solidarity"}


_AROUND = frozenset("in at near around of through across along on over inside outside".split())


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "operation": lambda r: not is_supposed(r) and _operation(r),
}
