"""Who seizes, advances, arrests or fights on the ground: operations, and places that change hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..facts.acts import Act, is_modifier, phrase_heads, roles, words_of
from ..facts.themes import themes
from ..forces.targets import ARMED, forces_of, is_own, is_state, leading, side_of, who
from ..geography.itself import itself
from ..language.classes import nouns, verbs, words
from ..language.phrases import COMPASS
from ..reading import Reading
from .fights import pursues

_NOT_TAKEN = frozenset("road highway position positions part".split())
_AFLOAT = nouns("afloat")
_UNAWARES = frozenset("surprise storm advantage account seriously".split())
_TOWNS = words("ground.towns")
_PARTS = frozenset("part parts most much half rest all swathe centre center heart outskirts suburbs districts".split())


_IDIOMS = frozenset("part place charge care action steps responsibility".split())


def _seized(r: Reading) -> bool:
    """A place, post or ship is taken by a force, or another force driven from it."""
    v, act = r.view, roles(r)
    is_noun = r.trigger.kind == "noun"
    if who(v, act.agents) not in ARMED and not ((r.passive or is_noun) and v.is_military):
        return False
    if is_noun and not _is_told(r):
        return False
    if not is_noun and (left := _what_is_left(r)):
        r.act = replace(act, targets=(left,))
        return True
    if not is_noun and not act.targets and not r.passive:  # the object, misread as an adverb
        beside = tuple(p.last for p in v.spotted.places if p.first == r.last + 1)
        r.act = act = replace(act, targets=beside)
    plain = v.key(r.first) in verbs("take")
    built = any(v.key(t) in nouns("ground.built") for t in act.targets)
    kept = {"back", "over"} if built else {"back"}  # "took over the station"
    up = any(v.key(c) not in kept for c in v.tree.of(r.first, "prt")) or any(v.key(t) in _IDIOMS for t in act.targets)
    if plain and (up or any(v.key(at) in _UNAWARES for p, at in phrase_heads(v, r.first))):
        return False  # "took up positions", "took the capital by surprise", "took part in strikes"
    if r.trigger.lemma in {"clear", "purge"}:
        return _is_cleared(r)
    if r.trigger.lemma == "board":
        afloat = _soldiers(r) and any(v.words_in(*v.tree.span(t)) & _AFLOAT for t in act.targets)
        return afloat and any(p.prep in {"off", "in", "near"} for p in v.spotted.places)  # "boarded the MV X off Y"
    for t in act.targets:
        if v.key(t) in {"it", "them"}:  # "before tanks retook it"
            by_arms = who(v, act.agents) in {"state", "group"} or who(v, act.agents) == "some" and v.is_military
            if not act.agents and r.passive and not plain and v.key(t) == "it" and v.is_at_war and v.spotted.places:
                return True  # "before it was retaken"
            known = not plain or r.last > r.first or r.trigger.particles or _soldiers(r)
            return by_arms and bool(known) and itself(v, t) is not None
        named = v.tree.heads[t] if v.tree.labels[t] == "appos" else t  # "A, a village that was taken"
        start, end = min(v.tree.span(t)[0], v.tree.span(named)[0]), v.tree.span(t)[1]
        if any(f.form == "capital" and f.first <= t <= f.last for f in v.spotted.forces):
            return who(v, act.agents) in {"state", "group"}  # "won back Khartoum"
        share = v.key(t) in {"percent", "%", "cent", "quarters", "thirds", "half", "quarter", "third"}
        near = [p for p in v.spotted.places if p.prep == "of" and 0 < p.first - t <= 4]
        if share and any(p.place.kind_code != "country" for p in near):
            return True  # "has retaken 90 percent of Marawi"
        ground = v.key(t) in nouns("post") | nouns("ground") and not (plain and _is_taken_up(r, t))
        ground = ground or v.key(t) in nouns("ground.built") and _by_arms(r, act)
        within = ground or v.key(t) in COMPASS | _PARTS
        for p in v.places_in(start, end):
            if p.form in {"place", "bare"} and p.place.kind_code != "country" and (within or p.first <= t <= p.last):
                return True
        if v.key(t) in _TOWNS and v.is_military and any(v.key(c) == "the" for c in v.tree.of(t, "det")):
            return True  # "the town", spoken of before
        told = v.spotted.places or v.is_military and (is_own(v, t) or v.is_at_war and v.tree.of(t, "nummod"))
        in_general = v.tree.labels[r.first] == "pcomp" and v.tree.tags[t] == "NNS" and not v.tree.of(t, "det", "nummod")
        if ground and told and side_of(v, t) != "civil" and not in_general:  # not "by seizing foreign ships"
            return True
    return False


def _by_arms(r: Reading, act: Act) -> bool:
    """Soldiers or fighters take it, or a group of fighters by its name."""
    found = [f for a in act.agents for f in forces_of(r.view, a)]
    return any(f.is_military or f.codes and not is_state(f) for f in found)


def _is_taken_up(r: Reading, t: int) -> bool:
    """ "Took the road", "took positions": what one takes without a fight; not "three positions of the army"."""
    v, tree = r.view, r.view.tree
    if v.key(t) not in _NOT_TAKEN:
        return False
    others = any(forces_of(v, n) for n in tree.under(t, {"of"}))
    return not (v.key(t) == "positions" and (others or tree.of(t, "nummod")))


def _is_cleared(r: Reading) -> bool:
    """ "Cleared the town of militants", "the valley has been cleared": not of mines, nor for take-off."""
    v, act = r.view, r.act or roles(r)
    rid = [at for p, at in phrase_heads(v, r.first) if p == "of" and at not in act.targets]
    foes = any(side_of(v, at) in {"state", "group"} for at in rid)
    by_state = foes and who(v, act.agents) == "state"
    if not (_soldiers(r) or by_state or r.passive and not act.agents and v.is_at_war):
        return False
    named = [p for t in act.targets for p in v.places_in(*v.tree.span(t)) if p.first <= t <= p.last]
    if foes and any(v.key(t) in nouns("ground") for t in act.targets):
        named = [*named, *v.spotted.places]  # "cleared three villages near X of militants"
    return any(p.place.kind_code != "country" for p in named) and (foes or not rid)


def _is_told(r: Reading) -> bool:
    """ "Announced the capture of": what the clause is about, not when something else happened, nor a drill."""
    tree = r.view.tree
    if is_modifier(r):
        return False
    above = r.view.key(tree.clause(r.last))
    if tree.labels[r.last] == "pobj" and tree.keys[tree.heads[r.last]] == "in" and above in _JOINING:
        return True  # "took part in the capture of"
    if tree.labels[r.last] not in {"dobj", "nsubj", "nsubjpass"}:
        return False
    return r.view.key(tree.clause(r.last)) not in verbs("ready") | verbs("rehearse")


_JOINING = words("ground.joining")


def _what_is_left(r: Reading) -> int | None:
    """ "Seized what is left of the town": the town."""
    tree = r.view.tree
    for clause in tree.of(r.first, "ccomp", "dobj"):
        if any(tree.keys[s] == "what" for s in (clause, *tree.children[clause])):
            for p in r.view.spotted.places:
                if clause < p.first and any(a in {clause, r.first} for a in tree.ancestors(p.last)) and p.prep == "of":
                    return p.last
    return None


def _advancing(r: Reading) -> bool:
    """A force goes forward over ground."""
    if is_modifier(r) or r.trigger.kind == "noun" and (not _has_goal(r) or _is_met(r)):
        return False
    v, act = r.view, roles(r)
    if who(v, act.agents) not in ARMED or not v.spotted.places:
        return False
    if r.trigger.words[-1] == "to" and not any(v.places_in(*v.tree.span(n)) for n in themes(r)):
        return False  # "edged closer to victory"
    return _soldiers(r) or v.is_military


def _is_met(r: Reading) -> bool:
    """ "Sent jets to halt a jihadist advance on the town": others do, and nobody has yet been stopped."""
    tree = r.view.tree
    if tree.labels[r.last] != "dobj" or tree.keys[tree.heads[r.last]] not in _MEETING:
        return False
    return bool(tree.of(r.last, "amod", "compound", "nmod") or tree.under(r.last, {"by"})) or any(
        tree.tags[c] != "PRP$" for c in tree.of(r.last, "poss")
    )


_MEETING = verbs("ground.meeting")


def _has_goal(r: Reading) -> bool:
    """ "Continued its advance on the town": no "response to the country's advances"."""
    v, tree = r.view, r.view.tree
    hosts = {r.last, tree.clause(r.last)} if tree.labels[r.last] in {"dobj", "nsubjpass"} else {r.last}
    return any(v.places_in(*tree.span(at)) for h in hosts for _, at in phrase_heads(v, h))


def _soldiers(r: Reading) -> bool:
    """Those who act are soldiers or a group's men, no state or city."""
    agents = r.act.agents if r.act else ()
    return any(f.is_military for a in agents for f in forces_of(r.view, a)) or who(r.view, agents) == "group"


