"""Names: which force or place a word means where it stands, and what is neither."""

from __future__ import annotations

from typing import Any

import pytest

from posture.derive.extract.language.names import may_stand, scan
from posture.derive.extract.language.text import fold
from posture.derive.extract.language.vocabulary import vocabulary

from .views import spot


def codes(text: str, is_military: bool = True) -> set[str]:
    return {c for f in spot(text).forces if f.is_military or not is_military for c in f.codes}


def places(text: str, **more: Any) -> list[tuple[str, str | None]]:
    return [(p.words, p.place.country_code) for p in spot(text, **more).places]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US troops left.", "USA"),
        ("U.S. troops left.", "USA"),
        ("American soldiers left.", "USA"),
        ("The United States army left.", "USA"),
        ("British soldiers left.", "GBR"),
        ("Turkish forces left.", "TUR"),
        ("Türkiye's army left.", "TUR"),
        ("Ivorian soldiers left.", "CIV"),
        ("Dutch marines left.", "NLD"),
        ("South Korean troops left.", "KOR"),
        ("North Korean troops left.", "PRK"),
        ("South Sudanese soldiers left.", "SSD"),
        ("Emirati soldiers left.", "ARE"),
        ("Burkinabe soldiers left.", "BFA"),
        ("The Russian navy left.", "RUS"),
        ("Wagner fighters left.", "WAGNER"),
        ("The Africa Corps left.", "WAGNER"),
        ("The Syrian Democratic Forces left.", "SDF"),
        ("YPG fighters left.", "SDF"),
        ("Hezbollah fighters left.", "HEZBOLLAH"),
        ("Houthi fighters left.", "HOUTHI"),
        ("Kataib Hezbollah fighters left.", "PMF"),
        ("UNIFIL peacekeepers left.", "UN"),
        ("MONUSCO troops left.", "UN"),
        ("The US-led coalition left.", "COALITION"),
        ("The Global Coalition left.", "COALITION"),
        ("ISIS fighters left.", "ISIS"),
        ("Daesh fighters left.", "ISIS"),
    ],
)
def test_forces(text: str, code: str) -> None:
    assert codes(text) == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ankara sent soldiers there.", "TUR"),
        ("The Kremlin sent soldiers there.", "RUS"),
        ("The Pentagon sent soldiers there.", "USA"),
        ("Washington sent soldiers there.", "USA"),
        ("Paris sent soldiers there.", "FRA"),
    ],
)
def test_capitals_and_ministries_stand_for_their_state(text: str, code: str) -> None:
    assert code in codes(text, is_military=False)


def test_a_state_in_a_locative_phrase_is_a_place_and_no_force() -> None:
    found = spot("American soldiers are in Iraq.")
    assert [f.codes for f in found.forces] == [("USA",)]
    assert [p.words for p in found.places] == ["Iraq"]
    assert found.places[0].prep == "in"


def test_a_speaker_is_a_weak_force() -> None:
    found = spot("A Russian official said that soldiers left.")
    assert all(f.is_weak for f in found.forces if f.codes)


def test_backed_and_led_are_not_the_states_own_force() -> None:
    assert "IRN" not in codes("Iran-backed militias left.")
    assert "USA" not in codes("The US-backed fighters left.")
    assert "TUR" not in codes("Turkish-backed fighters left.")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Troops are in Hasakah.", "Hasakah", "SYR"),
        ("Troops are in Hasaka.", "Hasaka", "SYR"),
        ("Troops are in Hasakeh.", "Hasakeh", "SYR"),
        ("Troops are in Deir ez-Zor.", "Deir ez-Zor", "SYR"),
        ("Troops are in Deir Ezzor.", "Deir Ezzor", "SYR"),
        ("Troops are in Deir al-Zour.", "Deir al-Zour", "SYR"),
        ("Troops are at Al-Tanf.", "Al-Tanf", "SYR"),
        ("Troops are at al-Tanf.", "al-Tanf", "SYR"),
        ("Troops are at Ain al-Asad.", "Ain al-Asad", "IRQ"),
        ("Troops are in Djibouti.", "Djibouti", "DJI"),
        ("Troops are in Kidal.", "Kidal", "MLI"),
        ("Troops are in northeastern Syria.", "northeastern Syria", "SYR"),
        ("Troops are in the north of Mali.", "north of Mali", "MLI"),
        ("Troops are in Syria's northeast.", "Syria's northeast", "SYR"),
    ],
)
def test_places(text: str, name: str, country: str) -> None:
    assert (name, country) in places(text)


