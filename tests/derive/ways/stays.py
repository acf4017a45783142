"""Forces that are somewhere: stationed, holding, keeping a base; and such as are no longer, or are said not to be."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES
from .making import Case
from .posting import HOSTS, SINCE, TRAILERS, cap, fix, key_of, tidy, town

#: Groups as they are named, plain and as fighters.
_GROUPS = (
    ("Al-Shabaab", "Al-Shabaab fighters", "AL-SHABAAB"), ("the Houthis", "Houthi fighters", "HOUTHI"),
    ("Hezbollah", "Hezbollah fighters", "HEZBOLLAH"),
    ("the M23", "M23 rebels", "M23"), ("the Syrian Democratic Forces", "SDF fighters", "SDF"),
    ("Boko Haram", "Boko Haram militants", "BOKO HARAM"), ("the Taliban", "Taliban fighters", "TALIBAN"),
    ("the PKK", "PKK fighters", "PKK"), ("the Wagner Group", "Wagner troops", "WAGNER"),
    ("the United Nations mission", "UN peacekeepers", "UN"), ("NATO", "NATO troops", "NATO"),
)  # fmt: skip
#: What troops do that are somewhere: {are} agrees with the subject, {p} is the phrase of place.
_TROOPS = (
    "are stationed {p}", "are based {p}", "are still {p}", "remain {p}", "are deployed {p}", "are garrisoned {p}",
    "are camped {p}", "are dug in {p}", "are present {p}", "are quartered {p}", "are billeted {p}", "operate {p}",
    "are serving {p}", "are positioned {p}", "have positions {p}", "have been {p} {since}", "have been stationed {p} {since}",
    "have been based {p} {since}", "are now {p}", "are active {p}", "are holding positions {p}", "man checkpoints {p}",
    "guard the airport {p}", "continue to operate {p}", "have a base {p}",
    "occupy a former school {p}", "are housed in barracks {p}", "live in a camp {p}", "are stationed at a base {p}",
    "are headquartered {p}", "have their headquarters {p}", "are encamped {p}", "hold a position {p}", "control an airfield {p}",
    "have remained {p} {since}", "still occupy a hilltop {p}", "have stayed {p} {since}", "are to be found {p}",
    "sit in outposts {p}", "are entrenched {p}", "can be found {p}", "use an airfield {p}", "work from a base {p}",
)  # fmt: skip
#: What a state or group has there.
_OWNERS = (
    "has troops {p}", "keeps troops {p}", "maintains a military presence {p}", "has a military base {p}", "keeps a garrison {p}",
    "operates a base {p}", "runs a training camp {p}", "has a naval base {p}", "maintains a base {p}", "keeps a base {p}",
    "has soldiers {p}", "has forces stationed {p}", "has had troops {p} {since}", "has kept a base {p} {since}",
    "maintains a garrison {p}", "has an air base {p}", "still has troops {p}", "has a military presence {p}",
    "operates an air base {p}", "has military facilities {p}", "has bases {p}", "keeps a contingent {p}", "retains a base {p}",
    "has a foothold {p}", "has an outpost {p}", "continues to maintain troops {p}", "has run a drone base {p} {since}",
    "has stationed troops {p}", "has had a presence {p} {since}", "keeps soldiers {p}", "maintains forces {p}",
    "operates a listening post {p}", "has positions {p}", "has based jets {p}", "flies drones from a base {p}",
    "has its regional headquarters {p}", "still maintains a presence {p}", "has a logistics hub {p}",
)  # fmt: skip
#: Ground that is held; the town by its bare name.
_HOLDS = (
    "holds {t}", "controls {t}", "is in control of {t}", "still holds {t}", "has held {t} {since}", "occupies {t}",
    "has controlled {t} {since}", "remains in control of {t}", "holds most of {t}", "controls large parts of {t}",
    "controls the airport at {t}", "has occupied {t} {since}", "holds the road to {t}", "dominates {t}",
    "controls the area around {t}", "holds the heights above {t}",
)  # fmt: skip
_TOWN = (
    "{T} is under the control of {a}", "{T} is held by {a}", "{T} is in the hands of {a}", "{T} is controlled by {a}",
    "{T} has been under the control of {a} {since}", "{T} is home to a {d} base", "{T} hosts a {d} military base",
    "{T} has been held by {a} {since}", "{T} is occupied by {f}", "{T} houses a {d} garrison", "{T} is guarded by {f}",
    "The airport at {T} is controlled by {f}", "The base at {T} houses {f}", "The camp {p} is home to {f}",
    "A base {p} is used by {f}", "The barracks {p} are occupied by {f}", "There are {f} {p}", "There is a {d} base {p}",
    "The {d} base {p} is still in use", "The {d} headquarters is {p}", "The largest {d} base is {p}",
    "A {d} battalion is stationed {p}", "A {d} contingent is based {p}", "A {d} garrison is {p}",
)  # fmt: skip
_FRAMES = (
    ("plain", "{C}.", 0), ("said", "{C}, {who} said.", 0), ("said that", "{Who} said on Tuesday that {c}.", 0),
    ("according", "According to {who}, {c}.", 0), ("although", "Although {c}, relations are poor.", 0),
    ("conjoined", "{C}, and the talks drag on.", 0), ("while", "While {c}, the economy is shrinking.", 0),
    ("where", "The minister flew to the region, where {c}.", 0), ("colon", "One thing has not changed: {c}.", 0),
    ("today", "Today {c}.", 0), ("middle", "{C}, the report says, and nobody objects.", 0), ("dash", "{C} - a sore point.", 0),
    ("told", "“{C},” the governor told reporters.", 0), ("confirmed", "{Who} confirmed that {c}.", 0),
    ("because", "Farmers cannot plant because {c}.", 0), ("as", "The vote was held as {c}.", 0), ("but", "The war is over but {c}.", 0),
    ("denied", "{Who} denied that {c}.", 1), ("not true", "It is not true that {c}, {who} said.", 1),
    ("rejected", "{Who} rejected reports that {c}.", 1), ("if", "If {c}, that would be illegal.", 2),
)  # fmt: skip
_WHO = ("the defence ministry", "a military spokesman", "officials", "two security sources", "the governor", "residents",
        "the army chief", "a UN report", "diplomats", "local officials")  # fmt: skip


def case(rng: random.Random) -> Case:
    """One clause that says where a force is, in one sentence."""
    while (made := _case(rng)) is None:
        pass
    return made


def _case(rng: random.Random) -> Case | None:
    host = rng.choice(HOSTS)
    where = town(rng, host)
    name = key_of(where, host)
    is_group = rng.random() < 0.3
    if is_group:
        agent, troops, code = rng.choice(_GROUPS)
        adjective = troops.split()[0] if not troops.startswith("Boko") else "Boko Haram"
    else:
        force = rng.choice(FORCES)
        if force.code == host.code:
            return None
        agent, troops, code, adjective = force.agent, force.troops, force.code, force.demonym
    kind = rng.choice(("troops", "troops", "owners", "holds", "town"))
    way = rng.choice({"troops": _TROOPS, "owners": _OWNERS, "holds": _HOLDS, "town": _TOWN}[kind])
    since, days = rng.choice(SINCE) if "{since}" in way else ("", None)
    bare = name if name not in host.name else host.name
    if kind in {"holds", "town"} and "{p}" not in way and name in host.name:
        return None  # of a whole country more would be said
    if kind == "holds":
        subject = agent
        clause = f"{subject} {way}"
        plural = agent.endswith(("Houthis", "Forces"))
        clause = _agree(clause, subject) if plural else clause
    elif kind == "owners":
        clause = f"{agent} {way}"
        clause = _agree(clause, agent) if agent.endswith(("Houthis", "Democratic Forces")) else clause
    elif kind == "troops":
        clause = f"{troops} {way}"
    else:
        clause = way
        if "{d}" in way and is_group and adjective in {"UN", "NATO"}:
            adjective = {"UN": "UN", "NATO": "NATO"}[adjective]
    clause = clause.format(p=where, t=bare, T=bare, since=since, a=agent, f=troops, d=adjective)
    clause = tidy(fix(clause))
    shape, frame, status = rng.choice(_FRAMES)
    if shape == "today" and ("{since}" in way or "now" in way) or status and "still" in way:
        return None
    text = frame.format(C=cap(clause), c=_low(clause), who=(who := rng.choice(_WHO)), Who=cap(who))
    text = fix(tidy(text)) + " " + rng.choice(TRAILERS)
    wanted: dict[str, Any] = {
        "type": "presence",
        "actors": {code},
        "place": name,
        "status": "denied" if status == 1 else "in_effect",
    }
    if days and not status:
        wanted["dates"] = days
    parts = {
        "way": f"{kind}: {way}",
        "kind": kind,
        "shape": shape,
        "force": agent,
        "since": since or "-",
        "host": host.name,
    }
    return Case(text, [] if status == 2 else [wanted], parts)


def _low(clause: str) -> str:
    first = clause.split(" ", maxsplit=1)[0]
    return clause[0].lower() + clause[1:] if first in {"The", "There", "A", "An"} else clause


def _agree(clause: str, subject: str) -> str:
    """The verb in the plural: "the Houthis hold"."""
    rest = clause.removeprefix(subject).strip()
    verb, _, tail = rest.partition(" ")
    if verb == "still":
        verb2, _, tail2 = tail.partition(" ")
        return f"{subject} still {_plural(verb2)} {tail2}"
    return f"{subject} {_plural(verb)} {tail}"


def _plural(verb: str) -> str:
    if verb in {"is", "has", "flies"}:
        return {"is": "are", "has": "have", "flies": "fly"}[verb]
    return verb.removesuffix("s") if not verb.endswith("ss") else verb
