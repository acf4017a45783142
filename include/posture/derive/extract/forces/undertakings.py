"""Operations, missions and exercises that a text names itself: "Operation Iron Hand", "Calm Sea, a mission of 300 men".

Where a text says once what a name is, the name means it in the whole text: "Calm Sea was prolonged in May". Such a name
is no place, whatever village bears it too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import ahocorasick_rs

_NAME = r"[A-Z][\w-]*[a-z][\w-]*(?:[ -](?:[A-Z][\w-]+|[12]\d{3}|\d\d\b))*|[A-Z]{5,}(?: [A-Z]{4,}| \d{2,4})*"
_DRILL = r"exercises?|drills?|manoeuv(?:re|er)s?|maneuvers?|war ?games?"
_MISSION = r"operations?|missions?|campaign|offensive|peacekeeping force"
_NOUN = rf"(?P<noun>{_MISSION}|{_DRILL})"
_QUOTE = "[\"“”‘']?"
_CALLED = (
    r"(?:,? (?:which (?:is|was) )?"
    r"(?:called|named|dubbed|code-?named|known as|christened|nicknamed|under the name of)|,)"
)
_SHAPES = tuple(
    re.compile(p)
    for p in (
        # "Operation Iron Hand", "Exercise Blue Lion 24"
        rf"\b(?P<noun>Operation|Exercise|OPERATION|EXERCISE|Manoeuvre)s? {_QUOTE}(?P<name>{_NAME}){_QUOTE}",
        # "an exercise called Blue Lion", "the drill, Blue Lion, at"
        rf"\b{_NOUN}{_CALLED} {_QUOTE}(?P<name>{_NAME}){_QUOTE}",
        # "Calm Sea, a mission of 300 men"
        rf"(?<![\w’'-]){_QUOTE}(?P<name>{_NAME}){_QUOTE}, (?:an?|the|its|their|this year's)"
        rf"(?: [\w’'-]+){{0,4}}? {_NOUN}\b",
        # "the yearly Blue Lion manoeuvres"
        rf"\b(?:the|annual|yearly|joint|biennial|an?|of|in|as) {_QUOTE}(?P<name>{_NAME}){_QUOTE} (?P<noun>{_DRILL})\b",
    )
)
#: Parts of shapes, by their number, without which they are in no text; to try every name takes far longer.
_PARTS = {
    0: re.compile(r"Operation|Exercise|OPERATION|EXERCISE|Manoeuvre"),
    2: re.compile(rf", (?:an?|the|its|their|this year's)(?: [\w’'-]+){{0,4}}? {_NOUN}\b"),
    3: re.compile(rf" (?:{_DRILL})\b"),
}
#: From this shape on the name stands before its noun, as a place may.
_LOOSE = 2


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Where a named operation, mission or exercise stands in the text; `kind`: mission or exercise."""

    start: int
    end: int
    kind: str
    name: str


def undertakings(
    text: str,
    is_other: Callable[[int, int], bool],
    is_place: Callable[[int, int], bool],
    known: Callable[[str], Iterable[str]] | None = None,
) -> list[Undertaking]:
    """Every mention of the undertakings that a text names, in order.

    Args:
        text: the article.
        is_other: whether the name at these offsets is a force's, a state's or a person's.
        is_place: whether it is a place's as well; then it means the undertaking only where the text says so.
        known: gives the names in a text of exercises that recur, which it does not have to explain.
    """
    kinds = dict.fromkeys(known(text), "exercise") if known else {}
    once: dict[str, int] = {}
    for number, shape in enumerate(_SHAPES):
        if number in _PARTS and not _PARTS[number].search(text):
            continue
        for found in shape.finditer(text):
            name = found["name"]
            if name in kinds or name.lower() in _NO_NAMES or is_other(found.start("name"), found.end("name")):
                continue
            if is_place(found.start("name"), found.end("name")):
                if number >= _LOOSE:
                    continue  # "off Corfu, an exercise …"
                once[name] = found.start("name")
            kinds[name] = "exercise" if re.fullmatch(_DRILL, found["noun"].lower()) else "mission"
    made: list[Undertaking] = []
    for name, kind in sorted(kinds.items(), key=lambda k: -len(k[0])):
        for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            if once.get(name, m.start()) == m.start() and not any(
                u.start < m.end() and m.start() < u.end for u in made
            ):
                made.append(Undertaking(m.start(), m.end(), kind, name))
    return sorted(made, key=lambda u: u.start)


def recurring(names: Iterable[str]) -> Callable[[str], list[str]]:
    """Finds exercises of two words and more, as texts write them."""
    titles = [n.title() for n in names if " " in n]
    sooner = ahocorasick_rs.AhoCorasick(titles)
    whole = re.compile(r"\b(?:" + "|".join(map(re.escape, titles)) + r")\b")
    return lambda text: whole.findall(text) if sooner.find_matches_as_indexes(text) else []


_NO_NAMES = frozenset(
    "the a an it he she they we in on at january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday however meanwhile military army navy".split()
)
