"""What moves: the head noun that a verb moves decides whether troops leave, come, are added or are prisoners."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

ON = date(2025, 6, 10)
BEFORE = "Kenyan troops hold the port of Kismayo.\n\n"


def types(sentence: str) -> list[str]:
    """Types stated by a sentence that follows one about troops."""
    return [d.type_code for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The last of them flew home from Kismayo on Sunday.", "withdrawal"),
        ("The Burundian battalion made its exit from Kismayo in May.", "withdrawal"),
        ("Two hundred Ugandan soldiers are on their way to Kismayo.", "deployment"),
        ("An extra Ethiopian battalion was rushed to Kismayo.", "reinforcement"),
        ("Two tank companies were moved from Kismayo to Garissa.", "relocation"),
        ("The 4th Brigade was put under the command of the navy.", "restructuring"),
        ("Kenyan soldiers flew 40 captured fighters to Garissa.", "detainee_transfer"),
    ],
)
def test_troops_that_move(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Families left Kismayo as shells fell.",
        "An aid convoy entered Kismayo on Monday.",
        "The ambassador flew to Kismayo.",
        "Two soldiers were left wounded.",
        "A rocket landed in a field near Kismayo.",
        "The bodies of two Kenyan soldiers arrived in Nairobi.",
        "The commander came under pressure.",
        "He says rents bring in $2 million a year.",
    ],
)
def test_what_is_no_force_moves_nothing(sentence: str) -> None:
    assert not set(types(sentence)) & {"withdrawal", "deployment", "reinforcement", "relocation"}


def test_the_number_of_what_moves_may_stand_in_an_apposition() -> None:
    made = extract(BEFORE + "The last Ethiopian soldiers, 90 medics, left Kismayo on 3 June.", ON).drafts
    gone = next(d for d in made if d.type_code == "withdrawal")
    assert gone.quantity is not None and gone.quantity.low == 90


def test_from_alone_leaves_and_from_to_changes_places() -> None:
    assert types("The Kenyan tanks moved from Kismayo in May.") == ["withdrawal"]
    assert types("The Kenyan tanks moved from Kismayo to Garissa in May.") == ["relocation"]
