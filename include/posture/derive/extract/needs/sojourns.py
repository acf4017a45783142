"""Forces that go or are somewhere to train: "sends companies to X for exercises", "visits Y for training"."""

from __future__ import annotations

from dataclasses import replace

from ..assertion.status import status_of
from ..clauses import BE
from ..facts.acts import Act, noun_at, phrase_heads
from ..forces.targets import forces_of
from ..language.classes import verbs
from ..reading import Reading
from .spoken import means_troops

_KNOWN = frozenset("the this that these those next last its their his any".split())


def trains_there(r: Reading) -> bool:
    """What a force comes for to a place that the clause names, where no exercise is meant that the text tells of."""
    v, tree = r.view, r.view.tree
    noun = tree.first_conjunct(r.last)
    prep = _purpose(r, noun)
    if prep is None or noun_at(v, r.last) != r.last or v.is_of_civilians:
        return False
    if {v.key(c) for c in tree.of(r.last, "det", "poss", "amod")} & _KNOWN:
        return False  # "arrived for the exercise", which is told elsewhere
    verb = tree.clause(prep)
    if v.key(verb) not in verbs("sojourns.comes") | BE:
        return False
    movers = [n for n in (tree.object(verb), tree.agent(verb), tree.subject(verb)) if n is not None]
    force = next((n for n in movers if _is_force(r, n)), None)
    if force is None:
        return False
    if any(tree.keys[c] == "of" for c in tree.of(r.last, "prep")) and not forces_of(v, r.last):
        return False  # "for the training of officials"
    placed = [n for i in (verb, noun, prep) for p, n in phrase_heads(v, i) if p in _AT]
    placed += [n for n in movers if n != force]
    if not any(v.places_in(*tree.span(n)) for n in placed) and not v.words_in(verb, prep) & {"there", "here"}:
        return False
    together = [n for i in (noun, verb) for p, n in phrase_heads(v, i) if p in {"with", "alongside"}]
    r.act = Act((force, *together), (), (), frozenset())
    r.fixed_status = status_of(v, verb, verb, replace(r.trigger, kind="verb"), "exercise")
    return True


_AT = frozenset("to in at into off on near from".split())


def _purpose(r: Reading, noun: int) -> int | None:
    """The "for" above a noun, "four days of drills" among its ways."""
    tree = r.view.tree
    if tree.labels[noun] != "pobj":
        return None
    prep = tree.heads[noun]
    if tree.keys[prep] == "of" and tree.keys[tree.heads[prep]] in _SPANS and tree.labels[tree.heads[prep]] == "pobj":
        prep = tree.heads[tree.heads[prep]]
    return prep if tree.keys[prep] == "for" else None


_SPANS = frozenset("days weeks months day week month period round bout series".split())


def _is_force(r: Reading, n: int) -> bool:
    v = r.view
    return means_troops(v, n) or any(f.is_military for f in forces_of(v, n))
