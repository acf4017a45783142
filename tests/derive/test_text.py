"""Blocks, sentences and tokens: kinds, boundaries, and offsets that always cut out what was read."""

from __future__ import annotations

import pytest

from posture.derive.extract.language import blocks as module
from posture.derive.extract.language.blocks import blocks
from posture.derive.extract.language.text import fold, sentences, tokens


def words(text: str) -> list[str]:
    return [t.text for t in tokens(text, 0, len(text))]


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)[1]]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Deir ez-Zor", "deir ez-zor"),
        ("Tiranë", "tirane"),
        ("Łódź", "lodz"),
        ("the “base”", 'the "base"'),
        ("Syria’s", "syria's"),
        ("2\u00a0500", "2 500"),
        ("200–250", "200-250"),
        ("İzmir", "izmir"),
        ("ﬁve", "fve"),
    ],
)
def test_folding_keeps_the_length(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,500 troops", ["2,500", "troops"]),
        ("2 500 troops", ["2 500", "troops"]),
        ("2\u00a0500 troops", ["2\u00a0500", "troops"]),
        ("2\u202f500 troops", ["2\u202f500", "troops"]),
        ("2.500 troops", ["2.500", "troops"]),
        ("1,234,567 shells", ["1,234,567", "shells"]),
        ("3.4 million", ["3.4", "million"]),
        ("in 2019, 300 men", ["in", "2019", ",", "300", "men"]),
        ("Syria's army", ["Syria", "'s", "army"]),
        ("Syria’s army", ["Syria", "’s", "army"]),
        ("doesn't", ["does", "n't"]),
        ("US-led", ["US", "-", "led"]),
        ("U.S. forces", ["U.S.", "forces"]),
        ("200–250", ["200", "–", "250"]),
        ("bases.[12]", ["bases", ".", "[", "12", "]"]),
        ("82nd", ["82", "nd"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tokens_carry_their_offsets() -> None:
    text = "About 2\u00a0500 of Syria’s “troops” left – all."
    for t in tokens(text, 0, len(text)):
        assert text[t.start : t.end] == t.text
        assert t.key == fold(t.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops left. Bases stay.", ["Troops left.", "Bases stay."]),
        ("Lt. Gen. Smith spoke. He left.", ["Lt. Gen. Smith spoke.", "He left."]),
        ("U.S. troops left the U.S. base.", ["U.S. troops left the U.S. base."]),
        ("Troops came from the U.S. The base stays.", ["Troops came from the U.S.", "The base stays."]),
        ("It is at 3.5 km from No. 5 base. It stays.", ["It is at 3.5 km from No. 5 base.", "It stays."]),
        ("“We left.” He smiled.", ["“We left.”", "He smiled."]),
        ("Some 900 left.[12] Others stay.", ["Some 900 left.[12]", "Others stay."]),
        ("Some 900 left.12 Others stay.", ["Some 900 left.12", "Others stay."]),
        ("Some 900 left. 12 Others stay.", ["Some 900 left. 12", "Others stay."]),
        ("Will they leave? Yes! They will.", ["Will they leave?", "Yes!", "They will."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("J. Smith of the army left.", ["J. Smith of the army left."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ: Five bases and who holds them", "teaser"),
        ("Read more: Five bases", "teaser"),
        ("Related: Five bases", "teaser"),
        ("READ MORE", "teaser"),
        ("The post Five bases appeared first on The Harbour Post.", "teaser"),
        ("© 2025 The Harbour Post", "teaser"),
        ("[12] Harbour Post, Five bases and who holds them, 3 March 2025, url", "note"),
        ("12", "note"),
        ("• Camp Alpha: 500", "list_item"),
        ("2. Camp Alpha: 500", "list_item"),
        ("Soldiers at a checkpoint near the town (File photo)", "caption"),
        ("Photo: soldiers at a checkpoint", "caption"),
        ("France leaves its last base in Chad", "heading"),
        ("France has left its last base in Chad, the army said.", "paragraph"),
    ],
)
def test_kinds_of_blocks(line: str, kind: str) -> None:
    assert [b.kind for b in blocks(line)] == [kind]


def test_blocks_skip_empty_lines_and_keep_offsets() -> None:
    text = "A heading here\n\n  \nA first paragraph ends.\n- an item"
    found = blocks(text)
    assert [text[b.start : b.end].strip() for b in found] == ["A heading here", "A first paragraph ends.", "- an item"]
    assert [b.kind for b in found] == ["heading", "paragraph", "list_item"]


def test_sentences_know_their_block() -> None:
    text = "France leaves Chad\nThe army left. It went home.\n"
    found_blocks, found = sentences(text)
    assert [(s.block, s.kind) for s in found] == [(0, "heading"), (1, "paragraph"), (1, "paragraph")]
    assert all(found_blocks[s.block].start <= s.start < s.end <= found_blocks[s.block].end for s in found)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "…", "\u200b", "a"])
def test_next_to_nothing_gives_no_error(text: str) -> None:
    found_blocks, found = sentences(text)
    assert all(text[b.start : b.end].strip() for b in found_blocks)
    assert all(s.tokens for s in found)


@pytest.mark.parametrize("mark", ["[", "(", "[/", "(photo ", ", ", "url ", "url" + " " * 50, "\u00a0x", "#"])
def test_a_pattern_never_sees_more_than_a_bounded_part_of_a_line(mark: str) -> None:
    line = f"x{mark * (400_000 // len(mark))}x"
    assert len(module._seen(line)) <= 2 * module._MOST_SEEN + 1
    assert blocks(line)[0].end == len(line)
