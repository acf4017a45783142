"""Tales that go on: a force is told of, something else comes between, and short forms tell more of the same force, or
of another one at the same place ("another 400 arrived", "four of them were killed", "Chad has 90 there")."""

from __future__ import annotations

import random

from ..reading import Fact
from .cast import FORCES, PLACES, Force, Place
from .going import EITHER
from .making import Case, pick

_TOWNS = tuple(p for p in PLACES if p.kind == "city" and p.words not in {"the port of Mombasa", "Bangui"})
_MAIN = {"deployment": "destination", "withdrawal": "origin", "either": "destination", "relocation": "destination"}
#: A fact of a frame: type, whose ("a" who was told of, "b" another), number ("n", "m" or a figure), status, where ("p"
#: the place told of, "q" another), when.
_Told = tuple[str, str, str, str, str, str]
#: What opens; its facts.
_BEFORE: dict[str, tuple[str, tuple[_Told, ...]]] = {
    "has": ("{A} has {n} soldiers in {p}.", (("strength", "a", "n", "in_effect", "p", ""),)),
    "keeps": ("Some {n} {d} soldiers are stationed in {p}.", (("strength", "a", "n~", "in_effect", "p", ""),)),
    "numbers": ("The {d} contingent in {p} numbers {n}.", (("strength", "a", "n", "in_effect", "p", ""),)),
    "sent": ("{A} sent {n} soldiers to {p} in 2023.", (("deployment", "a", "n", "completed", "p", "2023"),)),
    "arrived": ("In 2023 {n} {d} troops arrived in {p}.", (("deployment", "a", "n", "completed", "p", "2023"),)),
    "deployed": ("{A} has deployed {n} soldiers in {p}.", (("deployment/strength", "a", "n", "", "p", ""),)),
}  # fmt: skip
#: What comes between; it states nothing.
_BETWEEN: dict[str, str] = {
    "none": "",
    "plain": " Their task is to protect the airport.",
    "talk": " {b_} has called it a mistake.",
    "visit": " The defence minister of {b} visited them in May.",
    "spoke": " Residents and two diplomats said that they were welcome.",
    "ask": " It was {b} that had asked for them, a diplomat in Geneva said.",
    "people": " Shops have opened again and the road is clear.",
}
#: What follows; its facts. "either": told as sent on top of what is there.
_AFTER: dict[str, tuple[str, tuple[_Told, ...]]] = {
    # more come
    "another came": ("Another {m} arrived on Monday.", (("either", "a", "m", "completed", "p", "monday"),)),
    "further came": ("A further {m} arrived on Monday.", (("either", "a", "m", "completed", "p", "monday"),)),
    "more came": ("Some {m} more arrived on Monday.", (("either", "a", "m~", "completed", "p", "monday"),)),
    "more to come": ("Another {m} will arrive in July.", (("either", "a", "m", "planned", "p", "july"),)),
    "more follow": ("Another {m} are to follow in July.", (("either", "a", "m", "planned", "p", "july"),)),
    "battalion": ("A second battalion will follow in July.", (("either", "a", "", "planned", "p", "july"),)),
    "first came": ("The first {m} had come in May.", (("either", "a", "m", "completed", "p", ""),)),
    "joined": ("They were joined by another {m} on Monday.", (("either", "a", "m", "completed", "p", "monday"),)),
    # they leave
    "first left": ("The first {m} left for home on Monday.", (("withdrawal", "a", "m", "completed", "p", "monday"),)),
    "of them left": ("On Monday {m} of them were pulled out.", (("withdrawal", "a", "m", "completed", "p", "monday"),)),
    "others": ("The others are to leave in July.", (("withdrawal", "a", "", "planned", "p", "july"),)),
    "all gone": ("A UN team has confirmed that all have gone.", (("withdrawal", "a", "", "completed", "p", ""),)),
    "none left": ("None of them has left.", (("withdrawal", "a", "", "denied", "p", ""),)),
    "will bring": ("The government wants to bring {m} of them home in July.", (("withdrawal", "a", "m", "considered", "p", "july"),)),
    "last flew": ("The last {m} flew home on Monday.", (("withdrawal", "a", "m", "completed", "p", "monday"),)),
    "moved on": ("On Monday {m} of them moved on to {q}.", (("move", "a", "m", "completed", "q", "monday"),)),
    "drove on": ("They drove on to {q} on Monday.", (("move", "a", "", "completed", "q", "monday"),)),
    "from there": ("From there {m} of them were flown to {q} on Monday.", (("move", "a", "m", "completed", "q", "monday"),)),
    # they are hit
    "killed": ("Four of them were killed on Monday when a mine went off.", (("attack_on_force", "a", "4", "completed", "p", "monday"),)),
    "bomb": ("A roadside bomb killed four of them on Monday.", (("attack_on_force", "a", "4", "completed", "p", "monday"),)),
    "mortar": ("On Monday mortar fire wounded four of its soldiers.", (("attack_on_force", "a", "4w", "completed", "p", "monday"),)),
    "camp": ("Their camp was shelled on Monday.", (("attack_on_force", "a", "", "completed", "p", "monday"),)),
    # how many they were, or are said to be
    "were": ("In 2015 there were {m}.", (("strength", "a", "m", "in_effect", "p", "2015"),)),
    "had": ("In 2015 it had {m} there.", (("strength", "a", "m", "in_effect", "p", "2015"),)),
    "peak": ("At the height of the war they numbered {m}.", (("strength", "a", "m", "in_effect", "p", ""),)),
    "rise": ("Their number is to rise to {m} in July.", (("strength_change", "a", "m", "planned", "p", "july"),)),
    "bring up": ("In July it will bring the contingent up to {m}.", (("strength_change", "a", "m", "planned", "p", "july"),)),
    "cut": ("In July the contingent will be cut to {m}.", (("strength_change", "a", "m", "planned", "p", "july"),)),
    "opposition": ("The opposition speaks of {m}.", (("strength", "a", "m", "in_effect", "p", ""),)),
    "monitors": ("Monitors put their number at {m}.", (("strength", "a", "m", "in_effect", "p", ""),)),
    # another force
    "other has": ("{B} has {m} there.", (("strength", "b", "m", "in_effect", "p", ""),)),
    "other has men": ("{B}, too, has {m} soldiers in the city.", (("strength", "b", "m", "in_effect", "p", ""),)),
    "other sends": ("{B} is to send {m} in July.", (("either", "b", "m", "planned", "p", "july"),)),
    "other promised": ("{B} has promised {m}.", (("either", "b", "m", "planned", "p", ""),)),
    "other withdrew": ("{B} withdrew its own in 2022.", (("withdrawal", "b", "", "completed", "p", "2022"),)),
    "other contingent": ("{bs} contingent of {m} went home in 2022.", (("withdrawal", "b", "m", "completed", "p", "2022"),)),
    "other men left": ("The {bd} troops left in 2022.", (("withdrawal", "b", "", "completed", "p", "2022"),)),
    "other none": ("{B} has not sent any.", (("deployment", "b", "", "denied", "p", ""),)),
    "other replaces": ("In July {m} {bd} soldiers will replace them.", (("deployment", "b", "m", "planned", "p", "july"),)),
    # nothing more
    "again": ("The {d} troops are popular, their colonel says.", ()),
    "task": ("They are there to protect the airport, a colonel said.", ()),
    "again number": ("The {n} men live in tents.", ()),
    "why": ("Nobody had asked them to come, the opposition says.", ()),
}  # fmt: skip
_DAYS = {
    "monday": ("2025-06-09", "2025-06-09"), "july": ("2025-07-01", "2025-07-31"), "may": ("2025-05-01", "2025-05-31"),
    "2015": ("2015-01-01", "2015-12-31"), "2022": ("2022-01-01", "2022-12-31"), "2023": ("2023-01-01", "2023-12-31"),
}  # fmt: skip
_SIZES = (("300", 300), ("1,200", 1200), ("450", 450), ("2,500", 2500), ("180", 180))


