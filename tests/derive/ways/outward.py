"""Leavings as plain prose has them: numbers without a noun, home by its town, gone, aboard, keys handed over."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force, Place, abroad
from .departures import AHEAD, EXACT, PAST
from .leaving import Either
from .making import Case, pick

#: A town of each state.
HOMES = {
    "KEN": "Eldoret", "NLD": "Eindhoven", "CAN": "Halifax", "TUR": "Iskenderun", "VNM": "Haiphong", "ZAF": "Durban",
    "PAK": "Lahore", "ARG": "Rosario", "AUS": "Townsville", "FRA": "Toulon", "POL": "Krakow", "SEN": "Dakar",
    "JPN": "Yokosuka", "USA": "Norfolk", "RUS": "Murmansk", "ETH": "Addis Ababa", "IDN": "Surabaya", "COL": "Cartagena",
}  # fmt: skip
#: What stands before, from which the place is known: text, type stated ("" for none), its place's slot, whether {n}.
_BEFORE = {
    "contingent": ("{A} sent a battalion to {p} in 2019.", "deployment", "destination"),
    "presence": ("{Dem} soldiers have been stationed in {p} since 2019.", "presence", "place"),
    "drew": ("The {d} contingent in {p} has drawn much criticism.", "", ""),
    "mission": ("{Dem} troops in {p} have had a hard year.", "", ""),
}
#: Subjects of which the number is the head: words, whether they stand alone (no sentence before is needed).
_BARE = {
    "state's": ("{St}'s {n}", False), "the n": ("The {n} {dp}", False), "who served": ("The {n} who served there", False),
    "in p": ("The {n} {dp} in {p}", False), "last": ("The last {n}", False), "remaining": ("The remaining {n}", False),
    "of them": ("{N} of them", False), "all": ("All {n}", False), "first": ("The first {n}", False),
    "soldiers": ("The {n} soldiers", False), "another": ("Another {n}", False), "state's or so": ("{St}'s {n} or so", False),
    "a further": ("A further {n}", False), "who were based": ("The {n} who were based in {p}", False),
    "state's in p": ("{St}'s {n} in {p}", False), "nearly all of": ("{N} of the soldiers", False),
}  # fmt: skip
_GOES = {
    "left": ("left {t}", "completed", "past"), "have left": ("have since left", "completed", ""),
    "went home": ("went home {t}", "completed", "past"), "flew home": ("flew home {t}", "completed", "past"),
    "were flown": ("were flown to {home} {t}", "completed", "past"), "returned": ("returned {t}", "completed", "past"),
    "pulled out": ("pulled out {t}", "completed", "past"), "are to leave": ("are to leave {t}", "planned", "ahead"),
    "will go home": ("will go home {t}", "planned", "ahead"), "will be home": ("will be home {t}", "planned", "ahead"),
    "will be back": ("will be back {t}", "planned", "ahead"), "will be gone": ("will be gone {t}", "planned", "ahead"),
    "are back": ("are back in {home}", "completed", ""), "home already": ("are already home", "completed", ""),
    "were withdrawn": ("were withdrawn {t}", "completed", "past"), "gone": ("are gone", "completed", ""),
    "brought back": ("were brought back {t}", "completed", "past"), "are leaving": ("are leaving", "ongoing", ""),
    "back since": ("have been back in {home} since May", "completed", ""),
    "could leave": ("could leave {t}", "considered", "ahead"), "will not": ("will not leave", "denied", ""),
}  # fmt: skip
#: States that take out a number without a noun.
_TAKES = {
    "bring home its": ("{A} will bring home its {n} {t}.", "planned", "ahead"),
    "withdrew its": ("{A} withdrew its {n} {t}.", "completed", "past"),
    "pull out all": ("{A} plans to pull out all {n} {t}.", "planned", "ahead"),
    "flew its": ("{A} flew its remaining {n} home {t}.", "completed", "past"),
    "recalled": ("{A} has recalled its {n}.", "completed", ""),
    "may bring": ("{A} may bring home its {n}.", "considered", ""),
    "taking": ("{A} is taking its last {n} home.", "ongoing", ""),
    "denied": ("{A} denied that its {n} would be leaving.", "denied", ""),
    "theirs": ("{A} pulled its own {n} out {t}.", "completed", "past"),
}
_SUBJECTS = {
    "the contingent": ("The {d} contingent in {p}", False, None), "n soldiers": ("{N} {d} soldiers in {p}", True, "n"),
    "battalion": ("The {d} battalion at {p}", False, None), "last n": ("The last {n} {d} soldiers in {p}", True, "n"),
}  # fmt: skip
#: Where they are now, or will be: it tells that they left {p}.
_BACK = {
    "back in": ("{be} already back in {home}", "completed", ""), "back in state": ("{be} back in {st}", "completed", ""),
    "home again": ("{be} home again", "completed", ""), "will be back": ("will be back in {st} {t}", "planned", "ahead"),
    "would be home": ("would be home {t}, the minister said", "planned", "ahead"), "gone": ("{be} gone", "completed", ""),
    "should be home": ("should be home {t}", "considered", "ahead"), "on way": ("{be} on {its} way home", "ongoing", ""),
    "have been back": ("{have} been back in {st} since March", "completed", ""),
    "sailed": ("sailed for {home} {t}", "completed", "past"), "flew to": ("flew to {home} {t}", "completed", "past"),
    "set off": ("set off for {home} {t}", "completed", "past"), "left for": ("left for {home} {t}", "completed", "past"),
    "landed": ("landed in {home} {t}", "completed", "past"), "by sea": ("went by sea to {home} {t}", "completed", "past"),
    "arrived home": ("arrived home in {home} {t}", "completed", "past"), "embarked": ("embarked for {home} {t}", "completed", "past"),
    "marched back": ("marched back across the border {t}", "completed", "past"),
    "heading": ("{be} heading for {home}", "ongoing", ""), "sail": ("will sail for {st} {t}", "planned", "ahead"),
    "returned to": ("returned to {home} {t}", "completed", "past"), "reached": ("reached {home} {t}", "completed", "past"),
}  # fmt: skip
#: They go aboard, or out of a place, by words of manner.
_MANNER = {
    "boarded": ("{N} {d} soldiers boarded two aircraft in {p} {t}.", "completed", "past", "n"),
    "boarding": ("{A} ended its mission in {p} {t}, its last {n} soldiers boarding three planes.", "completed", "past", "n+end"),
    "rolled out": ("The last {d} army convoys rolled out of {p} {t}.", "completed", "past", ""),
    "streamed": ("In the night {n} {d} soldiers streamed out of {p}.", "completed", "", "n"),
    "slipped": ("The {d} garrison slipped out of {p} {t}.", "completed", "past", ""),
    "drove out": ("{N} {d} soldiers drove out of {p} {t}.", "completed", "past", "n"),
    "filed": ("The last {n} {d} soldiers filed out of {p} {t}.", "completed", "past", "n"),
    "marched": ("A column of {n} {d} soldiers marched out of {p} {t}.", "completed", "past", "n"),
    "trickled": ("{Dem} soldiers have been trickling out of {p} since May.", "ongoing", "", ""),
    "crossed": ("The last {d} detachment crossed from {p} into the neighbouring country {t}.", "completed", "past", ""),
    "ordered out": ("All {d} troops have been ordered out of {p}.", "planned", "", ""),
    "told to": ("The generals told {d} troops to leave {p}.", Either("considered", "planned"), "", ""),
    "took out": ("{A} took {n} soldiers and their vehicles out of {p} {t}.", "completed", "past", "n"),
    "gave up": ("The {d} army gave up {p} {t}.", "completed", "past", ""),
    "bused": ("{N} {d} soldiers were bused out of {p} {t}.", "completed", "past", "n"),
    "airlifted": ("{N} {d} soldiers were lifted out of {p} by helicopter {t}.", "completed", "past", "n"),
    "fled": ("The {d} garrison fled {p} {t}.", "completed", "past", ""),
    "turned back": ("The {d} convoy left {p} at dawn and drove all night.", "completed", "", ""),
    "wound up": ("{A} wound up its deployment in {p} {t}.", "completed", "past", ""),
    "last out": ("With them the last {d} brigade is out of {p}.", "completed", "", ""),
    "emptied": ("The {d} army's positions in {p} were vacated {t}.", "completed", "past", ""),
    "not vacated": ("The governor complained that {d} troops had not left {p}.", "denied", "", ""),
    "none left": ("Not a single {d} soldier has left {p}.", "denied", "", ""),
    "withdrawn from": ("All of {St}'s roughly {n} soldiers will have left {p} {t}.", "planned", "ahead", "~n"),
    "called back": ("{A} has already called back its contingent from {p}.", "completed", "", ""),
}  # fmt: skip
_SENT = {
    "sent": ("The {n} soldiers {a} sent to {p} in 2019 have all left.", "completed"),
    "who were sent": ("The {n} {d} soldiers who were sent to {p} in 2019 have gone home.", "completed"),
    "deployed": ("The {n} {d} troops deployed to {p} in 2019 will be withdrawn by September.", "planned"),
    "rushed": ("All {n} soldiers that {a} rushed to {p} in 2019 are back home.", "completed"),
    "which": ("The {d} battalion, which arrived in {p} in 2019, left on Tuesday.", "completed"),
    "after": ("The {d} contingent left {p} on Tuesday, six years after it had arrived.", "completed"),
}
_KEYS = {
    "keys": ("The {d} commander handed the keys of the base at {c} to the {h} chief of staff {t}."),
    "keys to": ("{Dem} army officers handed over the keys to the camp in {c} {t}."),
    "flag": ("{Dem} soldiers lowered the flag at the camp in {c} {t} and handed it to the {h} army."),
    "camp name": ("{A} handed Camp Mercure in {c} to the {h} army {t}."),
    "turned over": ("{A} turned its airfield at {c} over to {h} forces {t}."),
    "passed": ("The {d} base in {c} passed into {h} hands {t}."),
    "given back": ("The {d} army has given the barracks in {c} back to the {h} authorities."),
    "in working order": ("The {d} drone base at {c} was returned in working order {t}."),
    "left to": ("{Dem} troops left their base in {c} to the {h} army {t}."),
    "signed over": ("{A} signed the army camp at {c} over to the {h} state {t}."),
}
_HOSTS = (
    ("Bamako", "Malian"),
    ("Bangui", "Central African"),
    ("Herat", "Afghan"),
    ("Basra", "Iraqi"),
    ("Beira", "Mozambican"),
)


def _cap(words: str) -> str:
    return words[0].upper() + words[1:]


def _fills(rng: random.Random, force: Force, place: Place) -> dict[str, str]:
    words, n = rng.choice([e for e in EXACT if e[1] > 60])
    st = force.state
    is_plain = force.demonym[-1] in "hse." or force.demonym == "Vietnamese"
    return {
        "A": _cap(force.agent), "a": force.agent, "d": force.demonym, "Dem": _cap(force.demonym), "p": place.words,
        "n": words, "N": _cap(words), "st": st, "St": _cap(st), "home": HOMES[force.code], "#": str(n),
        "dp": f"{force.demonym} soldiers" if is_plain else f"{force.demonym}s",
    }  # fmt: skip


def _time(rng: random.Random, at: str, frame: str) -> tuple[str, tuple[str, str] | None]:
    t = rng.choice(PAST if at == "past" else AHEAD)
    is_open = frame.rstrip(".").endswith("{t}")
    return (t.words.rstrip(",") if is_open else t.words), (t.days if at and "{t}" in frame else None)


def _count(fills: dict[str, str], qualifier: str = "exact") -> tuple[int, int, str, str]:
    return (int(fills["#"]), int(fills["#"]), qualifier, "personnel")


def _bare(rng: random.Random, force: Force, place: Place) -> Case:
    fills = _fills(rng, force, place)
    who, (subject, alone) = pick(rng, _BARE)
    way, (goes, status, at) = pick(rng, _GOES)
    before, (text, kind, slot) = pick(rng, _BEFORE)
    t, days = _time(rng, at, goes)
    fact: dict[str, Any] = {
        "type": Either("withdrawal", "relocation"),
        "actors": {force.code},
        "origin": place.key,
        "status": status,
    }
    qualifier = "about" if "or so" in subject else "exact"
    fact["n"] = _count(fills, qualifier)
    if days is not None and status != "denied":
        fact["dates"] = days
    wanted = [fact]
    first = "" if alone else text.format(**fills) + " "
    if first and kind:
        wanted.insert(0, {"type": kind, "actors": {force.code}, slot: place.key})
    if status == "denied":
        del fact["n"]
    said = f"{first}{subject.format(**fills)} {goes.format(t=t, **fills)}."
    return Case(said, wanted, {"kind": "bare", "who": who, "way": way, "before": before if first else "none"})


def _taking(rng: random.Random, force: Force, place: Place) -> Case:
    fills = _fills(rng, force, place)
    way, (frame, status, at) = pick(rng, _TAKES)
    before, (text, kind, slot) = pick(rng, _BEFORE)
    t, days = _time(rng, at, frame)
    fact: dict[str, Any] = {"type": "withdrawal", "actors": {force.code}, "origin": place.key, "status": status}
    if status != "denied":
        fact["n"] = _count(fills)
    if days is not None:
        fact["dates"] = days
    wanted = [fact]
    if kind:
        wanted.insert(0, {"type": kind, "actors": {force.code}, slot: place.key})
    said = text.format(**fills) + " " + frame.format(t=t, **fills)
    return Case(said, wanted, {"kind": "taking", "way": way, "before": before})


def _back(rng: random.Random, force: Force, place: Place) -> Case:
    fills = _fills(rng, force, place)
    who, (subject, plural, count) = pick(rng, _SUBJECTS)
    way, (goes, status, at) = pick(rng, _BACK)
    t, days = _time(rng, at, goes if "minister" not in goes else "{t}.")
    fills |= {"be": "are" if plural else "is", "have": "have" if plural else "has", "its": "their" if plural else "its"}
    fact: dict[str, Any] = {
        "type": Either("withdrawal", "relocation"),
        "actors": {force.code},
        "origin": place.key,
        "status": status,
    }
    if count:
        fact["n"] = _count(fills)
    if days is not None:
        fact["dates"] = days
    said = f"{subject.format(**fills)} {goes.format(t=t, **fills)}."
    return Case(said, [fact], {"kind": "back", "who": who, "way": way})


def _mannered(rng: random.Random, force: Force, place: Place) -> Case:
    fills = _fills(rng, force, place)
    way, (frame, status, at, has) = pick(rng, _MANNER)
    t, days = _time(rng, at, frame)
    fact: dict[str, Any] = {
        "type": Either("withdrawal", "relocation"),
        "actors": {force.code},
        "origin": place.key,
        "status": status,
    }
    if "n" in has:
        fact["n"] = _count(fills, "about" if "~" in has else "exact")
    if days is not None:
        fact["dates"] = days
    wanted = [fact]
    if "end" in has:
        wanted.append({"type": "mission_end", "place": place.key})
    return Case(
        frame.format(t=t.rstrip(",") if "{t}," in frame else t, **fills), wanted, {"kind": "manner", "way": way}
    )


def _sent(rng: random.Random, force: Force, place: Place) -> Case:
    fills = _fills(rng, force, place)
    way, (frame, status) = pick(rng, _SENT)
    who = {"actors": {force.code}}
    left: dict[str, Any] = who | {"type": "withdrawal", "origin": place.key, "status": status}
    wanted = [left] if way == "after" else [left, who | {"type": "deployment", "destination": place.key}]
    if "{n}" in frame:
        left["n"] = _count(fills)
    return Case(frame.format(**fills), wanted, {"kind": "sent", "way": way})


def _keys(rng: random.Random, force: Force, place: Place) -> Case:
    town, host = rng.choice(_HOSTS)
    fills = _fills(rng, force, place) | {"c": town, "h": host}
    way, frame = pick(rng, _KEYS)
    t, days = _time(rng, "past", frame)
    place_key = "Mercure" if "Mercure" in frame else town
    fact: dict[str, Any] = {"type": "base_handover", "actors": {force.code}, "place": place_key, "status": "completed"}
    if days is not None:
        fact["dates"] = days
    return Case(frame.format(t=t, **fills), [fact], {"kind": "keys", "way": way, "town": town})


def case(rng: random.Random) -> Case:
    """One leaving, alone or behind a sentence from which its place is known."""
    force = rng.choice(FORCES)
    make = rng.choice((_bare, _bare, _taking, _back, _mannered, _mannered, _sent, _keys))
    return make(rng, force, abroad(rng, force))
