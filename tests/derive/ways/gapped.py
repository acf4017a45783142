"""One verb for two facts: "opened a base in A in 2019 and another in B in 2021", "A landed 270 men and B a company of
100", "300 went to A, 200 to B and the rest to C"."""

from __future__ import annotations

import random

from ..reading import Fact
from .cast import FORCES, Force
from .making import Case, pick

_PLACES = {
    "COD": ("Goma", "Bunia", "Beni"), "MLI": ("Gao", "Timbuktu", "Kidal"), "AFG": ("Kunduz", "Herat", "Kandahar"),
    "IRQ": ("Basra", "Erbil", "Kirkuk"), "SSD": ("Malakal", "Bentiu", "Wau"), "LBY": ("Benghazi", "Tobruk", "Sirte"),
    "SOM": ("Kismayo", "Baidoa", "Beledweyne"),
}  # fmt: skip
_LEADS = (
    "The defence ministry gave details on Tuesday. ", "The army has been busy. ", "Fighting has eased in recent weeks. ",
    "",
)  # fmt: skip
#: Words; facts: type, whose ("a", "b"), number ("n", "m", "r" or ""), status, place ("p", "q", "s"), year ("" or last
#: two figures), whence.
_Told = tuple[str, str, str, str, str, str, str]
_SAYS: dict[str, tuple[str, tuple[_Told, ...]]] = {
    "company of": ("{A} has sent {n} soldiers to {p} and {B} a company of {m}.",
                   (("deployment", "a", "n", "completed", "p", "", ""), ("deployment", "b", "m", "completed", "p", "", ""))),
    "company of three": ("{A} sent {n} soldiers to {p}, {B} a company of {m} and {C} a platoon.",
                         (("deployment", "a", "n", "completed", "p", "", ""), ("deployment", "b", "m", "completed", "p", "", ""),
                          ("deployment", "c", "", "completed", "p", "", ""))),
    "landed": ("{A} has landed {n} marines at {p} and {B} a battalion of {m}.",
               (("deployment", "a", "n", "completed", "p", "", ""), ("deployment", "b", "m", "completed", "p", "", ""))),
    "bare": ("{A} sent {n} soldiers to {p} and {B} {m}.",
             (("deployment", "a", "n", "completed", "p", "", ""), ("deployment", "b", "m", "completed", "p", "", ""))),
    "pledged": ("{A} has pledged {n} soldiers for {p} and {B} a battalion.",
                (("deployment", "a", "n", "planned", "p", "", ""), ("deployment", "b", "", "planned", "p", "", ""))),
    "withdrew": ("{A} withdrew {n} soldiers from {p} in 2019 and {B} {m} in 2021.",
                 (("withdrawal", "a", "n", "completed", "p", "19", ""), ("withdrawal", "b", "m", "completed", "p", "21", ""))),
    "keeps": ("{A} keeps {n} soldiers in {p} and {B} {m}.",
              (("strength", "a", "n", "in_effect", "p", "", ""), ("strength", "b", "m", "in_effect", "p", "", ""))),
    "has": ("{A} has {n} soldiers in {p}, {B} {m} in {q}.",
            (("strength", "a", "n", "in_effect", "p", "", ""), ("strength", "b", "m", "in_effect", "q", "", ""))),
    "to and to": ("{A} sent {n} soldiers to {p} in 2019 and {m} to {q} in 2021.",
                  (("deployment", "a", "n", "completed", "p", "19", ""), ("deployment", "a", "m", "completed", "q", "21", ""))),
    "rest": ("Of the {d} soldiers {n} went to {p} and the rest to {q}.",
             (("deployment", "a", "n", "completed", "p", "", ""), ("deployment", "a", "", "completed", "q", "", ""))),
    "rest three": ("{N} of the {d} soldiers were sent to {p}, {m} to {q} and the others to {s}.",
                   (("deployment", "a", "n", "completed", "p", "", ""), ("deployment", "a", "m", "completed", "q", "", ""),
                    ("deployment", "a", "", "completed", "s", "", ""))),
    "one another": ("{A} sent one battalion to {p} and another to {q}.",
                    (("deployment", "a", "1", "completed", "p", "", ""), ("deployment", "a", "", "completed", "q", "", ""))),
    "first second": ("The first {d} battalion went to {p} in 2019, the second to {q} in 2021.",
                     (("deployment", "a", "", "completed", "p", "19", ""), ("deployment", "a", "", "completed", "q", "21", ""))),
    "moved": ("{A} has moved a battalion from {p} to {q} and another from {p} to {s}.",
              (("relocation", "a", "", "completed", "q", "", "p"), ("relocation", "a", "", "completed", "s", "", "p"))),
    "opened": ("{A} opened a base in {p} in 2019 and another in {q} in 2021.",
               (("base_opening", "a", "", "completed", "p", "19", ""), ("base_opening", "a", "", "completed", "q", "21", ""))),
    "opened one": ("{A} opened a base in {p} in 2019 and one in {q} two years later.",
                   (("base_opening", "a", "", "completed", "p", "19", ""), ("base_opening", "a", "", "completed", "q", "", ""))),
    "second at": ("{A} set up a military camp at {p} and a second at {q}.",
                  (("base_opening", "a", "", "completed", "p", "", ""), ("base_opening", "a", "", "completed", "q", "", ""))),
    "closed": ("{A} closed its base in {p} in 2019 and that in {q} in 2021.",
               (("base_closure", "a", "", "completed", "p", "19", ""), ("base_closure", "a", "", "completed", "q", "21", ""))),
    "closed the one": ("{A} closed its base in {p} and the one in {q}.",
                       (("base_closure", "a", "", "completed", "p", "", ""), ("base_closure", "a", "", "completed", "q", "", ""))),
    "will close": ("{A} will close its base in {p}, and those in {q} and {s}.",
                   (("base_closure", "a", "", "planned", "p", "", ""), ("base_closure", "a", "", "planned", "q", "", ""),
                    ("base_closure", "a", "", "planned", "s", "", ""))),
    "was closed": ("The {d} base in {p} was closed in 2019, the one in {q} in 2021.",
                   (("base_closure", "a", "", "completed", "p", "19", ""), ("base_closure", "a", "", "completed", "q", "21", ""))),
    "handed": ("{A} handed over its base in {p} in 2019 and that in {q} in 2021.",
               (("base_handover", "a", "", "completed", "p", "19", ""), ("base_handover", "a", "", "completed", "q", "21", ""))),
    "left": ("{Dt} left {p} in 2019 and {q} in 2021.",
             (("withdrawal", "a", "", "completed", "p", "19", ""), ("withdrawal", "a", "", "completed", "q", "21", ""))),
    "took": ("{Dt} captured {p} in 2019 and {q} in 2021.",
             (("ground_operation", "a", "", "completed", "p", "19", ""), ("ground_operation", "a", "", "completed", "q", "21", ""))),
    "are": ("{Dt} are stationed in {p}, {bt} in {q}.",
            (("presence", "a", "", "in_effect", "p", "", ""), ("presence", "b", "", "in_effect", "q", "", ""))),
    "one base": ("{A} has a base in {p} and {B} one in {q}.",
                 (("presence", "a", "", "in_effect", "p", "", ""), ("presence", "b", "", "in_effect", "q", "", ""))),
    "battalion company": ("{A} sent a battalion to {p} and a company to {q}.",
                          (("deployment", "a", "", "completed", "p", "", ""), ("deployment", "a", "", "completed", "q", "", ""))),
    "tanks infantry": ("{A} pulled its tanks out of {p} and its infantry out of {q}.",
                       (("withdrawal", "a", "", "completed", "p", "", ""), ("withdrawal", "a", "", "completed", "q", "", ""))),
    "all of its": ("{A} has withdrawn most of its troops from {p} and all of its tanks from {q}.",
                   (("withdrawal", "a", "", "completed", "p", "", ""), ("withdrawal", "a", "", "completed", "q", "", ""))),
    "jets": ("{A} keeps its fighter jets at {p} and its helicopters at {q}.",
             (("presence", "a", "", "in_effect", "p", "", ""), ("presence", "a", "", "in_effect", "q", "", ""))),
    "based": ("The {d} infantry is based in {p} and the tanks in {q}.",
              (("presence", "a", "", "in_effect", "p", "", ""), ("presence", "a", "", "in_effect", "q", "", ""))),
    "headquarters": ("{A} has moved its troops to {p} and its artillery to {q}.",
                     (("deployment", "a", "", "completed", "p", "", ""), ("deployment", "a", "", "completed", "q", "", ""))),
    "marched": ("A {d} company marched to {p} and a battalion to {q}.",
                (("deployment", "a", "", "completed", "p", "", ""), ("deployment", "a", "", "completed", "q", "", ""))),
    "left each": ("{Dt} left {p} in 2019, {bt} {q} in 2021.",
                  (("withdrawal", "a", "", "completed", "p", "19", ""), ("withdrawal", "b", "", "completed", "q", "21", ""))),
}  # fmt: skip
_MAIN = {"deployment": "destination", "withdrawal": "origin", "relocation": "destination"}
_SIZES = (("300", 300), ("1,200", 1200), ("450", 450), ("2,500", 2500), ("180", 180))


