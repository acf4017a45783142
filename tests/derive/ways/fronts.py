"""Fighting in messy sentences: several acts, places and tolls in one, asides, whose guns stand where, what is no act."""

from __future__ import annotations

import random

from .acttexts import _SHORT, _written
from .making import Case, pick
from .wars import TOLLS, WARS, WHEN, cap

#: Facts of a sentence: type letter (S strike, A attack on the state's force, F ground operation of its foe, G of the
#: state, X any act), town (t or o), d dated, n with the toll or count, then what is not completed.
_WAYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "own base": ("S t d", (
        "{d} jets of the 8th air wing at {b} bombed a {f} camp near {t} {w}.",
        "{d} guns on the hills above {o} shelled {f} positions near {t} {w}.",
        "{d} tanks parked on the coastal road shelled {f} positions near {t} {w}.",
        "{w}, artillery of the {d} garrison at {o} opened up on a {f} camp near {t}.",
        "{d} drones operating out of {b} killed two {f} commanders near {t} {w}.",
    )),
    "targets": ("S t d; S o d", (
        "{d} jets bombed {f} camps near {t} and {o} {w}.",
        "{w}, {d} jets bombed a {f} camp near {t} and an arms depot outside {o}.",
        "Targets of the {d} air raids {w} included a {f} camp near {t} and an arms depot near {o}.",
        "{d} jets bombed a {f} camp near {t} {w}. An arms depot near {o} was a target as well.",
        "{d} jets bombed a {f} camp near {t} {w}, and an arms depot near {o} was hit, too.",
        "{d} jets bombed a {f} camp near {t} {w}, the ministry said, and artillery shelled {f} positions near {o}.",
        "{d} aircraft struck {f} positions {w}, first near {t} and then near {o}.",
    )),
    "fighting": ("G t .", (
        "{d} troops were fighting in the streets of {t}.",
        "{d} soldiers were still fighting {m} on the outskirts of {t}.",
        "{d} soldiers were fighting from house to house in {t}.",
        "{d} troops were battling {m} for control of {t}.",
        "Coming up from the south, {d} troops were fighting in the centre of {t}.",
    )),
    "lost towns": ("G t d; G o d", (
        "{M} lost {t} and {o} to {d} troops {w}.",
        "{d} troops retook {t} and {o} {w}.",
        "{t} and {o} were retaken by {d} troops {w}.",
        "{d} troops drove {m} out of {t} and {o} {w}.",
        "{d} troops pushed {m} out of {t} {w} and out of {o} as well.",
    )),
    "drones": ("S t d; S o d", (
        "{d} forces shot down six drones over {t} and {o} {w}.",
        "The {d} army said it had shot down drones over {t} and {o} {w}, one of which wounded two farmers.",
        "Drones were brought down by the {d} air defences over {t} and {o} {w}.",
    )),
    "materiel": ("X t d", (
        "{d} forces destroyed two {f} vehicles near {t} {w}.",
        "{d} gunners knocked out a {f} rocket launcher near {t} {w}.",
        "{d} forces neutralised a {f} mortar position near {t} {w}.",
        "{d} troops blew up a {f} arms store near {t} {w}.",
        "Two {f} vehicles were destroyed by {d} forces near {t} {w}.",
    )),
    "to within": ("F t d", (
        "{M} pushed to within ten kilometres of {t} {w}.",
        "{w} {m} fought their way to the edge of {t}.",
    )),
    "asides": ("A t d n", (
        "{N} {d} soldiers, including a captain, were killed in an ambush by {m} near {t} {w}.",
        "{N} {d} soldiers, a colonel among them, died {w} when {m} attacked their base at {t}.",
        "{M}, who have been at war with the state for years, killed {n} {d} soldiers in an ambush near {t} {w}.",
        "{N} {d} soldiers – all of them conscripts – were killed near {t} {w} when {m} ambushed their convoy.",
        "In what the minister called a cowardly act, {m} killed {n} {d} soldiers near {t} {w}.",
        "{w}, according to a statement read on state radio, {m} killed {n} {d} soldiers at a checkpoint near {t}.",
        "An ambush near {t} {w}, claimed by {f0}, cost the lives of {n} {d} soldiers.",
        "{N} {d} soldiers and two civilians were killed when {m} attacked a checkpoint near {t} {w}.",
        "{N} {d} soldiers were killed and several others wounded in an attack by {m} near {t} {w}.",
        "{M} killed {n} {d} soldiers and took two lorries in an ambush near {t} {w}, the second there this year.",
    )),
    "two tolls": ("A t d n; A o . 4", (
        "{M} killed {n} {d} soldiers near {t} {w} and four more near {o}.",
        "{M} killed {n} {d} soldiers in an ambush near {t} {w}; four others died when their truck hit a mine near {o}.",
        "{N} {d} soldiers were killed by {m} near {t} {w}, and four near {o}.",
        "{w} {m} attacked a {d} base at {t}, killing {n} soldiers, and in {o} a bomb killed four.",
    )),
    "counted": ("S t d 12", (
        "{d} jets carried out 12 air strikes near {t} {w}.",
        "The {d} air force made 12 strikes on {f} positions near {t} {w}.",
        "There were 12 {d} air strikes on {f} positions near {t} {w}.",
        "{d} drones hit {f} positions near {t} 12 times {w}.",
        "12 {d} air strikes hit {f} positions near {t} {w}.",
    )),
    "strike and storm": ("S t d; G o d", (
        "{d} jets bombed a {f} camp near {t} {w} while troops on the ground captured {o}.",
        "{w}, {d} artillery shelled {f} positions near {t} and infantry took {o}.",
    )),
    "attack and answer": ("A t d; S t .", (
        "{M} attacked a {d} army post near {t} {w}, and {d} jets bombed their camp there.",
        "After {m} had attacked a {d} army base near {t} {w}, the air force bombed them.",
        "{M} fired mortars at a {d} base near {t} {w}; the army answered with artillery.",
    )),
    "nothing": ("", (
        "The {d} column has halted at {t}.",
        "{M} set free four {d} soldiers {w}.",
        "{d} soldiers and {m} have been fighting for years.",
        "Many in {t} fear that {m} will attack.",
        "The minister praised the {d} army for its fight against {m}.",
        "{d} doctors in {t} treated people wounded in the fighting.",
        "Prices in {t} have doubled since the fighting began.",
        "{M} are blamed for killings of civilians around {t}.",
        "The attack on {t} will not go unanswered, the {d} president said.",
        "{d} firemen fought a blaze at a fuel store in {t} {w}.",
        "Soldiers of the {d} army helped to carry in the harvest near {t} {w}.",
        "A {d} court tried two men for the attack on a hotel in {t} {w}.",
    )),
}  # fmt: skip
_BASES = ("the Ain al-Asad air base", "Camp Lemonnier", "Incirlik", "Akrotiri", "Entebbe")
_LEADS = ("", "", "The war has entered its third year. ", "It was a week without good news. ", "Few here slept. ")
_TYPES = {"S": "strike", "A": "attack_on_force", "F": "ground_operation", "G": "ground_operation"}


