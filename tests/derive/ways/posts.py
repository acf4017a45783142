"""Bases and posts that are set up, given up and handed over."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from .cast import FORCES, Force
from .making import Case
from .posting import AHEAD, HOSTS, PAST, TRAILERS, Host, cap, fix, key_of, tidy, town, verb

#: What is done to a site, by type: verb phrases ({s} else at the end); the act as a noun; what the site does itself.
_DONE = {
    "base_opening": (
        "open", "set up", "establish", "build", "construct", "inaugurate", "create", "erect", "reopen", "reactivate",
        "commission", "put up", "throw up", "carve out", "complete", "finish building",
        "complete work on", "cut the ribbon on", "complete construction of", "rebuild", "refurbish", "formally open",
        "quietly build", "install",
    ),
    "base_closure": (
        "close", "shut", "shut down", "close down", "shutter", "dismantle", "decommission", "deactivate", "mothball",
        "demolish", "tear down", "wind up", "padlock", "formally close", "pull down", "raze", "close the gates of", "permanently close", "disestablish", "bulldoze",
    ),
    "base_handover": (
        "hand over {s} to {t}", "hand {s} over to {t}", "hand {s} to {t}", "transfer {s} to {t}", "return {s} to {t}",
        "turn over {s} to {t}", "turn {s} over to {t}", "give {s} back to {t}", "cede {s} to {t}", "sign {s} over to {t}",
        "relinquish {s} to {t}", "surrender {s} to {t}", "hand {s} back to {t}", "formally hand over {s} to {t}",
        "transfer control of {s} to {t}", "hand over control of {s} to {t}", "pass {s} to {t}", "hand the keys of {s} to {t}",
        "transfer ownership of {s} to {t}", "deliver {s} to {t}",
    ),
}  # fmt: skip
_NOUNS = {
    "base_opening": ("opening of {s}", "construction of {s}", "establishment of {s}", "inauguration of {s}",
                     "building of {s}", "setting-up of {s}", "creation of {s}", "reopening of {s}"),
    "base_closure": ("closure of {s}", "closing of {s}", "shutdown of {s}", "dismantling of {s}", "shutting of {s}",
                     "decommissioning of {s}", "demolition of {s}"),
    "base_handover": ("handover of {s} to {t}", "transfer of {s} to {t}", "return of {s} to {t}", "handing over of {s} to {t}",
                      "turnover of {s} to {t}", "hand-back of {s} to {t}", "transfer of control of {s} to {t}"),
}  # fmt: skip
#: What the site itself does: past, infinitive, participle; no agent is named, the site is the force's.
_ITSELF = {
    "base_opening": (("opened", "open", "opened"), ("became operational", "become operational", "become operational"),
                     ("went into operation", "go into operation", "gone into operation"),
                     ("opened its doors", "open its doors", "opened its doors"),
                     ("began operating", "begin operating", "begun operating"),
                     ("went up", "go up", "gone up"), ("started operations", "start operations", "started operations"),
                     ("came into service", "come into service", "come into service")),
    "base_closure": (("closed", "close", "closed"), ("shut", "shut", "shut"), ("shut down", "shut down", "shut down"),
                     ("shut its gates", "shut its gates", "shut its gates"), ("closed down", "close down", "closed down"),
                     ("closed its doors", "close its doors", "closed its doors"),
                     ("ceased operations", "cease operations", "ceased operations"),
                     ("ceased to operate", "cease to operate", "ceased to operate"),
                     ("closed for good", "close for good", "closed for good")),
    "base_handover": (("passed to {t}", "pass to {t}", "passed to {t}"), ("went to {t}", "go to {t}", "gone to {t}"),
                      ("reverted to {t}", "revert to {t}", "reverted to {t}"),
                      ("came under the control of {t}", "come under the control of {t}", "come under the control of {t}"),
                      ("passed into the hands of {t}", "pass into the hands of {t}", "passed into the hands of {t}")),
}  # fmt: skip
_NEW = (
    "a naval base", "a military base", "an air base", "a logistics base", "a drone base", "an outpost", "a camp", "a garrison",
    "a forward operating base", "a barracks", "an observation post", "a listening post", "a training camp", "a new base",
    "a second base", "a field hospital", "a radar station", "its first base", "a military camp", "a combat outpost",
    "a supply depot", "an army base", "a helicopter base", "a surveillance post", "a command post", "a permanent base",
    "a joint operations centre", "a small base", "a patrol base", "a fire base", "an airstrip",
)  # fmt: skip
_OLD = (
    "its base", "its naval base", "its last base", "the base", "the air base", "its main camp", "the {adj} base",
    "its military base", "the {adj} garrison", "its outpost", "the {adj} military base", "its barracks", "its logistics hub",
    "the {adj} army camp", "the drone base", "its forward operating base", "its camp", "its headquarters", "the camp",
    "the military airfield", "its radar station", "its largest base", "the field hospital", "its only base",
)  # fmt: skip
_NAMED = (
    "Camp Tamarind",
    "Camp Ibis",
    "Fort Larsen",
    "Camp Sandstorm",
    "FOB Falcon",
    "Base 114",
    "Combat Outpost Granite",
)
_MANY = (
    ("two bases", 2, None, "exact"), ("three outposts", 3, None, "exact"), ("five forward operating bases", 5, None, "exact"),
    ("at least four bases", 4, "", "at_least"), ("more than a dozen posts", 12, "", "at_least"),
    ("some 20 outposts", 20, None, "about"), ("six military camps", 6, None, "exact"), ("seven checkpoints", 7, None, "exact"),
    ("eight observation posts", 8, None, "exact"), ("several bases", 3, "", "at_least"),
)  # fmt: skip
#: form, frame, status, which times; {way} is the form of the way, {x} the rest that a passive needs.
_SHAPES: dict[str, tuple[str, str, str, Any]] = {
    "plain": ("past", "{A} {way} {when}.", "completed", PAST),
    "perfect": ("pp", "{A} has {way}.", "completed", None),
    "said": ("past", "{A} {way} {when}, {who} said.", "completed", PAST),
    "said that": ("pp", "{Who} said on Wednesday that {a} had {way} {when}.", "completed", PAST),
    "according": ("past", "According to {who}, {a} {way} {when}.", "completed", PAST),
    "lead-in": ("past", "{When}, {a} {way}.", "completed", PAST),
    "we": ("pp", "“We have {way},” the {adj} defence minister told reporters.", "completed", None),
    "after": ("ing", "After {way} {when}, {a} asked parliament for more money.", "completed", PAST),
    "participle": ("pp", "Having {way} {when}, {a} turned to other matters.", "completed", PAST),
    "relative": ("past", "{A}, which {way} {when}, has not commented.", "completed", PAST),
    "conjoined": ("past", "{A} {way} {when} and paid the rent in full.", "completed", PAST),
    "although": ("past", "Although {a} {way} {when}, relations have not improved.", "completed", PAST),
    "headline": ("s3", "{A} {way}\n\nThe announcement came late in the evening.", "completed", None),
    "passive": ("pass", "{S} {was} {way} by {a} {when}{x}.", "completed", PAST),
    "passive perfect": ("pass", "{O} {has} been {way}{x}, {who} said.", "completed", None),
    "passive bare": ("pass", "{O} {was} {way}{x} {when}.", "completed", PAST),
    "reduced": ("pass", "Villagers described {s}, {way} by {a} {when}{x}.", "completed", PAST),
    "which was": ("pass", "Villagers described {o}, which {was} {way} {when}{x}.", "completed", PAST),
    "itself": ("self", "{O} {way} {when}.", "completed", PAST),
    "itself perfect": ("selfp", "{O} {has} {way}, {who} said.", "completed", None),
    "itself will": ("selfi", "{O} will {way} {ahead}.", "planned", AHEAD),
    "itself due": ("selfi", "{O} {is} due to {way} {ahead}.", "planned", AHEAD),
    "itself relative": ("self", "{O}, which {way} {when}, cost 40 million dollars.", "completed", PAST),
    "completed the": ("noun", "{A} completed the {way} {when}.", "completed", PAST),
    "noun began": ("noun", "The {way} by {a} began {when}.", "ongoing", None),
    "noun by": ("noun", "The {way} by {a} {when} surprised diplomats.", "completed", PAST),
    "announced the": ("noun", "{A} announced the {way}.", "?", None),
    "ordered the": ("noun", "{A} has ordered the {way}.", "planned", None),
    "agreed to": ("inf", "{A} has agreed to {way}.", "planned", None),
    "will": ("inf", "{A} will {way} {ahead}.", "planned", AHEAD),
    "plans": ("inf", "{A} plans to {way} {ahead}, {who} said.", "planned", AHEAD),
    "plan noun": ("inf", "A plan by {a} to {way} {ahead} was published on Monday.", "planned", AHEAD),
    "going to": ("inf", "“We are going to {way} {ahead},” the {adj} army chief said.", "planned", AHEAD),
    "is to": ("inf", "{A} is to {way} {ahead}.", "planned", AHEAD),
    "is set": ("inf", "{A} is set to {way} {ahead}, according to {who}.", "planned", AHEAD),
    "intends": ("inf", "{A} intends to {way}.", "planned", None),
    "passive will": ("pass", "{S} will be {way} by {a} {ahead}{x}.", "planned", AHEAD),
    "passive is to": ("pass", "{O} {is} to be {way}{x} {ahead}.", "planned", AHEAD),
    "has begun": ("inf", "{A} has begun to {way}.", "ongoing", None),
    "progressive": ("ing", "{A} is {way}, {who} said.", "ongoing", None),
    "being": ("pass", "{S} {is} being {way} by {a}{x}.", "ongoing", None),
    "considers": ("ing", "{A} is considering {way}.", "considered", None),
    "might": ("inf", "{A} may {way} {ahead}, {who} said.", "considered", AHEAD),
    "could": ("pass", "{O} could be {way}{x} {ahead}.", "considered", AHEAD),
    "wants": ("inf", "{A} wants to {way}.", "considered", None),
    "has not": ("pp", "{A} has not {way}, {who} said.", "denied", None),
    "denied": ("pp", "{A} denied that it had {way}.", "denied", None),
    "denied plan": ("inf", "{A} denied any plan to {way}.", "denied", None),
    "no plans": ("inf", "“We have no plans to {way},” a {adj} army spokesman said.", "denied", None),
    "ruled out": ("ing", "{A} has ruled out {way}.", "denied", None),
    "refused": ("inf", "{A} has refused to {way}.", "denied", None),
    "will not": ("inf", "{A} will not {way}, {who} said.", "denied", None),
    "question": ("inf", "Will {a} {way}?", "", None),
}
#: What is over as soon as it has begun.
_AT_ONCE = ("complete", "finish", "ribbon", "padlock", "keys", "gates", "reactivate", "disestablish")
_WHO = (
    "the defence ministry", "a military spokesman", "officials", "two security sources", "the governor", "local media",
    "the state news agency", "a resident", "the army chief", "diplomats",
)  # fmt: skip
_TAKERS = ("the {h} army", "{H}", "the {h} authorities", "the {h} government", "the {h} defence ministry", "{h} forces",
           "{h} soldiers", "the {h} military")  # fmt: skip


@dataclass(frozen=True)
class Site:
    words: str
    key: str
    count: tuple[Any, ...] | None
    is_many: bool


def _site(rng: random.Random, kind: str, force: Force, host: Host) -> Site:
    where = town(rng, host)
    draw = rng.random()
    if draw < 0.2:
        words, low, high, qualifier = rng.choice(_MANY)
        return Site(
            f"{words} {where}", key_of(where, host), (low, low if high is None else None, qualifier, "bases"), True
        )
    if draw < 0.35:
        name = rng.choice(_NAMED)
        return Site(f"{name} {where}", name, None, False)
    words = rng.choice(_NEW if kind == "base_opening" else _OLD).format(adj=force.demonym)
    return Site(f"{words} {where}", key_of(where, host), None, False)


def _of_force(site: Site, force: Force) -> str:
    """The site with its owner, where no agent is named."""
    words = site.words
    for rank in ("first", "last", "main", "only", "largest", "new", "second", "permanent", "small"):
        words = words.replace(f"its {rank} ", f"the {rank} {force.demonym} ").replace(
            f"a {rank} ", f"a {rank} {force.demonym} "
        )
    for a, b in (("its ", f"the {force.demonym} "), ("a ", f"a {force.demonym} "), ("an ", f"a {force.demonym} ")):
        if words.startswith(a) and force.demonym not in words:
            return fix(b + words.removeprefix(a))
    return words


def case(rng: random.Random) -> Case:
    """One sentence about one site or some."""
    while (made := _case(rng)) is None:
        pass
    return made


def _way(rng: random.Random, kind: str, shape: str, form: str, site: Site, taker: str) -> tuple[str, str, str] | None:
    """A way that has the form: its name, its words in that form, and what of it follows an agent."""
    if form == "noun":
        name = rng.choice(_NOUNS[kind])
        return name, name.format(s=site.words, t=taker), ""
    if form.startswith("self"):
        forms = rng.choice(_ITSELF[kind])
        way = forms[("self", "selfi", "selfp").index(form)].format(t=taker)
        return forms[0], way.replace("its ", "their ") if site.is_many else way, ""
    name = rng.choice(_DONE[kind])
    first = name.split()[0]
    adverb = f"{first} " if first.endswith("ly") else ""
    if shape in {"has begun", "progressive"} and (adverb or any(w in name for w in _AT_ONCE)):
        return None
    forms_of = verb(name.removeprefix(adverb))
    if form != "pass":
        way = adverb + forms_of[form]
        return name, (way if "{s}" in way else way + " {s}").format(s=site.words, t=taker), ""
    if any(w in name for w in (" of", " on", "finish", "keys", "complete ")):
        return None
    way, _, rest = (adverb + forms_of["pp"]).replace(" {s}", "").partition(" to {t}")
    return name, way, f" to {taker}" if "{t}" in name else rest


def _case(rng: random.Random) -> Case | None:
    kind = rng.choice(list(_DONE))
    force = rng.choice(FORCES)
    host = rng.choice([h for h in HOSTS if h.code != force.code])
    site = _site(rng, kind, force, host)
    shape, (form, frame, status, times) = rng.choice(list(_SHAPES.items()))
    taker = rng.choice(_TAKERS).format(h=host.adjective, H=host.name)
    found = _way(rng, kind, shape, form, site, taker)
    if found is None:
        return None
    name, way, rest = found
    owned = _of_force(site, force)
    if "{O}" in frame or "{o}" in frame:
        if force.demonym not in owned:
            return None  # nobody would be known to have it
    if site.words.startswith("its ") and ("{S}" in frame or "{s}" in frame) and form == "pass":
        return None  # before the one whose it is
    when, days = rng.choice(times) if times else ("", None)
    who = rng.choice(_WHO)
    many = site.is_many
    text = frame.format(
        A=cap(force.agent), a=force.agent, way=way, when=when, ahead=when, When=cap(when), who=who, Who=cap(who), s=site.words,
        S=cap(site.words), o=owned, O=cap(owned), x=rest, adj=force.demonym, was="were" if many else "was",
        has="have" if many else "has", **{"is": "are" if many else "is"},
    )  # fmt: skip
    text = fix(tidy(text))
    if text.startswith("“We"):
        text = text.replace("its ", "our ", 1)
    text += " " + rng.choice(TRAILERS)
    wanted: dict[str, Any] = {"type": kind, "actors": {force.code}, "status": status, "place": site.key}
    if status == "?":
        del wanted["status"]
    if site.count:
        wanted["n"] = site.count
    if kind == "base_handover":
        wanted["against"] = {host.code}
    if days is not None:
        wanted["dates"] = days
    parts = {
        "way": f"{kind}: {name}",
        "form": form,
        "shape": shape,
        "type": kind,
        "when": when or "-",
        "force": force.agent,
    }
    parts |= {
        "site": " ".join(site.words.split(f" {_where(site.words)}")[0:1]),
        "host": host.name,
        "type×form": f"{kind} {form}",
    }
    return Case(text, [wanted] if status else [], parts)


def _where(words: str) -> str:
    return next((p for p in ("in ", "near ", "outside ", "on ") if f" {p}" in words), "")
