"""Villages and posts that no gazetteer knows, alone and in lists, with what tells that they are places."""

from __future__ import annotations

import random

from .cast import FORCES, Force
from .making import Case, Wanted
from .posting import cap, fix, tidy

#: Names of no place that a gazetteer holds, of several tongues; each with the country in which they are said to lie.
_LANDS = (
    ("Yemen", "Yemeni", "YEM", ("Wadi Sufran", "al-Harmala", "Bir Qashta", "Jabal Mirdas", "Dhi Qarn", "al-Muzayra")),
    ("Mali", "Malian", "MLI", ("Tin Adessou", "Boulkari", "Ouro Sambe", "Agharnass", "Dounkala", "Tassigha")),
    ("Myanmar", "Burmese", "MMR", ("Kyauk Seinn", "Namt Hkar", "Loi Tawnmo", "Pang Sawng", "Mawhpa", "Hti Law Paw")),
    ("Somalia", "Somali", "SOM", ("Buulo Gaduud", "Ceel Warfa", "Bur Haqab", "Gofgaduud Shabelow", "War Maxay", "Ceel Dhagax")),
    ("Ukraine", "Ukrainian", "UKR", ("Novokamyanske", "Stepivka Nova", "Berezhany Yar", "Krynychuvate", "Zelenyi Stav", "Toretsivka")),
    ("Congo", "Congolese", "COD", ("Kashalira", "Mubambe-Nord", "Luvungi-Rive", "Bwerembo", "Kitsimba", "Nyabyondo-Kati")),
    ("Colombia", "Colombian", "COL", ("Puerto Calavera", "El Guayabero", "San Roque Alto", "La Tigrera", "Caño Mochuelo", "Alto Bonanza")),
    ("Sudan", "Sudanese", "SDN", ("Umm Gargur", "Kurnaya", "Shagra Sharg", "Wad Tarfa", "Hajar Banga", "Tendelo")),
)  # fmt: skip
_GROUPS = (
    Force("al-Shabaab", "al-Shabaab fighters", "-", "AL-SHABAAB", "al-Shabaab"),
    Force("the Taliban", "Taliban fighters", "-", "TALIBAN", "Taliban"),
    Force("the M23", "M23 rebels", "-", "M23", "M23"),
    Force("the Houthis", "Houthi fighters", "-", "HOUTHI", "Houthi"),
)
#: {t}, {u}, {v}: places; how many are told; type; status.
_FRAMES: tuple[tuple[str, str, str], ...] = (
    ("{F} hold {t}, a village in {H}.", "presence", "in_effect"),
    ("{F} control {t} and {u}.", "presence", "in_effect"),
    ("{F} control {t}, {u} and {v}.", "presence", "in_effect"),
    ("{F} still occupy {t}.", "presence", "in_effect"),
    ("{F} run {t}, a dusty market town.", "presence", "in_effect"),
    ("{F} have controlled {t} since March.", "presence", "in_effect"),
    ("{T} has been occupied by {f} since March.", "presence", "in_effect"),
    ("{T} is controlled by {f}.", "presence", "in_effect"),
    ("{T} and {u} are held by {f}.", "presence", "in_effect"),
    ("{T} is under the control of {f}.", "presence", "in_effect"),
    ("{T} remains in the hands of {f}.", "presence", "in_effect"),
    ("{T} is the headquarters of {f}.", "presence", "in_effect"),
    ("{F} are stationed in {t} and {u}.", "presence", "in_effect"),
    ("{F} are based in {t}, {u} and {v}.", "presence", "in_effect"),
    ("{F} remain in {t}, {u} and {v}.", "presence", "in_effect"),
    ("{F} sit in {t} and {u}.", "presence", "in_effect"),
    ("The {d} contingent has bases at {t}, {u} and {v}.", "presence", "in_effect"),
    ("The {d} contingent has bases at {t} airport, {u} and {v}.", "presence", "in_effect"),
    ("The {d} army has posts in {t} and {u}.", "presence", "in_effect"),
    ("The {d} army keeps a garrison at {t}.", "presence", "in_effect"),
    ("The {d} base at {t} lies on a hill.", "presence", "in_effect"),
    ("There are {f} in {t} and {u}, {who} said.", "presence", "in_effect"),
    ("The {d} army has opened posts at {t}, {u} and {v}.", "base_opening", "completed"),
    ("The {d} army has set up a base in {t}.", "base_opening", "completed"),
    ("{A} will build bases at {t} and {u}.", "base_opening", "planned"),
    ("{A} has closed its bases in {t}, {u} and {v}.", "base_closure", "completed"),
    ("The {d} posts at {t} and {u} were closed last year.", "base_closure", "completed"),
    ("{A} handed over its bases in {t} and {u} to the {h} army last year.", "base_handover", "completed"),
    ("{A} handed its camp at {t} to the {h} army.", "base_handover", "completed"),
    ("{F} captured {t} on Tuesday.", "ground_operation", "completed"),
    ("{F} captured {t} and {u} on Tuesday.", "ground_operation", "completed"),
    ("{T} fell to {f} on Tuesday.", "ground_operation", "completed"),
    ("{F} have taken {t}, {u} and {v}.", "ground_operation", "completed"),
    ("{F} raided {t} on Tuesday.", "ground_operation", "completed"),
    ("{F} attacked {t} on Tuesday.", "ground_operation", "completed"),
    ("{F} withdrew from {t} on Tuesday.", "withdrawal", "completed"),
    ("{F} withdrew from {t} and {u} on Tuesday.", "withdrawal", "completed"),
    ("{F} have left {t}.", "withdrawal", "completed"),
    ("{F} entered {t} on Tuesday.", "deployment", "completed"),
    ("{F} were sent to {t} and {u}.", "deployment", "completed"),
    ("The {d} air force bombed {t} on Tuesday.", "strike", "completed"),
    ("The {d} air force bombed {t} and {u} on Tuesday.", "strike", "completed"),
    ("Clashes between {f} and the {h} army broke out in {t} on Tuesday.", "ground_operation", "completed"),
)
_WHO = ("the defence ministry", "officials", "the governor", "local media", "residents")
_TRAILERS = (
    "The {h} government gave no further details on the soldiers.", "{H} has seen worse, one of the army officers said.",
    "The {h} parliament will debate the army budget in the autumn.",
)  # fmt: skip


