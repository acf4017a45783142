"""Missions founded, prolonged, changed and ended; units raised, merged, renamed, put under another's command and
disbanded; and missions and bands that are none."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force, Place, abroad
from .deals import Of
from .making import Case, pick
from .phrasing import FUTURE, PAST, Act, capital, tell, verb

_STARTED = (
    "launch", "begin/began/begun", "start", "establish", "set/set/set up", "authorise", "create", "approve", "stand/stood/stood up",
    "inaugurate", "mount", "initiate", "kick off", "found", "form", "green-light", "give/gave/given the go-ahead for", "mandate", "agree/agreed/agreed on",
)  # fmt: skip
_PROLONGED = (
    "extend", "renew", "prolong", "extend the mandate of", "renew the mandate of", "prolong the mandate of", "roll over the mandate of",
    "lengthen", "extend the authorisation for", "reauthorise", "vote to extend", "agree/agreed/agreed to extend",
)  # fmt: skip
_KEPT = ("continue", "keep/kept/kept up", "maintain", "carry on with", "press on with", "sustain")
_ENDED = (
    "end", "terminate", "conclude", "wind/wound/wound up", "close", "wrap up", "suspend", "call off", "discontinue", "shut/shut/shut down",
    "cut/cut/cut short", "bring/brought/brought to an end", "halt", "pull the plug on", "axe", "scrap", "abandon", "finish", "phase out",
    "terminate the mandate of", "end the mandate of", "stop", "declare an end to",
)  # fmt: skip
_CHANGED = (
    "refocus {o} on training", "convert {o} into a training mission", "transform {o} into an advisory mission", "turn {o} into a support mission",
    "scale down {o}", "scale back {o}", "downsize {o}", "broaden {o}", "narrow the mandate of {o}", "shift the focus of {o} to training",
    "expand the mandate of {o}", "reshape {o}", "overhaul {o}", "widen the mandate of {o}", "downgrade {o} to an observer mission",
    "restructure {o}", "change the mandate of {o}", "reorient {o} towards maritime security", "strengthen the mandate of {o}",
    "revise the mandate of {o}", "reconfigure {o}", "cut/cut/cut back {o}", "upgrade {o} to a combat mission",
)  # fmt: skip
_BEGINS = ("begin/began/begun", "start", "get/got/got under way", "get/got/got off the ground", "be launched", "become/became/become operational",
           "begin/began/begun work", "take/took/taken up its work", "start operations", "commence")  # fmt: skip
_ENDS = ("end", "come/came/come to an end", "draw/drew/drawn to a close", "expire", "close", "conclude", "wind/wound/wound up",
         "finish", "cease operations", "end its work", "complete its work", "run/ran/run out", "close down", "shut/shut/shut down")  # fmt: skip
_TURNS = ("become/became/become a training mission", "evolve into a support mission", "shift from combat to training", "move to a new phase",
          "switch from combat to advising", "transition to an advisory role", "enter its second phase", "take/took/taken on an advisory role",
          "turn/turned/turned into a police mission", "change from a combat to a training mission")  # fmt: skip
_GOES_ON = ("continue until the end of 2027", "run until June 2027", "go on for another year", "last until March 2026", "continue",
            "remain in place until 2028", "carry on", "stay in place until December 2026")  # fmt: skip
_NOUNS = {
    "launch": "launch", "begin/began/begun": "start", "start": "start", "establish": "establishment", "create": "creation",
    "extend": "extension", "renew": "renewal", "prolong": "prolongation", "end": "end", "terminate": "termination", "close": "closure",
    "conclude": "conclusion", "suspend": "suspension", "scale down {o}": "downsizing", "overhaul {o}": "overhaul", "abandon": "abandonment",
    "wind/wound/wound up": "winding up", "inaugurate": "inauguration", "continue": "continuation", "restructure {o}": "restructuring",
}  # fmt: skip
#: What kind of mission; where it is.
_KINDS = (
    "training mission", "peacekeeping mission", "military mission", "naval mission", "counter-terrorism mission", "stabilisation mission",
    "observer mission", "military operation", "military training mission", "air policing mission", "maritime security operation",
    "counter-insurgency operation", "peace support operation", "combat mission", "advisory mission", "surveillance mission",
)  # fmt: skip
_NAMES = ("Operation Iron Lynx", "Operation Steadfast Shield", "Operation Wadi Dawn", "Operation Golden Heron")
#: Who has missions: as they are named, who decides for them, id.
_SPONSORS = (
    ("EU", ("the European Union", "EU foreign ministers", "the Council of the European Union", "the EU", "EU member states"), "EU"),
    ("UN", ("the UN Security Council", "the Security Council", "the United Nations", "the U.N. Security Council"), "UN"),
    ("NATO", ("NATO", "NATO defence ministers", "the North Atlantic Council"), "NATO"),
    ("African Union", ("the African Union", "the AU Peace and Security Council"), "AU"),
    ("ECOWAS", ("ECOWAS", "ECOWAS leaders"), "ECOWAS"),
    ("SADC", ("the Southern African Development Community", "SADC leaders"), "SADC"),
)  # fmt: skip


def _where(place: Place) -> str:
    return ("at " if place.kind == "site" else "in ") + place.words


def _wanted(type_code: str, told: Any, actors: set[str], place: str | None, dates: bool = True) -> list[dict[str, Any]]:
    if not told.facts:
        return []
    made: dict[str, Any] = {"type": type_code, "actors": actors}
    if told.status:
        made["status"] = told.status
    if place:
        made["place"] = place
    if dates and told.dates is not None and told.status != "considered":
        made["dates"] = told.dates
    return [made]


def _made(kind: str, way: str, told: Any, **more: str) -> dict[str, str]:
    return {
        "made": kind,
        "way": way,
        "shape": told.shape,
        "time": told.time,
        **more,
        "made×shape": f"{kind}×{told.shape}",
    }


def _who(rng: random.Random, place: Place) -> tuple[str, str, str, bool, str]:
    """Who decides, whose adjective the mission has, the id, whether the decider is plural, who says "we"."""
    if rng.random() < 0.5:
        name, deciders, code = rng.choice(_SPONSORS)
        decider = rng.choice(deciders)
        return decider, name, code, decider.endswith(("ministers", "states", "leaders")), ""
    force: Force = rng.choice([f for f in FORCES if f.code != place.country])
    decider = rng.choice((force.agent, force.state, f"the {force.demonym} parliament", f"the {force.demonym} cabinet"))
    return decider, force.demonym, force.code, False, f"the {force.demonym} defence minister"


def _mission(rng: random.Random) -> Case:
    """Somebody founds, prolongs, ends, changes a mission."""
    force = rng.choice(FORCES)
    place = abroad(rng, force)
    decider, adjective, code, many, speaker = _who(rng, place)
    kind, (ways, type_code) = pick(rng, {
        "start": (_STARTED, "mission_start"), "prolong": (_PROLONGED, "mission_continuation"), "keep": (_KEPT, "mission_continuation"),
        "end": (_ENDED, "mission_end"), "change": (_CHANGED, "mission_transition"),
    })  # fmt: skip
    way = rng.choice(ways)
    sort = rng.choice(_KINDS)
    named = rng.random() < 0.15
    if kind == "start":
        mission = (
            f"a {rng.choice(('', 'new ', 'two-year '))}{sort} {_where(place)}".replace("a advisory", "an advisory")
            .replace("a air", "an air")
            .replace("a observer", "an observer")
        )
        if named:
            mission = f"{rng.choice(_NAMES)} {_where(place)}"
    else:
        mission = f"{rng.choice(('{its}', 'the ' + adjective))} {sort} {_where(place)}"
        if named:
            mission = f"{rng.choice(_NAMES)} {_where(place)}"
    is_own = named or "{its}" in mission or kind == "start"
    tail = ""
    spelt, object_ = way, mission
    if kind == "change":
        head, _, rest = way.partition("{o}")
        spelt, tail = head.strip(), rest.strip()
    if kind == "prolong":
        tail = rng.choice(
            ("for another year", "until 30 June 2026", "by six months", "for six months", "", "until the end of 2026")
        )
    if " the mandate of" in spelt or " the authorisation for" in spelt or " to extend" in spelt:
        first, _, extra = spelt.partition(" ")
        if extra.startswith(("the ", "over the ")):
            over = "over " if extra.startswith("over ") else ""
            spelt, object_ = f"{first} {over}".strip(), f"{extra.removeprefix('over ')} {mission}"
    act = Act(verb(spelt), decider, object_, tail, subject_plural=many, noun=_NOUNS.get(way, "") if not named else "",
              is_known_without_agent=not is_own, speaker=speaker)  # fmt: skip
    while True:
        told = tell(rng, act)
        if told.shape == "threatened" and kind in {"start", "prolong"}:
            continue
        passive = told.shape.startswith("p_")
        if not (
            passive and (spelt.startswith(("give", "vote", "agree", "declare", "press", "carry")) or named)
        ) and not ("until" in tail and "then" in told.shape):
            break
    wanted = _wanted(type_code, told, Of({code}), place.key, dates=not tail.startswith(("until", "for", "by")))
    for w in wanted:
        if kind == "prolong" and told.shape in {"decided", "headline"}:
            w.pop("status", None)
        if kind == "keep":
            w.pop("status", None) if w.get("status") in {"completed", "planned"} else None
            w.pop("dates", None)
    made = _made(kind, way, told, sort=_NAMES[0] if named else sort, who=decider, place=place.kind)
    return Case(told.text, wanted, made)


def _mission_itself(rng: random.Random) -> Case:
    """The mission begins, ends, becomes something else, goes on."""
    place = abroad(rng, rng.choice(FORCES))
    _, adjective, code, _, _ = _who(rng, place)
    kind, (ways, type_code) = pick(rng, {
        "begins": (_BEGINS, "mission_start"), "ends": (_ENDS, "mission_end"), "turns": (_TURNS, "mission_transition"),
        "goes on": (_GOES_ON, "mission_continuation"),
    })  # fmt: skip
    way = rng.choice(ways)
    sort = rng.choice([k for k in _KINDS if kind != "begins" or "operation" not in k])  # which may be one of combat
    subject = f"the {adjective} {sort} {_where(place)}"
    if kind == "ends" and rng.random() < 0.3 or way == "run/ran/run out":
        subject = f"the mandate of {subject}"
        way = rng.choice(("expire", "end", "run/ran/run out", "come/came/come to an end", "lapse"))
    spelt = way.replace("be launched", "be/was/been launched")
    if kind == "goes on":
        frame = rng.choice(("{S} will {b}.", "{S} is to {b}, officials said.", "Officials said that {s} would {b}.", "{S} is due to {b}.",
                            "The defence minister said on Tuesday that {s} is to {b}.", "{S} is expected to be costly and will {b}."))  # fmt: skip
        text = frame.format(S=capital(subject), s=subject, b=way)
        wanted = {"type": type_code, "actors": {code}, "place": place.key, "status": "planned"}
        return Case(text, [wanted], {"made": kind, "way": way, "shape": frame, "sort": sort, "place": place.kind})
    told = tell(rng, Act(verb(spelt), subject))
    wanted = _wanted(type_code, told, Of({code}), place.key, dates=kind != "goes on")
    return Case(told.text, wanted, _made(kind, way, told, sort=sort, place=place.kind))


_UNITS = ("4th Marine Battalion", "7th Armoured Brigade", "31st Infantry Regiment", "15th Mountain Battalion", "9th Artillery Regiment",
          "3rd Mechanised Division", "Northern Coastal Brigade", "112th Territorial Defence Brigade")  # fmt: skip
_UNMADE = ("disband", "dissolve", "deactivate", "inactivate", "stand/stood/stood down", "break/broke/broken up")
_RAISED = (
    "activate",
    "reactivate",
    "form",
    "create",
    "establish",
    "set/set/set up",
    "stand/stood/stood up",
    "raise",
    "re-establish",
)
_REMADE = (
    "merge {o} into the {u}", "merge {o} with the {u}", "rename {o} the {u}", "absorb {o} into the {u}", "reorganise {o} into two battalions",
    "fold {o} into the {u}", "incorporate {o} into the {u}", "integrate {o} into the {u}", "place {o} under the command of the {u}",
    "put/put/put {o} under NATO command", "subordinate {o} to the {u}", "split/split/split {o} into two brigades", "redesignate {o} as the {u}",
    "convert {o} into a drone unit", "restructure {o}", "transfer {o} to the command of the {u}", "assign {o} to the {u}", "attach {o} to the {u}",
    "reorganise {o}", "turn {o} into a light infantry unit", "amalgamate {o} with the {u}", "upgrade {o} to a division",
)  # fmt: skip
_CHANGES = ("merge with the {u}", "become/became/become the {u}", "cease to exist", "come/came/come under the command of the {u}",
            "be/was/been absorbed into the {u}", "be/was/been disbanded", "be/was/been renamed the {u}", "pass to NATO command",
            "be/was/been reorganised", "be/was/been placed under NATO command")  # fmt: skip


def _unit(rng: random.Random) -> Case:
    """A unit is raised, changed, dissolved."""
    force = rng.choice(FORCES)
    one, two = rng.sample(_UNITS, 2)
    kind, ways = pick(rng, {"unmade": _UNMADE, "raised": _RAISED, "remade": _REMADE, "itself": _CHANGES})
    way = rng.choice(ways)
    agent = rng.choice(
        (force.agent, force.agent, f"the {force.demonym} army", f"the {force.demonym} defence ministry", force.state)
    )
    tail, spelt = "", way
    if kind == "itself":
        told = tell(rng, Act(verb(way.format(u=two)), f"the {force.demonym} army's {one}"))
    else:
        unit = rng.choice((f"{{its}} {one}", f"the {one}"))
        if kind == "raised":
            unit = rng.choice(
                (f"the {one}", "a new drone battalion", "a new mountain brigade", "an air assault regiment")
            )
        if kind == "remade":
            head, _, rest = way.partition("{o}")
            spelt, tail = head.strip(), rest.strip().format(u=two)
        nouns = {"disband": "disbanding", "dissolve": "dissolution", "deactivate": "deactivation", "activate": "activation",
                 "create": "creation", "form": "formation", "establish": "establishment"}  # fmt: skip
        told = tell(rng, Act(verb(spelt), agent, unit, tail, noun=nouns.get(way, ""), is_known_without_agent=False,
                             speaker=f"the {force.demonym} defence minister"))  # fmt: skip
    wanted = _wanted("restructuring", told, Of({force.code}), None)
    return Case(told.text, wanted, _made("unit " + kind, way, told, unit=one))


def _pair(rng: random.Random) -> Case:
    """The mission is named first; then it is told of by a pronoun or a short form."""
    place = abroad(rng, rng.choice(FORCES))
    _, adjective, code, _, _ = _who(rng, place)
    sort, where = rng.choice(_KINDS), _where(place)
    name, (text, type_code, status) = pick(rng, {
        "costs": ("The {a} {m} {w} costs 40 million euros a year. It was extended on Tuesday until the end of 2026.", "mission_continuation", "completed"),
        "doubts": ("Doubts about the {a} {m} {w} have grown. The mission will end in December, diplomats said.", "mission_end", "planned"),
        "mandate": ("Ministers spoke about the {a} {m} {w} for hours. Its mandate was renewed for a year.", "mission_continuation", "completed"),
        "expires": ("Critics call the {a} {m} {w} a failure. Its mandate expires in September.", "mission_end", "planned"),
        "operation": ("Few people know the {a} {m} {w}. It began in 2019.", "mission_start", "completed"),
        "was launched": ("The {a} {m} {w} has a woman at its head. The mission was launched in March 2021.", "mission_start", "completed"),
        "not extended": ("The {a} {m} {w} has few friends. The mandate will not be extended, officials said.", "mission_continuation", "denied"),
        "wound up": ("The {a} {m} {w} was never popular. It was wound up last month.", "mission_end", "completed"),
        "headline": ("{A} {m} {w} extended\n\nThe {a} {m} {w} was extended on Tuesday for another year, officials said.", "mission_continuation", "completed"),
        "told again": ("The {a} {m} {w} ended on 3 May. The end of the mission was marked by a parade, officials said.", "mission_end", "completed"),
        "since": ("The {a} {m} {w}, launched in 2019, has cost three billion euros.", "mission_start", "completed"),
        "whose mandate": ("The {a} {m} {w}, whose mandate was extended on Tuesday, has a new spokesman.", "mission_continuation", "completed"),
        "whose ends": ("The {a} {m} {w}, whose mandate runs out in September, has a new spokesman.", "mission_end", "planned"),
        "refocus": ("There has been much criticism of the {a} {m} {w}. It will focus on training from next year.", "mission_transition", "planned"),
        "no longer": ("The {a} {m} {w} is over, the general told reporters.", "mission_end", "completed"),
    })  # fmt: skip
    made = text.format(a=adjective, A=capital(adjective), m=sort, w=where)
    wanted = {"type": type_code, "status": status, "actors": {code}, "place": place.key}
    return Case(made, [wanted], {"made": "pair", "pair": name, "sort": sort, "place": place.kind})


_NEAR = (
    "The {a} trade mission to {b} ended {w}.",
    "The {a} space agency launched a mission to the moon {w}.",
    "Surgeons in {B} began an operation on the twins {w}.",
    "The {a} rock band disbanded {w}.",
    "Two {a} banks merged {w}.",
    "The {a} president dissolved parliament {w}.",
    "Police in {A} launched an operation against smugglers {w}.",
    "{A} extended the school holidays {w}.",
    "The {a} ruling party began its election campaign {w}.",
    "The {a} electoral observation mission in {b} ended {w}.",
    "The charity renamed its army of volunteers {w}.",
    "The {a} airline ended its operations in {b} {w}.",
    "{A} extended the mandate of its central bank governor {w}.",
    "A vaccination campaign began in {b} {w}.",
    "{A} restructured its debt {w}.",
    "The {a} navy's football team became champions {w}.",
    "The film tells of a mission behind enemy lines.",
    "A mission like that would need patience, the {a} general wrote in his memoirs.",
    "{A} put its central bank under the control of the finance ministry {w}.",
    "The contract of the {a} army's football coach was extended {w}.",
    "Rescue operations in the flooded {a} valley ended {w}.",
    "Miners in {b} ended their strike {w}.",
)  # fmt: skip


def _near(rng: random.Random) -> Case:
    one, two = rng.sample(FORCES, 2)
    name = rng.randrange(len(_NEAR))
    when = rng.choice(list(PAST if "will" not in _NEAR[name] else FUTURE))
    text = _NEAR[name].format(A=capital(one.state), B=capital(two.state), a=one.demonym, b=two.state, w=when)
    return Case(text, [], {"made": "near", "near": _NEAR[name], "time": when})


def case(rng: random.Random) -> Case:
    """A sentence or two about a mission or a unit."""
    made = _case(rng)
    if not made.wanted or _ARMED.intersection(made.text.replace(",", " ").replace(".", " ").split()):
        return made
    end = "" if made.text.endswith((".", "?", "\u201d")) else "\n\n"
    return Case(made.text + end + " Military experts were divided.", made.wanted, made.made_of)


#: A text without such a word is about no armed force.
_ARMED = frozenset("military army troops naval Battalion Brigade Regiment battalions soldiers peacekeeping".split())


def _case(rng: random.Random) -> Case:
    maker = rng.choices((_mission, _mission_itself, _unit, _pair, _near), (8, 4, 5, 3, 2))[0]
    return maker(rng)
