"""Who hunts, engages or goes for another force: on the ground, or from the air."""

from __future__ import annotations

from ..facts.acts import Act, roles, words_of
from ..forces.targets import ARMED, forces_of, leading, who
from ..language.classes import nouns
from ..reading import Reading
from .attacks import hit_from_afar
from .hurt import is_one_of_own, means


def pursues(r: Reading) -> bool:
    """Soldiers hunt or engage another force somewhere; what flies strikes it."""
    v, act = r.view, roles(r)
    if r.trigger.lemma.startswith("go ") and leading(v, act.targets) in {"", "thing"}:
        return False  # "go for longer"
    if r.trigger.lemma.startswith("go ") and (means(r, act) == "fires" or words_of(v, act.agents) & nouns("aircraft")):
        return hit_from_afar(r, act)
    if r.trigger.lemma == "go for":
        return _attacked(r, act)
    if who(v, act.agents) not in ARMED or not any(f.is_military for a in act.agents for f in forces_of(v, a)):
        return False
    return leading(v, act.targets) in {"state", "group"} and any(p.first > r.last for p in v.spotted.places)


def _attacked(r: Reading, act: Act) -> bool:
    """ "Went for the army's base"."""
    if who(r.view, act.agents) not in ARMED or not any(is_one_of_own(r.view, t) for t in act.targets):
        return False
    r.type_code = "attack_on_force"
    return who(r.view, act.agents) != "state"
