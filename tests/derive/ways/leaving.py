"""Troops that leave, are taken home, moved or cut in number; prisoners that are handed on; and who only seems to go."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from . import departures as made_of
from . import leaving_shapes as shaped
from .cast import FORCES, NUMBERS, PLACES, Force, abroad
from .making import Case, pick


@dataclass(frozen=True)
class Clause:
    """Who, and what is said of them, by its forms; the act as a noun; the fact."""

    who: str
    plural: bool
    does: dict[str, str]
    noun: str
    wanted: dict[str, Any]
    kind: str
    way: str


class Either:
    """One of several answers that records.md lets pass."""

    def __init__(self, *answers: str) -> None:
        self.answers = answers

    def __eq__(self, other: object) -> bool:
        return other in self.answers

    def __hash__(self) -> int:
        return hash(self.answers)

    def __repr__(self) -> str:
        return "|".join(self.answers)


def _troops(rng: random.Random, words: str, count: Any, force: Force) -> tuple[str, Any]:
    n, low, high, qualifier = rng.choice(NUMBERS)
    e, exact = rng.choice(made_of.EXACT)
    said = words.format(n=n, e=e, t=force.troops, d=force.demonym)
    found = {"#": (low, high, qualifier, "personnel"), "=": (exact, exact, "exact", "personnel")}
    return said, found[count] if isinstance(count, str) else count


def _put(does: dict[str, str], rest: str) -> dict[str, str]:
    return {k: f"{v} {rest}" for k, v in does.items()}


def _passive(pp: str, plural: bool) -> dict[str, str]:
    was = ("were" if plural else "was", "been", "being", "be", "are" if plural else "is")
    return dict(zip(("past", "pp", "ing", "base", "pres"), (f"{w} {pp}" for w in was), strict=True))


def _leaves(rng: random.Random, force: Force) -> Clause:
    """A withdrawal: by the state, of the troops (passive), by the troops."""
    place, voice = abroad(rng, force), rng.choice(["state", "troops", "passive"])
    wanted: dict[str, Any] = {"type": "withdrawal", "actors": {force.code}, "origin": place.key}
    if voice == "state":
        verb, after, noun = rng.choice(made_of.TAKING_OUT)
        f, n = _troops(rng, *rng.choice(made_of.OWN), force)
        who, plural = force.agent, False
    else:
        said, plural, count = rng.choice(made_of.THEIRS)
        who, n = _troops(rng, said, count, force)
        f = who
        ways = (
            made_of.GOING_AWAY
            if voice == "troops"
            else [w for w in made_of.TAKING_OUT if "{f}" in w[1] and " in {p}" not in w[1] and w[0] != "get"]
        )
        verb, after, noun = rng.choice(ways)
    if n and (voice != "state" or "{f}" in after):
        wanted["n"] = n
    does = made_of.forms(verb)
    rest = after.format(f=f, p=place.words)
    if voice == "passive":
        does = _passive(f"{does['pp']} " + " ".join(rest.replace(f, "").split()), plural)
    else:
        does = _put(does, rest if plural or voice == "state" else rest.replace("their", "its"))
    return Clause(who, plural, does, noun.format(f=f, p=place.words), wanted, f"leaves_{voice}", f"{verb} {after}")


def _moves(rng: random.Random, force: Force) -> Clause:
    start, goal = rng.choice(made_of.JOURNEYS)
    by_state = rng.random() < 0.5
    if by_state:
        f, n = _troops(rng, *rng.choice(made_of.OWN), force)
        who, plural = force.agent, False
    else:
        said, plural, count = rng.choice(made_of.THEIRS)
        f, n = _troops(rng, said, count, force)
        who = f
    verb, after, noun = rng.choice(made_of.MOVING if by_state else made_of.MOVING_ON)
    types = ["relocation", "withdrawal"] + (
        ["deployment", "reinforcement"] if verb in {"fly", "bring", "send", "transport"} else []
    )
    wanted: dict[str, Any] = {"type": Either(*types), "actors": {force.code}}
    wanted |= {"origin": start, "destination": goal} | ({"n": n} if n else {})
    rest = after.format(f=f, p=start, q=goal)
    does = _put(made_of.forms(verb), rest)
    return Clause(who, plural, does, noun.format(f=f, p=start, q=goal), wanted, "moves", f"{verb} {after}")


def _prisoners(rng: random.Random, force: Force) -> Clause:
    start, goal = rng.choice([j for j in made_of.JOURNEYS if j[0] not in {"Qatar", "Lithuania"}])
    d, n = rng.choice(made_of.DETAINED)
    verb, after, noun = rng.choice(made_of.PRISONERS)
    wanted: dict[str, Any] = {"type": "detainee_transfer", "actors": {force.code}, "destination": goal}
    if "{p}" in after:
        wanted["origin"] = start
    if n:
        wanted["n"] = n
    who = f"the {force.demonym} army"
    does = _put(made_of.forms(verb), after.format(d=d, p=start, q=goal))
    return Clause(who, False, does, noun.format(d=d, p=start, q=goal), wanted, "prisoners", f"{verb} {after}")


def _cuts(rng: random.Random, force: Force) -> Clause:
    place = rng.choice([p for p in PLACES if p.country != force.code and p.kind != "site"])
    if rng.random() < 0.4:
        verb, after = rng.choice(made_of.REDUCING)
        wanted: dict[str, Any] = {"type": "withdrawal", "actors": {force.code}, "origin": place.key}
        does = _put(made_of.forms(verb), after.format(p=place.words))
        return Clause(force.agent, False, does, "", wanted, "reduces", f"{verb} {after}")
    verb, after, new, old, delta = rng.choice(made_of.CUTTING)
    wanted = {"type": "strength_change", "actors": {force.code}, "place": place.key}
    for slot, n in (("n", new), ("before", old), ("delta", delta)):
        if n is not None:
            wanted[slot] = (n, n, "exact", "personnel")
    does = _put(made_of.forms(verb), after.format(p=place.words))
    return Clause(force.agent, False, does, "", wanted, "cuts", f"{verb} {after}")


def _fill(rng: random.Random, shapes: dict[str, Any], c: Clause, force: Force, times: tuple[Any, ...]) -> Case:
    shape, (frame, status) = pick(rng, shapes)
    t = rng.choice(times)
    words = t.words.rstrip(",") if "{t}." in frame or "{t} that" in frame else t.words
    lead = t.words[0].upper() + t.words[1:]
    text = frame.format(
        S=_cap(c.who), s=c.who, A=_cap(c.who if c.kind == "prisoners" else force.agent), noun=c.noun, t=words, T=lead.rstrip(",") + ",",
        have="have" if c.plural else "has", be="are" if c.plural else "is", **_agree(c),
    ).replace(",,", ",").replace(", -", " -")  # fmt: skip
    wanted = dict(c.wanted)
    if status is not None:
        wanted["status"] = status
    if "{t}" in frame.lower() and t.days is not None and status != "ongoing":
        wanted["dates"] = t.days
    return Case(text, [wanted], {"kind": c.kind, "way": c.way, "shape": f"{c.kind[:6]}:{shape}", "time": t.words,
                                 "who": c.who, "frame": shape})  # fmt: skip


def _agree(c: Clause) -> dict[str, str]:
    return c.does | ({"pres": c.does["base"]} if c.plural and c.kind != "leaves_passive" else {})


def _cap(words: str) -> str:
    return words[0].upper() + words[1:]


def case(rng: random.Random) -> Case:
    """One sentence about one movement, or about none."""
    force = rng.choice(FORCES)
    chance = rng.random()
    if chance < 0.06:
        near = rng.choice(shaped.NEAR_MISSES)
        place = abroad(rng, force)
        return Case(
            near.format(d=force.demonym, D=_cap(force.demonym), p=place.words), [], {"kind": "near", "way": near}
        )
    make = rng.choice([_leaves, _leaves, _leaves, _moves, _prisoners, _cuts])
    c = make(rng, force)
    is_state = c.who == force.agent or c.kind == "prisoners"
    form = rng.random()
    if c.noun and form < 0.3:
        whose = {"actors": c.wanted["actors"]}
        if is_state:  # who does it has to be said
            names = {k: v for k, v in shaped.NOUNS.items() if "{A}" in v[0]}
            return _fill(rng, names, c, force, made_of.PAST)
        others = {k: v for k, v in shaped.NOUNS.items() if "{A}" not in v[0]}
        return _fill(
            rng,
            others,
            Clause(c.who, c.plural, c.does, c.noun, c.wanted | whose, c.kind + "_n", c.way),
            force,
            made_of.PAST,
        )
    if form < 0.65:
        return _fill(rng, shaped.DONE, c, force, made_of.PAST)
    if form < 0.72:
        return _fill(rng, shaped.UNDER_WAY, c, force, made_of.PAST[:3])
    if form < 0.9:
        return _fill(rng, shaped.AHEAD | shaped.AHEAD_STATE if is_state else shaped.AHEAD, c, force, made_of.AHEAD)
    if form < 0.96:
        shapes = shaped.DENIED | shaped.DENIED_STATE if is_state else shaped.DENIED
        c = Clause(
            c.who,
            c.plural,
            c.does,
            c.noun,
            {k: v for k, v in c.wanted.items() if k not in {"n", "delta"}},
            c.kind + "_d",
            c.way,
        )
        return _fill(rng, shapes, c, force, made_of.PAST)
    shape, (frame,) = pick(rng, shaped.OPEN)
    text = frame.format(s=c.who, have="have" if c.plural else "has", **_agree(c))
    return Case(text, [], {"kind": "open", "shape": shape, "way": c.way})