def _pushes_on(r: Reading) -> bool:
    """ "Pushed deeper into the valley", "edged closer to the capital": a way of going forward that has a goal."""
    v, tree = r.view, r.view.tree
    act = roles(r)
    if r.passive or tree.object(r.first) is not None or who(v, act.agents) not in ARMED or not _soldiers(r):
        return False
    goals = [p for p in v.spotted.places if p.first > r.last and tree.clause(p.last) == r.first]
    within = any(v.key(c) == "within" for c in tree.of(r.first, "prep"))  # "pushed to within 10 km of X"
    return any(p.prep in _FORWARD or within and p.prep in {"of", "from"} for p in goals)


_FORWARD = frozenset("into toward towards through across past beyond onto up to along".split())


def _searches(r: Reading) -> bool:
    """Soldiers search villages, houses or woods; aircraft on patrol an area."""
    v, act, tree = r.view, roles(r), r.view.tree
    if r.trigger.lemma == "comb" and words_of(v, (*act.agents, *act.tools)) & nouns("aircraft"):
        r.type_code = "patrol"
        return bool(v.spotted.places)
    if who(v, act.agents) not in ARMED or not _soldiers(r):
        return False
    if not any(tree.clause(p.last) == r.first for p in v.spotted.places):
        return False  # "entered X and searched several houses": one act
    found = tree.subject(r.first) if r.passive else r.object_head
    if r.trigger.lemma.endswith(("house", "door")):
        return True
    words = set() if found is None else v.words_in(*tree.span(found))
    return (
        bool(words & (nouns("built") | nouns("ground") | _COVER)) or found is not None and side_of(v, found) == "place"
    )


_COVER = words("ground.cover")


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


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "seized": _seized,
    "advancing": _advancing,
    "pushes_on": _pushes_on,
    "pursues": pursues,
    "searches": _searches,
    "arresting": _arresting,
}
