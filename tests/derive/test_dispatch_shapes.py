"""Shapes of dispatches: which of two states, which day of last week, a part of the text between a list and its end."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts, missing


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kenyan troops will train near Mombasa from May 3 to 14.",
            [{"type": "exercise", "actors": {"KEN"}, "place": "Mombasa"}],
        ),
        (
            "Polish soldiers are to drill at Orzysz from September 9 to 21.",
            [{"type": "exercise", "actors": {"POL"}, "place": "Orzysz"}],
        ),
        (
            "Dutch marines trained in Curacao from March 2 until 19.",
            [{"type": "exercise", "actors": {"NLD"}, "place": "Curacao"}],
        ),
    ],
)
def test_the_second_day_of_a_span_counts_nobody(text: str, wanted: list[dict[str, Any]]) -> None:
    found = facts(text)
    assert not missing(wanted, found)
    assert not [f for f in found if f["type"] in {"strength", "presence"}]


@pytest.mark.parametrize(
    ("text", "type_code", "day"),
    [
        ("A Canadian frigate sailed through the Taiwan Strait on Tuesday last week.", "patrol", "2025-06-03"),
        ("Turkish jets bombed Zap on Friday of last week.", "strike", "2025-06-06"),
        ("A battalion of Fijian soldiers landed at Buka on Monday, last week.", "deployment", "2025-06-02"),
    ],
)
def test_a_day_of_last_week(text: str, type_code: str, day: str) -> None:
    assert [f["dates"] for f in facts(text) if f["type"] == type_code] == [(day, day)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Serbian and Kosovo forces left Jarinje. Neither army will for the time being patrol in the buffer zone.",
            [
                {"type": "withdrawal", "actors": {"SRB", "XKX"}, "origin": "Jarinje"},
                {"type": "patrol", "actors": {"SRB", "XKX"}, "status": "denied"},
            ],
        ),
        (
            "Azerbaijan and Armenia met. Each country has 4,000 soldiers in Syunik.",
            [
                {"type": "strength", "actors": {"AZE"}, "place": "Syunik", "n": (4000, 4000, "exact", "personnel")},
                {"type": "strength", "actors": {"ARM"}, "place": "Syunik", "n": (4000, 4000, "exact", "personnel")},
            ],
        ),
        (
            "The Royal Navy moved its headquarters from Aden to Bahrain last July, and most of the 3rd Brigade is to "
            "follow from Camp Hunt in Sharjah by the end of this year.",
            [
                {"type": "relocation", "origin": "Aden", "destination": "Bahrain", "status": "completed"},
                {"type": "relocation", "origin": "Camp Hunt", "destination": "Bahrain", "status": "planned"},
            ],
        ),
        (
            "The US keeps bombers on Diego Garcia.\n\nTwo B-52s had arrived on the Indian Ocean atoll.",
            [
                {"type": "presence", "actors": {"USA"}, "place": "Diego Garcia"},
                {"type": "deployment", "actors": {"USA"}, "destination": "Diego Garcia"},
            ],
        ),
        (
            "A US Navy P-8A patrol plane flew through the Taiwan Strait on Monday.",
            [{"type": "patrol", "actors": {"USA"}, "place": "Taiwan Strait"}],
        ),
        (
            "An RC-135W of the Royal Air Force flew across the Black Sea on Monday.",
            [{"type": "patrol", "actors": {"GBR"}, "place": "Black Sea"}],
        ),
        (
            "Some 300 Dutch soldiers climbed aboard a ferry at Basra.",
            [{"type": "withdrawal", "origin": "Basra", "n": (300, 300, "about", "personnel")}],
        ),
        (
            "The last 40 French marines filed aboard the frigate Surcouf at Djibouti.",
            [{"type": "withdrawal", "actors": {"FRA"}, "origin": "Djibouti"}],
        ),
        (
            "American ships left Cavite today.\n\nCavite was home to some 5,800 servicemen a year ago.",
            [
                {"type": "withdrawal", "actors": {"USA"}, "origin": "Cavite"},
                {"type": "strength", "actors": {"USA"}, "place": "Cavite", "n": (5800, 5800, "about", "personnel")},
            ],
        ),
        (
            "There is a post in the Ishkoshim district of Tajikistan that is manned by Russian soldiers.",
            [{"type": "presence", "actors": {"RUS"}, "place": "Ishkoshim"}],
        ),
        (
            "Israeli troops hold Outpost 31 in the Golan.",
            [{"type": "presence", "actors": {"ISR"}, "place": "Outpost 31"}],
        ),
    ],
)
def test_who_and_where(text: str, wanted: list[dict[str, Any]]) -> None:
    assert not missing(wanted, facts(text))


def test_a_clause_between_two_places_is_said_of_the_first_alone() -> None:
    found = facts("Kenyan troops hold on to Kismayo, where 400 more were flown in on Monday, and to Dhobley.")
    assert {f["place"] for f in found if f["type"] == "presence"} == {"Kismayo", "Dhobley"}
    assert [f["destination"] for f in found if f["type"] == "reinforcement"] == ["Kismayo"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The French army left Gao in 2021 and Timbuktu a year later.",
            [
                {"type": "withdrawal", "origin": "Gao", "dates": ("2021-01-01", "2021-12-31")},
                {"type": "withdrawal", "origin": "Timbuktu", "dates": ("2022-01-01", "2022-12-31")},
            ],
        ),
        (
            "British bombers flew against Egypt in 1956 and Iraq in 2003.",
            [
                {"type": "strike", "place": "Egypt", "dates": ("1956-01-01", "1956-12-31")},
                {"type": "strike", "place": "Iraq", "dates": ("2003-01-01", "2003-12-31")},
            ],
        ),
        (
            "Georgian and Russian troops faced each other.\n\n"
            "Pullbacks took place at Gori in August 2008 and at Poti in September.",
            [
                {"type": "withdrawal", "actors": {"GEO", "RUS"}, "origin": "Gori"},
                {"type": "withdrawal", "actors": {"GEO", "RUS"}, "origin": "Poti"},
            ],
        ),
    ],
)
def test_two_places_each_with_its_day(text: str, wanted: list[dict[str, Any]]) -> None:
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Israel threatened Lebanon with air strikes.",
            {"type": "strike", "actors": {"ISR"}, "against": {"LBN"}, "place": "Lebanon", "status": "considered"},
        ),
        (
            "The United States has threatened Iran with bombing.",
            {"type": "strike", "actors": {"USA"}, "against": {"IRN"}, "place": "Iran", "status": "considered"},
        ),
        (
            "Sudan was threatened with bombardment by Egypt.",
            {"type": "strike", "actors": {"EGY"}, "against": {"SDN"}, "status": "considered"},
        ),
    ],
)
def test_who_threatens_has_not_struck(text: str, wanted: dict[str, Any]) -> None:
    found = facts(text)
    assert not missing([wanted], found)
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"No one should think we have packed up and left Bougainville," the Australian minister said.',
        "Nobody should imagine that Fiji has withdrawn from the Golan, the general said.",
        "The Houthis say little; the Greek tanker Sounion is burning.",
    ],
)
def test_what_nobody_should_think_is_not_told(text: str) -> None:
    assert not facts(text)


def test_the_compound_of_a_ministry_is_none_that_was_spoken_of() -> None:
    text = "The Eighth Army left Camp Red Cloud.\n\nIts staff will move to the defense ministry's compound."
    assert not [f for f in facts(text) if f.get("destination") == "Camp Red Cloud"]


@pytest.mark.parametrize(
    ("text", "where", "type_code", "status"),
    [
        (
            "China is considering naval bases in several countries, including Gabon, Namibia and Angola.",
            {"Gabon", "Namibia", "Angola"},
            "base_opening",
            "considered",
        ),
        (
            "China plans to build bases in other states, among them Ghana and Namibia.",
            {"Ghana", "Namibia"},
            "base_opening",
            "planned",
        ),
        (
            "Turkey opened bases in four countries, including Qatar and Somalia.",
            {"Qatar", "Somalia"},
            "base_opening",
            "completed",
        ),
        (
            "France will close its bases in several African countries, including Chad and Senegal.",
            {"Chad", "Senegal"},
            "base_closure",
            "planned",
        ),
    ],
)
def test_lands_among_several(text: str, where: set[str], type_code: str, status: str) -> None:
    assert {(f["type"], str(f["place"]), f["status"]) for f in facts(text)} == {(type_code, w, status) for w in where}


@pytest.mark.parametrize(
    ("text", "who", "dates"),
    [
        (
            "The Japanese navy called off a drill planned for October off Okinawa.",
            {"JPN"},
            ("2025-10-01", "2025-10-31"),
        ),
        ("The Dutch navy cancelled the exercise set for September in Curacao.", {"NLD"}, ("2025-09-01", "2025-09-30")),
        ("Kenya's army called off manoeuvres scheduled for August at Isiolo.", {"KEN"}, ("2025-08-01", "2025-08-31")),
    ],
)
def test_a_drill_that_is_called_off_has_the_day_for_which_it_was_planned(
    text: str, who: set[str], dates: tuple[str, str]
) -> None:
    assert not missing([{"type": "exercise", "actors": who, "status": "denied", "dates": dates}], facts(text))


def test_who_leaves_drilled_with_the_partner_that_is_named() -> None:
    found = facts("American marines will leave Darwin when an exercise with Indonesia ends.")
    assert [f["actors"] for f in found if f["type"] == "exercise"] == [{"USA", "IDN"}]


def test_six_of_the_bombers_are_aircraft() -> None:
    found = facts(
        "American B-52s bombed Iraq in 1991 and Afghanistan in 2001, and six of them were sent to Guam in January 2020."
    )
    assert [f["n"] for f in found if f["type"] == "deployment"] == [(6, 6, "exact", "aircraft")]
    assert [f["dates"][0] for f in found if f["type"] == "strike"] == ["1991-01-01", "2001-01-01"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Indian troops left Patrolling Point 16, a permanent post for decades.",
            {"type": "withdrawal", "actors": {"IND"}, "origin": "Patrolling Point 16"},
        ),
        (
            "Turkish troops quit Observation Post 9 near Morek.",
            {"type": "withdrawal", "actors": {"TUR"}, "origin": "Observation Post 9"},
        ),
        (
            "Tajik soldiers moved into Border Post 12 on Friday.",
            {"type": "deployment", "actors": {"TJK"}, "destination": "Border Post 12"},
        ),
        (
            "French corvettes keep station off Sohar, the navy said.",
            {"type": "presence", "actors": {"FRA"}, "place": "Sohar"},
        ),
    ],
)
def test_posts_by_number_and_ships_on_station(text: str, wanted: dict[str, Any]) -> None:
    assert not missing([wanted], facts(text))


def test_troops_in_lands_among_several() -> None:
    found = facts("Russia has troops in several countries, including Mali and Niger.")
    assert {(f["type"], str(f["place"])) for f in found} == {("presence", "Mali"), ("presence", "Niger")}


@pytest.mark.parametrize(
    "text",
    [
        "The first command to fall was the northeastern one in Lashio.",
        "A second battalion of the army is at Gao; the first one is in Menaka.",
        "The army has shut the southern one at Kidal.",
    ],
)
def test_one_in_place_of_a_noun_counts_nothing(text: str) -> None:
    assert not [f for f in facts(text) if "n" in f]


@pytest.mark.parametrize(
    ("text", "outer", "inner", "who"),
    [
        (
            "Kenyan troops are in Kismayo, where, officers said, 400 more were flown in on Monday.",
            "presence",
            "reinforcement",
            "officers (anonymous)",
        ),
        (
            "The Congolese army left Goma, which, the UN said, rebels had entered on Friday.",
            "withdrawal",
            "deployment",
            "UN",
        ),
    ],
)
def test_who_speaks_in_a_relative_clause_says_no_more_than_that(text: str, outer: str, inner: str, who: str) -> None:
    said = {f["type"]: f["said_by"] for f in facts(text)}
    assert said[outer] == []
    assert said[inner] == [who]
