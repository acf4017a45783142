"""How many are where: strengths in the words of agencies, ministries, think tanks and fact sheets."""

from __future__ import annotations

import random
import re

from .cast import FORCES, Force, Place, abroad
from .making import Case, pick

#: Words for a number, with its bounds and qualifier.
AMOUNTS: tuple[tuple[str, int | None, int | None, str], ...] = (
    ("300", 300, 300, "exact"),
    ("1,200", 1200, 1200, "exact"),
    ("850", 850, 850, "exact"),
    ("3,317", 3317, 3317, "exact"),
    ("forty-two", 42, 42, "exact"),
    ("a hundred", 100, 100, "exact"),
    ("two dozen", 24, 24, "exact"),
    ("13 000", 13000, 13000, "exact"),
    ("about 650", 650, 650, "about"),
    ("around 1,750", 1750, 1750, "about"),
    ("some 2,000", 2000, 2000, "about"),
    ("roughly 240", 240, 240, "about"),
    ("nearly 5,000", 5000, 5000, "about"),
    ("an estimated 3,500", 3500, 3500, "about"),
    ("approximately 800", 800, 800, "about"),
    ("close to 900", 900, 900, "about"),
    ("almost 4,500", 4500, 4500, "about"),
    ("at least 150", 150, None, "at_least"),
    ("more than 400", 400, None, "at_least"),
    ("over 1,100", 1100, None, "at_least"),
    ("upwards of 2,500", 2500, None, "at_least"),
    ("no fewer than 600", 600, None, "at_least"),
    ("dozens of", 12, None, "at_least"),
    ("hundreds of", 100, None, "at_least"),
    ("thousands of", 1000, None, "at_least"),
    ("up to 900", None, 900, "at_most"),
    ("fewer than 2,000", None, 2000, "at_most"),
    ("no more than 500", None, 500, "at_most"),
    ("as many as 1,500", None, 1500, "at_most"),
    ("between 200 and 250", 200, 250, "range"),
    ("300 to 400", 300, 400, "range"),
    ("1,500-2,000", 1500, 2000, "range"),
)
#: Who is counted; of the first all forms of sentences can speak.
NOUNS = (
    "troops", "troops", "soldiers", "soldiers", "military personnel", "service members", "servicemen", "marines",
    "military advisers", "combat troops", "special forces soldiers", "paratroopers", "army engineers", "instructors",
)  # fmt: skip
#: What else is counted: a number's words, how many, the noun, its unit.
THINGS = (
    ("six", 6, "F-16 fighter jets", "aircraft"),
    ("eight", 8, "attack helicopters", "aircraft"),
    ("three", 3, "infantry battalions", "units"),
    ("two", 2, "mechanised brigades", "units"),
    ("14", 14, "main battle tanks", "vehicles"),
    ("four", 4, "MQ-9 Reaper drones", "aircraft"),
    ("30", 30, "armoured vehicles", "vehicles"),
)
#: Ways of saying how many are where. [verb] is put into a tense; {F}: "300 Kenyan troops", {N} {n}: "300 troops", {b}: a
#: bare "300", {A}: who has them, {D}: the demonym, {P}: "in Mali", {W}: "Mali", {S}: the state.
WAYS = {
    "are": "{F} [are] {P}",
    "are still": "{F} [are] still {P}",
    "currently": "{F} [are] currently {P}",
    "stationed": "{F} [are] stationed {P}",
    "based": "{F} [are] based {P}",
    "deployed": "{F} [are] deployed {P}",
    "posted": "{F} [are] posted {P}",
    "garrisoned": "{F} [are] garrisoned {P}",
    "on the ground": "{F} [are] on the ground {P}",
    "on duty": "{F} [are] on duty {P}",
    "quartered": "{F} [are] quartered {P}",
    "present": "{F} [are] present {P}",
    "in place": "{F} [are] in place {P}",
    "remain": "{F} [remain] {P}",
    "serve": "{F} [serve] {P}",
    "operate": "{F} [operate] {P}",
    "work": "{F} [work] {P}",
    "there are": "there [are] {F} {P}",
    "there stationed": "there [are] {F} stationed {P}",
    "has": "{A} [has] {N} {n} {P}",
    "has stationed": "{A} [has] {N} {n} stationed {P}",
    "has based": "{A} [has] {N} {n} based {P}",
    "has deployed": "{A} [has] {N} {n} deployed {P}",
    "keeps": "{A} [keeps] {N} {n} {P}",
    "maintains": "{A} [maintains] {N} {n} {P}",
    "stations": "{A} [stations] {N} {n} {P}",
    "maintains presence": "{A} [maintains] a presence of {N} {n} {P}",
    "maintains force": "{A} [maintains] a force of {N} {n} {P}",
    "has contingent": "{A} [has] a contingent of {N} {n} {P}",
    "contingent numbers": "the {D} contingent {P} [numbers] {b}",
    "contingent counts": "the {D} contingent {P} [counts] {N} {n}",
    "force totals": "the {D} force {P} [totals] {b}",
    "force stands": "the {D} force {P} [stands] at {b}",
    "contingent comprises": "the {D} contingent {P} [comprises] {N} {n}",
    "contingent consists": "the {D} contingent {P} [consists] of {N} {n}",
    "made up": "the {D} contingent {P} [is] made up of {N} {n}",
    "garrison": "the {D} garrison {P} [has] {N} {n}",
    "number is": "the number of {D} {n} {P} [is] {b}",
    "number stands": "the number of {D} {n} {P} [stands] at {b}",
    "strength is": "the strength of the {D} contingent {P} [is] {b}",
    "levels stand": "{D} troop levels {P} [stand] at {b}",
    "presence numbers": "the {D} military presence {P} [numbers] {N} {n}",
    "presence amounts": "the {D} presence {P} [amounts] to {N} {n}",
    "hosts": "{W} [hosts] {F}",
    "home to": "{W} [is] home to {F}",
    "houses": "{W} [houses] {F}",
    "of its": "{N} of {S}'s {n} [are] {P}",
    "members": "{N} members of the {D} armed forces [are] stationed {P}",
    "contingent strong": "the {D} contingent {P} [is] {b} strong",
    "accounts": "{D} forces {P} [number] {b}",
    "under arms": "{A} [has] {N} {n} under arms {P}",
    "part of": "{F} [serve] {P} as part of a multinational force",
    "under mandate": "{F} [are] {P} under a UN mandate",
}  # fmt: skip
#: Of things other than troops.
THING_WAYS = ("are", "stationed", "based", "deployed", "remain", "there are", "there stationed", "has", "has stationed",
              "has based", "keeps", "maintains", "stations", "hosts", "home to", "are still", "in place")  # fmt: skip
