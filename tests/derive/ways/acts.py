"""Strikes, attacks on forces and operations on the ground: who hits, raids or takes whom, what and where."""

from __future__ import annotations

import random
import re

from .armswords import (
    AFAR,
    AFAR_NOUNS,
    AGAINST,
    AGAINST_NOUNS,
    GROUND,
    GROUND_NOUNS,
    HIDEOUTS,
    POSTS,
    SHAPES,
    TAKING,
    TAKING_NOUNS,
    TOLLED,
)
from .making import Case, pick
from .wars import TOLLS, WARS, WHEN, Spot, War, cap, spot

_NOTHING = {"if", "question"}


def _wars(rng: random.Random, *, states: bool) -> War:
    return rng.choice([w for w in WARS if states or not w.is_state])


def case(rng: random.Random) -> Case:
    """One sentence about one act of arms."""
    kind = rng.choice(("afar", "afar", "against", "against", "ground", "taking"))
    return {"afar": _afar, "against": _against, "ground": _ground, "taking": _taking}[kind](rng)


#: Those who act: agent, plural, pronoun, possessive.
def _state_agents(war: War) -> tuple[tuple[str, bool], ...]:
    d = war.demonym
    return ((f"the {d} army", False), (f"the {d} military", False), (f"{d} forces", True), (f"{d} troops", True))


def _flyers(war: War) -> tuple[tuple[str, bool], ...]:
    d = war.demonym
    return (
        *_state_agents(war)[:2],
        (f"{d} warplanes", True),
        (f"the {d} air force", False),
        (f"{d} jets", True),
        (f"{d} helicopters", True),
        (f"{d} forces", True),
    )


def _made(
    rng: random.Random,
    kind: str,
    ways: tuple[str, ...],
    nouns: tuple[str, ...],
    who: tuple[str, bool],
    target: str,
    war: War,
    where: Spot,
    wanted: dict[str, object],
) -> Case:
    shape, (form, frame, status, dated) = pick(rng, {k: v for k, v in SHAPES.items() if _fits(k, kind, who, war)})
    if form == "n":
        noun = rng.choice([n for n in nouns if shape != "carried" or not n.startswith("the ")])
        if "{p}" in noun:
            where = Spot("", where.bare, where.key)
        way, base, past, pp, ing, rest = noun, "", "", "", "", ""
    else:
        choice = [w for w in ways if form == "a" or w.endswith(("ing {t}", "ing {p}"))]
        way = rng.choice([w for w in choice if _goes(w, shape, who, target, where)] or choice)
        base, past, pp, ing, rest = way.split(" ", 4)
        noun = ""
    if "{p}" in way:
        if frame.startswith("{At}"):
            shape, (form, frame, status, dated) = "plain", SHAPES["plain"]
    agent, plural = who
    fill = {"t": target, "f": war.foe, "d": war.demonym, "p": where.bare, "pos": "their" if plural else "its"}
    object_ = rest.format(**fill)
    if form == "p":
        object_ = target if "{t}" in rest else where.bare
    named = noun.format(**fill)
    at = "" if "{p}" in way else where.at
    when, first, last = rng.choice(WHEN)
    several = object_.startswith("hills") or " and " in object_
    many = several or not object_.startswith(("a ", "an ", "the ")) and form == "p" and "{p}" not in rest
    many_n = named.split(" ")[0] in {"air"} or named.startswith("several")
    text = frame.format(
        A=cap(agent), a=agent, past=past, pp=pp, base=base, ing=ing, t=object_, T=cap(object_), at=at, At=cap(at),
        when=when, When=cap(when), n=named, N=cap(named), pos=fill["pos"], pro="they" if plural else "it",
        were="were" if many or form == "n" and many_n else "was", s="" if plural else "s", base_s=base if plural else _s(base),
        **{"is": "are" if plural else "is", "has": "have" if plural else "has"},
    )  # fmt: skip
    text = (
        text.replace(",,", ",")
        .replace(",.", ".")
        .replace(", .", ".")
        .replace(",?", "?")
        .replace(", –", " –")
        .replace(",;", ";")
    )
    text = (
        " ".join(text.replace(" ,", ",").replace(" .", ".").split())
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace(" ?", "?")
    )
    parts = {
        "kind": kind,
        "way": way,
        "shape": shape,
        "who": who[0].replace(war.demonym, "D"),
        "at": where.at.replace(where.key, "X"),
        "when": when,
        "target": target.replace(war.demonym, "D").replace(war.foe, "F"),
    }
    if shape in _NOTHING:
        return Case(text, [], parts)
    wanted = dict(wanted) | {"place": where.key}
    if way.startswith(_MUTUAL):
        wanted.pop("actors")  # whether both of those who clash act is open
    if status and not (way.startswith("begin") and status == "completed"):
        wanted["status"] = status
    if dated:
        wanted["dates"] = (first, last)
    return Case(text, [wanted], parts)


