"""Weapons called by a type and a number: "a Y-12", "four F-16s", "Shahed-136 drones", "a T-72".

To the grammar such a name is one noun: a jet, a helicopter, a drone, a missile, a tank. Its dash and number are nothing
that the parser need see, which would take them for a count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .text import Token

_KINDS = {
    "jet": "f su mig tu a b c ac kc ec rc il an p j jh jf h y k l e av u sr be yak jas ea fa gripen q ov cn cf",
    "helicopter": "mi ka uh ah ch mh hh oh sh nh z as sa bo",
    "drone": "mq rq tb shahed orlan geran lancet qasef mohajer wasef samad heron hermes ababil zala",
    "missile": "kh hq sm df kn hwasong fateh badr agm bgm gbu rpg scud tochka iskander qiam shahab sejjil ghauri "
    "shaheen nasr agni prithvi hwasal kalibr al atgm zolfaghar s",
    "tank": "t btr bmp brdm bmd zbl vt",
}
_KIND = {mark: kind for kind, marks in _KINDS.items() for mark in marks.split()}
#: Types with a number of three digits above this are missiles ("a C-802"), below it aircraft.
_MISSILES_FROM = 600
_DASHES = frozenset("-–")
_VARIANT = re.compile(r"[A-Z]{0,2}s|[A-Z]{1,2}")


@dataclass(frozen=True, slots=True)
class Designation:
    """Tokens `mark` to `end`, exclusive, are one noun."""

    mark: int
    end: int
    noun: str


def designations(toks: Sequence[Token]) -> list[Designation]:
    """The designations among a sentence's tokens, in order."""
    return [found for i in range(1, len(toks) - 1) if toks[i].text in _DASHES and (found := _at(toks, i))]


def _at(toks: Sequence[Token], dash: int) -> Designation | None:
    mark, digits = toks[dash - 1], toks[dash + 1]
    kind = _KIND.get(mark.key)
    if kind is None or not mark.text[:1].isupper() or mark.end != toks[dash].start or toks[dash].end != digits.start:
        return None
    number = re.match(r"(\d{1,3})[A-Za-z]{0,3}$", digits.text)
    if number is None or dash > 1 and toks[dash - 2].end == mark.start:
        return None
    if kind == "jet" and int(number[1]) >= _MISSILES_FROM:
        kind = "missile"
    end = dash + 2
    many = digits.text[-1:] == "s"
    if end < len(toks) and toks[end].start == digits.end and _VARIANT.fullmatch(toks[end].text):
        end, many = end + 1, toks[end].text[-1] == "s"  # "F-16s", "a P-8A", "two F-35Cs"
    return Designation(dash - 1, end, f"{kind}s" if many else kind)
