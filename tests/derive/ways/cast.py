"""Who, where, how many and when: what sentences are filled with. Forces and places of many wars, none of them together
in any one of them, so that no register knows who belongs where."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Force:
    """A state's force: as the one who acts ("the Kenyan army"), as the troops themselves, its state and its demonym."""

    agent: str
    troops: str
    state: str
    code: str
    demonym: str


FORCES = (
    Force("Kenya", "Kenyan troops", "Kenya", "KEN", "Kenyan"),
    Force("the Dutch army", "Dutch soldiers", "the Netherlands", "NLD", "Dutch"),
    Force("Ottawa", "Canadian troops", "Canada", "CAN", "Canadian"),
    Force("the Turkish military", "Turkish commandos", "Turkey", "TUR", "Turkish"),
    Force("Vietnam", "Vietnamese soldiers", "Vietnam", "VNM", "Vietnamese"),
    Force("Pretoria", "South African troops", "South Africa", "ZAF", "South African"),
    Force("the Pakistani army", "Pakistani infantry", "Pakistan", "PAK", "Pakistani"),
    Force("Argentina", "Argentine marines", "Argentina", "ARG", "Argentine"),
    Force("Australia's government", "Australian forces", "Australia", "AUS", "Australian"),
    Force("Paris", "French paratroopers", "France", "FRA", "French"),
    Force("the Polish government", "Polish soldiers", "Poland", "POL", "Polish"),
    Force("Senegal", "Senegalese gendarmes", "Senegal", "SEN", "Senegalese"),
    Force("Japan", "Japanese ground troops", "Japan", "JPN", "Japanese"),
    Force("the Pentagon", "American troops", "the United States", "USA", "U.S."),
    Force("Moscow", "Russian forces", "Russia", "RUS", "Russian"),
    Force("the Ethiopian military", "Ethiopian soldiers", "Ethiopia", "ETH", "Ethiopian"),
    Force("Indonesia", "Indonesian troops", "Indonesia", "IDN", "Indonesian"),
    Force("the Colombian army", "Colombian soldiers", "Colombia", "COL", "Colombian"),
)


@dataclass(frozen=True)
class Place:
    """As a sentence names it; what the place's words must hold; its country."""

    words: str
    key: str
    country: str
    kind: str


PLACES = (
    Place("Mali", "Mali", "MLI", "country"),
    Place("Lithuania", "Lithuania", "LTU", "country"),
    Place("the Solomon Islands", "Solomon Islands", "SLB", "country"),
    Place("Bolivia", "Bolivia", "BOL", "country"),
    Place("Cambodia", "Cambodia", "KHM", "country"),
    Place("Gao", "Gao", "MLI", "city"),
    Place("Kandahar", "Kandahar", "AFG", "city"),
    Place("Bangui", "Bangui", "CAF", "city"),
    Place("the port of Mombasa", "Mombasa", "KEN", "city"),
    Place("Benghazi", "Benghazi", "LBY", "city"),
    Place("Helmand province", "Helmand", "AFG", "province"),
    Place("the Donetsk region", "Donetsk", "UKR", "province"),
    Place("Cabo Delgado", "Cabo Delgado", "MOZ", "province"),
    Place("northern Iraq", "northern Iraq", "IRQ", "part"),
    Place("eastern Congo", "eastern Congo", "COD", "part"),
    Place("the Ain al-Asad air base", "Ain al-Asad", "IRQ", "site"),
    Place("Camp Lemonnier", "Camp Lemonnier", "DJI", "site"),
)

#: Words for a number of people, with its bounds and qualifier.
NUMBERS: tuple[tuple[str, int | None, int | None, str], ...] = (
    ("300", 300, 300, "exact"),
    ("1,200", 1200, 1200, "exact"),
    ("about 650", 650, 650, "about"),
    ("some 2,000", 2000, 2000, "about"),
    ("at least 150", 150, None, "at_least"),
    ("more than 400", 400, None, "at_least"),
    ("up to 900", None, 900, "at_most"),
    ("forty", 40, 40, "exact"),
    ("nearly 5,000", 5000, 5000, "about"),
)


def abroad(rng: random.Random, force: Force) -> Place:
    """A place that is not in the force's own land."""
    return rng.choice([p for p in PLACES if p.country != force.code])
