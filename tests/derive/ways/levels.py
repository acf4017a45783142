"""Levels that change: from so many to so many, by so many, up or down, of those who are somewhere."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force, Place, abroad
from .counts import at, upper
from .making import Case, pick

#: Two levels, the higher first, as they are written: exact ones, and such as are bounded.
PAIRS = (
    ("1,200", 1200, "exact", "800", 800, "exact"),
    ("3,500", 3500, "exact", "2,000", 2000, "exact"),
    ("12,000", 12000, "exact", "8,600", 8600, "exact"),
    ("450", 450, "exact", "300", 300, "exact"),
    ("900", 900, "exact", "150", 150, "exact"),
    ("about 4,000", 4000, "about", "2,500", 2500, "exact"),
    ("some 1,500", 1500, "about", "about 600", 600, "about"),
    ("nearly 5,000", 5000, "about", "1,000", 1000, "exact"),
    ("more than 700", 700, "at_least", "400", 400, "exact"),
    ("2,000", 2000, "exact", "fewer than 500", 500, "at_most"),
)
#: So many come or go.
CHANGES = (
    ("300", 300, "exact"), ("1,200", 1200, "exact"), ("about 650", 650, "about"), ("nearly 400", 400, "about"),
    ("more than 200", 200, "at_least"), ("up to 1,000", 1000, "at_most"), ("at least 150", 150, "at_least"),
)  # fmt: skip
#: How a state changes its level, in five forms: did, do, doing, done, the act as a noun; and its direction.
DOES: dict[str, tuple[tuple[str, str, str, str, str], int]] = {
    "reduce": (("reduced", "reduce", "reducing", "reduced", "reduction"), -1),
    "cut": (("cut", "cut", "cutting", "cut", "cut"), -1),
    "lower": (("lowered", "lower", "lowering", "lowered", "lowering"), -1),
    "trim": (("trimmed", "trim", "trimming", "trimmed", "trimming"), -1),
    "shrink": (("shrank", "shrink", "shrinking", "shrunk", "shrinking"), -1),
    "scale back": (("scaled back", "scale back", "scaling back", "scaled back", "scaling back"), -1),
    "scale down": (("scaled down", "scale down", "scaling down", "scaled down", "scaling down"), -1),
    "draw down": (("drew down", "draw down", "drawing down", "drawn down", "drawdown"), -1),
    "slash": (("slashed", "slash", "slashing", "slashed", "slashing"), -1),
    "downsize": (("downsized", "downsize", "downsizing", "downsized", "downsizing"), -1),
    "decrease": (("decreased", "decrease", "decreasing", "decreased", "decrease"), -1),
    "increase": (("increased", "increase", "increasing", "increased", "increase"), 1),
    "raise": (("raised", "raise", "raising", "raised", "raising"), 1),
    "boost": (("boosted", "boost", "boosting", "boosted", "boost"), 1),
    "expand": (("expanded", "expand", "expanding", "expanded", "expansion"), 1),
    "enlarge": (("enlarged", "enlarge", "enlarging", "enlarged", "enlargement"), 1),
    "step up": (("stepped up", "step up", "stepping up", "stepped up", "stepping up"), 1),
}  # fmt: skip
#: How a level goes by itself: went, goes, gone; its direction.
GOES: dict[str, tuple[tuple[str, str, str], int]] = {
    "fall": (("fell", "falls", "fallen"), -1),
    "drop": (("dropped", "drops", "dropped"), -1),
    "decline": (("declined", "declines", "declined"), -1),
    "shrink": (("shrank", "shrinks", "shrunk"), -1),
    "dwindle": (("dwindled", "dwindles", "dwindled"), -1),
    "decrease": (("decreased", "decreases", "decreased"), -1),
    "go down": (("went down", "goes down", "gone down"), -1),
    "rise": (("rose", "rises", "risen"), 1),
    "grow": (("grew", "grows", "grown"), 1),
    "increase": (("increased", "increases", "increased"), 1),
    "climb": (("climbed", "climbs", "climbed"), 1),
    "go up": (("went up", "goes up", "gone up"), 1),
    "swell": (("swelled", "swells", "swollen"), 1),
    "jump": (("jumped", "jumps", "jumped"), 1),
}  # fmt: skip
#: What has the level; {o}: "its" or "their", {P}: "in Mali".
THINGS = {
    "force": "{o} force {P}", "troops": "{o} troops {P}", "contingent": "{o} contingent {P}",
    "number": "the number of {D} troops {P}", "presence": "{o} military presence {P}", "levels": "troop levels {P}",
    "garrison": "{o} garrison {P}", "strength": "the strength of {o} contingent {P}",
    "soldiers": "the number of {o} soldiers {P}",
}  # fmt: skip
LEVELS = {
    "number": "the number of {D} soldiers {P}", "force": "the {D} force {P}", "contingent": "the {D} contingent {P}",
    "levels": "{D} troop levels {P}", "strength": "the strength of the {D} contingent {P}",
    "presence": "the {D} military presence {P}", "garrison": "the {D} garrison {P}", "numbers": "{D} troop numbers {P}",
    "total": "the total of {D} troops {P}",
}  # fmt: skip
#: From so many to so many; only to; only by; by so many to so many.
AMOUNTS = {
    "from to": "from {a} to {b}", "from to n": "from {a} soldiers to {b}", "to from": "to {b} from {a}",
    "to": "to {b}", "to n": "to {b} soldiers", "by": "by {c}", "by n": "by {c} soldiers",
}  # fmt: skip
#: Shapes for what a state does: form (0 did, 1 do, 2 doing, 3 done, 4 noun); frame; status.
DOING: dict[str, tuple[int, str, str]] = {
    "did": (0, "{A} {v} {t} {n} last month.", "completed"),
    "has": (3, "{A} has {v} {t} {n}.", "completed"),
    "said": (3, "{A} has {v} {t} {n}, the defence minister said on Tuesday.", "completed"),
    "that": (0, "Officials said that {a} {v} {t} {n} in March.", "completed"),
    "in year": (0, "In 2019, {a} {v} {t} {n}.", "completed"),
    "will": (1, "{A} will {v} {t} {n} by the end of 2026.", "planned"),
    "plans": (1, "{A} plans to {v} {t} {n}, according to the ministry.", "planned"),
    "decided": (1, "{A} has decided to {v} {t} {n} next year.", "planned"),
    "ordered": (1, "Parliament ordered {a} to {v} {t} {n}.", "planned"),
    "to": (1, "{A} to {v} {t} {n}\n\nThe plan was announced on Tuesday.", "planned"),
    "weighs": (1, "{A} is considering whether to {v} {t} {n}.", "considered"),
    "may": (1, "{A} may {v} {t} {n}, officials said.", "considered"),
    "proposed": (2, "The minister proposed {v} {t} {n}.", "considered"),
    "denies": (1, "{A} denied that it would {v} {t} {n}.", "denied"),
    "refused": (1, "{A} has refused to {v} {t} {n}.", "denied"),
    "is doing": (2, "{A} is {v} {t} {n}, an official said.", "ongoing"),
    "began": (2, "{A} has begun {v} {t} {n}.", "ongoing"),
    "passive": (3, "{T} was {v} {n} last year.", "completed"),
    "will be": (3, "{T} will be {v} {n} by the end of the year.", "planned"),
    "to be": (3, "{T} is to be {v} {n}, the minister said on Tuesday.", "planned"),
    "after": (2, "After {v} {t} {n} in March, {a} fell silent.", "completed"),
    "by doing": (2, "{A} saved money by {v} {t} {n} last year.", "completed"),
    "wants": (1, "The president wants to {v} {t} {n}.", "considered"),
    "first": (0, "{A} first {v} {t} {n} in 2014.", "completed"),
    "quoted": (3, '"We have {v} {t} {n}," the {D} defence minister said.', "completed"),
    "question": (1, "Should {a} {v} {t} {n}?", ""),
}
#: Shapes for what a level does: form (0 went, 1 goes, 2 gone); frame; status.
GOING: dict[str, tuple[int, str, str]] = {
    "went": (0, "{T} {v} {n} last year.", "completed"),
    "has": (2, "{T} has {v} {n}, the ministry said on Tuesday.", "completed"),
    "over time": (0, "Over the past year {t} {v} {n}.", "completed"),
    "in year": (0, "In 2019, {t} {v} {n}, a report says.", "completed"),
    "since": (2, "{T} has {v} {n} since 2021.", "completed"),
    "while": (0, "While the talks dragged on, {t} {v} {n}.", "completed"),
    "and": (0, "{T} {v} {n} last year, and the bill went with it.", "completed"),
    "that": (2, "The defence minister told parliament that {t} had {v} {n}.", "completed"),
    "after": (0, "After the ceasefire of 2020, {t} {v} {n}.", "completed"),
}
#: Whole texts; {b} is the level, {a} the one before, {c} the change.
TEXTS: dict[str, tuple[str, str, int]] = {
    "down from": ("{D} forces {P} number {b}, down from {a} a year ago.", "completed", -1),
    "down from has": ("{A} has {b} troops {P}, down from {a} in 2019.", "completed", -1),
    "up from": ("{A} now has {a} troops {P}, up from {b} in 2019.", "completed", 1),
    "compared": ("{A} has {b} troops {P}, compared with {a} in 2019.", "completed", -1),
    "bringing": ("{A} withdrew part of its force last month, bringing the number of its troops {P} to {b}.", "", 0),
    "a reduction from to": ("{A} announced a reduction in its force {P} from {a} to {b} troops.", "planned", -1),
    "a cut of": ("{A} announced a cut of {c} in its troops {P}.", "planned", -2),
    "the increase": ("The minister ordered an increase in the number of {D} troops {P} from {b} to {a}.", "planned", 1),
    "double": ("{A} doubled its force {P} to {b} last year.", "completed", 3),
    "halve": ("{A} will halve its force {P} to {b} next year.", "planned", 3),
    "from start": ("From {a} in 2015, the number of {D} troops {P} fell to {b} in 2019.", "completed", -1),
}
#: No level of troops.
NEAR = (
    "{A} reduced its aid to {W} from {a} to {b} dollars a year.",
    "The number of {D} tourists {P} rose from {b} to {a} last year.",
    "The price of bread {P} fell from {a} to {b} pesos, the army's newspaper reports.",
    "{A} cut the number of its diplomats {P} from 40 to 12, the army's newspaper reports.",
    "Deaths among soldiers {P} fell from {a} to {b}.",
)


def _wanted(force: Force, place: Place, status: str, **counts: Any) -> dict[str, Any]:
    return {"type": "strength_change", "actors": {force.code}, "status": status, "place": place.key, **counts}


def _count(value: int, qualifier: str, sign: int = 1) -> tuple[int | None, int | None, str, str]:
    low, high = sign * value, sign * value
    bounds = {"at_least": (low, None), "at_most": (None, high)}.get(qualifier, (low, high))
    return *bounds, qualifier, "personnel"


def case(rng: random.Random) -> Case:
    """One text about a level that changes."""
    force = rng.choice(FORCES)
    place = abroad(rng, force)
    a, before, qa, b, after, qb = rng.choice(PAIRS)
    c, change, qc = rng.choice(CHANGES)
    words = {
        "A": upper(force.agent), "a": force.agent, "D": force.demonym, "P": at(place), "W": place.words, "S": force.state,
    }  # fmt: skip
    parts = {"force": force.agent, "place": place.words}
    kind = rng.random()
    if kind < 0.05:
        text = rng.choice(NEAR).format(**(words | {"a": a, "b": b, "c": c}))
        return Case(upper(text), [], parts | {"shape": f"near {text[-20:]}"})
    if kind < 0.22:
        name, (frame, status, way) = pick(rng, TEXTS)
        text = frame.format(**(words | {"a": a, "b": b, "c": c}))
        old, new = {"before": _count(before, qa)}, {"n": _count(after, qb)}
        if way == 1:
            old, new = {"before": _count(after, qb)}, {"n": _count(before, qa)}
        counts = {**old, **new} if abs(way) == 1 else {"delta": _count(change, qc, -1)} if way == -2 else new
        wanted = [_wanted(force, place, status or "completed", **counts)]
        if name == "bringing":
            wanted = [{"type": "withdrawal", "actors": {force.code}}, *wanted]
        return Case(upper(text), wanted, parts | {"text": name})
    does = rng.random() < 0.6
    way, (forms, sign) = pick(rng, DOES if does else GOES)
    shape, (form, frame, status) = pick(rng, DOING if does else GOING)
    while form == 4:
        shape, (form, frame, status) = pick(rng, DOING)
    thing, words_of = pick(rng, THINGS if does else LEVELS)
    amount, framed = pick(rng, AMOUNTS)
    if sign > 0:
        a, before, qa, b, after, qb = b, after, qb, a, before, qa
    numbers = framed.format(a=a, b=b, c=c)
    passive = "{T}" in frame and does
    whose = (
        "the " + force.demonym if passive or shape in {"proposed", "wants"} else "our" if shape == "quoted" else "its"
    )
    named = words_of.format(o=whose, D=force.demonym, P=at(place))
    if thing in {"levels", "numbers", "troops"}:
        frame = frame.replace("{T} was", "{T} were").replace("{T} is", "{T} are").replace("{T} has", "{T} have")
        frame = frame.replace("{t} was", "{t} were").replace("{t} has", "{t} have")
    if thing == "levels" and (passive or shape in {"proposed", "wants"}):
        named = f"{force.demonym} troop levels {at(place)}"
    text = frame.format(**words, v=forms[form], t=named, T=upper(named), n=numbers)
    counts = {"before": _count(before, qa), "n": _count(after, qb)} if "from" in amount else {"n": _count(after, qb)}
    if amount.startswith("by"):
        counts = {"delta": _count(change, qc, sign) if qc in {"exact", "about"} else _bounded(change, qc, sign)}
    made_of = {
        "way": way,
        "shape": shape,
        "thing": thing,
        "amount": amount,
        "numbers": f"{a} {b}",
        "change": c,
        **parts,
    }
    return Case(upper(text), [_wanted(force, place, status, **counts)] if status else [], made_of)


def _bounded(value: int, qualifier: str, sign: int) -> tuple[int | None, int | None, str, str]:
    low = sign * value if qualifier == "at_least" else None
    high = sign * value if qualifier == "at_most" else None
    return low, high, qualifier, "personnel"
