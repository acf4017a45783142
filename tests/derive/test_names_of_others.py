"""Names that are read as somebody or something else: a person's, a short form of several, two regions in one."""

from __future__ import annotations

from datetime import date

import pytest

from derive.reading import facts, states
from posture.derive.extract.engine import extract


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A convoy of Russian soldiers is on its way to Hasakeh and Qamishli, in Syria's northeast, Farhad Shami, "
            "spokesman of the SDF, has said.",
            "Farhad Shami",
        ),
        (
            "French troops have arrived in Gao, in northern Mali, Amadou Diallo, an aide to the president, told "
            "reporters.",
            "Amadou Diallo",
        ),
        (
            "Kenyan soldiers are moving to Kismayo and Dhobley, in Somalia's Lower Juba region, Abdi Hassan, governor "
            "of the region, said.",
            "Abdi Hassan",
        ),
        (
            "Ethiopian troops have pulled out of Beledweyne, in Somalia's Hiran region, Ali Jeyte, a clan elder, said "
            "on Monday.",
            "Ali Jeyte",
        ),
    ],
)
def test_who_speaks_behind_a_place_is_no_place(text: str, name: str) -> None:
    places = {str(f[s]) for f in facts(text) for s in ("place", "origin", "destination") if s in f}
    assert places and name not in places


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Kenyan soldiers left Dhobley and Kulbi Yow, the army commander said.", "Kulbi Yow"),
        ("Kenyan soldiers left Dhobley and Kulbi Yow, an army spokesman for the region said.", "Kulbi Yow"),
    ],
)
def test_a_town_before_who_speaks_is_one(text: str, town: str) -> None:
    assert town in {str(f.get("origin")) for f in facts(text)}


@pytest.mark.parametrize(
    ("text", "type_code", "actor"),
    [
        (
            "TOKYO - About 600 SDF members left for Iraq on Sunday, Japan's Defense Agency said.",
            "deployment",
            "JPN",
        ),
        (
            "Japan's Self-Defence Forces withdrew from the Golan Heights in January 2013.\n\n"
            "The SDF had 44 soldiers there.",
            "strength",
            "JPN",
        ),
        ("The SDF withdrew from Raqqa on Monday.\n\nSyrian government troops entered the city.", "withdrawal", "SDF"),
        ("The Syrian Democratic Forces have left Tabqa, and the SDF now holds Kobani.", "presence", "SDF"),
    ],
)
def test_the_sdf_is_that_of_the_text_s_country(text: str, type_code: str, actor: str) -> None:
    assert states(text, type_code, {actor}, "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("France plans to cut its forces in West and Central Africa to 600.", "West and Central Africa"),
        ("The U.S. has 1,500 troops in East and West Africa.", "East and West Africa"),
        ("France withdrew 400 soldiers from North and West Africa.", "North and West Africa"),
        ("Chinese ships patrol the waters of South and Southeast Asia.", "South and Southeast Asia"),
    ],
)
def test_two_parts_of_a_continent_are_one_name(text: str, place: str) -> None:
    found = [d.main_place or d.origin for d in extract(text, date(2025, 6, 12)).drafts]
    assert [p.place.name for p in found if p is not None] == [place]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (
            "An accord on Kidal was signed in May in Algiers between the government and the rebels, who are to "
            "withdraw their fighters from the town.",
            "Kidal",
        ),
        (
            "An agreement on Baidoa was reached last December in Nairobi between the government and the militia, "
            "which is to pull its fighters out of the city.",
            "Baidoa",
        ),
        ("Chad has 300 soldiers in Bangui, and it will withdraw them from the city in May.", "Bangui"),
    ],
)
def test_the_town_where_it_was_agreed_is_not_the_town(text: str, origin: str) -> None:
    left = [f["origin"].mention.place.name for f in facts(text) if f["type"] == "withdrawal"]
    assert left == [origin]


@pytest.mark.parametrize(
    "text",
    [
        "The destroyers Baldur and Freya, of 4,550 and 3,500 tons, left their bases on July 6.",
        "The frigates Baldur and Freya, of 3,600 or 4,200 tonnes, left Salalah on Monday.",
    ],
)
def test_a_pair_of_measures_counts_nothing(text: str) -> None:
    assert not [f for f in facts(text) if "n" in f]
