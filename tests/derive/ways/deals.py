"""Agreements: deals on forces and bases made, renewed, dropped, sought; alliances joined and left; sites leased, access
given; and deals that are none of it."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force
from .making import Case, pick
from .phrasing import FUTURE, PAST, Act, capital, tell, verb

_MADE = (
    "sign", "conclude", "reach", "initial", "ratify", "finalise", "strike/struck/struck", "ink", "seal", "approve", "enter into",
    "hammer out", "clinch", "agree on", "adopt", "settle on", "countersign", "formalise", "complete",
    "put/put/put their names to", "come/came/come to", "firm up", "nail down", "cement", "wrap up", "agree to",
)  # fmt: skip
_RENEWED = (
    "renew", "extend", "prolong", "revise", "update", "amend", "expand", "renegotiate", "deepen", "revive", "restore", "reactivate",
    "roll over", "upgrade", "reaffirm", "broaden",
)  # fmt: skip
_DROPPED = (
    "suspend", "terminate", "scrap", "denounce", "cancel", "tear/tore/torn up", "annul", "abrogate", "renounce", "break/broke/broken off",
    "revoke", "pull out of", "withdraw/withdrew/withdrawn from", "walk away from", "shelve", "freeze/froze/frozen", "end", "repudiate",
    "rescind", "back out of", "rip up", "nullify", "quit/quit/quit", "ditch", "abandon", "drop", "put/put/put on hold", "axe", "void", "halt",
)  # fmt: skip
_SOUGHT = (
    "negotiate", "seek/sought/sought", "draft", "discuss", "propose", "pursue", "explore", "push for", "press for", "work on",
    "hold/held/held talks on", "open talks on", "hold/held/held negotiations on", "debate", "demand",
)  # fmt: skip
#: Of the way: as a noun.
_NOUNS = {
    "sign": "signing", "conclude": "conclusion", "ratify": "ratification", "renew": "renewal", "extend": "extension",
    "prolong": "prolongation", "suspend": "suspension", "terminate": "termination", "cancel": "cancellation", "revise": "revision",
    "abrogate": "abrogation", "finalise": "finalisation", "scrap": "scrapping", "annul": "annulment",
}  # fmt: skip
#: The deals' names; with {its} where one is at hand already.
_DEALS = (
    "a defence agreement", "a military cooperation accord", "a status-of-forces agreement", "a defence cooperation agreement",
    "a mutual defence treaty", "a security and defence pact", "a basing agreement", "a deal on the stationing of troops", "a military pact",
    "a visiting forces agreement", "a reciprocal troop access agreement", "a military accord", "a memorandum of understanding on military cooperation",
    "a defence treaty", "a base-lease deal", "a military partnership agreement", "an accord on military bases", "an agreement on troops and bases",
    "a 20-year defence deal", "a non-aggression pact", "a military-technical agreement", "a joint defence accord", "a defense pact",
    "an agreement on military cooperation", "a naval logistics agreement",
)  # fmt: skip
#: A site, what its name must hold, whose it is.
_SITES = (
    ("the Camp Lemonnier base", "Camp Lemonnier", "Djibouti", "DJI"), ("the naval base at Mombasa", "Mombasa", "Kenya", "KEN"),
    ("the airfield at Gao", "Gao", "Mali", "MLI"), ("the Ain al-Asad air base", "Ain al-Asad", "Iraq", "IRQ"),
    ("a naval base in Benghazi", "Benghazi", "Libya", "LBY"), ("two air bases in Bolivia", "Bolivia", "Bolivia", "BOL"),
    ("Bagram Air Base", "Bagram", "Afghanistan", "AFG"), ("the port of Berbera", "Berbera", "Somaliland", "SOM"),
    ("a military base near Bangui", "Bangui", "the Central African Republic", "CAF"), ("Clark Air Base", "Clark", "the Philippines", "PHL"),
    ("the naval facility at Ream", "Ream", "Cambodia", "KHM"), ("its air base at Manas", "Manas", "Kyrgyzstan", "KGZ"),
)  # fmt: skip
_ALLIANCES = (
    "NATO",
    "the CSTO",
    "the US-led coalition against the Islamic State",
    "the Collective Security Treaty Organization",
)
_JOINING = ("join", "accede to", "apply to join", "apply for membership of", "rejoin")
_QUITTING = ("leave/left/left", "quit/quit/quit", "withdraw/withdrew/withdrawn from", "pull out of", "suspend its membership of",
             "freeze/froze/frozen its membership of", "exit")  # fmt: skip


class Of(frozenset[str]):
    """At least these."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (set, frozenset)) and self <= set(other)

    __hash__ = frozenset.__hash__


