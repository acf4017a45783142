"""Who: states, armies by their own names, armed groups and missions, in all the wordings of the press."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One wording: the noun phrase, whether it takes a plural verb, and what it is made of."""

    text: str
    is_plural: bool
    kind: str

    @property
    def opening(self) -> str:
        """At the head of a sentence."""
        return self.text[0].upper() + self.text[1:]

    @property
    def owner(self) -> str:
        """ "Kenya's", "the commandos'"."""
        return self.text + ("'" if self.text.endswith("s") and self.is_plural else "'s")


@dataclass(frozen=True)
class State:
    """A state, its adjective, its capital, its army's own names, and the surname of its president or minister."""

    name: str
    demonym: str
    capital: str
    code: str
    own: tuple[str, ...]
    surname: str


STATES = (
    State("Kenya", "Kenyan", "Nairobi", "KEN", ("the Kenya Defence Forces", "the KDF"), "Mwangi"),
    State("Ethiopia", "Ethiopian", "Addis Ababa", "ETH", ("the Ethiopian National Defence Force",), "Tesfaye"),
    State("Uganda", "Ugandan", "Kampala", "UGA", ("the Uganda People's Defence Force", "the UPDF"), "Okello"),
    State("Chad", "Chadian", "N'Djamena", "TCD", ("the Chadian National Army",), "Mahamat"),
    State("South Africa", "South African", "Pretoria", "ZAF", ("the SANDF",), "Mokoena"),
    State("Germany", "German", "Berlin", "DEU", ("the Bundeswehr",), "Brandt"),
    State("the Netherlands", "Dutch", "The Hague", "NLD", ("the Royal Netherlands Army",), "De Vries"),
    State("France", "French", "Paris", "FRA", ("the Foreign Legion",), "Lambert"),
    State("Britain", "British", "London", "GBR", ("the Royal Marines", "the Royal Air Force"), "Harding"),
    State("Poland", "Polish", "Warsaw", "POL", ("the Polish Armed Forces",), "Nowak"),
    State("Norway", "Norwegian", "Oslo", "NOR", ("the Norwegian Armed Forces",), "Hansen"),
    State("Spain", "Spanish", "Madrid", "ESP", ("the Spanish Legion",), "Romero"),
    State("Turkey", "Turkish", "Ankara", "TUR", ("the Turkish Armed Forces",), "Yildiz"),
    State("Russia", "Russian", "Moscow", "RUS", ("the Russian defence ministry",), "Morozov"),
    State("the United States", "American", "Washington", "USA", ("the Pentagon", "the US military"), "Carter"),
    State("Canada", "Canadian", "Ottawa", "CAN", ("the Canadian Armed Forces",), "Tremblay"),
    State("Colombia", "Colombian", "Bogotá", "COL", ("the Colombian Armed Forces",), "Restrepo"),
    State("Brazil", "Brazilian", "Brasília", "BRA", ("the Brazilian Armed Forces",), "Moreira"),
    State("Indonesia", "Indonesian", "Jakarta", "IDN", ("the TNI",), "Santoso"),
    State("Japan", "Japanese", "Tokyo", "JPN", ("the Self-Defense Forces",), "Tanaka"),
    State("China", "Chinese", "Beijing", "CHN", ("the People's Liberation Army", "the PLA"), "Zhang"),
    State("Pakistan", "Pakistani", "Islamabad", "PAK", ("the Pakistan Army",), "Qureshi"),
    State("India", "Indian", "New Delhi", "IND", ("the Indian Army",), "Sharma"),
    State("Australia", "Australian", "Canberra", "AUS", ("the Australian Defence Force",), "Fraser"),
    State("Fiji", "Fijian", "Suva", "FJI", ("the Republic of Fiji Military Forces",), "Naivalu"),
    State("Vietnam", "Vietnamese", "Hanoi", "VNM", ("the Vietnam People's Army",), "Tran"),
)


@dataclass(frozen=True)
class Group:
    """An armed group: its names (with a plural verb or not), its men, and where it fights: town, key, country."""

    code: str
    agents: tuple[tuple[str, bool], ...]
    men: tuple[str, ...]
    place: tuple[str, str, str]


