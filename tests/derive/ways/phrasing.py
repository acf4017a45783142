"""An act in all forms of its verb, and the shapes that a sentence can give it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .making import pick

_DOUBLED = frozenset(
    "set scrap wrap cut strip put bar drop quit let get annul split initial run shut rip begin transfer stop".split()
)


@dataclass(frozen=True)
class Verb:
    """Forms of a verb with its particle ("called off")."""

    base: str
    third: str
    past: str
    pp: str
    ing: str


def verb(spelt: str) -> Verb:
    """ "sign", "call off", "strike/struck/struck", "wind/wound/wound up": the forms of the first word, the rest kept."""
    first, _, rest = spelt.partition(" ")
    base, *irregular = first.split("/")
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye")) else base
    doubled = base + base[-1] if base in _DOUBLED else stem
    if base.endswith("y") and base[-2] not in "aeiou":
        past, third = base[:-1] + "ied", base[:-1] + "ies"
    else:
        past = doubled + "ed"
        third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    done = irregular or [past, past]
    tail = f" {rest}" if rest else ""
    return Verb(base + tail, third + tail, done[0] + tail, done[1] + tail, doubled + "ing" + tail)


@dataclass(frozen=True)
class Act:
    """Who does what to what: `subject` acts (or, of an intransitive verb, the thing itself changes: `object` is "")."""

    verb: Verb
    subject: str
    object: str = ""
    #: After the object: "with Mali", "until 30 June 2026".
    tail: str = ""
    subject_plural: bool = False
    object_plural: bool = False
    #: "signing", "renewal": the act as a noun, if there is one.
    noun: str = ""
    #: Who speaks of "us", if anybody.
    speaker: str = ""
    #: Whether the subject is named where a passive leaves the agent out.
    is_known_without_agent: bool = True


@dataclass(frozen=True)
class Shape:
    """A frame and the status that it gives; `part` is what of the act it needs; `facts`: nothing is stated if False."""

    frame: str
    status: str = "completed"
    when: bool = False
    facts: bool = True


#: Times past and to come, by what they mean on 12 June 2025.
PAST = {
    "last month": ("2025-05-01", "2025-05-31"),
    "in March": ("2025-03-01", "2025-03-31"),
    "on 3 May": ("2025-05-03", "2025-05-03"),
    "on Tuesday": ("2025-06-10", "2025-06-10"),
    "in 2019": ("2019-01-01", "2019-12-31"),
    "in September 2022": ("2022-09-01", "2022-09-30"),
    "on April 14, 2024": ("2024-04-14", "2024-04-14"),
    "yesterday": ("2025-06-11", "2025-06-11"),
    "last year": ("2024-01-01", "2024-12-31"),
    "two years ago": None,
    "earlier this month": None,
    "at the weekend": None,
}
FUTURE = {
    "next month": ("2025-07-01", "2025-07-31"),
    "in September": ("2025-09-01", "2025-09-30"),
    "by the end of the year": ("", "2025-12-31"),
    "next year": ("2026-01-01", "2026-12-31"),
    "on 1 July": ("2025-07-01", "2025-07-01"),
    "in early 2026": None,
    "soon": None,
}
_SAYERS = (
    "the defence minister said on Wednesday", "a government spokesman said", "officials said", "state radio reported",
    "the foreign ministry said in a statement", "according to a diplomat", "two people familiar with the matter said",
    "Reuters reported", "the president told parliament", "the newspaper wrote",
)  # fmt: skip
_LEADS = (
    "The defence minister said that", "Officials in the capital say", "According to state radio,", "A spokesman told reporters that",
    "The ministry announced on Wednesday that", "Local media reported that", "Diplomats confirmed that",
)  # fmt: skip
_TAILS = ("gave no details", "declined to comment", "did not say why", "called it a success", "faced questions at home")

_P = True
#: Of the one who acts.
ACTIVE = {
    "plain": Shape("{S} {past} {o}{t} {when}.", when=_P),
    "bare": Shape("{S} {past} {o}{t}."),
    "perfect": Shape("{S} {has} {pp} {o}{t}."),
    "perfect_now": Shape("{S} {has} now formally {pp} {o}{t}."),
    "when_first": Shape("{When}, {s} {past} {o}{t}.", when=_P),
    "when_mid": Shape("{S} {when} {past} {o}{t}.", when=_P),
    "said_after": Shape("{S} {past} {o}{t} {when}, {said}.", when=_P),
    "said_before": Shape("{Lead} {s} {past} {o}{t} {when}.", when=_P),
    "said_perfect": Shape("{Lead} {s} had {pp} {o}{t}."),
    "said_middle": Shape("{S}, {said}, {has} {pp} {o}{t}."),
    "which": Shape("{S}, which {past} {o}{t} {when}, {rest}.", when=_P),
    "after_ing": Shape("After {ing} {o}{t} {when}, {s} {rest}.", when=_P),
    "having": Shape("Having {pp} {o}{t} {when}, {s} {rest}.", when=_P),
    "by_ing": Shape("By {ing} {o}{t} {when}, {s} surprised its neighbours.", when=_P),
    "since": Shape("Since {s} {past} {o}{t} {when}, exports have grown.", when=_P),
    "when_clause": Shape("Protests broke out when {s} {past} {o}{t} {when}.", when=_P),
    "after_clause": Shape("The minister resigned days after {s} {past} {o}{t}."),
    "although": Shape("Although {s} {past} {o}{t} {when}, critics remain.", when=_P),
    "and_civil": Shape("{S} {past} {o}{t} {when} and raised fuel prices.", when=_P),
    "civil_and": Shape("{S} froze salaries {when} and {past} {o}{t}."),
    "but": Shape("{S} {past} {o}{t} {when}, but opposition parties want a referendum.", when=_P),
    "cleft": Shape("It was {when} that {s} {past} {o}{t}.", when=_P),
    "dash": Shape("{S} \u2013 after weeks of silence \u2013 {past} {o}{t} {when}.", when=_P),
    "headline": Shape("{H}"),
    "decision": Shape("The decision came after {s} {past} {o}{t}."),
    "formally": Shape("{S} formally {past} {o}{t} at a ceremony {when}.", when=_P),
    "quote": Shape("\u201cWe have {pp} {our_o}{t},\u201d {speaker} said on Wednesday."),
    "will": Shape("{S} will {base} {o}{t} {then}.", "planned", when=_P),
    "is_to": Shape("{S} {is} to {base} {o}{t} {then}.", "planned", when=_P),
    "plans": Shape("{S} plan{z} to {base} {o}{t} {then}.", "planned", when=_P),
    "is_due": Shape("{S} {is} due to {base} {o}{t} {then}.", "planned", when=_P),
    "is_set": Shape("{S} {is} set to {base} {o}{t}.", "planned"),
    "intends": Shape("{S} intend{z} to {base} {o}{t}, {said}.", "planned"),
    "decided": Shape("{S} {has} decided to {base} {o}{t}.", "planned"),
    "would": Shape("{Lead} {s} would {base} {o}{t} {then}.", "planned", when=_P),
    "announced_to": Shape("{S} announced that {it} would {base} {o}{t} {then}.", "planned", when=_P),
    "preparing": Shape("{S} {is} preparing to {base} {o}{t}.", "planned"),
    "considers": Shape("{S} {is} considering {ing} {o}{t}.", "considered"),
    "weighs": Shape("{S} {is} weighing whether to {base} {o}{t}.", "considered"),
    "may": Shape("{S} may {base} {o}{t}, {said}.", "considered"),
    "could": Shape("{S} could {base} {o}{t} {then}.", "considered", when=_P),
    "threatened": Shape("{S} {has} threatened to {base} {o}{t}.", "considered"),
    "urged": Shape("Lawmakers urged {s} to {base} {o}{t}.", "considered"),
    "proposed": Shape("The opposition proposed that {s} {base} {o}{t}.", "considered"),
    "denied_ing": Shape("{S} denied {ing} {o}{t}.", "denied"),
    "denied_that": Shape("A spokesman denied that {s} had {pp} {o}{t}.", "denied"),
    "not_perfect": Shape("{S} {has} not {pp} {o}{t}, {said}.", "denied"),
    "did_not": Shape("{S} did not {base} {o}{t}.", "denied"),
    "will_not": Shape("{S} will not {base} {o}{t}, {said}.", "denied"),
    "refused": Shape("{S} refused to {base} {o}{t}.", "denied"),
    "ruled_out": Shape("{S} ruled out {ing} {o}{t}.", "denied"),
    "decided_not": Shape("{S} decided not to {base} {o}{t}.", "denied"),
    "no_plans": Shape("{S} {has} no plans to {base} {o}{t}, {said}.", "denied"),
    "question": Shape("Will {s} {base} {o}{t}?", facts=False),
    "if": Shape("If {s} {pres} {o}{t}, prices will rise, analysts say.", facts=False),
}
#: Of what it is done to.
PASSIVE = {
    "p_plain": Shape("{O} {owas} {pp}{t} {when}.", when=_P),
    "p_by": Shape("{O} {owas} {pp}{t} {when} by {s}.", when=_P),
    "p_perfect": Shape("{O} {ohas} been {pp}{t}, {said}."),
    "p_first": Shape("{When}, {o} {owas} {pp}{t}.", when=_P),
    "p_reduced": Shape("{O}, {pp}{t} {when}, {owas} praised by critics.", when=_P),
    "p_which": Shape("{O}, which {owas} {pp}{t} {when} by {s}, {ohas} few friends.", when=_P),
    "p_before": Shape("{Lead} {o} had been {pp}{t}."),
    "p_after": Shape("The news came after {o} {owas} {pp}{t} {when}.", when=_P),
    "p_will": Shape("{O} will be {pp}{t} {then}, {said}.", "planned", when=_P),
    "p_is_to": Shape("{O} {ois} to be {pp}{t} {then}.", "planned", when=_P),
    "p_due": Shape("{O} {ois} due to be {pp}{t} {then}.", "planned", when=_P),
    "p_may": Shape("{O} may be {pp}{t}, {said}.", "considered"),
    "p_not": Shape("{O} {ohas} not been {pp}{t}, {said}.", "denied"),
    "p_wont": Shape("{O} will not be {pp}{t}.", "denied"),
    "p_if": Shape("What happens if {o} {ois} {pp}{t} is unclear.", facts=False),
}
#: Of the act's noun.
NOUN = {
    "n_took": Shape("The {noun} of {o}{t} took place {when}.", when=_P),
    "n_by": Shape("The {noun} of {o}{t} by {s} {when} surprised many.", when=_P),
    "n_announced": Shape("{S} announced the {noun} of {o}{t} {when}.", "", when=_P),
    "n_followed": Shape("The protests followed the {noun} of {o}{t} {when}.", when=_P),
    "n_planned": Shape("The {noun} of {o}{t} is planned for September.", "planned"),
    "n_considered": Shape("{S} {is} considering the {noun} of {o}{t}.", "considered"),
    "n_ruled": Shape("{S} ruled out the {noun} of {o}{t}.", "denied"),
}
#: Of what changes by itself.
CHANGING = {
    "i_plain": Shape("{S} {past}{t} {when}.", when=_P),
    "i_first": Shape("{When}, {s} {past}{t}.", when=_P),
    "i_said": Shape("{S} {past}{t} {when}, {said}.", when=_P),
    "i_perfect": Shape("{S} {has} {pp}{t}."),
    "i_lead": Shape("{Lead} {s} had {pp}{t}."),
    "i_which": Shape("{S}, which {past}{t} {when}, {was} praised by critics.", when=_P),
    "i_after": Shape("The minister resigned after {s} {past}{t} {when}.", when=_P),
    "i_when": Shape("Prices had doubled by the time {s} {past}{t} {when}.", when=_P),
    "i_will": Shape("{S} will {base}{t} {then}.", "planned", when=_P),
    "i_is_to": Shape("{S} {is} to {base}{t} {then}, {said}.", "planned", when=_P),
    "i_due": Shape("{S} {is} due to {base}{t} {then}.", "planned", when=_P),
    "i_may": Shape("{S} may {base}{t}, {said}.", "considered"),
    "i_not": Shape("{S} {has} not {pp}{t}, {said}.", "denied"),
    "i_wont": Shape("{S} will not {base}{t}.", "denied"),
}


@dataclass(frozen=True)
class Told:
    """A sentence, what it makes of the act, and how it was made."""

    text: str
    status: str
    dates: tuple[str, str] | None
    shape: str
    facts: bool
    time: str


def tell(rng: random.Random, act: Act, only: tuple[str, ...] = ()) -> Told:
    """The act in one of the shapes that it allows."""
    if not act.object:
        shapes = CHANGING
    else:
        shapes = dict(ACTIVE)
        if act.is_known_without_agent:
            shapes |= PASSIVE
            if act.noun:
                shapes |= NOUN
        else:
            shapes |= {k: v for k, v in PASSIVE.items() if "{s}" in v.frame}
            if act.noun:
                shapes |= {k: v for k, v in NOUN.items() if "{s}" in v.frame.lower()}
    name, shape = pick(rng, {k: v for k, v in shapes.items() if (not only or v.status in only) and (k != "quote" or act.speaker)
                              and not (k.startswith("p_") and " on" in act.verb.base)})  # fmt: skip
    time, dates = pick(rng, FUTURE if "{then}" in shape.frame else PAST)
    text = _fill(rng, shape.frame, act, time)
    return Told(text, shape.status, dates if shape.when else None, name, shape.facts, time if shape.when else "-")


def capital(words: str) -> str:
    """With a capital at its head."""
    return words[:1].upper() + words[1:]


def _fill(rng: random.Random, frame: str, act: Act, time: str) -> str:
    v, many, omany = act.verb, act.subject_plural, act.object_plural
    its = "their" if many else "its"
    object_ = act.object.format(its=its)
    tail = f" {act.tail}" if act.tail else ""
    passive_object, passive_tail = object_, tail
    if frame in {s.frame for s in PASSIVE.values()}:
        passive_object = act.object.format(its="the")
        if act.tail.startswith(("with ", "to ", "from ")):  # "the pact with Mali was signed", not "was signed with"
            passive_object, passive_tail = passive_object + tail, ""
    if "{H}" in frame:
        words = f"{act.subject} {v.base if many else v.third} {object_}{tail}".split()
        return capital(" ".join(w for w in words if w not in {"a", "an", "the", "its", "their"}))
    slots = {
        "S": capital(act.subject), "s": act.subject, "o": passive_object, "O": capital(passive_object), "t": passive_tail,
        "our_o": act.object.format(its="our"), "speaker": act.speaker,
        "past": v.past, "pp": v.pp, "ing": v.ing, "base": v.base, "pres": v.base if many else v.third,
        "has": "have" if many else "has", "is": "are" if many else "is", "z": "" if many else "s",
        "was": "were" if many else "was", "it": "they" if many else "it",
        "ohas": "have" if omany else "has", "owas": "were" if omany else "was", "ois": "are" if omany else "is",
        "when": time, "When": capital(time), "then": time, "noun": act.noun,
        "said": rng.choice(_SAYERS), "Lead": rng.choice(_LEADS), "rest": rng.choice(_TAILS),
    }  # fmt: skip
    return frame.format(**slots)
