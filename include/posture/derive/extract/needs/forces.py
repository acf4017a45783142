"""Which words are a force, its site or what it moves: what all families of needs ask."""

from __future__ import annotations

from ..clauses import RELATIVES, View
from ..language.classes import nouns
from ..mentions import ForceMention
from ..reading import Reading, content, noun_spans

#: Nouns that stand for the troops that are somewhere.
PRESENCE = frozenset("presence footprint deployment posture contingent occupation garrison numbers".split())


def only_number(view: View, spans: list[tuple[int, int]], nouns: frozenset[str] = frozenset({"them"})) -> bool:
    """ "sent 1,000 of its own": a number stands for the troops spoken of."""
    return any(q.noun in nouns and s <= q.number < e for q in view.quantities for s, e in spans)


def is_mover(view: View, span: tuple[int, int], military_only: bool = True) -> bool:
    """Troops, units or equipment stand in the range, by a noun or by a name."""
    if view.has_class(*span, "movers"):
        return True
    return any(f.is_military or not military_only and not f.is_weak for f in view.forces_in(*span))


def strong(f: ForceMention) -> bool:
    """A force or state that can act by itself, not a mere adjective."""
    return not f.is_weak and (f.is_military or f.form in {"name", "capital", "metonym", "group", "unit", "demonym"})


def near_troops(r: Reading) -> bool:
    """Some troops or equipment are named anywhere in the sentence."""
    return r.view.has_class(0, len(r.view.toks), "movers") or any(f.is_military for f in r.view.spotted.forces)


def is_nation(view: View, noun: int) -> bool:
    """People of a nation: "the French"."""
    return any(f.noun == "people" and f.codes for f in view.forces_in(noun, noun + 1))


def in_relative(view: View, start: int, f: ForceMention) -> bool:
    """ "the drone that killed US troops": the force stands in a clause about the subject, it is not the subject."""
    return any(view.key(k) in RELATIVES | {"that"} for k in range(start + 1, f.first))


_CIVIL_SITES = nouns("weak_site")


def military_site(r: Reading, spans: list[tuple[int, int]]) -> bool:
    """ "camp", "site", "facility" alone may be civil: a force or a military word has to stand in the sentence."""
    words = set().union(*(r.view.words_in(*s) for s in spans))
    plain = words & r.view.vocabulary.classes["sites"]
    if plain - _CIVIL_SITES:
        return not words & {"customer", "data", "fan", "tax", "voter", "support-base", "client"}
    return (
        bool(words & {"military", "army", "naval", "air", "force", "un"})
        or any(f.is_military for f in r.view.spotted.forces)
        or r.view.is_military
        and bool(plain & {"post", "posts", "camp", "camps", "site", "sites", "position", "positions", "headquarters"})
    )


def some_mover(r: Reading) -> bool:
    """Troops, units or equipment are what the verb acts upon, or what a noun is about."""
    v, spans = r.view, noun_spans(r)
    if v.key(len(v.toks) - 1) == ":" and not content(v, *r.object):
        return True  # "will send there:", what is sent stands in the list that follows
    if r.code == "shown_at" and v.is_military and r.object_head is not None and v.key(r.object_head) == "them":
        return True  # "the pictures show them on the ridge"
    return any(is_mover(v, s) for s in spans) or v.is_military and only_number(v, spans)


def is_number_of_troops(r: Reading) -> bool:
    """ "Will double the number of its troops in Latvia", "raises its troop numbers": how many, nobody says."""
    v, tree = r.view, r.view.tree
    head = r.subject_head if r.passive else r.object_head
    if r.trigger.kind != "verb" or head is None or any(q.unit == "personnel" for q in v.quantities):
        return False
    start, end = tree.span(head)
    counted = v.key(head) in {"number", "numbers", "strength", "levels"}
    return counted and v.has_class(start, end, "personnel") and any(p.form == "place" for p in v.spotted.places)
