"""Troops, ships and aircraft that are sent, go or are added."""

from __future__ import annotations

import random

from ..reading import Fact
from . import going_words as words
from .cast import Force, Place
from .making import Case, pick

#: By who is the subject: frame, status (None: left open), tense (past, coming, none).
#: {A}/{a} who sends, {d} of which nation, {F}/{f} what goes; {past} {pp} {ing} {inf} the act; {T}/{t} when.
Shape = tuple[str, str | None, str]


class _Either(str):
    """A type in place of which another serves as well."""

    def __eq__(self, other: object) -> bool:
        return other in {"deployment", "reinforcement"}

    __hash__ = str.__hash__


#: Of what is sent on top of what is there, annotators write either.
EITHER = _Either("reinforcement")
BY_SENDER: dict[str, Shape] = {
    "plain": ("{A} {past} {t}.", "completed", "past"),
    "lead": ("{T}, {a} {past}.", "completed", "past"),
    "said": ("{A} {past} {t}, the defence minister said on Tuesday.", "completed", "past"),
    "according": ("According to a government spokesman, {a} {past} {t}.", "completed", "past"),
    "mid_said": ("{A}, two officials say, {past} {t}.", "completed", "past"),
    "perfect": ("{A} has {pp}.", "completed", "none"),
    "perfect_told": ("{A} has {pp}, a spokesman told reporters on Wednesday.", "completed", "none"),
    "quoted": ('"We {past} {t}," a spokesman for the {d} armed forces said.', "completed", "past"),
    "quoted_have": ('"We have {pp}," said a {d} army spokesman.', "completed", "none"),
    "that": ("Officials said that {a} {past} {t}.", "completed", "past"),
    "no_that": ("The ministry confirmed on Tuesday {a} had {pp} {t}.", "completed", "past"),
    "told_that": ("A diplomat told the newspaper that {a} had {pp} {t}.", "completed", "past"),
    "which": ("{A}, which {past} {t}, has urged both sides to talk.", "completed", "past"),
    "which_end": ("The talks were hosted by {a}, which {past} {t}.", "completed", "past"),
    "having": ("Having {pp} {t}, {a} called for talks.", "completed", "past"),
    "after_ing": ("After {ing} {t}, {a} called for calm.", "completed", "past"),
    "days_after": ("The attack came days after {a} {past}.", "completed", "none"),
    "when": ("Protests broke out when {a} {past} {t}.", "completed", "past"),
    "as": ("Oil prices rose {t} as {a} {past}.", None, "open"),
    "while": ("While {a} {past} {t}, its neighbours only watched.", "completed", "past"),
    "although": ("Although {a} {past} {t}, the violence has gone on.", "completed", "past"),
    "and_called": ("{A} {past} {t} and called for fresh talks.", "completed", "past"),
    "and_sent": ("{A} recalled its ambassador and {past} {t}.", "completed", "past"),
    "purpose": ("{A} {past} {t} to protect its embassy.", "completed", "past"),
    "purpose_help": ("{A} {past} {t} to help keep the peace.", "completed", "past"),
    "purpose_first": ("To protect its citizens, {a} {past} {t}.", "completed", "past"),
    "bid": ("In a bid to stem the violence, {a} {past} {t}.", "completed", "past"),
    "request": ("{A} {past} {t} at the request of the government there.", "completed", "past"),
    "for_months": ("{A} {past} {t} for six months.", "completed", "open"),
    "dash": ("{A} {past} {t} – a step that critics called reckless.", "completed", "past"),
    "but_not": ("{A} {past} {t}, but not the weapons that the rebels feared.", "completed", "past"),
    "after_clash": ("{A} {past} {t} after an ambush on a convoy there.", "completed", "open"),
    "known": ("It is known that {a} {past} {t}.", "completed", "past"),
    "cleft": ("It was {a} that {past} {t}.", "completed", "past"),
    "making": ("{A} {past} {t}, making it the first state to do so.", "completed", "past"),
    "start": ("{A} has begun {ing}.", "ongoing", "none"),
    "start_to": ("{A} has started to {inf}.", "ongoing", "none"),
    "began": ("{A} began {ing} {t}.", "ongoing", "past"),
    "is_ing": ("{A} is {ing}, officials say.", "ongoing", "none"),
    "will": ("{A} will {inf} {t}.", "planned", "coming"),
    "is_to": ("{A} is to {inf} {t}.", "planned", "coming"),
    "plans": ("{A} plans to {inf} {t}.", "planned", "coming"),
    "intends": ("{A} intends to {inf} {t}, its defence minister said.", "planned", "coming"),
    "set": ("{A} is set to {inf} {t}.", "planned", "coming"),
    "preparing": ("{A} is preparing to {inf} {t}.", "planned", "coming"),
    "decided": ("{A} has decided to {inf} {t}.", "planned", "coming"),
    "agreed": ("{A} has agreed to {inf} {t}.", "planned", "coming"),
    "pledged": ("{A} has pledged to {inf} {t}.", "planned", "coming"),
    "announced": ("{A} announced on Tuesday that it would {inf} {t}.", "planned", "coming"),
    "said_would": ("{A} said it would {inf} {t}.", "planned", "coming"),
    "plans_noun": ("{A} announced plans to {inf} {t}.", "planned", "coming"),
    "order": ("{A} gave the order to {inf} {t}.", "planned", "coming"),
    "approved": ("Parliament approved a plan by {a} to {inf} {t}.", "planned", "coming"),
    "about": ("{A} is about to {inf}, local media report.", "planned", "none"),
    "expected": ("{A} is expected to {inf} {t}.", "considered", "coming"),
    "likely": ("{A} is likely to {inf} {t}.", "considered", "coming"),
    "could": ("{A} could {inf} {t}.", "considered", "coming"),
    "may": ("{A} may {inf} {t}, analysts say.", "considered", "coming"),
    "considers": ("{A} is considering {ing} {t}.", "considered", "coming"),
    "weighs": ("{A} is weighing whether to {inf} {t}.", "considered", "coming"),
    "offered": ("{A} has offered to {inf} {t}.", "considered", "coming"),
    "ready": ("{A} stands ready to {inf}.", "considered", "none"),
    "proposed": ("{A} has proposed {ing} {t}.", "considered", "coming"),
    "talks": ("{A} is in talks about {ing}.", "considered", "none"),
    "urged": ("The opposition urged {a} to {inf} {t}.", "considered", "coming"),
    "asked": ("{A} has been asked to {inf} {t}.", "considered", "coming"),
    "threat": ("{A} threatened to {inf}.", "considered", "none"),
    "open": ("{A} has not ruled out {ing}.", "considered", "none"),
    "has_not": ("{A} has not {pp}, the ministry said.", "denied", "none"),
    "will_not": ("{A} will not {inf}, its foreign minister said.", "denied", "none"),
    "no_plans": ("{A} has no plans to {inf}.", "denied", "none"),
    "ruled_out": ("{A} ruled out {ing}.", "denied", "none"),
    "refused": ("{A} refused to {inf}.", "denied", "none"),
    "denied": ("{A} denied {ing}.", "denied", "none"),
    "denied_that": ("{A} denied that it had {pp}.", "denied", "none"),
    "denied_reports": ("{A} denied reports that it was {ing}.", "denied", "none"),
    "decision": ("The decision by {a} to {inf} {t} was taken on Tuesday.", "planned", "coming"),
    "poised": ("{A} is poised to {inf} {t}.", "planned", "coming"),
    "go_ahead": ("{A} gave the go-ahead on Tuesday for plans to {inf}.", "planned", "none"),
    "vowed": ("{A} has vowed to {inf} {t}, despite the protests.", "planned", "coming"),
    "finalising": ("{A} is finalising plans to {inf} {t}.", "planned", "coming"),
    "undertook": ("{A} undertook to {inf} {t}.", "planned", "coming"),
    "voted": ("The assembly voted for {a} to {inf} {t}.", "planned", "coming"),
    "process": ("{A} is in the process of {ing}.", "ongoing", "none"),
    "said_to_be": ("{A} is said to be {ing}.", "ongoing", "none"),
    "understood": ("{A} is understood to have {pp} {t}.", "completed", "past"),
    "reported": ("{A} is reported to have {pp} {t}.", "completed", "past"),
    "believed": ("{A}, it is believed, {past} {t}.", "completed", "past"),
    "claims": ("{A} says it has {pp}.", "completed", "none"),
    "had_to": ("{A} had to {inf} {t}.", "completed", "past"),
    "first_to": ("{A} was the first to {inf}.", "completed", "none"),
    "responded": ("{A} responded by {ing} {t}.", "completed", "past"),
    "followed_by": ("{A} closed its embassy, {ing} {t}.", None, "open"),
    "went_on": ("{A} went on to {inf} {t}.", "completed", "past"),
    "more_than": ("{A} has done more than talk: it {past} {t}.", "completed", "past"),
    "semicolon": ("The talks failed; {a} {past} {t}.", "completed", "past"),
    "but": ("{A} had promised restraint but {past} {t}.", "completed", "past"),
    "in_which": ("It was a week in which {a} {past}.", "completed", "none"),
    "for_first": ("For the first time since the war, {a} has {pp}.", "completed", "none"),
    "under_plan": ("Under the minister's plan, {a} is to {inf} {t}.", "planned", "coming"),
    "mulls": ("{A} is mulling {ing} {t}.", "considered", "coming"),
    "debating": ("{A} is debating whether to {inf} {t}.", "considered", "coming"),
    "floated": ("{A} has floated the idea of {ing}.", "considered", "none"),
    "thinking": ("{A} is thinking of {ing} {t}.", "considered", "coming"),
    "possibility": ("{A} raised the possibility of {ing}.", "considered", "none"),
    "pressure": ("{A} is under pressure to {inf}.", "considered", "none"),
    "might": ("If the truce holds, {a} might {inf} {t}.", "considered", "coming"),
    "called_on": ("The president of the host country called on {a} to {inf}.", "considered", "none"),
    "not_yet": ("{A} has so far not {pp}.", "denied", "none"),
    "no_intention": ("{A} has no intention of {ing}.", "denied", "none"),
    "would_not": ("{A} said it would not {inf}.", "denied", "none"),
    "neither": ("{A} had never {pp}, the ministry said.", "denied", "none"),
    "rejected": ("{A} rejected a request to {inf}.", "denied", "none"),
    "not_true": ("It is not true that {a} has {pp}, the ministry said.", "denied", "none"),
    "false": ("Reports that {a} had {pp} are false, a spokesman said.", "denied", "none"),
    "against": ("{A} has decided against {ing}.", "denied", "none"),
}
BY_SENT: dict[str, Shape] = {
    "plain": ("{F} {past} {t}.", "completed", "past"),
    "lead": ("{T}, {f} {past}.", "completed", "past"),
    "said": ("{F} {past} {t}, a military spokesman said on Tuesday.", "completed", "past"),
    "according": ("According to the ministry, {f} {past} {t}.", "completed", "past"),
    "perfect": ("{F} {have} {pp}, the United Nations said.", "completed", "none"),
    "that": ("Witnesses said that {f} {past} {t}.", "completed", "past"),
    "had": ("A local official told the agency that {f} had {pp} {t}.", "completed", "past"),
    "as": ("Shops closed as {f} {past} {t}.", None, "open"),
    "after": ("After {f} {past} {t}, calm returned to the streets.", "completed", "past"),
    "since": ("The killings have gone on since {f} {past} {t}.", "completed", "past"),
    "who": ("The president met {f}, {who} {past} {t}.", "completed", "past"),
    "and": ("{F} {past} {t} and were met by a crowd.", "completed", "past"),
    "mission": ("{F} {past} {t} to help train the local army.", "completed", "past"),
    "part": ("{F} {past} {t} as part of an international force.", "completed", "past"),
    "under": ("Under the deal, {f} {past} {t}.", "completed", "past"),
    "quoted": ('"{F} {past} {t}," the governor said.', "completed", "past"),
    "ongoing": ("{F} {are} {ing}, residents say.", "ongoing", "none"),
    "began": ("{F} began {ing} {t}.", "ongoing", "past"),
    "begun": ("{F} {have} begun to {inf}.", "ongoing", "none"),
    "will": ("{F} will {inf} {t}.", "planned", "coming"),
    "are_to": ("{F} {are} to {inf} {t}.", "planned", "coming"),
    "due": ("{F} {are} due to {inf} {t}.", "planned", "coming"),
    "expected": ("{F} {are} expected to {inf} {t}.", "considered", "coming"),
    "could": ("{F} could {inf} {t}.", "considered", "coming"),
    "not": ("{F} {have} not {pp}, the ministry said.", "denied", "none"),
    "seen": ("Reporters saw {f} {inf} {t}.", "completed", "past"),
    "way": ("{F} {past} {t}, the first foreign forces to do so.", "completed", "past"),
    "by_then": ("By the time {f} {past} {t}, the fighting was over.", "completed", "past"),
    "some_of": ("{F} {past} {t}, some of them by road.", "completed", "past"),
    "days_later": ("The fighting stopped days before {f} {past} {t}.", "completed", "past"),
    "with_ing": ("With {f} {ing}, the opposition asked for a debate.", "ongoing", "none"),
    "reported": ("{F} {are} reported to have {pp} {t}.", "completed", "past"),
    "thought": ("{F} {are} thought to be {ing}.", "ongoing", "none"),
    "set": ("{F} {are} set to {inf} {t}.", "planned", "coming"),
    "scheduled": ("{F} {are} scheduled to {inf} {t}, the mission said.", "planned", "coming"),
    "would": ("The minister said that {f} would {inf} {t}.", "planned", "coming"),
    "never": ("{F} never {past}, the governor insisted.", "denied", "none"),
    "may": ("{F} may {inf} {t}.", "considered", "coming"),
    "proposal": ("Under a proposal by the envoy, {f} would {inf} {t}.", "considered", "coming"),
    "no": ("The army denied that {f} had {pp}.", "denied", "none"),
}
BY_NOUN: dict[str, Shape] = {
    "began": ("The {noun} began {t}.", "ongoing", "past"),
    "completed": ("{A} completed the {noun_of} {t}.", "completed", "past"),
    "was_completed": ("The {noun} was completed {t}.", "completed", "past"),
    "announced": ("{A} announced the {noun_of} on Tuesday.", "planned", "none"),
    "ordered": ("{A} ordered the {noun_of} on Tuesday.", "planned", "none"),
    "approved": ("Lawmakers approved the {noun} on Tuesday.", "planned", "none"),
    "under_way": ("The {noun} is under way.", "ongoing", "none"),
    "will_begin": ("The {noun} will begin {t}.", "planned", "coming"),
    "planned": ("The {noun} is planned for July.", "planned", "none"),
    "considered": ("{A} is considering the {noun_of}.", "considered", "none"),
    "called_for": ("The opposition called for the {noun}.", "considered", "none"),
    "ruled_out": ("{A} ruled out the {noun_of}.", "denied", "none"),
    "cancelled": ("{A} has cancelled the {noun_of}.", "denied", "none"),
    "went_ahead": ("{A} went ahead with the {noun_of} {t}.", "completed", "past"),
    "agreed": ("{A} agreed to the {noun_of} on Tuesday.", "planned", "none"),
    "authorised": ("{A} has authorised the {noun_of}.", "planned", "none"),
    "expected": ("The {noun} is expected {t}.", "considered", "soon"),
    "plan_for": ("The government presented a plan for the {noun}.", "planned", "none"),
    "not_planned": ("No {noun} is planned, the ministry said.", "denied", "none"),
    "allowed": ("The deal allows the {noun}.", "planned", "none"),
    "came": ("The {noun} came {t}.", "completed", "past"),
    "was_announced": ("The {noun} was announced on Tuesday.", "planned", "none"),
    "has_begun": ("The {noun} has begun, the ministry said.", "ongoing", "none"),
    "oversaw": ("A general oversaw the {noun} {t}.", "completed", "past"),
    "took_place": ("The {noun} took place {t}.", "completed", "past"),
    "confirmed": ("A spokesman confirmed the {noun} {t}.", None, "open"),
}


