"""Leavings inside longer sentences: a part of a whole, beside another fact, in what a third party says, in clauses."""

from __future__ import annotations

import random
from typing import Any

from .cast import FORCES, Force
from .departures import AHEAD, PAST
from .leaving import Either
from .making import Case, pick
from .outward import HOMES

#: One leaving: sentence, status, which time, what is counted ("n", "~n", "").
_LEAVES = {
    "n of m": ("{n} of {m} {d} soldiers in {p} left {t}.", "completed", "past", "n"),
    "n of its m": ("{A} withdrew {n} of its {m} troops from {p} {t}.", "completed", "past", "n"),
    "n of the m": ("{n} of the {m} {d} troops in {p} will go home {t}.", "planned", "ahead", "n"),
    "some n of m": ("The minister said that some {n} of {m} {d} soldiers would be pulled out of {p} {t}.", "planned", "ahead", "~n"),
    "unit of fifty": ("A {d} engineer unit of {n} left {p} {t}.", "completed", "past", "n"),
    "contingent of": ("The {d} contingent of {n} has left {p}.", "completed", "", "n"),
    "strong": ("The {n}-strong {d} battalion has left {p}.", "completed", "", "n"),
    "when the last": ("The base fell silent {t}, when the last {n} {d} soldiers left {p}.", "completed", "past", "n"),
    "until": ("{Dem} troops stayed in {p} until they were withdrawn {t}.", "completed", "past", ""),
    "since": ("The road has been closed since the last {n} {d} soldiers pulled out of {p} {t}.", "completed", "past", "n"),
    "complained": ("The governor complained that {d} troops had still not left {p}.", "denied", "", ""),
    "host asked": ("The government in {c} has asked {d} troops to leave {p} {t}.", "considered", "ahead", ""),
    "host ordered": ("The authorities in {c} have ordered {d} troops out of {p}.", Either("planned", "considered"), "", ""),
    "host says": ("The authorities in {c} say that the last {d} soldiers left {p} {t}.", "completed", "past", ""),
    "host wants": ("The authorities in {c} want the {d} garrison out of {p} {t}.", "considered", "ahead", ""),
    "cleft": ("It was {a}, not its allies, that withdrew from {p} {t}.", "completed", "past", ""),
    "first": ("{A} was the first to pull its troops out of {p}.", "completed", "", ""),
    "followed": ("{A} became the third country to withdraw its soldiers from {p} {t}.", "completed", "past", ""),
    "like": ("Like its neighbours, {a} pulled {n} soldiers out of {p} {t}.", "completed", "past", "n"),
    "after years": ("After six years in {p}, the {d} battalion went home {t}.", "completed", "past", ""),
    "no longer": ("{A} no longer has any soldiers in {p}.", Either("completed", "denied"), "", "none"),
    "deadline": ("The {n} {d} soldiers in {p} have until the end of the month to leave.", Either("planned", "considered"), "", "n"),
    "flew them": ("Three transport planes flew {n} {d} soldiers out of {p} {t}.", "completed", "past", "n"),
    "aboard": ("{N} {d} soldiers left {p} {t} aboard two ships.", "completed", "past", "n"),
    "in convoys": ("The {d} army left {p} {t} in three convoys of 40 lorries each.", "completed", "past", ""),
    "leaving n": ("The {d} battalion has left {p}, leaving the town to the police.", "completed", "", ""),
    "decision": ("Parliament backed {st}'s decision to withdraw {n} soldiers from {p} {t}.", "planned", "ahead", "n"),
    "plan": ("Under the plan, {n} {d} soldiers leave {p} {t}.", "planned", "ahead", "n"),
    "noun completed": ("The withdrawal of {n} {d} soldiers from {p} was completed {t}.", "completed", "past", "n"),
    "noun began": ("The {d} pull-out from {p}, which began {t}, is going faster than planned.", "ongoing", "past", ""),
    "departure of": ("Shops closed after the departure of the last {n} {d} soldiers from {p} {t}.", "completed", "past", "n"),
    "half": ("{A} has halved its force in {p} to {n}.", None, "", "change"),
    "down to": ("{St}'s contingent in {p} is down to {n} soldiers.", None, "", "change"),
    "from to": ("{A} has gone from {m} soldiers in {p} to {n}.", None, "", "change"),
    "fewer": ("{A} cut its troops in {p} to {n} {t}.", None, "past", "change"),
    "across": ("{A} took {n} men and their guns across the river out of {p} {t}.", "completed", "past", "n"),
    "speaker": ('"We are leaving {p}," the commander of the {d} contingent said.', "ongoing", "", ""),
    "colonel": ("Colonel Lind, who led the last {n} {d} soldiers out of {p} {t}, received a medal.", "completed", "past", "n"),
    "moved back": ("{A} moved {n} soldiers out of {p} {t} because of the rains.", "completed", "past", "n"),
    "thinned": ("{A} is thinning out its garrison in {p}.", "ongoing", "", ""),
    "beside killed": ("{A}, which lost 40 men in the war, withdrew from {p} {t}.", "completed", "past", ""),
    "gap": ("{A} withdrew from {p} {t}, its partner a year later.", "completed", "past", ""),
}  # fmt: skip
#: Prisoners: sentence; {q} where to, {dn} how many.
_PRISONERS = {
    "handed at": "{N} captured fighters were handed by the {d} army to the authorities at {q}.",
    "bused to": "The {d} army bused {n} prisoners from {p} to {q} {t}.",
    "driven out": "{N} prisoners were driven out of {p} by {d} soldiers and flown to {q}.",
    "moved by": "{N} detainees held in {p} have been moved to {q}, the {d} army said.",
    "in turn": "{Dem} forces released {n} prisoners of war and took them to {q} {t}.",
    "exchange": "Under the exchange, the {d} army handed {n} prisoners over at {q} {t}.",
    "transfer of": "The transfer of {n} detainees from {p} to {q} by {d} forces was completed {t}.",
    "batch": "A first batch of {n} prisoners was flown from {p} to {q} by the {d} air force {t}.",
    "began": "The {d} army has begun moving {n} detainees from {p} to {q}.",
    "will": "The {d} army will transfer {n} prisoners from {p} to {q} {t2}.",
}
#: Moves within what stays posted.
_MOVES = {
    "taking guns": ("{Dem} soldiers are taking their guns from {p} to barracks at {q}.", "ongoing"),
    "concentrated": ("{A} gave up its posts in {p} and concentrated its men in {q}.", "completed"),
    "regrouped": ("{Dem} units pulled out of {p} and regrouped in {q}.", "completed"),
    "fell back on": ("{Dem} troops have fallen back from {p} on {q}.", "completed"),
    "by road": ("The {d} army's heavy equipment goes by road from {p} to {q}.", "ongoing"),
    "headquarters": ("The {d} army moved its headquarters from {p} to {q} {t}.", "completed"),
    "shifting": ("{A} is shifting {n} soldiers from {p} to {q}.", "ongoing"),
    "battalion goes": ("A {d} battalion now in {p} will be moved to {q}.", "planned"),
    "were moved": ("{N} {d} soldiers were moved from {p} to {q} {t}.", "completed"),
    "transferred": ("{A} transferred its drones from {p} to {q} {t}.", "completed"),
}
_TOWNS = (("Gao", "Sikasso", "Bamako"), ("Herat", "Kandahar", "Kabul"), ("Baidoa", "Kismayo", "Mogadishu"),
          ("Goma", "Bukavu", "Kinshasa"), ("Erbil", "Kirkuk", "Baghdad"), ("Bambari", "Bouar", "Bangui"),
          ("Juba", "Malakal", "Juba"), ("Derna", "Sirte", "Tripoli"))  # fmt: skip