def _agents(force: Force) -> tuple[str, ...]:
    return (force.agent, force.state, force.state)


def _wanted(told: Any, actors: set[str], **more: Any) -> list[dict[str, Any]]:
    if not told.facts:
        return []
    made: dict[str, Any] = {"type": "agreement", "actors": actors} | more
    if told.status:
        made["status"] = told.status
    if told.dates is not None and told.status != "considered":
        made["dates"] = told.dates
    return [made]


def _deal(rng: random.Random) -> Case:
    """A deal between two, made, renewed, dropped or sought."""
    one, two = rng.sample(FORCES, 2)
    kind, ways = pick(rng, {"made": _MADE, "renewed": _RENEWED, "dropped": _DROPPED, "sought": _SOUGHT})
    way = rng.choice(ways)
    deal = rng.choice(_DEALS)
    if kind in {"renewed", "dropped"}:
        deal = "{its} " + deal.split(" ", 1)[1] if rng.random() < 0.6 else "the " + deal.split(" ", 1)[1]
    joint = way.startswith("put/put/put their") or rng.random() < 0.5
    if joint:
        who = rng.choice((
            f"{one.state} and {two.state}", f"{one.state} and {two.state}", f"the governments of {one.state} and {two.state}",
            f"the defence ministers of {one.state} and {two.state}", f"officials from {one.state} and {two.state}",
            f"the {one.demonym} and {two.demonym} governments", f"the {one.demonym} and {two.demonym} militaries",
        ))  # fmt: skip
        act = Act(verb(way), who, deal, subject_plural=True, noun=_NOUNS.get(way, ""), is_known_without_agent=False)
    else:
        who = rng.choice(
            (
                *_agents(one),
                f"the {one.demonym} government",
                f"the {one.demonym} president",
                f"{one.state}'s parliament",
            )
        )
        act = Act(verb(way), who, deal, f"with {two.state}", noun=_NOUNS.get(way, ""),
                  is_known_without_agent=False, speaker=f"the {one.demonym} defence minister")  # fmt: skip
    told = tell(rng, act, ("completed",) if kind == "sought" else ())
    wanted = _wanted(told, {one.code, two.code} if joint else Of({one.code}))
    for w in wanted:
        if kind == "sought":
            w["status"] = "considered"
            w.pop("dates", None)
    return Case(told.text, wanted, _made(kind, way, told, deal, who="joint" if joint else "one"))


def _made(kind: str, way: str, told: Any, thing: str, **more: str) -> dict[str, str]:
    kinds = {"made": kind, "way": way, "shape": told.shape, "thing": thing, "time": told.time, **more}
    return kinds | {"made×shape": f"{kind}×{told.shape}"}


def _site_deal(rng: random.Random) -> Case:
    """A deal about a base; a lease; access that is given by its host."""
    site, key, host, code = rng.choice(_SITES)
    two = rng.choice([f for f in FORCES if f.code != code])
    guest = two.state
    way, (by_host, spelt, object_, tail) = pick(rng, {
        "agreement on": (True, "sign", "an agreement on " + site, f"with {guest}"),
        "deal over": (True, "reach", "a deal on the use of " + site, f"with {guest}"),
        "lease to": (True, "lease", site, f"to {guest}"),
        "rent": (False, "rent", site, f"from {host}"),
        "lease from": (False, "lease", site, f"from {host}"),
        "access": (True, "grant", f"{guest} access to {site}", ""),
        "let": (True, "allow", f"{guest} to use {site}", ""),
        "let troops": (True, "allow", f"{two.demonym} forces to use {site}", ""),
        "give use": (True, "give/gave/given", f"{guest} the right to use {site}", ""),
        "secure": (False, "secure", f"access to {site}", ""),
        "obtain": (False, "obtain", f"the use of {site}", f"from {host}"),
        "renew lease": (True, "renew", f"the lease of {site}", f"with {guest}"),
        "extend lease": (False, "extend", f"its lease on {site}", ""),
        "end lease": (True, "terminate", f"the lease on {site}", ""),
        "offer": (True, "offer", f"{guest} use of {site}", ""),
    })  # fmt: skip
    own = site.startswith("its ")
    if not by_host and own:
        return _site_deal(rng)
    subject = host if by_host else rng.choice(_agents(two))
    act = Act(verb(spelt), subject, object_, tail, is_known_without_agent=False,
              speaker="" if by_host else f"the {two.demonym} defence minister")  # fmt: skip
    while True:
        told = tell(rng, act, ("planned", "denied") if way == "offer" else ())
        if not (told.shape.startswith("p_") and (own or way in {"access", "let", "let troops", "give use", "offer"})):
            break
    wanted = _wanted(told, Of({code if by_host else two.code}), place=key)
    return Case(told.text, wanted, _made("site", way, told, site))


