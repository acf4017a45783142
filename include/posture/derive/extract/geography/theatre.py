"""Where a fact plays that names no place: what the text has told of its force decides, the newer the more.

Every place at which the force, or another one, was said to be weighs in, less from sentence to sentence; towns weigh
for their country as well. One country that outweighs all others is meant, or the one place in it of which most was
told; where two theatres compete there is doubt, and no place is given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..mentions import PlaceMention

#: How much a sentence is about a place that it names plainly; less in an aside, more where it is its topic.
PLAIN = 1.0
#: What a sentence opens with: where it and the next ones play.
SETTING = 3.0
#: What is left of a statement's weight a sentence later.
_FADE, _SPOT_FADE = 0.8, 0.93
#: What a statement weighs: of the force itself, of another one; a place that was only named.
_OWN, _OTHER, _NAMED = 1.0, 0.3, 0.1
#: How far a country, and a place within it, must outweigh the rest.
_COUNTRY, _SPOT = 0.7, 0.75
#: How much must have been told; where no fact was told at all, how much must have been named.
_LEAST, _LEAST_NAMED = 0.3, 0.03


@dataclass(frozen=True, slots=True)
class Told:
    """A place of a sentence. `actors`: who was said to be there; none: it was only named."""

    mention: PlaceMention
    sentence: int
    actors: frozenset[str] = frozenset()
    #: Of a place that was only named: how much its sentence was about it.
    weight: float = PLAIN


@dataclass(frozen=True, slots=True)
class Known:
    """A place that a sentence named: which sentence, and what nouns it was called by ("the village of X")."""

    mention: PlaceMention
    sentence: int
    called: frozenset[str] = frozenset()
    #: The sentence was about it: its subject or object, no mere where.
    is_theme: bool = False
    #: How much the sentence is about it (`topics`).
    standing: float = PLAIN


@dataclass(frozen=True, slots=True)
class Theatre:
    """A country's code, or where none is known a place's name, and the one place in it that most was told of."""

    code: str
    spot: PlaceMention | None


def playing(told: Iterable[Told], now: int, actors: Collection[str], prior: dict[str, float]) -> Theatre | None:
    """Where a fact of these actors plays; None where nothing or too much speaks.

    Args:
        told: places of the sentences before.
        now: number of the sentence that names none.
        prior: what speaks for countries besides.
    """
    told = list(told)
    countries = dict(prior)
    spots: dict[tuple[str, str], float] = {}
    newest: dict[tuple[str, str], PlaceMention] = {}
    for t in told:
        place = t.mention.place
        code = place.country_code or (t.mention.container.place.country_code if t.mention.container else None)
        is_own = bool(t.actors & set(actors))
        share = _OWN if is_own else _OTHER if t.actors else _NAMED * t.weight
        weight = share * _FADE ** (now - t.sentence)
        if code in actors and not is_own:
            continue
        key = (code or place.name, place.name)
        countries[key[0]] = countries.get(key[0], 0.0) + weight
        spots[key] = spots.get(key, 0.0) + share * _SPOT_FADE ** (now - t.sentence)
        newest[key] = t.mention
    if not countries:
        return None
    best = max(countries, key=lambda c: (countries[c], c))
    is_bare = not any(t.actors for t in told) and countries[best] - prior.get(best, 0.0) >= _LEAST_NAMED
    if countries[best] < max(0.0 if is_bare else _LEAST, _COUNTRY * sum(countries.values())):
        return None
    within = {k: w for k, w in spots.items() if k[0] == best}
    top = max(within, key=lambda k: (within[k], k), default=None)
    spot = newest[top] if top is not None and within[top] >= _SPOT * sum(within.values()) else None
    return Theatre(best, spot)