def case(rng: random.Random) -> Case:
    """One sentence about one small place or several."""
    country, adjective, code, names = rng.choice(_LANDS)
    a, b, c = rng.sample(names, 3)
    frame, type_code, status = rng.choice(_FRAMES)
    is_group = "{F}" in frame or "{f}" in frame
    force = rng.choice([f for f in (*FORCES, *(_GROUPS if is_group else ())) if f.code != code])
    words = {
        "t": a, "T": cap(a), "u": b, "v": c, "H": country, "h": adjective, "A": cap(force.agent), "d": force.demonym,
        "F": cap(force.troops), "f": force.troops, "who": rng.choice(_WHO),
    }  # fmt: skip
    first = rng.choice(("", f"The war in {country} goes on. "))
    text = f"{first}{cap(frame.format(**words))} {rng.choice(_TRAILERS).format(**words)}"
    told = [p for slot, p in (("{t}", a), ("{u}", b), ("{v}", c)) if slot in frame.lower()]
    slot = {"withdrawal": "origin", "deployment": "destination"}.get(type_code, "place")
    actors = {force.code, code} if frame.startswith("Clashes") else {force.code}
    wanted: Wanted = [{"type": type_code, "actors": actors, slot: p, "status": status} for p in told]
    return Case(fix(tidy(text)), wanted, {"frame": frame, "land": country, "force": force.troops, "first": first[:3]})
