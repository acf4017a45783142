"""Whose they are where a host or a mission owns them: "Mali's last French soldiers", "its last contingent, 90 Kenyans",
"the convoy's 500 soldiers"; and where, if only the host is named."""

from __future__ import annotations

import random

from ..reading import Fact
from .cast import FORCES, Force
from .making import Case, pick

#: Hosts with a town.
_HOSTS = {
    "Mali": ("Gao", "MLI"), "Niger": ("Agadez", "NER"), "Chad": ("Abeche", "TCD"), "Kyrgyzstan": ("Osh", "KGZ"),
    "Lebanon": ("Tyre", "LBN"), "Haiti": ("Gonaives", "HTI"), "Somalia": ("Kismayo", "SOM"), "Gabon": ("Port-Gentil", "GAB"),
}  # fmt: skip
_NOUNS = ("soldiers", "troops", "marines", "paratroopers", "peacekeepers", "military advisers", "instructors")
#: Facts as (type, whose: "g" guest, "o" other; number; status; place: "h" host, "t" town, "-" none).
_Told = tuple[str, str, str, str, str]
_SAYS: dict[str, tuple[str, tuple[_Told, ...]]] = {
    "last": ("{H}'s last {g} {s} left in May.", (("withdrawal", "g", "", "completed", "h"),)),
    "counted": ("{H}'s {n} {g} {s} went home in May.", (("withdrawal", "g", "n", "completed", "h"),)),
    "apposed": ("{H}'s last {g} {s}, the {n} of the task force at {t}, went home in May.", (("withdrawal", "g", "n", "completed", "t"),)),
    "threw out": ("{H} threw out its {n} {g} {s} in May.", (("withdrawal", "g", "n", "completed", "h"),)),
    "sent home": ("In May {H} sent its {n} {g} {s} home.", (("withdrawal", "g", "n", "completed", "h"),)),
    "expelled": ("{H} expelled the {g} {s} in May.", (("withdrawal", "g", "", "completed", "h"),)),
    "to leave": ("{H}'s {n} {g} {s} are to leave by July.", (("withdrawal", "g", "n", "planned", "h"),)),
    "has asked": ("{H} has asked its {n} {g} {s} to leave.", (("withdrawal", "g", "n", "considered", "h"),)),
    "hosts": ("{H} hosts {n} {g} {s}.", (("strength", "g", "n", "in_effect", "h"),)),
    "last contingent": ("Nobody loves the mission in {t}. Its last contingent, {n} {gs}, flew from {t} to their home base on Monday.",
                        (("withdrawal", "g", "n", "completed", "t"),)),
    "of the mission": ("The last soldiers of the mission, {n} {gs}, left {t} on Monday.", (("withdrawal", "g", "n", "completed", "t"),)),
    "the troops": ("The troops, {n} {gs}, arrived in {t} on Monday.", (("deployment", "g", "n", "completed", "t"),)),
    "most of them": ("A force of {n}, most of them {gs}, arrived in {t} on Monday.", (("deployment", "g", "n", "completed", "t"),)),
    "all of them": ("{n} soldiers, all of them {gs}, left {t} on Monday.", (("withdrawal", "g", "n", "completed", "t"),)),
    "reinforced": ("The {g} garrison in {t}, {n} men, was reinforced with another 90 on Monday.",
                   (("reinforcement", "g", "90", "completed", "t"), ("strength?", "g", "n", "in_effect", "t"))),
    "joined": ("The {n} {g} {s} in {t} were joined by 90 {o} {s} on Monday.",
               (("strength", "g", "n", "in_effect", "t"), ("reinforcement", "o", "90", "completed", "t"))),
    "under": ("{n} {g} {s} serve under {o} command in {t}.", (("strength", "g", "n", "in_effect", "t"),)),
    "taken by": ("{N} {g} {s} were flown out of {t} by {o} planes on Monday.", (("withdrawal", "g", "n", "completed", "t"),)),
    "replaced": ("The {g} {s} in {t} were replaced by {n} {os} on Monday.", (("deployment", "o", "n", "completed", "t"),)),
    "its own": ("{O} will take its own {s} out of {t} in July.", (("withdrawal", "o", "", "planned", "t"),)),
}  # fmt: skip
_MAIN = {"deployment": "destination", "withdrawal": "origin", "reinforcement": "destination"}
_SIZES = (("300", 300), ("1,200", 1200), ("450", 450), ("2,500", 2500), ("180", 180))
_PEOPLE = {"KEN": "Kenyans", "CAN": "Canadians", "ZAF": "South Africans", "PAK": "Pakistanis", "AUS": "Australians",
           "RUS": "Russians", "ETH": "Ethiopians", "IDN": "Indonesians", "COL": "Colombians"}  # fmt: skip


def case(rng: random.Random) -> Case:
    """One text."""
    host, (town, code) = pick(rng, _HOSTS)
    people = [f for f in FORCES if f.code in _PEOPLE and f.code != code]
    guest, other = rng.sample(people, 2)
    (n, size), noun = rng.choice(_SIZES), rng.choice(_NOUNS)
    name, (words, told) = pick(rng, _SAYS)
    text = words.format(
        H=host, t=town, g=guest.demonym, o=other.demonym, gs=_PEOPLE[guest.code], os=_PEOPLE[other.code], s=noun, n=n,
        N=n, O=other.state,
    )  # fmt: skip
    lead = rng.choice(("", f"There has been fighting in {host}. "))
    wanted = [_fact(t, guest, other, host, town, size) for t in told if not t[0].endswith("?")]
    return Case(lead + text, wanted, {"say": name, "host": host, "noun": noun, "lead": lead[:5]})


def _fact(told: _Told, guest: Force, other: Force, host: str, town: str, size: int) -> Fact:
    kind, whose, number, status, where = told
    made: Fact = {"type": kind, "actors": {(guest if whose == "g" else other).code}, "status": status}
    if number:
        many = size if number == "n" else int(number)
        made["n"] = (many, many, "exact", "personnel")
    return made | {_MAIN.get(kind, "place"): host if where == "h" else town}