_FLYING = ("warplanes", "jets", "helicopters", "air force")
_GUNS = ("artillery", "mortars", "shells", "guns", "shell ")
_MUTUAL = ("clash", "fight fought fought fighting {f}", "battle", "trade")
_ATOMIC = ("launch", "begin", "carry", "conduct", "mount", "stage", "kill", "lay", "blow", "ram", "detonate")


def _fits(shape: str, kind: str, who: tuple[str, bool], war: War) -> bool:
    """Whether such people would be told of in such a sentence."""
    by_state = war.demonym in who[0]
    if any(f in who[0] for f in _FLYING) and shape in {
        "which",
        "considers",
        "denied",
        "denied that",
        "plans",
        "confirmed",
    }:
        return False
    if kind == "against" and shape in {"plans", "considers"}:
        return False  # what may befall a force is no fact about it
    if shape in {"ordered", "will", "confirmed"}:
        return by_state
    return not (by_state and shape in {"of", "claimed"})


def _goes(way: str, shape: str, who: tuple[str, bool], target: str, where: Spot) -> bool:
    """Whether such a way of acting suits the shape, the men and what is acted upon."""
    if any(f in who[0] for f in _FLYING) and any(g in way for g in _GUNS):
        return False
    if shape in {"continue", "ongoing", "begun"} and way.startswith(_ATOMIC):
        return False
    if way.startswith("kill") and shape in {
        "will",
        "ordered",
        "plans",
        "considers",
        "denied",
        "denied that",
        "not",
        "if",
    }:
        return False
    if (
        ("ambush" in way or way.startswith("shoot"))
        and target
        and not any(w in target for w in ("convoy", "patrol", "soldiers", "troops", "vehicle"))
    ):
        return False
    parts = where.bare.startswith(("most", "hills"))
    return not parts or way.startswith(
        ("capture", "recapture", "seize", "retake", "take", "win", "regain", "clear", "wrest")
    )


def _s(base: str) -> str:
    return base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s") if base != "carry" else "carries"


#: A group's name before a noun, where it is another one.
_SINGULARS = {
    "the Houthis": "Houthi", "the Tamil Tigers": "Tamil Tiger", "the Rapid Support Forces": "RSF",
    "the Allied Democratic Forces": "ADF",
}  # fmt: skip
_VOWELS = re.compile(r"\ba (?=ELN|ADF|Abu|al-|RSF|M23)")


def _of_foe(war: War, target: str) -> str:
    """The enemy's target: "an ELN camp"."""
    foe = _SINGULARS.get(war.foe, war.foe.removeprefix("the "))
    return _VOWELS.sub("an ", target.format(f=foe))


def _afar(rng: random.Random) -> Case:
    war = _wars(rng, states=False)
    target = _of_foe(war, rng.choice(HIDEOUTS))
    wanted = {"type": "strike", "actors": {war.code}, "against": {war.foe_code}, "n": None}
    return _made(rng, "afar", AFAR, AFAR_NOUNS, rng.choice(_flyers(war)), target, war, spot(rng, war), wanted)


