"""Where forces set out from, or are at home, is not where the text goes on to play."""

from __future__ import annotations

from typing import Any

import pytest

from derive.reading import facts, missing

Expected = list[dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "type_code", "slot", "place"),
    [
        (
            "Transport planes flew 600 Gabonese soldiers into Bria from southern Chad.\n\n"
            "The harder test will come when the force spreads into the countryside.",
            "deployment",
            "destination",
            "countryside",
        ),
        (
            "French jets flew from eastern Chad to Kidal with 60 commandos.\n\n"
            "The commandos held exercises in the area.",
            "exercise",
            "place",
            "Kidal",
        ),
        (
            "About 800 paratroopers flew from Fort Bragg, North Carolina, to Kuwait on Sunday.\n\n"
            "The soldiers will guard the base.",
            "presence",
            "place",
            "Kuwait",
        ),
        (
            "Ships brought 300 Fijian soldiers to Honiara from northern Queensland.\n\nThe soldiers patrol the region.",
            "patrol",
            "place",
            "region",
        ),
        (
            "Bound for Kenya is a brigade of the 1st Armored Division, from Fort Bliss, Texas.\n\n"
            "The Pentagon has for years been sending its brigades there to train alongside Kenyan soldiers.",
            "deployment",
            "destination",
            "Kenya",
        ),
    ],
)
def test_the_text_goes_on_where_they_go(text: str, type_code: str, slot: str, place: str) -> None:
    found = [f for f in facts(text) if f["type"] == type_code][-1:]
    assert missing([{"type": type_code, slot: place}], found) == []


def test_a_force_sent_within_one_country_can_be_spoken_of_where_it_was() -> None:
    text = "Mali's army sent 300 soldiers from Gao to Kidal.\n\nIt has another 900 men in Gao."
    assert [str(f.get("place")) for f in facts(text) if f["type"] == "strength"] == ["Gao"]