class _Any(str):
    """A type that others will do for as well."""

    __slots__ = ("others",)
    others: frozenset[str]

    def __new__(cls, *types: str) -> _Any:
        made = super().__new__(cls, "/".join(types))
        made.others = frozenset(types)
        return made

    def __eq__(self, other: object) -> bool:
        return other in self.others

    def __hash__(self) -> int:
        return super().__hash__()


def case(rng: random.Random) -> Case:
    """One text."""
    force, other = rng.sample([f for f in FORCES if f.agent != "Australia's government"], 2)
    place, goal = rng.sample([p for p in _TOWNS if p.country not in {force.code, other.code}], 2)
    sizes = sorted(rng.sample(_SIZES, 2), key=lambda x: -x[1])
    opening, (first, told) = pick(rng, _BEFORE)
    between, middle = pick(rng, _BETWEEN)
    name, (after, more) = pick(rng, _AFTER)
    if between in {"talk", "ask"} and name in {"had", "bring up"}:
        between, middle = "none", ""  # "it" would be the other state
    text = f"{first}{middle} {after}".format(
        A=_cap(force.agent), d=force.demonym, n=sizes[0][0], m=sizes[1][0], p=place.words, q=goal.words,
        b=other.state, b_=_cap(other.state), B=_cap(other.state), bs=_own(_cap(other.state)), bd=other.demonym,
    )  # fmt: skip
    numbers = {"n": sizes[0][1], "m": sizes[1][1]}
    wanted = [_fact(t, force, other, place, goal, numbers) for t in (*told, *more)]
    return Case(text, wanted, {"opening": opening, "between": between, "after": name})


def _fact(told: _Told, force: Force, other: Force, place: Place, goal: Place, numbers: dict[str, int]) -> Fact:
    kind, whose, number, status, where, when = told
    types = {"either": EITHER, "move": _Any("deployment", "relocation", "withdrawal")}
    made: Fact = {"type": types.get(kind, _Any(*kind.split("/"))), "actors": {(force if whose == "a" else other).code}}
    spot = (place if where == "p" else goal).key
    if kind not in {"deployment/strength", "move"}:
        made[_MAIN.get(kind, "place")] = spot
    elif kind == "move":
        made["destination"] = spot
    made |= {"status": status} if status else {}
    if number:
        size = numbers[number[0]] if number[0] in numbers else int(number.rstrip("w"))
        unit = "killed" if kind == "attack_on_force" else "units" if number == "1" else "personnel"
        unit = "wounded" if number == "4w" else unit
        made["n"] = (size, size, "about" if number[-1] == "~" else "exact", unit)
    made |= {"dates": _DAYS[when]} if when else {}
    return made


def _cap(text: str) -> str:
    return text[0].upper() + text[1:]


def _own(text: str) -> str:
    return text + ("'" if text.endswith("s") else "'s")
