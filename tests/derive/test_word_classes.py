"""Words that once only one rule knew: what a class of the lexicon holds is known to every rule that asks for it."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("About 250 Syrian soldiers boarded lorries at Rayak air base and went home.", "withdrawal", "Rayak air base"),
        ("For each of Papua's 42 regencies the army will form one battalion.", "restructuring", "Papua"),
        (
            "The garrison at Detmold, once of 900 British soldiers, is down to a rear party of 60.",
            "strength_change",
            "Detmold",
        ),
        ("Ukrainian marines hold Sevastopol. The corvettes Ternopil and Lutsk lie there.", "presence", "Sevastopol"),
    ],
)
def test_a_word_of_a_class_is_read_as_the_others_are(text: str, type_code: str, where: str) -> None:
    found = [f for f in facts(text) if f["type"] == type_code]
    assert found
    assert {f.get("origin") or f.get("place") for f in found} == {where}


def test_losses_are_no_strength() -> None:
    assert facts("The army puts Afghan losses at Torkham at between 15 and 20.") == []
