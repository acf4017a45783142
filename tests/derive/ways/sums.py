"""Several counts in one sentence, each at its place or of its force; and what is counted besides soldiers."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, PLACES, Force, Place
from .counts import AMOUNTS, at, upper
from .making import Case, pick

#: Plain numbers for lists, as nobody writes "dozens of" for each of three.
NUMBERS = tuple(
    (words, low, high, qualifier)
    for words, low, high, qualifier in AMOUNTS
    if not words.endswith("of") and words.split()[0] not in {"a", "two", "forty-two", "no", "13"}
)
Count = tuple[str, int | None, int | None, str]
#: One force at several places: {1} … are the counts, {P} … places with their preposition, {W} … without.
AT_PLACES = {
    "has and": "{A} has {1} {n} {P1} and {2} {P2}.",
    "has three": "{A} has {1} {n} {P1}, {2} {P2} and {3} {P3}.",
    "keeps and": "{A} keeps {1} {n} {P1} and another {2} {P2}.",
    "said": "{A} has {1} {n} {P1} and {2} {P2}, the defence minister said on Tuesday.",
    "are and": "{1} {D} {n} are stationed {P1} and {2} {P2}.",
    "are three": "{1} {D} {n} are based {P1}, {2} {P2} and {3} {P3}, according to the ministry.",
    "while": "{1} {D} {n} are {P1}, while {2} are {P2}.",
    "there are": "There are {1} {D} {n} {P1} and {2} {P2}.",
    "semicolon": "{1} {D} {n} are stationed {P1}; {2} more are {P2}.",
    "hosts": "{W1} hosts {1} {D} {n} and {W2} another {2}.",
    "hosts both": "{W1} hosts {1} {D} {n}, and {W2} hosts {2}.",
    "number": "{D} forces number {1} {P1} and {2} {P2}.",
    "in in": "{P1u} {a} has {1} {n}, {P2} it has {2}.",
    "with with": "{A}, with {1} {n} {P1} and {2} {P2}, bears most of the cost.",
    "noun": "The {1} {D} {n} {P1} and the {2} {P2} will be paid a bonus.",
    "including": "{D} forces abroad include {1} {n} {P1} and {2} {P2}.",
    "colon": "{D} troops abroad: {1} {P1}, {2} {P2}, {3} {P3}.",
    "brackets": "{D} troops are stationed {P1} ({1}) and {P2} ({2}).",
    "where": "{A} has {1} {n} {P1}, where the rains have begun, and {2} {P2}.",
    "both said": "There are now {1} {D} {n} {P1}, the report says, and {2} {P2}.",
    "mostly": "{A} has {1} {n} {P1}, and the {2} {n} it has {P2} are not affected.",
}  # fmt: skip
#: Several forces at one place: {D1}, {D2} their demonyms, {A1} … who has them, {S1} … the states.
OF_FORCES = {
    "has has": "{A1} has {1} {n} {P1}, {a2} has {2}.",
    "gapped": "{S1} has {1} {n} {P1}, {s2} {2} and {s3} {3}.",
    "and": "{1} {D1} and {2} {D2} {n} are stationed {P1}.",
    "from": "{1} {n} from {s1} and {2} from {s2} are based {P1}.",
    "brackets": "The largest contingents {P1} are those of {s1} ({1} {n}) and {s2} ({2}).",
    "while": "{S1} has {1} {n} {P1}, while {s2} has {2}.",
    "compared": "{1} {D1} {n} are {P1}; {s2} has {2} there.",
    "in place": "{P1u} there are {1} {D1} and {2} {D2} {n}.",
    "contributes": "{S1} provides {1} of the soldiers {P1} and {s2} {2}.",
    "followed": "{S1} has the largest contingent {P1}, with {1} {n}, followed by {s2} with {2}.",
    "alongside": "{1} {D1} {n} serve {P1} alongside {2} from {s2}.",
    "along with": "Along with {1} {D1} {n}, {2} {D2} {n} are {P1}.",
}  # fmt: skip
#: Other things that are counted: text, type, slot of the place, the unit.
COUNTED = {
    "opened": ("{A} has opened {1} new bases {P1}.", "base_opening", "place", "bases"),
    "set up": ("{A} set up {1} outposts {P1} last year.", "base_opening", "place", "bases"),
    "built": ("{A} built {1} military bases {P1} last year.", "base_opening", "place", "bases"),
    "closed": ("{A} closed {1} bases {P1} last year.", "base_closure", "place", "bases"),
    "shut": ("{A} will shut down {1} of its bases {P1}.", "base_closure", "place", "bases"),
    "handed": ("{A} handed over {1} bases {P1} to local forces last month.", "base_handover", "place", "bases"),
    "handed passive": ("{1} bases {P1} were handed over by {D} forces last month.", "base_handover", "place", "bases"),
    "strikes": ("{A} carried out {1} air strikes {P1} on Monday.", "strike", "place", "strikes"),
    "strikes passive": ("{1} air strikes were carried out by {D} forces {P1} on Monday.", "strike", "place", "strikes"),
    "launched": ("{D} jets launched {1} strikes {P1} overnight.", "strike", "place", "strikes"),
    "killed": ("{1} {D} soldiers were killed in an ambush {P1} on Monday.", "attack_on_force", "place", "killed"),
    "killed by": ("A roadside bomb killed {1} {D} soldiers {P1} on Monday.", "attack_on_force", "place", "killed"),
    "wounded": ("{1} {D} soldiers were wounded when mortars hit their base {P1}.", "attack_on_force", "place", "wounded"),
    "sent": ("{A} sent {1} {n} {T1} last month.", "deployment", "destination", "personnel"),
    "arrived": ("{1} {D} {n} arrived {P1} on Monday.", "deployment", "destination", "personnel"),
    "a force of": ("{A} sent a force of {1} {n} {T1} last month.", "deployment", "destination", "personnel"),
    "battalion of": ("A battalion of {1} {D} {n} was sent {T1} last month.", "deployment", "destination", "personnel"),
    "withdrew": ("{A} withdrew {1} {n} from {W1} last month.", "withdrawal", "origin", "personnel"),
    "left": ("{1} {D} {n} left {W1} on Monday.", "withdrawal", "origin", "personnel"),
    "of its": ("{A} pulled {1} of its {n} out of {W1} last month.", "withdrawal", "origin", "personnel"),
    "jets": ("{A} sent {1} fighter jets {T1} last month.", "deployment", "destination", "aircraft"),
    "helicopters": ("{A} withdrew {1} helicopters from {W1} last month.", "withdrawal", "origin", "aircraft"),
    "battalions": ("{A} sent {1} infantry battalions {T1} last month.", "deployment", "destination", "units"),
    "tanks": ("{A} sent {1} tanks {T1} last month.", "deployment", "destination", "vehicles"),
}  # fmt: skip
SMALL: tuple[Count, ...] = (
    ("three", 3, 3, "exact"), ("five", 5, 5, "exact"), ("12", 12, 12, "exact"), ("seven", 7, 7, "exact"),
    ("about 20", 20, 20, "about"), ("at least four", 4, None, "at_least"), ("more than 30", 30, None, "at_least"),
    ("some 15", 15, 15, "about"), ("up to 10", None, 10, "at_most"), ("several", 3, None, "at_least"),
    ("a dozen", 12, 12, "exact"), ("eight", 8, 8, "exact"),
)  # fmt: skip
NOUNS = ("troops", "soldiers", "military personnel", "soldiers", "troops", "marines")
#: One whole and its parts: text, which counts are wanted at which place (1 based).
PARTS: dict[str, tuple[str, tuple[tuple[int, int], ...]]] = {
    "of whom": ("{A} has {1} {n} {P1}, of whom {2} are {P2}.", ((1, 1), (2, 2))),
    "of the": ("Of the {1} {D} {n} {P1}, {2} are stationed {P2}.", ((1, 1), (2, 2))),
    "out of": ("{2} of the {1} {D} {n} {P1} are stationed {P2}.", ((1, 1), (2, 2))),
    "women": ("{A} has {1} {n} {P1}, most of them volunteers.", ((1, 1),)),
    "some in": ("{A} has {1} {n} {P1}, {2} of them {P2}.", ((1, 1), (2, 2))),
    "including": ("{A} has {1} {n} {P1}, including {2} {P2}.", ((1, 1), (2, 2))),
    "half": ("{A} has {1} {n} {P1}; half of them are volunteers.", ((1, 1),)),
    "in battalions": ("{A} has {1} {n} in two battalions {P1}.", ((1, 1),)),
    }  # fmt: skip


#: A country and a place in it.
WITHIN = tuple(
    (Place(words, words, p.country, "country"), p)
    for words, key in (
        ("Mali", "Gao"), ("Iraq", "Ain al-Asad"), ("Libya", "Benghazi"), ("Mozambique", "Cabo Delgado"),
        ("Kenya", "Mombasa"), ("Djibouti", "Camp Lemonnier"), ("Afghanistan", "Kandahar"),
    )
    for p in PLACES
    if p.key == key
)  # fmt: skip


def _slot(count: Count, unit: str) -> tuple[int | None, int | None, str, str]:
    return count[1], count[2], count[3], unit


def _draw(rng: random.Random, frame: str, pool: tuple[Count, ...]) -> list[Count]:
    while True:
        found = rng.sample(pool, 3)
        opens = found[0][0].split()[0] in {"between", "as", "a", "an", "up", "at", "some", "several"}
        if len({c[1:3] for c in found}) < 3 or opens and ("he {1}" in frame or "he {2}" in frame):
            continue
        if found[1][3] == "exact" or not ("another {2}" in frame or "he {2}" in frame):
            return found


def case(rng: random.Random) -> Case:
    """One sentence with several counts, or with one of something."""
    forces = rng.sample(FORCES, 3)
    force = forces[0]
    codes = {f.code for f in forces}
    places = rng.sample([p for p in _apart() if p.country not in codes], 3)
    noun, kind = rng.choice(NOUNS), rng.random()
    if kind < 0.4:
        way, frame = pick(rng, AT_PLACES)
        counts = _draw(rng, frame, NUMBERS)
        pairs = [(counts[k], force, places[k]) for k in range(3 if "{3}" in frame else 2)]
    elif kind < 0.62:
        way, frame = pick(rng, OF_FORCES)
        counts = _draw(rng, frame, NUMBERS)
        pairs = [(counts[k], forces[k], places[0]) for k in range(3 if "{3}" in frame else 2)]
    elif kind < 0.74:
        way, (frame, told) = pick(rng, PARTS)
        counts = sorted(_draw(rng, frame, tuple(c for c in NUMBERS if c[3] == "exact")), key=lambda c: -(c[1] or 0))
        places = [*rng.choice([pair for pair in WITHIN if pair[0].country not in codes]), places[2]]
        pairs = [(counts[c - 1], force, places[p - 1]) for c, p in told]
    else:
        way, (frame, type_code, slot, unit) = pick(rng, COUNTED)
        counts = _draw(rng, frame, NUMBERS if unit == "personnel" else SMALL)
        fact = {"type": type_code, slot: places[0].key, "n": _slot(counts[0], unit), "actors": {force.code}}
        text = upper(_filled(frame, forces, places, counts, noun))
        return Case(text, [fact], {"way": way, "number": counts[0][0], "place": places[0].words, "force": force.agent})
    wanted = [
        {"type": "strength", "actors": {f.code}, "place": p.key, "n": _slot(c, "personnel"), "status": "in_effect"}
        for c, f, p in pairs
    ]
    text = upper(_filled(frame, forces, places, counts, noun))
    made_of = {"way": way, "force": force.agent, "noun": noun}
    made_of |= {f"number{k}": c[0] for k, (c, _, _) in enumerate(pairs, 1)}
    return Case(text, wanted, made_of | {f"place{k}": p.words for k, (_, _, p) in enumerate(pairs, 1)})


def _apart() -> list[Place]:
    """One place of each country, so that none lies in another."""
    return list({p.country: p for p in reversed(PLACES)}.values())


def _filled(frame: str, forces: list[Force], places: list[Place], counts: list[Count], noun: str) -> str:
    names: dict[str, Any] = {"A": upper(forces[0].agent), "a": forces[0].agent, "D": forces[0].demonym, "n": noun}
    for k in range(3):
        f, p = forces[k], places[k]
        to = f"to {p.words}"
        names |= {
            f"A{k + 1}": upper(f.agent), f"a{k + 1}": f.agent, f"S{k + 1}": upper(f.state), f"s{k + 1}": f.state,
            f"D{k + 1}": f.demonym, f"W{k + 1}": p.words, f"P{k + 1}": at(p), f"P{k + 1}u": upper(at(p)), f"T{k + 1}": to,
        }  # fmt: skip
    for k, c in enumerate(counts, 1):
        frame = frame.replace(f"{{{k}}}", c[0])
    return frame.format(**names)