def _alliance(rng: random.Random) -> Case:
    """A state joins or leaves."""
    one = rng.choice([f for f in FORCES if f.code not in {"RUS", "USA"}])
    way = rng.choice((*_JOINING, *_QUITTING))
    alliance = rng.choice(_ALLIANCES)
    act = Act(verb(way), one.state, alliance, is_known_without_agent=False)
    while True:
        told = tell(rng, act)
        if not told.shape.startswith(("p_", "n_")):
            break
    wanted = _wanted(told, Of({one.code}))
    if "apply" in way:
        for w in wanted:
            w.pop("status", None)
    return Case(told.text, wanted, _made("alliance", way, told, alliance))


def _deal_changes(rng: random.Random) -> Case:
    """The deal itself takes effect, expires."""
    one, two = rng.sample(FORCES, 2)
    way = rng.choice((
        "take/took/taken effect", "come/came/come into force", "enter into force", "expire", "lapse", "run/ran/run out",
        "go/went/gone into effect", "end", "come/came/come into effect",
    ))  # fmt: skip
    deal = rng.choice(_DEALS).split(" ", 1)[1]
    subject = rng.choice((
        f"the {deal} between {one.state} and {two.state}", f"{one.state}'s {deal} with {two.state}",
    ))  # fmt: skip
    told = tell(rng, Act(verb(way), subject))
    wanted = _wanted(told, {one.code, two.code})
    return Case(told.text, wanted, _made("changes", way, told, deal))


def _pair(rng: random.Random) -> Case:
    """The first sentence says who; the second, what."""
    one, two = rng.sample(FORCES, 2)
    deal = rng.choice(_DEALS)
    name, (first, second, status) = pick(rng, {
        "two countries": ("The president of {B} arrived in {a_cap} on Monday.", "The two countries {v} {d} on Tuesday.", "completed"),
        "sides": ("Ministers from {A} and {B} met for two days.", "At the end the two sides {v} {d}, a spokesman said.", "completed"),
        "they": ("{A} and {B} have been rivals for decades.", "On Tuesday they {v} {d}.", "completed"),
        "it was": ("{A} and {B} {v} {d} on Tuesday.", "It was the first of its kind, officials said.", "completed"),
        "under it": ("{A} and {B} {v} {d} on Tuesday.", "The agreement runs to 40 pages.", "completed"),
        "ratify later": ("{A} and {B} {v} {d} last month.", "The opposition criticised the accord.", "completed"),
        "governments": ("Relations between {A} and {B} have improved.", "Last month the two governments {v} {d}.", "completed"),
        "with its neighbour": ("{A} held elections in April.", "The new government has {v} {d} with {B}.", "completed"),
        "headline": ("{A}, {B} sign {bare}\n\nANKARA (Reuters) -", "{A} and {B} {v} {d} on Tuesday, officials said.", "completed"),
        "told again": ("{A} and {B} {v} {d} on Tuesday.", "\u201cThe agreement that we have signed is historic,\u201d the {bd} president said.", "completed"),
        "not yet": ("{A} and {B} have been talking for months.", "The two countries will sign {d} in September, diplomats said.", "planned"),
        "still": ("The {bd} president visited {A} this week.", "The two countries have not signed {d}, officials said.", "denied"),
    })  # fmt: skip
    way = rng.choice(("signed", "concluded", "agreed on", "reached", "finalised", "initialled"))
    way = "signed" if name == "with its neighbour" and way == "agreed on" else way
    slots = {
        "A": capital(one.state), "B": two.state, "d": deal, "v": way, "bd": two.demonym, "a_cap": one.state,
        "bare": deal.split(" ", 1)[1],
    }  # fmt: skip
    text = f"{first} {second}".format(**slots)
    wanted = {"type": "agreement", "status": status, "actors": {one.code, two.code}}
    return Case(text, [wanted], {"made": "pair", "pair": name, "way": way, "thing": deal})


