"""Leavings told by a bare number, by a part of a whole, by where they are again, by who had sent them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from posture.derive.extract.language.parsing import parse
from posture.derive.extract.language.syntax import Tree
from posture.derive.extract.language.text import sentences

from .reading import Fact, facts, missing

_MEN = "personnel"


def _n(number: int, qualifier: str = "exact") -> tuple[int, int, str, str]:
    return number, number, qualifier, _MEN


def _left(where: str, **more: Any) -> Fact:
    return {"type": "withdrawal", "origin": where, **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a number alone stands for those spoken of
        ("The Kenyan contingent in Gao has had a hard year. Nairobi flew its remaining 300 home in March.",
         [_left("Gao", actors={"KEN"}, n=_n(300))]),
        ("Polish troops in Herat were tired. Warsaw will bring home its 850 in May 2026.",
         [_left("Herat", actors={"POL"}, n=_n(850), status="planned")]),
        ("British soldiers have been in Kabul since 2019. Britain's 1,000 or so left on Tuesday, a day after the Turks.",
         [{"type": "presence", "place": "Kabul"}, _left("Kabul", actors={"GBR"}, n=_n(1000, "about"))]),
        ("Ghanaian soldiers have been in Gao since 2019. Togo pulled theirs out in May.",
         [{"type": "presence", "place": "Gao"}, _left("Gao", status="completed")]),
        # a part of a whole
        ("Of the 900 French soldiers in Mali, 300 left in May.",
         [_left("Mali", n=_n(300)), {"type": "strength", "place": "Mali", "n": _n(900)}]),
        ("The army says that 75 of 2,400 Dutch soldiers in Mali left in May.",
         [_left("Mali", n=_n(75)), {"type": "strength", "n": _n(2400)}]),
        ("Kenya has 2,400 soldiers in Somalia, 800 of whom left in May.",
         [_left("Somalia", n=_n(800)), {"type": "strength", "n": _n(2400)}]),
        # they are home, or gone
        ("850 Dutch soldiers in Mali are already back in Eindhoven.",
         [_left("Mali", destination="Eindhoven", status="completed", n=_n(850))]),
        ("The last Turkish brigade is out of Derna.", [_left("Derna", status="completed")]),
        ("The Vietnamese contingent in Cambodia reached Haiphong in March.", [_left("Cambodia", destination="Haiphong")]),
        ("Russian warplanes are back at the Hmeimim base.", [{"type": "presence", "place": "Hmeimim"}]),
        # who had sent them says whose they are
        ("The 850 soldiers that Senegal sent to Kandahar in 2019 have all left.",
         [{"type": "deployment", "actors": {"SEN"}}, _left("Kandahar", actors={"SEN"}, n=_n(850))]),
        # what they go aboard is no number of them
        ("300 U.S. soldiers boarded two aircraft in Kandahar on 3 May.", [_left("Kandahar", n=_n(300))]),
        ("Moscow ended its mission in Bangui in May, its last 300 soldiers boarding three planes.",
         [{"type": "mission_end", "place": "Bangui"}, {"type": "withdrawal", "n": _n(300)}]),
        # a time to go
        ("French troops have 72 hours to leave Bambari.", [_left("Bambari", status="planned")]),
        ("Under the plan, 300 Kenyan soldiers leave Gao in October.", [_left("Gao", status="planned")]),
        ("Parliament backed Kenya's decision to withdraw 300 soldiers from Gao.", [_left("Gao", status="planned")]),
        ("Indonesian troops pulled out of Gao and regrouped in Sikasso.", [_left("Gao", destination="Sikasso")]),
        ("Dutch troops stayed in Gao until they were withdrawn in May.",
         [{"type": "presence", "place": "Gao"}, _left("Gao")]),
        # a present with a month looks ahead
        ("The Japanese army engineers in Haiti go home in December.",
         [_left("Haiti", status="planned", dates=("2025-12-01", "2025-12-31"))]),
        # who speaks of the troops speaks of his own
        ("The army is tired. The Ethiopian prime minister said that the troops would be out of Somalia by May.",
         [_left("Somalia", actors={"ETH"}, status="planned")]),
        # a clause that tells how many, whence and when
        ("The army is tired. Kenya cannot replace the 115 soldiers who are due back from Gao in October.",
         [_left("Gao", actors={"KEN"}, n=_n(115), status="planned")]),
        # so many of a make are no town
        ("Two Iraqi army divisions left Tikrit in May, abandoning some 2,300 Humvees.", [_left("Tikrit")]),
        ("The army had been at war. The Russians had gone from Sumy in the night.", [_left("Sumy", actors={"RUS"})]),
        # keys and hands
        ("Dutch army officers handed over the keys to the camp in Herat in May.",
         [{"type": "base_handover", "actors": {"NLD"}, "place": "Herat"}]),
        ("The French army base in Beira passed into Mozambican hands in 2019.",
         [{"type": "base_handover", "actors": {"FRA"}, "place": "Beira"}]),
    ],
)  # fmt: skip
def test_leavings_are_read(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text, date(2025, 6, 12))) == []


def _tree(text: str) -> Tree:
    return parse(sentences(text)[1][:1])[0]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Of the 900 men in the north, 300 left in May.", "left", "300"),
        ("They have 2,400 men there, 800 of whom will leave.", "leave", "800"),
        ("Some 75 of 2,400 soldiers left.", "left", "75"),
        ("The withdrawal from Gao, which began in May, goes on.", "began", "withdrawal"),
        ("The rebels gave the garrison a day to leave.", "leave", "garrison"),
    ],
)
def test_parts_and_wholes_have_their_verbs(text: str, verb: str, subject: str) -> None:
    tree = _tree(text)
    at = tree.subject(tree.keys.index(verb))
    assert at is not None and tree.keys[at] == subject
