"""Short articles about fighting: a headline, a lead, the same act in other words, another act, and what is none."""

from __future__ import annotations

import random

from .making import Case
from .wars import TOLLS, WARS, WHEN, War, cap

#: What the lead tells, in the headline's present and in the lead's past; type.
_STRIKES = (
    ("{d} jets bomb {f} camp near {t}", "{d} warplanes bombed a {f} camp near {t} {w}"),
    ("{d} drone hits {f} convoy near {t}", "A {d} drone hit a {f} convoy near {t} {w}"),
    ("{d} army shells {f} positions near {t}", "The {d} army shelled {f} positions near {t} {w}"),
    ("Air strike kills {f} fighters near {t}", "An air strike by {d} jets near {t} killed a dozen {f} fighters {w}"),
    ("{d} missiles strike {f} depot in {t}", "{d} missiles struck a {f} arms depot in {t} {w}"),
    ("{f} base in {t} destroyed from the air", "{d} helicopters destroyed a {f} base in {t} {w}"),
)
_ATTACKS = (
    ("{f} fighters kill {n} {d} soldiers near {t}", "{M} killed {n} {d} soldiers in an ambush near {t} {w}"),
    (
        "{N} {d} soldiers die in attack near {t}",
        "{N} {d} soldiers were killed {w} when {m} attacked their base near {t}",
    ),
    ("{d} convoy ambushed near {t}", "{M} ambushed a {d} army convoy near {t} {w}, killing {n} soldiers"),
    ("Mine kills {n} {d} soldiers near {t}", "{N} {d} soldiers were killed {w} when their truck hit a mine near {t}"),
    ("{d} army base in {t} attacked", "{M} attacked a {d} army base in {t} {w}, killing {n} soldiers"),
)
_OPERATIONS = (
    ("{d} troops retake {t} from {f}", "{d} troops retook {t} from {m} {w}"),
    ("{d} army raids {f} camp near {t}", "{d} soldiers raided a {f} camp near {t} {w}"),
    ("{d} forces launch operation near {t}", "{d} forces launched an operation against {m} near {t} {w}"),
    ("{f} fighters seize {t}", "{M} seized {t} {w}"),
    ("{d} army clears {t} of {f}", "The {d} army cleared {t} of {m} {w}"),
)
#: Told again: no fact of its own.
_AGAIN = {
    "strike": (
        "The strike lasted for about an hour, residents said.", "The strike destroyed two vehicles, the army said.",
        "Several fighters were killed in the strike, according to the statement.", "Residents said that they had heard three explosions.",
        "It was not clear how many fighters had been killed.", "The army released pictures of the strike.", "The attack came after dark.",
        "A spokesman said that no civilians had been hurt in the strike.",
    ),
    "attack_on_force": (
        "The attack came shortly after dawn, residents said.", "No group claimed responsibility for the attack.", "The president condemned the attack.",
        "The soldiers were on their way back to their base, the army said.", "The army said that it was pursuing those responsible.",
        "The attackers fled on motorcycles.", "The defence minister sent his condolences to the families.", "An inquiry into the attack has begun.",
    ),
    "ground_operation": (
        "The operation took place at night, a spokesman said.", "There was no word on casualties.", "Residents said that the streets were calm in the morning.",
        "The army gave no details of the operation.", "The governor welcomed the operation.", "Shops and schools stayed closed.",
    ),
}  # fmt: skip
_NONE = (
    "Aid agencies say that thousands of people have fled their homes this year.",
    "Talks on a ceasefire broke down in April.",
    "The government has promised to rebuild the schools in the region.",
    "Prices of bread and fuel have doubled since January.",
    "Elections are due to be held in the autumn.",
    "The United Nations has appealed for more money for refugees.",
    "Farmers in the area say that they can't bring in their harvest.",
    "The road to the capital was open again in the afternoon.",
)
_JOINTS = (
    "{x}",
    "Separately, {y}",
    "In a separate incident, {y}",
    "Meanwhile, {y}",
    "The army also said that {y}",
    "In another incident, {y}",
)
_SAID = ("", ", the army said", ", officials said", ", a military spokesman said", ", local media reported")
_SHORT = {
    "Boko Haram": "Boko Haram", "al-Shabab": "al-Shabab", "the ELN": "ELN", "the PKK": "PKK", "Hezbollah": "Hezbollah",
    "Abu Sayyaf": "Abu Sayyaf", "the Houthis": "Houthi", "M23": "M23", "the Tamil Tigers": "Tamil Tiger", "the Taliban": "Taliban",
    "JNIM": "JNIM", "Renamo": "Renamo", "the Shining Path": "Shining Path",
}  # fmt: skip
_OF = {"strike": _STRIKES, "attack_on_force": _ATTACKS, "ground_operation": _OPERATIONS}


