"""Who fights whom where: a state's arms, those against it, and the towns over which they fight."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class War:
    """A state's demonym and code, the group or state against it with its men, and places (words, key)."""

    demonym: str
    code: str
    foe: str
    men: str
    foe_code: str
    towns: tuple[str, ...]
    region: str
    is_state: bool = False


WARS = (
    War("Nigerian", "NGA", "Boko Haram", "Boko Haram fighters", "BOKO HARAM", ("Damboa", "Gwoza", "Bama", "Monguno"), "Borno state"),
    War("Kenyan", "KEN", "al-Shabab", "al-Shabab militants", "AL-SHABAAB", ("Kismayo", "Jilib", "Dhobley", "El Adde"), "Lower Juba"),
    War("Ugandan", "UGA", "the Allied Democratic Forces", "ADF rebels", "ADF", ("Beni", "Eringeti", "Bunia", "Komanda"), "Ituri"),
    War("Colombian", "COL", "the ELN", "ELN guerrillas", "ELN", ("Tibú", "Saravena", "Convención", "Arauquita"), "Arauca"),
    War("Turkish", "TUR", "the PKK", "PKK militants", "PKK", ("Duhok", "Zakho", "Sidakan", "Amedi"), "northern Iraq"),
    War("Israeli", "ISR", "Hezbollah", "Hezbollah fighters", "HEZBOLLAH", ("Bint Jbeil", "Khiam", "Nabatieh", "Aita al-Shaab"), "southern Lebanon"),
    War("Philippine", "PHL", "Abu Sayyaf", "Abu Sayyaf gunmen", "ABU SAYYAF", ("Patikul", "Jolo", "Tipo-Tipo", "Indanan"), "Sulu province"),
    War("Saudi", "SAU", "the Houthis", "Houthi fighters", "HOUTHI", ("Hodeidah", "Saada", "Marib", "Harad"), "northern Yemen"),
    War("Congolese", "COD", "M23", "M23 rebels", "M23", ("Sake", "Rutshuru", "Kanyabayonga", "Kitchanga"), "North Kivu"),
    War("Sri Lankan", "LKA", "the Tamil Tigers", "Tamil Tiger rebels", "LTTE", ("Kilinochchi", "Mannar", "Mullaitivu", "Pooneryn"), "northern Sri Lanka"),
    War("Peruvian", "PER", "the Shining Path", "Shining Path rebels", "SHINING PATH", ("Satipo", "Mazamari", "Huanta", "Llochegua"), "the VRAEM"),
    War("Pakistani", "PAK", "the Taliban", "Taliban insurgents", "TALIBAN", ("Mingora", "Kalam", "Matta", "Khwazakhela"), "Swat"),
    War("French", "FRA", "JNIM", "JNIM jihadists", "JNIM", ("Kidal", "Tessalit", "Ménaka", "Gossi"), "northern Mali"),
    War("Sudanese", "SDN", "the Rapid Support Forces", "RSF fighters", "RSF", ("Nyala", "El Obeid", "Omdurman", "Sennar"), "North Darfur"),
    War("Ethiopian", "ETH", "the TPLF", "Tigrayan fighters", "TPLF", ("Adigrat", "Shire", "Alamata", "Kobo"), "Tigray"),
    War("Mozambican", "MOZ", "Renamo", "Renamo gunmen", "RENAMO", ("Gorongosa", "Muxungue", "Maringue", "Dondo"), "Sofala province"),
    War("Ukrainian", "UKR", "Russia", "Russian troops", "RUS", ("Kupiansk", "Bakhmut", "Izium", "Chasiv Yar"), "the Kharkiv region", True),
    War("Azerbaijani", "AZE", "Armenia", "Armenian troops", "ARM", ("Fuzuli", "Jabrayil", "Hadrut", "Shusha"), "Karabakh", True),
    War("Pakistani", "PAK", "India", "Indian troops", "IND", ("Poonch", "Rajouri", "Uri", "Mendhar"), "Kashmir", True),
    War("Thai", "THA", "Cambodia", "Cambodian troops", "KHM", ("Preah Vihear", "Surin", "Samraong", "Kantharalak"), "Oddar Meanchey", True),
)  # fmt: skip


@dataclass(frozen=True)
class Spot:
    """A place after its preposition, without one, and what its name must hold."""

    at: str
    bare: str
    key: str


_AROUND = (
    ("in {0}", "{0}"),
    ("near {0}", "{0}"),
    ("outside {0}", "{0}"),
    ("in the town of {0}", "the town of {0}"),
    ("in {0}, in {1},", "{0}, in {1},"),
    ("at {0}", "{0}"),
    ("in {1}", "{1}"),
    ("near the village of {0}", "the village of {0}"),
    ("on the road to {0}", "{0}"),
    ("in the {0} area", "the {0} area"),
    ("north of {0}", "{0}"),
    ("in the {0} district of {1}", "the {0} district of {1}"),
)


def spot(rng: random.Random, war: War) -> Spot:
    """Somewhere in the war."""
    town = rng.choice(war.towns)
    at, bare = rng.choice(_AROUND)
    key = war.region.removeprefix("the ").split(",")[0] if "{0}" not in at else town
    return Spot(at.format(town, war.region), bare.format(town, war.region), key)


#: Words for when something was done, before and after it; first and last day.
WHEN = (
    ("last month", "2025-05-01", "2025-05-31"),
    ("on Monday", "2025-06-09", "2025-06-09"),
    ("on Tuesday night", "2025-06-10", "2025-06-10"),
    ("on 3 May", "2025-05-03", "2025-05-03"),
    ("in March", "2025-03-01", "2025-03-31"),
    ("in November 2019", "2019-11-01", "2019-11-30"),
    ("on May 17, 2024", "2024-05-17", "2024-05-17"),
    ("early on Wednesday", "2025-06-11", "2025-06-11"),
    ("last week", "2025-06-02", "2025-06-08"),
)
#: Killed, with bounds.
TOLLS: tuple[tuple[str, int | None, int | None, str], ...] = (
    ("four", 4, 4, "exact"),
    ("11", 11, 11, "exact"),
    ("at least 12", 12, None, "at_least"),
    ("more than 30", 30, None, "at_least"),
    ("two", 2, 2, "exact"),
    ("nearly 20", 20, 20, "about"),
    ("several", 3, None, "at_least"),
    ("dozens of", 12, None, "at_least"),
)


def cap(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]
