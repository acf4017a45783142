"""Exercises, training and patrols: who drills, teaches or patrols, alone or with whom, where and when."""

from __future__ import annotations

import random

from .making import Case, pick
from .wars import WHEN, cap

#: Demonym, code, plural noun of its people's army.
_STATES = (
    ("Indian", "IND"), ("Australian", "AUS"), ("Kenyan", "KEN"), ("Polish", "POL"), ("Brazilian", "BRA"),
    ("Japanese", "JPN"), ("Moroccan", "MAR"), ("Turkish", "TUR"), ("Filipino", "PHL"), ("German", "DEU"),
    ("Egyptian", "EGY"), ("Chinese", "CHN"), ("Chilean", "CHL"), ("Norwegian", "NOR"), ("Senegalese", "SEN"),
    ("Thai", "THA"), ("American", "USA"), ("Kazakh", "KAZ"), ("Greek", "GRC"), ("South African", "ZAF"),
)  # fmt: skip
#: A place after its preposition and what its name must hold.
_GROUNDS = (
    ("in Rajasthan", "Rajasthan"), ("in northern Norway", "northern Norway"), ("near Nairobi", "Nairobi"),
    ("in the Baltic Sea", "Baltic Sea"), ("off Okinawa", "Okinawa"), ("at Fort Irwin", "Fort Irwin"),
    ("in the South China Sea", "South China Sea"), ("near Kaliningrad", "Kaliningrad"), ("in Crete", "Crete"),
    ("on the island of Luzon", "Luzon"), ("in the Gulf of Guinea", "Gulf of Guinea"), ("in Isiolo", "Isiolo"),
    ("near Agadir", "Agadir"), ("in Queensland", "Queensland"), ("along the Omani coast", "Oman"), ("in Kazakhstan", "Kazakhstan"),
    ("near the town of Mafraq", "Mafraq"), ("in the Mediterranean", "Mediterranean"), ("in central Poland", "central Poland"),
    ("at the Grafenwoehr training area", "Grafenwoehr"),
)  # fmt: skip
_DRILLS = (
    "a joint military exercise", "joint drills", "a live-fire exercise", "naval manoeuvres", "an air-defence exercise",
    "war games", "a ten-day military exercise", "military drills", "a field training exercise", "a naval exercise",
    "large-scale military exercises", "an exercise called Iron Shield", "an amphibious landing exercise", "Exercise Blue Falcon",
    "anti-submarine drills", "a counter-terrorism exercise", "joint training", "a joint air exercise", "combat drills",
    "military manoeuvers", "a command-post exercise", "an annual military exercise", "snap drills",
)  # fmt: skip
#: Base, past, participle, -ing of what is done to a drill.
_HOLDING = (
    "hold held held holding", "conduct conducted conducted conducting", "stage staged staged staging",
    "carry carried carried carrying out", "begin began begun beginning", "launch launched launched launching",
    "start started started starting", "complete completed completed completing", "wrap wrapped wrapped wrapping up",
    "conclude concluded concluded concluding", "take took taken taking part in", "kick kicked kicked kicking off",
    "end ended ended ending", "run ran run running", "join joined joined joining", "mount mounted mounted mounting",
    "participate participated participated participating in", "finish finished finished finishing",
)  # fmt: skip
_BARE = (
    "train trained trained training", "exercise exercised exercised exercising", "train trained trained training together",
    "drill drilled drilled drilling", "practise practised practised practising amphibious landings",
    "rehearse rehearsed rehearsed rehearsing an airborne assault", "practise practised practised practising live firing",
)  # fmt: skip
_TEACHING = (
    "train trained trained training {o}", "teach taught taught teaching {o} to clear mines",
    "instruct instructed instructed instructing {o} in urban combat", "provide provided provided providing training to {o}",
    "give gave given giving {o} a course in mountain warfare", "coach coached coached coaching {o}",
    "mentor mentored mentored mentoring {o}", "run ran run running a training course for {o}",
    "complete completed completed completing the training of {o}", "train trained trained training a battalion of {o}",
)  # fmt: skip
_PATROLS = (
    "patrol patrolled patrolled patrolling {x}", "carry carried carried carrying out a patrol {at}",
    "conduct conducted conducted conducting patrols {at}", "step stepped stepped stepping up patrols {at}",
    "fly flew flown flying patrols {at}", "mount mounted mounted mounting a patrol {at}", "begin began begun beginning patrols {at}",
    "send sent sent sending patrols out {at}", "intensify intensified intensified intensifying patrols {at}",
    "resume resumed resumed resuming patrols {at}", "increase increased increased increasing patrols {at}",
    "make made made making a patrol {at}", "police policed policed policing {x}", "expand expanded expanded expanding patrols {at}",
    "keep kept kept keeping up patrols {at}", "run ran run running night patrols {at}", "launch launched launched launching patrols {at}",
    "double doubled doubled doubling {pos} patrols {at}", "go went gone going on patrol {at}", "fly flew flown flying surveillance missions {at}",
)  # fmt: skip
_BEATS = (
    ("the border with Chad", "along the border with Chad", "Chad"), ("the Gulf of Aden", "in the Gulf of Aden", "Gulf of Aden"),
    ("the streets of Goma", "in the streets of Goma", "Goma"), ("the Taiwan Strait", "in the Taiwan Strait", "Taiwan Strait"),
    ("the Line of Control", "along the Line of Control", "Line of Control"), ("the airspace over Estonia", "over Estonia", "Estonia"),
    ("the Black Sea", "over the Black Sea", "Black Sea"), ("the road to Ménaka", "on the road to Ménaka", "Ménaka"),
    ("waters off Sabah", "off Sabah", "Sabah"), ("the outskirts of Bangui", "on the outskirts of Bangui", "Bangui"),
    ("the demilitarized zone", "in the demilitarized zone", "demilitarized zone"), ("southern Lebanon", "in southern Lebanon", "southern Lebanon"),
    ("the Strait of Hormuz", "in the Strait of Hormuz", "Hormuz"), ("villages around Bouar", "around Bouar", "Bouar"),
)  # fmt: skip

