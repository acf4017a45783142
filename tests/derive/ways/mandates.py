"""Missions in the middle of articles: one takes the place of another, votes on mandates, what is over, and new units
formed of old ones."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES
from .making import Case, pick
from .pacts import OneOf
from .phrasing import capital

#: Missions by their names: whose, and where they are.
_NAMED = (
    ("UNMISS", "UN", "South Sudan"), ("MINUSCA", "UN", "Central African Republic"), ("MONUSCO", "UN", "Congo"), ("UNIFIL", "UN", "Lebanon"),
    ("KFOR", "NATO", "Kosovo"), ("EUTM Mali", "EU", "Mali"), ("EUFOR Althea", "EU", "Bosnia"), ("AMISOM", "AU", "Somalia"),
    ("MINUSMA", "UN", "Mali"), ("UNMIL", "UN", "Liberia"), ("MINUSTAH", "UN", "Haiti"), ("UNAMSIL", "UN", "Sierra Leone"),
    ("ISAF", "NATO", "Afghanistan"), ("SFOR", "NATO", "Bosnia"), ("UNTAET", "UN", "Timor"),
)  # fmt: skip
#: One mission, and the one that came after it: their names, ids, country.
_PAIRS = (
    ("AMISOM", "AU", "ATMIS", "AU", "Somalia"), ("MONUC", "UN", "MONUSCO", "UN", "Congo"), ("ISAF", "NATO", "Resolute Support", "NATO", "Afghanistan"),
    ("SFOR", "NATO", "EUFOR", "EU", "Bosnia"), ("MINUSTAH", "UN", "MINUJUSTH", "UN", "Haiti"), ("AFISMA", "AFISMA", "MINUSMA", "UN", "Mali"),
    ("UNTAET", "UN", "UNMISET", "UN", "Timor"), ("IFOR", "NATO", "SFOR", "NATO", "Bosnia"), ("MISCA", "AU", "MINUSCA", "UN", "Central African Republic"),
)  # fmt: skip
_WHEN = (("on Tuesday", ("2025-06-10", "2025-06-10")), ("last month", ("2025-05-01", "2025-05-31")), ("in March", ("2025-03-01", "2025-03-31")),
         ("in 2013", ("2013-01-01", "2013-12-31")), ("on 3 May", ("2025-05-03", "2025-05-03")))  # fmt: skip


class AnyOf(str):
    """Any of the types, joined by `/`."""

    def __eq__(self, other: object) -> bool:
        return str(other) in self.split("/")

    __hash__ = str.__hash__


def _fact(types: str, code: str, place: str, status: str = "completed", **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"type": AnyOf(types), "actors": {code}, "status": OneOf(status)}
    if not {"deployment", "withdrawal"} & set(types.split("/")):
        made["place"] = place
    return made | more


def _council(code: str) -> str:
    return {
        "UN": "the Security Council",
        "EU": "the Council of the EU",
        "NATO": "the North Atlantic Council",
        "AU": "the AU's Peace and Security Council",
    }[code]


def _pair(rng: random.Random) -> Case:
    """One mission in the place of another."""
    old, whose, new, code, where = rng.choice(_PAIRS)
    when, dates = rng.choice(_WHEN)
    start = "mission_start/mission_transition"
    either = "mission_start/mission_transition/mission_end"
    name, (text, types, status) = pick(rng, {
        "gave way": ("{O} gave way to {N} {w}.", either, "completed"), "made way": ("{O} made way for {N} {w}.", either, "completed"),
        "replaced": ("{N} replaced {O} {w}.", start, "completed"), "was replaced": ("{O} was replaced by {N} {w}.", either, "completed"),
        "succeeded": ("{N} succeeded {O} {w}.", start, "completed"), "was succeeded": ("{O} was succeeded by {N} {w}.", either, "completed"),
        "took over": ("{N} took over from {O} {w}.", start, "completed"), "place": ("{N} took the place of {O} {w}.", start, "completed"),
        "handed": ("{O} handed over to {N} {w}.", either, "completed"), "tasks": ("{O} passed its tasks to {N} {w}.", either, "completed"),
        "tasks passed": ("The tasks of {O} passed to {N} {w}.", either, "completed"), "became": ("{O} became {N} {w}.", start, "completed"),
        "into": ("{O} was transformed into {N} {w}.", start, "completed"), "renamed": ("{O} was renamed {N} {w}.", either + "/restructuring", "completed"),
        "followed": ("{O} was followed by {N} {w}.", start, "completed"), "stead": ("{N} was set up in its stead {w}.", "mission_start", "completed"),
        "in place of": ("{N} was established {w} in place of {O}.", start, "completed"), "absorbed": ("{O} was absorbed into {N} {w}.", either + "/restructuring", "completed"),
        "mandate": ("{N} inherited the mandate of {O} {w}.", start, "completed"), "grew out": ("{N} grew out of {O} {w}.", start, "completed"),
        "torch": ("{O} passed the baton to {N} {w}.", either, "completed"),
        "will": ("{O} will give way to {N} in September.", either, "planned"), "is to": ("{N} is to replace {O} in September.", start, "planned"),
        "would": ("{N} would take over from {O}, diplomats said.", start, "considered/planned"),
    })  # fmt: skip
    then = {"dates": dates} if status == "completed" and "{w}" in text else {}
    lead = f"Few soldiers mourn {old}. " if name == "stead" else ""
    made = lead + text.format(O=old, N=new, w=when, w2=when.removeprefix("in ").removeprefix("on "))
    whom = {"actors": {code}} if code == whose == "UN" else {}
    fact = _fact(types, code, where, status, **then)
    fact.pop("actors")
    return Case(made, [fact | whom], {"made": "pair", "pair": name, "old": old, "when": when})


def _vote(rng: random.Random) -> Case:
    """A council or parliament decides on a mandate."""
    name, code, where = rng.choice([m for m in _NAMED if m[1] != "NATO"])
    council = _council(code)
    when, _ = rng.choice(_WHEN[:2])
    goes_on = "mission_continuation"
    kind, (text, types, status) = pick(rng, {
        "another year": ("{C} {w} gave {m} another year.", goes_on, "completed/planned"), "granted": ("{C} {w} granted {m} a further six months.", goes_on, "completed/planned"),
        "votes": ("By 13 votes to none {c} {w} prolonged the mandate of {m}.", goes_on, "completed/planned"), "adds": ("The vote {w} adds another year to {m}'s mandate.", goes_on, "completed/planned/ongoing"),
        "now runs": ("{m}'s mandate now runs until June 2026.", goes_on, "completed/planned/ongoing/in_effect"),
        "had been due": ("{m}'s mandate, which had been due to expire this month, was prolonged {w}.", goes_on, "completed/planned"),
        "voted for": ("{C} voted {w} for the continuation of {m}.", goes_on, "completed/planned"), "technical": ("{C} agreed {w} on a technical rollover of {m}'s mandate.", goes_on, "completed/planned"),
        "no extension": ("There will be no extension of {m}'s mandate.", goes_on, "denied"), "not prolong": ("{C} will not prolong {m}'s mandate, diplomats said.", goes_on, "denied"),
        "lapse": ("{C} let the mandate of {m} lapse {w}.", "mission_end", "completed"), "run out": ("{C} let the mandate of {m} run out {w}.", "mission_end", "completed"),
        "ended": ("{C}'s vote {w} ended {m}'s mandate with immediate effect.", "mission_end", "completed"), "close": ("{C} voted {w} to close {m} by December.", "mission_end", "planned"),
        "last time": ("{C} {w} extended the mandate of {m} for the last time.", goes_on, "completed/planned"), "final": ("{C} {w} approved a final extension of {m}'s mandate.", goes_on, "completed/planned"),
        "unanimous": ("{C} voted unanimously {w} to keep {m} in place for a year.", goes_on, "completed/planned"), "asked": ("{C} was asked {w} to extend {m}'s mandate by a year.", goes_on, "considered"),
        "drafting": ("Diplomats are drafting a text that would extend {m}'s mandate by a year.", goes_on, "considered/planned"),
        "veto": ("Russia vetoed an extension of {m}'s mandate {w}.", goes_on, "denied"), "lower": ("{C} {w} lowered the ceiling of {m}'s troops.", "mission_transition/strength_change/withdrawal", "completed/planned"),
        "broader": ("{C} {w} gave {m} a broader mandate.", "mission_transition", "completed"), "robust": ("{C} {w} gave {m} a more robust mandate.", "mission_transition", "completed"),
        "task": ("{C} {w} added the protection of civilians to {m}'s tasks.", "mission_transition", "completed"), "tasked": ("{C} {w} tasked {m} with the protection of civilians.", "mission_transition", "completed"),
        "until": ("{m} is to stay until June 2026.", goes_on, "planned"),
    })  # fmt: skip
    made = text.format(C=capital(council), c=council, m=name, w=when)
    end = rng.choice(("", " The army was relieved.", " A spokesman for the troops thanked the members."))
    return Case(made + end, [_fact(types, code, where, status)], {"made": "vote", "vote": kind, "mission": name})


def _over(rng: random.Random) -> Case:
    """A mission is over, without a verb of ending; or begins, without one of beginning."""
    name, code, where = rng.choice(_NAMED)
    year = rng.randrange(2008, 2022)
    kind, (text, types, status) = pick(rng, {
        "no more": ("After nine years {m} is no more.", "mission_end", "completed"), "over": ("{m} is over.", "mission_end", "completed"),
        "history": ("{m} is history.", "mission_end", "completed"), "gone by": ("{m} will be gone by Christmas.", "mission_end/withdrawal", "planned"),
        "ceased": ("{m} ceased to exist on Tuesday.", "mission_end/restructuring", "completed"),
        "doors": ("{m} closed its doors on Tuesday.", "mission_end/base_closure", "completed"), "curtain": ("The curtain came down on {m} on Tuesday.", "mission_end", "completed"),
        "flag": ("The flag of {m} was lowered for the last time on Tuesday.", "mission_end", "completed"), "end of": ("Tuesday marked the end of {m}.", "mission_end", "completed"),
        "nine years": ("Nine years of {m} are over.", "mission_end", "completed"), "is ending": ("{m} is coming to its end.", "mission_end", "ongoing/planned"),
        "winding": ("{m} is being wound up.", "mission_end", "ongoing"), "liquidated": ("{m} was liquidated last year.", "mission_end", "completed"),
        "created": ("Created in {y}, {m} has never been loved.", "mission_start", "completed"),
        "came into": ("{m} came into being in {y}.", "mission_start", "completed"), "born": ("{m} was born in {y}.", "mission_start", "completed"),
        "goes back": ("{m} dates from {y}.", "mission_start", "completed"), "saw light": ("{m} saw the light of day in {y}.", "mission_start", "completed"),
        "deployed": ("{m} was first deployed in {y}.", "mission_start/deployment", "completed"), "has been": ("{m}, in place since {y}, has 300 cooks.", "mission_start/presence/deployment", "completed/in_effect"),
        "set up by": ("{m}, set up by a vote in {y}, has few friends.", "mission_start", "completed"),
        "comes": ("In its place comes {m}.", "mission_start/deployment", "planned/ongoing/completed"),
    })  # fmt: skip
    made = text.format(m=name, y=year)
    return Case(
        made + rng.choice((" Soldiers had seen it coming.", " The army will not miss it.")),
        [_fact(types, code, where, status)],
        {"made": "over", "over": kind, "mission": name},
    )


_UNITS = (("the 41st Infantry Battalion", "the 7th Brigade"), ("the 3rd Marine Regiment", "the Coastal Brigade"), ("the Signals Squadron", "the Western Military Region"),
          ("the 2nd Air Wing", "the Air Defence Command"), ("the 9th Mechanised Brigade", "the 1st Corps"), ("the 5th Engineer Battalion", "the Support Command"))  # fmt: skip


def _unit(rng: random.Random) -> Case:
    """Units formed of others, merged, revived, put under another's command."""
    force = rng.choice(FORCES)
    one, two = rng.choice(_UNITS)
    when, _ = rng.choice(_WHEN)
    kind, (text, status) = pick(rng, {
        "formed of": ("{T} was formed {w} out of {o} and two companies.", "completed"), "formed from": ("{T} was formed {w} from {o} and a staff company.", "completed"),
        "merged": ("{O} was merged with {t} {w}.", "completed"), "into": ("{O} was folded into {t} {w}.", "completed"), "under": ("{O} was put under the command of {t} {w}.", "completed"),
        "subordinated": ("{O} has been subordinated to {t} since {w2}.", "completed/in_effect/ongoing"), "answers": ("Since {w2} {o} has answered to {t}.", "completed/in_effect/ongoing"),
        "revived": ("{O} was revived {w} after 20 years.", "completed"), "re-raised": ("{O} was raised anew {w}.", "completed"), "disbanded": ("{O} was struck off the order of battle {w}.", "completed"),
        "split": ("{O} was split in two {w}.", "completed"), "grouped": ("{O} and three companies were grouped into a new brigade {w}.", "completed"),
        "reorganised": ("{O} was reorganised into a brigade {w}.", "completed"), "will": ("{O} will be absorbed by {t} next year.", "planned"),
        "is to": ("{O} is to be disbanded next year.", "planned"), "may": ("{O} could be merged with {t}, officials said.", "considered"),
        "stood up": ("A new brigade was stood up {w} around {o}.", "completed"),
        "lost": ("{O} lost its independence {w} and became part of {t}.", "completed"),
        "came": ("{O} came under {t} {w}.", "completed"), "reports": ("{O} now reports to {t}.", "completed/in_effect"), "transfer": ("The transfer of {o} to {t} was completed {w}.", "completed"),
        "dissolution": ("The dissolution of {o} was announced {w}.", "planned/completed"), "created": ("{O} was created {w} from the remnants of two regiments.", "completed"),
        "emerged": ("{T} emerged {w} from the merger of {o} and a staff company.", "completed"), "consists": ("{T}, formed {w}, has two staffs.", "completed"),
    })  # fmt: skip
    o, t = (
        f"the {force.demonym} army's {x.removeprefix('the ')}" if rng.random() < 0.4 and x == one else x
        for x in (one, two)
    )
    lead = f"The {force.demonym} army is changing. "
    made = lead + text.format(
        O=capital(o), o=o, T=capital(t), t=t, w=when, w2=when.removeprefix("in ").removeprefix("on ")
    )
    fact: dict[str, Any] = {"type": AnyOf("restructuring"), "status": OneOf(status), "actors": {force.code}}
    return Case(made, [fact], {"made": "unit", "unit": kind, "when": when})


_NEAR = (
    "The Security Council {w} gave the ambassador another minute to speak about {m}.", "The mandate of {m}'s cook was not extended.",
    "{m} soldiers handed over to each other the keys of the canteen.", "The council voted on a text about whales. {m} soldiers watched it on television.",
    "A football tournament of {m} soldiers ended {w}.", "The spokesman of {m} was replaced by a colonel {w}.", "The army's chief cook took over from his uncle {w}.",
    "{m} troops gave way to an ambulance {w}.", "The army brass band was split over a march {w}.",
)  # fmt: skip


def _near(rng: random.Random) -> Case:
    text = rng.choice(_NEAR)
    name, _, _ = rng.choice(_NAMED)
    return Case(text.format(m=name, w=rng.choice(_WHEN)[0]), [], {"made": "near", "near": text})


def case(rng: random.Random) -> Case:
    """A sentence or two on a mission or unit."""
    return rng.choices((_pair, _vote, _over, _unit, _near), (5, 6, 5, 5, 1))[0](rng)
