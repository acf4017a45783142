"""Levels that change by no number told: "the strength is to be raised", "a reduction of the force was ruled out".

What grows by an untold number is reinforced, what shrinks is withdrawn in part (RECORDS.md §2).
"""

from __future__ import annotations

from ..facts.themes import themes
from ..forces.parties import CIVIL
from ..language.classes import nouns, words
from ..quantity.levels import VICTIMS
from ..quantity.quantities import COUNTED
from ..reading import Reading

#: A level by its name.
_LEVELS = frozenset("number numbers strength level levels size manpower headcount".split())
_BODIES = nouns("body_of_men")
_OF_BODIES = words("uncounted.of_bodies")
_CIVIL = frozenset("civilian civilians people persons nationals employees experts workers".split())
_TROOPS = frozenset("troop force personnel soldier manning".split())


def uncounted(r: Reading) -> bool:
    """The level of a force goes up or down, by how much is not said."""
    v = r.view
    if r.code != "level_change":
        return False
    tree = v.tree
    heads = [*themes(r), *(tree.under(r.first, {"in"}) if r.trigger.kind == "noun" else [])]
    heads += [tree.heads[tree.heads[h]] for h in heads if v.key(tree.heads[h]) == "of"]  # "the number of soldiers"
    if any(v.key(h) in CIVIL for h in heads):
        return False  # "the number of civilians killed has doubled"
    return any((_is_level(r, h) or _is_body(r, h)) and not _is_counted(r, h) for h in heads)


def _is_counted(r: Reading, head: int) -> bool:
    """A number stands at the trigger, or in what changes."""
    start, end = r.view.tree.span(head)
    counted = [q.number for q in r.view.quantities if q.unit in COUNTED]
    return any(abs(n - r.first) < _NEAR or start <= n < end for n in counted)


_NEAR = 8


def _is_level(r: Reading, head: int) -> bool:
    v, tree = r.view, r.view.tree
    start, end = tree.span(head)
    if v.key(head) not in _LEVELS or v.words_in(start, end) & VICTIMS:
        return False
    of = tree.under(head, {"of"})
    if any(v.key(n) in _CIVIL for n in of):
        return False
    if of:
        return any(v.vocabulary.units.get(v.key(n)) in COUNTED or v.forces_in(n, n + 1) for n in of)
    before = {v.key(c) for c in tree.of(head, "compound", "nmod", "amod")}
    if before & _TROOPS or any(f.codes for f in v.forces_in(start, head)):
        return True
    given = {v.key(c) for c in tree.of(head, "det", "poss")} & {"the", "that", "its", "their", "this"}
    return bool(given) and not before and v.is_military and not v.is_of_civilians


def _is_body(r: Reading, head: int) -> bool:
    v = r.view
    lemma = r.trigger.lemma.rstrip("s") if r.trigger.kind == "noun" else r.trigger.lemma
    if v.key(head) not in _BODIES or lemma not in _OF_BODIES:
        return False
    start, end = v.tree.span(head)
    return v.is_military or any(f.is_military or f.codes for f in v.forces_in(start, end))


_DEAD = words("uncounted.dead")


def is_toll(r: Reading) -> bool:
    """ "The number of Danes killed has risen to 40": what grows is a toll, no force."""
    tree = r.view.tree
    if r.trigger.kind == "noun":
        return False
    grown = tree.subject(r.first) if r.passive or tree.object(r.first) is None else tree.object(r.first)
    dead = [k for k in range(len(tree.keys)) if tree.keys[k] in _DEAD]
    return grown is not None and any(grown in {k, *tree.ancestors(k)} for k in dead)