GROUPS = (
    Group("M23", (("the M23", False), ("the M23 rebels", True)), ("M23 fighters", "rebels of the M23"),
          ("Masisi", "Masisi", "COD")),
    Group("AL-SHABAAB", (("al-Shabaab", False), ("al-Shabaab militants", True)),
          ("al-Shabaab fighters", "militants from the al-Shabaab group"), ("Kismayo", "Kismayo", "SOM")),
    Group("BOKO HARAM", (("Boko Haram", False), ("the jihadists of Boko Haram", True)),
          ("Boko Haram gunmen", "fighters of Boko Haram"), ("Maiduguri", "Maiduguri", "NGA")),
    Group("RSF", (("the Rapid Support Forces", True), ("the paramilitary RSF", False)),
          ("RSF fighters", "men of the Rapid Support Forces"), ("El Fasher", "El Fasher", "SDN")),
    Group("JNIM", (("JNIM", False), ("the al-Qaeda-linked JNIM", False)), ("JNIM fighters", "insurgents from JNIM"),
          ("Kidal", "Kidal", "MLI")),
    Group("ARAKAN ARMY", (("the Arakan Army", False), ("the rebel Arakan Army", False)),
          ("Arakan Army fighters", "troops of the Arakan Army"), ("Sittwe", "Sittwe", "MMR")),
    Group("NPA", (("the New People's Army", False),), ("New People's Army guerrillas", "communist guerrillas of the NPA"),
          ("Samar", "Samar", "PHL")),
    Group("ELN", (("the ELN", False), ("the ELN guerrillas", True)), ("ELN rebels", "guerrillas of the ELN"),
          ("Arauca", "Arauca", "COL")),
    Group("HEZBOLLAH", (("Hezbollah", False), ("the Shiite movement Hezbollah", False)),
          ("Hezbollah fighters", "members of Hezbollah"), ("Tyre", "Tyre", "LBN")),
    Group("HOUTHI", (("the Houthis", True), ("the Houthi movement", False)), ("Houthi fighters", "Houthi forces"),
          ("Hodeidah", "Hodeidah", "YEM")),
    Group("TALIBAN", (("the Taliban", True),), ("Taliban fighters", "Taliban insurgents"), ("Kunduz", "Kunduz", "AFG")),
    Group("LTTE", (("the Tamil Tigers", True), ("the LTTE", False)), ("Tamil Tiger rebels", "LTTE fighters"),
          ("Jaffna", "Jaffna", "LKA")),
    Group("WAGNER", (("the Wagner Group", False), ("the Wagner group", False)), ("Wagner mercenaries", "fighters from Wagner"),
          ("Bangui", "Bangui", "CAF")),
    Group("SDF", (("the Syrian Democratic Forces", True), ("the Kurdish-led SDF", False)),
          ("SDF fighters", "fighters of the Syrian Democratic Forces"), ("Raqqa", "Raqqa", "SYR")),
)  # fmt: skip
MISSIONS = (
    Group("UN", (("MINUSMA", False), ("the UN mission", False), ("the United Nations", False)),
          ("UN peacekeepers", "MINUSMA troops", "UN troops", "blue helmets"), ("Gao", "Gao", "MLI")),
    Group("UN", (("MONUSCO", False), ("the UN force", False)), ("UN peacekeepers", "MONUSCO soldiers", "UN soldiers"),
          ("Beni", "Beni", "COD")),
    Group("UN", (("UNIFIL", False),), ("UNIFIL peacekeepers", "UN soldiers", "soldiers of UNIFIL"),
          ("Naqoura", "Naqoura", "LBN")),
    Group("AU", (("AMISOM", False), ("the African Union force", False), ("the African Union", False)),
          ("AMISOM troops", "African Union soldiers", "AU peacekeepers"), ("Baidoa", "Baidoa", "SOM")),
    Group("NATO", (("KFOR", False), ("the NATO-led KFOR", False)), ("KFOR soldiers", "NATO peacekeepers"),
          ("Mitrovica", "Mitrovica", "XKX")),
    Group("NATO", (("NATO", False), ("the International Security Assistance Force", False), ("ISAF", False)),
          ("NATO troops", "ISAF soldiers"), ("Kandahar", "Kandahar", "AFG")),
    Group("SADC", (("SAMIM", False), ("the SADC mission", False)), ("SAMIM troops", "SADC forces"),
          ("Macomia", "Macomia", "MOZ")),
    Group("EU", (("EUFOR", False), ("the European Union", False)), ("EUFOR soldiers", "EU troops"),
          ("Tuzla", "Tuzla", "BIH")),
    Group("ECOWAS", (("ECOWAS", False), ("the regional bloc ECOWAS", False)), ("ECOWAS troops", "ECOWAS soldiers"),
          ("Banjul", "Banjul", "GMB")),
)  # fmt: skip

