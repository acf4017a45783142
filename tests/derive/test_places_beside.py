"""Places that the sentence names in another clause, or that its subject, its arms or a possessive name."""

from __future__ import annotations

import pytest

from .reading import facts


def _where(text: str) -> list[str | None]:
    return [next((str(f[s]) for s in ("place", "origin", "destination") if s in f), None) for f in facts(text)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # The clause before says more than the land that the text is about.
        (
            "French troops are in Mali. Rebels entered Gao on Monday as the last French soldiers pulled out.",
            ["Mali", "Gao", "Gao"],
        ),
        # What a parliament asks for is not about the town in which something happened before.
        (
            "American troops are in Iraq. After a raid in Basra parliament asked all American troops to leave.",
            ["Iraq", "Iraq"],
        ),
        # Who comes to a port trains there.
        (
            "The frigate arrived in Mumbai on Monday and will stay until Thursday to train with the Indian navy.",
            ["Mumbai", "Mumbai"],
        ),
    ],
)
def test_a_place_in_another_clause(text: str, where: list[str | None]) -> None:
    assert [w for w in _where(text) if w] == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # Arms fall on a land, a war is fought against a state.
        ("Iran fired 40 missiles against Israel.", ["Israel"]),
        ("Israel carried out air strikes against Lebanon on Monday.", ["Lebanon"]),
        # What a town has is there.
        ("Kharkiv's garrison was cut to 900 men in March.", ["Kharkiv"]),
        ("The frigate Surcouf stayed on for a week in Lome's anchorage.", ["Lome"]),
        # A host's exercise is on its soil, and its air defences stand there.
        ("Serbia has refused to host NATO exercises this year.", ["Serbia"]),
        ("Oman's air defences shot down two drones overnight.", ["Oman"]),
        # Plans for bases abroad are where those would stand.
        ("NATO backed US plans for bases in Poland.", ["Poland"]),
        # A vehicle's name is no place.
        ("British troopers patrolled in Ferret scout cars in Aden.", ["Aden"]),
        # So many posts do not say where.
        ("MINUSMA is in Mali. The mission has 221 military observers at nine team sites.", ["Mali", "Mali"]),
    ],
)
def test_what_names_the_place(text: str, where: list[str | None]) -> None:
    assert _where(text) == where


def test_a_place_that_opens_the_sentence_is_that_of_each_clause_and_of_its_base() -> None:
    before = "Spain has troops in Erbil. "
    for text, kind, where in (
        ("In Djibouti, Japan is expanding its camp.", "reinforcement", "Djibouti"),
        ("On Cyprus, Britain has reinforced its garrison.", "reinforcement", "Cyprus"),
        ("In Panama, France has left a barracks, and Japan is expanding its camp.", "reinforcement", "Panama"),
        ("In Georgia, Russia has enlarged its base at Gudauta, and the EU has extended its mission.",
         "mission_continuation", "Georgia"),
        ("In Niger, Italy keeps 300 men, and Turkey has opened a training base.", "base_opening", "Niger"),
    ):  # fmt: skip
        told = [
            next(f[s] for s in ("destination", "place") if s in f) for f in facts(before + text) if f["type"] == kind
        ]
        assert told == [where], text
