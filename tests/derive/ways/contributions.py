"""Whose soldiers serve in somebody's mission: so many of one state's, in the land of the mission."""

from __future__ import annotations

import random
from collections.abc import Callable

from .making import Case

#: State, adjective, people, id.
_STATES = (
    ("Ireland", "Irish", None, "IRL"), ("Ghana", "Ghanaian", "Ghanaians", "GHA"), ("Fiji", "Fijian", "Fijians", "FJI"),
    ("Brazil", "Brazilian", "Brazilians", "BRA"), ("Norway", "Norwegian", "Norwegians", "NOR"),
    ("Kenya", "Kenyan", "Kenyans", "KEN"), ("Portugal", "Portuguese", None, "PRT"), ("Nepal", "Nepalese", None, "NPL"),
    ("Uruguay", "Uruguayan", "Uruguayans", "URY"), ("Sweden", "Swedish", "Swedes", "SWE"),
)  # fmt: skip
#: Mission as a text names it, its land as the text or the world has it, whether the words name the land.
_MISSIONS = (
    ("MINUSTAH", "Haiti", False), ("MONUSCO", "Democratic Republic of the Congo", False), ("UNIFIL", "Lebanon", False),
    ("UNMISS", "South Sudan", False), ("MINUSCA", "Central African Republic", False), ("KFOR", "Kosovo", False),
    ("the United Nations mission in South Sudan", "South Sudan", True), ("the NATO mission in Kosovo", "Kosovo", True),
    ("the EU training mission in Mali", "Mali", True), ("the African Union force in Somalia", "Somalia", True),
    ("the UN peacekeeping force in Cyprus", "Cyprus", True), ("the Lebanon mission", "Lebanon", True),
    ("the European Union's force in Bosnia", "Bosnia", True), ("the UN's mission in Liberia", "Liberia", True),
)  # fmt: skip
#: Ways: {n} the number, {no} the number opening a sentence, {m} the mission, {a} the adjective, {s} the state.
_WAYS = (
    "{s} has {n} soldiers in {m}.", "{s} has {n} of its soldiers in {m}.", "{s} contributes {n} soldiers to {m}.",
    "{s} provides {n} troops for {m}.", "{no} {a} soldiers serve in {m}.", "{no} {a} soldiers serve with {m}.",
    "{no} {a} personnel are serving with {m}.", "There are {n} {a} troops in {m}.", "{no} {a} soldiers are part of {m}.",
    "{s} takes part in {m} with {n} soldiers.", "With {n} soldiers, {s} is the largest contributor to {m}.",
    "{s}'s contingent in {m} numbers {n}.", "{s}'s contribution to {m} stands at {n} soldiers.",
    "{s} is represented in {m} by {n} soldiers.", "The {a} contingent of {m} is {n} strong.",
    "{s} currently has {n} military personnel deployed with {m}.", "{no} {a} soldiers are deployed to {m}.",
    "{s} is a member of {m}, in which {n} of its soldiers serve.", "{no} {a} peacekeepers serve under {m}.",
    "{s} participates in {m} with a contingent of {n}.", "{s} supports {m} with {n} soldiers.",
    "{s} maintains a contingent of {n} troops in {m}.", "{no} of the soldiers in {m} are {a}.",
    "{no} soldiers from {s} are currently assigned to {m}.", "{s} keeps {n} soldiers in {m}.",
)  # fmt: skip
_PEOPLE = ("{no} {p} serve in {m}.", "About {n} {p} take part in {m}.", "{no} {p} are with {m}.")
_LEADS = ("", "", "At present ", "Today ", "As of May, ", "According to the ministry, ", "In all, ", "Besides, ")
#: Behind a fact about another mission: words for more.
_MORE = (
    "A further {n} serve with {m}.", "Another {n} are in {m}.", "{no} more serve in {m}.", "A further {n} are part of {m}.",
    "Another {n} take part in {m}.", "It also has {n} soldiers in {m}.",
)  # fmt: skip
_PAIRS = (
    "{s} has {n} soldiers in {m} and {n2} in {m2}.", "{a} soldiers serve in {m} ({n}) and in {m2} ({n2}).",
    "{s} contributes {n} troops to {m} and {n2} to {m2}.", "The main missions of the {a} army are {m}, with {n} soldiers, and "
    "{m2}, with {n2}.", "{s}'s biggest contingents are in {m}, with {n} soldiers, and in {m2}, with {n2}.",
)  # fmt: skip


def _number(rng: random.Random) -> tuple[str, int]:
    n = rng.choice((12, 27, 60, 120, 134, 462, 870, 1100, 1266))
    return f"{n:,}", n


def _fact(code: str, n: int, land: str) -> dict[str, object]:
    return {
        "type": "strength",
        "actors": {code},
        "place": land,
        "n": (n, n, "exact", "personnel"),
        "status": "in_effect",
    }


def _one(rng: random.Random) -> Case:
    state, adjective, people, code = rng.choice(_STATES)
    mission, land, _ = rng.choice(_MISSIONS)
    (words, n), lead = _number(rng), rng.choice(_LEADS)
    way = rng.choice(_PEOPLE if people and rng.random() < 0.15 else _WAYS)
    told = way.format(n=words, no=words, m=mission, a=adjective, s=state, p=people)
    told = lead + (told if not lead or told[0].isdigit() or told.startswith(state) else told[0].lower() + told[1:])
    wanted = _fact(code, n, land)
    if way.startswith("About"):
        wanted["n"] = (n, n, "about", "personnel")
    return Case(told, [wanted], {"way": way, "mission": mission, "lead": lead})


def _two(rng: random.Random) -> Case:
    state, adjective, _, code = rng.choice(_STATES)
    (mission, land, _), (mission2, land2, _) = rng.sample(_MISSIONS, 2)
    (words, n), (words2, n2) = _number(rng), _number(rng)
    while n2 == n or land == land2:
        (mission2, land2, _), (words2, n2) = rng.choice(_MISSIONS), _number(rng)
    if rng.random() < 0.5:
        way = rng.choice(_PAIRS)
        text = way.format(n=words, n2=words2, m=mission, m2=mission2, s=state, a=adjective)
        text = text[0].upper() + text[1:]
    else:
        way, first = rng.choice(_MORE), rng.choice(_WAYS[:8])
        text = first.format(n=words, no=words, m=mission, a=adjective, s=state)
        text += " " + way.format(n=words2, no=words2, m=mission2)
    return Case(text, [_fact(code, n, land), _fact(code, n2, land2)], {"two": way, "mission": mission2})


_KINDS: tuple[Callable[[random.Random], Case], ...] = (_one, _one, _two)


def case(rng: random.Random) -> Case:
    """One contribution or two."""
    return rng.choice(_KINDS)(rng)
