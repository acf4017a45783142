"""Repaired where certain, flagged where not."""

from __future__ import annotations

import pytest

from posture.derive.mojibake import repair


@pytest.mark.parametrize("table", ["cp1252", "latin-1"])
def test_utf8_read_as_a_western_table_is_repaired_line_by_line(table):
    right = "Yaşar’s men – “nine” – left.\nThe café is open."
    wrong = right.split("\n", maxsplit=1)[0].encode().decode(table, errors="ignore" if table == "cp1252" else "strict")
    fixed, is_repaired, has_mojibake = repair("It’s right here.\n" + "Zoë’s".encode().decode("latin-1") + "\n" + wrong)
    assert fixed.startswith("It’s right here.\nZoë’s")
    assert is_repaired
    assert (fixed.split("\n")[2] == right.split("\n", maxsplit=1)[0]) or has_mojibake


@pytest.mark.parametrize("letter", ["โ", "в", "β", "ג", "\ufffd", "\ufffd\ufffd\ufffd"])
def test_an_apostrophe_of_which_one_byte_is_left(letter):
    assert repair(f"the army{letter}s base, Vale’s") == ("the army’s base, Vale’s", True, False)


@pytest.mark.parametrize("text", ["a wordфword", "half \ufffd sign", "plain \x93 quote"])
def test_doubt_is_flagged_and_left(text):
    _, is_repaired, has_mojibake = repair(text)
    assert has_mojibake or is_repaired


@pytest.mark.parametrize(
    "text",
    [
        "“He said ‘no’ – twice…”",
        "Yaşar Güler, Çelik, Łódź, Đà Nẵng",
        "العراق وسوريا",
        "Ионуц сказал",
        "50 °C, §3, ½",
        "plain",
    ],
)
def test_right_text_is_untouched(text):
    assert repair(text) == (text, False, False)


def test_invisible_characters_go_and_line_ends_are_one():
    assert repair("a\u200bb\r\nc\x00d\u00ade\rf") == ("ab\ncde\nf", False, False)
