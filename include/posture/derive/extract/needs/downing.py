"""What flies is brought down: a drone or missile by whoever guards the sky, an aircraft with its crew by an enemy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..facts.acts import ANOTHER, conjuncts, is_modifier, roles, words_of
from ..forces.targets import ARMED, is_own, side_of, who
from ..language.classes import nouns, verbs
from ..reading import Reading
from .attacks import is_of_foes, placed, told_by
from .hurt import decided


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
NEEDS: dict[str, Callable[[Reading], bool]] = {"shot_down": decided(_shot_down)}
