"""Ground that changes hands told from the side of those who lose it: driven out, lost to, fallen."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.acts import Act, phrase_heads, roles
from ..forces.targets import ARMED, core, forces_of, side_of, who
from ..language.classes import nouns, words
from ..language.syntax import Tree
from ..reading import Reading

_CRAFT = words("routs.craft")
_THEM = frozenset({"it", "them", "him"})


def _routs(r: Reading) -> bool:
    """Soldiers drive another force from a place: its leaving is their operation."""
    v, tree = r.view, r.view.tree
    driven = tree.subject(r.first) if r.passive else tree.object(r.first)
    doer = tree.agent(r.first) if r.passive else tree.subject(r.first)
    if r.passive and doer is None and driven is not None and v.key(driven) in nouns("irregular"):
        r.act = Act((), (driven,), (), frozenset())  # "the militants were driven out of the town": by the army
        return v.is_military and any(p.prep in {"from", "of"} for p in v.spotted.places)
    if driven is None or doer is None or side_of(v, driven) not in {"state", "group", "some"}:
        return False
    if _is_own_unit(r, driven):
        return False
    r.act = Act((doer,), (driven,), (), frozenset())
    side = who(v, (doer,))
    soldiers = any(f.is_military and f.codes for f in forces_of(v, doer)) and side_of(v, driven) == "group"
    of_arms = side == "group" or soldiers or bool(v.words_in(*tree.span(doer)) & nouns("troops"))
    if not of_arms and (side not in ARMED or not v.is_at_war or r.trigger.lemma.startswith("throw ~ out")):
        return False
    if any(_is_country(v, at) for p, at in phrase_heads(v, r.first) if p in {"from", "of", "out"}):
        return False  # out of a country: what its leaders would like
    if v.key(driven) in _THEM:
        return v.is_military
    if v.words_in(*tree.span(driven)) & _CRAFT:
        return False  # "chased the ship off"
    if not (any(f.is_military for f in forces_of(v, driven)) or v.key(driven) in nouns("irregular")):
        return False
    placed = any(
        p.prep in {"from", "of"} or not s <= p.first < e for p in v.spotted.places for s, e in [tree.span(driven)]
    )
    return placed or v.is_military and v.is_at_war  # "they drove the rebels off again"


def _is_own_unit(r: Reading, driven: int) -> bool:
    """ "Pushed two more brigades into the valley from their barracks": so many units of nobody else's, and where to."""
    v, tree = r.view, r.view.tree
    new = any(q.number <= driven <= q.last and q.unit == "units" for q in v.quantities)
    named = any(f.codes for f in v.forces_in(*tree.span(driven)))
    return new and not named and any(p in {"into", "to"} for p, _ in phrase_heads(v, r.first))


def _raises_flag(r: Reading) -> bool:
    """ "Troops raised their flag over the town": it is theirs now."""
    v, act = r.view, roles(r)
    if r.passive or who(v, act.agents) not in ARMED or not v.is_military:
        return False
    hung = [at for p, at in phrase_heads(v, r.first) if p in {"on", "over", "at", "in", "above", "atop"}]
    places = [p for at in hung for p in v.places_in(*v.tree.span(at))]
    is_war = v.is_at_war or who(v, act.agents) == "group"
    return is_war and any(v.key(t) in {"flag", "flags", "banner", "colours"} for t in act.targets) and bool(places)


def _is_country(v: View, at: int) -> bool:
    named = [p for p in v.spotted.places if p.first <= at <= p.last]
    return v.key(at) in {"country", "region"} or any(p.place.kind_code == "country" for p in named)


def _falls(r: Reading) -> bool:
    """ "The town fell to the rebels": who takes it stands after "to"."""
    v, tree = r.view, r.view.tree
    verb = next((k for k in range(r.first, r.last + 1) if tree.is_predicate(k)), r.first)
    fallen = tree.subject(verb)
    takers = tuple(at for p, at in phrase_heads(v, verb) if p in {"to", "into", "under", "of"})
    takers = tuple(o for t in takers for o in (_owners(tree, t) if v.key(t) in {"hands", "hand"} else (t,)))
    takers = tuple(t for t in takers if who(v, (t,)) in ARMED and who(v, (t,)) != "some" or v.key(t) in {"them", "it"})
    if fallen is None or not takers:
        return False
    r.act = Act(takers, (fallen,), (), frozenset())
    fallen = core(v, fallen)
    start, end = tree.span(fallen)
    return bool(v.places_in(start, end)) or v.key(fallen) in nouns("post") | nouns("ground") | {"which"}


def _owners(tree: Tree, hands: int) -> list[int]:
    """ "Into rebel hands", "into the hands of the rebels"."""
    return [
        *tree.of(hands, "poss", "compound", "amod", "nmod"),
        *(at for p, at in tree.prepositions(hands) if p == "of"),
    ]


def _loses_ground(r: Reading) -> bool:
    """ "Lost the town to the rebels": they took it."""
    v = r.view
    lost = r.view.tree.subject(r.first) if r.passive else r.view.tree.object(r.first)
    if lost is None:
        return False
    phrases = [*phrase_heads(v, r.first), *_below(v.tree, lost)]
    takers = tuple(at for p, at in phrases if p == "to" and who(v, (at,)) in ARMED - {"some"})
    if not takers:
        return False
    r.act = Act(takers, (lost,), (), frozenset())
    ground = v.key(lost) in nouns("post") | nouns("ground")
    return ground and bool(v.spotted.places) or any(p.first <= lost <= p.last for p in v.spotted.places)


def _below(tree: Tree, noun: int) -> list[tuple[str, int]]:
    """Phrases that the parser hung on a noun or on one in its own phrases: "its post in the town to the rebels"."""
    found = tree.prepositions(noun)
    return [*found, *(p for _, at in found for p in tree.prepositions(at))]


def _falls_bare(r: Reading) -> bool:
    """ "The town has fallen": taken, by whom the text knows."""
    v, tree = r.view, r.view.tree
    fallen = tree.subject(r.first)
    if fallen is None or not v.is_military or tree.of(r.first, "acomp", "dobj", "prt", "attr", "xcomp", "oprd"):
        return False
    if any(tree.keys[m] in {"since", "until"} for m in tree.of(r.first, "mark")):
        return False  # "the first ship since the town fell"
    if any(p not in _WHEN_FALLEN for p, _ in phrase_heads(v, r.first)):
        return False
    ground = v.key(fallen) in nouns("post") | nouns("ground") - {"height", "heights", "ground", "area", "areas"}
    named = any(p.first <= fallen <= p.last and p.place.kind_code != "country" for p in v.spotted.places)
    r.act = Act((), (fallen,), (), frozenset())
    return named or ground and (bool(v.spotted.places) or v.site_before)


_WHEN_FALLEN = frozenset("in on after during before within since at without until".split())


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "routs": _routs,
    "raises_flag": _raises_flag,
    "falls": _falls,
    "loses_ground": _loses_ground,
    "falls_bare": _falls_bare,
}