_COUNTS = (("300", 300), ("1,200", 1200), ("forty", 40), ("75", 75), ("850", 850))
_WHOLE = ("2,400", "5,000", "3,100")
#: What may stand before: nothing that states a fact.
_BEFORE = (
    "The soldiers had a hard winter. ", "The defence ministry would not comment on Wednesday. ",
    "It was a week that the army's staff will remember. ", "Few troops have had such a year. ",
)  # fmt: skip


def _cap(words: str) -> str:
    return words[0].upper() + words[1:]


def _fills(rng: random.Random, force: Force) -> dict[str, str]:
    words, n = rng.choice(_COUNTS)
    start, goal, capital = rng.choice(_TOWNS)
    return {
        "A": _cap(force.agent), "a": force.agent, "d": force.demonym, "Dem": _cap(force.demonym), "n": words,
        "N": _cap(words), "st": force.state, "St": _cap(force.state), "home": HOMES[force.code], "#": str(n),
        "m": rng.choice(_WHOLE), "p": start, "q": goal, "c": capital,
        "t": rng.choice(PAST).words, "t2": rng.choice(AHEAD).words,
    }  # fmt: skip


def _leaves(rng: random.Random, force: Force) -> Case:
    fills = _fills(rng, force)
    way, (frame, status, at, count) = pick(rng, _LEAVES)
    t = rng.choice(PAST if at == "past" else AHEAD)
    ends = frame.endswith("{t}.") or "{t}, " in frame
    fills["t"] = t.words.rstrip(",") if ends else t.words
    n = int(fills["#"])
    fact: dict[str, Any] = {"actors": {force.code}}
    if count == "change":
        fact |= {"type": Either("strength_change", "strength"), "place": fills["p"], "n": (n, n, "exact", "personnel")}
    elif count == "none":
        fact |= {"type": "presence", "place": fills["p"], "status": status}
    else:
        fact |= {"type": Either("withdrawal", "relocation"), "origin": fills["p"], "status": status}
        if count:
            fact["n"] = (n, n, "about" if "~" in count else "exact", "personnel")
    if at and t.days is not None and status != "ongoing":
        fact["dates"] = t.days
    wanted = [fact]
    if way == "n of m":
        wanted.append({"type": "strength", "actors": {force.code}, "place": fills["p"]})
    if way == "until":
        wanted.append({"type": "presence", "actors": {force.code}, "place": fills["p"]})
    before = rng.choice(_BEFORE)
    return Case(before + frame.format(**fills), wanted, {"kind": "leaves", "way": way, "before": before or "none"})


