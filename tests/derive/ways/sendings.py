"""Who sends what where, in sentences with several of each or with something between: two loads to two places, three
senders, an attribution inside the verb, a range for a number, a state behind "the government"."""

from __future__ import annotations

import random
from collections.abc import Callable

from ..reading import Fact
from .cast import FORCES, PLACES, Force, Place
from .going import EITHER
from .going_words import MORE_PLACES
from .making import Case, pick

Facts = list[Fact]
Made = tuple[str, Facts, dict[str, str]]

_LANDS = tuple(p for p in (*PLACES, *MORE_PLACES) if p.kind == "country")
_TOWNS = tuple(p for p in (*PLACES, *MORE_PLACES) if p.kind == "city" and "," not in p.words and "the " not in p.words)
#: States by a name that takes no article.
_STATES = tuple(f for f in FORCES if f.state[:4] != "the ")
#: What is sent, with its number (None: no number, or "a").
_LOADS: tuple[tuple[str, tuple[int, int, str, str] | None], ...] = (
    ("300 soldiers", (300, 300, "exact", "personnel")), ("1,200 troops", (1200, 1200, "exact", "personnel")),
    ("about 250 marines", (250, 250, "about", "personnel")), ("two battalions", (2, 2, "exact", "units")),
    ("four helicopters", (4, 4, "exact", "aircraft")), ("six fighter jets", (6, 6, "exact", "aircraft")),
    ("four F-16s", (4, 4, "exact", "aircraft")), ("a battalion", None), ("an infantry company", None),
    ("an artillery battery", None), ("a company of engineers", None), ("a mechanised brigade", None),
    ("special forces", None), ("a field hospital and 40 soldiers", (40, 40, "exact", "personnel")),
)  # fmt: skip
_SENDS = (
    ("sent", "completed"), ("has sent", "completed"), ("is sending", "ongoing"), ("will send", "planned"),
    ("has deployed", "completed"), ("plans to send", "planned"), ("flew", "completed"), ("moved", "completed"),
    ("has dispatched", "completed"), ("is to send", "planned"), ("rushed", "completed"),
)  # fmt: skip
_TIMES = ("", " on Monday", " last week", " in March", ", the ministry said", ", officials said on Tuesday")


def _places(rng: random.Random, *who: Force) -> tuple[Place, Place]:
    """Two towns, or two countries, of none of the senders."""
    near = rng.choice((_TOWNS, _LANDS))
    one, two = rng.sample([p for p in near if p.country not in {f.code for f in who}], 2)
    return one, two


def _fact(force: Force | tuple[Force, ...], place: Place, load: tuple[str, object], status: str) -> Fact:
    who = {force.code} if isinstance(force, Force) else {f.code for f in force}
    return {"type": EITHER, "actors": who, "destination": place.key, "n": load[1], "status": status}


def _two_loads(rng: random.Random) -> Made:
    """ "Denmark is sending a frigate to X and four jets to Y"."""
    force = rng.choice(_STATES)
    one, two = _places(rng, force)
    a, b = rng.sample([x for x in _LOADS if "hospital" not in x[0]], 2)
    verb, status = rng.choice(_SENDS)
    name, frame = pick(rng, {
        "plain": "{A} {v} {a} to {p} and {b} to {q}{t}.",
        "as_well": "{A} {v} {a} to {p}, and {b} to {q}{t}.",
        "said": "The ministry said that {A} {v} {a} to {p} and {b} to {q}.",
        "while": "{A} {v} {a} to {p} while its neighbours watched, and {b} to {q}.",
        "semicolon": "{A} {v} {a} to {p}; {b} went to {q}{t}.",
    })  # fmt: skip
    if name in {"while", "semicolon"}:
        verb, status = "sent", "completed"
    text = frame.format(A=force.state, v=verb, a=a[0], b=b[0], p=one.words, q=two.words, t=rng.choice(_TIMES))
    return text, [_fact(force, one, a, status), _fact(force, two, b, status)], {
        "shape": name, "way": verb, "first": a[0], "second": b[0]}  # fmt: skip


def _three_senders(rng: random.Random) -> Made:
    who = tuple(rng.sample(_STATES, 3))
    place, _ = _places(rng, *who)
    load = rng.choice([x for x in _LOADS if x[1] is None])
    frame, status = rng.choice((
        ("{x} have each said that they will send {l} to {p}.", "planned"), ("{x} have sent {l} to {p}.", "completed"),
        ("{x} will each send {l} to {p}.", "planned"), ("{x} are each sending {l} to {p}.", "ongoing"),
        ("{x} all sent {l} to {p} in March.", "completed"), ("{x}, too, have sent {l} to {p}.", "completed"),
        ("{x} have all pledged to send {l} to {p}.", "planned"), ("{x} also sent {l} to {p}.", "completed"),
        ("{x} both promised and sent {l} to {p}.", "completed"), ("{x} said they would send {l} to {p}.", "planned"),
        ("{x} have since followed suit and sent {l} to {p}.", "completed"),
    ))  # fmt: skip
    a, b, c = (f.state for f in who)
    text = frame.format(x=f"{a}, {b} and {c}", l=load[0], p=place.words)
    return text, [_fact(who, place, load, status)], {"way": frame, "first": load[0]}


