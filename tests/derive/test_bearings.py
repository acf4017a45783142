"""Which of a sentence's names is where: not the one that a distance is counted from, nor the one who gives; and the
land that a text is about."""

from __future__ import annotations

import pytest

from .reading import read


def _last(text: str) -> tuple[str, str | None]:
    place = [d.main_place for d in read(text).drafts if d.main_place is not None][-1]
    return place.place.name, place.place.country_code


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Swedish troops rehearsed the recapture of a port on Gotland on Monday, barely 120 miles from Riga.",
            "Gotland",
        ),
        ("Russia has kept fighter planes at Kant, some 20 kilometres from Bishkek, since 2003.", "Kant Air Base"),
        ("Kenyan troops entered Burgabo, a small port about 100 km south of Kismayo, on Friday.", "Burgabo"),
        (
            "On Yonaguni, an island in the west not far from Taiwan, the Japanese army opened a camp and stationed a "
            "radar company there.",
            "Yonaguni",
        ),
        (
            "French soldiers have trained Malian recruits at Tessalit, to the north of Kidal, since 2014.",
            "Tessalit base",
        ),
    ],
)
def test_what_a_distance_is_counted_from_is_not_where(text: str, where: str) -> None:
    assert _last(text)[0] == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Turkish troops took up positions 20 km outside Goma.", "Goma"),
        ("Soldiers from Bunia took up positions 20 km outside Goma.", "Goma"),
        (
            "In the strike of last week an Iranian drone hit the tanker Almaz, 200 nautical miles off Socotra.",
            "Socotra",
        ),
    ],
)
def test_a_distance_says_where_nothing_else_does(text: str, where: str) -> None:
    assert _last(text)[0].startswith(where)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Polish soldiers served in a wide area south of Baghdad.", "wide area south of Baghdad"),
        ("South Korea is weighing whether to send a destroyer to the waters off Somalia.", "waters off Somalia"),
    ],
)
def test_a_name_is_known_by_the_stretch_that_it_tells_apart_too(text: str, words: str) -> None:
    place = read(text).drafts[-1].main_place
    assert place is not None and words in place.place.aliases


def test_an_unnamed_stretch_keeps_the_name_behind_it() -> None:
    assert (
        _last("The Houthis moved launchers from Hodeidah up to the hills behind Al-Salif.")[0]
        == "hills behind Al-Salif"
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Azerbaijan shelled Nagorno-Karabakh. Russian soldiers came to Nagorno-Karabakh in 2020. Azerbaijan says that the "
            "truce was broken. The Russian force numbers 1,960 soldiers.",
            "Nagorno-Karabakh",
        ),
        (
            "Dutch troops reached Uruzgan in 2006. Uruzgan is poor. The elders of Uruzgan were asked. The Dutch cabinet "
            "prolonged the mission in November.",
            "Uruzgan",
        ),
    ],
)
def test_where_a_text_is_about_one_land_its_unplaced_facts_are_there(text: str, where: str) -> None:
    assert _last(text)[0] == where


def test_a_country_behind_a_town_may_be_who_acts() -> None:
    text = (
        "KFOR stands in Kosovo. After its soldiers had been hurt in Zvecan, Turkey sent a battalion of 500 to Kosovo."
    )
    assert _last(text) == ("Kosovo", "XKX")
    assert [d.place.place.country_code for d in read(text).drafts if d.place is not None][-1] == "XKX"


def test_in_a_pledge_a_bare_state_is_who_gives() -> None:
    text = "Troops are wanted for Ukraine. Estonia has offered a company and Lithuania up to 150 men."
    places = {d.main_place.place.name for d in read(text).drafts if d.main_place is not None}
    assert places <= {"Ukraine"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Jordan has 700 men in Oecussi, the pocket on the Indonesian side; Australian soldiers were flown there by "
            "helicopter.",
            "Oecussi",
        ),
        (
            "Ethiopia holds Amhara. A new offensive by the Ethiopian army, with troops brought from Oromia, began in the region.",
            "Amhara",
        ),
        (
            "Eritrea has an army. The UN mission left Asmara. A rear party of 164 UN soldiers stays in the capital.",
            "Asmara",
        ),
        ("At Obo a contingent of MINUSCA is stationed, which patrols on foot only.", "Obo"),
    ],
)
def test_where_is_what_is_spoken_of_and_not_what_is_told_beside_it(text: str, where: str) -> None:
    place = read(text).drafts[-1].main_place
    assert (place.place.name if place is not None else "") == where


def test_the_work_of_a_base_is_elsewhere() -> None:
    text = (
        "American planes use the base at Karshi in Uzbekistan. The senate in Tashkent voted for the expulsion of the "
        "American troops from a base that has supported missions in Mali."
    )
    assert "Mali" not in {d.origin.place.name for d in read(text).drafts if d.origin is not None}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ecuador's army sent soldiers into the country's prisons in January.", "ECU"),
        ("American soldiers were stationed in Gabon's ports.", "GAB"),
        ("Sanaa was calm. The Houthis have launched missiles at Saudi cities.", "SAU"),
        (
            "Mali is tense, and Mali's army is small. In Niger, French soldiers left the base at Faqih on Monday.",
            "NER",
        ),
    ],
)
def test_a_land_is_told_by_whose_ports_they_are_and_by_what_opens_the_sentence(text: str, country: str) -> None:
    place = read(text).drafts[-1].main_place
    assert place is not None
    assert (place.place.country_code or (place.container and place.container.place.country_code)) == country
