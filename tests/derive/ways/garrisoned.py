"""Several garrisons in one sentence: one verb for all of them; and what is believed, known or reported to be."""

from __future__ import annotations

import random

from .cast import FORCES, Force
from .making import Case, Wanted
from .posting import HOSTS, cap, fix, tidy

_ARMS = (
    ("paratroopers", "gunners", "engineers"), ("tanks", "helicopters", "drones"), ("a company", "a battery", "a platoon"),
    ("marines", "infantry", "commandos"), ("fighter jets", "tanker aircraft", "transport planes"),
    ("Mirages", "Pumas", "Reapers"), ("a battalion", "a mortar section", "a signals detachment"),
)  # fmt: skip
#: {x}, {y}, {z}: arms; {t}, {u}, {v}: towns; {o}: other troops. Who is in which town: 0 the force, 1 the others.
_SHARED: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("{A} has {x} at {t}, {y} at {u} and {z} at {v}.", (0, 0, 0)),
    ("{A} keeps {x} in {t} and {y} in {u}.", (0, 0)),
    ("{A} has stationed {x} in {t} and {y} in {u}.", (0, 0)),
    ("{F} hold {t}, {o} the bridge at {u}.", (0, 1)),
    ("{F} guard the airport in {t}, {o} the hospital in {u}.", (0, 1)),
    ("{F} occupy the school in {t} and {o} the old customs house in {u}.", (0, 1)),
    ("{F} are in {t}, {o} in {u}.", (0, 1)),
    ("{F} are stationed in {t}, {o} in {u}.", (0, 1)),
    ("{F} are based at {t}, and {o} at {u}, {who} said.", (0, 1)),
    ("A {d} company holds {t}, another the hills above {u}.", (0, 0)),
    ("One {d} battalion is stationed in {t}, a second in {u} and a third in {v}.", (0, 0, 0)),
    ("There are {f} in {t}, and {o} in {u}.", (0, 1)),
    ("There are still {f} at {t} and {o} on the bridge in {u}.", (0, 1)),
    ("The {d} headquarters is in {t}, the logistics base in {u}.", (0, 0)),
    ("{F} remain in {t}, while {o} remain in {u}.", (0, 1)),
    ("{F} control {t}; {o}, the port of {u}.", (0, 1)),
)  # fmt: skip
_BELIEVED: tuple[tuple[str, str], ...] = (
    ("{F} are believed to be in {t}.", "in_effect"), ("{A} is thought to have troops in {t}.", "in_effect"),
    ("{F} are known to operate from {t}.", "in_effect"), ("{F} are said to control {t}.", "in_effect"),
    ("{F} are reported to be holding {t}.", "in_effect"), ("{A} is reported to have a base in {t}.", "in_effect"),
    ("{F} are understood to be based in {t}.", "in_effect"), ("{F} are reportedly stationed in {t}.", "in_effect"),
    ("{F} are believed to be stationed in {t}.", "in_effect"), ("{A} is believed to use the airport of {t}.", "in_effect"),
    ("{F} are not known to be in {t}.", "denied"), ("{F} are expected to be stationed in {t}.", "considered"),
    ("{F} are to be stationed in {t}.", "planned"), ("{F} are due to be based in {t}.", "planned"),
    ("{F} appear to hold {t}.", "in_effect"), ("{F} seem to control {t}.", "in_effect"),
    ("{F} are assumed to be still in {t}.", "in_effect"), ("{F} have been reported to be in {t}.", "in_effect"),
)  # fmt: skip
_TRAILERS = (
    "The {h} government gave no further details on the soldiers.", "Nobody in {H} wants to talk about the soldiers.",
    "The {h} parliament will debate the army budget in the autumn.",
)  # fmt: skip


def case(rng: random.Random) -> Case:
    """One sentence with several garrisons, or a belief."""
    host = rng.choice([h for h in HOSTS if sum(" " not in t for t in h.towns) > 1])
    names = [t for t in host.towns if " " not in t and t not in {"Socotra", "Palawan"}]
    names += [] if len(names) > 2 else ["Kurnaya"]
    rng.shuffle(names)
    names += ["Bel Umra"]
    known = [f for f in FORCES if f.code != host.code]
    force, other = rng.sample(known, 2)
    words = _words(rng, force, other, names) | {"h": host.adjective, "H": host.name}
    if rng.random() < 0.3:
        frame, status = rng.choice(_BELIEVED)
        wanted: Wanted = [{"type": "presence", "actors": {force.code}, "place": names[0], "status": status}]
    else:
        frame, whose = rng.choice(_SHARED)
        if sum(s in frame for s in ("{t}", "{u}", "{v}")) != len(whose):
            raise ValueError(frame)
        codes = (force.code, other.code)
        wanted = [
            {"type": "presence", "actors": {codes[k]}, "place": n, "status": "in_effect"}
            for k, n in zip(whose, names, strict=False)
        ]
    text = f"{cap(frame.format(**words))} {rng.choice(_TRAILERS).format(**words)}"
    return Case(fix(tidy(text)), wanted, {"frame": frame, "force": force.troops, "host": host.name, "arms": words["x"]})


def _words(rng: random.Random, force: Force, other: Force, names: list[str]) -> dict[str, str]:
    x, y, z = rng.choice(_ARMS)
    who = rng.choice(("the defence ministry", "officials", "the governor"))
    return {
        "A": cap(force.agent), "F": cap(force.troops), "f": force.troops, "o": other.troops, "d": force.demonym, "x": x, "y": y,
        "z": z, "t": names[0], "u": names[1], "v": names[2], "who": who,
    }  # fmt: skip
