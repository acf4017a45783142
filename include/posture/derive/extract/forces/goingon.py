"""Counts and shares, without a name, of those told of before: "another 400 arrived", "all have gone"."""

from __future__ import annotations

from ..clauses import View
from ..families import JOURNEYS, MOVES, STATES
from ..language.grammar import SPEAKS
from ..lasttold import LastTold
from ..quantity.quantities import Quantity
from ..reading import Reading
from .referents import Codes

#: What stands for some or all of those who were told of, and for nobody else.
_SHARES = frozenset("all none others rest remainder half most both remaining".split())


def gone_on_with(view: View, r: Reading, at: int | None, told: LastTold | None) -> Codes:
    """Whose those are that a verb has for movers, without a name, of whom the sentence before told; () where the
    sentence names whose they are, or they may be others."""
    if told is None or at is None or r.trigger.kind != "verb" or r.type_code not in JOURNEYS | {"presence"}:
        return ()
    is_share = view.key(at) in _SHARES
    if not is_share and view.tree.tags[at] != "CD" or _says_of_whom(view, at):
        return ()
    named = [f for f in view.spotted.forces if f.codes and f.first < r.first]
    if is_share and r.type_code != "detainee_transfer":
        named = [f for f in named if not _is_speaker(view, f.last, r.first)]
    return () if named else told.actors


def counted_again(view: View, q: Quantity, told: LastTold | None) -> Codes:
    """ "In 2015 there were 180": of those of whom the text told last."""
    if told is None or q.last != q.number or any(f.codes for f in view.spotted.forces):
        return ()
    verb = view.tree.clause(q.number)
    is_there = (
        view.key(verb) in SPEAKS
        or view.tree.of(verb, "expl")
        or any(view.key(c) == "there" for c in view.tree.children[verb])
    )
    return told.actors if is_there and view.number - told.at <= _NEAR else ()


_NEAR = 2


def goes_on(view: View, r: Reading) -> bool:
    """Those who move are a count or share, or "they", of whom the text has told."""
    if r.trigger.kind != "verb" or r.type_code not in MOVES | STATES:
        return False
    tree = view.tree
    at = tree.subject(r.first) if r.passive else tree.object(r.first)
    at = r.subject_head if at is None else at
    if at is None or _says_of_whom(view, at):
        return False
    return view.key(at) in _SHARES | {"they", "them", "own"} or tree.tags[at] == "CD"


def _says_of_whom(view: View, at: int) -> bool:
    """ "All of the Danes", "half the garrison", "the other 300 Danes"."""
    tree = view.tree
    of = [n for p in tree.of(at, "prep") if tree.keys[p] == "of" for n in tree.of(p, "pobj")]
    return any(tree.keys[n] not in {"them", "these", "those"} for n in of) or bool(view.forces_in(*tree.span(at)))


def _is_speaker(view: View, at: int, verb: int) -> bool:
    """A UN team has confirmed that all have gone: who says so is not who goes."""
    tree = view.tree
    for above in tree.ancestors(verb):
        if tree.labels[verb] != "ccomp":
            return False
        if (subject := tree.subject(above)) is not None:
            start, end = tree.span(subject)
            return start <= at < end
    return False