#: As in acts.py: form (a: active, p: passive of the drill, n: the drill as a noun), frame, status, dated.
_SHAPES = {
    "plain": ("a", "{A} {past} {o} {at} {when}.", "completed", True),
    "front": ("a", "{When}, {a} {past} {o} {at}.", "completed", True),
    "said": ("a", "{A} {past} {o} {at} {when}, the defence ministry said.", "completed", True),
    "according": ("a", "According to state media, {a} {past} {o} {at} {when}.", "completed", True),
    "that": ("a", "The ministry said {a} had {pp} {o} {at} {when}.", "completed", True),
    "which": ("a", "The pictures were released by {a}, which {past} {o} {at} {when}.", "completed", True),
    "after": ("a", "The minister flew home after {a} {past} {o} {at} {when}.", "completed", True),
    "while": ("a", "The talks took place while {a} {past} {o} {at} {when}.", "completed", True),
    "and": ("a", "{A} {past} {o} {at} {when} and thanked the hosts.", "completed", True),
    "told": ("a", "{A} {past} {o} {at} {when}, a spokesman told reporters.", "completed", True),
    "will": ("a", "{A} will {base} {o} {at} next month.", "planned", False),
    "is to": ("a", "{A} {is} to {base} {o} {at} in August.", "planned", False),
    "plans": ("a", "{A} plan{s} to {base} {o} {at} later this year.", "planned", False),
    "due": ("a", "{A} {is} due to {base} {o} {at} in September, officials said.", "planned", False),
    "considers": ("a", "{A} {is} considering whether to {base} {o} {at}.", "considered", False),
    "may": ("a", "{A} may {base} {o} {at}, the minister said.", "considered", False),
    "ongoing": ("a", "{A} {is} {ing} {o} {at}.", "ongoing", False),
    "have been": ("a", "{A} {has} been {ing} {o} {at} since April.", "ongoing", False),
    "begun": ("a", "{A} {has} begun {ing} {o} {at}.", "ongoing", False),
    "perfect": ("a", "{A} {has} {pp} {o} {at}.", "completed", False),
    "denied": ("a", "{A} denied {ing} {o} {at}.", "denied", False),
    "did not": ("a", "{A} did not {base} {o} {at}, the ministry said.", "denied", False),
    "if": ("a", "Moscow would react if {a} {base_s} {o} {at}.", None, False),
    "question": ("a", "Will {a} {base} {o} {at}?", None, False),
    "passive": ("p", "{O} {were} {pp} by {a} {at} {when}.", "completed", True),
    "passive will": ("p", "{O} will be {pp} by {a} {at} next month.", "planned", False),
    "n under way": ("n", "{O} by {a} {is_n} under way {at}.", "ongoing", False),
    "n began": ("n", "{O} by {a} began {at} {when}.", None, True),
    "n took": ("n", "{O} by {a} took place {at} {when}.", "completed", True),
    "n will": ("n", "{O} by {a} will take place {at} next month.", "planned", False),
    "n ended": ("n", "{O} by {a} ended {at} {when}.", "completed", True),
    "n cancelled": ("n", "{A} cancelled {o} {at}.", "denied", False),
    "n announced": ("n", "{A} announced {o} {at}.", "planned", False),
    "n postponed": ("n", "{A} {has} called off {o} {at}.", "denied", False),
}  # fmt: skip
_NOTHING = {"if", "question"}
_PARTS = {
    "begin",
    "start",
    "launch",
    "end",
    "complete",
    "finish",
    "conclude",
    "wrap",
    "kick",
    "resume",
    "join",
    "take",
    "participate",
    "go",
}


def case(rng: random.Random) -> Case:
    """One sentence about an exercise, a course or a patrol."""
    return _made(rng)


