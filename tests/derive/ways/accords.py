"""Deals and missions as articles tell them: told again with less detail, by short forms, with their history behind."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, abroad
from .deals import Of
from .making import Case, pick
from .phrasing import capital

#: Deals, and what the text calls them further on.
_PACTS = (
    ("a defence pact", "the pact"), ("a military cooperation agreement", "the agreement"), ("a status-of-forces agreement", "the agreement"),
    ("a mutual defence treaty", "the treaty"), ("an accord on military bases", "the accord"), ("a military cooperation deal", "the deal"),
    ("a memorandum on military cooperation", "the document"), ("a ten-year defence agreement", "the agreement"),
)  # fmt: skip
_SORTS = ("training mission", "military mission", "peacekeeping mission", "naval mission", "military operation", "observer mission",
          "combat mission", "stabilisation mission", "advisory mission")  # fmt: skip
#: Missions by their names: whose, and where they are.
_NAMED = (
    ("UNIFIL", "UN", "Lebanon"), ("MINUSCA", "UN", "Central African Republic"), ("MONUSCO", "UN", "Congo"), ("UNMISS", "UN", "South Sudan"),
    ("KFOR", "NATO", "Kosovo"), ("EUTM Mali", "EU", "Mali"), ("EUFOR Althea", "EU", "Bosnia"), ("AMISOM", "AU", "Somalia"),
    ("MINUSMA", "UN", "Mali"), ("UNAMID", "UN", "Darfur"),
)  # fmt: skip
#: What articles say besides, of no force's posture.
_FILLERS = (
    "\u201cThis is a good day,\u201d {speaker} said.", "Opposition leaders criticised the decision.", "No details were given.",
    "The talks also dealt with tariffs and visas.", "Analysts were not surprised.", "Two ministers did not come to the ceremony.",
    "The government faces elections next year.", "Protesters had gathered outside parliament.", "Neither side would say what it had cost.",
)  # fmt: skip
_DATES = (
    ("on Tuesday", ("2025-06-10", "2025-06-10")), ("last month", ("2025-05-01", "2025-05-31")), ("on 3 May", ("2025-05-03", "2025-05-03")),
    ("in March", ("2025-03-01", "2025-03-31")), ("yesterday", ("2025-06-11", "2025-06-11")), ("last week", None),
)  # fmt: skip
_YEARS = (("in 2013", ("2013-01-01", "2013-12-31")), ("in September 2019", ("2019-09-01", "2019-09-30")), ("in March 2021", ("2021-03-01", "2021-03-31")),
          ("in 2016", ("2016-01-01", "2016-12-31")))  # fmt: skip


def _fact(type_code: str, actors: set[str], status: str = "completed", **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"type": type_code, "actors": actors, "status": status}
    return made | {k: v for k, v in more.items() if v is not None}


def _accord(rng: random.Random) -> Case:
    """A deal: headline or none, lead, told again, a word of its history."""
    one, two = rng.sample(FORCES, 2)
    pact, short = rng.choice(_PACTS)
    when, dates = rng.choice(_DATES)
    year, then = rng.choice(_YEARS)
    bare = pact.split(" ", 1)[1]
    place = abroad(rng, one)
    both = {one.code, two.code}
    deal = _fact("agreement", both, dates=dates)
    head_name, head = pick(rng, {
        "none": "", "signs": "{A} and {B} sign {bare}\n\n", "dateline": "{B}, {A} sign {bare}\n\nGENEVA (AFP) - ", "pact": "New {bare} between {A} and {B}\n\n",
    })  # fmt: skip
    lead_name, lead = pick(rng, {
        "signed": "{A} and {B} signed {pact} {when}.", "said": "{A} and {B} signed {pact} {when}, {speaker} said.",
        "with": "{A} has signed {pact} with {B}, officials said {when}.", "concluded": "{A} and {B} {when} concluded {pact}.",
        "ministers": "The defence ministers of {A} and {B} put their names to {pact} {when}.", "agreed": "{A} and {B} agreed on {pact} {when}.",
        "presidents": "The presidents of {A} and {B} signed {pact} {when} after two days of talks.",
    })  # fmt: skip
    again_name, again = pick(rng, {
        "none": "", "runs": "{Short} will run for ten years.", "quote": "\u201cThe agreement that we have signed is historic,\u201d the {bd} president said.",
        "ministers": "{Short}, signed by the two defence ministers, has 40 pages.", "allows": "{Short} makes visits by delegations easier.",
        "signing": "The signing of {short} was shown on television.", "under": "Under {short}, officers of both countries will meet once a year.",
        "text": "The text of {short} has not been published.",
    })  # fmt: skip
    back_name, (back, more) = pick(rng, {
        "none": ("", []),
        "mission": ("{A} ended its military mission in {p} {year}.", [_fact("mission_end", {one.code}, place=place.key, dates=then)]),
        "scrapped": ("{A} had scrapped its defence agreement with {C} {year}.", None),
        "troops": ("{A} withdrew 300 soldiers from {p} {year}.", [_fact("withdrawal", {one.code}, origin=place.key, dates=then)]),
        "civil": ("Trade between the two countries has doubled since 2015.", []),
        "planned": ("{B} will send 200 soldiers to {p} in September.", [_fact("deployment", {two.code}, "planned", destination=place.key)]),
    })  # fmt: skip
    third = rng.choice([f for f in FORCES if f.code not in both])
    if place.country in both:
        back_name, back, more = "none", "", []
    if more is None:
        more = [_fact("agreement", Of({one.code}), dates=then)]
    if lead_name == "with":
        deal.pop("dates", None)
    text = " ".join(s for s in (lead, again, rng.choice((*_FILLERS, "")), back) if s)
    slots = {
        "A": capital(one.state), "B": capital(two.state), "C": third.state, "bd": two.demonym, "pact": pact, "bare": bare, "short": short,
        "Short": capital(short), "when": when, "speaker": f"the {one.demonym} defence minister", "p": place.words, "year": year,
    }  # fmt: skip
    parts = {
        "made": "accord",
        "head": head_name,
        "lead": lead_name,
        "again": again_name,
        "back": back_name,
        "pact": bare,
    }
    return Case((head + text).format(**slots), [deal, *more], parts)


def _mission(rng: random.Random) -> Case:
    """A mission that is prolonged or ends: told again, its beginning, what else happens."""
    force = rng.choice(FORCES)
    place = abroad(rng, force)
    where = ("at " if place.kind == "site" else "in ") + place.words
    adjective, code, decider, speaker = rng.choice((
        (force.demonym, force.code, f"the {force.demonym} parliament", f"the {force.demonym} defence minister"),
        (force.demonym, force.code, force.state, f"the {force.demonym} president"),
        ("EU", "EU", "EU foreign ministers", "the bloc's foreign policy chief"), ("UN", "UN", "the UN Security Council", "a UN spokesman"),
        ("NATO", "NATO", "NATO", "the alliance's spokeswoman"),
    ))  # fmt: skip
    sort = rng.choice(_SORTS)
    when, dates = rng.choice(_DATES)
    year, then = rng.choice(_YEARS)
    at = {"place": place.key}
    kind, (lead, first) = pick(rng, {
        "extended": ("{D} {when} extended the {m} {w} until 30 June 2026.", _fact("mission_continuation", {code}, **at)),
        "was extended": ("The {a} {m} {w} was extended {when} for another year.", _fact("mission_continuation", {code}, **at)),
        "ended": ("The {a} {m} {w} ended {when} with a ceremony.", _fact("mission_end", {code}, **at, dates=dates)),
        "will end": ("The {a} {m} {w} will end in December, {speaker} said {when}.", _fact("mission_end", {code}, "planned", **at)),
        "decided": ("{D} decided {when} to end the {a} {m} {w} in December.", _fact("mission_end", {code}, "planned", **at)),
        "may end": ("{D} is considering ending the {a} {m} {w}, {speaker} said.", _fact("mission_end", {code}, "considered", **at)),
        "not end": ("{D} denied that the {a} {m} {w} would end.", _fact("mission_end", {code}, "denied", **at)),
    })  # fmt: skip
    history, (told, start) = pick(rng, {
        "none": ("", False), "it began": ("It began {year}.", True), "which": ("The mission, which was launched {year}, costs 40 million euros a year.", True),
        "launched": ("The mission was launched {year}.", True), "set up": ("It was set up {year} after a coup.", True),
        "since": ("Since the mission began {year}, three governments have fallen.", True), "launched in": ("Launched {year}, the mission has few friends.", True),
        "founded": ("The mission was founded {year} by a unanimous vote.", True),
    })  # fmt: skip
    again_name, again = pick(rng, {
        "none": "", "extension": "The extension was approved without debate.", "end": "The end of the mission was expected.",
        "quote": "\u201cThe mission is needed,\u201d {speaker} said.", "mandate": "Its mandate is a broad one.", "cost": "It costs 40 million euros a year.",
    })  # fmt: skip
    if (
        again_name == "extension"
        and "extended" not in kind
        or again_name == "end"
        and kind not in {"ended", "will end", "decided"}
    ):
        again_name, again = "none", ""
    text = " ".join(s for s in (lead, told, again, rng.choice((*_FILLERS, ""))) if s)
    slots = {
        "D": capital(decider),
        "a": adjective,
        "m": sort,
        "w": where,
        "when": when,
        "year": year,
        "speaker": speaker,
    }
    text = text.format(**slots).replace("ministers is ", "ministers are ")
    wanted = [first] + ([_fact("mission_start", {code}, **at, dates=then)] if start else [])
    parts = {
        "made": "mission",
        "lead": kind,
        "history": history,
        "again": again_name,
        "sort": sort,
        "place": place.kind,
        "who": adjective,
    }
    return Case(text, wanted, parts)


def _named(rng: random.Random) -> Case:
    """A mission with a name that everybody knows."""
    name, code, where = rng.choice(_NAMED)
    when, dates = rng.choice(_DATES)
    year, then = rng.choice(_YEARS)
    who = {"UN": "The Security Council", "EU": "EU foreign ministers", "NATO": "NATO", "AU": "The African Union"}[code]
    kind, (text, wanted) = pick(rng, {
        "mandate": (f"{name}'s mandate was extended {when} until 31 August 2026.", [_fact("mission_continuation", {code})]),
        "extended": (f"{who} extended the mandate of {name} {when} by six months.", [_fact("mission_continuation", {code})]),
        "ended": (f"{name} ended {when}.", [_fact("mission_end", {code}, dates=dates)]),
        "began": (f"{name} began {year} as a small force.", [_fact("mission_start", {code}, dates=then)]),
        "established": (f"{name} was established {year}.", [_fact("mission_start", {code}, dates=then)]),
        "which": (f"{name}, which was set up {year}, is not loved by everybody in the army.", [_fact("mission_start", {code}, dates=then)]),
        "close": (f"{name} will close in December, diplomats said.", [_fact("mission_end", {code}, "planned")]),
        "expire": (f"The mandate of {name} expires in September.", [_fact("mission_end", {code}, "planned")]),
        "three": (f"{name} was launched {year}. The peacekeepers' mandate was renewed {when} for a year.",
                  [_fact("mission_start", {code}, dates=then), _fact("mission_continuation", {code})]),
        "resolution": (f"By resolution 2745 {who.replace('The S', 'the S').replace('The A', 'the A')} extended the mandate of {name} until 31 July 2026.", [_fact("mission_continuation", {code})]),
        "wound": (f"{who} decided {when} to wind up {name} by the end of the year.", [_fact("mission_end", {code}, "planned")]),
        "refuse": (f"{who} refused to extend the mandate of {name}.", [_fact("mission_continuation", {code}, "denied")]),
    })  # fmt: skip
    for w in wanted:
        w["place"] = where
    return Case(text, wanted, {"made": "named", "kind": kind, "name": name})


def _dated(rng: random.Random) -> Case:
    """A deal of long ago, as background."""
    one, two = rng.sample(FORCES, 2)
    pact, _ = rng.choice(_PACTS)
    bare = pact.split(" ", 1)[1]
    year, then = rng.choice(_YEARS)
    name, text = pick(rng, {
        "under": "Under {pact} that {A} and {B} signed {year}, officers of both countries meet once a year.",
        "signed by": "{Pact} signed {year} by {A} and {B} allows such visits.", "between": "{Pact} between {A} and {B}, concluded {year}, has never been invoked.",
        "bound": "{A} and {B} are bound by {pact} signed {year}.", "with": "{A} has {pact} with {B}, signed {year}.",
        "of": "The legal basis is {pact} that {A} and {B} concluded {year}.", "relations": "{A} and {B} concluded {pact} {year} and renewed trade ties.",
        "according": "According to {pact} concluded {year} between {A} and {B}, no visas are needed for officers.",
        "rests": "{Pact} with {B}, on which this rests, was signed by {A} {year}.", "dates": "{A} signed {pact} with {B} as long ago as {yearbare}.",
        "followed": "{A} and {B} reached {pact} {year}, two months after the floods.", "since": "Since {A} and {B} signed {pact} {year}, trade has grown.",
    })  # fmt: skip
    made = text.format(
        A=capital(one.state) if text.startswith("{A}") else one.state, B=two.state, pact=pact, Pact=capital(pact), year=year, yearbare=year.removeprefix("in "), bare=bare,
    )  # fmt: skip
    return Case(
        made, [_fact("agreement", {one.code, two.code}, dates=then)], {"made": "dated", "dated": name, "pact": bare}
    )


def _several(rng: random.Random) -> Case:
    """Several facts in one sentence."""
    force = rng.choice(FORCES)
    place = abroad(rng, force)
    where = ("at " if place.kind == "site" else "in ") + place.words
    sort = rng.choice(_SORTS)
    year, then = rng.choice(_YEARS)
    at = {"place": place.key}
    c = {force.code}
    start = _fact("mission_start", c, **at, dates=then)
    name, (text, wanted) = pick(rng, {
        "began ended": ("The {a} {m} {w} began {year} and ended last month.", [start, _fact("mission_end", c, **at)]),
        "launched and": ("The {a} {m} {w}, launched {year}, was wound up last month.", [start, _fact("mission_end", c, **at)]),
        "extended sent": ("{A} extended its {m} {w} last month and sent 200 soldiers to Kigali.",
                          [_fact("mission_continuation", c, **at), _fact("deployment", c, destination="Kigali")]),
        "ended withdrew": ("{A} ended its {m} {w} last month and withdrew 300 soldiers from Kigali.",
                           [_fact("mission_end", c, **at), _fact("withdrawal", c, origin="Kigali")]),
        "disbanded": ("{A} disbanded its 4th Marine Battalion, formed {year}.", [_fact("restructuring", c), _fact("restructuring", c, dates=then)]),
        "merged": ("{A} merged its 4th Marine Battalion into the 7th Brigade and closed the barracks at Huye.",
                   [_fact("restructuring", c), _fact("base_closure", c, place="Huye")]),
        "refocus": ("{A} will shift its {m} {w} from combat to training and extend it until 2027.",
                    [_fact("mission_transition", c, "planned", **at), _fact("mission_continuation", c, "planned", **at)]),
        "not but": ("{A} will not extend its {m} {w}, which ends in December.",
                    [_fact("mission_continuation", c, "denied", **at), _fact("mission_end", c, "planned", **at)]),
    })  # fmt: skip
    made = text.format(A=capital(force.agent), a=force.demonym, m=sort, w=where, year=year)
    return Case(made, wanted, {"made": "several", "several": name, "sort": sort, "place": place.kind})


def case(rng: random.Random) -> Case:
    """A few sentences about a deal or a mission."""
    maker = rng.choices((_accord, _mission, _named, _dated, _several), (4, 4, 2, 2, 2))[0]
    made = maker(rng)
    if _ARMED.intersection(made.text.replace(",", " ").replace(".", " ").split()):
        return made
    return Case(made.text + " Military experts were divided.", made.wanted, made.made_of)


#: A text without such a word is about no armed force.
_ARMED = frozenset("military army troops naval Battalion soldiers peacekeeping defence".split())
