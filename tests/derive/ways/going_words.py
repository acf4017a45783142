"""Ways of going and what goes: verbs and nouns with their forms, troops, ships and aircraft, places and days."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .cast import FORCES, NUMBERS, PLACES, Force, Place

Count = tuple[int | None, int | None, str, str]

#: Forces that are no state's.
GROUPS = (
    Force("Hezbollah", "Hezbollah fighters", "Hezbollah", "HEZBOLLAH", "Hezbollah"),
    Force("the Wagner group", "Wagner fighters", "Wagner", "WAGNER", "Wagner"),
)
MORE_PLACES = (
    Place("Haiti", "Haiti", "HTI", "country"),
    Place("Bosnia", "Bosnia", "BIH", "country"),
    Place("Port-au-Prince", "Port-au-Prince", "HTI", "city"),
    Place("Juba", "Juba", "SSD", "city"),
    Place("the town of Kidal", "Kidal", "MLI", "city"),
    Place("Goma, in eastern Congo", "Goma", "COD", "city"),
    Place("Kabul airport", "Kabul", "AFG", "site"),
    Place("an air base near Constanta in Romania", "Constanta", "ROU", "site"),
    Place("the island of Socotra", "Socotra", "YEM", "island"),
    Place("the Somali capital Mogadishu", "Mogadishu", "SOM", "city"),
    Place("southern Lebanon", "southern Lebanon", "LBN", "part"),
    Place("Kosovo's north", "Kosovo", "XKX", "part"),
)
SEAS = (
    Place("the Gulf of Aden", "Gulf of Aden", "", "sea"),
    Place("the Black Sea", "Black Sea", "", "sea"),
    Place("the port of Mombasa", "Mombasa", "KEN", "site"),
    Place("Tartus", "Tartus", "SYR", "city"),
    Place("Djibouti", "Djibouti", "DJI", "country"),
    Place("the eastern Mediterranean", "eastern Mediterranean", "", "sea"),
)


@dataclass(frozen=True)
class Verb:
    """A verb's four forms with {f} for what goes and {p} for where ({i}: "in" or "at" before it); whom it suits."""

    past: str
    pp: str
    ing: str
    inf: str
    rest: str
    of: str = "any"


def _regular(stem: str, rest: str, of: str = "any") -> Verb:
    past = stem[:-1] + "ied" if stem.endswith("ry") else stem + ("d" if stem.endswith("e") else "ed")
    return Verb(past, past, (stem[:-1] if stem.endswith("e") else stem) + "ing", stem, rest, of)