def case(rng: random.Random) -> Case:
    """One sentence about one movement."""
    force = words.force_for(rng)
    who = rng.choices(("sender", "sent", "passive", "noun", "adding"), (40, 22, 16, 14, 8))[0]
    if who == "noun":
        return _by_noun(rng, force)
    verb = rng.choice({"sender": words.SENDING, "sent": words.GOING, "passive": words.SENT, "adding": words.ADDING}[who])  # fmt: skip
    what = words.moved(rng, force, verb.of)
    place = words.place_for(rng, force, what)
    name, (frame, status, tense) = pick(rng, BY_SENDER if who in {"sender", "adding"} else BY_SENT)
    rest = verb.rest.format(
        f=what.bare, p=place.words, i=_in(place), own=rng.choice(_OWN), their="its" if _is_one(what) else "their"
    )
    forms = {k: f"{getattr(verb, k)} {rest}" for k in ("past", "pp", "ing", "inf")}
    if who == "passive":
        rest = " ".join(verb.rest.format(f="", p=place.words, i=_in(place)).split())
        be = "was" if _is_one(what) else "were"
        done = f"{verb.pp} {rest}"
        forms = {"past": f"{be} {done}", "pp": f"been {done}", "ing": f"being {done}", "inf": f"be {done}"}
    is_added = who == "adding" or what.is_extra
    count = None if verb.of == "bare" else what.count
    return _made(rng, frame, forms, force, what, place, "reinforcement" if is_added else "deployment", count,
                 status, tense, {"way": f"{verb.inf} {verb.rest}", "shape": f"{who}:{name}"})  # fmt: skip