#: A frame round the clause, its tense, the status (None: nothing is stated), dates where they are said.
SHAPES: dict[str, tuple[str, str, str | None, tuple[str, str] | None]] = {
    "plain": ("{C}.", "is", "in_effect", None),
    "plain was": ("In 2019, {c}.", "was", "in_effect", ("2019-01-01", "2019-12-31")),
    "was behind": ("{C} in March 2018.", "was", "in_effect", ("2018-03-01", "2018-03-31")),
    "said behind": ("{C}, the defence minister said on Tuesday.", "is", "in_effect", None),
    "according behind": ("{C}, according to the defence ministry.", "is", "in_effect", None),
    "according before": ("According to a report by a Stockholm institute, {c}.", "is", "in_effect", None),
    "told": ("The defence minister told parliament that {c}.", "is", "in_effect", None),
    "say": ("Officials say {c}.", "is", "in_effect", None),
    "said that": ("A military spokesman said on Monday that {c}.", "was", "in_effect", None),
    "as of": ("As of May, {c}.", "is", "in_effect", None),
    "as of behind": ("{C} as of 1 June.", "is", "in_effect", ("2025-06-01", "2025-06-01")),
    "since": ("{C} since 2021.", "has", "in_effect", None),
    "at present": ("At present {c}.", "is", "in_effect", None),
    "and": ("{C}, and the opposition wants to know why.", "is", "in_effect", None),
    "but": ("{C}, but the mandate is unclear.", "is", "in_effect", None),
    "while": ("While the talks drag on, {c}.", "is", "in_effect", None),
    "although": ("Although {c}, neither government talks about it.", "is", "in_effect", None),
    "making": ("{C}, making it one of the largest missions of its kind.", "is", "in_effect", None),
    "quoted": ('"{C}," the defence minister told reporters.', "is", "in_effect", None),
    "fact": ("The fact that {c} has angered the opposition.", "is", "in_effect", None),
    "noted": ("The report, published in March, notes that {c}.", "is", "in_effect", None),
    "estimate": ("Analysts estimate that {c}.", "is", "in_effect", None),
    "dashes": ("{C} – a figure that has hardly changed, the ministry says.", "is", "in_effect", None),
    "semicolon": ("{C}; the cost is shared by both countries.", "is", "in_effect", None),
    "cost": ("{C}, at a cost of 40 million dollars a year.", "is", "in_effect", None),
    "at the time": ("At the time, {c}.", "was", "in_effect", None),
    "headline": ("{C}\n\nThe figures were published on Tuesday.", "is", "in_effect", None),
    "by": ("By the end of 2026, {c}.", "will", "planned", ("", "2026-12-31")),
    "will said": ("{C} from next year, the minister said.", "will", "planned", None),
    "under plan": ("Under the plan, {c}.", "will", "planned", None),
    "denied": ("The government denied that {c}.", "is", "denied", None),
    "not true": ("It is not true that {c}, the ministry said.", "is", "denied", None),
    "question": ("Is it true that {c}?", "is", None, None),
    "whether": ("The ministry would not say whether {c}.", "is", None, None),
    "if": ("If {c}, parliament must be told.", "is", None, None),
}  # fmt: skip
#: Texts of more than a clause: a frame, and how its facts are filled.
NOUNED = {
    "which has": "{A}, which has {N} {n} {P}, called for talks.",
    "with": "With {N} {n} {P}, {A} is one of the main contributors.",
    "with behind": "{A}, with {N} {n} {P}, is the largest contributor.",
    "where": "The minister flew to {W}, where {F} are stationed.",
    "where has": "The president spoke about {W}, where {A} has {N} {n}.",
    "who are": "The general thanked the {F} who are stationed {P}.",
    "based np": "The {F} based {P} will be paid a bonus.",
    "stationed np": "Letters were handed to {F} stationed {P}.",
    "strong np": "The {b}-strong {D} contingent {P} has a new commander.",
    "np strong": "The {D} contingent {P}, {b} strong, has a new commander.",
    "presence of": "The presence of {F} {P} is contested.",
    "presence np": "{S}'s {b}-strong contingent {P} costs 40 million dollars a year.",
    "command": "The general commands {F} {P}.",
    "in charge": "The colonel is in charge of the {F} stationed {P}.",
    "supply": "The base supplies {F} {P}.",
    "morale": "Morale among the {F} {P} is said to be low.",
    "there": "Parliament debated the mission in {W} on Tuesday. {A} has {N} {n} there.",
    "there are": "The president of {S} spoke of {W} on Tuesday. {F} are stationed there.",
    "we": 'The {D} defence minister spoke to reporters on Tuesday. "We have {N} {n} {P}," he said.',
    "we said": '"We have {N} {n} {P}," the {D} defence minister said on Tuesday.',
    "its": "{S} will not talk about its military mission abroad. Its contingent {P} numbers {b}.",
    "parentheses": "The largest foreign contingents {P} are those of {S} ({N} {n}) and its neighbours.",
    "colon": "{D} forces {P}: {b}",
    "caption": "A guard at the gate. {F} are based {P}.",
    "including": "{F}, including pilots and mechanics, are stationed {P}.",
    "many of them": "{F}, many of them reservists, are stationed {P}.",
    "backed": "{F}, backed by artillery, are stationed {P}.",
    "who train": "{F} are stationed {P}, where the rainy season has begun.",
}  # fmt: skip
#: Texts in which a number of the same words tells no strength.
NEAR_MISSES = {
    "tourists": "{N} {D} tourists are in {W}, the embassy said.",
    "veterans": "{N} veterans of the war in {W} live in {S}.",
    "cost": "The mission in {W} costs {S} {N} dollars a day.",
    "fans": "{N} football fans from {S} flew to {W} for the match.",
    "how many": "It is not known how many {D} {n} are in {W}.",
    "workers": "{N} {D} construction workers live in {W}.",
    "votes": "{N} {n} voted in the election in {S}.",
    "families": "The families of {N} {D} {n} received letters.",
}  # fmt: skip
_TENSES = {
    "are": ("are", "were", "will be", "have been"), "is": ("is", "was", "will be", "has been"),
    "has": ("has", "had", "will have", "has had"), "keeps": ("keeps", "kept", "will keep", "has kept"),
    "stands": ("stands", "stood", "will stand", "has stood"), "stand": ("stand", "stood", "will stand", "have stood"),
}  # fmt: skip
#: Ways whose future is a sending rather than a level.
_SENT = {"are", "stationed", "based", "deployed", "posted", "garrisoned", "on the ground", "quartered", "present",
         "on duty", "in place", "serve", "operate", "work", "there are", "there stationed", "part of", "currently",
         "members", "of its", "under mandate", "stations", "has deployed", "are still"}  # fmt: skip