#: By those who send.
SENDING = (
    _regular("deploy", "{f} to {p}"),
    _regular("deploy", "{f} {i} {p}"),
    Verb("sent", "sent", "sending", "send", "{f} to {p}"),
    Verb("sent", "sent", "sending", "send", "{f} into {p}", "land"),
    Verb("sent", "sent", "sending", "send", "to {p} {f}"),
    Verb("flew", "flown", "flying", "fly", "{f} to {p}", "men"),
    Verb("flew", "flown", "flying", "fly", "{f} into {p}", "men"),
    _regular("airlift", "{f} to {p}", "men"),
    Verb("dispatched", "dispatched", "dispatching", "dispatch", "{f} to {p}"),
    Verb("despatched", "despatched", "despatching", "despatch", "{f} to {p}"),
    Verb("shipped", "shipped", "shipping", "ship", "{f} to {p}", "men"),
    Verb("rushed", "rushed", "rushing", "rush", "{f} to {p}"),
    Verb("committed", "committed", "committing", "commit", "{f} to the mission in {p}", "men"),
    Verb("put", "put", "putting", "put", "{f} on the ground in {p}", "men"),
    _regular("move", "{f} into {p}", "land"),
    Verb("brought", "brought", "bringing", "bring", "{f} into {p}", "land"),
    _regular("land", "{f} {i} {p}", "men"),
    _regular("pour", "{f} into {p}", "men"),
    _regular("position", "{f} {i} {p}"),
    _regular("post", "{f} to {p}", "men"),
    _regular("assign", "{f} to the force in {p}", "men"),
    _regular("mobilise", "{f} to {p}", "men"),
    _regular("rotate", "{f} into {p}", "land"),
    _regular("ferry", "{f} to {p}", "men"),
    _regular("truck", "{f} to {p}", "men"),
    _regular("parachute", "{f} into {p}", "men"),
    Verb("threw", "thrown", "throwing", "throw", "{f} into {p}", "men"),
    _regular("draft", "{f} into {p}", "men"),
    _regular("mass", "{f} {i} {p}", "land"),
    Verb("flew", "flown", "flying", "fly", "in {f} to {p}", "men"),
    _regular("detach", "{f} to the mission in {p}", "men"),
)
_MISSIONS = ("commit", "position", "earmark", "detach", "mass")
#: Those of them that troops are said to have been.
SENT = tuple(v for v in SENDING if v.inf not in _MISSIONS and "{f} " in v.rest and v.rest[:2] != "in")
#: By those who go.
GOING = (
    _regular("arrive", "{i} {p}"),
    _regular("land", "{i} {p}", "land"),
    _regular("enter", "{p}", "land"),
    _regular("reach", "{p}"),
    _regular("deploy", "to {p}"),
    _regular("move", "into {p}", "land"),
    _regular("head", "to {p}"),
    _regular("head", "for {p}"),
    Verb("went", "gone", "going", "go", "to {p}"),
    Verb("left", "left", "leaving", "leave", "for {p}"),
    _regular("depart", "for {p}"),
    Verb("set out", "set out", "setting out", "set out", "for {p}"),
    Verb("set off", "set off", "setting off", "set off", "for {p}"),
    Verb("flew", "flown", "flying", "fly", "to {p}", "men"),
    Verb("flew", "flown", "flying", "fly", "into {p}", "men"),
    _regular("cross", "into {p}", "land"),
    _regular("roll", "into {p}", "land"),
    _regular("pour", "into {p}", "men"),
    _regular("march", "into {p}", "men"),
    _regular("stream", "into {p}", "men"),
    _regular("rumble", "into {p}", "land"),
    Verb("drove", "driven", "driving", "drive", "into {p}", "men"),
    Verb("came", "come", "coming", "come", "ashore {i} {p}", "men"),
    Verb("fanned", "fanned", "fanning", "fan", "out across {p}", "men"),
    Verb("took", "taken", "taking", "take", "off for {p}", "men"),
    _regular("embark", "for {p}", "men"),
    Verb("put", "put", "putting", "put", "into {p}", "port"),
    _regular("converge", "on {p}", "land"),
    Verb("made", "made", "making", "make", "for {p}", "ships"),
    Verb("took up", "taken up", "taking up", "take up", "positions {i} {p}", "land"),
    _regular("travel", "to {p}", "men"),
    Verb("came", "come", "coming", "come", "to {p}"),
    _regular("touch", "down {i} {p}", "men"),
    _regular("disembark", "{i} {p}", "men"),
    _regular("parachute", "into {p}", "men"),
    Verb("made", "made", "making", "make", "{their} way to {p}", "land"),
    _regular("join", "the peacekeeping mission in {p}", "men"),
    _regular("sail", "for {p}", "ships"),
    _regular("sail", "into {p}", "ships"),
    _regular("steam", "to {p}", "ships"),
    _regular("dock", "{i} {p}", "port"),
    Verb("set", "set", "setting", "set", "sail for {p}", "ships"),
)
#: Adding to what is there: the own contingent, base, presence.
ADDING = (
    _regular("reinforce", "{own} {i} {p} with {f}", "men"),
    _regular("strengthen", "{own} {i} {p} with {f}", "men"),
    _regular("bolster", "{own} {i} {p} with {f}", "men"),
    _regular("beef", "up {own} {i} {p} with {f}", "men"),
    _regular("add", "{f} to {own} {i} {p}", "men"),
    Verb("beefed", "beefed", "beefing", "beef", "up {own} {i} {p}", "bare"),
    _regular("reinforce", "{own} {i} {p}", "bare"),
    _regular("strengthen", "{own} {i} {p}", "bare"),
    Verb("sent", "sent", "sending", "send", "reinforcements to {own} {i} {p}", "bare"),
    _regular("rush", "reinforcements to {p}", "bare"),
    Verb("sent", "sent", "sending", "send", "in reinforcements to {p}", "bare"),
)
#: The act as a noun, of those who go; whom it suits.
NOUNS = (
    ("deployment of {f} to {p}", "any"),
    ("deployment of {f} {i} {p}", "any"),
    ("dispatch of {f} to {p}", "any"),
    ("sending of {f} to {p}", "any"),
    ("arrival of {f} {i} {p}", "any"),
    ("airlift of {f} to {p}", "men"),
    ("deployment to {p} of {f}", "any"),
    ("entry of {f} into {p}", "land"),
    ("transfer of {f} to {p}", "men"),
    ("posting of {f} to {p}", "men"),
    ("influx of {f} into {p}", "men"),
    ("transport of {f} to {p}", "men"),
)


@dataclass(frozen=True)
class Moved:
    """What goes, without and with its nation; its number; men, land (tanks, units), ships or planes; whether added."""

    bare: str
    named: str
    count: Count | None
    kind: str
    is_extra: bool = False