def _against(rng: random.Random) -> Case:
    war = _wars(rng, states=False)
    target = rng.choice(POSTS).format(d=war.demonym).replace("a E", "an E").replace("a I", "an I")
    who = rng.choice(((war.men, True), (war.foe, war.foe.endswith(("s", "Forces")))))
    wanted: dict[str, object] = {"type": "attack_on_force", "actors": {war.code}, "against": {war.foe_code}}
    where = spot(rng, war)
    if rng.random() < 0.4:
        return _tolled(rng, war, target, where, wanted)
    return _made(rng, "against", AGAINST, AGAINST_NOUNS, who, target, war, where, wanted)


def _tolled(rng: random.Random, war: War, target: str, where: Spot, wanted: dict[str, object]) -> Case:
    shape, frame = pick(rng, TOLLED)
    words, low, high, qualifier = rng.choice(TOLLS)
    when, first, last = rng.choice(WHEN)
    way = rng.choice([w for w in AGAINST if w.endswith("ing {t}")])
    if target.endswith(("soldiers", "troops")):
        target = f"a {war.demonym} army base".replace("a E", "an E").replace("a I", "an I")
    past = way.split(" ")[1]
    unit = "wounded" if "wound" in frame else "killed"
    text = frame.format(
        M=cap(war.men), m=war.men, past=past, t=target, at=where.at, when=when, n=words, no=words.removesuffix(" of"), N=cap(words), d=war.demonym,
        Nd=f"{cap(words)} {war.demonym}",
    )  # fmt: skip
    text = text.replace(",,", ",").replace(",.", ".").replace(",;", ";").replace(", ,", ",")
    parts = {
        "kind": "tolled",
        "way": way if "{past}" in frame else "-",
        "shape": "t:" + shape,
        "at": where.at.replace(where.key, "X"),
        "when": when,
        "toll": words,
    }
    if "{m}" not in frame.lower():
        wanted = {k: v for k, v in wanted.items() if k != "against"}
    wanted = wanted | {
        "place": where.key,
        "status": "completed",
        "dates": (first, last),
        "n": (low, high, qualifier, unit),
    }
    return Case(text, [wanted], parts)


def _ground(rng: random.Random) -> Case:
    war = _wars(rng, states=False)
    target = _of_foe(war, rng.choice(("a {f} camp", "a {f} hideout", "a {f} base", "a {f} stronghold")))
    wanted = {"type": "ground_operation", "place": "", "actors": {war.code}}
    d = war.demonym
    who = rng.choice(
        (*_state_agents(war), (f"{d} soldiers", True), (f"{d} commandos", True), (f"{d} special forces", True))
    )
    war = War(war.demonym, war.code, war.men, war.men, war.foe_code, war.towns, war.region)
    return _made(rng, "ground", GROUND, GROUND_NOUNS, who, target, war, spot(rng, war), wanted)


def _taking(rng: random.Random) -> Case:
    war = _wars(rng, states=True)
    town = rng.choice(war.towns)
    bare = rng.choice(
        (
            "{0}",
            "the town of {0}",
            "{0}, in {1},",
            "the village of {0}",
            "the {0} district",
            "most of {0}",
            "the airport of {0}",
            "hills around {0}",
            "{0} and several nearby villages",
        )
    ).format(town, war.region)
    by_state = rng.random() < 0.5
    who = rng.choice(_state_agents(war)) if by_state else (war.men, True)
    foe = war.men if by_state else f"{war.demonym} troops"
    code = war.code if by_state else war.foe_code
    war = War(war.demonym, war.code, foe, war.men, war.foe_code, war.towns, war.region)
    where = Spot(f"at {town}", bare, town)
    return _made(
        rng, "taking", TAKING, TAKING_NOUNS, who, "", war, where, {"type": "ground_operation", "actors": {code}}
    )
