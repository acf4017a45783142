"""What is fired, dropped or set off, and what comes down or explodes; what flies is brought down: a drone or missile by
whoever guards the sky, an aircraft with its crew by an enemy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..clauses import View
from ..facts.acts import ANOTHER, SHOT, Act, conjuncts, is_modifier, owners, phrase_heads, roles, words_of
from ..forces.targets import ARMED, core, forces_of, is_own, leading, side_of, who
from ..language.classes import nouns, verbs
from ..reading import Reading
from .attacks import SOMEWHERE, hit_from_afar, is_ground, is_of_foes, placed, told_by
from .hurt import decided


def _launch(r: Reading) -> bool:
    """Something that flies is fired at somebody; what is aimed at a place, whatever it is called."""
    v, act = r.view, roles(r)
    if r.trigger.lemma.split()[0] in _BLASTING and act.agents:
        hosts = (r.first, *v.tree.of(r.first, "advmod"))  # "next to a post"
        near = tuple(at for h in hosts for p, at in phrase_heads(v, h) if p in _HITS | {"outside"})
        r.act = act = replace(act, targets=tuple(at for at in near if is_own(v, at)))
    if v.key(r.first) == "firing" and v.key(r.last + 1) in _FIRING:
        return False  # "a firing range"
    if r.trigger.lemma.split()[0] in {"aim", "direct"} and v.is_at_war and act.targets:
        return leading(v, act.targets) in SOMEWHERE and hit_from_afar(r, act)
    if not words_of(v, act.tools) & (nouns("fires") - {"air", "aerial"} | SHOT):
        return False
    against = r.trigger.lemma.split()[0] in {"use", "employ"}
    if act.tools and all(v.key(t) in nouns("craft") for t in act.tools) and not against:
        return False  # "two jets were sent up"
    ground = v.is_at_war and any(is_ground(v, t) for t in act.targets)
    if (
        not v.spotted.places
        and not ground
        and all(v.tree.tags[t] in {"CD", "PRP", "NN", "NNS"} and side_of(v, t) == "thing" for t in act.targets)
    ):
        return False
    return hit_from_afar(r, act)


def _impact(r: Reading) -> bool:
    """ "A missile slammed into the depot", "rockets landed near the base", "a mine went off under their truck"."""
    v, tree = r.view, r.view.tree
    subject = tree.subject(r.first)
    if subject is None or is_modifier(r):
        return False
    things = [core(v, h) for h in (subject, *conjuncts(tree, subject))]
    known = any(v.key(t) in nouns("impact") or v.key(t) == "fire" and _is_of_guns(v, t) for t in things)
    if not known and not (v.fired_before and v.key(subject) in ANOTHER):
        return False
    met = [at for p, at in phrase_heads(v, r.first) if at > r.first and p in _HITS]
    r.act = Act(tuple(o for t in things for o in owners(v, t)), tuple(met), tuple(things), frozenset())
    if any(v.key(t) in nouns("mine") for t in things) and not any(is_own(v, t) for t in met):
        return False  # "a bomb went off in the market"
    return bool(met or v.spotted.places) and hit_from_afar(r, r.act)


def _is_of_guns(v: View, fire: int) -> bool:
    """ "Artillery fire", not a fire that burns."""
    return bool(v.words_in(v.tree.span(fire)[0], fire) & nouns("fires"))


_BLASTING = frozenset({"detonate", "explode", "set"})
_HITS = frozenset("into on in near at inside among over under against beside to of".split())
_FIRING = nouns("firing.firing")


def _shot_down(r: Reading) -> bool:
    """What flies is shot down."""
    if is_modifier(r):
        return False
    v, act = r.view, roles(r)
    r.type_code = "strike"
    subject = v.tree.subject(r.first) if r.trigger.kind == "verb" else None
    if not act.targets and subject is not None and v.key(subject) in nouns("craft") | nouns("flying"):
        act = replace(act, targets=(subject,), agents=(), tools=())  # "the jet shot down over X"
    act = r.act = replace(act, targets=tuple(x for t in act.targets for x in (t, *conjuncts(v.tree, t))))
    if r.trigger.kind == "noun" and who(v, act.agents) == "state" and _is_over(r):
        return True  # "is considering no interception over the strait"
    if not act.targets or told_by(r) in verbs("intercept") and words_of(v, act.targets) & nouns("craft"):
        return False
    crewed = bool(words_of(v, act.targets) & nouns("craft")) and who(v, act.agents) not in {"state", "group"}
    if who(v, act.agents) == "group" and not any(f.codes for a in act.agents for f in forces_of(v, a)):
        crewed = bool(words_of(v, act.targets) & nouns("craft"))  # "bandits shot down a jet"
    if crewed and any(is_own(v, t) for t in act.targets) and not is_of_foes(r, act, moving=True):
        r.type_code = "attack_on_force"  # with people on board, by nobody knows whom
    if words_of(v, act.targets) & _CIVIL and any(v.key(t) in nouns("mine") for t in act.tools):
        return False  # "a bomb brought down a plane carrying tourists"
    is_men = r.trigger.lemma in _REPULSED
    flying = any(side_of(v, t) == "flying" for t in act.targets) or bool(words_of(v, act.targets) & nouns("craft"))
    if v.fired_before and r.passive and not is_men and any(v.key(t) in ANOTHER for t in act.targets):
        flying = True  # "most were intercepted"
    guns = any(v.key(a) in nouns("guns") for a in act.agents)
    guns = guns or any(side_of(v, t) == "flying" and v.tree.tags[a] == "NNP" for t in act.targets for a in act.agents)
    return flying and (who(v, act.agents) in ARMED or not act.agents or bool(act.tools) or guns and v.is_military)


_CIVIL = frozenset("passenger passengers tourists tourist airliner airliners commercial civilian airline".split())
#: What befalls men rather than rockets.
_REPULSED = frozenset("repel thwart eliminate neutralise neutralize".split())


def _is_over(r: Reading) -> bool:
    """Where it is done is all that is said of it, not what is brought down."""
    targets = r.act.targets if r.act is not None else ()
    return placed(r) and all(side_of(r.view, t) == "place" for t in targets)


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "launch": decided(_launch),
    "impact": decided(_impact),
    "shot_down": decided(_shot_down),
}
