"""Who raids, assaults or besieges whom: on the ground, unless it is done from the air."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..facts.acts import Act, is_modifier, phrase_heads, roles, words_of
from ..forces.targets import ARMED, forces_of, leading, who
from ..language.classes import nouns, verbs, words
from ..language.verbgroup import mood
from ..reading import Reading
from .attacks import hit_from_afar, placed, told_by
from .fights import OF_THEIR_OWN
from .hurt import decided, is_one_of_own, means, on_foot
from .ofmen import counted_own
from .operations import fell_in

#: What no weapon does alone.
_ROUND = frozenset({"besiege", "encircle", "close in on", "infiltrate", "mop ~ up", "skirmish", "comb", "sweep"})
#: What things do as well.
_FALLING = frozenset({"fall on", "come down on", "come down upon"})
_FROM_COVER = frozenset("ambush ambushes ambushed ambushing".split())
_SHIPS = words("assaults.ships")
_POLICE = frozenset("police policemen officers house suspect gunman".split())


def _assault(r: Reading) -> bool:
    """Raids and assaults: on the ground, unless done from the air; on a standing force, an attack on it."""
    if is_modifier(r):
        return False
    v, act = r.view, roles(r)
    if r.trigger.lemma == "fight ~ for" and not _is_for_ground(r):
        return False
    if words_of(v, act.agents) & {"police", "policemen"} and not any(is_one_of_own(v, t) for t in act.targets):
        return False  # "police commandos stormed the bank"
    agent, victim = who(v, act.agents), leading(v, act.targets)
    if r.trigger.lemma in _FALLING and agent != "group" and (agent != "state" or victim != "group"):
        return False  # "rockets fell on the camp", "a jet came down on the deck"
    if r.trigger.kind == "noun" and (fallen := _fell_with(r, act)) is not None:
        r.type_code, r.act = "ground_operation", replace(act, agents=(fallen,))
        return True
    offensive = told_by(r) in nouns("offensive")
    if r.trigger.kind == "noun" and _is_not(r):
        r.type_code = "ground_operation"
        return True
    if not offensive and r.trigger.lemma not in _ROUND and means(r, act) == "fires":
        return hit_from_afar(r, act)
    r.type_code = "ground_operation"
    if (
        not offensive
        and r.trigger.kind == "noun"
        and v.is_military
        and agent != "group"
        and _on_towns(r, act)
        and not on_foot(v, act)
    ):
        r.type_code = "strike"  # "raids on Haifa": from the air
        return True
    from_cover = told_by(r) in _FROM_COVER and r.trigger.kind == "verb"
    own = any(is_one_of_own(v, t) for t in act.targets) or from_cover and bool(act.targets) and counted_own(r)
    if act.agents and agent not in ARMED and not (own and from_cover):
        return False  # an ambush of soldiers is one, whoever made it
    if r.trigger.kind == "noun" and not act.agents and v.is_military and v.tree.of(v.tree.heads[r.last], "expl"):
        return victim in {"place", "post"} or placed(r)  # "denied that there had been a raid on the village"
    above = v.tree.heads[r.last]
    put_off = v.tree.labels[r.last] == "nsubjpass" and v.key(above) in verbs("decide") | {"put", "planned", "expected"}
    if r.trigger.kind == "noun" and not act.agents and v.is_military and put_off:
        return victim in {"place", "post"}  # "the assault on the town has been put off"
    if r.trigger.kind == "noun" and own and agent != "state" and counted_own(r):
        r.type_code = "attack_on_force"  # "began with a raid on an army depot, in which four soldiers were killed"
        return True
    nobody = r.trigger.kind == "noun" and agent in {"", "thing"} and v.is_military
    if nobody and victim == "group" and _is_told(r):
        r.act = replace(act, agents=())
        return bool(v.spotted.places)  # "the operation began with an assault on a camp of the rebels"
    if r.passive and not act.agents and v.is_at_war and victim == "place":
        return True  # "the two towns were stormed at dawn"
    if r.passive and not act.agents and victim == "group" and v.is_military and r.trigger.lemma in _ROUND:
        return bool(v.spotted.places)  # "the rebels are besieged in the hills": by whom they fight
    if agent == "some" and not any(f.codes for t in act.targets for f in forces_of(v, t)):
        own = False  # "it stormed the base": whose, nobody says
    if agent != "state" and not offensive and own:
        r.type_code = "attack_on_force"
        return True
    return agent in ARMED and (victim not in {"", "flying"} or offensive or placed(r) or v.is_military)


def _fell_with(r: Reading, act: Act) -> int | None:
    """ "A commando died in a raid on a camp of the rebels": of those who made it."""
    v, fallen = r.view, fell_in(r)
    if fallen is None or told_by(r) in _FROM_COVER or means(r, act) == "fires":
        return None
    aimed = [at for p, at in phrase_heads(v, r.last) if p in {"on", "against", "into", "upon"}]
    return fallen if aimed and not any(is_one_of_own(v, at) for at in aimed) else None


def _is_told(r: Reading) -> bool:
    """ "It was an assault", "began with an assault": the very act is told of."""
    v, tree = r.view, r.view.tree
    if tree.labels[r.last] == "attr":
        return not _is_not(r)
    opens = v.key(tree.clause(r.last)) in {"began", "begins", "begin", "opened", "opens", "started", "starts"}
    return opens and tree.labels[r.last] == "pobj" and tree.keys[tree.heads[r.last]] == "with"


def _is_for_ground(r: Reading) -> bool:
    """ "Fought for the bridge", not "for years", nor for a state of one's own."""
    v = r.view
    aims = [at for p, at in phrase_heads(v, r.first) if p == "for"]
    aims = [at for at in aims if not v.words_in(v.tree.span(at)[0], at) & OF_THEIR_OWN]
    return any(v.key(at) in nouns("ground") | nouns("post") or v.places_in(*v.tree.span(at)) for at in aims)


def _besieged(r: Reading) -> bool:
    """Soldiers stand around a post or town; hills and policemen do not."""
    v, act = r.view, roles(r)
    if who(v, act.agents) not in {"state", "group"} or v.words_in(0, len(v.toks)) & _POLICE:
        return False
    if not on_foot(v, act) and not any(f.is_military for a in act.agents for f in forces_of(v, a)):
        return False
    afloat = {v.key(a) for a in act.agents} | {f.noun for a in act.agents for f in forces_of(v, a)}
    if afloat & _SHIPS:
        return False
    held = leading(v, act.targets) in {"state", "group", "post", "place"}
    ground = any(v.key(t) in nouns("post") | nouns("ground") for t in act.targets)
    return (held or ground) and _assault(r)


def _on_towns(r: Reading, act: Act) -> bool:
    v = r.view
    return (
        bool(act.targets)
        and told_by(r) == "raids"
        and all(
            any(p.first <= t <= p.last and not p.is_site for p in v.places_in(*v.tree.span(t))) for t in act.targets
        )
    )


def _is_not(r: Reading) -> bool:
    """ "It was no raid", "would not be an offensive": what it is not is the very word."""
    tree = r.view.tree
    be = tree.heads[r.last]
    return tree.labels[r.last] == "attr" and tree.is_verb(be) and mood(tree, be).is_negative and r.view.is_military


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"assault": decided(_assault), "besieged": decided(_besieged)}
