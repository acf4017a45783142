"""Sentences as newspapers write them, through the whole engine: what each states, and what it states not."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

Fact = tuple[str, str, str, str]


def facts(text: str) -> set[Fact]:
    """Type, actors, main place and status of each record."""
    drafts = extract(text, date(2024, 6, 30)).drafts
    at = [(d, d.main_place.place.name if d.main_place else "") for d in drafts]
    return {(d.type_code, ",".join(d.actors), place, d.status) for d, place in at}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The base in Gao has hosted German, Dutch and Swedish contingents of the UN mission.",
            {("presence", "DEU,NLD,SWE", "Gao", "in_effect")},
        ),
        (
            "On Friday Chadian, Burundian, Nigerian, and Kenyan soldiers left Mogadishu.",
            {("withdrawal", "TCD,BDI,NGA,KEN", "Mogadishu", "completed")},
        ),
        (
            "After talks with Russian, Chinese and Turkish officials, Iranian soldiers left Aleppo.",
            {("withdrawal", "IRN", "Aleppo", "completed")},
        ),
    ],
)
def test_adjectives_of_a_list_are_all_actors(text: str, expected: set[Fact]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The camps at Kidal and Ber were the last bases of the UN mission not to have been handed over.",
            {("base_handover", "UN", "Kidal", "denied"), ("base_handover", "UN", "Ber", "denied")},
        ),
        (
            "The plan will see two Dutch battalions deployed to Estonia.",
            {("deployment", "NLD", "Estonia", "planned")},
        ),
        (
            "The mandate of the UN mission in Abyei expires in November.",
            {("mission_end", "UN", "Abyei", "planned")},
        ),
        (
            "The Council gave the UN mission in Mali until December to leave the country.",
            {("withdrawal", "UN", "Mali", "planned")},
        ),
        (
            "The junta in Bamako gave French troops 72 hours to leave the base at Gao.",
            {("withdrawal", "FRA", "Gao", "planned")},
        ),
        (
            "The Iranian army could retaliate by shelling Erbil.",
            {("strike", "IRN", "Erbil", "considered")},
        ),
    ],
)
def test_what_is_set_is_not_done(text: str, expected: set[Fact]) -> None:
    assert facts(text) == expected


def test_a_noun_alone_does_not_complete_a_plan() -> None:
    text = (
        "Tokyo plans to send 500 soldiers to Ishigaki. Mayors have spoken of the deployment since 2014 and the "
        "deployment has split the town."
    )
    assert facts(text) == {("deployment", "JPN", "Ishigaki", "planned")}


@pytest.mark.parametrize(
    "text",
    [
        "Missiles on Penghu would threaten any Chinese warships attacking the west coast of Taiwan.",
        "The battalion leads the response in the event of an invasion of Kinmen by Chinese forces.",
        "The peacekeepers were blamed for their failure to prevent the rebel offensive on Goma.",
        "The ship can carry missiles capable of striking targets in Iran.",
        "The Philippine army plans to defend Batanes against an invasion by China.",
        "Ukraine needs air defences to stop Russian missile strikes on Odesa.",
        "Any attack by North Korea on Yeonpyeong would be met with force, the general said.",
        "Russia's full-scale invasion of Ukraine changed Europe's armies.",
    ],
)
def test_an_imagined_act_is_none(text: str) -> None:
    assert not {f for f in facts(text) if f[0] in {"strike", "ground_operation", "attack_on_force"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army sent radars to Jeju Island and the island of Ulleungdo. South Korea's army said so.",
            {("deployment", "KOR", "Jeju", "completed"), ("deployment", "KOR", "Ulleungdo", "completed")},
        ),
        (
            "Japan will deploy soldiers on Ishigaki Island in Okinawa and the island of Amami-Oshima in Kagoshima.",
            {("deployment", "JPN", "Ishigaki", "planned"), ("deployment", "JPN", "Amami Oshima", "planned")},
        ),
        (
            "The rebels shelled the port of Beirut.",
            {("strike", "REBELS", "Beirut", "completed")},
        ),
        (
            "The UN mission in Mali has closed its headquarters on the outskirts of the capital Bamako.",
            {("base_closure", "UN", "Bamako", "completed")},
        ),
        (
            "France started to withdraw its soldiers from the northern Sahel region of Tessalit.",
            {("withdrawal", "FRA", "Tessalit base", "ongoing")},
        ),
    ],
)
def test_a_name_is_where_its_sort_of_place_stands(text: str, expected: set[Fact]) -> None:
    assert facts(text) == expected


def test_its_headquarters_are_where_they_are_said_to_be() -> None:
    text = (
        "The UN mission in Mali handed over the Mopti camp on Friday. On Monday the mission will close its "
        "headquarters on the outskirts of the capital Bamako."
    )
    assert ("base_closure", "UN", "Bamako", "planned") in facts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO said on Tuesday it will send more troops to Pristina.", (None, None)),
        ("The Pentagon said Thursday the brigade will deploy to Poland.", (None, None)),
        ("NATO said on Tuesday that on Friday it will send more troops to Pristina.", (date(2024, 7, 5),) * 2),
    ],
)
def test_the_day_behind_a_verb_of_saying_is_that_of_the_saying(
    text: str, expected: tuple[date | None, date | None]
) -> None:
    found = extract(text, date(2024, 6, 30)).drafts
    assert [(d.date_start, d.date_end) for d in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers from Britain's 1st Battalion join a 400-strong British force in Kosovo.", [None, 400]),
        ("Poland deployed 500 soldiers in Gao, who were later replaced by Greek soldiers.", [500, None]),
        ("A Russian brigade usually has 3,500 soldiers.", []),
    ],
)
def test_a_count_of_others_counts_not_those_who_come(text: str, expected: list[int | None]) -> None:
    found = extract(text, date(2024, 6, 30)).drafts
    assert [d.quantity.low if d.quantity else None for d in found] == expected


def test_a_year_beside_a_subject_is_none() -> None:
    text = "Moscow, which wields influence in the African nation, has since 2018 maintained troops in Bangui."
    assert facts(text) == {("presence", "RUS", "Bangui", "in_effect")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada will double its number of troops in Latvia.", {("reinforcement", "CAN", "Latvia", "planned")}),
        (
            "The US soldiers in Baidoa were joined by 200 British troops in May.",
            {("reinforcement", "GBR", "Baidoa", "completed")},
        ),
        (
            "French troops will complete disengagement in Gao by October 29.",
            {("withdrawal", "FRA", "Gao", "planned")},
        ),
    ],
)
def test_what_is_told_without_the_usual_noun(text: str, expected: set[Fact]) -> None:
    assert facts(text) == expected


def test_what_a_ship_does_to_another_is_no_exercise() -> None:
    text = "The Chinese navy's frigate performed a dangerous manoeuvre off Thitu, the Philippine navy said."
    assert not {f for f in facts(text) if f[0] == "exercise"}


def test_a_size_is_no_count() -> None:
    found = extract("The Philippine navy can send a 97-metre frigate to Thitu Island.", date(2024, 6, 30)).drafts
    assert [d.quantity for d in found] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Azerbaijan's army took Stepanakert. More than 100,000 ethnic Armenians left the territory.",
            {("ground_operation", "AZE", "Stepanakert", "completed")},
        ),
        (
            "French soldiers are stationed in Gao, where Dutch troops used to be based.",
            {("presence", "FRA", "Gao", "in_effect")},
        ),
    ],
)
def test_people_who_flee_and_garrisons_that_were_are_none(text: str, expected: set[Fact]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "India commissioned a new naval base, INS Parundu, on the island of Minicoy in Lakshadweep.",
            {("base_opening", "IND", "INS Parundu", "completed")},
        ),
        (
            "About 4,000 Danish troops are stationed in Estonia, most of them at Tapa, some 80 km east of Tallinn.",
            {("strength", "DNK", "Estonia", "in_effect"), ("presence", "DNK", "Tapa Army Base", "in_effect")},
        ),
        (
            "The Ghanaian army closed its posts at Bole, 250 km north of Accra, and at Bawku.",
            {("base_closure", "GHA", "Bole", "completed"), ("base_closure", "GHA", "Bawku", "completed")},
        ),
        (
            "Small detachments from Germany and Spain live in barracks at Djibouti.",
            {("presence", "DEU,ESP", "Djibouti", "in_effect")},
        ),
        (
            "Chadian troops pushed on from Gamboru and seized Dikwa.",
            {("ground_operation", "TCD", "Dikwa", "completed")},
        ),
    ],
)
def test_what_says_where_a_place_lies_or_whence_they_come_is_no_place_of_its_own(
    text: str, expected: set[Fact]
) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The coalition led by Saudi Arabia bombed Sanaa.",
            {("strike", "SAUDI-LED COALITION", "Sanaa", "completed")},
        ),
        (
            "The city of Avdiivka was abandoned by Ukrainian troops last week.",
            {("withdrawal", "UKR", "Avdiivka", "completed")},
        ),
        ("Five people were killed by a Houthi missile in Marib.", {("strike", "HOUTHI", "Marib", "completed")}),
        (
            "The Houthis attacked two merchant ships in the Red Sea.",
            {("strike", "HOUTHI", "Red Sea", "completed")},
        ),
        ("HMS Newcastle is stationed at Bahrain.", {("presence", "GBR", "Bahrain", "in_effect")}),
        (
            "Fighters of the SPLM-N had seized the garrison of Dandor.",
            {("ground_operation", "SPLM-N", "Dandor", "completed")},
        ),
    ],
)
def test_plain_sentences_in_other_words(text: str, expected: set[Fact]) -> None:
    assert facts(text) == expected
