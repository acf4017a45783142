"""Of whom a text told last, and how the next sentences go on with them: "another 400 arrived", "all have gone", "the
rest followed", "in 2015 there were 180".

Which words count them again shows `quantity.again`; here is who they are, where they were, and what they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .clauses import View
from .draft import Draft
from .families import JOURNEYS, MOVES, STATES
from .language.grammar import SPEAKS
from .mentions import PlaceMention
from .quantity.quantities import COUNTED, Quantity, spoken_of
from .quantity.wholes import PARTS
from .reading import Reading

if TYPE_CHECKING:
    from .arguments import Filler
    from .forces.referents import Codes
    from .memory import Memory

#: Sentences for which those told of last stay in mind; the rest of a force that moved, longer.
_KEPT, _LONG = 2, 8
_COMING = frozenset({"deployment", "reinforcement"})
#: What stands for some or all of those who were told of, and for nobody else; for those who have not yet moved.
_SHARES = PARTS | {"all", "none", "both", "remaining"}
_REST = frozenset("rest remainder remaining others".split())
_THEM = frozenset({"them", "these", "those"})
_HOME = frozenset("home back out there country behind".split())


# ── of whom ──
@dataclass(frozen=True, slots=True)
class LastTold:
    """Whose troops they were, the place at which they were (None: several, or none), and the sentence that told it."""

    actors: tuple[str, ...]
    place: PlaceMention | None
    at: int
    #: They are on their way, or are to be sent: who leaves goes there.
    is_coming: bool = False

    def where(self, view: View) -> PlaceMention | None:
        """Where they still are in the sentence that follows."""
        is_next = view.number - self.at <= 1
        return replace(self.place, form="place", why="last") if self.place is not None and is_next else None


def told_last(view: View, drafts: Sequence[Draft], before: LastTold | None) -> LastTold | None:
    """Those whom the next sentence goes on with: the one force of which this one tells where it is or goes; the one
    told of before, as long as no other force is named."""
    found = [d for d in drafts if d.type_code in MOVES | STATES and d.status != "denied"]
    if not found:
        others = any(
            f.is_military and f.codes and (before is None or f.codes != before.actors) for f in view.spotted.forces
        )
        return None if before is None or others or drafts or view.number - before.at >= _KEPT else before
    if len({d.actors for d in found}) > 1:
        return None
    places = {p.place.name: p for d in found if (p := _where(d)) is not None}
    is_coming = all(d.type_code in _COMING and d.status in {"planned", "ongoing", "considered"} for d in found)
    return LastTold(found[0].actors, next(iter(places.values())) if len(places) == 1 else None, view.number, is_coming)


def _where(d: Draft) -> PlaceMention | None:
    if d.type_code == "withdrawal":
        return d.origin or d.place
    return d.destination or d.place


def last_counted(view: View) -> str:
    """Unit of what a sentence counted last, else of the troops, ships … that it names without a number."""
    end = len(view.toks)
    for q in reversed(view.quantities):
        if view.key(q.first - 1) in {"aboard", "by"}:
            end = q.first  # "flown home aboard three planes"
        elif q.unit in COUNTED:
            return q.unit
    return spoken_of(view.toks[:end], view.vocabulary) or ("personnel" if _has_body(view) else "")


def _has_body(view: View) -> bool:
    """ "The Kenyan contingent", "sent a battalion": men are spoken of, by the body that they form."""
    return any(t.key in _BODIES for t in view.toks)


_BODIES = frozenset(
    "contingent battalion brigade detachment garrison regiment battlegroup contingents garrisons".split()
)


# ── counts and shares of them ──
def recounts(view: View, noun: int) -> bool:
    """ "Another 300 followed", "300 more": so many of the troops spoken of."""
    counts = (q for q in view.quantities if q.first <= noun <= q.last + q.is_more)
    return any(q.unit == "personnel" and q.noun == "strong" for q in counts)


def gone_on_with(view: View, r: Reading, at: int | None, told: LastTold | None) -> Codes:
    """Whose those are that a verb has for movers, without a name, of whom the sentence before told; () where the
    sentence names whose they are, or they may be others."""
    if told is None or at is None or r.trigger.kind != "verb" or r.type_code not in JOURNEYS | {"presence"}:
        return ()
    if not _is_of_them(view, at, _SHARES):
        return ()
    named = [f for f in view.spotted.forces if f.codes and f.first < r.first]
    if view.key(at) in _SHARES and r.type_code != "detainee_transfer":
        named = [f for f in named if not _is_speaker(view, f.last, r.first)]
    return () if named else told.actors


def counted_again(view: View, q: Quantity, told: LastTold | None) -> Codes:
    """ "In 2015 there were 180": of those of whom the text told last."""
    forces = view.spotted.forces
    if told is None or q.last != q.number or any(f.codes or f.is_military and f.first < q.first for f in forces):
        return ()
    verb = view.tree.clause(q.number)
    is_there = (
        view.key(verb) in SPEAKS
        or view.tree.of(verb, "expl")
        or any(view.key(c) == "there" for c in view.tree.children[verb])
    )
    return told.actors if is_there and view.number - told.at <= _KEPT else ()


def goes_on(view: View, r: Reading) -> bool:
    """Those who move are a count or share, or "they", of whom the text has told."""
    if r.trigger.kind != "verb" or r.type_code not in MOVES | STATES:
        return False
    at = view.tree.subject(r.first) if r.passive else view.tree.object(r.first)
    at = r.subject_head if at is None else at
    return at is not None and _is_of_them(view, at, _SHARES | {"they", "them", "own"})


def _is_of_them(view: View, at: int, words: frozenset[str]) -> bool:
    """A number, or one of the words, that says nothing of others: not "half the garrison", "the other 300 Danes"."""
    tree = view.tree
    if view.key(at) not in words and tree.tags[at] != "CD":
        return False
    of = tree.under(at, {"of"})
    return all(tree.keys[n] in _THEM for n in of) and not view.forces_in(*tree.span(at))


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


# ── what they do ──
def sets_out(r: Reading, memory: Memory) -> bool:
    """ "Is sending 1,200 men to Niger. The first company left on Sunday": on its way there."""
    told, v = memory.last_told, r.view
    if told is None or not told.is_coming or r.type_code != "withdrawal" or r.trigger.kind != "verb":
        return False
    if v.number - told.at > 1 or v.spotted.places or r.object_head is not None or not r.code.startswith("leave"):
        return False
    return not _HOME & v.words_in(0, len(v.toks))


def is_rest(r: Reading) -> bool:
    """ "The rest", "the remaining 200", "the others": those who have not made the move that was told."""
    return r.subject_head is not None and bool(r.view.words_in(*r.view.tree.span(r.subject_head)) & _REST)


def followed(r: Reading, filler: Filler, memory: Memory) -> bool:
    """Whether there is a move that the reading can repeat of others; its type is that move's. Of the rest of the same
    force it may have been told longer ago. So many more of those who are somewhere come there."""
    move, told, now = memory.move, memory.last_told, r.view.number
    if move is not None:
        is_same = filler.actors(r)[0] == move.actors
        if now - memory.move_at <= (_LONG if is_same and is_rest(r) else _KEPT):
            r.type_code = move.type_code
            return True
    if r.subject_head is not None and recounts(r.view, r.subject_head):
        return True
    if told is None or told.place is None or now - told.at > _KEPT or r.view.tree.tags[r.first] == "VBZ":
        return False  # "Ethiopia follows with 2,500"
    # "Has 300 soldiers there. Another 90 will follow in July."
    memory.move, memory.move_at = Draft("reinforcement", told.actors, destination=told.place), told.at
    r.type_code = "reinforcement"
    return True
