"""Who is in what, as papers tell it: towns, buildings and ground that a force holds, runs, guards, shares or lives in; a
town that is said to be its seat; bases that go up or are given up in words without "open" or "close"."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force
from .making import Case, Wanted
from .posting import AHEAD, HOSTS, PAST, SINCE, Host, cap, fix, tidy

#: Armed groups that need no introduction, as one and as men.
_GROUPS = (
    Force("al-Shabaab", "al-Shabaab fighters", "-", "AL-SHABAAB", "al-Shabaab"),
    Force("the Taliban", "Taliban fighters", "-", "TALIBAN", "Taliban"),
    Force("the Houthis", "Houthi fighters", "-", "HOUTHI", "Houthi"),
    Force("Boko Haram", "Boko Haram fighters", "-", "BOKO HARAM", "Boko Haram"),
    Force("the M23", "M23 rebels", "-", "M23", "M23"),
    Force("the SDF", "SDF fighters", "-", "SDF", "SDF"),
)
#: What stands in or beside a town and can be held by soldiers.
_OBJECTS = (
    "the old school in {t}", "the customs house in {t}", "the university campus in {t}", "the terminal of {t} airport",
    "a roadblock outside {t}", "the governor's palace in {t}", "a hotel in {t}", "the water tower outside {t}",
    "the stadium in {t}", "two hangars at {t} airport", "the runway at {t}", "a villa in {t}", "a cement works near {t}",
    "the southern half of {t}", "the grain silos in {t}", "the railway station in {t}", "the dam near {t}",
    "the hills above {t}", "the bridge at {t}", "one corner of the base in {t}", "the military side of {t} airport",
    "a walled compound in {t}", "the hospital in {t}", "most of {t}", "the centre of {t}", "a monastery near {t}",
    "the outskirts of {t}", "the road out of {t}", "a warehouse in {t}", "the radio station in {t}", "the port of {t}",
    "the fuel depot at {t}", "an old mine near {t}", "the market square in {t}", "the parliament building in {t}",
    "a checkpoint near {t}", "the border crossing near {t}", "a ridge above {t}", "the airstrip at {t}",
)  # fmt: skip
#: Present and past plural of what is done to such a thing.
_HOLD = (
    ("occupy", "occupied"), ("hold", "held"), ("control", "controlled"), ("guard", "guarded"), ("are holding", "were holding"),
    ("still hold", "still held"), ("are guarding", "were guarding"), ("keep hold of", "kept hold of"),
)  # fmt: skip
#: The same of a town as a whole.
_RULE = (
    ("run", "ran"), ("hold", "held"), ("control", "controlled"), ("occupy", "occupied"), ("rule", "ruled"),
    ("administer", "administered"), ("are in control of", "were in control of"), ("are still in", "were still in"),
)  # fmt: skip
#: Where they live: with a preposition of their own.
_LIVE = (
    "sleep in", "live in", "are camped in", "are quartered in", "are lodged in", "are billeted in", "are holed up in",
    "are dug in around", "have their quarters in", "have their camp in", "are housed in", "are encamped in",
    "are based in", "have rooms in", "sit in", "are barracked in", "remain in", "are entrenched in", "are still in",
    "have been put up in",
)  # fmt: skip
_HOUSES = (
    "the old school in {t}", "a disused factory in {t}", "the hangars of {t} airport", "the state university in {t}",
    "the former customs house in {t}", "a hotel in {t}", "tents outside {t}", "a police compound in {t}",
    "the abandoned cotton mill at {t}", "the town hall of {t}", "a row of containers at {t} airport", "an orchard near {t}",
    "the villas of {t}", "the hills above {t}", "the naval academy in {t}", "a monastery near {t}", "the stadium in {t}",
)  # fmt: skip
#: Frames around {V}: "{F} hold X"; {V2} is its past.
_ACTIVE: tuple[tuple[str, Any], ...] = (
    ("{F} {V}.", None), ("{F} {V}, {who} said.", None), ("{Who} said on Wednesday that {f} {V2}.", None),
    ("According to {who}, {f} {V}.", None), ("“There is nothing to see,” {who} said, though {f} {V}.", None),
    ("{F}, some of them teenagers, {V}.", None), ("The mayor has fled, and {f} {V}.", None),
    ("{F}, who {V}, let nobody pass.", None), ("In the photographs {f} {V}.", None), ("These days {f} {V}.", None),
    ("While the talks go on in Geneva, {f} {V}.", None), ("As of Tuesday {f} {V}.", None),
)  # fmt: skip
#: Whole sentences: words, type, status, whether groups may be meant, times.
_WHOLE: tuple[tuple[str, str, str, bool, Any], ...] = (
    ("{T} has been the headquarters of {f} {since}.", "presence", "in_effect", True, SINCE),
    ("{T} is the headquarters of {f}.", "presence", "in_effect", True, None),
    ("{T} is the {d} stronghold in the region.", "presence", "in_effect", True, None),
    ("{T} is the seat of the {d} command.", "presence", "in_effect", True, None),
    ("{T} has been in the hands of {f} {since}.", "presence", "in_effect", True, SINCE),
    ("{T} is in {d} hands again, {who} said.", "presence", "in_effect", True, None),
    ("{T} remains in the hands of {f}.", "presence", "in_effect", True, None),
    ("{T} has been under {d} control {since}.", "presence", "in_effect", True, SINCE),
    ("{T}, a dusty market town, has been run by {f} {since}.", "presence", "in_effect", True, SINCE),
    ("{T} has been occupied by {f} {since}.", "presence", "in_effect", True, SINCE),
    ("{T}, which {f} have held {since}, was quiet on Sunday.", "presence", "in_effect", True, SINCE),
    ("In {t} {f} guard the airport.", "presence", "in_effect", True, None),
    ("At {t} {f} man a roadblock.", "presence", "in_effect", True, None),
    ("In {t} {f} control everything but the port.", "presence", "in_effect", True, None),
    ("Outside {t} {f} have pitched their tents.", "presence", "in_effect", True, None),
    ("The {d} headquarters is in {t}.", "presence", "in_effect", False, None),
    ("The main {d} camp stands on the edge of {t}.", "presence", "in_effect", False, None),
    ("The {d} camp lies a few kilometres from {t}.", "presence", "in_effect", False, None),
    ("The {d} army has its headquarters in {t}.", "presence", "in_effect", False, None),
    ("The {d} battalion has its main camp in {t}.", "presence", "in_effect", False, None),
    ("The {d} contingent has bases at {t} airport and elsewhere.", "presence", "in_effect", False, None),
    ("{T} is home to a {d} battalion.", "presence", "in_effect", False, None),
    ("{T} airport is used by the {d} air force.", "presence", "in_effect", False, None),
    ("The airfield at {t} is used by {d} jets.", "presence", "in_effect", False, None),
    ("The base in {t} is run jointly by {a} and the {h} army.", "presence", "in_effect", False, None),
    ("The base at {t} is shared with a {d} company.", "presence", "in_effect", False, None),
    ("The camp at {t} has been shared with {f} {since}.", "presence", "in_effect", False, SINCE),
    ("{F} share a compound in {t} with {h} policemen.", "presence", "in_effect", False, None),
    ("The camp in {t} is manned by {f}.", "presence", "in_effect", False, None),
    ("The airport of {t} is guarded by a {d} company.", "presence", "in_effect", False, None),
    ("{d} jets fly from {t} airport every day.", "presence", "in_effect", False, None),
    ("There is still a {d} garrison in {t}.", "presence", "in_effect", False, None),
    ("There are {f} on the bridge at {t}, and nobody else.", "presence", "in_effect", False, None),
    ("{F} are no longer in {t}, {who} said.", "presence", "denied", True, None),
    ("{T} is no longer held by {f}, {who} said.", "presence", "denied", True, None),
    ("None of the {d} troops are in {t}, {who} said.", "presence", "denied", False, None),
    ("{T} serves as the main base of the {d} army in {H}.", "presence", "in_effect", False, None),
    ("{T} is where the {d} battalion has its camp.", "presence", "in_effect", False, None),
    ("From {t}, where it has its headquarters, the {d} army has a view of the sea.", "presence", "in_effect", False, None),
    ("The {d} army uses an old factory in {t} as a barracks.", "presence", "in_effect", False, None),
    ("{F} will stay in {t}, {who} said.", "presence", "planned", True, None),
    ("{F} will keep one corner of the base in {t}.", "presence", "planned", False, None),
    ("A second {d} camp is going up in {t}, {who} said.", "base_opening", "ongoing", False, None),
    ("The {d} army is putting up a camp in {t}.", "base_opening", "ongoing", False, None),
    ("The {d} brigade will get its barracks in {t} {ahead}.", "base_opening", "planned", False, AHEAD),
    ("The new {d} base in {t} is expected to be ready {ahead}.", "base_opening", "planned", False, AHEAD),
    ("The new {d} base in {t} is due to be ready {ahead}.", "base_opening", "planned", False, AHEAD),
    ("The {d} base in {t}, built for $110 million, was finished {when}.", "base_opening", "completed", False, PAST),
    ("The {d} base in {t} was built {when} for $110 million.", "base_opening", "completed", False, PAST),
    ("{A} has had a new camp built in {t}, {who} said.", "base_opening", "completed", False, None),
    ("{A} would like to open a second base, in {t}, {who} said.", "base_opening", "considered", False, None),
    ("The {d} base in {t} dates from {year}.", "base_opening", "completed", False, None),
    ("The {d} post in {t} was given up {when} for want of fuel.", "base_closure", "completed", False, PAST),
    ("The {d} camp in {t} closed its gates {when}.", "base_closure", "completed", False, PAST),
    ("The {d} base in {t} has not been considered for closure, {who} said.", "base_closure", "denied", False, None),
    ("There are no plans to close the {d} base in {t}.", "base_closure", "denied", False, None),
    ("The {d} base in {t} has been proposed for closure, {who} said.", "base_closure", "considered", False, None),
    ("The {d} base in {t} is slated for closure.", "base_closure", "planned", False, None),
    ("The {d} base in {t} has been earmarked for closure.", "base_closure", "planned", False, None),
    ("The {d} posts around {t} have been dismantled.", "base_closure", "completed", False, None),
    ("{A} is enlarging its base in {t}.", "reinforcement", "ongoing", False, None),
    ("The {d} base in {t} is being enlarged, {who} said.", "reinforcement", "ongoing", False, None),
    ("The {d} base in {t} was handed over without ceremony {when}.", "base_handover", "completed", False, PAST),
    ("{T} airport, where {a} had kept a base, was returned to the {h} authorities {when}.", "base_handover", "completed", False, PAST),
)  # fmt: skip
_TRAILERS = (
    "The {h} government gave no further details on the soldiers.", "{H} has seen worse, one of the army officers said.",
    "Nobody in {H} wants to talk about the soldiers.", "The {h} parliament will debate the army budget in the autumn.",
    "The soldiers are paid by their own ministry, not by {H}.",
)  # fmt: skip
_WHO = ("the defence ministry", "a military spokesman", "officials", "the governor", "local media", "residents")


def case(rng: random.Random) -> Case:
    """One sentence about what a force is in."""
    host = rng.choice([h for h in HOSTS if any(" " not in t for t in h.towns)])
    town = rng.choice([t for t in host.towns if " " not in t and t not in {"Socotra", "Palawan"}] or ["Kampot"])
    kind = rng.choice(("held", "ruled", "lived", "whole", "whole"))
    if kind == "whole":
        return _whole(rng, host, town)
    force = rng.choice([f for f in (*FORCES, *_GROUPS) if f.code != host.code])
    if kind == "held":
        (now, then), thing = rng.choice(_HOLD), rng.choice(_OBJECTS)
    elif kind == "ruled":
        (now, then), thing = rng.choice(_RULE), "{t}"
    else:
        now, thing = rng.choice(_LIVE), rng.choice(_HOUSES)
        then = now.replace("are ", "were ").replace("have ", "had ").replace("sleep", "slept").replace("live", "lived")
        then = then.replace("remain", "remained").replace("sit", "sat")
    frame, _ = rng.choice(_ACTIVE)
    words = _words(rng, force, host, town)
    told = {"V": f"{now} {thing.format(t=town)}", "V2": f"{then} {thing.format(t=town)}"}
    text = cap(frame.format(**words, **told))
    wanted = [{"type": "presence", "actors": {force.code}, "place": town, "status": "in_effect"}]
    parts = {"kind": kind, "verb": now, "thing": thing, "frame": frame, "force": force.troops, "host": host.name}
    return Case(fix(tidy(f"{text} {rng.choice(_TRAILERS).format(**words)}")), wanted, parts)


def _words(rng: random.Random, force: Force, host: Host, town: str) -> dict[str, str]:
    who = rng.choice(_WHO)
    return {
        "A": cap(force.agent), "a": force.agent, "F": cap(force.troops), "f": force.troops, "d": force.demonym,
        "h": host.adjective, "H": host.name, "t": town, "T": town, "who": who, "Who": cap(who),
    }  # fmt: skip


def _whole(rng: random.Random, host: Host, town: str) -> Case:
    frame, type_code, status, may_be_group, times = rng.choice(_WHOLE)
    known = (*FORCES, *_GROUPS) if may_be_group else FORCES
    force = rng.choice([f for f in known if f.code != host.code])
    when, days = rng.choice(times) if times else ("", None)
    year = str(rng.randrange(1990, 2020))
    words = _words(rng, force, host, town) | {"when": when, "ahead": when, "since": when, "year": year}
    actors = {force.code, host.code} if "jointly" in frame else {force.code}
    slot = "destination" if type_code == "reinforcement" else "place"
    fact: dict[str, Any] = {"type": type_code, "actors": actors, slot: town, "status": status}
    if days is not None:
        fact["dates"] = days
    wanted: Wanted = [fact]
    text = f"{cap(frame.format(**words))} {cap(rng.choice(_TRAILERS).format(**words))}"
    parts = {"kind": "whole", "frame": frame, "force": force.troops, "host": host.name}
    return Case(fix(tidy(text)), wanted, parts)
