"""The lexicon compiled for matching: inflected verbs, plural nouns, classes of words, one Aho-Corasick of names."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import ahocorasick_rs

from ... import lexicon
from .text import fold

#: Words that stand for a force, a base or a place named before, and words of loss, which need no other noun.
_POINTING = frozenset(
    "they it them its their there here both all most others another one two three first last rest remainder half "
    "killed wounded died dead injured we us our".split()
)
# Verbs whose forms no rule makes: lemma → past, past participle.
_IRREGULAR = {
    "leave": ("left", "left"),
    "send": ("sent", "sent"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "fly": ("flew", "flown"),
    "take": ("took", "taken"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "cut": ("cut", "cut"),
    "hit": ("hit", "hit"),
    "shut": ("shut", "shut"),
    "set": ("set", "set"),
    "put": ("put", "put"),
    "fall": ("fell", "fallen"),
    "rise": ("rose", "risen"),
    "grow": ("grew", "grown"),
    "shrink": ("shrank", "shrunk"),
    "strike": ("struck", "struck"),
    "shoot": ("shot", "shot"),
    "begin": ("began", "begun"),
    "make": ("made", "made"),
    "have": ("had", "had"),
    "run": ("ran", "run"),
    "win": ("won", "won"),
    "throw": ("threw", "thrown"),
    "lend": ("lent", "lent"),
    "come": ("came", "come"),
    "become": ("became", "become"),
    "overrun": ("overran", "overrun"),
    "retake": ("retook", "retaken"),
    "withdraw": ("withdrew", "withdrawn"),
    "split": ("split", "split"),
    "fight": ("fought", "fought"),
    "swell": ("swelled", "swollen"),
    "quit": ("quit", "quit"),
    "tear": ("tore", "torn"),
    "break": ("broke", "broken"),
    "find": ("found", "found"),
    "sail": ("sailed", "sailed"),
    "man": ("manned", "manned"),
    "wind": ("wound", "wound"),
    "seek": ("sought", "sought"),
    "walk": ("walked", "walked"),
    "deal": ("dealt", "dealt"),
    "thin": ("thinned", "thinned"),
    "see": ("saw", "seen"),
    "rebuild": ("rebuilt", "rebuilt"),
    "beset": ("beset", "beset"),
    "freeze": ("froze", "frozen"),
    "foresee": ("foresaw", "foreseen"),
    "be": ("was", "been"),
    "steam": ("steamed", "steamed"),
    "sink": ("sank", "sunk"),
    "lose": ("lost", "lost"),
    "slay": ("slew", "slain"),
    "sweep": ("swept", "swept"),
    "overfly": ("overflew", "overflown"),
    "undergo": ("underwent", "undergone"),
    "undertake": ("undertook", "undertaken"),
    "withstand": ("withstood", "withstood"),
    "cost": ("cost", "cost"),
    "beat": ("beat", "beaten"),
    "head": ("headed", "headed"),
    "stand": ("stood", "stood"),
    "sit": ("sat", "sat"),
    "sleep": ("slept", "slept"),
    "lie": ("lay", "lain"),
    "die": ("died", "died"),
    "pay": ("paid", "paid"),
    "buy": ("bought", "bought"),
    "sell": ("sold", "sold"),
    "feed": ("fed", "fed"),
    "flee": ("fled", "fled"),
    "swear": ("swore", "sworn"),
    "think": ("thought", "thought"),
    "say": ("said", "said"),
    "know": ("knew", "known"),
    "teach": ("taught", "taught"),
    "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"),
    "dwell": ("dwelt", "dwelt"),
    "dig": ("dug", "dug"),
    "spread": ("spread", "spread"),
    "show": ("showed", "shown"),
    "roll": ("rolled", "rolled"),
    "bind": ("bound", "bound"),
    "steal": ("stole", "stolen"),
    "swing": ("swung", "swung"),
    "get": ("got", "got"),
    "bid": ("bade", "bidden"),
    "let": ("let", "let"),
    "blow": ("blew", "blown"),
    "lead": ("led", "led"),
    "oversee": ("oversaw", "overseen"),
    "shed": ("shed", "shed"),
    "stick": ("stuck", "stuck"),
}
_DOUBLED = frozenset(
    (
        "cut hit shut set put run win man quit begin slash trim ship step scrap wrap plan thin drop transfer "
        "commit permit admit equip deter prop tap spot hem cap sit dig get let bid slip swap airdrop bus drag "
        "reflag embed annul refit overrun rebut"
    ).split()
) - {"slash"}

#: One syllable, one vowel, one consonant: "fan", "top", "lob" double it.
_SHORT = re.compile(r"[^aeiou]+[aeiou][bdgmnprt]$")

#: Final l, doubled by the British, sometimes single with the Americans.
_DOUBLED_L = frozenset(
    "expel repel patrol control total travel cancel propel compel marshal dial funnel channel pummel signal".split()
)


def forms(lemma: str) -> dict[str, str]:
    """Every form of a verb: base, s, past, pp, ing → the form's name (the last wins: `cut` is past)."""
    if lemma == "be":
        return {"is": "s", "are": "s", "was": "past", "were": "past", "been": "pp", "being": "ing", "be": "base"}
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        s, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma in _DOUBLED or _SHORT.fullmatch(lemma):
        s, past, ing = lemma + "s", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        s = lemma + ("es" if re.search(r"(s|x|z|ch|sh)$", lemma) else "s")
        past, ing = (lemma + "d" if lemma.endswith("e") else lemma + "ed"), stem + "ing"
        if lemma.endswith("ie"):
            ing = lemma[:-2] + "ying"
    if lemma == "have":
        s = "has"
    if lemma == "go":
        s = "goes"
    pp = past
    if lemma in _IRREGULAR:
        past, pp = _IRREGULAR[lemma]
    made = {lemma: "base", s: "s", ing: "ing", pp: "pp", past: "past"}
    if lemma in _DOUBLED_L:
        made |= {lemma + "led": "past", lemma + "ling": "ing", lemma + "ed": "past", lemma + "ing": "ing"}
    if past == pp:
        made[past] = "past"  # "past" may also be a participle: the auxiliary decides
    if lemma == past:
        made[lemma] = "base"
    return made


