"""Several facts in one sentence: enumerations of places and of forces, gapped verbs, lists behind a colon, pairs."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from .cast import FORCES, NUMBERS, Force
from .making import Case, pick

_TOWNS = {
    "Mali": ("MLI", ("Gao", "Timbuktu", "Kidal")), "Somalia": ("SOM", ("Kismayo", "Baidoa", "Beledweyne")),
    "Afghanistan": ("AFG", ("Kunduz", "Herat", "Kandahar")), "Iraq": ("IRQ", ("Basra", "Erbil", "Kirkuk")),
    "South Sudan": ("SSD", ("Malakal", "Bentiu", "Wau")), "Libya": ("LBY", ("Benghazi", "Tobruk", "Sirte")),
    "Congo": ("COD", ("Goma", "Bunia", "Beni")), "Yemen": ("YEM", ("Aden", "Mukalla", "Marib")),
}  # fmt: skip
_LANDS = (
    "Mali",
    "Latvia",
    "Kuwait",
    "Kosovo",
    "Cyprus",
    "Gabon",
    "Djibouti",
    "Jordan",
    "Lebanon",
    "Niger",
    "Romania",
    "Somalia",
)
Wanted = list[dict[str, Any]]


def _n(rng: random.Random, *, small: bool = False) -> tuple[str, tuple[int | None, int | None, str, str]]:
    words, low, high, qualifier = rng.choice(NUMBERS[:6] if small else NUMBERS)
    return words, (low, high, qualifier, "personnel")


def _where(rng: random.Random, force: Force, n: int) -> tuple[str, list[str]]:
    """A country and so many towns in it; or "" and countries."""
    if rng.random() < 0.5:
        land, (_, towns) = pick(rng, _TOWNS)
        return land, rng.sample(towns, n)
    return "", rng.sample([x for x in _LANDS if x != force.state], n)


def _and(items: Sequence[str], rng: random.Random) -> str:
    if len(items) == 2:
        return f"{items[0]} and {items[1]}"
    return ", ".join(items[:-1]) + rng.choice((" and ", ", and ")) + items[-1]


def _cap(words: str) -> str:
    return words[0].upper() + words[1:]


#: Frames with one verb: {A} the state, {T} its troops, {x} the list of "N in P".
_LEVELS = (
    "{A} has {x}.", "{A} keeps {x}.", "{A} maintains {x}, the ministry said.", "{A} currently has {x}, according to officials.",
    "The ministry said that {a} had {x}.", "Of the {D} forces abroad, {x} are on duty.", "{A}, he said, still has {x}.",
    "{D} forces are in several places: {x}.", "There are {x} under {D} command.", "{A} bases {x}.", "{A} stations {x}.",
)  # fmt: skip


def _levels(rng: random.Random) -> tuple[str, Wanted]:
    """ "has 300 troops in A, 200 in B and 100 in C"."""
    force = rng.choice(FORCES)
    land, places = _where(rng, force, rng.randint(2, 3))
    counts = rng.sample([_n(random.Random(k), small=True) for k in range(40)], 12)
    counts = list({c[1]: c for c in counts}.values())[: len(places)]
    noun = rng.choice(("troops", "soldiers", "personnel", "military personnel", "servicemen"))
    parts = [
        f"{words} {noun if not k else ''} in {p}".replace("  ", " ")
        for k, ((words, _), p) in enumerate(zip(counts, places, strict=True))
    ]
    if rng.random() < 0.2:
        parts = [f"{words} {noun} in {p}" for (words, _), p in zip(counts, places, strict=True)]
    frame = rng.choice(_LEVELS)
    text = frame.format(A=_cap(force.agent), a=force.agent, D=force.demonym, x=_and(parts, rng))
    if land:
        text = f"{_cap(force.demonym)} forces have served in {land} since 2013. " + text if rng.random() < 0.0 else text
    wanted = [
        {"type": "strength", "actors": {force.code}, "place": p, "n": n}
        for (_, n), p in zip(counts, places, strict=True)
    ]
    return text, wanted


#: past, base of sending to a list of places.
_SENDS = {
    "sent": "send",
    "deployed": "deploy",
    "dispatched": "dispatch",
    "despatched": "despatch",
    "flew": "fly",
    "moved": "move",
}
_LEAVES = {"withdrew": "from", "pulled out": "of", "pulled": "out of", "removed": "from", "brought home": "from"}
_TIMES = ("last month", "in March", "this week", "on Tuesday", "in 2019", "earlier this year")


def _sent(rng: random.Random) -> tuple[str, Wanted]:
    """ "sent 300 troops to A and 200 to B", "withdrew troops from A, B and C"."""
    force = rng.choice(FORCES)
    _, places = _where(rng, force, rng.randint(2, 3))
    is_out = rng.random() < 0.4
    kind, slot = ("withdrawal", "origin") if is_out else ("deployment", "destination")
    noun = rng.choice(("troops", "soldiers", "men", "personnel"))
    when, is_counted = rng.choice(_TIMES), rng.random() < 0.6
    prep = rng.choice(("from",)) if is_out else "to"
    verb = rng.choice(("withdrew", "pulled", "removed", "recalled")) if is_out else rng.choice(list(_SENDS))
    pp = {"flew": "flown", "withdrew": "withdrawn"}.get(verb, verb)
    if is_counted:
        counts = list({c[1]: c for c in [_n(rng, small=True) for _ in range(30)]}.values())[: len(places)]
        parts = [
            f"{w} {noun if not k else ''} {prep} {p}".replace("  ", " ")
            for k, ((w, _), p) in enumerate(zip(counts, places, strict=True))
        ]
        moved = _and(parts, rng)
        passive = _and(
            [
                f"{w} {noun if not k else ''} {'were ' + pp if not k else ''} {prep} {p}".replace("  ", " ").replace(
                    "  ", " "
                )
                for k, ((w, _), p) in enumerate(zip(counts, places, strict=True))
            ],
            rng,
        )
    else:
        counts = []
        moved = f"{rng.choice((noun, 'its ' + noun, 'units'))} {prep} {rng.choice(('', 'both ')) if len(places) == 2 else ''}{_and(places, rng)}"
        passive = f"{force.demonym} {noun} were {pp} {prep} {_and(places, rng)}"
    shapes = (
        f"{_cap(force.agent)} {verb} {moved} {when}.",
        f"{_cap(force.agent)} {verb} {moved} {when}, the defence minister said.",
        f"{_cap(when)}, {force.agent} {verb} {moved}.",
        f"Officials said {force.agent} had {pp} {moved}.",
        f"{_cap(force.agent)} has {pp} {moved}, according to the ministry.",
        f"{_cap(passive)} {when}." if not counts else f"{_cap(force.agent)} said {passive}.",
    )
    wanted = [{"type": kind, "actors": {force.code}, slot: p, "status": "completed"} for p in places]
    for w, c in zip(wanted, counts, strict=False):
        w["n"] = c[1]
    return rng.choice(shapes), wanted


def _gapped(rng: random.Random) -> tuple[str, Wanted]:
    """ "Kenya sent 300 soldiers, Ghana 200 and Chad 100"; "A sent 300 troops to X and B 200 to Y"."""
    forces = rng.sample([f for f in FORCES if f.agent == f.state], 3)
    land, (_, towns) = pick(rng, _TOWNS)
    k = rng.randint(2, 3)
    counts = list({c[1]: c for c in [_n(rng, small=True) for _ in range(30)]}.values())[:k]
    noun = rng.choice(("troops", "soldiers", "men"))
    verb, kind, slot, prep = rng.choice(
        (("sent", "deployment", "destination", "to"), ("deployed", "deployment", "destination", "to"), ("has", "strength", "place", "in"),
         ("withdrew", "withdrawal", "origin", "from"), ("keeps", "strength", "place", "in"))
    )  # fmt: skip
    if rng.random() < 0.5:
        parts = [
            f"{f.agent} {verb + ' ' if not i else ''}{w} {noun + ' ' if not i else ''}{prep} {p}"
            for i, (f, (w, _), p) in enumerate(zip(forces, counts, towns, strict=False))
        ]
        places = list(towns[:k])
        text = _cap(_and(parts, rng)) + "."
    else:
        parts = [
            f"{f.agent}{' ' + verb if not i else ''} {w}{' ' + noun if not i else ''}"
            for i, (f, (w, _)) in enumerate(zip(forces, counts, strict=False))
        ]
        places = [land] * k
        text = rng.choice(
            (f"In {land}, {_and(parts, rng)}.", _cap(f"{_and(parts, rng)}, to help the mission in {land}."))
            if kind == "strength"
            else (f"{_cap(_and(parts, rng))} {prep} {land} last year.",)
        )
        text = text if " to help " not in text else f"In {land}, {_and(parts, rng)}, officials said."
    return text, [
        {"type": kind, "actors": {f.code}, slot: p, "n": n}
        for f, (_, n), p in zip(forces, counts, places, strict=False)
    ]


def _respectively(rng: random.Random) -> tuple[str, Wanted]:
    """ "A and B sent 300 and 200 troops respectively"."""
    one, two = rng.sample([f for f in FORCES if f.agent == f.state], 2)
    (w1, n1), (w2, n2) = rng.sample([("300", 300), ("1,200", 1200), ("450", 450), ("80", 80)], 2)
    land, (_, towns) = pick(rng, _TOWNS)
    if rng.random() < 0.5:
        text = rng.choice(
            (f"{one.agent} and {two.agent} sent {w1} and {w2} troops respectively to {land} last month.",
             f"{one.agent} and {two.agent} deployed {w1} and {w2} soldiers, respectively, to {land}.",)
        )  # fmt: skip
        return text, [
            {"type": "deployment", "actors": {f.code}, "destination": land, "n": (n, n, "exact", "personnel")}
            for f, n in ((one, n1), (two, n2))
        ]
    text = rng.choice(
        (f"{one.agent} has {w1} and {w2} soldiers in {towns[0]} and {towns[1]} respectively.",
         f"{one.agent} keeps {w1} and {w2} troops at {towns[0]} and {towns[1]}, respectively.")
    )  # fmt: skip
    return text, [
        {"type": "strength", "actors": {one.code}, "place": p, "n": (n, n, "exact", "personnel")}
        for p, n in ((towns[0], n1), (towns[1], n2))
    ]


_SITE_ACTS = (
    ("{A} closed its bases in {x} {t}.", "base_closure"), ("{A} has shut its camps at {x}.", "base_closure"),
    ("Its bases at {x} were closed by {a} {t}.", "base_closure"), ("{A} handed over its bases in {x} to the local army {t}.", "base_handover"),
    ("{A} opened bases in {x} {t}.", "base_opening"), ("{A} has set up camps at {x}.", "base_opening"),
    ("{A} established outposts near {x} {t}.", "base_opening"), ("{D} bases in {x} have been shut down.", "base_closure"),
    ("{D} troops hold {x}.", "presence"), ("{D} troops are stationed in {x}.", "presence"), ("{A} has troops in {x}.", "presence"),
    ("{A} has garrisons at {x}.", "presence"), ("{D} forces control {x}.", "presence"), ("{D} soldiers are based in {x}, the army said.", "presence"),
    ("{D} forces took {x} {t}.", "ground_operation|deployment"), ("{D} jets bombed {x} {t}.", "strike"),
    ("{D} aircraft struck targets in {x} {t}.", "strike"), ("{D} drones hit {x} overnight.", "strike"),
    ("{A} will hold exercises in {x} in May.", "exercise"), ("{D} troops are patrolling {x}.", "patrol"),
    ("{D} soldiers came under fire in {x} {t}.", "attack_on_force"),
)  # fmt: skip


def _acts(rng: random.Random) -> tuple[str, Wanted]:
    """One act at two or three places."""
    force = rng.choice(FORCES)
    _, (_, towns) = pick(rng, _TOWNS)
    places = rng.sample(towns, rng.randint(2, 3))
    frame, kind = rng.choice([x for x in _SITE_ACTS if "|" not in x[1]])
    names = (
        _and(places, rng)
        if rng.random() < 0.8
        else f"{places[0]} as well as {_and(places[1:], rng) if len(places) > 2 else places[1]}"
    )
    text = frame.format(A=_cap(force.agent), a=force.agent, D=_cap(force.demonym), x=names, t=rng.choice(_TIMES))
    return text, [{"type": kind, "actors": {force.code}, "place": p} for p in places]


def _two(rng: random.Random) -> tuple[str, Wanted]:
    """Two facts of different kinds in one sentence."""
    force = rng.choice(FORCES)
    _, (_, towns) = pick(rng, _TOWNS)
    p, q = rng.sample(towns, 2)
    (w1, n1), (w2, n2) = list({c[1]: c for c in [_n(rng, small=True) for _ in range(30)]}.values())[:2]
    a, c = force.agent, force.code
    dep = {"type": "deployment", "actors": {c}, "destination": p, "n": n1}
    options: tuple[tuple[str, Wanted], ...] = (
        (f"{a} sent {w1} troops to {p} and withdrew {w2} from {q}.", [dep, {"type": "withdrawal", "actors": {c}, "origin": q, "n": n2}]),
        (f"{a} sent {w1} soldiers to {p} and closed its base in {q}.", [dep, {"type": "base_closure", "actors": {c}, "place": q}]),
        (f"{a} closed its base in {q} and opened another in {p}.", [{"type": "base_closure", "actors": {c}, "place": q}, {"type": "base_opening", "actors": {c}, "place": p}]),
        (f"{a}, which has {w2} soldiers in {q}, sent {w1} more to {p} last month.",
         [{"type": "strength", "actors": {c}, "place": q, "n": n2}, {"actors": {c}, "destination": p, "n": n1}]),
        (f"After closing its base at {q} in March, {a} sent {w1} troops to {p}.", [{"type": "base_closure", "actors": {c}, "place": q}, dep]),
        (f"{a} bombed {q} on Tuesday and sent {w1} soldiers to {p} a day later.", [{"type": "strike", "actors": {c}, "place": q}, dep]),
        (f"{a} handed its base at {q} to the local army and moved {w1} troops to {p}.",
         [{"type": "base_handover", "actors": {c}, "place": q}, {"actors": {c}, "destination": p, "n": n1}]),
        (f"While {w2} {force.troops} remain in {q}, {w1} were withdrawn from {p} last week.",
         [{"type": "strength", "actors": {c}, "place": q, "n": n2}, {"type": "withdrawal", "actors": {c}, "origin": p, "n": n1}]),
        (f"{w2[0].upper() + w2[1:]} {force.troops} are in {q}; another {w1} will be sent to {p} in July.",
         [{"type": "strength", "actors": {c}, "place": q, "n": n2}, {"actors": {c}, "destination": p, "n": n1, "status": "planned"}]),
    )  # fmt: skip
    text, wanted = rng.choice(options)
    return _cap(text), wanted


def _dated(rng: random.Random) -> tuple[str, Wanted]:
    """ "closed its camps at A in March, at B in May and at C in June"."""
    force = rng.choice(FORCES)
    _, (_, towns) = pick(rng, _TOWNS)
    months = (
        ("January", "2025-01-01", "2025-01-31"),
        ("March", "2025-03-01", "2025-03-31"),
        ("May", "2025-05-01", "2025-05-31"),
    )
    k = rng.randint(2, 3)
    verb, kind, slot, prep = rng.choice(
        (("closed its camp", "base_closure", "place", "at"), ("opened a base", "base_opening", "place", "in"), ("sent troops", "deployment", "destination", "to"),
         ("withdrew its troops", "withdrawal", "origin", "from"), ("handed over its base", "base_handover", "place", "in"))
    )  # fmt: skip
    parts = [f"{prep} {p} in {m[0]}" for p, m in zip(towns[:k], months, strict=False)]
    text = f"{_cap(force.agent)} {verb} {_and(parts, rng)}."
    if kind == "base_opening":
        text = text.replace("opened a base", "opened bases")
    return text, [
        {"type": kind, "actors": {force.code}, slot: p, "dates": (m[1], m[2])}
        for p, m in zip(towns[:k], months, strict=False)
    ]


def _colon(rng: random.Random) -> tuple[str, Wanted]:
    """What a sentence announces stands behind its colon."""
    force = rng.choice(FORCES)
    land, (_, towns) = pick(rng, _TOWNS)
    k = rng.randint(2, 3)
    counts = list({c[1]: c for c in [_n(rng, small=True) for _ in range(30)]}.values())[:k]
    joint = rng.choice((", ", "; "))
    inside = joint.join(f"{w} in {p}" for (w, _), p in zip(counts, towns, strict=False))
    brackets = _and([f"{p} ({w})" for (w, _), p in zip(counts, towns, strict=False)], rng)
    text = rng.choice(
        (
            f"{_cap(force.demonym)} troops are stationed in {'two' if k == 2 else 'three'} places: {inside}.",
            f"The {force.demonym} soldiers in {land} are spread over {'two' if k == 2 else 'three'} towns: {inside}.",
            f"{_cap(force.agent)} has troops in {brackets}.",
            f"{_cap(force.demonym)} soldiers are based in {brackets}.",
            f"{_cap(force.agent)} has soldiers at {'two' if k == 2 else 'three'} sites in {land}: {brackets}.",
        )
    )
    return text, [
        {"type": "strength", "actors": {force.code}, "place": p, "n": n}
        for (_, n), p in zip(counts, towns, strict=False)
    ]


#: What stands around it, so that the text is about armed forces.
_BEFORE = ("", "", "Soldiers lined up for the cameras. ", "Talks on military spending went on. ")
_AFTER = (
    " The army gave no details.",
    " Military officials declined to comment.",
    " The defence ministry published the figures.",
)
_MAKERS: dict[str, Callable[[random.Random], tuple[str, Wanted]]] = {
    "levels": _levels, "sent": _sent, "gapped": _gapped, "respectively": _respectively, "acts": _acts, "two": _two, "dated": _dated, "colon": _colon,
}  # fmt: skip


def case(rng: random.Random) -> Case:
    """One sentence of several facts."""
    name, maker = pick(rng, _MAKERS)
    text, wanted = maker(rng)
    text = f"{rng.choice(_BEFORE)}{text}{rng.choice(_AFTER)}"
    return Case(
        text,
        wanted,
        {
            "kind": name,
            "facts": str(len(wanted)),
            "before": text.split(".")[0][:9] if text.startswith(("Sold", "Talks")) else "",
        },
    )
