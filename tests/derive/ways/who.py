"""Who it is: one plain fact about a force in every wording, among others who speak, ask, back, host or look on."""

from __future__ import annotations

import random
from dataclasses import dataclass

from ..reading import Fact
from .cast import PLACES, Place
from .making import Case, pick
from .parties import GROUPS, MISSIONS, PERSONS, STATES, Group, State, Words, agent, group_agent, group_men, troops


@dataclass(frozen=True)
class Act:
    """A way of acting, in its forms: past, participle of the perfect, infinitive, -ing; "300 soldiers were sent"."""

    type: str
    slot: str
    past: str
    perfect: str
    base: str
    ing: str
    passive: str = ""
    number: int | None = None
    unit: str = "personnel"
    #: An office can do it, too, by deciding so.
    is_decided: bool = False


_GO, _LEAVE = ("deployment", "destination"), ("withdrawal", "origin")
#: What a state, army, group or mission does.
_DOES = {
    "deploy": Act(*_GO, "deployed 300 soldiers to {p}", "deployed 300 soldiers to {p}", "deploy 300 soldiers to {p}",
                  "deploying 300 soldiers to {p}", "300 soldiers were deployed to {p}", 300, is_decided=True),
    "send": Act(*_GO, "sent two battalions to {p}", "sent two battalions to {p}", "send two battalions to {p}",
                "sending two battalions to {p}", "two battalions were sent to {p}", 2, "units", is_decided=True),
    "withdraw": Act(*_LEAVE, "withdrew its last soldiers from {p}", "withdrawn its last soldiers from {p}",
                    "withdraw its last soldiers from {p}", "withdrawing its last soldiers from {p}",
                    "the last soldiers were withdrawn from {p}", is_decided=True),
    "pull out": Act(*_LEAVE, "pulled its forces out of {p}", "pulled its forces out of {p}", "pull its forces out of {p}",
                    "pulling its forces out of {p}", is_decided=True),
    "open": Act("base_opening", "place", "opened a military base in {p}", "opened a military base in {p}",
                "open a military base in {p}", "opening a military base in {p}", "a military base was opened in {p}",
                is_decided=True),
    "close": Act("base_closure", "place", "closed its base in {p}", "closed its base in {p}", "close its base in {p}",
                 "closing its base in {p}", is_decided=True),
    "bomb": Act("strike", "place", "bombed rebel positions in {p}", "bombed rebel positions in {p}",
                "bomb rebel positions in {p}", "bombing rebel positions in {p}", "rebel positions in {p} were bombed"),
    "strike": Act("strike", "place", "carried out air strikes in {p}", "carried out air strikes in {p}",
                  "carry out air strikes in {p}", "carrying out air strikes in {p}", "air strikes were carried out in {p}"),
    "offensive": Act("ground_operation", "place", "launched an offensive in {p}", "launched an offensive in {p}",
                     "launch an offensive in {p}", "launching an offensive in {p}", "an offensive was launched in {p}"),
    "exercise": Act("exercise", "place", "held military exercises in {p}", "held military exercises in {p}",
                    "hold military exercises in {p}", "holding military exercises in {p}",
                    "military exercises were held in {p}"),
    "patrol": Act("patrol", "place", "conducted military patrols in {p}", "conducted military patrols in {p}", "conduct military patrols in {p}",
                  "conducting military patrols in {p}"),
}  # fmt: skip
#: What troops do.
_DO = {
    "arrive": Act(*_GO, "arrived in {p}", "arrived in {p}", "arrive in {p}", "arriving in {p}"),
    "enter": Act(*_GO, "moved into {p}", "moved into {p}", "move into {p}", "moving into {p}"),
    "flown": Act(*_GO, "were flown to {p}", "been flown to {p}", "be flown to {p}", "being flown to {p}"),
    "sent": Act(*_GO, "were sent to {p}", "been sent to {p}", "be sent to {p}", "being sent to {p}"),
    "left": Act(*_LEAVE, "left {p}", "left {p}", "leave {p}", "leaving {p}"),
    "withdrew": Act(*_LEAVE, "withdrew from {p}", "withdrawn from {p}", "withdraw from {p}", "withdrawing from {p}"),
    "pulled": Act(*_LEAVE, "pulled out of {p}", "pulled out of {p}", "pull out of {p}", "pulling out of {p}"),
    "recalled": Act(*_LEAVE, "were recalled from {p}", "been recalled from {p}", "be recalled from {p}",
                    "being recalled from {p}"),
    "raid": Act("ground_operation", "place", "raided a rebel camp in {p}", "raided a rebel camp in {p}",
                "raid a rebel camp in {p}", "raiding a rebel camp in {p}"),
    "shell": Act("strike", "place", "shelled a village in {p}", "shelled a village in {p}", "shell a village in {p}",
                 "shelling a village in {p}"),
    "ambushed": Act("attack_on_force", "place", "were ambushed in {p}", "been ambushed in {p}", "be ambushed in {p}",
                    "being ambushed in {p}"),
    "under attack": Act("attack_on_force", "place", "came under attack in {p}", "come under attack in {p}",
                        "come under attack in {p}", "coming under attack in {p}"),
    "exercise": Act("exercise", "place", "took part in an exercise in {p}", "taken part in an exercise in {p}",
                    "take part in an exercise in {p}", "taking part in an exercise in {p}"),
}  # fmt: skip
#: Of times: what stands in the text; first and last day.
_TIMES = (
    ("last month", "2025-05-01", "2025-05-31"), ("in March", "2025-03-01", "2025-03-31"),
    ("on Monday", "2025-06-09", "2025-06-09"), ("in 2019", "2019-01-01", "2019-12-31"),
    ("on 3 May", "2025-05-03", "2025-05-03"), ("last year", "2024-01-01", "2024-12-31"),
    ("in April 2021", "2021-04-01", "2021-04-30"), ("on Tuesday night", "2025-06-10", "2025-06-10"),
)  # fmt: skip
#: `a`, `A` who; `has` it has or they have; `past` … the act; `t` when; `o` another state that only speaks, asks, looks on;
#: `os` its adjective, `oc` its capital, `it`/`its` the pronoun. Status where none is given: completed.
_BOTH = {
    "plain": "{A} {past} {t}.",
    "lead-in": "{T}, {a} {past}.",
    "fronted": "In {o}, officials confirmed that {a} {past} {t}.",
    "perfect": "{A} {has} {perfect}.",
    "already": "{A} {has} already {perfect}, it emerged on Wednesday.",
    "said": "{A} {past} {t}, {o}'s foreign minister said on Wednesday.",
    "told": "{A} {past} {t}, a {os} diplomat told Reuters on condition of anonymity.",
    "according": "According to the {os} defence ministry, {a} {past} {t}.",
    "according after": "{A} {past} {t}, according to {os} media.",
    "that": "The {os} defence minister said on Wednesday that {a} had {perfect} {t}.",
    "confirmed": "A spokesman for the {os} army confirmed that {a} {past} {t}.",
    "citing": "{A} {past} {t}, the news agency reported, citing {os} intelligence.",
    "middle": "{A}, {os} officials say, {past} {t}.",
    "relative": "{A}, which {past} {t}, {has} made no comment.",
    "apposed": "{A}, long an ally of {o}, {past} {t}.",
    "participle": "After {ing} {t}, {a} fell silent.",
    "having": "Having {perfect} {t}, {a} declined to comment.",
    "unlike": "Unlike {o}, {a} {past} {t}.",
    "while": "While {o} hesitated, {a} {past} {t}.",
    "despite": "Despite protests from {o}, {a} {past} {t}.",
    "request": "At the request of {o}, {a} {past} {t}.",
    "blamed": "{O} criticised {a} for {ing} {t}.",
    "cleft": "It was {a} that {past} {t}, not {o}.",
    "two said": "{A} {past} {t}, a {os} general said, and {oc} protested.",
    "denial": "{A} {has} not {perfect}, the {os} government said on Wednesday.",
    "days after": "{A} {past} {t}, days after a visit by the {os} prime minister.",
    "fears": "{A} {past} {t} amid fears of a war with {o}.",
    "headline": "{A} {past}, {o} says\n\nThe two governments had no comment.",
    "quoted": "\"{A} {past} {t},\" the {os} ambassador told the paper.",
    "learned": "The agency has learned from {os} sources that {a} {past} {t}.",
}  # fmt: skip
#: With one who decides.
_DECIDED = {
    "plans": ("{A} {plans} to {base} by the end of the year.", "planned"),
    "will": ("{A} will {base} next year, the {os} press reports.", "planned"),
    "ordered": ("{A} {has} decided to {base}.", "planned"),
    "decision": ("{Owner} decision to {base} was welcomed by {o}.", "planned"),
    "decision by": ("The decision by {a} to {base} drew protests from {o}.", "planned"),
    "considers": ("{A} {is_} considering whether to {base}.", "considered"),
    "urged": ("{O} has urged {a} to {base}.", "considered"),
    "may": ("{A} may {base}, {os} officials believe.", "considered"),
    "denies": ("{A} denied having {perfect}.", "denied"),
    "itself": ("{A} said on Wednesday that {it} had {perfect} {t}.", "completed"),
    "would": ("{A} told {o} on Wednesday that {it} would {base}.", "planned"),
    "pair": ("{A} {has} run out of patience. {It} {past} {t}.", "completed"),
    "pair far": ("{A} {has} been at odds with {o} for years. {T}, {it} {past}.", "completed"),
    "refused": ("{A} refused to {base}.", "denied"),
}
#: Of troops.
_TROOPS = {
    "residents": ("Residents said that {a} had {perfect} {t}.", "completed"),
    "they": ("{A} {were} cheered by onlookers. They {past} {t}.", "completed"),
    "soldiers": ("{A} {were} cheered by onlookers. The soldiers {past} {t}.", "completed"),
    "replaced": ("{A} {past} {t} after {os} officials had given their consent.", "completed"),
    "trained": ("{A}, trained by {os} instructors, {past} {t}.", "completed"),
    "plural who": ("Reporters saw how {a} {past} {t}.", "completed"),
    "ministry": ("{A} {past} {t}, the ministry of defence in {oc} said.", "completed"),
    "would": ("{A} will {base} next month, the {os} army says.", "planned"),
    "could": ("{A} could {base} if {o} agrees.", "considered"),
    "denied": ("{O} denied that {a} had {perfect} {t}.", "denied"),
}


