"""Short articles about levels: the number in headline and lead, then earlier, later, other ones, and those of others."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Place
from .counts import at, upper
from .making import Case, pick
from .sums import _apart

#: The level as headline and lead tell it: one fact. {1} is it; {A} who has them, {D} the demonym, {P} "in Mali".
LEADS = {
    "headline": "{S} has {1} troops {P}, minister says\n\n{S} has {1} soldiers {P}, its defence minister said on Tuesday.",
    "plain": "{A} has {1} troops {P}, the defence minister told parliament on Tuesday.",
    "contingent": "The {D} contingent {P} now numbers {1}, a spokesman said on Monday.",
    "stationed": "About the {D} mission {P} little is known. {1} {D} soldiers are stationed there, the ministry says.",
    "number": "The number of {D} troops {P} stands at {1}, according to a report published on Tuesday.",
    "twice": "{A} has {1} soldiers {P}. Most of the {1} troops are volunteers, the ministry says.",
    "hosts": "{W} hosts {1} {D} soldiers, a parliamentary report says.",
}
#: What comes next; each with the fact that it states: (type, which number, which before, place, dates, status).
NEXT: dict[str, tuple[str, dict[str, Any]]] = {
    "was": ("In 2019 there were {2}.", {"n": 2, "dates": ("2019-01-01", "2019-12-31")}),
    "number stood": ("In 2019 the number stood at {2}.", {"n": 2, "dates": ("2019-01-01", "2019-12-31")}),
    "had": ("In 2019 it had {2} there.", {"n": 2, "dates": ("2019-01-01", "2019-12-31")}),
    "peak": ("At the height of the mission in 2014 they numbered {3}.", {"n": 3, "dates": ("2014-01-01", "2014-12-31")}),
    "is to fall": (
        "By the end of 2026 their number is to fall to {2}.",
        {"type": "strength_change", "n": 2, "status": "planned", "dates": ("", "2026-12-31")},
    ),
    "will be cut": (
        "The force will be cut to {2} next year.",
        {"type": "strength_change", "n": 2, "status": "planned", "dates": ("2026-01-01", "2026-12-31")},
    ),
    "fell": (
        "The number fell from {3} to {2} in 2019.",
        {"type": "strength_change", "n": 2, "before": 3, "status": "completed", "dates": ("2019-01-01", "2019-12-31")},
    ),
    "another": ("Another {2} are {P2}.", {"n": 2, "place": 2}),
    "more at": ("{A} also has {2} soldiers {P2}.", {"n": 2, "place": 2}),
    "keeps": ("A further {2} are based {P2}.", {"n": 2, "place": 2}),
    "other state": ("{S2} has {2} soldiers in the same country.", {"n": 2, "who": 2}),
    "other there": ("{S2} has {2} troops there.", {"n": 2, "who": 2}),
    "other contingent": ("The {D2} contingent {P} numbers {2}.", {"n": 2, "who": 2}),
}  # fmt: skip
#: Sentences that state nothing.
FILLERS = (
    "The figure had been kept secret.", "Opposition parties have asked for it for years.", "The rainy season has begun.",
    "The mission is contested at home.", "Parliament will debate the matter in autumn.", "The minister gave no reasons.",
    "No other details were given.", "The cost has doubled since then.", "A spokesman declined to comment.",
)  # fmt: skip
NUMBERS = (("1,200", 1200), ("850", 850), ("300", 300), ("2,400", 2400), ("640", 640), ("1,750", 1750), ("90", 90))


def case(rng: random.Random) -> Case:
    """A short article."""
    forces = rng.sample(FORCES, 2)
    codes = {f.code for f in forces}
    places = rng.sample([p for p in _apart() if p.country not in codes], 2)
    numbers = sorted(rng.sample(NUMBERS, 3), key=lambda n: n[1])
    numbers = [numbers[1], numbers[0], numbers[2]]
    lead, text = pick(rng, LEADS)
    nxt, (more, fact) = pick(rng, NEXT)
    while nxt == "other state" and places[0].kind != "country":
        nxt, (more, fact) = pick(rng, NEXT)
    names = {
        "A": upper(forces[0].agent), "S": upper(forces[0].state), "D": forces[0].demonym, "S2": upper(forces[1].state),
        "D2": forces[1].demonym, "P": at(places[0]), "P2": at(places[1]), "W": places[0].words,
    }  # fmt: skip
    fillers = rng.sample(FILLERS, 3)
    parts = [text, *fillers[:1], more, *fillers[1:]] if rng.random() < 0.6 else [text, more, *fillers[:1]]
    whole = " ".join(parts)
    for k, n in enumerate(numbers, 1):
        whole = whole.replace(f"{{{k}}}", n[0])
    whole = whole.format(**names)
    whole = ". ".join(upper(s) for s in whole.split(". "))
    wanted = [_fact({"n": 1}, numbers, forces, places), _fact(fact, numbers, forces, places)]
    made_of = {"lead": lead, "next": nxt, "force": forces[0].agent, "place": places[0].words}
    return Case(whole, wanted, made_of)


def _fact(
    fact: dict[str, Any], numbers: list[tuple[str, int]], forces: list[Any], places: list[Place]
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": fact.get("type", "strength"), "actors": {forces[fact.get("who", 1) - 1].code},
        "place": places[fact.get("place", 1) - 1].key, "status": fact.get("status", "in_effect"),
    }  # fmt: skip
    for slot in ("n", "before"):
        if slot in fact:
            value = numbers[fact[slot] - 1][1]
            made[slot] = value, value, "exact", "personnel"
    return made | ({"dates": fact["dates"]} if "dates" in fact else {})
