"""Fighting as it is told in passing: the act stands beside its dead, its planes' home, the town that falls, the plan."""

from __future__ import annotations

import random

from .acttexts import _SHORT, _written
from .making import Case, pick
from .wars import TOLLS, WARS, WHEN, cap

#: For each way of telling: type (S strike, A attack on the state's force, F ground operation of its foe, G of the
#: state), status, then sentences. {o} is another town of the war, {b} where planes have their base.
_WAYS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "from base": ("S", "completed", (
        "{d} jets took off from {b} and struck a {f} camp near {t} {w}.",
        "{w}, two {d} warplanes that had taken off from {b} bombed {f} positions near {t}.",
        "Flying from {b}, {d} helicopters attacked a {f} convoy near {t} {w}.",
        "{d} drones launched from {b} hit a {f} hideout near {t} {w}.",
        "{d} aircraft based at {b} bombed a {f} camp near {t} {w}.",
        "{w} {d} jets left {b} and dropped bombs on {f} positions near {t}, returning before dawn.",
        "The planes, {d} fighters out of {b}, struck an arms store of {f0} near {t} {w}.",
        "From {b}, {d} gunships flew to {t}, where they destroyed two {f} vehicles {w}.",
    )),
    "low over": ("S", "completed", (
        "{d} warplanes came in low over {t} {w} and dropped bombs on a {f} camp.",
        "{d} jets roared over {t} {w} and bombed {f} positions.",
        "{d} helicopters circled over {t} for an hour {w} and fired rockets at {f} positions.",
        "{d} gunships hovered over {t} {w}, firing on {m} below.",
        "{d} aircraft appeared over {t} {w} and bombed a {f} base on its outskirts.",
    )),
    "gone for": ("S", "completed", (
        "{d} jets went for a {f} camp near {t} {w}.",
        "{d} drones went after a {f} commander's convoy near {t} {w}.",
        "The {d} air force went after {f} positions near {t} {w}.",
        "{d} artillery was turned on {f} positions near {t} {w}.",
        "{d} jets used guided bombs on a {f} camp near {t} {w}.",
        "The {d} army used rockets against a {f} base near {t} {w}.",
        "{d} helicopters let fly at a {f} convoy near {t} {w}.",
        "Guided bombs were used on a {f} camp near {t} {w}, the {d} air force said.",
        "{d} gunners opened up on {f} positions near {t} {w}.",
        "{d} jets took care of a {f} rocket launcher near {t} {w}.",
    )),
    "what they call": ("S", "completed", (
        "{d} jets bombed what the army called a {f} camp near {t} {w}.",
        "{d} artillery pounded what officers described as {f} positions near {t} {w}.",
        "{d} warplanes struck what the defence ministry said was a {f} arms depot near {t} {w}.",
        "{d} drones hit what was believed to be a {f} hideout near {t} {w}.",
    )),
    "toll beside": ("A", "completed", (
        "{M} surprised {d} soldiers at a checkpoint near {t} {w} and killed {n} of them.",
        "{M} fell upon a {d} patrol near {t} {w} and killed {n} of its men.",
        "{M} caught a {d} convoy in the open near {t} {w}, and {n} soldiers died.",
        "{N} {d} soldiers lost their lives when a landmine planted by {m} went off under their truck near {t} {w}.",
        "{N} {d} soldiers died {w} when a bomb laid by {m} exploded beside their convoy near {t}.",
        "A mine blew up under a {d} army truck near {t} {w}, and {n} soldiers died.",
        "A {d} army post near {t} had been hit {w}, with {n} soldiers dead.",
        "A {d} detachment near {t} was hit {w}, with the loss of {n} men.",
        "A barracks of the {d} army at {t} was struck {w}, and {n} soldiers died.",
        "{w} {m} came down on the {d} army's post at {t}; {n} soldiers fell.",
        "{M} overran a {d} outpost near {t} {w}. {N} soldiers were dead by the time that help arrived.",
        "When {m} attacked the {d} garrison at {t} {w}, {n} soldiers lost their lives.",
        "{w}, {m} had shot their way into a {d} camp near {t}. {N} of the soldiers there did not survive.",
        "It was near {t} that {m} ambushed a {d} convoy {w}. {N} soldiers never came back.",
        "The ambush near {t} {w}, in which {m} killed {n} {d} soldiers, was the worst this year.",
        "The death toll among {d} soldiers from the attack by {m} on their base at {t} {w} stands at {n}.",
    )),
    "swooped": ("A", "completed", (
        "{M} came down on the {d} army post at {t} {w}.",
        "{M} swooped on a {d} army camp near {t} {w}.",
        "{M} descended on a {d} military base near {t} {w}.",
        "{M} went for a {d} army base at {t} {w}.",
        "{M} shot their way into the {d} army barracks at {t} {w}.",
        "{M} fell on a {d} army convoy near {t} {w} and burned four of its trucks.",
        "{M} waylaid a {d} military convoy near {t} {w} and set fire to its trucks.",
        "{M} sprayed a {d} patrol with bullets near {t} {w}.",
        "{M} burned nine {d} military lorries on the road to {t} {w}.",
        "A {d} army helicopter was hit by a rocket fired by {m} over {t} {w}.",
        "A {d} transport plane was shot at by {m} near {t} {w}.",
        "A {d} patrol was set upon by {m} near {t} {w}.",
    )),
    "town falls": ("F", "completed", (
        "{t} fell to {m} {w}.",
        "{d} troops lost {t} {w} to {m}.",
        "{t} was overrun by {m} {w} and has not been retaken.",
        "In {t}, {m} walked in {w} without a fight.",
        "{M} chased the {d} garrison out of {t} {w}.",
        "{M} drove {d} troops out of {t} {w}.",
        "{w}, {d} soldiers were driven out of {t} by {m}.",
        "{M} had {t} by nightfall {w}, after {d} soldiers ran.",
        "{w} {m} planted their flag in {t}.",
        "{M} took {t} from the {d} army {w}.",
    )),
    "town won": ("G", "completed", (
        "{d} troops pushed {m} out of {t} {w}.",
        "{M} were pushed out of {t} by {d} troops {w}.",
        "{M} lost {t} to {d} troops {w}.",
        "{M} were flushed out of {t} by {d} soldiers {w}.",
        "{d} troops fought their way into {t} {w}.",
        "{t} fell to {d} troops {w}.",
        "{d} soldiers cleared {t} of {m} {w}.",
        "{w} the {d} flag went up over {t} after {m} had been driven off by the army.",
        "It took {d} troops a day to get {t} back from {m} {w}.",
        "{d} troops had {t} back from {m} by nightfall {w}.",
        "{d} troops won {t} back from {m} {w}.",
        "{d} soldiers went into {t} {w} and drove {m} from the town.",
    )),
    "clash": ("G", "completed", (
        "A firefight broke out near {t} {w} while {d} troops were checking reports of {m}.",
        "A gun battle erupted near {t} {w} when {d} soldiers came upon {m}.",
        "{d} soldiers ran into {m} near {t} {w}; the firefight lasted 20 minutes.",
        "{d} troops on a search came across {m} near {t} {w} and a gunfight followed.",
        "An encounter between {d} soldiers and {m} near {t} {w} left two rebels dead.",
        "{d} troops and {m} clashed near {t} {w}, leaving two rebels dead and a soldier hurt.",
        "{d} soldiers traded fire with {m} near {t} for 20 minutes {w}.",
        "There was a firefight between {d} troops and {m} near {t} {w}.",
    )),
    "meant": ("G", "planned", (
        "The {d} army means to conduct operations against {m} around {t}.",
        "{d} commanders have drawn up plans to clear {t} of {m}, and the order has been given.",
        "The {d} army has told civilians to leave {t}, where it is about to begin an operation against {m}.",
        "The {d} column that is to take {t} from {m} has halted on the road.",
        "A {d} operation against {m} in {t} is to begin within days.",
        "{d} troops are getting ready to storm {t}, which {m} hold.",
    )),
    "weighed": ("G", "considered", (
        'A {d} ground offensive against {m} in {t} is "on the table", the minister said.',
        "A {d} incursion into {t} against {m} has not been ruled out.",
        "A {d} ground operation in {t} against {m} is under consideration.",
        "The {d} government is weighing an offensive against {m} in {t}.",
        "{d} generals have called for an assault on {t}, which {m} hold.",
        "A {d} assault on {t} against {m} is among the options, officials said.",
    )),
    "no such": ("G", "denied", (
        "No {d} offensive against {m} in {t} is being prepared, a spokesman said.",
        "The {d} army is not preparing any operation against {m} in {t}, a spokeswoman said.",
        "There are no plans for a {d} operation in {t}, the minister said.",
        "The {d} army has ruled out an assault on {t}.",
        "There has been no {d} ground operation in {t}, the army said.",
    )),
}  # fmt: skip
_BASES = ("the Ain al-Asad air base", "Camp Lemonnier", "Incirlik", "Akrotiri", "Entebbe", "a carrier in the Red Sea")
_LEADS = (
    "",
    "",
    "",
    "Shops stayed shut on Thursday. ",
    "The fighting has cost thousands of lives over the years. ",
    "Few here slept. ",
    "The governor spoke to reporters in front of his office. ",
)
_SAID = ("", "", "", ", officials said", ", according to a military statement", ", local media reported")
_TYPES = {"S": "strike", "A": "attack_on_force", "F": "ground_operation", "G": "ground_operation"}