def case(rng: random.Random) -> Case:
    """A sentence, or two, with its facts."""
    war = rng.choice([w for w in WARS if w.foe in _SHORT])
    name, (told, frames) = pick(rng, _WAYS)
    frame = rng.choice(frames)
    town, other = rng.sample(war.towns, 2)
    when, first, last = rng.choice(WHEN)
    words, low, high, qualifier = rng.choice([t for t in TOLLS if not t[0].endswith("of")])
    lead = rng.choice(_LEADS)
    fill = {
        "d": war.demonym, "f": _SHORT[war.foe], "f0": war.foe, "m": war.men, "M": cap(war.men), "t": town, "o": other,
        "w": when, "n": words, "N": cap(words), "b": rng.choice(_BASES),
    }  # fmt: skip
    text = cap(_written(frame, fill))
    wanted: list[dict[str, object]] = []
    for part in filter(None, told.split("; ")):
        kind, where, *rest = part.split()
        fact: dict[str, object] = {"place": town if where == "t" else other}
        fact["actors"] = {war.foe_code if kind == "F" else war.code}
        if kind in _TYPES:
            fact["type"] = _TYPES[kind]
        if "d" in rest:
            fact |= {"dates": (first, last), "status": "completed"}
        if "n" in rest:
            fact["n"] = (low, high, qualifier, "killed")
        for k in filter(str.isdecimal, rest):
            fact["n"] = (int(k), int(k), "exact", "strikes" if kind == "S" else "killed")
        wanted.append(fact)
    return Case(lead + text, wanted, {"way": name, "frame": frame, "lead": lead, "when": when, "war": war.demonym})
