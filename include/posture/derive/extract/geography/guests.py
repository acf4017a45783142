"""Whose country "the country" is not, and whose it is: troops are guests in another one than their own."""

from __future__ import annotations

from ..clauses import View
from ..language.classes import nouns, verbs, words
from ..language.grammar import set_of
from ..language.inflection import inflected
from ..mentions import ForceMention, PlaceMention
from ..timing.sayings import is_speech
from .discourse import SENDERS, PlaceMemory, country_mention

_GONE = set_of("in into inside to throughout across")
_HAS = verbs("guests.has")
_LETS = inflected("let allow permit invite")
#: Those who speak for a state.
_OFFICES = words("polity") | {"premier", "chancellor"}


def guests(view: View, at: int, memory: PlaceMemory) -> tuple[str, ...]:
    """ "Nigeria has two battalions in the country", "2,500 Americans are in the country": not in their own."""
    tree, classes = view.tree, view.vocabulary.classes
    own = {c for f in view.spotted.forces if _are_in(view, f, at) for c in f.codes}
    strangers = tuple(sorted(c for c in own if c != memory.theme or memory.is_abroad(c)))
    for verb in (a for a in tree.ancestors(at) if tree.is_verb(a)):
        subject = tree.subject(verb)
        if subject is None or view.key(verb) not in classes["holding_verbs"] | classes["moving_verbs"] | _HAS:
            continue
        states = [
            f.codes for f in view.spotted.forces if f.first <= subject <= f.last and f.form in {"name", "capital"}
        ]
        states += [
            (str(p.place.country_code),)
            for p in view.spotted.places
            if p.first <= subject <= p.last and p.place.kind_code == "country"
        ]
        return (*strangers, *states[0]) if states else strangers
    return strangers


def _are_in(view: View, f: ForceMention, at: int) -> bool:
    """The men of a land whom the clause says to be in the country, or to go there: "Ugandans", "French soldiers"."""
    is_men = f.form == "demonym" and not f.is_weak and (f.is_military or f.noun == "people")
    return is_men and f.last < at and view.tree.clause(f.last) == view.tree.clause(at) and view.key(at - 2) in _GONE


def seat(view: View, at: int, but: tuple[str, ...]) -> PlaceMention | None:
    """ "Dushanbe ratified a treaty that keeps the troops in the country": that of the government that acts."""
    for f in view.spotted.forces:
        is_host = f.form == "capital" and not f.is_military and f.last < at and f.codes and f.codes[0] not in SENDERS
        is_host = is_host and f.codes[0] not in but
        if is_host and view.tree.labels[f.last] == "nsubj" and view.tree.heads[f.last] in view.tree.ancestors(at):
            return country_mention(f.codes[0])
    return None


def spoken_for(view: View, at: int, but: tuple[str, ...], memory: PlaceMemory) -> PlaceMention | None:
    """ "Chad's president says that there will be no foreign base in the country": the speaker's own, unless that is a
    state whose troops are abroad, of which he may as well speak."""
    tree = view.tree
    for verb in (a for a in tree.ancestors(at) if tree.is_predicate(a) and a < at):
        subject = tree.subject(verb)
        if subject is None or not is_speech(tree, verb):
            continue
        start, end = tree.span(subject)
        if not view.words_in(start, min(end, subject + 1)) & _OFFICES:
            return None
        states = {f.codes for f in view.forces_in(start, subject) if f.form != "name" or f.first < subject}
        states |= {memory.leaders[k] for i in range(start, end) if (k := view.key(i)) in memory.leaders}
        codes = next(iter(states)) if len(states) == 1 else ()
        if len(codes) != 1 or codes[0] in {*SENDERS, *but} or memory.is_abroad(codes[0]):
            return None
        return country_mention(codes[0])
    return None


def told_by_host(view: View, at: int) -> PlaceMention | None:
    """ "Grenada, 90 miles from X, said that Spanish marines would train there": in the land of who says so, if it is
    no other's that is named behind its saying."""
    tree = view.tree
    for verb in (a for a in tree.ancestors(at) if tree.is_predicate(a) and a < at and tree.clause(at) != a):
        subject = tree.subject(verb) if is_speech(tree, verb) or view.key(verb) in _LETS else None
        if subject is None:
            continue
        named = any(p.form == "place" and verb < p.first < at for p in view.spotted.places)
        own = [p for p in view.spotted.places if p.first <= subject <= p.last and p.place.kind_code == "country"]
        others = {c for f in view.forces_in(verb, at) if f.is_military for c in f.codes}
        if not named and own and others and own[0].place.country_code not in others:
            return own[0]
        return None
    return None


def is_visited(view: View, p: PlaceMention) -> bool:
    """ "The president, on a visit to X, said": where somebody is for some days."""
    prep = view.tree.heads[p.last]
    return view.tree.labels[p.last] == "pobj" and view.key(view.tree.heads[prep]) in nouns("sojourn")


def are_hosts(view: View, name: int) -> bool:
    """ "They train there alongside Greek soldiers": those are at home there."""
    tree = view.tree
    at = tree.noun_head(name)
    return tree.labels[at] == "pobj" and tree.keys[tree.heads[at]] in {"with", "alongside", "beside"}