def case(rng: random.Random) -> Case:
    """One sentence, or two."""
    code, places = pick(rng, _PLACES)
    a, b, c = rng.sample([f for f in FORCES if f.agent != "Australia's government"], 3)
    (n, size), (m, other) = rng.sample(_SIZES, 2)
    p, q, s = rng.sample(places, 3)
    name, (words, told) = pick(rng, _SAYS)
    lead = rng.choice(_LEADS)
    text = words.format(
        A=_cap(a.state), B=b.state, C=c.state, d=a.demonym, Dt=_cap(a.troops), bt=b.troops, n=n, N=n, m=m, p=p, q=q, s=s
    )
    spots, sizes, who = {"p": p, "q": q, "s": s}, {"n": size, "m": other, "1": 1}, {"a": a, "b": b, "c": c}
    wanted = [_fact(t, who, spots, sizes) for t in told]
    return Case(lead + text, wanted, {"say": name, "lead": lead, "country": code})


def _fact(told: _Told, who: dict[str, Force], spots: dict[str, str], sizes: dict[str, int]) -> Fact:
    kind, whose, number, status, where, year, whence = told
    made: Fact = {"type": kind, "actors": {who[whose].code}, "status": status, _MAIN.get(kind, "place"): spots[where]}
    if number:
        made["n"] = (sizes[number], sizes[number], "exact", "units" if number == "1" else "personnel")
    if year:
        made["dates"] = (f"20{year}-01-01", f"20{year}-12-31")
    if whence:
        made["origin"] = spots[whence]
    return made


def _cap(text: str) -> str:
    return text[0].upper() + text[1:]
