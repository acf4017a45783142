"""Whose a count is beside others', and what only tells whose town a place is."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

DAY = date(2020, 12, 31)


def test_each_number_of_a_list_is_the_nation_s_behind_it() -> None:
    text = "The brigade in Estonia includes over 900 British, 300 French and 120 Danish troops."
    made = [(d.actors, d.quantity and d.quantity.low) for d in extract(text, DAY).drafts]
    assert made == [(("GBR",), 900), (("FRA",), 300), (("DNK",), 120)]


def test_a_country_s_guests_are_counted_as_theirs() -> None:
    (made,) = extract("Somalia hosts an African Union mission with about 20,000 troops.", DAY).drafts
    assert made.actors == ("AU",) and made.place is not None and made.place.place.country_code == "SOM"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The international coalition closed its base in Kandahar, Afghanistan.", "NATO"),
        ("The US-led coalition against ISIS closed its base in Qayyarah, Iraq.", "COALITION"),
    ],
)
def test_in_afghanistan_the_coalition_is_nato_s(text: str, actor: str) -> None:
    (made,) = extract(text, DAY).drafts
    assert made.actors == (actor,)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldiers besieged the Christian town of Qara in Syria.", "Qara"),
        ("Turkish troops entered the Kurdish city of Kobani in Syria.", "Kobani"),
    ],
)
def test_a_people_names_no_town(text: str, place: str) -> None:
    (made,) = extract(text, DAY).drafts
    where = made.place or made.destination
    assert where is not None and where.place.name == place


def test_a_measured_distance_from_a_border_is_no_origin() -> None:
    text = "Danish troops are in Latvia. They were deployed some 90 kilometers (56 miles) from the Russian border."
    assert not [d for d in extract(text, DAY).drafts if "Russian border" in str(d.origin or d.place)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Russian troops left the Donbas city of Lyman.", "Lyman"),
        ("Okinawa, which hosts most of the American troops in Japan, protested.", "Okinawa"),
    ],
)
def test_what_only_holds_or_describes_a_place_is_not_it(text: str, place: str) -> None:
    (made,) = extract(text, DAY).drafts
    where = made.place or made.origin
    assert where is not None and where.place.name == place


def test_what_was_done_before_elsewhere_is_not_where() -> None:
    text = "Colombian soldiers fought their way in after refuelling their helicopters at an airfield in Brazil."
    assert not [d for d in extract(text, DAY).drafts if d.place is not None and d.place.place.name == "Brazil"]
