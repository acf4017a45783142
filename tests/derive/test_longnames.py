"""How far the name of a place goes, and on which side of a border a force stands."""

from __future__ import annotations

import pytest

from .reading import read


def _last(text: str) -> tuple[str, str | None]:
    place = [d.main_place for d in read(text).drafts if d.main_place is not None][-1]
    return place.place.name, place.place.country_code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Turkish soldiers hold Hill 1071 in Syria.", "Hill 1071"),
        ("The Houthis fired mortars across the Kilo 16 front line.", "Kilo 16"),
        ("A Thai jet bombed two Cambodian positions near Chong An Ma on Thursday.", "Chong An Ma"),
        ("The UN mission moved its soldiers out of the Temporary Security Zone.", "Temporary Security Zone"),
        ("The Australian navy patrols Australia's northern approaches.", "Australia's northern approaches"),
        ("The Kenyan army patrols the border with the Sudan.", "border with the Sudan"),
        ("Turkish soldiers hold Tall al-Rumma.", "Tall al-Rumma"),
        ("Iraqi soldiers set up a post in Daraa al-Sharq.", "Daraa al-Sharq"),
        ("Iranian soldiers set up a post near Bandar-e-Ganj.", "Bandar-e-Ganj"),
        ("Iraqi soldiers seized Mount Sin al-Jabr.", "Mount Sin al-Jabr"),
        ("Lebanese soldiers have a base in the Harouf, an officer said.", "Harouf"),
    ],
)
def test_a_name_goes_on_to_its_number_its_last_syllable_and_its_kind(text: str, name: str) -> None:
    assert _last(text)[0] == name


def test_a_count_behind_a_name_is_no_part_of_it() -> None:
    assert _last("In Gao 40 French soldiers arrived on Monday.")[0].startswith("Gao")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen raided a village in Togo. Togo deployed 300 soldiers along the Burkinabe border.", "TGO"),
        ("Raids go on in Iraq. American soldiers patrol the Syrian border in Iraq.", "SYR"),
    ],
)
def test_a_state_guards_its_own_side_of_a_border(text: str, country: str) -> None:
    assert _last(text)[1] == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "UN soldiers patrolled a buffer zone 25 kilometres wide. Their camps are on the Ethiopian side. In October "
            "Eritrea moved 1,500 soldiers into the zone.",
            "buffer zone",
        ),
        (
            "Azerbaijan shelled Stepanakert. Nagorno-Karabakh is cut off; Nagorno-Karabakh has no power. The Russian force in "
            "the enclave numbers 1,960 soldiers.",
            "Nagorno-Karabakh",
        ),
    ],
)
def test_a_stretch_is_remembered_and_the_land_of_the_text_is_the_enclave(text: str, name: str) -> None:
    assert _last(text)[0] == name
