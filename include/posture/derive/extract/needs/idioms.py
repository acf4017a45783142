"""Verbs of going that, with the words beside them, move no force: "left behind", "came into being", "made for shallow
waters", "gave up", "came down near X", "flying in the area"."""

from __future__ import annotations

from ..language.classes import nouns, words
from ..reading import Reading
from .movers import carries, designation, head_nouns, place_at

_STATES = words("idioms.states")
_BEING = words("idioms.being")
_ON_THE_MOVE = frozenset("fly sail steam drive ride walk cruise circle".split())
_IN = frozenset("in over at near".split())


def is_idiom(r: Reading) -> bool:
    """The words beside the verb leave nobody on the move."""
    v, tree = r.view, r.view.tree
    lemma, first = r.trigger.lemma, r.trigger.lemma.split()[0]
    head, at = r.subject_head, r.object_head
    beside = {v.key(c) for c in tree.of(r.first, "advmod", "prt", "prep", "acomp", "npadvmod")}
    people = (
        [] if head is None else [any(f.noun == "people" for f in v.forces_in(n, n + 1)) for n in head_nouns(v, head)]
    )
    if lemma.startswith("flee") and people and all(people):
        return True  # "100,000 Armenians fled": no soldiers
    if r.passive:
        if lemma.startswith("drive out") or first == "make":
            return True  # who is driven out is routed; "a ship made for shallow waters"
        staying = not (r.phrases and r.phrases[0][0] in {"in", "at", "on"}) or "behind" in beside
        return lemma == "leave" and staying  # "were left wounded", "were left behind"
    end = next((k for k in range(r.first + 1, r.first + 9) if k in v.verbs), r.first + 9)
    if lemma == "leave" and "behind" in v.words_in(r.first, end) and not (at is not None and place_at(v, at)):
        return True  # "leaving much of its equipment behind"
    if lemma.startswith("give ~ up") or lemma.startswith("give up"):
        return at is None  # they surrender
    if lemma.startswith("spread") and head is not None and v.key(head) in {"it", "this", "that"}:
        return True  # a war spreads
    if "way" in lemma and any(p == "to" and v.words_in(s, e) & {"their", "its"} for p, s, e in r.phrases):
        return True  # "were on their way back to their base": from a patrol
    goals = {v.key(tree.top(s, e)) for p, s, e in r.phrases if p in {"into", "to"}} | ({v.key(at)} if at else set())
    if first in {"come", "go"} and goals & _BEING:
        return True
    if lemma == "leave" and {v.key(tree.top(s, e)) for p, s, e in r.phrases if p in {"in", "with"}} & _STATES:
        return True  # "left the town in a better state"
    if lemma.startswith("take off") and head is not None and "for" not in {p for p, _, _ in r.phrases}:
        if all(v.key(n) in v.vocabulary.classes["materiel"] and not carries(v, n) for n in head_nouns(v, head)):
            return True  # aircraft on a sortie come back
    if any(p == "with" and v.words_in(s, e) & {"tons", "tonnes"} for p, s, e in r.phrases):
        return True  # a ship with its cargo
    if first == "come" and "down" in beside and head is not None and all(_flies(r, n) for n in head_nouns(v, head)):
        return True  # it crashed
    if first in _ON_THE_MOVE and r.last > r.first and v.key(r.last) in _IN and tree.of(r.last, "pobj"):
        return True  # "flying in the area": there, not thither
    return first == "cross" and _is_water(r) and not {p for p, _, _ in r.phrases} & {"into", "to"}


def _flies(r: Reading, noun: int) -> bool:
    v = r.view
    return v.vocabulary.units.get(v.key(noun)) == "aircraft" or v.key(noun) in _CRAFT or designation(v, noun)


_CRAFT = nouns("idioms.craft")


def _is_water(r: Reading) -> bool:
    """A sea or lake is crossed: where they land is another place."""
    at = r.object_head
    return at is not None and any(
        p.first <= at <= p.last and p.place.kind_code == "sea" or r.view.key(p.first) == "lake"
        for p in r.view.spotted.places
        if p.first <= at <= p.last
    )
