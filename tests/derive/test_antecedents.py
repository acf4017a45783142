"""What "it", "they" and bare numbers stand for: a place, a unit, troops, so many of those spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.draft import Draft
from posture.derive.extract.engine import extract


def told(text: str, type_code: str) -> list[Draft]:
    return [d for d in extract(text, date(2020, 12, 31)).drafts if d.type_code == type_code]


def where(d: Draft) -> str:
    return d.main_place.place.name if d.main_place else ""


@pytest.mark.parametrize(
    ("text", "type_code", "place"),
    [
        (
            "Sudanese forces hold the town of Kassala. It was captured by the army in May.",
            "ground_operation",
            "Kassala",
        ),
        (
            "The rebels lost the town of Kassala. The army, which seized it in May, is back.",
            "ground_operation",
            "Kassala",
        ),
        ("Malian rebels took the town of Menaka in May. They have held it ever since.", "presence", "Ménaka"),
        ("Chadian troops entered the town of Dikwa in May. They left it in June.", "withdrawal", "Dikwa"),
        ("Ugandan soldiers were attacked at Janale. They have vacated the place.", "withdrawal", "Janale"),
        ("The outpost at Tanf was set up by US forces in 2016. They gave it up in May.", "base_closure", "Al-Tanf"),
    ],
)
def test_it_is_a_place_that_is_taken_held_or_left(text, type_code, place):
    assert [where(d) for d in told(text, type_code)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers found a cache of weapons at Sake. They seized it the same day.",
        "The navy stopped a tanker off Hodeidah on Monday. It was seized by marines.",
    ],
)
def test_a_thing_that_is_seized_is_no_place(text):
    assert not told(text, "ground_operation")


@pytest.mark.parametrize(
    ("text", "type_code", "place"),
    [
        ("The US Army sent a Patriot battery to Estonia in May. It is still there.", "presence", "Estonia"),
        (
            "The US Army sent a battery to Estonia. It will be taken out of the country in June.",
            "withdrawal",
            "Estonia",
        ),
        ("The 3rd Battalion left Gao in June. It has been stationed in Niamey since then.", "presence", "Niamey"),
        (
            "The frigate Kiel sailed in May. It will stay in the Red Sea until August.",
            "mission_continuation",
            "Red Sea",
        ),
        (
            "A task group was sent to Samawah. The next year it moved from Camp Smitty to Tallil.",
            "relocation",
            "Ali Air Base",
        ),
    ],
)
def test_it_is_a_unit_that_is_moved_or_stays(text, type_code, place):
    text = "German and American troops are on the move.\n\n" + text
    assert [where(d) for d in told(text, type_code)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "French troops left Gao. It is not clear where the unit is.",
        "A minister wrote French troops a letter on Monday. It was sent to Gao.",
    ],
)
def test_what_is_no_unit_goes_nowhere(text):
    assert not told(text, "presence") and not told(text, "deployment")


@pytest.mark.parametrize(
    ("text", "type_code", "place"),
    [
        ("Russian soldiers took the port of Poti. They had been there since May.", "presence", "Poti"),
        ("Ethiopian troops are leaving Mogadishu. They came in 2006, when it was bombed.", "deployment", "Mogadishu"),
    ],
)
def test_they_are_the_troops_of_the_sentence_before(text, type_code, place):
    assert [where(d) for d in told(text, type_code)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Russian soldiers let the refugees into Poti. They had been there before.",
        "Russian soldiers took Poti. While they were there, the port was shut.",
    ],
)
def test_they_may_be_others_or_known_to_be_there(text):
    assert not told(text, "presence")


@pytest.mark.parametrize(
    ("text", "type_code", "count", "status"),
    [
        (
            "Belgium sends soldiers to Niger. Some 100 have come for a drill with Danish troops.",
            "deployment",
            100,
            "completed",
        ),
        ("Belgium is sending soldiers to Niger. Another 250 are on their way.", "deployment", 250, "ongoing"),
        (
            "British troops in Basra will go in June. Of the 4,000, some 400 are to stay to train Iraqis.",
            "strength",
            400,
            "planned",
        ),
        ("British troops will leave Basra in June. About 650 are to stay in Kuwait.", "strength", 650, "planned"),
    ],
)
def test_a_number_counts_those_spoken_of(text, type_code, count, status):
    found = [d for d in told(text, type_code) if d.quantity and d.quantity.low == count]
    assert [(d.status, d.actors) for d in found] == [(status, found[0].actors)]
    assert found[0].actors in {("BEL",), ("GBR",)}


def test_others_who_came_may_be_civilians():
    assert not told("Thousands of refugees fled to Goma, past Ugandan troops. Some 400 have come today.", "deployment")


@pytest.mark.parametrize(
    ("text", "type_code", "place"),
    [
        (
            "Turkish troops are in northern Iraq. Turkey had doubled its presence in the area and had 11 bases there.",
            "strength",
            "northern Iraq",
        ),
        (
            "Coalition forces came to Kobani, northeast of the dam, and are setting up a base there.",
            "base_opening",
            "Kobani",
        ),
        (
            "French troops hold the port of Tyre. At Naqoura they met with stones. About 90 soldiers are there now.",
            "strength",
            "Naqoura",
        ),
        ("Togo sent soldiers to its northern border. They number around 700 today.", "strength", "northern border"),
    ],
)
def test_there_is_the_last_place(text, type_code, place):
    assert [where(d) for d in told(text, type_code)] == [place]


@pytest.mark.parametrize(
    ("text", "type_code", "count"),
    [
        ("Burundian companies came by road to Bosnia. EUFOR had 600 in the country until now.", "strength", 600),
        ("The first Rwandan men are in Juba. All is calm. The rest, some 600, will follow.", "deployment", 600),
    ],
)
def test_companies_and_the_rest_are_counted_as_men(text, type_code, count):
    text = "Rwandan soldiers reached Juba on Monday.\n\n" + text
    assert count in [d.quantity.low for d in told(text, type_code) if d.quantity]


def test_the_rest_follow_the_move_of_their_own_force_though_it_was_told_long_before():
    text = "Dutch soldiers left Tarin Kowt. The mood was good. The minister spoke. All sang. The rest will be moved in May."
    assert [(where(d), d.status) for d in told(text, "withdrawal")][1:] == [("Tarin Kowt", "planned")]


def test_who_are_no_longer_there_are_denied():
    assert told("Some 500 Danish soldiers are no longer in Estonia.", "strength")[0].status == "denied"
    assert told("About 500 Danish soldiers in Estonia had no tanks.", "strength")[0].status == "in_effect"


def test_a_state_that_denies_that_it_would_host_a_base_is_where_it_would_be():
    text = "American troops are leaving Niger. Benin's government denied that it would host an American base."
    assert [(where(d), d.status) for d in told(text, "presence")] == [("Benin", "denied")]


def test_here_is_the_country_of_the_section():
    text = "# Bases\n\nAl Udeid\n\nUS troops use Al Udeid in Qatar.\n\n## Bahrain\n\nFour US minesweepers are stationed here."
    assert where(told(text, "strength")[-1]) == "Bahrain"


def test_a_parallel_count_stands_at_the_place_of_the_one_before():
    text = "Italian troops guard the port of Tyre in Lebanon. Spain has 650 men in the country, and Ghana has 870."
    assert [(d.actors, where(d)) for d in told(text, "strength")] == [(("ESP",), "Lebanon"), (("GHA",), "Lebanon")]


def test_most_of_it_is_held():
    assert where(told("Thai troops entered the valley of Swat. They hold most of it.", "presence")[0]) == "Swat"


def test_who_else_is_at_the_base_is_no_name_of_it():
    text = "US jets came to the base of Tessalit. Four Danish F-16s have been at the base with the Americans since May."
    assert where(told(text, "strength")[-1]).startswith("Tessalit")


def test_counted_men_of_a_nation_join_those_spoken_of():
    text = "Mexican marines reached Haiti in May. They were joined there by 40 Chileans."
    assert [(d.actors, where(d)) for d in told(text, "reinforcement")] == [(("CHL",), "Haiti")]


def test_they_behind_a_comma_are_the_troops_that_were_counted() -> None:
    text = (
        "Kenya keeps its men in Mali because of the lasting Boko Haram presence in the desert. Today Kenya has about 900 troops "
        "stationed in Mali, they also hold the airfield at Gao."
    )
    assert [d.actors for d in told(text, "presence") if where(d) == "Gao"] == [("KEN",)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Peru sent troops to Puno in March. Analysts at a Lima institute say 300 of the army's soldiers are there.",
            "Puno",
        ),
        (
            "Spain signed an agreement on Rota in 1953. Task Force Condor of the United States has been there since 1984, "
            "with 500 soldiers.",
            "Naval Station Rota",
        ),
        (
            "Fijian forces built a camp at Nadi. About 90 soldiers from Samoa, Tonga and Vanuatu serve in it.",
            "Nadi",
        ),
    ],
)
def test_there_is_neither_where_men_come_from_nor_whose_they_are(text, place):
    assert where(told(text, "strength")[-1]) == place


def test_a_province_has_a_capital_of_its_own():
    text = "Troops of Sri Lanka took Jaffna in 1995. It was the only provincial capital that the rebels had captured."
    assert "Colombo" not in {where(d) for d in told(text, "ground_operation")}


def test_a_breakaway_republic_is_not_the_state_that_it_left():
    text = "Georgia and Abkhazia signed a truce. Russia has sent 400 men to the breakaway republic."
    assert where(told(text, "deployment")[0]) == "Abkhazia"


def test_a_port_told_of_in_an_apposition_is_no_other_port():
    text = (
        "The frigate, whose home port is Mayport in Florida, lies east of Haiti. Cuba fired three missiles on Friday into "
        "the sea close to Gonaives, the port by which most of Haiti's trade passes."
    )
    assert len(told(text, "strike")) == 1


def test_what_was_pointed_to_has_been_spoken_of():
    text = (
        "Two Norwegian companies are at Camp Faryab and 40 Latvians at Meymaneh airfield. A rocket hit the camp on Friday. "
        "The camp was hit again on Sunday. About 300 Norwegian soldiers are stationed there."
    )
    assert where(told(text, "strength")[-1]) == "Camp Faryab"


def test_states_in_a_row_are_a_list():
    text = "About 90 soldiers from Samoa, Tonga and Vanuatu are in Honiara."
    assert [d.actors for d in told(text, "strength")] == [("WSM", "TON", "VUT")]
