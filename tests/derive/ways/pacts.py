"""Deals in the middle of articles: as what something rests on, as the same that another has done, pointed back to,
waiting, and stalled."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force
from .deals import Of
from .making import Case, pick
from .phrasing import capital

_PACTS = (
    "defence agreement", "security agreement", "status-of-forces agreement", "military cooperation accord", "defence treaty", "defence pact",
    "memorandum on military cooperation", "military protocol", "basing agreement", "defence cooperation agreement", "visiting forces agreement",
    "military cooperation contract", "security pact", "agreement on military bases", "deal on military training",
)  # fmt: skip
#: How old it is, behind its noun: the year.
_AGES = {
    "of": "of {y}", "from": "from {y}", "concluded": "concluded in {y}", "signed": "signed in {y}", "dates from": "that dates from {y}",
    "goes back": "that goes back to {y}", "dating": "dating from {y}", "dating back": "dating back to {y}", "reached": "reached in {y}",
    "they signed": "that the two countries signed in {y}", "which was": "which was concluded in {y}", "ratified": "ratified in {y}",
    "they": "they concluded in {y}", "governments": "which the two governments signed in {y}", "agreed": "agreed in {y}",
    "agreed on": "agreed on in {y}", "struck": "struck in {y}", "initialled": "initialled in {y}", "was signed": "that was signed in {y}",
}  # fmt: skip
_UNDER = ("under", "on the basis of", "by virtue of", "in line with", "in accordance with", "thanks to", "pursuant to",
          "as part of", "within the framework of", "in keeping with", "as laid down in", "as provided for in")  # fmt: skip
_WHEN = (("on Tuesday", ("2025-06-10", "2025-06-10")), ("last month", ("2025-05-01", "2025-05-31")),
         ("on 3 May", ("2025-05-03", "2025-05-03")), ("in March", ("2025-03-01", "2025-03-31")))  # fmt: skip


class OneOf(str):
    """Any of the words, joined by `/`."""

    def __eq__(self, other: object) -> bool:
        return str(other) in self.split("/")

    __hash__ = str.__hash__


def _an(noun: str) -> str:
    return ("an " if noun[0] in "aeiou" else "a ") + noun


def _deal(actors: set[str], status: str = "completed", **more: Any) -> dict[str, Any]:
    return {"type": "agreement", "actors": actors, "status": OneOf(status)} | more


def _year(rng: random.Random) -> tuple[str, tuple[str, str]]:
    year = rng.randrange(1994, 2022)
    return str(year), (f"{year}-01-01", f"{year}-12-31")


def _main(rng: random.Random, one: Force, two: Force) -> tuple[str, str, list[dict[str, Any]]]:
    """What rests on the deal: name, words, facts."""
    n = rng.choice((200, 350, 1200))
    told = {"actors": {two.code}}
    host = capital(one.state)
    return rng.choice((
        ("stationed", f"{n:,} {two.demonym} soldiers are stationed in {one.state}", [{"type": "strength", "n": (n, n, "exact", "personnel")} | told]),
        ("sent", f"{two.state} sent {n:,} soldiers to {one.state} in April", [{"type": "deployment", "n": (n, n, "exact", "personnel")} | told]),
        ("meet", f"{two.demonym} and {one.demonym} officers meet once a year", []),
        ("no say", f"{host} has no say in where {two.demonym} officers live", []),
        ("pays", f"{two.state} pays the wages of {one.demonym} army cooks", []),
        ("doctors", f"{two.demonym} army doctors are free to work in {one.demonym} clinics", []),
    ))  # fmt: skip


def _under(rng: random.Random) -> Case:
    """It is named as what something rests on, with its age."""
    one, two = rng.sample(FORCES, 2)
    pact = rng.choice(_PACTS)
    year, dates = _year(rng)
    age_name, age = pick(rng, _AGES)
    age = age.format(y=year)
    pact_aged = f"{pact} {age}"
    prep = rng.choice(_UNDER)
    main_name, main, facts = _main(rng, one, two)
    article = rng.choice(("the", _an(pact).split()[0]))
    name, text = pick(rng, {
        "front": f"{capital(prep)} {article} {pact_aged}, {main}.", "back": f"{capital(main)} {prep} {article} {pact_aged}.",
        "basis": f"{capital(main)}. The legal basis is {article} {pact_aged}.", "rests": f"{capital(main)}. This rests on {article} {pact_aged}.",
        "governs": f"{capital(main)}. {capital(article)} {pact_aged} governs such matters.",
        "possible": f"{capital(main)}. {capital(article)} {pact_aged} makes this possible.",
        "has": f"{capital(main)}. {capital(one.state)} has {_an(pact)} with {two.state} {age}." if age_name in {"of", "from", "dates from", "signed", "goes back", "concluded"} else f"{capital(main)} under {article} {pact_aged}.",
        "since": f"{capital(main)}. The two countries have had {_an(pact)} since {year}.",
        "bound": f"{capital(main)}. The two countries are bound by {_an(pact)} {age}.",
        "according": f"According to {article} {pact_aged}, {main}.",
    })  # fmt: skip
    wanted = _deal({one.code, two.code}, dates=dates) if name != "since" else _deal({one.code, two.code})
    return Case(
        text,
        [wanted, *facts],
        {"made": "under", "under": name, "prep": prep, "age": age_name, "pact": pact, "main": main_name},
    )


def _same(rng: random.Random) -> Case:
    """Others have done the same."""
    one, two, three = rng.sample(FORCES, 3)
    pact = rng.choice(_PACTS)
    when, dates = rng.choice(_WHEN[:2])
    lead = rng.choice(
        (
            "{A} signed {p} with {B} {w}.",
            "{A} and {B} signed {p} {w}.",
            "{A} concluded {p} with {B} {w}, officials said.",
        )
    )
    then = {"dates": ("2025-03-01", "2025-03-31")}
    old = {"dates": ("2013-01-01", "2013-12-31")}
    name, (text, status, more) = pick(rng, {
        "done so": ("{C} had done so in March.", "completed", then), "did the same": ("{C} did the same in March.", "completed", then),
        "had done": ("{C} had done the same in March.", "completed", then), "likewise": ("{C} did likewise in March.", "completed", then),
        "suit": ("{C} followed suit in March.", "completed", then), "followed": ("{C} followed in March.", "completed", then),
        "one": ("{C} concluded one in March.", "completed", then), "similar one": ("{C} signed a similar one in March.", "completed", then),
        "too": ("{C}, too, signed one in March.", "completed", then), "has such": ("{C} has had such an agreement since 2013.", "completed", {}),
        "the one": ("The one with {c} dates from 2013.", "completed", old), "has one": ("{C} has had one since 2013.", "completed", {}),
        "was signed": ("A similar one with {c} was signed in March.", "completed", then), "that with": ("That with {c} was signed in March.", "completed", then),
        "agreement": ("A similar agreement with {c} was reached in March.", "completed", then), "of kind": ("{C} signed an agreement of the same kind in March.", "completed", then),
        "step": ("{C} took the same step in March.", "completed", then), "is to": ("{C} is to do the same in September.", "planned", {}),
        "will": ("{C} will follow in September.", "planned", {}), "talks": ("Talks with {c} on a similar agreement are under way.", "considered", {}),
        "negotiating": ("{C} is negotiating a similar one.", "considered", {}), "not": ("{C} has not signed one.", "denied", {}),
        "own": ("{C} has its own agreement with {b}, of 2013.", "completed", old), "second": ("A second such pact, with {c}, was signed in March.", "completed", then),
        "and": ("{C} did so in March.", "completed", then), "also": ("It also signed one with {c} in March.", "completed", then),
    })  # fmt: skip
    slots = {
        "A": capital(one.state),
        "B": two.state,
        "C": capital(three.state),
        "b": two.state,
        "c": three.state,
        "p": _an(pact),
        "w": when,
    }
    first = _deal({one.code, two.code}, dates=dates)
    second = _deal(Of({three.code}), status, **more)
    return Case(
        f"{lead} {text}".format(**slots), [first, second], {"made": "same", "same": name, "pact": pact, "when": when}
    )


def _pointed(rng: random.Random) -> Case:
    """The deal is spoken of first, then done."""
    one, two = rng.sample(FORCES, 2)
    pact = rng.choice(_PACTS)
    when, dates = rng.choice(_WHEN)
    short = pact.split(" on ")[0].split(" ")[-1]
    first_name, first = pick(rng, {
        "surprise": "The {p} between {A} and {B} took everyone by surprise.", "critics": "Critics in {A} call the {p} with {B} a sell-out.",
        "doubts": "There had been doubts about the {p} with {B} in {A}.", "waited": "{A} and {B} had waited for the {p} for years.",
    })  # fmt: skip
    name, second = pick(rng, {
        "signed it": "The two presidents signed it {w} in Geneva.", "was signed": "It was signed {w} by the two defence ministers.",
        "names": "The two presidents put their names to it {w}.", "initialled": "{W} the two sides initialled it.",
        "which": "The {s}, which the two presidents signed {w}, runs for ten years.", "signed front": "Signed {w} by both presidents, the {s} runs for ten years.",
        "names to which": "The {s}, to which the two presidents put their names {w}, runs for ten years.", "force": "It entered into force {w}.",
        "effect": "It took effect {w}.", "put names": "The {s}, which the two presidents put their names to {w}, has 20 pages.",
        "ceremony": "It was signed at a ceremony {w}.", "ministers": "The ministers of both countries initialled it {w}.",
        "ink": "The ink was put to it {w} by the defence ministers of both countries." , "approved": "Both parliaments approved it {w}.",
        "paper": "The document was signed {w}.", "text": "The text was initialled {w}.",
        "ratified": "Parliament in {A} ratified it {w}.",
    })  # fmt: skip
    slots = {"A": capital(one.state), "B": two.state, "p": pact, "s": short, "w": when, "W": capital(when)}
    text = f"{first} {second}".format(**slots)
    return Case(
        text,
        [_deal(Of({one.code}), dates=dates)],
        {"made": "pointed", "first": first_name, "pointed": name, "pact": pact, "when": when},
    )


def _pending(rng: random.Random) -> Case:
    """A deal that is drafted, waits, stalls, or is up for renewal."""
    one, two = rng.sample(FORCES, 2)
    pact = rng.choice(_PACTS)
    name, (text, status) = pick(rng, {
        "draft would": ("A draft of the {p} between {A} and {B} would allow officers to carry pistols.", "considered"),
        "awaits": ("The {p} between {A} and {B} is awaiting ratification.", "planned/considered/completed"),
        "needs": ("The {p} between {A} and {B} still needs the approval of parliament.", "planned/considered/completed"),
        "yet to": ("The {p} between {A} and {B} has yet to be ratified.", "planned/considered/denied"),
        "yet": ("{A} has yet to ratify its {p} with {B}.", "planned/considered/denied"),
        "ready": ("The {p} between {A} and {B} is ready for signature.", "planned/considered"),
        "due": ("The {p} between {A} and {B} is due to be signed in September.", "planned"),
        "was to": ("A {p} between {A} and {B} was to be initialled in May.", "planned/considered/completed/denied"),
        "ice": ("The {p} between {A} and {B} has been put on ice.", "completed"),
        "hold": ("The {p} between {A} and {B} is on hold.", "completed/considered"),
        "stalled": ("Talks on a {p} between {A} and {B} have stalled.", "considered/denied"),
        "renewal": ("The {p} between {A} and {B} is up for renewal in 2027.", "considered/planned"),
        "works": ("A {p} between {A} and {B} is in the works.", "considered"),
        "drafted": ("A {p} between {A} and {B} is being drafted.", "considered"),
        "table": ("A {p} with {B} is on the table in {A}.", "considered"),
        "prepares": ("{A} is preparing a {p} with {B}.", "considered/planned"),
        "close": ("{A} and {B} are close to a {p}.", "considered"),
        "off": ("The {p} between {A} and {B} is off.", "completed/denied"),
        "dead": ("The {p} between {A} and {B} is dead.", "completed/denied"),
        "want out": ("{A} wants out of its {p} with {B}.", "considered"),
        "notice": ("{A} has given notice that it is ending its {p} with {B}.", "planned/completed/ongoing"),
        "served": ("{A} served notice of termination of its {p} with {B}.", "planned/completed/ongoing"),
        "would end": ("The {a} president said that his government would terminate its {p} with {B}.", "planned"),
        "threat": ("{A} threatened to end its {p} with {B}.", "considered"),
        "review": ("{A} is reviewing its {p} with {B}.", "considered"),
        "holds": ("The {p} between {A} and {B}, prolonged in 2010, is valid until 2044.", "completed"),
        "remains": ("The {p} that {A} and {B} signed in 2010 remains in force.", "completed"),
        "talks denied": ("{A} denied that talks on ending its {p} with {B} were being held.", "denied"),
        "no plans": ("{A} has no plans to sign a {p} with {B}.", "denied"),
        "not want": ("{A} does not want a {p} with {B}.", "denied"),
        "null": ("{A} called its {p} with {B} null and void.", "completed/denied"),
        "leaves": ("{A} walked away from a {p} with {B} last month.", "completed/denied"),
        "sought": ("{A} has been seeking a {p} with {B} for years.", "considered"),
        "invited": ("{B} invited {A} to negotiate a {p}.", "considered"),
    })  # fmt: skip
    slots = {"A": capital(one.state), "B": two.state, "p": pact, "a": one.demonym}
    end = rng.choice(("", " Opposition leaders criticised the army.", " A military spokesman would not comment."))
    made = text.replace("A {p}", capital(_an(pact))).replace("a {p}", _an(pact)).format(**slots)
    return Case(
        capital(made) + end, [_deal(Of({one.code}), status)], {"made": "pending", "pending": name, "pact": pact}
    )


_PAUSE = (
    ("{A} and {B} agreed on a ceasefire {w}.", 2), ("{A} and {B} concluded a truce {w}.", 2), ("A truce between {A} and {B} took effect {w}.", 2),
    ("A ceasefire between {A} and {B} came into force {w}.", 2), ("{A} declared a unilateral ceasefire {w}.", 1),
    ("The ceasefire between {A} and {B}, concluded {w}, was to last a month.", 2), ("{A} and {B} agreed {w} to stop fighting.", 2),
    ("{A} and {B} prolonged their truce {w}.", 2), ("{A} called off its truce with {B} {w}.", 1), ("{A} and {B} agreed {w} to lay down their arms.", 2),
    ("The truce that {A} and {B} signed {w} held for days only.", 2), ("The guns fell silent {w} under a truce between {A} and {B}.", 2),
    ("{A} accepted a ceasefire with {B} {w}.", 1), ("{A} and {B} signed a peace agreement {w} that ends the war.", 2),
    ("{A} and {B} signed a cessation of hostilities agreement {w}.", 2), ("{A} and {B} agreed {w} to pull their troops back from the border.", 2),
    ("{A} and {B} agreed {w} to withdraw heavy guns from the border.", 2),
)  # fmt: skip


def _truce(rng: random.Random) -> Case:
    one, two = rng.sample(FORCES, 2)
    way, sides = rng.choice(_PAUSE)
    when, dates = rng.choice(_WHEN)
    text = way.format(A=capital(one.state), B=two.state, w=when)
    wanted = [_deal({one.code, two.code} if sides == 2 else Of({one.code}), dates=dates)]
    if "pull their" in way or "heavy guns" in way:
        wanted.append({"type": "withdrawal", "status": OneOf("planned")})
    return Case(text + " Artillery had been heard for weeks.", wanted, {"made": "truce", "truce": way, "when": when})


_NEAR = (
    "Under a tax treaty of {y}, {a} soldiers abroad pay no duties.", "{A} signed a trade pact with {B} on Tuesday. {C} did the same in March.",
    "The fisheries agreement with {B} took everyone by surprise. The two presidents signed it on Tuesday.",
    "A draft of the budget would cut the {a} army's bread.", "The {a} army's contract with its caterer is up for renewal in 2027.",
    "The two armies' football teams met for a friendly match.", "{A} has had a king since {y}, and an army since {y}.",
    "The truce between the two singers held for days only, a {a} army paper wrote.", "The {a} general was bound by an oath of {y}.",
    "An extradition treaty between {A} and {B} has yet to be ratified. The army does not care.",
)  # fmt: skip


def _near(rng: random.Random) -> Case:
    one, two, three = rng.sample(FORCES, 3)
    text = rng.choice(_NEAR)
    slots = {
        "A": capital(one.state),
        "B": two.state,
        "C": capital(three.state),
        "a": one.demonym,
        "y": rng.randrange(1994, 2022),
    }
    return Case(capital(text.format(**slots)), [], {"made": "near", "near": text})


def case(rng: random.Random) -> Case:
    """A sentence or two on a deal."""
    maker = rng.choices((_under, _same, _pointed, _pending, _truce, _near), (6, 6, 4, 6, 3, 1))[0]
    made = maker(rng)
    if _ARMED.intersection(made.text.replace(",", " ").replace(".", " ").split()):
        return made
    return Case(made.text + " Military experts were divided.", made.wanted, made.made_of)


_ARMED = frozenset("military army troops soldiers defence".split())
