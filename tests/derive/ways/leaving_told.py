"""Leavings told over several sentences: who or where stands in the one before; told again, or another beside it."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force, Place, abroad
from .departures import AHEAD, EXACT, PAST
from .making import Case, pick

Fact = dict[str, Any]

#: What opens: a text, the type that it states ("" for none) and the slot of its place; {n} is the count.
_BEFORE: dict[str, tuple[str, str, str]] = {
    "has": ("{A} has {n} soldiers in {p}.", "strength", "place"),
    "sent": ("{A} sent {n} soldiers to {p} in 2019.", "deployment", "destination"),
    "numbers": ("The {d} contingent in {p} numbers {n}.", "strength", "place"),
    "stationed": ("Some time ago {n} {d} soldiers were stationed in {p}.", "strength", "place"),
    "arrived": ("In 2021 {n} {d} troops arrived in {p}.", "deployment", "destination"),
    "deployed": ("{N} {d} soldiers have been deployed in {p} since 2020.", "strength", "place"),
}
#: What follows of those: status, time ("past", "ahead", ""), how many (None: all, not compared).
_AFTER: dict[str, tuple[str, str, str, int | None]] = {
    "they left": ("They left {t}.", "completed", "past", None),
    "were withdrawn": ("They were withdrawn {t}.", "completed", "past", None),
    "have been brought": ("They have since been brought home.", "completed", "", None),
    "contingent returned": ("The contingent returned home {t}.", "completed", "past", None),
    "all pulled out": ("All of them pulled out {t}.", "completed", "past", None),
    "withdrew them": ("{A} withdrew them {t}.", "completed", "past", None),
    "withdrawal completed": ("Their withdrawal was completed {t}.", "completed", "past", None),
    "will leave": ("They will leave {t}.", "planned", "ahead", None),
    "due out": ("They are due to leave {t}.", "planned", "ahead", None),
    "to be withdrawn": ("The troops are to be withdrawn {t}.", "planned", "ahead", None),
    "bring home": ("The government plans to bring them home {t}.", "planned", "ahead", None),
    "departure": ("Their departure is planned for October.", "planned", "", None),
    "forty left": ("Forty of them left {t}.", "completed", "past", 40),
    "first forty": ("The first 40 went home {t}.", "completed", "past", 40),
    "forty will": ("Forty will leave {t}.", "planned", "ahead", 40),
    "half": ("Half of them went home {t}.", "completed", "past", None),
    "leaving": ("They are now leaving.", "ongoing", "", None),
    "begun": ("The contingent has begun to pull out.", "ongoing", "", None),
    "may": ("They may be withdrawn {t}, officials say.", "considered", "ahead", None),
    "denied": ("The ministry denied that they would be withdrawn.", "denied", "", None),
    "no plans": ("There are no plans to withdraw them.", "denied", "", None),
    "from there": ("{A} withdrew them from there {t}.", "completed", "past", None),
    "last of them": ("The last of them flew home {t}.", "completed", "past", None),
    "left the place": ("They left the {kind} {t}.", "completed", "past", None),
}
#: What is no further fact.
_FILLS = (
    "The talks lasted two days.", "No further details were given.", "The road was quiet on Wednesday.",
    "The step drew criticism in parliament.", "It has rained for weeks.",
)  # fmt: skip
#: Headline, lead and details of one withdrawal; {n} soldiers.
_HEADS = (
    "{D} troops leave {p}",
    "{D} troops pull out of {p}",
    "{st} withdraws from {p}",
    "{st} brings {n} troops home from {p}",
)
_LEADS = (
    "{N} {d} soldiers have left {p}, the defence ministry said on Tuesday.",
    "{st} has withdrawn {n} soldiers from {p}, the government said on Tuesday.",
    "The army said on Tuesday that {n} {d} soldiers had been pulled out of {p}.",
    "{st} completed the withdrawal of {n} soldiers from {p}, officials said.",
)  # fmt: skip
_DETAILS = (
    "The soldiers were flown home aboard three transport planes.", "The withdrawal had been announced in parliament.",
    "The pull-out took three weeks.", "The minister called the withdrawal a success.", "They took all of their equipment with them.",
    "The troops left in a long convoy.", "\"Our soldiers have done their duty,\" the minister said.",
)  # fmt: skip
_OTHERS = (
    ("Another 120 soldiers will leave in October.", {"type": "withdrawal", "n": (120, 120, "exact", "personnel"), "status": "planned"}),
    ("A further 120 are due home by September.", {"type": "withdrawal", "n": (120, 120, "exact", "personnel"), "status": "planned"}),
    ("The remaining 120 soldiers will stay until next year.", {"type": "strength", "n": (120, 120, "exact", "personnel")}),
    ("The soldiers had arrived there in 2019.", {"type": "deployment", "status": "completed"}),
    ("", {}),
)  # fmt: skip
_KINDS = {"country": "country", "city": "city", "province": "province", "part": "region", "site": "base"}
_SLOT = {"withdrawal": "origin", "deployment": "destination", "strength": "place"}


def _followed(rng: random.Random, force: Force, place: Place) -> Case:
    """What one sentence sets the next one tells of."""
    words, n = rng.choice([e for e in EXACT if e[1] > 100])
    before, (first, kind, slot) = pick(rng, _BEFORE)
    after, (second, status, at, count) = pick(rng, _AFTER)
    t = rng.choice(PAST if at == "past" else AHEAD)
    fills = {"A": _cap(force.agent), "p": place.words, "n": words, "N": _cap(words), "d": force.demonym}
    fills |= {"t": t.words.rstrip(","), "kind": _KINDS[place.kind]}
    who = {"actors": {force.code}}
    told: Fact = who | {"type": kind, slot: place.key, "n": (n, n, "exact", "personnel")}
    left: Fact = who | {"type": "withdrawal", "origin": place.key, "status": status}
    if count:
        left["n"] = (count, count, "exact", "personnel")
    if at and t.days is not None and status != "ongoing" and "in 20" not in first.lower():
        left["dates"] = t.days
    middle = rng.choice(("", "", rng.choice(_FILLS) + " "))
    text = first.format(**fills) + " " + middle + second.format(**fills)
    return Case(text, [told, left], {"before": before, "after": after, "place": place.kind, "middle": middle or "none"})


def _article(rng: random.Random, force: Force, place: Place) -> Case:
    """A headline, its lead, what goes on about the same, and perhaps another fact."""
    words, n = rng.choice([e for e in EXACT if e[1] > 200])
    fills = {"D": _cap(force.demonym), "d": force.demonym, "p": place.words, "n": words, "N": _cap(words)}
    fills["st"] = _cap(force.state)
    head, lead, detail = rng.choice(_HEADS), rng.choice(_LEADS), rng.choice(_DETAILS)
    other, fact = rng.choice(_OTHERS)
    text = f"{head}\n\n{lead} {detail}\n\n{other or rng.choice(_FILLS)}".format(**fills)
    who = {"actors": {force.code}}
    wanted: list[Fact] = [who | {"type": "withdrawal", "origin": place.key, "n": (n, n, "exact", "personnel")}]
    if fact:
        wanted.append(who | {_SLOT[fact["type"]]: place.key} | fact)
    return Case(text, wanted, {"head": head, "lead": lead, "detail": detail, "other": other, "place": place.kind})


def _cap(words: str) -> str:
    return words[0].upper() + words[1:]


def case(rng: random.Random) -> Case:
    """A few sentences about one force at one place."""
    force = rng.choice(FORCES)
    make = rng.choice((_followed, _followed, _article))
    return make(rng, force, abroad(rng, force))