#: Who acts or decides, of a state; `{own}` its army's own name; `is_plural`.
_AGENTS = {
    "state": ("{name}", False),
    "capital": ("{capital}", False),
    "government": ("the {demonym} government", False),
    "government of": ("the government of {name}", False),
    "government in": ("the government in {capital}", False),
    "authorities": ("the {demonym} authorities", True),
    "army": ("the {demonym} army", False),
    "military": ("{name}'s military", False),
    "armed forces": ("the {demonym} armed forces", True),
    "army of": ("the army of {name}", False),
    "navy": ("the {demonym} navy", False),
    "ministry": ("the {demonym} defence ministry", False),
    "ministry of": ("{name}'s ministry of defence", False),
    "minister": ("{name}'s defence minister", False),
    "named minister": ("{demonym} Defence Minister {surname}", False),
    "president": ("the {demonym} prime minister", False),
    "named president": ("President {surname} of {name}", False),
    "staff": ("the general staff of the {demonym} army", False),
    "generals": ("{demonym} generals", True),
    "own": ("{own}", False),
    "neighbour": ("neighbouring {name}", False),
    "staunch": ("its old ally {name}", False),
}
PERSONS = frozenset({"minister", "named minister", "president", "named president", "generals"})
#: Persons and offices: they decide, and do not act with arms themselves.
_DECIDE = PERSONS | {
    "ministry", "ministry of", "capital", "government", "government of", "government in", "authorities"
}  # fmt: skip
#: Troops of a state.
_TROOPS = {
    "troops": ("{demonym} troops", True),
    "soldiers": ("{demonym} soldiers", True),
    "forces": ("{demonym} forces", True),
    "from": ("troops from {name}", True),
    "soldiers from": ("soldiers from {name}", True),
    "owned": ("{name}'s troops", True),
    "of the army": ("soldiers of the {demonym} army", True),
    "members": ("members of the {demonym} armed forces", True),
    "units": ("units of the {demonym} army", True),
    "elements": ("elements of the {demonym} military", True),
    "special": ("{demonym} special forces", True),
    "marines": ("{demonym} marines", True),
    "paratroopers": ("{demonym} paratroopers", True),
    "commandos": ("{demonym} commandos", True),
    "servicemen": ("{demonym} servicemen", True),
    "infantrymen": ("{demonym} infantrymen", True),
    "personnel": ("{demonym} military personnel", True),
    "gendarmes": ("{demonym} gendarmes", True),
    "engineers": ("{demonym} army engineers", True),
    "sappers": ("{demonym} sappers", True),
    "conscripts": ("{demonym} conscripts", True),
    "reservists": ("{demonym} reservists", True),
    "men": ("men of the {demonym} 3rd Brigade", True),
    "advisers": ("{demonym} military advisers", True),
    "instructors": ("{demonym} army instructors", True),
    "contingent": ("the {demonym} contingent", False),
    "contingent from": ("the contingent from {name}", False),
    "battalion": ("a {demonym} battalion", False),
    "convoy": ("a convoy of {demonym} soldiers", False),
    "armour": ("a {demonym} armoured column", False),
    "company": ("a company of {demonym} infantry", False),
    "unit": ("a unit of the {demonym} army", False),
    "brigade": ("the {demonym} army's 7th Brigade", False),
    "peacekeepers": ("{demonym} peacekeepers", True),
    "forces of": ("the armed forces of {name}", True),
    "uniformed": ("uniformed {demonym} troops", True),
    "army units": ("{demonym} army units", True),
    "detachment": ("a detachment of {demonym} marines", False),
}


def _words(state: State, rng: random.Random, kinds: dict[str, tuple[str, bool]], kind: str) -> Words:
    form, is_plural = kinds[kind]
    own = rng.choice(state.own)
    name = state.name
    text = form.format(
        name=name, demonym=state.demonym, capital=state.capital, surname=state.surname, own=own,
    )  # fmt: skip
    if kind == "own":
        is_plural = own.endswith(("Forces", "Marines"))
    if kind == "neighbour":
        text = text.replace("neighbouring the ", "the neighbouring ")
    for vowel in "AEIO":
        text = text.replace(f" a {vowel}", f" an {vowel}")
        text = f"an {text[2:]}" if text.startswith(f"a {vowel}") else text
    return Words(text, is_plural, kind)


def agent(state: State, rng: random.Random, *, decides: bool) -> Words:
    """A state as the one who acts; `decides`: one who can only send or order will do."""
    kinds = [k for k in _AGENTS if decides or k not in _DECIDE]
    return _words(state, rng, _AGENTS, rng.choice(kinds))


def troops(state: State, rng: random.Random) -> Words:
    """A state's troops."""
    return _words(state, rng, _TROOPS, rng.choice(list(_TROOPS)))


def group_agent(group: Group, rng: random.Random) -> Words:
    """A group or mission by its name."""
    return Words(*rng.choice(group.agents), kind="group")


def group_men(group: Group, rng: random.Random) -> Words:
    """A group's or mission's men."""
    return Words(rng.choice(group.men), is_plural=True, kind="men")