_OWN = ("its contingent", "its garrison", "its forces", "its military presence", "its positions", "its troops")


def _is_one(what: words.Moved) -> bool:
    return what.named[:2] in {"a ", "an"} and not what.is_extra


def _in(place: Place) -> str:
    return "at" if place.kind == "site" else "in"


def _by_noun(rng: random.Random, force: Force) -> Case:
    noun, of = rng.choice(words.NOUNS)
    what = words.moved(rng, force, of)
    place = words.place_for(rng, force, what)
    name, (frame, status, tense) = pick(rng, BY_NOUN)
    if noun.startswith(("arrival", "landing", "entry")) and "{noun_of}" in frame:
        noun = "deployment of {f} to {p}"
    forms = {
        k: noun.format(f=f, p=place.words, i=_in(place)) for k, f in (("noun", what.named), ("noun_of", what.bare))
    }
    return _made(rng, frame, forms, force, what, place, "reinforcement" if what.is_extra else "deployment", what.count,
                 status, tense, {"way": noun, "shape": f"noun:{name}"})  # fmt: skip


def _made(rng: random.Random, frame: str, forms: dict[str, str], force: Force, what: words.Moved, place: Place,
          type_code: str, count: words.Count | None, status: str | None, tense: str,
          parts: dict[str, str]) -> Case:  # fmt: skip
    time, days = rng.choice(
        words.COMING
        if tense == "coming"
        else words.COMING[:3]
        if tense == "soon"
        else words.PAST
        if tense != "none"
        else (("", None),)
    )
    is_one = _is_one(what)
    text = frame.format(
        A=_capital(force.agent), a=force.agent, F=_capital(what.named), f=what.named, d=force.demonym,
        T=_capital(time), t=time, have="has" if is_one else "have",
        are="is" if is_one else "are", who="who" if what.kind == "men" else "which", **forms,
    )  # fmt: skip
    for wrong, right in ((" .", "."), (" ,", ","), ("  ", " "), ("s's ", "s' ")):
        text = text.replace(wrong, right)
    wanted: Fact = {
        "type": EITHER if what.is_extra else type_code,
        "actors": {force.code},
        "destination": place.key,
        "n": count,
    }
    if status:
        wanted["status"] = status
    if days and tense != "open":
        wanted["dates"] = days
    made_of = {**parts, "place": place.words, "number": what.named.replace(force.demonym, "D"), "force": force.agent,
               "time": time, "kind": what.kind}  # fmt: skip
    return Case(text, [wanted], made_of)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
