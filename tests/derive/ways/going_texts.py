"""Short texts about forces that go: a headline and what is told below it, who and where from the sentence before."""

from __future__ import annotations

import random
from dataclasses import dataclass

from ..reading import Fact
from .cast import FORCES, PLACES, Force, Place
from .going import EITHER
from .going_words import MORE_PLACES
from .making import Case, pick

#: How many go first, and how many on top of them.
_SIZES = (("300", 300), ("1,200", 1200), ("450", 450), ("75", 75), ("2,500", 2500))
_COUNTRIES = tuple(p for p in (*PLACES, *MORE_PLACES) if p.kind == "country")
_TOWNS = tuple(p for p in (*PLACES, *MORE_PLACES) if p.kind == "city" and "," not in p.words and "the " not in p.words)


@dataclass(frozen=True)
class Tale:
    """Sentences with {A}/{a} who sends, {s} the state, {d} of which nation, {n} {m} how many, {p} where; then its facts:
    type, number ("n", "m" or ""), status."""

    text: str
    facts: tuple[tuple[str, str, str], ...]
    at: str = "any"


_DEPLOYED = (("deployment", "n", "completed"),)
_PLANNED = (("deployment", "n", "planned"),)
_TALES: dict[str, Tale] = {
    # one fact, told again
    "headline": Tale("{s} sends troops to {p}\n\n{A} has sent {n} soldiers to {p}, the defence ministry said on Tuesday.", _DEPLOYED),
    "again": Tale("{A} sent {n} soldiers to {p} last month. The troops arrived in {p} to a warm welcome, the governor said.", _DEPLOYED),
    "the_move": Tale("{A} sent {n} soldiers to {p} in March. The deployment was criticised by the opposition.", _DEPLOYED),
    "quote": Tale('{A} is to send {n} soldiers to {p} next month. "We are ready," a spokesman said. "Our soldiers know the risks."', _PLANNED),
    "announced": Tale("{s} to deploy troops to {p}\n\n{A} will deploy {n} soldiers to {p}, its president announced on Monday. The decision to send the troops was taken last week.", _PLANNED),
    "detail": Tale("Some {n} {d} soldiers have been flown to {p}. The soldiers, from an engineering regiment, will repair roads.", (("deployment", "about", "completed"),)),
    "for_months": Tale("{A} has deployed {n} soldiers to {p}. They will stay for six months.", _DEPLOYED),
    # where, from the sentence before
    "there": Tale("Protests have shaken {p} for days. {A} sent {n} soldiers there on Monday.", _DEPLOYED),
    "the_country": Tale("A coup has shaken {p}. {A} sent {n} soldiers to the country on Monday.", _DEPLOYED, "country"),
    "the_city": Tale("Looting has spread in {p}. {A} flew {n} soldiers to the city on Monday.", _DEPLOYED, "city"),
    "the_town": Tale("Shops in {p} were looted at the weekend. {A} has moved {n} soldiers into the town.", _DEPLOYED, "city"),
    "region": Tale("The UN mission in {p} has asked for help. {A} has agreed to send {n} soldiers.", _PLANNED),
    "embassy": Tale("The embassy in {p} was looted on Sunday. {A} flew in {n} marines the next day.", _DEPLOYED),
    # who, from the sentence before
    "it": Tale("{A} is worried about its citizens in {p}. It sent {n} soldiers there on Monday.", _DEPLOYED),
    "they": Tale("{d} soldiers paraded in their capital on Sunday. On Monday {n} of them left for {p}.", _DEPLOYED),
    "contingent": Tale("{A} has joined the international force in {p}. The {d} contingent of {n} soldiers arrived on Monday.", _DEPLOYED),
    "minister": Tale("{s}'s defence minister spoke in parliament on Monday. The government would send {n} soldiers to {p}, he said.", _PLANNED),
    "denied": Tale("{p_} has asked {s} for help. But {a} has not sent any soldiers there, the ministry said.", (("deployment", "", "denied"),), "country"),
    # two facts
    "first": Tale("{A} is to send {n} soldiers to {p}. The first {m} arrived on Monday.", (("deployment", "n", "planned"), ("deployment", "m", "completed"))),
    "then": Tale("{A} sent {n} soldiers to {p} in March. Another {m} followed in May.", (("deployment", "n", "completed"), ("either", "m", "completed"))),
    "more": Tale("{A} has sent {n} soldiers to {p}. It will send {m} more in July.", (("deployment", "n", "completed"), ("either", "m", "planned"))),
    "both": Tale("In 2013 {a} deployed {n} soldiers to {p}. In 2021 it deployed {m} soldiers there.", (("deployment", "n", "completed"), ("deployment", "m", "completed"))),
    "weighs": Tale("{A} deployed {n} soldiers to {p} in March. It is considering sending {m} more.", (("deployment", "n", "completed"), ("either", "m", "considered"))),
    "rest": Tale("{A} flew {n} soldiers to {p} on Monday. The remaining {m} are due to arrive next month.", (("deployment", "n", "completed"), ("deployment", "m", "planned"))),
    "reinforced": Tale("{A} sent {n} soldiers to {p} in 2019. Last month it reinforced the contingent with {m} soldiers.", (("deployment", "n", "completed"), ("either", "m", "completed"))),
    # nothing more is told
    "talks": Tale("{A} sent {n} soldiers to {p} last month. The foreign minister will travel to {p} next week for talks.", _DEPLOYED),
    "aid": Tale("{A} sent {n} soldiers to {p} last month. Aid groups have sent 200 doctors to {p}.", _DEPLOYED),
    "question": Tale("{A} sent {n} soldiers to {p} last month. Will it send more? Nobody knows.", _DEPLOYED),
    "reaction": Tale("{A} has sent {n} soldiers to {p}. Its neighbours said they were surprised.", _DEPLOYED),
    "hope": Tale("{A} has sent {n} soldiers to {p}. The force could bring peace, the envoy hopes.", _DEPLOYED),
}  # fmt: skip


def case(rng: random.Random) -> Case:
    """One short text."""
    force: Force = rng.choice(FORCES)
    name, tale = pick(rng, _TALES)
    near = {"country": _COUNTRIES, "city": _TOWNS}.get(tale.at, (*_COUNTRIES, *_TOWNS))
    place: Place = rng.choice([p for p in near if p.country != force.code])
    (n, size), (m, other) = rng.sample(_SIZES, 2)
    if name == "first" and other > size:
        (n, size), (m, other) = (m, other), (n, size)
    text = tale.text.format(
        p_=_capital(place.words),
        A=_capital(force.agent),
        a=force.agent,
        s=_capital(force.state),
        d=force.demonym,
        p=place.words,
        n=n,
        m=m,
    )
    counts = {"n": (size, size, "exact", "personnel"), "m": (other, other, "exact", "personnel"),
              "about": (size, size, "about", "personnel"), "": None}  # fmt: skip
    wanted: list[Fact] = [
        {"type": EITHER if kind == "either" else kind, "actors": {force.code}, "destination": place.key,
         "n": counts[number], "status": status}
        for kind, number, status in tale.facts
    ]  # fmt: skip
    return Case(text, wanted, {"shape": name, "place": place.words, "force": force.agent})


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
