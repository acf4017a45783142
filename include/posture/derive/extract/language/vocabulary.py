"""The lexicon compiled for matching: inflected verbs, plural nouns, classes of words, one Aho-Corasick of names."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

import ahocorasick_rs

from .... import lexicon
from ..families import JOURNEYS
from .inflection import forms, plural
from .text import fold

T = TypeVar("T")
#: Words that stand for a force, a base or a place named before, and words of loss, which need no other noun.
_POINTING = frozenset(
    "they it them its their there here these those both all most others another one two three first last rest "
    "remainder half majority bulk some none few number numbers party contingent share remain remained "
    "remains stay stayed remaining "
    "hundreds thousands dozens scores further "
    "killed wounded died dead injured we us our liberated captured recaptured retaken overrun seized shelled "
    "bombed vacated signed initialled initialed ratified countersigned".split()
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way into a frame: the words at the trigger and what they are."""

    frame: int
    kind: str  # verb | noun | phrase
    words: tuple[str, ...]  # first word inflected, others as they are
    form: str  # base, s, past, pp, ing; "" for nouns
    particles: tuple[str, ...] = ()  # one of these has to follow within reach ("pull ~ out")
    lemma: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """What the engine looks words up in. Made once a process."""

    frames: tuple[dict[str, Any], ...]
    by_first: dict[str, tuple[Trigger, ...]]
    automaton: Any
    names: tuple[str, ...]
    forces: tuple[tuple[lexicon.Force, ...], ...]
    places: tuple[tuple[lexicon.Place, ...], ...]
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    multi: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    cased: tuple[tuple[str, ...], ...] = ()
    #: id of a force → state, or its kind in the register of groups (un_mission, non_state …).
    kinds: dict[str, str] = field(default_factory=dict)


def _frames() -> tuple[tuple[dict[str, Any], ...], dict[str, tuple[Trigger, ...]]]:
    frames, first = [], {}  # type: ignore[var-annotated]
    for number, entry in enumerate(lexicon.triggers()):
        frames.append(entry)
        for text in entry.get("verbs", []):
            told, _, tail = text.partition("~")
            head, *rest = told.split()
            particles = tuple(tail.strip().split("|")) if tail else ()
            for form, name in forms(head).items():
                t = Trigger(number, "verb", (form, *rest), name, particles, text)
                first.setdefault(form, []).append(t)
        for text in [*entry.get("nouns", []), *entry.get("phrases", [])]:
            for variant in {text, plural(text)} if text in entry.get("nouns", []) else {text}:
                words = tuple(variant.replace("-", " - ").split())
                first.setdefault(words[0], []).append(Trigger(number, "noun", words, "", (), text))
    # longest first; then in the order of the file, so that the first frame whose needs are met reads it
    ordered = {
        k: tuple(sorted(v, key=lambda t: (-len(t.words) - (1 if t.particles else 0), t.frame)))
        for k, v in first.items()
    }
    return tuple(frames), ordered


def _class(words: Iterable[str]) -> frozenset[str]:
    made: set[str] = set()
    for w in words:
        made.add(w)
        made.add(plural(w))
    return frozenset(made)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The compiled lexicon; about half a second once, 60 MB."""
    # Hundreds of thousands of objects that all stay: the collector would walk them again and again for nothing.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _compiled()
    finally:
        if collects:
            gc.enable()


def _merged(found: Mapping[str, Sequence[T]], cased: dict[str, tuple[str, ...]]) -> dict[str, tuple[T, ...]]:
    """Folded name → what the names that fold to it mean. `cased`: folded name → those names; it grows."""
    made: dict[str, tuple[T, ...]] = {}
    for name, meant in found.items():
        key = fold(name).replace("-", " ")
        cased[key] = (*cased[key], name) if key in cased else (name,)
        made[key] = (*made[key], *meant) if key in made else tuple(meant)
    return made


def _compiled() -> Vocabulary:
    w = lexicon.words()
    frames, by_first = _frames()
    all_names = lexicon.names()
    # Names that are written in one way and mean one thing are by far the most: no lists are made for them.
    cased: dict[str, tuple[str, ...]] = {}
    forces, places = _merged(all_names.forces, cased), _merged(all_names.places, cased)
    keys = [k for k in cased if len(k) > 1]
    classes = {
        k: _class(w[k])
        for k in (
            *("personnel", "units", "materiel", "sites", "missions", "deals", "military_context"),
            *("houses", "buildings", "seats", "quarters"),
        )
    }
    classes |= {
        k: frozenset(w[k]) for k in ("modifiers", "speakers", "reporting_verbs", "source_nouns", "anonymous", "titles")
    }
    classes["housing"] = classes["sites"] | classes["houses"] | classes["quarters"]
    classes["buildings"] |= classes["houses"]
    classes["events"] = frozenset(w["events"])
    classes |= {
        k: frozenset(form for lemma in w[k] for form in forms(lemma))
        for k in ("being_verbs", "holding_verbs", "placing_verbs", "spending_verbs")
    }
    classes["moving_verbs"] = frozenset(
        first
        for first, ts in by_first.items()
        if any(
            t.kind == "verb"
            and not t.particles
            and len(t.words) == 1
            and frames[t.frame]["type"] in JOURNEYS
            and not frames[t.frame].get("still")
            for t in ts
        )
    )
    classes["movers"] = classes["personnel"] | classes["units"] | classes["materiel"]
    nouns = {
        t.words[0]
        for ts in by_first.values()
        for t in ts
        if t.kind == "noun" and len(t.words) == 1 and not frames[t.frame].get("still")
    }
    classes["nouny"] = frozenset(
        nouns
        | {n for n in classes["movers"] | classes["sites"] | classes["missions"] | classes["deals"] if " " not in n}
    )
    classes["telling"] = classes["nouny"] | classes["military_context"] | _POINTING
    units: dict[str, str] = {}
    for unit, nouns in w["counted"].items():
        for noun in nouns:
            units.setdefault(noun, unit)
            units.setdefault(plural(noun), unit)
    classes["nominal"] = (
        classes["movers"] | classes["sites"] | classes["modifiers"] | frozenset(u for u in units if " " not in u)
    )
    multi: dict[str, list[tuple[str, ...]]] = {}
    for noun in {*units, *classes["movers"], *classes["sites"], *classes["missions"], *classes["deals"]}:
        parts = tuple(noun.replace("-", " - ").split())
        if len(parts) > 1:
            multi.setdefault(parts[0], []).append(parts)
    return Vocabulary(
        frames,
        by_first,
        # The kind that it would choose as well, after longer thought.
        ahocorasick_rs.AhoCorasick(
            keys,
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
            store_patterns=False,
        ),
        tuple(keys),
        tuple([forces.get(k, ()) for k in keys]),
        tuple([places.get(k, ()) for k in keys]),
        classes,
        units,
        {k: tuple(sorted(v, key=len, reverse=True)) for k, v in multi.items()},
        tuple([cased[k] for k in keys]),
        {
            f.code: f.role if f.form == "group" else "state"
            for of_name in all_names.forces.values()
            for f in of_name
            if f.form in {"group", "name"}
        },
    )


@lru_cache(maxsize=8)
def first_words(*codes: str) -> frozenset[str]:
    """Forms with which the triggers of some frames begin; but for "be", which says nothing without what follows it."""
    v = vocabulary()
    told = ((form, t) for form, triggers in v.by_first.items() for t in triggers)
    return frozenset(form for form, t in told if v.frames[t.frame]["code"] in codes and not t.lemma.startswith("be "))
