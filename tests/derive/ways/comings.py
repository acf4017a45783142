"""Comings as they stand in the middle of an article: the sentence before says where; asides, nations' people instead
of troops, men who step off a plane, offers that name no place, and what is not a coming at all."""

from __future__ import annotations

import random
from dataclasses import dataclass

from ..reading import Fact
from .cast import FORCES, PLACES, Force, Place
from .going import EITHER
from .going_words import MORE_PLACES
from .making import Case, pick

_LANDS = tuple(p for p in (*PLACES, *MORE_PLACES) if p.kind == "country")
_TOWNS = tuple(p for p in (*PLACES, *MORE_PLACES) if p.kind == "city" and "," not in p.words and "the " not in p.words)
#: The people of a nation, where a noun differs from the adjective.
_PEOPLE = {
    "KEN": "Kenyans", "CAN": "Canadians", "ZAF": "South Africans", "PAK": "Pakistanis", "AUS": "Australians",
    "USA": "Americans", "RUS": "Russians", "ETH": "Ethiopians", "IDN": "Indonesians", "COL": "Colombians",
    "TUR": "Turks", "POL": "Poles", "ARG": "Argentines", "SEN": "Senegalese", "NLD": "Dutch", "FRA": "French",
    "VNM": "Vietnamese", "JPN": "Japanese",
}  # fmt: skip
_SIZES = (("300", 300), ("1,200", 1200), ("450", 450), ("75", 75), ("2,500", 2500), ("120", 120), ("60", 60))
#: What the sentence before tells of the place, none of it a fact.
_BEFORE = (
    "The peacekeeping mission in {p} has long been short of men.",
    "The war in {p} is now in its third year, and the ceasefire is a dead letter.",
    "Nobody expected calm in {p} after the coup.",
    "The commander of the international force in {p} has asked for help more than once.",
    "Diplomats in {p} speak of a race against time.",
    "The UN force in {p} is under pressure to protect more villages.",
)
#: Between the subject and its verb.
_ASIDES = (
    ", according to the army,", ", the general staff said,", ", most of them engineers,", ", all of them volunteers,",
    ", drawn from three regiments,", ", who had waited at the border for a week,", ", backed by armoured cars,",
    ", under Colonel Ruiz,", " under the command of a general", ", some with their own vehicles,",
    ", among them a medical team,", ", part of a larger force,", ", in full battle dress,", ", led by a brigadier,",
    " wearing blue helmets", " from an airborne regiment", ", with their tents and field kitchens,",
    ", whose departure had been put off twice,", ", which had been promised since March,", ", tired but cheerful,",
    " – the first in a decade –", " (see map)", ", he added,", ", to everybody's surprise,", ", long awaited,",
)  # fmt: skip
#: How men come to a place on their own feet or wheels, with {p}: what a reporter sees.
_SEEN = (
    "stepped off a plane in {p}", "walked off a transport aircraft in {p}", "got off a plane in {p}",
    "took up positions around {p}", "drove into {p}", "rolled into {p}", "turned up in {p}", "showed up in {p}",
    "moved into barracks in {p}", "took up quarters in {p}", "installed themselves in {p}",
    "established themselves in {p}", "were dropped near {p}", "were put ashore near {p}", "were set down in {p}",
    "came down by parachute near {p}", "reached {p} by road", "came to {p}", "had come to {p}", "made it to {p}",
    "got to {p}", "were flown in to {p}", "were brought to {p} by helicopter", "fanned out through {p}",
    "spread out around {p}", "moved up to {p}", "were rushed to {p}", "took their posts in {p}",
    "took up their posts in {p}", "drove up from the coast to {p}", "crossed the border and drove to {p}",
)  # fmt: skip
#: Without a place of their own: frame, status; {F}/{f} named troops with their number.
_BARE = (
    ("{F} arrived {t}.", "completed"), ("{F} have arrived.", "completed"), ("{F} came {t}.", "completed"),
    ("{F} landed {t}.", "completed"), ("{F} have landed, the army said.", "completed"),
    ("{F} are due {c}.", "planned"), ("{F} are due to arrive {c}.", "planned"),
    ("{F} are expected {c}.", "considered"), ("{F} will arrive {c}.", "planned"),
    ("{F} will join it {c}.", "planned"), ("{F} are on their way.", "ongoing"), ("{F} have joined it.", "completed"),
    ("{F} were flown in {t}.", "completed"), ("{F} were brought in {t}.", "completed"),
    ("{F} have been sent in.", "completed"), ("{F} were sent {t}.", "completed"),
    ("{F} will be sent {c}.", "planned"), ("{F} are being flown in.", "ongoing"), ("{F} set off {t}.", "completed"),
    ("{F} moved in {t}.", "completed"), ("{F} have already come.", "completed"),
    ("{F} began to arrive {t}.", "ongoing"), ("{F} have been arriving since {m}.", "ongoing"),
    ("{F} are waiting to be flown in.", "considered"), ("{F} never came.", "denied"),
    ("{F} have not come.", "denied"), ("{F} could be sent {c}.", "considered"),
    ("{F} could arrive {c}.", "considered"), ("{F} were deployed {t}.", "completed"),
    ("{F} will be deployed {c}.", "planned"), ("{F} were ordered in {t}.", "planned"),
    ("{F} were dispatched {t}.", "completed"),
)  # fmt: skip
#: What a state says that it will give: {A}/{a}, {n} soldiers of its own.
_OFFERS = (
    ("{A} has offered {n} soldiers.", "considered"), ("{A} has pledged {n} soldiers.", "planned"),
    ("{A} has promised {n} troops.", "planned"), ("{A} will provide {n} soldiers.", "planned"),
    ("{A} is to contribute {n} soldiers.", "planned"), ("{A} has agreed to send {n} troops.", "planned"),
    ("{A} says it is ready to send {n} soldiers.", "considered"), ("{A} could provide {n} troops.", "considered"),
    ("{A} has said it will send {n} soldiers.", "planned"), ("{A} plans to send {n} troops {c}.", "planned"),
    ("{A} is sending {n} soldiers.", "ongoing"), ("{A} has sent {n} soldiers.", "completed"),
    ("{A} sent {n} troops {t}.", "completed"),
    ("{A} is considering sending {n} troops.", "considered"), ("{A} will commit {n} soldiers.", "planned"),
    ("{A} announced that it would send {n} soldiers.", "planned"), ("{A} has announced {n} soldiers.", "planned"),
    ("Parliament in {c_} approved {n} soldiers.", "planned"), ("{A} refused to send any troops.", "denied"),
    ("{A} will not send troops.", "denied"), ("{A} has ruled out sending soldiers.", "denied"),
    ("{A} offered {n} troops, subject to parliament's approval.", "considered"),
    ("An offer of {n} soldiers came from {a}.", "considered"), ("A promise of {n} soldiers came from {a}.", "planned"),
)  # fmt: skip
_AFTER = (
    "", "", "", " Nobody knows for how long.", " The governor welcomed the news.", " Shops stayed shut all day.",
    " Food is scarce, and prices have doubled.", ' "We are here to help," an officer said.',
)  # fmt: skip
_PAST = (("last month", "2025-05-01", "2025-05-31"), ("on Monday", "2025-06-09", "2025-06-09"),
         ("in March", "2025-03-01", "2025-03-31"), ("in 2019", "2019-01-01", "2019-12-31"))  # fmt: skip