def case(rng: random.Random) -> Case:
    """A headline, its lead, one or two acts, and sentences that tell nothing new."""
    war = rng.choice([w for w in WARS if w.foe in _SHORT])
    towns = rng.sample(war.towns, 3)
    kinds = rng.sample(sorted(_OF), 2)
    when, later = rng.sample([w for w in WHEN if "2019" not in w[0] and "2024" not in w[0]], 2)
    head, lead, wanted, way = _act(rng, kinds[0], war, towns[0], when)
    lines = [head, lead + rng.choice(_SAID) + "."]
    lines += rng.sample(_AGAIN[kinds[0]], rng.randint(0, 2))
    facts = [wanted]
    other = "-"
    if rng.random() < 0.7:
        _, more, second, other = _act(rng, kinds[1], war, towns[1], later)
        joint = rng.choice(_JOINTS)
        small = (
            more if more.startswith((war.demonym, war.men[:3])) and war.men[0].isupper() else more[0].lower() + more[1:]
        )
        lines.append(joint.format(x=more, y=small) + ".")
        facts.append(second)
        lines += rng.sample(_AGAIN[kinds[1]], rng.randint(0, 1))
    lines += rng.sample(_NONE, rng.randint(0, 2))
    parts = {"first": way, "second": other, "kinds": f"{kinds[0]}+{kinds[1] if other != '-' else '-'}"}
    for n, line in enumerate(lines[2:]):
        parts[f"line{n}"] = line if line in _NONE or any(line in v for v in _AGAIN.values()) else "act"
    return Case("\n\n".join(lines), facts, parts)


def _act(
    rng: random.Random, kind: str, war: War, town: str, when: tuple[str, str, str]
) -> tuple[str, str, dict[str, object], str]:
    head, lead = rng.choice(_OF[kind])
    words, low, high, qualifier = rng.choice([t for t in TOLLS if not t[0].endswith("of")])
    fill = {
        "d": war.demonym, "f": _SHORT[war.foe], "t": town, "w": when[0], "n": words, "N": cap(words), "m": war.men, "M": cap(war.men),
    }  # fmt: skip
    by_group = kind == "ground_operation" and lead.startswith("{M}")
    wanted: dict[str, object] = {
        "type": kind, "actors": {war.foe_code if by_group else war.code}, "place": town, "dates": when[1:],
    }  # fmt: skip
    if kind == "attack_on_force":
        wanted["n"] = (low, high, qualifier, "killed")
    if "launched" not in lead:
        wanted["status"] = "completed"
    return cap(_written(head, fill)), _written(lead, fill), wanted, lead


def _written(frame: str, fill: dict[str, str]) -> str:
    """The frame filled, with "an" where it has to be."""
    text = frame.format(**fill)
    for name in ("ELN", "al-", "Abu", "M23", "Israeli", "Ethiopian"):
        text = text.replace(f" a {name}", f" an {name}").replace(f"A {name}", f"An {name}")
    return text
