"""Where a force is at home: a place said to be its headquarters or stronghold, ground that it runs, sites that it uses
or shares, houses that it lives in."""

from __future__ import annotations

from collections.abc import Callable

from ..geography.placed import LOCATIVE
from ..language.classes import nouns
from ..reading import Reading
from .forces import some_mover
from .locative import says_where
from .movers import MEASURES, head_nouns, kind
from .spoken import themes_of
from .standing import subjects

#: What is a town's or a state's, and can be run or used by a force.
_RUN = nouns("landing_place")
#: A town is not used, an airport is.
_USED = frozenset({"airport", "air_base", "naval_base", "port", "camp", "garrison", "base"})
_USING = frozenset({"use", "share"})


def base_of(r: Reading) -> bool:
    """ "Gao is the only French base in the region", "X has been the rebels' headquarters since May", "X serves as the
    seat of their command": a place by its name is said to be where a force sits."""
    v, tree = r.view, r.view.tree
    subject = r.subject_head
    if subject is None or not any(p.first <= subject <= p.last for p in v.spotted.places):
        return False
    seat = next(iter(tree.under(r.last, {"as"})), None) if r.trigger.lemma != "be" else r.object_head
    seat = r.object_head if seat is None else seat
    if seat is None or not _is_told(r) or not _is_seat(r, seat):
        return False
    start, end = tree.span(seat)
    end = next((k for k in range(seat + 1, end) if v.key(k) in {",", "which", "where", "that", "since"}), end)
    return any(f.codes or f.is_military for f in v.forces_in(start, end))


def _is_seat(r: Reading, noun: int) -> bool:
    v = r.view
    if v.key(noun) in MEASURES and any(v.has_class(n, n + 1, "seats") for n in v.tree.under(noun, {"of"})):
        return True  # "is the last of the force's bases"
    if v.has_class(noun, noun + 1, "seats") or v.key(noun) in {"centre", "center"} and v.key(noun - 1) == "nerve":
        return True
    return v.key(noun) in {"town", "city", "capital"} and bool(
        {v.key(c) for c in v.tree.of(noun, "compound", "amod")} & {"garrison", "headquarters", "facto"}
    )


def _is_told(r: Reading) -> bool:
    """It is so, has been so, or was so at a time that is told."""
    v, tree = r.view, r.view.tree
    if tree.tags[r.first] in {"VBZ", "VBP"} or v.key(r.first) in {"been", "remained"} or r.trigger.lemma == "become":
        return True
    own = {v.key(c) for c in tree.of(r.first, "aux")}
    if own & {"has", "have", "will", "'s"}:
        return True
    return tree.tags[r.first] == "VBD" and any(tree.clause(k) == r.first for k, _ in v.timed)


def runs_ground(r: Reading) -> bool:
    """ "The rebels run the airport", "the port is used by the Danish navy": a force has what is a town's or state's."""
    v, tree = r.view, r.view.tree
    doer = tree.agent(r.first) if r.passive else tree.subject(r.first)
    thing = r.subject_head if r.passive else r.object_head
    if doer is None or thing is None or not _is_force(r, doer):
        return False
    if r.trigger.lemma in _USING and tree.labels[r.first] == "relcl" and not r.passive:
        return False  # "airmen at the airport, which it has used since 2001": told already
    place = next((p for p in v.spotted.places if p.first <= thing <= p.last), None)
    if v.key(thing) in _RUN:
        return True
    if place is None or place.place.kind_code == "country":
        return False
    return r.trigger.lemma not in _USING or place.is_site or place.place.kind_code in _USED


def _is_force(r: Reading, doer: int) -> bool:
    v = r.view
    them = r.subject_head == doer and v.key(doer) in {"they", "who", "which"} and v.is_military
    people = any(f.noun == "people" and f.codes and f.first <= doer <= f.last for f in v.spotted.forces)
    return them or people or any(kind(v, n) == "force" for n in subjects(r, doer))


def shared_with(r: Reading) -> bool:
    """ "The camp is shared with a Danish company": who else is there."""
    v = r.view
    if not r.passive or r.subject_head is None:
        return False
    return any(kind(v, n) == "force" for n in v.tree.under(r.first, {"with"}))


def has_quarters(r: Reading) -> bool:
    """ "Have their quarters in an old school", "has rooms at the hospital", "have pitched their tents outside Gao"."""
    v, tree = r.view, r.view.tree
    thing, doer = r.object_head, r.subject_head
    if r.passive or thing is None or doer is None or v.key(thing) not in v.vocabulary.classes["quarters"]:
        return False
    if not _is_force(r, doer):
        return False
    hung = [c for at in (r.first, thing) for c in tree.of(at, "prep") if tree.keys[c] in LOCATIVE]
    spoken = {tree.keys[c] for at in (r.first, thing) for c in tree.of(at, "advmod")} & {"there", "here", "where"}
    return bool(spoken) or any(says_where(v, c) for c in hung)


def kept(r: Reading) -> bool:
    """ "Keeps Mirages at Gao", "has paratroopers there": what a force has somewhere is troops or craft."""
    v, thing = r.view, r.object_head
    if thing is None or r.trigger.lemma == "leave" and _is_abandoned(r, thing):
        return False
    if v.key(thing) == "them" and r.trigger.lemma in {"leave", "keep"}:
        return bool((themes_of(v, thing) or v.themes_before) & {"troops", "unit"})
    return some_mover(r) or any(kind(v, n) == "force" for n in head_nouns(v, thing))


def _is_abandoned(r: Reading, thing: int) -> bool:
    """ "Leaving behind burnt-out howitzers": what those leave who go."""
    v = r.view
    behind = any(v.key(c) == "behind" for c in v.tree.of(r.first, "advmod", "prt", "prep"))
    return behind and v.has_class(thing, thing + 1, "materiel")


def posts_along(r: Reading) -> bool:
    """ "Italian checkpoints ring the factory", "Turkish outposts dot the hills above X": what a force has there."""
    v, tree = r.view, r.view.tree
    head, thing = r.subject_head, r.object_head
    if (
        r.passive
        or head is None
        or not (v.has_class(head, head + 1, "sites") or v.has_class(head, head + 1, "materiel"))
    ):
        return False
    owned = any(f.codes and f.last <= head for f in v.forces_in(tree.span(head)[0], head + 1))
    where = [s for s in ([tree.span(thing)] if thing is not None else []) if v.places_in(*s)]
    where += [(s, e) for _, s, e in r.phrases if v.places_in(s, e)]
    hung = thing is not None and any(says_where(v, c) for c in tree.of(thing, "prep"))
    return owned and v.is_military and (bool(where) or hung)


def put_up(r: Reading) -> bool:
    """ "Were put up in a monastery": people, not hangars."""
    v, head = r.view, r.subject_head
    if not r.passive or head is None:
        return False
    people = v.vocabulary.classes["personnel"] | v.vocabulary.classes["units"] | {"they", "who", "men"}
    return any(v.key(n) in people for n in subjects(r, head)) and v.is_military


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "base_of": base_of,
    "runs_ground": runs_ground,
    "shared_with": shared_with,
    "has_quarters": has_quarters,
    "posts_along": posts_along,
    "put_up": put_up,
    "object:kept": kept,
}