_MEN = ("troops", "soldiers", "marines", "paratroopers", "peacekeepers", "infantrymen", "special forces")
_THINGS: tuple[tuple[str, str, Count | None, str], ...] = (
    ("an armoured brigade", "a {d} armoured brigade", None, "land"),
    ("an infantry battalion", "a {d} infantry battalion", None, "land"),
    ("two infantry battalions", "two {d} infantry battalions", (2, 2, "exact", "units"), "land"),
    ("a company of paratroopers", "a company of {d} paratroopers", None, "land"),
    ("an artillery battery", "a {d} artillery battery", None, "land"),
    ("three warships", "three {d} warships", (3, 3, "exact", "ships"), "ships"),
    ("a frigate", "a {d} frigate", None, "ships"),
    ("two destroyers", "two {d} destroyers", (2, 2, "exact", "ships"), "ships"),
    ("a destroyer", "a {d} destroyer", None, "ships"),
    ("six fighter jets", "six {d} fighter jets", (6, 6, "exact", "aircraft"), "planes"),
    ("four transport helicopters", "four {d} transport helicopters", (4, 4, "exact", "aircraft"), "planes"),
    ("a dozen F-16 jets", "a dozen {d} F-16 jets", (12, 12, "exact", "aircraft"), "planes"),
    ("troops", "{d} troops", None, "men"),
    ("special forces", "{d} special forces", None, "men"),
    ("hundreds of soldiers", "hundreds of {d} soldiers", (100, None, "at_least", "personnel"), "men"),
    ("a contingent", "a {d} contingent", None, "men"),
)
_ADDED = ("an additional {n} {m}", "{n} more {m}", "another {n} {m}", "{n} additional {m}", "a further {n} {m}")
#: What a verb that suits one of these may take.
SUITS = {
    "any": {"men", "land", "ships", "planes"}, "men": {"men"}, "land": {"men", "land"}, "ships": {"ships"},
    "port": {"ships"}, "bare": {"men"},
}  # fmt: skip


def moved(rng: random.Random, force: Force, of: str) -> Moved:
    """Something that goes, and that the verb can send."""
    kinds = SUITS[of]
    men = rng.choice(_MEN) if force not in GROUPS else "fighters"
    words, low, high, qualifier = rng.choice(NUMBERS)
    count = (low, high, qualifier, "personnel")
    roll = rng.random()
    if "men" in kinds and roll < 0.45:
        named = rng.choice((f"{words} {force.demonym} {men}", f"{words} {men} from {force.state}"))
        if force in GROUPS:
            named = f"{words} {force.demonym} {men}"
        return Moved(f"{words} {men}", named, count, "men")
    if "men" in kinds and roll < 0.55:
        exact = rng.choice(("60", "450", "1,100"))
        number = int(exact.replace(",", ""))
        unit = rng.choice(("contingent", "battalion", "battlegroup", "peacekeeping contingent"))
        form = rng.choice(("a {n}-strong {d} {u}", "a {d} {u} of {n} {m}", "a {n}-member {d} {u}"))
        plain = form.replace(" {d}", "").format(n=exact, u=unit, m=men)
        return Moved(plain, form.format(n=exact, u=unit, m=men, d=force.demonym), (number, number, "exact", "personnel"), "men")  # fmt: skip
    if "men" in kinds and roll < 0.67:
        exact = rng.choice(("30", "250", "1,500"))
        number = int(exact.replace(",", ""))
        form = rng.choice(_ADDED)
        named = form.format(n=exact, m=f"{force.demonym} {men}")
        return Moved(form.format(n=exact, m=men), named, (number, number, "exact", "personnel"), "men", True)
    things = [t for t in _THINGS if t[3] in kinds and not (force in GROUPS and t[3] != "men")]
    if not things:
        return Moved("troops", f"{force.demonym} troops", None, "men")
    bare, named, number_of, kind = rng.choice(things)
    named = named.format(d=force.demonym)
    if named.startswith("a ") and force.demonym[0] in "AEIOU" and force.demonym[:2] != "U.":
        named = "an" + named[1:]
    return Moved(bare, named, number_of, kind)


def place_for(rng: random.Random, force: Force, what: Moved) -> Place:
    """Somewhere abroad that they can get to."""
    near = SEAS if what.kind == "ships" else (*PLACES, *MORE_PLACES)
    return rng.choice([p for p in near if p.country != force.code])


def force_for(rng: random.Random) -> Force:
    """One of the forces, mostly a state's."""
    return rng.choice(FORCES) if rng.random() < 0.93 else rng.choice(GROUPS)


#: A day in the past or to come, as ISO dates; None where the words leave it open.
Days = tuple[str, str] | None
PAST: tuple[tuple[str, Days], ...] = (
    ("last month", ("2025-05-01", "2025-05-31")),
    ("in March", ("2025-03-01", "2025-03-31")),
    ("on 3 May", ("2025-05-03", "2025-05-03")),
    ("on May 3", ("2025-05-03", "2025-05-03")),
    ("on Monday", ("2025-06-09", "2025-06-09")),
    ("in 2019", ("2019-01-01", "2019-12-31")),
    ("in late April 2024", None),
    ("last week", None),
    ("earlier this year", None),
    ("two years ago", None),
    ("overnight", None),
)
COMING: tuple[tuple[str, Days], ...] = (
    ("next month", ("2025-07-01", "2025-07-31")),
    ("by September", ("", "2025-09-30")),
    ("in July", ("2025-07-01", "2025-07-31")),
    ("in the coming weeks", None),
    ("before the end of the year", None),
    ("", ("", "")),
)
