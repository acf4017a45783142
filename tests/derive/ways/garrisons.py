"""Bases told of over several sentences: the same fact again in other words, a second base, what was before; and plans,
works and takers in wordings of their own."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force
from .making import Case, Wanted
from .posting import AHEAD, HOSTS, PAST, TRAILERS, Host, cap, fix, tidy

_WHO = ("the defence ministry", "a military spokesman", "officials", "the governor", "local media", "the army chief")
#: One sentence, one fact: words, type, status, whether the host takes it over, times.
_SINGLE: tuple[tuple[str, str, str, bool, Any], ...] = (
    ("The {h} army took over the {d} base in {t} {when}.", "base_handover", "completed", True, PAST),
    ("{h} soldiers have taken control of the {d} base in {t}.", "base_handover", "completed", True, None),
    ("The {h} army took over a base in {t} from {d} forces {when}.", "base_handover", "completed", True, PAST),
    ("The {h} military received the keys of the {d} camp in {t} {when}.", "base_handover", "completed", True, PAST),
    ("The {h} army will take charge of the {d} outpost near {t} {ahead}.", "base_handover", "planned", True, AHEAD),
    ("A {d} base is under construction in {t}.", "base_opening", "ongoing", False, None),
    ("Work on a {d} base in {t} has begun, {who} said.", "base_opening", "ongoing", False, None),
    ("Construction of a {d} naval base in {t} began {when}.", "base_opening", "ongoing", False, None),
    ("{A} is building a base in {t}, {who} said.", "base_opening", "ongoing", False, None),
    ("{A} broke ground on a base in {t} {when}.", "base_opening", "ongoing", False, PAST),
    ("A new {d} base in {t} is nearly finished, {who} said.", "base_opening", "ongoing", False, None),
    ("{A} is looking for a site for a base in {t}.", "base_opening", "considered", False, None),
    ("{A} has asked {H} for a base in {t}.", "base_opening", "considered", False, None),
    ("{A} is seeking a naval base in {t}, {who} said.", "base_opening", "considered", False, None),
    ("{A} wants a base in {t}.", "base_opening", "considered", False, None),
    ("{A} has proposed a base in {t}.", "base_opening", "considered", False, None),
    ("There are plans for a {d} base in {t}.", "base_opening", "planned", False, None),
    ("{A} announced plans for an air base in {t}.", "base_opening", "planned", False, None),
    ("{A} has decided to set up a permanent base in {t}.", "base_opening", "planned", False, None),
    ("A {d} base in {t} is planned.", "base_opening", "planned", False, None),
    ("{A} turned a former school in {t} into a base {when}.", "base_opening", "completed", False, PAST),
    ("{A} converted a hotel in {t} into a military base {when}.", "base_opening", "completed", False, PAST),
    ("There are no plans for a {d} base in {t}, {who} said.", "base_opening", "denied", False, None),
    ("No {d} base will be built in {t}, {who} said.", "base_opening", "denied", False, None),
    ("{Who} denied that a {d} base would be set up in {t}.", "base_opening", "denied", False, None),
    ("The {d} base in {t} will not be closed, {who} said.", "base_closure", "denied", False, None),
    ("The {d} camp in {t} is to close {ahead}.", "base_closure", "planned", False, AHEAD),
    ("{A} has begun dismantling its camp in {t}.", "base_closure", "ongoing", False, None),
    ("The {d} base in {t} is being wound up, {who} said.", "base_closure", "ongoing", False, None),
    ("{Who} called for the closure of the {d} base in {t}.", "base_closure", "considered", False, None),
    ("{Who} demanded that {a} close its base in {t}.", "base_closure", "considered", False, None),
    ("The {h} parliament voted to close the {d} base in {t}.", "base_closure", "planned", False, None),
    ("The {d} flag was lowered for the last time at the base in {t} {when}.", "base_closure", "completed", False, PAST),
    ("{A} has no base in {t}, {who} said.", "presence", "denied", False, None),
    ("{A} no longer has troops in {t}.", "presence", "denied", False, None),
    ("There are no {f} in {t}, {who} said.", "presence", "denied", False, None),
    ("No {f} are stationed in {t}, {who} said.", "presence", "denied", False, None),
    ("{A} does not have any forces in {t}.", "presence", "denied", False, None),
    ("{A} denied having troops in {t}.", "presence", "denied", False, None),
    ("{A} has never had a base in {t}, {who} said.", "presence", "denied", False, None),
    ("{Who} denied the presence of {f} in {t}.", "presence", "denied", False, None),
    ("The presence of {f} in {t} was confirmed by {who}.", "presence", "in_effect", False, None),
    ("{Who} confirmed the presence of {f} in {t}.", "presence", "in_effect", False, None),
)
#: The fact of a story: headline, lead, type, status; {w} says by whom it is taken over.
_LEADS: tuple[tuple[str, str, str, str, Any], ...] = (
    ("{State} closes base in {t}", "{A} has closed its base in {t}, {who} said on Wednesday.", "base_closure", "completed", None),
    ("{State} hands {t} base to {H}", "{A} handed over its base in {t} to the {h} army {when}.", "base_handover", "completed", PAST),
    ("{State} opens base in {t}", "{A} opened a base in {t} {when}, {who} said.", "base_opening", "completed", PAST),
    ("{State} to close {t} base", "{A} will close its base in {t} {ahead}, {who} said.", "base_closure", "planned", AHEAD),
    ("{State} plans base in {t}", "{A} plans to build a base in {t} {ahead}.", "base_opening", "planned", AHEAD),
    ("{State} denies plan to close {t} base", "{A} denied on Monday that it would close its base in {t}.", "base_closure", "denied", None),
)  # fmt: skip
#: The same again, by type and status.
_AGAIN = {
    ("base_closure", "completed"): (
        "The base was closed without a ceremony.", "It was shut a year earlier than planned.", "“We have closed it for good,” a general said.",
        "The closure had been expected.", "Its gates were locked at noon.",
    ),
    ("base_handover", "completed"): (
        "The base was handed over at a short ceremony.", "The handover had been agreed last year.", "“It is theirs now,” a general said.",
    ),
    ("base_opening", "completed"): (
        "The base was inaugurated by the defence minister.", "It was built by army engineers.", "The opening had been delayed by rain.",
    ),
    ("base_closure", "planned"): ("The closure had been expected.", "It will be closed in stages.", "“We will close it,” a general said."),
    ("base_opening", "planned"): ("It will be built by army engineers.", "The base will be the first of its kind.", "The cost is unknown."),
    ("base_closure", "denied"): ("“It will not be closed,” a general said.", "The reports were wrong, a general said."),
}  # fmt: skip
#: Another base of the same force: words, type, status, times.
_SECOND: tuple[tuple[str, str, str, Any], ...] = (
    ("A second base, in {u}, will be closed {ahead}.", "base_closure", "planned", AHEAD),
    ("{A} still has a base in {u}.", "presence", "in_effect", None),
    ("{A} keeps an outpost near {u}.", "presence", "in_effect", None),
    ("Another base, in {u}, was handed over to the {h} army in 2019.", "base_handover", "completed", (("", ("2019-01-01", "2019-12-31")),)),
    ("The {d} base in {u} was closed last year.", "base_closure", "completed", (("", ("2024-01-01", "2024-12-31")),)),
    ("{F} remain in {u}.", "presence", "in_effect", None),
    ("{F} are also based in {u}.", "presence", "in_effect", None),
    ("{A} is building another base in {u}.", "base_opening", "ongoing", None),
    ("{A} closed a smaller camp in {u} in March.", "base_closure", "completed", (("", ("2025-03-01", "2025-03-31")),)),
    ("The {d} army has had a base in {u} since 2018.", "presence", "in_effect", (("", ("2018-01-01", "")),)),
)  # fmt: skip
_NEUTRAL = (
    "The {h} government had no comment.", "Residents fear for their jobs.", "{t} lies near the border.", "The {h} opposition was angry.",
    "Relations between {state} and {H} have soured of late.", "The defence ministers met on Monday.", "Shops in the town stayed open.",
)  # fmt: skip
#: What sets the place or the force, and a sentence that leans on it.
_PAIRS: tuple[tuple[str, str, str, str, Any], ...] = (
    ("{t} lies 200 kilometres from the capital.", "{A} opened a base there {when}.", "base_opening", "completed", PAST),
    ("Relations between {state} and {H} have soured.", "The {d} base in {t} was closed {when}.", "base_closure", "completed", PAST),
    ("{t} has changed much.", "A {d} camp was set up there {when}.", "base_opening", "completed", PAST),
    ("{A} has promised more help.", "It will open a base in {t} {ahead}.", "base_opening", "planned", AHEAD),
    ("{State} and {H} signed nothing on Monday.", "The {d} army has a base in {t}.", "presence", "in_effect", None),
    ("{A} is worried about the rebels.", "It has troops in {t}.", "presence", "in_effect", None),
    ("The minister spoke of {t}.", "{F} are stationed there.", "presence", "in_effect", None),
    ("The rebels are far from {t}.", "The town is held by {f}.", "presence", "in_effect", None),
    ("{A} did not comment on {t}.", "The {d} army has controlled the town since March.", "presence", "in_effect", (("", ("2025-03-01", "")),)),
    ("{A} is unpopular in {t}.", "Its soldiers have guarded the airport there since March.", "presence", "in_effect", (("", ("2025-03-01", "")),)),
)  # fmt: skip


def case(rng: random.Random) -> Case:
    """One sentence, a pair, or a short story."""
    force = rng.choice(FORCES)
    host = rng.choice([h for h in HOSTS if h.code != force.code and sum(" " not in t for t in h.towns) > 1])
    towns = [t for t in host.towns if " " not in t]
    rng.shuffle(towns)
    kind = rng.choice(("single", "single", "pair", "story"))
    make = {"single": _single, "pair": _pair, "story": _story}[kind]
    text, wanted, parts = make(rng, force, host, towns)
    return Case(fix(tidy(text)), wanted, {"kind": kind, "force": force.agent, "host": host.name, **parts})


def _words(rng: random.Random, force: Force, host: Host, towns: list[str], times: Any) -> tuple[dict[str, str], Any]:
    when, days = rng.choice(times) if times else ("", None)
    who = rng.choice(_WHO)
    state = force.state.removeprefix("the ")
    words = {
        "A": cap(force.agent), "a": force.agent, "F": cap(force.troops), "f": force.troops, "d": force.demonym, "State": cap(state),
        "state": force.state, "h": host.adjective, "H": host.name, "t": towns[0], "u": towns[1], "when": when, "ahead": when,
        "who": who, "Who": cap(who),
    }  # fmt: skip
    return words, days


def _fact(kind: str, force: Force, where: str, status: str, taker: str, days: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"type": kind, "actors": {force.code}, "place": where, "status": status}
    if taker:
        made["against"] = {taker}
    if days is not None:
        made["dates"] = days
    return made


def _single(rng: random.Random, force: Force, host: Host, towns: list[str]) -> tuple[str, Wanted, dict[str, str]]:
    frame, kind, status, is_taken, times = rng.choice(_SINGLE)
    words, days = _words(rng, force, host, towns, times)
    text = cap(frame.format(**words)) + " " + rng.choice(TRAILERS)
    return text, [_fact(kind, force, towns[0], status, host.code if is_taken else "", days)], {"way": frame}


def _pair(rng: random.Random, force: Force, host: Host, towns: list[str]) -> tuple[str, Wanted, dict[str, str]]:
    first, second, kind, status, times = rng.choice(_PAIRS)
    words, days = _words(rng, force, host, towns, times)
    text = f"{cap(first.format(**words))} {second.format(**words)} {rng.choice(TRAILERS)}"
    return text, [_fact(kind, force, towns[0], status, "", days)], {"way": second}


def _story(rng: random.Random, force: Force, host: Host, towns: list[str]) -> tuple[str, Wanted, dict[str, str]]:
    title, lead, kind, status, times = rng.choice(_LEADS)
    words, days = _words(rng, force, host, towns, times)
    again = rng.choice(_AGAIN[kind, status])
    second, kind2, status2, times2 = rng.choice(_SECOND)
    words2, days2 = _words(rng, force, host, towns, times2)
    neutral = rng.choice(_NEUTRAL).format(**words)
    told = [lead.format(**words), again, cap(neutral)]
    told.insert(rng.choice((2, 3)), cap(second.format(**words2)))
    head = title.format(**words) + "\n\n" if rng.random() < 0.5 else ""
    taker = host.code if kind == "base_handover" else ""
    taker2 = host.code if kind2 == "base_handover" else ""
    wanted = [_fact(kind, force, towns[0], status, taker, days), _fact(kind2, force, towns[1], status2, taker2, days2)]
    parts = {"way": lead, "again": again, "second": second, "head": title if head else "-", "neutral": neutral}
    return head + " ".join(told) + " " + rng.choice(TRAILERS), wanted, parts
