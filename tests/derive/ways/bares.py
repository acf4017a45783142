"""Numbers without a noun: "about 300 are there now", where whose they are and where was told a sentence before."""

from __future__ import annotations

import random
import re

from .cast import FORCES, abroad
from .counts import at, upper
from .making import Case, pick

#: A number's words, bounds, qualifier; "{x} more" and "another {x}" take the plain ones.
AMOUNTS: tuple[tuple[str, int | None, int | None, str], ...] = (
    ("300", 300, 300, "exact"),
    ("1,200", 1200, 1200, "exact"),
    ("forty-two", 42, 42, "exact"),
    ("about 650", 650, 650, "about"),
    ("some 2,000", 2000, 2000, "about"),
    ("nearly 5,000", 5000, 5000, "about"),
    ("roughly 240", 240, 240, "about"),
    ("at least 150", 150, None, "at_least"),
    ("more than 400", 400, None, "at_least"),
    ("over 1,100", 1100, None, "at_least"),
    ("hundreds", 100, None, "at_least"),
    ("fewer than 900", None, 900, "at_most"),
    ("up to 1,800", None, 1800, "at_most"),
    ("between 200 and 250", 200, 250, "range"),
    ("1,500 to 2,000", 1500, 2000, "range"),
)
_PLAIN = 7
#: Who and where, told before; none of it is a fact but the last one's.
LEADS = {
    "how many": "The minister would not say how many {D} soldiers are {P}.",
    "little": "Little has been published about the {D} soldiers {P}.",
    "dispute": "The {D} soldiers {P} have become a matter of dispute.",
    "mission": "{S}'s military mission {P} was debated for six hours on Tuesday.",
    "feelings": "Not everybody {P} likes the {D} troops.",
    "sent": "{A} first sent soldiers to {W} in 2013.",
}
#: The sentence with the number: {b} any amount, {m} a plain one, {T} pointing to the place; type, status, dates.
FOLLOWS: dict[str, tuple[str, str, str, tuple[str, str] | None]] = {
    "are there": ("{b} are there now.", "strength", "in_effect", None),
    "still": ("{b} are still there.", "strength", "in_effect", None),
    "at present": ("At present {b} are there.", "strength", "in_effect", None),
    "moment": ("For the moment {b} are {T}.", "strength", "in_effect", None),
    "remain": ("{b} remain {T}, a spokesman said.", "strength", "in_effect", None),
    "there are": ("There are {b} now.", "strength", "in_effect", None),
    "there are at": ("There are {b} {T}, the ministry says.", "strength", "in_effect", None),
    "were in 2018": ("In 2018 there were {b}.", "strength", "in_effect", ("2018-01-01", "2018-12-31")),
    "were during": ("{b} were {T} during the election of 2018.", "strength", "in_effect", None),
    "years ago": ("Five years ago there were {b}.", "strength", "in_effect", None),
    "when began": ("When the war began there were {b} {T}.", "strength", "in_effect", None),
    "only": ("Only {m} are {T} today, an officer said.", "strength", "in_effect", None),
    "thought": ("There are thought to be {b}.", "strength", "in_effect", None),
    "thought at": ("{b} are thought to be {T}.", "strength", "in_effect", None),
    "believed": ("There are believed to be {b} {T}.", "strength", "in_effect", None),
    "number": ("They number {b}.", "strength", "in_effect", None),
    "figure": ("Officials put the figure at {b}.", "strength", "in_effect", None),
    "number put": ("Their number is put at {b}.", "strength", "in_effect", None),
    "has": ("It now has {b} {T}.", "strength", "in_effect", None),
    "had": ("In 2018 it had {b} {T}.", "strength", "in_effect", ("2018-01-01", "2018-12-31")),
    "based": ("{b} are based {T}, according to a report to parliament.", "strength", "in_effect", None),
    "serve": ("{b} serve {T}, most of them engineers.", "strength", "in_effect", None),
    "stay": ("{m} are to stay until 2027.", "strength", "planned", None),
    "will remain": ("{m} will remain {T} after the summer.", "strength", "planned", None),
    "expected": ("Another {m} are expected in July.", "deployment", "considered", ("2025-07-01", "2025-07-31")),
    "flown": ("A further {m} are to be flown in before the election.", "deployment", "planned", None),
    "to arrive": ("{m} more are to arrive in July.", "reinforcement", "planned", ("2025-07-01", "2025-07-31")),
    "arrived": ("{m} more arrived in May.", "reinforcement", "completed", ("2025-05-01", "2025-05-31")),
    "followed": ("{m} more followed in March.", "deployment", "completed", ("2025-03-01", "2025-03-31")),
    "joined": ("They were joined by another {m} in March.", "reinforcement", "completed", ("2025-03-01", "2025-03-31")),
    "have left": ("{b} have since left.", "withdrawal", "completed", None),
    "home": ("{b} went home in April.", "withdrawal", "completed", ("2025-04-01", "2025-04-30")),
    "flown home": ("{b} were flown home in April.", "withdrawal", "completed", ("2025-04-01", "2025-04-30")),
    "will leave": ("{b} will leave in July.", "withdrawal", "planned", ("2025-07-01", "2025-07-31")),
    "to return": ("{b} are to return in July.", "withdrawal", "planned", ("2025-07-01", "2025-07-31")),
}
#: Texts of two theatres.
TWO = {
    "in in": "Estimates of how many {D} soldiers are abroad differ. In {W} there are thought to be {b}, in {V} {c}.",
    "semicolon": "Nobody knows how many {D} soldiers are abroad. In {W} there are {b}; in {V}, {c}.",
    "fronted": "{S} does not publish the strength of its contingents. In {W} {b} are based, in {V} {c}.",
    "are in": "{S} does not say where its soldiers serve. {b} are known to be in {W} and {c} in {V}.",
    "has": "{S} does not say where its soldiers serve. It is known to have {b} in {W} and {c} in {V}.",
}
_POINTS = {"country": "in the country", "city": "in the town", "province": "in the region", "part": "in the region",
           "site": "at the base"}  # fmt: skip