#: Two states together, with a plural verb; A and a are the first, B and b the second.
_TOGETHER = {
    "and": "{A} and {b} {past} {t}.",
    "both": "Both {a} and {b} {have} {perfect}.",
    "with": "Together with {b}, {a} {past} {t}.",
    "alongside": "{A} {past} {t} alongside {b}.",
    "jointly": "{A} {past} {t} jointly with {b}.",
    "as well": "{A} as well as {b} {past} {t}.",
    "said": "{A} and {b} {past} {t}, the {os} foreign minister said.",
}
#: Nothing that a force does.
_NOTHING = (
    "{Demonym} students left {p} {t}.", "{Demonym} doctors arrived in {p} {t}.", "The {demonym} football team flew to {p} {t}.",
    "{Name} lifted its trade sanctions on {p} {t}.", "{Capital} sent 300 tonnes of maize to {p} {t}.",
    "The {demonym} president visited {p} {t}.", "{Name} recalled its ambassador from {p} {t}.",
    "{Name} closed its embassy in {p} {t}.", "A {demonym} court opened a trial over the killings in {p} {t}.",
    "{Name} has the ability to strike any target in {p}.", "Would {demonym} troops ever leave {p}?",
    "{Demonym} voters will go to the polls in {p} {t}.", "If {demonym} soldiers had been in {p}, he would be alive.",
    "A {demonym} mining company pulled out of {p} {t}.", "{Demonym} pilgrims were flown to {p} {t}.",
)  # fmt: skip


