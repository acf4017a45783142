"""Whose country "the country" is not, and whose it is: troops are guests in another one than their own."""

from __future__ import annotations

from ..clauses import View
from ..language.classes import nouns, verbs
from ..language.grammar import set_of
from ..mentions import ForceMention, PlaceMention
from .discourse import SENDERS, PlaceMemory, country_mention

_GONE = set_of("in into inside to throughout across")
_HAS = verbs("guests.has")


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


def is_visited(view: View, p: PlaceMention) -> bool:
    """ "The president, on a visit to X, said": where somebody is for some days."""
    prep = view.tree.heads[p.last]
    return view.tree.labels[p.last] == "pobj" and view.key(view.tree.heads[prep]) in nouns("sojourn")