def _alone(d: str) -> tuple[tuple[str, bool], ...]:
    """Those of one nation who act, and whether they are many."""
    return (
        (f"the {d} army", False), (f"the {d} navy", False), (f"{d} troops", True), (f"{d} forces", True),
        (f"the {d} military", False),
    )  # fmt: skip


def _together(d: str, d2: str) -> tuple[tuple[str, bool], ...]:
    """Those of two nations who act as one."""
    return (
        (f"{d} and {d2} forces", True), (f"the {d} and {d2} navies", True), (f"{d} and {d2} soldiers", True),
        (f"{d} troops and soldiers from the {d2} army", True), (f"the {d} army and the {d2} army", True),
    )  # fmt: skip


def _predicate(way: str, kind: str, form: str, o: str) -> tuple[str, str, str, str, str]:
    """The forms of a way's verb, and its object with what belongs to the verb."""
    base, past, pp, ing, *rest = way.split(" ", 4)
    tail = rest[0] if rest else ""
    if kind == "teach":
        o = tail.replace("{o}", o)
    elif kind == "drill" and form == "p":
        pp = f"{pp} {tail}".strip()
        if tail in {"in", "part in", "off", "up"} or base in {"join", "take"}:
            pp = "held"
    elif form != "n":
        o = f"{tail} {o}".strip()
    return base, past, pp, ing, o


def _made(rng: random.Random) -> Case:
    kind = rng.choice(("drill", "drill", "drill", "bare", "teach", "patrol", "patrol"))
    shape, (form, frame, status, dated) = pick(rng, _SHAPES)
    (d, code), (d2, code2) = rng.sample(_STATES, 2)
    actors = {code}
    at, key = rng.choice(_GROUNDS)
    joint = 0.5 if kind in {"drill", "bare"} else 0.25 if kind == "patrol" else 0
    is_joint = rng.random() < joint
    agent, plural = rng.choice(_together(d, d2) if is_joint else _alone(d))
    actors = {code, code2} if is_joint else {code}
    wanted: dict[str, object] = {"type": "patrol" if kind == "patrol" else "exercise", "actors": actors}
    if form in {"p", "n"} and kind in {"bare", "teach", "patrol"}:
        kind, wanted["type"] = "drill", "exercise"
    if kind == "drill":
        way = rng.choice([w for w in _HOLDING if _goes(w, shape)])
        drill = rng.choice(_DRILLS)
        o = drill
        if rng.random() < 0.25 and len(actors) == 1:
            o = f"{drill} with {d2} {rng.choice(('troops', 'forces', 'soldiers'))}"
            wanted["actors"] = actors | {code2}
    elif kind == "bare":
        way, o = rng.choice([w for w in _BARE if len(actors) == 2 or "together" not in w]), ""
        if len(actors) == 1 and rng.random() < 0.5:
            o = f"with {d2} forces"
            wanted["actors"] = actors | {code2}
    elif kind == "teach":
        way, o = rng.choice(_TEACHING), f"{d2} soldiers"
        wanted["against"] = {code2}
    else:
        way = rng.choice([w for w in _PATROLS if _goes(w, shape)])
        x, at, key = rng.choice(_BEATS)
        o = ""
        way = way.replace("{at}", at).replace("{x}", x).replace("{pos}", "their" if plural else "its")
        at = ""
    base, past, pp, ing, o = _predicate(way, kind, form, o)
    when, first, last = rng.choice(WHEN)
    many = not o.startswith(("a ", "an ", "the ", "joint training", "Exercise"))
    text = frame.format(
        A=cap(agent), a=agent, o=o, O=cap(o), at=at, when=when, When=cap(when), base=base, past=past, pp=pp, ing=ing,
        base_s=base if plural else base + ("es" if base.endswith(("ch", "sh")) else "s"), s="" if plural else "s",
        were="were" if many else "was", is_n="are" if many else "is", **{"is": "are" if plural else "is", "has": "have" if plural else "has"},
    )  # fmt: skip
    text = (
        " ".join(text.split())
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace(" ?", "?")
        .replace("carrys", "carries")
        .replace("gos ", "goes ")
    )
    parts = {
        "kind": kind,
        "way": way,
        "shape": shape,
        "at": at or key,
        "what": drill if kind == "drill" else "-",
        "two": "two" if wanted["actors"] != {code} else "one",
        "agent": agent.replace(d, "D").replace(d2, "E"),
    }
    if shape in _NOTHING:
        return Case(text, [], parts)
    wanted["place"] = key
    if status and not (
        way.split(" ")[0] in _PARTS | {"step", "intensify", "increase", "double", "keep", "expand"}
        and status == "completed"
    ):
        wanted["status"] = status
    if dated:
        wanted["dates"] = (first, last)
    return Case(text, [wanted], parts)


def _goes(way: str, shape: str) -> bool:
    base = way.split(" ", maxsplit=1)[0]
    return base not in _PARTS or shape not in {
        "ongoing",
        "have been",
        "begun",
        "considers",
        "may",
        "denied",
        "did not",
        "passive",
        "passive will",
    }
