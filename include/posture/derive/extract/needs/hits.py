"""Who strikes, raids, trains or patrols, and whom: a force acts, or is acted upon."""

from __future__ import annotations

from collections.abc import Callable

from ..grammar import AIR_WEAPONS, HITTING
from ..reading import Reading, noun_spans
from .forces import in_relative, military_site, own_force, state_actor

_LABOUR = frozenset(
    (
        "workers union unions teachers drivers nurses pilots staff labour labor wage pay pickets employees "
        "railway goalkeeper striker goal league match season"
    ).split()
)


_PROJECTILES = frozenset(
    (
        "drone drones missile missiles rocket rockets jet jets aircraft helicopter uav uavs projectile "
        "projectiles shahed shaheds"
    ).split()
)


_TARGETS = frozenset(
    (
        "target targets position positions site sites base bases depot depots facility facilities militants "
        "fighters militia militias convoy convoys hideout hideouts headquarters warehouse warehouses launcher "
        "launchers camp camps cell cells leader leaders commander commanders drone drones missile missiles rocket "
        "rockets infrastructure airport airfield port village villages town towns city stronghold strongholds "
        "refinery refineries substations plant plants ammunition bridge positions"
    ).split()
)


_AIR = frozenset(
    "air jets jet warplanes warplane aircraft bombers bomber aerial helicopter helicopters gunships drones".split()
)


def _on(r: Reading) -> bool:
    v = r.view
    for p, s, e in r.phrases[:3]:
        if p in {"on", "against", "at", "near", "of"}:
            if (
                any(own_force(r, f) for f in v.forces_in(s, e))
                or any(x.is_site for x in v.places_in(s, e))
                or v.has_class(s, e, "sites")
                and military_site(r, [(s, e)])
            ):
                return True
    return False


def _between(r: Reading) -> bool:
    v = r.view
    for p, s, e in r.phrases[:3]:
        if p in {"between", "with"}:
            return sum(bool(f.codes) for f in v.forces_in(s, min(len(v.toks), e + 8))) >= (2 if p == "between" else 1)
    return False


def _target(r: Reading) -> bool:
    v = r.view
    words = v.words_in(*r.patient)
    if any(own_force(r, f) and f.form not in {"generic"} for f in v.forces_in(*r.patient)) and not any(
        state_actor(f) for f in v.forces_in(*r.subject)
    ):
        return False
    if v.key(r.first) in {"launched", "launch", "launches", "launching", "fired", "fires", "fire", "firing"}:
        return bool(words & (_PROJECTILES | {"strikes", "airstrikes", "shells", "salvo", "barrage", "rounds"}))
    if v.key(r.first) in HITTING:
        return (
            bool(words & _TARGETS)
            or any(f.codes for f in v.forces_in(*r.patient))
            or (
                bool(v.places_in(*r.patient))
                and (
                    bool(v.words_in(0, len(v.toks)) & AIR_WEAPONS)
                    or any(f.is_military for f in v.forces_in(*r.subject))
                )
            )
        )
    return False


def _not_labour(r: Reading) -> bool:
    return not r.view.words_in(0, len(r.view.toks)) & _LABOUR


def _force(r: Reading) -> bool:
    v = r.view
    if v.is_military and r.type_code in {"exercise", "patrol"} and v.is_military:
        return True
    return (
        any((f.codes or f.is_military) and not f.is_weak and v.cost(f.last, r.first) < 3.2 for f in v.spotted.forces)
        or any(f.codes and v.cost(f.last, r.first) < 1.0 for f in v.spotted.forces)
        or v.key(r.subject[1] - 1) in {"it", "they", "which", "who", "its"}
    )


def _train_with(r: Reading) -> bool:
    v = r.view
    words = v.words_in(*r.object)
    return (
        any(f.is_military for f in v.forces_in(*r.object))
        or bool(words & v.vocabulary.classes["personnel"])
        or any(p == "with" and v.forces_in(s, e) for p, s, e in r.phrases[:3])
    )


def _no_state_agent(r: Reading) -> bool:
    """A state's own attack is a strike or an operation of its; what others do to a force is an attack on it."""
    agents = [f for f in r.view.forces_in(*r.object) if f.first < r.first]
    agents += [f for p, s, e in r.phrases if p == "by" for f in r.view.forces_in(s, e)]
    if r.trigger.kind == "verb" and not r.passive:
        agents = r.view.forces_in(*r.subject)
    return not any(state_actor(f) for f in agents)


def _own(r: Reading) -> bool:
    v, spans = r.view, noun_spans(r)
    return (
        any(own_force(r, f) for s in spans for f in v.forces_in(*s))
        or (any(v.has_class(*s, "sites") for s in spans) and military_site(r, spans))
        or any(p.is_site for s in spans for p in v.places_in(*s))
    )


def _enemy(r: Reading) -> bool:
    v, spans = r.view, noun_spans(r)
    return any(v.words_in(*s) & _TARGETS or any(f.codes or f.is_military for f in v.forces_in(*s)) for s in spans)


def _not_own(r: Reading) -> bool:
    v = r.view
    return not any(own_force(r, f) for f in v.forces_in(*r.patient)) or any(
        state_actor(f) and not in_relative(v, r.subject[0], f) for f in v.forces_in(*r.subject)
    )


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "on:own_force": _on,
    "between": _between,
    "target": _target,
    "not_labour": _not_labour,
    "force": _force,
    "train_with": _train_with,
    "no_state_agent": _no_state_agent,
    "object:own_force": _own,
    "object:enemy": _enemy,
    "not_own": _not_own,
    "air": lambda r: bool(r.view.words_in(0, len(r.view.toks)) & _AIR),
    "object:projectile": lambda r: any(r.view.words_in(*s) & _PROJECTILES for s in noun_spans(r)),
}