def plural(noun: str) -> str:
    """Regular plural of a noun's last word."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")


#: Types of records of what goes from one place to another.
_MOVES = frozenset({"deployment", "withdrawal", "relocation", "reinforcement", "detainee_transfer"})


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
            head, _, tail = text.partition(" ")
            particles: tuple[str, ...] = ()
            rest: tuple[str, ...] = ()
            if tail.startswith("~"):
                particles = tuple(tail[1:].strip().split("|"))
            elif tail:
                rest = tuple(tail.split())
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


def _compiled() -> Vocabulary:
    w = lexicon.words()
    frames, by_first = _frames()
    all_names = lexicon.names()
    merged: dict[str, tuple[list[lexicon.Force], list[lexicon.Place], list[str]]] = {}
    for name, forces in all_names.forces.items():
        slot = merged.setdefault(fold(name).replace("-", " "), ([], [], []))
        slot[0].extend(forces)
        slot[2].append(name)
    for name, places in all_names.places.items():
        slot = merged.setdefault(fold(name).replace("-", " "), ([], [], []))
        slot[1].extend(places)
        slot[2].append(name)
    keys = [k for k in merged if len(k) > 1]
    classes = {
        k: _class(w[k]) for k in ("personnel", "units", "materiel", "sites", "missions", "deals", "military_context")
    }
    classes |= {
        k: frozenset(w[k]) for k in ("modifiers", "speakers", "reporting_verbs", "source_nouns", "anonymous", "titles")
    }
    classes["events"] = frozenset(w["events"])
    classes |= {
        k: frozenset(form for lemma in w[k] for form in forms(lemma))
        for k in ("being_verbs", "holding_verbs", "placing_verbs", "spending_verbs")
    }
    classes["moving_verbs"] = frozenset(
        first
        for first, ts in by_first.items()
        if any(
            t.kind == "verb" and not t.particles and len(t.words) == 1 and frames[t.frame]["type"] in _MOVES for t in ts
        )
    )
    classes["movers"] = classes["personnel"] | classes["units"] | classes["materiel"]
    nouns = {t.words[0] for ts in by_first.values() for t in ts if t.kind == "noun" and len(t.words) == 1}
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
        ahocorasick_rs.AhoCorasick(keys, matchkind=ahocorasick_rs.MatchKind.Standard),
        tuple(keys),
        tuple(tuple(merged[k][0]) for k in keys),
        tuple(tuple(merged[k][1]) for k in keys),
        classes,
        units,
        {k: tuple(sorted(v, key=len, reverse=True)) for k, v in multi.items()},
        tuple(tuple(merged[k][2]) for k in keys),
        {
            f.code: f.role if f.form == "group" else "state"
            for forces in all_names.forces.values()
            for f in forces
            if f.form in {"group", "name"}
        },
    )
