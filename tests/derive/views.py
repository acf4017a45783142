"""One sentence as the engine views it: names, counts and times found in it."""

from __future__ import annotations

from datetime import date

from posture.derive.extract.clauses import View
from posture.derive.extract.facts.frames import read
from posture.derive.extract.facts.triggers import find_triggers
from posture.derive.extract.geography.spot import Spotter
from posture.derive.extract.language.text import sentences
from posture.derive.extract.language.vocabulary import vocabulary
from posture.derive.extract.mentions import Spotted
from posture.derive.extract.quantity.quantities import quantities
from posture.derive.extract.reading import Reading
from posture.derive.extract.timing.times import times


def spot(text: str, countries: dict[str, float] | None = None) -> Spotted:
    """What the first sentence of a text names; `countries`: share of each country in the article."""
    _, found = sentences(text)
    return Spotter(text, vocabulary(), countries or {}).spot(found[0])


def view(text: str, published: date | None = None, is_military: bool = False) -> View:
    _, found = sentences(text)
    sentence, spotted = found[0], spot(text)
    people = frozenset(f.last for f in spotted.forces if f.noun == "people")
    counts = quantities(sentence.tokens, vocabulary(), people)
    when = times(text, sentence.start, sentence.end, published)
    return View(sentence, 0, spotted, counts, when, vocabulary(), is_military)


def readings(text: str, is_military: bool = False) -> tuple[list[Reading], list[str]]:
    """Frames whose needs are met, and for the others "<frame>: <what is missing>"."""
    seen, met, lacking = view(text, is_military=is_military), [], []
    for first, last, trigger in find_triggers(seen):
        reading, missing = read(seen, first, last, trigger)
        if reading is None:
            lacking.append(f"{seen.vocabulary.frames[trigger.frame]['code']}: {missing}")
        else:
            met.append(reading)
    return met, lacking


def words(seen: View, start: int, end: int) -> str:
    return " ".join(t.text for t in seen.toks[start:end])
