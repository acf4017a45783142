"""Any verb of motion with a direction; where those who move were before, and whether they give it up."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.draft import Draft
from posture.derive.extract.engine import extract

ON = date(2025, 6, 10)
BEFORE = "Kenyan troops hold the port of Kismayo in Somalia.\n\n"


def moves(sentence: str) -> list[Draft]:
    """What a sentence states that follows one about troops."""
    return [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]


def told(sentence: str) -> list[tuple[str, str, str]]:
    """Type, origin and destination of each."""
    return [
        (d.type_code, d.origin.place.name if d.origin else "", d.destination.place.name if d.destination else "")
        for d in moves(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two Ugandan battalions trundled into Baidoa on Monday.", ("deployment", "", "Baidoa")),
        ("A column of tanks snaked out of Baidoa at dawn.", ("withdrawal", "Baidoa", "")),
        ("The Ugandan brigade was railed to Nairobi.", ("deployment", "", "Nairobi")),
        ("Burundi introduced 900 soldiers into Baidoa.", ("deployment", "", "Baidoa")),
    ],
)
def test_a_direction_makes_a_move_of_any_motion(sentence: str, expected: tuple[str, str, str]) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thousands marched to the parliament in Nairobi.",
        "Most of the Ugandans come from Gulu.",
        "Bombers flew from Baidoa against the rebels in 1993.",
        "Lorries with refugees rolled into Baidoa.",
        "Talks moved to Nairobi.",
    ],
)
def test_a_direction_alone_moves_no_force(sentence: str) -> None:
    assert not {t for t, _, _ in told(sentence)} & {"deployment", "withdrawal", "relocation"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The last Ugandan soldiers in Baidoa crossed into Ethiopia.", ("withdrawal", "Baidoa", "Ethiopia")),
        ("The Ugandan company that guarded Baidoa drove to Mogadishu.", ("relocation", "Baidoa", "Mogadishu")),
        ("The last convoy of Kenyan lorries drove to Garissa.", ("withdrawal", "Kismayo", "Garissa")),
        ("The Kenyans were back in Nairobi by May 14.", ("withdrawal", "Kismayo", "Nairobi")),
        ("The Kenyan garrison fell back on Dhobley.", ("withdrawal", "Kismayo", "Dhobley")),
    ],
)
def test_where_those_who_move_were_before(sentence: str, expected: tuple[str, str, str]) -> None:
    assert told(sentence) == [expected]


def test_who_is_due_somewhere_is_on_the_way() -> None:
    (found,) = moves("The first plane-load of 180 Ugandan soldiers is due in Baidoa tonight.")
    assert (found.type_code, found.status) == ("deployment", "planned")
    assert found.quantity is not None and (found.quantity.low, found.quantity.unit) == (180, "personnel")


@pytest.mark.parametrize(
    "sentence", ["Uganda's followed a month later.", "The transport helicopters followed in May.", "Uganda followed."]
)
def test_what_follows_makes_the_move_told_before(sentence: str) -> None:
    made = extract("The Kenyan contingent left Kismayo in March. " + sentence, ON).drafts
    assert [(d.type_code, d.origin.place.name if d.origin else "") for d in made] == [("withdrawal", "Kismayo")] * 2


@pytest.mark.parametrize("who", ["The last of the Kenyans", "The column of 60 Kenyan lorries"])
def test_a_past_that_looks_like_a_participle(who: str) -> None:
    (found,) = moves(f"{who} left on 15 May.")
    assert found.type_code == "withdrawal"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Burundi sent 300 soldiers to Baidoa, Djibouti 250 and Sierra Leone another 40.",
            [("BDI", 300, "Baidoa"), ("DJI", 250, "Baidoa"), ("SLE", 40, "Baidoa")],
        ),
        (
            "Burundi and Djibouti have put companies of 120 each into Baidoa, and Uganda 150.",
            [("BDI", 120, "Baidoa"), ("DJI", 120, "Baidoa"), ("UGA", 150, "Baidoa")],
        ),
        (
            "Uganda sent a patrol ship to Mogadishu, India two frigates and Italy a corvette.",
            [("UGA", None, "Mogadishu"), ("IND", 2, "Mogadishu"), ("ITA", None, "Mogadishu")],
        ),
        (
            "Two hundred Ugandan soldiers were flown to Baidoa and 150 to Jowhar.",
            [("UGA", 200, "Baidoa"), ("UGA", 150, "Jowhar")],
        ),
    ],
)
def test_parts_with_a_force_a_count_or_a_place_of_their_own(
    sentence: str, expected: list[tuple[str, int | None, str]]
) -> None:
    made = [
        (",".join(d.actors), d.quantity.low if d.quantity else None, d.destination.place.name if d.destination else "")
        for d in moves(sentence)
    ]
    assert made == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ugandans left Baidoa, Somalia, in June.",
        "The Ugandans withdrew from Baidoa and Jowhar in May.",
    ],
)
def test_places_of_a_list_are_no_parts(sentence: str) -> None:
    assert {",".join(d.actors) for d in moves(sentence)} == {"UGA"}


def test_how_a_move_goes_is_no_move_of_its_own() -> None:
    assert [t for t, _, _ in told("The Ugandans went home by road, their lorries crossing the border at Liboi.")] == [
        "withdrawal"
    ]


def test_a_clause_about_a_deal_does_not_say_whence() -> None:
    (found,) = told("Under a pact that it signed in Cairo, Uganda undertook to remove its troops by May.")[-1:]
    assert found[1] != "Cairo"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Most of the Ugandans had gone home from Baidoa by June 2014. Uganda will have left Baidoa by July.", 2),
        ("The last Ugandan units rolled out of Baidoa on 3 June. About 500 Ugandan soldiers left Baidoa in June.", 2),
        ("The Ugandans left Baidoa on 3 June. Uganda pulled its troops out of Baidoa in June.", 1),
    ],
)
def test_parts_and_far_times_are_facts_of_their_own(text: str, number: int) -> None:
    assert [t for t, _, _ in told(text)] == ["withdrawal"] * number


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("None of the soldiers will return.", "deployment"),
        ("A transport carried 40 Ugandan soldiers away from Baidoa.", "withdrawal"),
        ("Six Ugandan jets that had been flown in last year left Baidoa for Gulu.", "withdrawal"),
    ],
)
def test_rarer_ways_to_go(sentence: str, expected: str) -> None:
    assert expected in {t for t, _, _ in told(sentence)}


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("Danish troops left the camp at Gao in March. The Finns came in April.", True),
        ("Danish troops left the camp at Gao in March. The Finns came together in April.", False),
        ("The singers left Oslo in March. The Finns came in April.", False),
    ],
)
def test_people_who_come_at_a_time(text: str, comes: bool) -> None:
    drafts = extract(text, ON).drafts
    assert any(d.type_code == "deployment" and d.actors == ("FIN",) for d in drafts) is comes
