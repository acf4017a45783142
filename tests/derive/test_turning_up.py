"""Comings as an onlooker tells them, and such as say no more than how many, and when."""

from __future__ import annotations

import pytest

from posture.derive.extract.language.text import sentences

from .reading import Fact, facts, missing

_GOES_ON = "The war in Mali goes on. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Danish troops, 80 in all, stepped off a plane in Bamako in May.", {"destination": "Bamako", "n": (80, 80, "exact", "personnel")}),
        ("A Czech battalion turned up in Gao on Monday.", {"destination": "Gao"}),
        ("Some 40 Danish soldiers took up their posts around Gao.", {"destination": "Gao"}),
        ("Danish commandos were dropped near Gao in May.", {"destination": "Gao"}),
        ("Helicopters set 40 Danish commandos down near Gao.", {"destination": "Gao"}),
        ("Danish soldiers made it to Gao in May.", {"destination": "Gao"}),
        ("Some 270 Thai engineers are expected at the end of the month.", {"destination": "Mali", "status": "considered"}),
        ("The first 200 Danish soldiers have come.", {"destination": "Mali", "status": "completed"}),
        ("The Danish battalion never came.", {"destination": "Mali", "status": "denied"}),
        ("Some 80 Danish soldiers were flown in last month.", {"destination": "Mali", "status": "completed"}),
        ("120 Danes were flown in on Monday.", {"n": (120, 120, "exact", "personnel")}),
    ],
)  # fmt: skip
def test_who_turns_up_has_come(text: str, wanted: Fact) -> None:
    assert missing([{"type": "deployment", **wanted}], facts(_GOES_ON + text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Danish jets dropped bombs near Gao, witnesses say.",
        "The missing tanks turned up in a scrapyard in Gao.",
        "The parcels were dropped near Gao by the soldiers.",
        "The soldiers stepped off the pavement in Gao.",
        "A Danish company stands ready to go.",
    ],
)
def test_these_are_no_comings(text: str) -> None:
    assert not [f for f in facts(_GOES_ON + text) if f["type"] in {"deployment", "withdrawal"}]


@pytest.mark.parametrize("text", ["120 Turks left.", "20 Royal Marines left.", "12 F-16s left."])
def test_a_number_before_people_opens_a_sentence(text: str) -> None:
    _, made = sentences("The truce broke on Tuesday. " + text)
    assert [s.tokens[0].text for s in made] == ["The", text.split(maxsplit=1)[0]]


def test_a_country_with_an_article_is_where_the_text_plays() -> None:
    text = "Diplomats in the Solomon Islands fear more looting. Fiji has promised 75 soldiers."
    wanted = {"type": "deployment", "actors": {"FJI"}, "destination": "Solomon Islands"}
    assert missing([wanted], facts(text)) == []
