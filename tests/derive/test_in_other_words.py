"""Acts that real copy names in a roundabout way: patrol missions, bombing operations, whose mission a land's is."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts, missing


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Thai and Indian corvettes carried out a patrol mission in the Andaman Sea on 3 June 2021.",
            {"type": "patrol", "actors": {"THA", "IND"}, "place": "Andaman Sea"},
        ),
        (
            "Portuguese jets flew bombing missions over northern Mozambique.",
            {"type": "strike", "actors": {"PRT"}, "place": "northern Mozambique"},
        ),
        (
            "Jordan took part in bombing raids on Raqqa.",
            {"type": "strike", "actors": {"JOR"}, "place": "Raqqa"},
        ),
        (
            "Ecuadorean soldiers were attacked by some 20 men near Esmeraldas.",
            {"type": "attack_on_force", "actors": {"ECU"}, "place": "Esmeraldas"},
        ),
        (
            "A motorcade of Burundian peacekeepers left Jowhar.",
            {"type": "withdrawal", "actors": {"BDI"}, "origin": "Jowhar"},
        ),
        (
            "She supervised the withdrawal of Pakistani troops from Bo and Kenema in Sierra Leone.",
            {"type": "withdrawal", "actors": {"PAK"}, "origin": "Kenema", "status": "completed"},
        ),
        (
            "The Security Council prolonged the Liberia peacekeeping mission by six months.",
            {"type": "mission_continuation", "actors": {"UN"}, "place": "Liberia"},
        ),
        (
            "The UN Security Council renewed the mandate of the East Timor mission.",
            {"type": "mission_continuation", "actors": {"UN"}},
        ),
        (
            "Fiji sent 160 soldiers to the Lebanon peacekeeping force.",
            {"type": "deployment", "actors": {"FJI"}, "destination": "Lebanon"},
        ),
    ],
)
def test_what_is_said_in_other_words_is_told(text: str, wanted: dict[str, Any]) -> None:
    assert missing([wanted], facts(text)) == []


def test_who_takes_charge_takes_no_ground() -> None:
    assert facts("Morocco took charge of the talks on Western Sahara.") == []