def _slot(amount: tuple[str, int | None, int | None, str]) -> tuple[int | None, int | None, str, str]:
    return (amount[1], amount[2], amount[3], "personnel")


def case(rng: random.Random) -> Case:
    """One text."""
    force = rng.choice(FORCES)
    place = abroad(rng, force)
    any_of, plain = rng.choice(AMOUNTS), rng.choice(AMOUNTS[:_PLAIN])
    names = {"D": force.demonym, "P": at(place), "W": place.words, "S": force.state, "A": force.agent}
    if rng.random() < 0.12:
        name, frame = pick(rng, TWO)
        other = abroad(rng, force)
        while place.kind == "site" or other.kind == "site" or other.country == place.country:
            place, other = abroad(rng, force), abroad(rng, force)
        names |= {"W": place.words, "V": other.words, "b": any_of[0], "c": plain[0]}
        common = {"type": "strength", "actors": {force.code}, "status": "in_effect"}
        wanted = [{**common, "place": p.key, "n": _slot(c)} for p, c in ((place, any_of), (other, plain))]
        parts = {"two": name, "number": any_of[0], "second": plain[0], "place": place.words}
        return Case(_capitals(frame.format(**names)), wanted, parts)
    lead, before = pick(rng, LEADS)
    while place.kind == "site" and lead == "feelings":
        lead, before = pick(rng, LEADS)
    name, (frame, type_code, status, dates) = pick(rng, FOLLOWS)
    amount = (
        rng.choice(AMOUNTS[:3])
        if "other {m}" in frame or "further {m}" in frame
        else plain
        if "{m}" in frame
        else any_of
    )
    names |= {"b": amount[0], "m": amount[0], "T": rng.choice(("there", _POINTS[place.kind]))}
    slot = {"deployment": "destination", "reinforcement": "destination", "withdrawal": "origin"}.get(type_code, "place")
    fact = {
        "type": type_code, "actors": {force.code}, "status": status, slot: place.key, "n": _slot(amount),
        **({"dates": dates} if dates else {}),
    }  # fmt: skip
    wanted = [fact]
    if lead == "sent":
        sent = {"type": "deployment", "actors": {force.code}, "destination": place.key}
        wanted = [{**sent, "dates": ("2013-01-01", "2013-12-31")}, fact]
    parts = {"lead": lead, "follow": name, "number": amount[0], "place": place.words, "force": force.agent}
    return Case(_capitals(f"{before} {frame}".format(**names)), wanted, parts | {"points": names["T"]})


def _capitals(text: str) -> str:
    return " ".join(upper(s) for s in re.split(r"(?<=[a-z0-9][.]) ", text))