def _provides(rng: random.Random) -> Case:
    """A deal and what it provides for: two facts."""
    one, two = rng.sample(FORCES, 2)
    place, key = rng.choice((("Gao", "Gao"), ("Kandahar", "Kandahar"), ("northern Iraq", "northern Iraq"), ("Benghazi", "Benghazi"),
                             ("Cabo Delgado", "Cabo Delgado"), ("Bangui", "Bangui")))  # fmt: skip
    time, dates = rng.choice(
        (
            ("by the end of the year", ("", "2025-12-31")),
            ("in September", ("2025-09-01", "2025-09-30")),
            ("by 1 July", ("", "2025-07-01")),
        )
    )
    deal = {"type": "agreement", "actors": {one.code, two.code}, "status": "completed"}
    act = {"type": "withdrawal", "actors": {one.code}, "status": "planned", "origin": key, "dates": dates}
    name, frame = pick(rng, {
        "that": "{A} and {B} agreed on Tuesday that {at} would leave {p} {t}.",
        "under which": "{A} and {B} signed an agreement last month under which {at} will withdraw from {p} {t}.",
        "under": "Under a deal between {A} and {B}, {at} will leave {p} {t}.",
        "provides": "{A} and {B} signed an accord that provides for the withdrawal of {at} from {p} {t}.",
        "calls": "An agreement that {A} and {B} signed in May calls for {at} to withdraw from {p} {t}.",
        "on": "{A} and {B} have signed a deal on the withdrawal of {at} from {p} {t}.",
        "to": "{A} has reached an agreement with {B} to withdraw {at} from {p} {t}.",
        "agreed with": "{A} agreed with {B} to pull {at} out of {p} {t}.",
        "stipulates": "{A} and {B} signed a military accord on Tuesday. It stipulates that {at} leave {p} {t}.",
        "in return": "Under the terms of the agreement signed by {A} and {B} last week, {at} are to leave {p} {t}.",
        "setting out": "{A} and {B} concluded an agreement last month setting out the departure of {at} from {p} {t}.",
    })  # fmt: skip
    text = frame.format(A=capital(one.state), B=two.state, at=one.troops, p=place, t=time)
    return Case(text, [deal, act], {"made": "provides", "provides": name, "force": one.agent, "place": place})


_NEAR = (
    "{A} and {B} signed a free trade agreement {w}.",
    "{A} signed a fisheries deal with {B} {w}.",
    "The {a} striker signed a three-year deal with a {b} club {w}.",
    "{A} reached an agreement with its creditors {w}, the finance minister said.",
    "The {a} president signed the budget into law {w}.",
    "{A} and {B} agreed {w} to lower tariffs on steel.",
    "Parliament in {A} ratified a climate treaty {w}.",
    "{A} suspended a gas supply contract with {B} {w}.",
    "The {a} airline extended its code-share agreement with a {b} carrier {w}.",
    "{A} joined the World Trade Organization {w}.",
    "A court in {A} annulled the marriage of the two singers {w}.",
    "{A} and {B} signed a memorandum of understanding on tourism {w}.",
    "The teachers' union and the {a} government reached a pay deal {w}.",
    "{A} left the climate accord {w}.",
    "Party leaders in {A} signed a coalition agreement {w}.",
    "The two companies renewed their lease on the office tower in {B} {w}.",
    "{A} and {B} discussed visas and trade {w}.",
    "Lawyers in {A} say that treaties must be published.",
    "{A} agreed with {B} {w} to share data on migrants.",
    "The {a} foreign minister called {w} for better relations with {B}.",
    "{A} and {B} will hold talks on fishing rights {w}.",
    "He signed copies of his book about the {a} army {w}.",
    "An agreement is never worth more than the will to keep it, the {a} historian wrote.",
    "{A} signed a contract {w} to buy 24 fighter jets from {B}.",
    "{A} and {B} signed an extradition treaty {w}.",
)  # fmt: skip


def _near(rng: random.Random) -> Case:
    one, two = rng.sample(FORCES, 2)
    name = rng.randrange(len(_NEAR))
    when = rng.choice(list(PAST if "will" not in _NEAR[name] else FUTURE))
    text = _NEAR[name].format(A=capital(one.state), B=two.state, a=one.demonym, b=two.demonym, w=when)
    return Case(text, [], {"made": "near", "near": _NEAR[name], "time": when})


def case(rng: random.Random) -> Case:
    """A sentence or two about a deal."""
    maker = rng.choices((_deal, _site_deal, _alliance, _deal_changes, _pair, _provides, _near), (8, 3, 2, 2, 3, 2, 2))[
        0
    ]
    return maker(rng)
