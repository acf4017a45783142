"""Names that only say where a place lies: "the base, an hour's drive north of X" is the base of which the text told."""

from __future__ import annotations

import random

from .making import Case

#: Site, its country, what must be found; a town there; its army.
_SITES = (
    ("Camp Sokoru in Cameroon", "Sokoru", "Garoua", "Cameroonian"),
    ("Camp Sokoru in Cameroon", "Sokoru", "Yaounde", "Cameroonian"),
    ("Bagram air base", "Bagram", "Kabul", "Afghan"),
    ("Bagram air base", "Bagram", "Jalalabad", "Afghan"),
    ("the air base at Faya in Chad", "Faya", "N'Djamena", "Chadian"),
    ("Camp Mandal in Iraq", "Mandal", "Baghdad", "Iraqi"),
    ("the outpost at Bakel in Mali", "Bakel", "Gao", "Malian"),
)
_FAR = (
    "an hour's drive north of {t}", "40 km north of {t}", "some 40 kilometres (25 miles) from {t}",
    "a two-hour drive from {t}", "two hours by road from {t}", "just outside {t}", "on the outskirts of {t}",
    "a short flight from {t}", "half an hour from {t}", "close to {t}", "not far from {t}",
    "about 60 miles south-east of {t}", "a stone's throw from {t}", "which lies 40 km from {t}", "north of {t}",
    "a few miles up the road from {t}", "less than a day's march from {t}", "roughly 15km west of {t}",
)  # fmt: skip
#: Sentence, its type, whose; "k" the sender's.
_TOLD = (
    ("The base, {far}, was handed to the {adj} army.", "base_handover"),
    ("The base, {far}, will be closed in May.", "base_closure"),
    ("{who} will hand over the base, {far}, in May.", "base_handover"),
    ("Rockets hit the base, {far}, on Monday.", "attack_on_force"),
    ("{who} withdrew 300 men from the base, {far}, in May.", "withdrawal"),
    ("A further 300 soldiers were flown to the base, {far}, on Monday.", "reinforcement/deployment"),
    ("The base ({far}) was shut down on Monday.", "base_closure"),
    ("On Monday the base, {far}, came under mortar fire.", "attack_on_force"),
)
_WHO = {"Kenya": ("KEN", "Kenyan"), "France": ("FRA", "French"), "Turkey": ("TUR", "Turkish")}


def case(rng: random.Random) -> Case:
    """A base that the text has named, and what happens at it with its bearings."""
    who = rng.choice(list(_WHO))
    code, adjective = _WHO[who]
    site, found, town, adj = rng.choice(_SITES)
    far, (told, types) = rng.choice(_FAR), rng.choice(_TOLD)
    words = told.format(far=far.format(t=town), who=who, adj=adj)
    slot = {"withdrawal": "origin", "reinforcement/deployment": "destination"}.get(types, "place")
    text = f"{adjective} soldiers have been stationed at {site} since 2015. {words}"
    wanted = [{"type": "presence", "place": found}, {"actors": {code}, slot: found}]
    if "/" not in types:
        wanted[1]["type"] = types
    return Case(text, wanted, {"far": far, "told": told, "site": f"{found} by {town}"})