@pytest.mark.parametrize(
    "variants",
    [
        ("Qasrik", "Qasrak"),
        ("Koniko", "Conoco"),
        ("Hasakah", "Hasakeh"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("al-Tanf", "Tanf"),
        ("Hmeimim", "Khmeimim"),
        ("Ain al-Asad", "Ayn al-Asad"),
    ],
)
def test_transliterations_are_one_place(variants: tuple[str, ...]) -> None:
    found = [spot(f"American soldiers are at the {v} base.").places[0].place for v in variants]
    assert len({p.site_code or p.name for p in found}) == 1
    assert len({p.country_code for p in found}) == 1


def test_an_unknown_base_is_kept_by_its_words() -> None:
    found = spot("French soldiers are at the Zandoko base.").places
    assert [(p.is_site, p.place.precision_code) for p in found] == [(True, "unresolved")]
    assert "Zandoko" in found[0].words


def test_a_town_of_the_gazetteer_needs_the_articles_country() -> None:
    text = "French soldiers are in Sarh."
    assert ("Sarh", "TCD") in places(text, countries={"TCD": 0.6})


@pytest.mark.parametrize(
    "text", ["They told us about it.", "He is a polish expert.", "the turkey was cold", "it may march on"]
)
def test_common_words_are_no_names(text: str) -> None:
    found = spot(text)
    assert not [f for f in found.forces if f.codes]
    assert not found.places


def test_names_are_found_on_word_boundaries_only() -> None:
    text = "Omanisation and Maliki are no states; Oman and Mali are."
    found = {text[h.start : h.end] for h in scan(text, vocabulary())}
    assert {"Oman", "Mali"} <= found
    assert all(text[h.end : h.end + 1] in {"", " ", ";", ",", "."} for h in scan(text, vocabulary()))


def test_the_longest_name_wins() -> None:
    text = "South Sudan and the Democratic Republic of Congo"
    assert [text[h.start : h.end] for h in scan(text, vocabulary())] == ["South Sudan", "Democratic Republic of Congo"]


def test_mentions_are_in_order_and_cover_their_words() -> None:
    found = spot("French and Iraqi forces drove from Erbil to Mosul.")
    assert [f.first for f in found.forces] == sorted(f.first for f in found.forces)
    assert [(p.words, p.prep) for p in found.places if p.form == "place"] == [("Erbil", "from"), ("Mosul", "to")]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Troops left; ex-troops stayed.", [0, 16]),
        ("“Troops”, paratroops and 3troops", [1, 26]),
        ("Troopship", [0]),
        ("Nothing", []),
    ],
)
def test_a_look_at_the_whole_text_misses_no_word_of_a_class(text: str, starts: list[int]) -> None:
    assert may_stand(fold(text), frozenset({"troops", "troop"})) == starts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thai soldiers fought at Ta Muen.", "Ta Muen"),
        ("Malian troops were attacked near Lu Tong on Friday.", "Lu Tong"),
    ],
)
def test_a_name_may_begin_with_two_letters(text: str, name: str) -> None:
    assert (name, None) in places(text)


def test_words_in_capitals_are_no_name_of_a_place() -> None:
    assert not [p for p in places("Ghanaian Troops to Be Deployed to Go Home") if p[0].startswith(("Be", "Go"))]
