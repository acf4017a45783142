"""What stands around a sentence and is no part of it."""

from __future__ import annotations

import pytest

from posture.derive.extract.language.framing import dateline, outside
from posture.derive.extract.language.parsing import parse
from posture.derive.extract.language.text import Sentence, tokens


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("LUANDA, May 4 (ANG) - Tanks crossed the river.", "Tanks"),
        ("FORT POLK, Louisiana, March 8, 2003 -- Soldiers left.", "Soldiers"),
        ("Aden – A column of the army arrived.", "A"),
        ("Paris – the capital of France – was quiet.", "Paris"),
        ("Mi-8 helicopters landed.", "Mi"),
        ("Lomé, June 2 (TGP) The army left.", "The"),
        ("PORT LOUIS (XYZ) Two ships sailed.", "Two"),
        ("The Rangers (XYZ) Two of them left.", "The"),
        ("The army - what is left of it - withdrew.", "The"),
    ],
)
def test_a_dateline_ends_with_its_dash(text: str, rest: str) -> None:
    toks = tokens(text, 0, len(text))
    assert toks[dateline(toks)].text == rest


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("14. In May the mission opened a base.", ["14", "."]),
        ("They held the town.[12]", ["[", "12", "]"]),
        ("The base was closed.(218)", ["(", "218", ")"]),
        ("The base was closed in 2018.", []),
        ("3,000 soldiers left.", []),
    ],
)
def test_numbers_of_paragraphs_and_notes_are_outside(text: str, marks: list[str]) -> None:
    toks = tokens(text, 0, len(text))
    assert [toks[i].text for i in sorted(outside(toks))] == marks


def test_the_parser_does_not_see_the_frame() -> None:
    text = "LUANDA, May 4 (ANG) - Tanks crossed the river.[3]"
    tree = parse([Sentence(0, len(text), text, 0, "paragraph")])[0]
    assert tree.keys[tree.root] == "crossed"
    assert tree.keys[tree.subject(tree.root) or 0] == "tanks"
