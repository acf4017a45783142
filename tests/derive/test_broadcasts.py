"""Broadcasters and ministries: numbers written to be read aloud, initials, bearings, what a briefing is told."""

from __future__ import annotations

import pytest

from .reading import Fact, facts


def _of(text: str, type_code: str) -> list[Fact]:
    return [f for f in facts(text) if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("At least 60-thousand Soviet troops are in Hungary, the ministry said.", 60_000),
        ("Some 12-hundred French marines are in Djibouti.", 1_200),
        ("About three-thousand Kenyan soldiers are in Kismayo.", 3_000),
        # That nobody was hurt is said of nobody who is counted.
        ("1,200 Burundian soldiers are stationed in Uvira, and no one was hurt.", 1_200),
        ("The army keeps a 2,000-strong garrison in Menaka.", 2_000),
    ],
)
def test_numbers_to_be_read_aloud(text: str, low: int) -> None:
    assert [f["n"][0] for f in _of(text, "strength")] == [low]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        # Initials mean the body that the text names in full, whoever else has them.
        (
            "The Australian Defence Force flew to Dili.\n\nAbout 135 ADF members are still in Timor-Leste.",
            "strength",
            {"AUS"},
        ),
        ("The ADF attacked a village near Beni. ADF fighters are in Ituri.", "presence", {"ADF"}),
        # A command that several states have is that of the state of which the text tells.
        (
            "Taiwan's defence ministry said the Joint Operations Command Center sent two frigates to the Bashi Channel.",
            "deployment",
            {"TWN"},
        ),
        (
            "Iraq's Joint Operations Command sent a brigade to Kirkuk on Sunday.",
            "deployment",
            {"IRQ"},
        ),
        ("The Russian cruiser Varyag arrived in Tartus on Monday.", "deployment", {"RUS"}),
    ],
)
def test_who(text: str, type_code: str, who: set[str]) -> None:
    assert {frozenset(f["actors"]) for f in _of(text, type_code)} == {frozenset(who)}


@pytest.mark.parametrize(
    ("text", "type_code", "slot", "where"),
    [
        # How far and on which side of a place a force stands.
        ("A Russian frigate is 220 miles east of Malta.", "presence", "place", "Malta"),
        ("A Chinese destroyer is about 90 nautical miles to the north of Palawan.", "presence", "place", "Palawan"),
        ("Government troops are 40 km south of Kidal, residents said.", "presence", "place", "Kidal"),
        # Who saw them leave is where they were.
        ("Mali saw the last UN peacekeepers go home in December 2023.", "withdrawal", "origin", "Mali"),
        ("Germany saw the last Russian troops depart in 1994.", "withdrawal", "origin", "Germany"),
        # What hearers are told is no clause about the hearers.
        (
            "Colonel Okello told a briefing that Sudan had used drones and fighter jets against 12 targets in Omdurman.",
            "strike",
            "place",
            "Omdurman",
        ),
        (
            "The general told a news conference that Eritrea had withdrawn its troops from Shire on Monday.",
            "withdrawal",
            "origin",
            "Shire",
        ),
        # Where a signatory spoke before is no place of the deal.
        (
            "Jerzy Buzek and Igor Ivanov signed the accord on Tuesday, a week after Mr Ivanov had told reporters in Vienna "
            "that Russian troops would stay in Moldova.",
            "agreement",
            "place",
            "Moldova",
        ),
    ],
)
def test_where(text: str, type_code: str, slot: str, where: str) -> None:
    assert [str(f.get(slot)) for f in _of(text, type_code) if where in str(f.get(slot))] != []
    assert len(_of(text, type_code)) == 1


@pytest.mark.parametrize(
    ("text", "type_code", "status"),
    [
        ("The army announced the start of an exercise in the Ogaden on Monday.", "exercise", "ongoing"),
        ("Moscow announced the beginning of the withdrawal of its troops from Gyumri.", "withdrawal", "ongoing"),
        ("Paris announced the completion of its withdrawal from Gao on Monday.", "withdrawal", "completed"),
        ("NATO announced the start of its exercise in Norway next month.", "exercise", "planned"),
        ("NATO announced the withdrawal of 200 soldiers from Kosovo.", "withdrawal", "planned"),
        ("Tuesday saw the start of the withdrawal of Russian troops from Gyumri.", "withdrawal", "ongoing"),
        ("The start of the deployment of 300 Kenyan soldiers to Haiti was announced.", "deployment", "ongoing"),
        ("The ceremony marked the end of the French withdrawal from Chad.", "withdrawal", "completed"),
        # A threat for the case that they stay does not say that they will.
        ("The Senate will cut off aid if Russian troops do not leave Estonia.", "withdrawal", "considered"),
        # What a draft or plan speaks of is as far as that is.
        ("An earlier draft spoke of 30,000 German soldiers in Mali.", "strength", "considered"),
        ("The plan speaks of 2,500 Kenyan soldiers in Haiti.", "strength", "planned"),
        ("The report speaks of 2,000 Russian soldiers in Mali.", "strength", "in_effect"),
        # What comes first is as much to come as what follows it.
        (
            "The French troops will leave Bouar within a month of the arrival of a Gabonese battalion.",
            "deployment",
            "planned",
        ),
        (
            "The French troops left Bouar within a month of the arrival of a Gabonese battalion.",
            "deployment",
            "completed",
        ),
    ],
)
def test_status(text: str, type_code: str, status: str) -> None:
    assert [f["status"] for f in _of(text, type_code)] == [status]
