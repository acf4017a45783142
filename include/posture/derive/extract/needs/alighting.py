"""Comings as an onlooker sees them: men who step off a plane, turn up in a town, are set down near a village."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..language.classes import nouns, words
from ..reading import Reading
from .idioms import is_idiom
from .movers import ARMS, carries, head_nouns, kind, place_at
from .raiding import is_of_raid
from .spoken import speaks_of

#: Where one is who has come: "in Gao", "outside the capital".
_SPOTS = frozenset("in at on near outside inside around round along across off beside behind by above".split())
#: What one gets off.
_CRAFT = nouns("conveyance") | {"ramp", "gangway", "vehicles"}


def _spot(r: Reading) -> bool:
    """Where it was is said by a phrase of the verb, or of what they got off ("off a plane at X")."""
    v, tree = r.view, r.view.tree
    return any(p in _SPOTS and s > r.last and place_at(v, tree.top(s, e)) for p, s, e in r.phrases[:4])


def _are_men(view: View, head: int | None) -> bool:
    """Troops, a unit, or so many of those spoken of."""
    if head is None:
        return False
    found = [(n, kind(view, n)) for n in head_nouns(view, head)]
    if any(k == "civil" or view.key(n) in ARMS for n, k in found):
        return False
    if not any(k == "force" for _, k in found) and (view.is_of_civilians or speaks_of(view, head) == "civil"):
        return False
    return any(
        k == "force"
        or view.is_military
        and (k == "soft" or k == "them" and (view.key(n) not in _VAGUE or view.tree.tags[n] == "CD"))
        for n, k in found
    )


_VAGUE = frozenset("it that which those these who nobody none".split())
#: What drops is a figure, and nobody is set down: "drops the number of brigades from 19 to 18".
_FIGURES = nouns("figure") | nouns("commitment")


def _turns_up(r: Reading) -> bool:
    """ "Showed up in Gao", "established themselves around the airport": who comes, and where."""
    v, tree = r.view, r.view.tree
    at = r.object_head
    if r.passive or at is not None and v.key(at) not in {"themselves", "itself"} | _QUARTERS:
        return False
    if tree.of(r.first, "xcomp", "ccomp", "acomp") or is_idiom(r) or is_of_raid(r):
        return False
    return _are_men(v, r.subject_head) and _spot(r)


_QUARTERS = words("alighting.quarters")


def _takes_ground(r: Reading) -> bool:
    """ "A company took over the bridge", "has taken over the city from the Marines": troops, and ground by its name or
    its noun; not a duty, a station or a firm."""
    v, tree = r.view, r.view.tree
    thing, who = (r.subject_head, tree.agent(r.first)) if r.passive else (r.object_head, r.subject_head)
    if r.trigger.kind != "verb" or thing is None or who is None or not v.is_military:
        return False
    if not any(kind(v, n) in {"force", "soft"} for n in head_nouns(v, who)) or v.key(who) in _FIGHTERS:
        return False
    named = any(p.form in {"place", "bare"} and p.first <= thing <= p.last for p in v.spotted.places)
    return named or v.key(thing) in _GROUND or tree.keys[thing].removesuffix("s") in _GROUND


#: Whoever has no front takes by storm what he takes over.
_FIGHTERS = frozenset("fighters militants rebels gunmen insurgents militiamen militias jihadists".split())
_GROUND = nouns("ground_held") | {"runway", "roadblock", "checkpoint", "post", "position", "route"}


def _alights(r: Reading) -> bool:
    """ "Stepped off a plane in Bangui": off a craft, and at a place; not in the caption of a picture."""
    v, tree = r.view, r.view.tree
    below = [r.object_head] if r.object_head is not None else []
    below += [n for p in tree.of(r.first, "prep", "prt", "advmod") for n in tree.of(p, "pobj")]
    if r.passive or v.sentence.kind == "caption" or not any(v.key(n) in _CRAFT or carries(v, n) for n in below):
        return False
    return _are_men(v, r.subject_head) and (_spot(r) or any(_stands_at(v, n) for n in below))


def _stands_at(view: View, noun: int) -> bool:
    tree = view.tree
    return any(
        view.key(p) in _SPOTS and any(place_at(view, n) for n in tree.of(p, "pobj")) for p in tree.of(noun, "prep")
    )


def _set_down(r: Reading) -> bool:
    """ "Were dropped near the dam", "the helicopters set them down in the valley": men, not what is thrown at them."""
    v = r.view
    head = r.subject_head if r.passive else r.object_head
    if head is None or v.key(head) in ARMS | _CRAFT or is_of_raid(r):
        return False
    return _are_men(v, head) and v.key(head) not in _VAGUE | _FIGURES and _spot(r)


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "turns_up": _turns_up,
    "takes_ground": _takes_ground,
    "alights": _alights,
    "set_down": _set_down,
}