def _place(rng: random.Random, *codes: str) -> Place:
    return rng.choice([p for p in PLACES if p.country not in codes])


def _fill(
    frame: str, who: Words, act: Act, place: Place, rng: random.Random, other: State
) -> tuple[str, tuple[str, str]]:
    """The sentence, and the days that it gives (none: two empty ones)."""
    when, *days = rng.choice(_TIMES)
    forms = {k: getattr(act, k).format(p=place.words) for k in ("past", "perfect", "base", "ing")}
    if place.kind == "site":
        forms = {k: v.replace(" in ", " at ") for k, v in forms.items()}
    if who.is_plural:
        forms = {k: v.replace(" its ", " their ") for k, v in forms.items()}
    elif forms["past"].startswith("were "):
        forms["past"] = "was" + forms["past"][4:]
    text = frame.format(
        a=who.text, A=who.opening, Owner=who.owner[0].upper() + who.owner[1:], t=when, T=when[0].upper() + when[1:],
        has="have" if who.is_plural else "has", is_="are" if who.is_plural else "is", have="have",
        were="were" if who.is_plural else "was",
        plans="plan" if who.is_plural else "plans", it="they" if who.is_plural else "it",
        It="They" if who.is_plural else "It", o=other.name, O=other.name[0].upper() + other.name[1:],
        os=other.demonym, oc=other.capital, **forms,
    )  # fmt: skip
    for vowel in "AEIO":
        text = text.replace(f" a {vowel}", f" an {vowel}").replace(f"A {vowel}", f"An {vowel}")
    return text, (days[0], days[1]) if "{t}" in frame or "{T}" in frame else ("", "")


def _fact(act: Act, place: Place, codes: set[str], status: str, days: tuple[str, str]) -> Fact:
    wanted: Fact = {"type": act.type, "actors": codes, "status": status, act.slot: place.key}
    if days[0]:
        wanted["dates"] = days
    if act.number:
        wanted["n"] = (act.number, act.number, "exact", act.unit)
    return wanted