def _prisoners(rng: random.Random, force: Force) -> Case:
    fills = _fills(rng, force)
    way, frame = pick(rng, _PRISONERS)
    n = int(fills["#"])
    fact = {
        "type": "detainee_transfer",
        "actors": {force.code},
        "destination": fills["q"],
        "n": (n, n, "exact", "detainees"),
    }
    fills["t"], fills["t2"] = fills["t"].rstrip(","), fills["t2"].rstrip(",")
    return Case(rng.choice(_BEFORE) + frame.format(**fills), [fact], {"kind": "prisoners", "way": way})


def _moves(rng: random.Random, force: Force) -> Case:
    fills = _fills(rng, force)
    way, (frame, status) = pick(rng, _MOVES)
    fills["t"] = fills["t"].rstrip(",")
    types = ("withdrawal", "relocation", "deployment") if way == "taking guns" else ("withdrawal", "relocation")
    fact = {"type": Either(*types), "actors": {force.code}, "origin": fills["p"], "destination": fills["q"]}
    return Case(rng.choice(_BEFORE) + frame.format(**fills), [fact | {"status": status}], {"kind": "moves", "way": way})


def case(rng: random.Random) -> Case:
    """One movement, told in passing or at length."""
    force = rng.choice(FORCES)
    return rng.choice((_leaves, _leaves, _leaves, _prisoners, _moves))(rng, force)