_COMING = ("next month", "in July", "by September", "at the end of the month", "in the coming weeks", "by the weekend")


@dataclass(frozen=True)
class _Cast:
    force: Force
    place: Place
    n: str
    size: int


def _counted(rng: random.Random, cast: _Cast) -> tuple[str, str, bool]:
    """Troops with their number, in one of the ways of naming them; and which way it is."""
    f, n = cast.force, cast.n
    people = _PEOPLE[f.code]
    noun = rng.choice(("soldiers", "troops", "peacekeepers", "infantrymen", "paratroopers", "engineers", "marines"))
    ways = {
        "plain": f"{n} {f.demonym} {noun}", "first": f"the first {n} {f.demonym} {noun}",
        "from": f"{n} {noun} from {f.state}", "battalion": f"a {f.demonym} battalion of {n} men",
        "in_all": f"{f.demonym} {noun}, {n} in all,", "of_them": f"{f.demonym} {noun}, {n} of them,",
        "strong": f"a {n}-strong {f.demonym} contingent", "brackets": f"{f.demonym} {noun} ({n} men)",
        "company": f"a company of {n} {f.demonym} {noun}", "people": f"{n} {people}",
        "vanguard": f"an advance party of {n} {f.demonym} {noun}", "group": f"a group of {n} {f.demonym} {noun}",
    }  # fmt: skip
    if f.code in {"NLD", "FRA", "VNM", "JPN", "SEN"}:
        del ways["people"]  # "300 Dutch": rare
    name, words = pick(rng, ways)
    return words, name, name in {"battalion", "strong", "company", "vanguard", "group"}


