"""What outlets put around their sentences changes nothing of what the sentences state."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import facts

DAY = date(2024, 10, 26)
TITLE = "Pullback at Nathu Ridge to be over by Tuesday: Army sources"
TEXT = (
    "Nepalese and Bhutanese troops will complete their disengagement on Nathu Ridge by October 29, and patrols will be "
    "resumed from the following day, Army sources said on Friday.\n\nThe process began on Tuesday. The sources said that "
    "there is no reduction in the number of troops."
)


def places(text: str) -> list[tuple[str, str]]:
    found = facts(text, DAY)
    return sorted((f["type"], str(f.get("place") or f.get("origin") or f.get("destination"))) for f in found)


@pytest.mark.parametrize(
    "head",
    [
        "By Our Staff Reporter",
        "Our Special Correspondent\nNAIROBI",
        "NAIROBI",
        "LAGOS, October 25",
        "Brussels, 25 October",
    ],
)
def test_a_dateline_of_its_own_line_heads_no_section(head: str):
    plain = places(f"{TITLE}\n\n{TEXT}")
    assert len(plain) >= 3
    assert places(f"{TITLE}\n\n{head}\n\n{TEXT}") == plain


def test_a_heading_further_down_does():
    text = (
        "Where the blue helmets are\n\nThe UN mission in Mali has 11,000 soldiers, its commander said.\n\n"
        "It was set up in 2013 and is to end next year.\n\nMost of its camps are in the north of the country.\n\n"
        "TIMBUKTU\n\nSome 1,200 soldiers of the mission are stationed here."
    )
    assert ("strength", "TIMBUKTU") in [(kind, where.upper()) for kind, where in places(text)]


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("In August some 2.000 Georgians were flown out of Iraq by the army.", "withdrawal", 2000),
        ("About 12.500 Poles have been stationed in Iraq so far, the army said.", "strength", 12500),
        ("The army says that 1.300 Italians will be sent to Lebanon in May.", "deployment", 1300),
    ],
)
def test_dotted_thousands_before_a_capital_end_no_sentence(text: str, kind: str, low: int):
    assert [f["n"][0] for f in facts(text, DAY) if f["type"] == kind] == [low]


def test_a_glued_footnote_still_does():
    found = facts(
        "Italy has 1,200 soldiers in Lebanon.12 Germany sent 300 soldiers to Niger in 2018.114 They left.", DAY
    )
    assert [f["n"][0] for f in found if "n" in f] == [1200, 300]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Russia keeps 7,000 troops in Tajikistan; in 1992 there were 25,000.", "2024", "1992"),
        ("Italy has 1,000 soldiers in Lebanon; in 2006 there were 2,500 of them.", "2024", "2006"),
        ("France has 1,450 soldiers in Gabon; in May 2010 it had 900 there.", "2024", "2010"),
    ],
)
def test_a_time_behind_a_semicolon_is_not_of_what_stands_before_it(text: str, first: str, second: str):
    found = [f for f in facts(text, DAY) if f["type"] == "strength"]
    assert [f["dates"][0][:4] for f in sorted(found, key=lambda f: -int(f["dates"][0][:4]))] == [first, second], found


@pytest.mark.parametrize(
    ("text", "who", "origin"),
    [
        (
            "Canadian soldiers have served in Somalia since May. Washington brought home its troops in March.",
            {"USA"},
            "Somalia",
        ),
        (
            "Norwegian troops have been in Kuwait for years. Canberra brought home its engineers in 2009.",
            {"AUS"},
            "Kuwait",
        ),
        (
            "The last Belgian paratroopers sailed from Mombasa on Thursday and U.S. and Canadian marines left Lamu.",
            {"USA", "CAN"},
            "Lamu",
        ),
    ],
)
def test_a_capital_or_a_states_short_name_is_who_acts_and_not_where(text: str, who: set[str], origin: str):
    left = [f for f in facts(f"The army and navy met.\n\n{text}", DAY) if f["type"] == "withdrawal"]
    assert [f["origin"] for f in left if f["actors"] == who] == [origin], left
    assert not {f["origin"] for f in left} & {"Washington", "Canberra", "U.S."}


@pytest.mark.parametrize("text", ["Rome is home to 900 NATO soldiers.", "Naples, home to 900 NATO soldiers, was calm."])
def test_home_to_soldiers_is_still_where(text: str):
    (fact,) = (f for f in facts(f"The army and navy met.\n\n{text}", DAY) if f["type"] == "strength")
    assert fact["place"] in {"Rome", "Naples"}