#: Words of a number that need a noun.
_VAGUE = ("of",)


def tensed(words: str, tense: str) -> str:
    """Each [verb] in a tense: is, was, will or has."""

    def put(m: re.Match[str]) -> str:
        verb = m.group(1)
        at = ("is", "was", "will", "has").index(tense)
        if verb in _TENSES:
            return _TENSES[verb][at]
        base = verb.removesuffix("s")
        ed = base + ("d" if base.endswith("e") else "ed")
        return (verb, ed, f"will {base}", f"{'has' if verb != base else 'have'} {ed}")[at]

    return re.sub(r"\[(\w+)\]", put, words)


def at(place: Place) -> str:
    """A place with its preposition."""
    return f"{'at' if place.kind == 'site' or place.words.startswith('the port') else 'in'} {place.words}"


def upper(text: str) -> str:
    """Each sentence begins with a capital."""
    return text[:1].upper() + text[1:]


def filled(frame: str, force: Force, place: Place, words: str, noun: str, *, demonym: str | None = None) -> str:
    """A frame's words."""
    names = {
        "F": f"{words} {demonym or force.demonym} {noun}", "N": words, "n": noun, "b": words, "A": force.agent,
        "D": force.demonym, "P": at(place), "W": place.words, "S": force.state,
    }  # fmt: skip
    text = frame.format(**names)
    return re.sub(r"(?:^|(?<=[a-z][.!?] )|(?<=\n\n)|(?<=^\"))[a-z]", lambda m: m.group().upper(), text)