_ASIDES = (
    "the minister said", "officials say", "its president insisted on Monday", "according to the ministry",
    "he told a French weekly", "it was announced", "say diplomats", "a spokesman added", "it seems", "in his words",
    "for the first time", "as expected", "after long hesitation", "despite the protests",
)  # fmt: skip


def _interrupted(rng: random.Random) -> Made:
    """ "Kenya would not, he said, send …": an aside between the auxiliary and its verb."""
    force = rng.choice(_STATES)
    place, _ = _places(rng, force)
    load = rng.choice(_LOADS)
    frame, status = rng.choice((
        ("{A} would not, {i}, send {l} to {p}.", "denied"), ("{A} has, {i}, sent {l} to {p}.", "completed"),
        ("{A} will, {i}, send {l} to {p}.", "planned"), ("{A} had not, {i}, sent {l} to {p}.", "denied"),
        ("{A} has not, {i}, sent any troops to {p}.", "denied"), ("{A} is, {i}, sending {l} to {p}.", "ongoing"),
        ("{A} could, {i}, send {l} to {p}.", "considered"), ("{A} will not, {i}, deploy {l} in {p}.", "denied"),
        ("{A} is, {i}, to send {l} to {p}.", "planned"), ("{A} may, {i}, send {l} to {p}.", "considered"),
    ))  # fmt: skip
    aside = rng.choice(_ASIDES)
    text = frame.format(A=force.state, i=aside, l=load[0], p=place.words)
    fact = _fact(force, place, load, status)
    if status == "denied":
        del fact["n"]
    return text, [fact], {"way": frame, "aside": aside, "first": load[0]}


def _ranged(rng: random.Random) -> Made:
    force = rng.choice(_STATES)
    place, _ = _places(rng, force)
    (low, a), (high, b) = rng.choice(((("four", 4), ("six", 6)), (("10", 10), ("12", 12)), (("two", 2), ("three", 3)),
                                      (("850", 850), ("1,100", 1100)), (("200", 200), ("250", 250))))  # fmt: skip
    noun, unit = rng.choice((("soldiers", "personnel"), ("troops", "personnel")) if a > 20 else (
        ("Tornado reconnaissance jets", "aircraft"), ("fighter jets", "aircraft"), ("helicopters", "aircraft"),
        ("transport aircraft", "aircraft"), ("warships", "ships"), ("patrol boats", "ships"), ("battalions", "units"),
    ))  # fmt: skip
    form = rng.choice(("between {a} and {b}", "{a} to {b}", "{a} or {b}")) if a < 20 else rng.choice(
        ("between {a} and {b}", "{a} to {b}", "{a}-{b}"))  # fmt: skip
    verb, status = rng.choice(_SENDS)
    text = f"{force.state} {verb} {form.format(a=low, b=high)} {noun} to {place.words}."
    return text, [_fact(force, place, ("", (a, b, "range", unit)), status)], {"way": form, "first": noun}


def _crowded(rng: random.Random) -> Made:
    """A counted subject with a share of it behind: "about 250 soldiers, most of them engineers, landed"."""
    force = rng.choice(_STATES)
    place, _ = _places(rng, force)
    n, size = rng.choice((("250", 250), ("1,200", 1200), ("80", 80)))
    noun = rng.choice(("soldiers", "troops", "marines", "peacekeepers"))
    share = rng.choice((
        "most of them engineers", "half of them medics", "many of them conscripts", "all volunteers", "mostly engineers",
        "among them 20 officers", "including 20 officers", "most of whom had never been abroad", "some with their dogs",
        "the majority of them women", "nearly all of them reservists", "several of them in blue helmets",
    ))  # fmt: skip
    verb = rng.choice((
        "disembarked in", "landed in", "arrived in", "moved into", "entered", "were flown to", "have arrived in",
        "left for", "set out for", "crossed into", "marched into", "were sent to", "travelled to", "flew to",
    ))  # fmt: skip
    text = f"{rng.choice(('About ', 'Some '))}{n} {force.demonym} {noun}, {share}, {verb} {place.words} on Friday."
    return text, [_fact(force, place, ("", (size, size, "about", "personnel")), "completed")], {
        "shape": share, "way": verb}  # fmt: skip