def _shape(rng: random.Random, own: dict[str, tuple[str, str]]) -> tuple[str, str, str]:
    """A shape's name, its frame and the status that it gives."""
    if rng.random() < 0.55:
        name, frame = pick(rng, _BOTH)
        return name, frame, "denied" if name == "denial" else "completed"
    name, (frame, status) = pick(rng, own)
    return name, frame, status


def case(rng: random.Random) -> Case:
    """One sentence, or two, about one act of one party, or of two together."""
    kind = rng.choice(
        ["agent"] * 4 + ["troops"] * 4 + ["group", "group men", "mission", "mission men"] + ["together", "nothing"]
    )
    state, other, second = rng.sample(STATES, 3)
    if kind == "nothing":
        return _nothing(rng, state)
    if kind == "together":
        return _together(rng, state, second, other)
    is_men = kind in {"troops", "group men", "mission men"}
    way, act = pick(rng, _DO if is_men else _DOES)
    name, frame, status = _shape(rng, _TROOPS if is_men else _DECIDED)
    while is_men and status in {"planned", "considered"} and act.slot == "place":
        way, act = pick(rng, _DO)
    place = _place(rng, state.code, other.code)
    codes = {state.code}
    if kind == "agent":
        who = agent(state, rng, decides=act.is_decided)
        while who.kind in PERSONS and (" its " in act.past or name.startswith(("pair", "itself", "would", "while"))):
            who = agent(state, rng, decides=act.is_decided)
    elif kind == "troops":
        who = troops(state, rng)
    else:
        who, place, codes = _of_group(rng, kind)
        while act.type == "attack_on_force" and kind == "group men":
            way, act = pick(rng, _DO)
        frame = frame.replace("The soldiers", "The fighters" if kind == "group men" else "The soldiers")
    if is_men and who.is_plural or who.kind in PERSONS:
        frame = frame.replace(", which", ", who")
    text, days = _fill(frame, who, act, place, rng, other)
    parts = {"kind": kind, "who": f"{kind} {who.kind}", "shape": name, "way": way, "place": place.words,
             "actor": "+".join(sorted(codes)), "kind×shape": f"{kind} {name}"}  # fmt: skip
    return Case(text, [_fact(act, place, codes, status, days)], parts)


def _of_group(rng: random.Random, kind: str) -> tuple[Words, Place, set[str]]:
    group: Group = rng.choice(GROUPS if kind.startswith("group") else MISSIONS)
    who = group_men(group, rng) if kind.endswith("men") else group_agent(group, rng)
    return who, Place(*group.place, "city"), {group.code}


def _nothing(rng: random.Random, state: State) -> Case:
    place = _place(rng, state.code)
    when = rng.choice(_TIMES)[0]
    frame = rng.choice(_NOTHING)
    text = frame.format(
        Demonym=state.demonym, demonym=state.demonym, Name=state.name[0].upper() + state.name[1:], p=place.words,
        t=when, Capital=state.capital,
    )  # fmt: skip
    for vowel in "AEIO":
        text = text.replace(f"A {vowel}", f"An {vowel}").replace(f" a {vowel}", f" an {vowel}")
    return Case(text, [], {"kind": "nothing", "shape": frame})


def _together(rng: random.Random, first: State, second: State, other: State) -> Case:
    is_men = rng.random() < 0.5
    way, act = pick(rng, _DO if is_men else _DOES)
    while act.type == "withdrawal" and not is_men:  # "its last soldiers", of two
        way, act = pick(rng, _DOES)
    name, frame = pick(rng, _TOGETHER)
    while act.type == "attack_on_force" and name not in {"and", "both", "as well", "said"}:
        name, frame = pick(rng, _TOGETHER)
    place = _place(rng, first.code, second.code, other.code)
    if is_men:
        noun = rng.choice(["{} troops", "{} soldiers", "troops from {n}", "soldiers of the {} army", "{} marines"])
        a, b = (noun.format(s.demonym, n=s.name) for s in (first, second))
    else:
        noun = rng.choice(["{n}", "{c}", "the {} army", "the {} military", "the {} navy"])
        a, b = (noun.format(s.demonym, n=s.name, c=s.capital) for s in (first, second))
    is_plural = is_men or name in {"and", "both", "said"}
    text, days = _fill(frame.replace("{b}", b), Words(a, is_plural, noun), act, place, rng, other)
    parts = {
        "kind": "together",
        "who": f"together {noun}",
        "shape": f"together {name}",
        "way": way,
        "place": place.words,
    }
    return Case(text, [_fact(act, place, {first.code, second.code}, "completed", days)], parts)