@dataclass
class _Made:
    """A sentence that is put together: who, where, when, how many; what it states; what it is made of."""

    cast: _Cast
    words: str
    is_one: bool
    time: str
    days: tuple[str, str]
    fact: Fact
    parts: dict[str, str]


def case(rng: random.Random) -> Case:
    """Two or three sentences about one coming."""
    force = rng.choice(FORCES)
    kind, tell = rng.choices(tuple(_KINDS.items()), (24, 26, 24, 16, 10))[0]
    near = _TOWNS if kind == "seen" else (*_LANDS, *_TOWNS)
    place = rng.choice([p for p in near if p.country != force.code])
    cast = _Cast(force, place, *rng.choice(_SIZES))
    before = rng.choice(_BEFORE)
    time, first, last = rng.choice(_PAST)
    words, how, is_one = _counted(rng, cast)
    fact: Fact = {"type": EITHER, "actors": {force.code}, "destination": place.key}
    fact |= {"n": (cast.size, cast.size, "exact", "personnel"), "status": "completed"}
    parts = {"kind": kind, "number": how, "before": before, "place": place.words, "force": force.agent}
    made = _Made(cast, words, is_one, time, (first, last), fact, parts)
    told = tell(rng, made)
    if kind == "people":
        before = before.replace(".", f", and {force.state} had promised help.", 1)
    text = f"{before.format(p=place.words)} {_capital(told)}{rng.choice(_AFTER)}"
    return Case(text.replace(",,", ","), [made.fact], made.parts)


def _aside(rng: random.Random, m: _Made) -> str:
    words = m.words.rstrip(",")
    aside = rng.choice([a for a in _ASIDES if not (m.words.endswith(",") and a[0] == ",")])
    verb = rng.choice(("arrived in {p}", "landed in {p}", "reached {p}", "entered {p}", "left for {p}",
                       "were sent to {p}", "flew to {p}", "moved into {p}", "were deployed in {p}"))  # fmt: skip
    verb = verb.replace("were", "was") if m.is_one else verb
    m.parts |= {"shape": aside, "way": verb}
    m.fact["dates"] = m.days
    return f"{words}{aside} {verb.format(p=m.cast.place.words)} {m.time}."


def _seen(rng: random.Random, m: _Made) -> str:
    way = rng.choice(_SEEN)
    if m.is_one:
        way = way.replace("were ", "was ").replace("their ", "its ").replace("themselves", "itself")
    m.parts["way"] = way
    m.fact["dates"] = m.days
    return f"{m.words} {way.format(p=m.cast.place.words)} {m.time}."


def _people(rng: random.Random, m: _Made) -> str:
    force = m.cast.force
    m.parts["number"], form = pick(rng, {
        "people": "the {r}", "contingent": "the {d} contingent", "men": "the men of the {d} army",
        "column": "a column of {d} troops",
    })  # fmt: skip
    m.words, m.is_one = (
        form.format(r=_PEOPLE[force.code], d=force.demonym),
        m.parts["number"] in {"contingent", "column"},
    )
    m.fact["n"] = None
    return _seen(rng, m)


def _bare(rng: random.Random, m: _Made) -> str:
    frame, status = rng.choice(_BARE)
    m.parts["way"] = frame
    for plural, single in ((" have ", " has "), (" are ", " is "), (" were ", " was "), ("their", "its")):
        frame = frame.replace(plural, single) if m.is_one else frame
    m.fact["status"] = status
    if status == "completed" and "{t}" in frame:
        m.fact["dates"] = m.days
    return frame.format(F=m.words, t=m.time, c=rng.choice(_COMING), m="March")


def _offer(rng: random.Random, m: _Made) -> str:
    force = m.cast.force
    frame, status = rng.choice(_OFFERS)
    agent = force.agent if force.agent[:4] != "the " or "government" in force.agent else force.state
    m.parts |= {"way": frame, "number": ""}
    m.fact["status"] = status
    if "{n}" not in frame:
        m.fact["n"] = None
    return frame.format(A=_capital(agent), a=agent, n=m.cast.n, c=rng.choice(_COMING), t=m.time, c_=force.state)


_KINDS = {"aside": _aside, "seen": _seen, "bare": _bare, "offer": _offer, "people": _people}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