def _owned(rng: random.Random) -> Made:
    """The state stands behind "the government", "his country", "it"."""
    force = rng.choice(_STATES)
    place, _ = _places(rng, force)
    load = rng.choice(_LOADS)
    frame, status = rng.choice((
        ("{A}'s parliament has approved the government's plan to send {l} to {p}.", "planned"),
        ("{A}'s president said his country would send {l} to {p}.", "planned"),
        ("{A}'s defence minister told reporters that his government would send {l} to {p}.", "planned"),
        ("{A}'s cabinet decided on Monday to send {l} to {p}.", "planned"),
        ("The {d} parliament voted to send {l} to {p}.", "planned"),
        ("Lawmakers in {A} voted on Monday to send {l} to {p}.", "planned"),
        ("{A} said its army had sent {l} to {p}.", "completed"),
        ("The {d} government said it was sending {l} to {p}.", "ongoing"),
        ("{A}'s foreign minister said that the country was ready to send {l} to {p}.", "considered"),
        ("{A}'s president has ordered the army to send {l} to {p}.", "planned"),
        ("The opposition in {A} has criticised the government's decision to send {l} to {p}.", "planned"),
        ("{A}'s prime minister announced the dispatch of {l} to {p}.", "planned"),
    ))  # fmt: skip
    text = frame.format(A=force.state, d=force.demonym, l=load[0], p=place.words)
    return text, [_fact(force, place, load, status)], {"way": frame, "first": load[0]}


def _hosted(rng: random.Random) -> Made:
    """The host is who tells it."""
    force = rng.choice(_STATES)
    place = rng.choice([p for p in _LANDS if p.country != force.code])
    n, size = rng.choice((("300", 300), ("1,200", 1200), ("80", 80)))
    frame, status = rng.choice((
        ("{P}'s parliament approved the deployment of {n} {d} soldiers on its soil.", "planned"),
        ("{P}'s government has let {n} {d} soldiers into the country.", "completed"),
        ("{P} has asked {A} for {n} soldiers.", "considered"), ("{P} asked {A} to send {n} soldiers.", "considered"),
        ("{P}'s president has invited {n} {d} soldiers into the country.", "considered"),
        ("{P} welcomed the arrival of {n} {d} soldiers.", "completed"),
        ("At the request of {P}'s government, {n} {d} soldiers arrived in the country.", "completed"),
        ("{P}'s interior minister confirmed that {n} {d} soldiers had arrived in the country.", "completed"),
    ))  # fmt: skip
    text = frame.format(P=_capital(place.words), A=force.state, d=force.demonym, n=n)
    fact = _fact(force, place, ("", (size, size, "exact", "personnel")), status)
    if status == "denied":
        del fact["n"]
    if status == "considered" and "invited" in frame:
        del fact["status"]
    return text, [fact], {"way": frame}


def _teams(rng: random.Random) -> Made:
    """People called by what they do, in a body that is sent: "a task force of more than 150 planners"."""
    force = rng.choice(_STATES)
    place, _ = _places(rng, force)
    who = rng.choice(("planners", "sharpshooters", "trackers", "mountaineers", "divers", "interpreters", "surveyors",
                      "bridge-builders", "parachutists", "riflemen", "signallers", "dog handlers"))  # fmt: skip
    n, count = rng.choice((("40", (40, 40, "exact")), ("more than 150", (150, None, "at_least")),
                           ("about 25", (25, 25, "about")), ("up to 90", (None, 90, "at_most"))))  # fmt: skip
    body = rng.choice(("a task force", "a team", "a detachment", "a contingent", "a party", "a company", "a unit"))
    verb, status = rng.choice(_SENDS)
    text = f"The soldiers' war is far from over. {force.state} {verb} {body} of {n} {who} to {place.words}."
    return text, [_fact(force, place, ("", (*count, "personnel")), status)], {"way": body, "first": who}


_KINDS: dict[str, Callable[[random.Random], Made]] = {
    "two_loads": _two_loads, "three_senders": _three_senders, "interrupted": _interrupted, "ranged": _ranged,
    "crowded": _crowded, "owned": _owned, "teams": _teams, "hosted": _hosted,
}  # fmt: skip
_BEFORE = (
    "",
    "",
    "The fighting goes on. ",
    "Diplomats have given up hope. ",
    "The rebels have gained ground since May. ",
)


def case(rng: random.Random) -> Case:
    """One sentence, perhaps with another before it."""
    kind, tell = pick(rng, _KINDS)
    text, wanted, parts = tell(rng)
    return Case(rng.choice(_BEFORE) + text, wanted, {"kind": kind, **parts})


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