def _amount(rng: random.Random, frame: str) -> tuple[str, int | None, int | None, str]:
    """A number that the frame can take: none of "dozens of" alone, only a plain one before "-strong"."""
    while True:
        found = rng.choice(AMOUNTS)
        if "{b}" in frame and found[0].endswith(_VAGUE):
            continue
        if "{b}-strong" in frame and not found[0].replace(",", "").isdigit():
            continue
        if ("The {F}" in frame or "the {F}" in frame) and found[0].split()[0] in {"a", "an", "no", "as", "between"}:
            continue
        if ("} of {S}" in frame or "members of" in frame) and found[0].endswith(_VAGUE):
            continue
        return found


def case(rng: random.Random) -> Case:
    """One text about how many are where."""
    force = rng.choice(FORCES)
    place = abroad(rng, force)
    noun, unit, parts = rng.choice(NOUNS), "personnel", {"force": force.agent, "place": place.words}
    kind = rng.random()
    dates: tuple[str, str] | None = None
    status: str | None = "in_effect"
    if kind < 0.06:
        name, frame = pick(rng, NEAR_MISSES)
        words, low, high, qualifier = _amount(rng, frame)
        return Case(upper(filled(frame, force, place, words, noun)), [], {"near": name, "number": words, **parts})
    if kind < 0.36:
        way, frame = pick(rng, NOUNED)
        shape = f"noun {way}"
    else:
        way, clause = pick(rng, WAYS)
        shape, (frame, tense, status, dates) = pick(rng, SHAPES)
        while tense in {"will", "has"} and way in _SENT:
            shape, (frame, tense, status, dates) = pick(rng, SHAPES)
        clause = tensed(clause, tense)
        frame = frame.replace("{c}", clause).replace("{C}", clause)
    words, low, high, qualifier = _amount(rng, frame)
    while status == "denied" and words.startswith("no "):
        words, low, high, qualifier = _amount(rng, frame)
    if way in THING_WAYS and rng.random() < 0.25:
        words, low, noun, unit = rng.choice(THINGS)
        high, qualifier = low, "exact"
    text = upper(filled(frame, force, place, words, noun))
    text = re.sub(r'^"[a-z]', lambda m: m.group().upper(), text)
    wanted = {
        "type": "strength", "actors": {force.code}, "status": status, "place": place.key,
        "n": (low, high, qualifier, unit), **({"dates": dates} if dates else {}),
    }  # fmt: skip
    made_of = {"way": way, "shape": shape, "number": words, "noun": noun, **parts}
    return Case(text, [wanted] if status else [], made_of)
