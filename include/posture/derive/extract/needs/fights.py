"""Two sides that fight each other."""

from __future__ import annotations

from collections.abc import Callable

from ..facts.acts import Act, conjuncts, is_modifier, phrase_heads, roles
from ..forces.targets import forces_of
from ..language.arms import verbs
from ..reading import Reading

_LOCKED = frozenset("locked engaged embroiled involved caught".split())


def _fighting(r: Reading) -> bool:
    """Two sides fight: both are named, by "between", "with" or as one subject."""
    if is_modifier(r):
        return False
    v, act = r.view, roles(r)
    heads = list(act.agents) + [at for p, at in phrase_heads(v, r.last) if p in {"between", "with", "against", "and"}]
    if r.trigger.kind == "verb":
        heads += [at for p, at in phrase_heads(v, r.first) if p in {"with", "against"}]
        heads += act.targets
    else:
        above, subject = v.tree.clause(r.last), v.tree.subject(v.tree.clause(r.last))
        if v.key(above) in _LOCKED and v.tree.labels[r.last] == "pobj" and subject is not None:
            heads.append(subject)  # "the two armies were locked in combat over the pass"
    if "side" in v.words_in(r.last + 1, r.last + 2) and "by" in v.words_in(r.last + 2, r.last + 3):
        return False  # "fought side by side with the French"
    if any(p == "alongside" for p, _ in phrase_heads(v, r.first)) and len(heads) < 2:
        return False  # "fought alongside the rebels": against whom, nobody says
    if r.trigger.kind == "verb" and len([h for h in heads if any(f.codes for f in forces_of(v, h))]) < 2:
        heads += [c for h in act.agents for c in conjuncts(v.tree, h)]  # "soldiers and rebels fought"
    if v.key(r.first) in verbs("fight") and not any(p.place.kind_code != "country" for p in v.spotted.places):
        return False  # "fought the insurgents in Iraq": a war's summary
    others = [h for h in heads if v.key(h) == "those" and v.tree.of(h, "prep")]  # "soldiers of A and those of B"
    sides = {c for h in heads for f in forces_of(v, h) for c in f.codes}
    generic = {f.noun for h in heads for f in forces_of(v, h) if not f.codes}
    r.act = Act(tuple(dict.fromkeys(heads)), (), (), act.events)
    return bool(sides or others and generic) and len(sides) + len(generic) + len(others) > 1


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"fighting": _fighting}