def case(rng: random.Random) -> Case:
    """One act of arms, perhaps after a sentence that states nothing."""
    war = rng.choice([w for w in WARS if w.foe in _SHORT])
    name, (kind, status, frames) = pick(rng, _WAYS)
    frame = rng.choice(frames)
    town = rng.choice(war.towns)
    when, first, last = rng.choice(WHEN)
    words, low, high, qualifier = rng.choice([t for t in TOLLS if not t[0].endswith("of")])
    lead, said = rng.choice(_LEADS), rng.choice(_SAID)
    fill = {
        "d": war.demonym, "f": _SHORT[war.foe], "f0": war.foe, "m": war.men, "M": cap(war.men), "t": town, "w": when,
        "n": words, "N": cap(words), "b": rng.choice(_BASES),
    }  # fmt: skip
    text = cap(_written(frame.replace("{w},", "{w},"), fill))
    if "said" not in text and ";" not in text and ". " not in text:
        text = text.removesuffix(".") + said + "."
    is_dated = "{w}" in frame
    wanted: dict[str, object] = {"type": _TYPES[kind], "status": status, "place": town}
    if name != "clash":  # whether both of those who clash act is open
        wanted["actors"] = {war.foe_code if kind == "F" else war.code}
    if is_dated:
        wanted["dates"] = (first, last)
    if "{n}" in frame or "{N}" in frame:
        wanted["n"] = (low, high, qualifier, "killed")
    parts = {"way": name, "frame": frame, "lead": lead, "said": said, "when": when, "war": war.demonym}
    return Case(lead + text, [wanted], parts)
