"""Counts that stand side by side under one verb, and numbers beside what is said of a force."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

DAY = date(2025, 3, 10)
Counted = tuple[str, tuple[str, ...], int | None, str]


def told(text: str) -> list[Counted]:
    made = []
    for d in extract(text, DAY).drafts:
        where = d.main_place
        made.append((d.type_code, d.actors, d.quantity and d.quantity.low, where.place.name if where else ""))
    return made


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "By nightfall 17 Portuguese and 44 Romanian gunners were out of Kandahar.",
            [("withdrawal", ("PRT",), 17, "Kandahar"), ("withdrawal", ("ROU",), 44, "Kandahar")],
        ),
        (
            "Sixty Fijian and eleven Irish soldiers were flown to the Golan Heights.",
            [("deployment", ("FJI",), 60, "Golan Heights"), ("deployment", ("IRL",), 11, "Golan Heights")],
        ),
        (
            "The ferry brought 40 Swedish, 30 Danish and 20 Finnish soldiers to Timbuktu.",
            [
                ("deployment", ("SWE",), 40, "Timbuktu"),
                ("deployment", ("DNK",), 30, "Timbuktu"),
                ("deployment", ("FIN",), 20, "Timbuktu"),
            ],
        ),
        ("Some 70 Peruvian and Chilean soldiers have left Tacna.", [("withdrawal", ("PER", "CHL"), 70, "Tacna")]),
    ],
)
def test_each_nation_moves_with_its_own_number(text: str, wanted: list[Counted]) -> None:
    assert sorted(told(text), key=str) == sorted(wanted, key=str)


def test_what_follows_the_last_count_says_where_all_are() -> None:
    text = "Norwegian pilots photographed five Russian frigates and 19 Russian helicopters stationed around Murmansk."
    assert {t[:3] for t in told(text)} == {("strength", ("RUS",), 5), ("strength", ("RUS",), 19)}
    assert len({t[3] for t in told(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Togolese garrison in Kidal stays under 70 soldiers, still short of the 95 it wants.",
        "The Togolese garrison in Kidal hovers below 70 men and falls short of 95.",
    ],
)
def test_what_is_missed_is_no_level(text: str) -> None:
    (made,) = extract(text, DAY).drafts
    assert made.type_code == "strength" and made.quantity is not None
    assert (made.quantity.low, made.quantity.high, made.quantity.qualifier) == (None, 70, "at_most")


@pytest.mark.parametrize(
    ("text", "level", "before", "delta"),
    [
        ("In 2016 the 800-strong Nepalese garrison in Jacmel shrank to 90.", 90, 800, None),
        ("The party of 75 Greek marines in Tobruk has been thinned out to 30.", 30, 75, None),
        ("Peru will trim its garrison of 640 soldiers in Tumbes by 40.", None, 640, -40),
        ("In May Hungary halved its garrison of 310 in Erbil.", None, 310, None),
        (
            "Friday's convoy brings the number of Italian soldiers posted to Gjakova up to 480.",
            480,
            None,
            None,
        ),
        ("The plan takes the Polish garrison in Ghazni from 900 soldiers to 350.", 350, 900, None),
    ],
)
def test_how_large_a_body_is_that_shrinks(text: str, level: int | None, before: int | None, delta: int | None) -> None:
    (made,) = [d for d in extract(text, DAY).drafts if d.type_code == "strength_change"]
    found = (made.quantity, made.quantity_before, made.quantity_delta)
    assert tuple(q and q.low for q in found) == (level, before, delta)


def test_a_body_that_is_cut_does_not_leave_as_a_whole() -> None:
    text = "Hungary wants to thin out its garrison of 65 sappers in Erbil."
    assert told(text) == [("withdrawal", ("HUN",), None, "Erbil"), ("strength", ("HUN",), 65, "Erbil")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The nine-member council of ministers keeps Ugandan troops in Juba.", []),
        ("Fiji counts a population of some 900,000.", []),
        ("Estonia's squadron is one of the army's oldest and is in Mali.", [("presence", ("EST",), None, "Mali")]),
        ("Angola's army mourns a dozen kidnapped sailors in Cabinda.", []),
    ],
)
def test_numbers_of_what_is_not_there_as_a_force(text: str, wanted: list[Counted]) -> None:
    assert [t for t in told(text) if t[0] == "strength"] == [t for t in wanted if t[0] == "strength"]


def test_units_are_told_by_their_men() -> None:
    text = "Three Ugandan battalions counting 2,400 soldiers were sent to Kismayo."
    assert told(text) == [("deployment", ("UGA",), 2400, "Kismayo")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Eight of the 73 Chilean sappers based in Jacmel would stay on.", [(8, "planned"), (73, "in_effect")]),
        ("Nobody would vouch that the existing 73 Chilean sappers in Jacmel will be kept.", [(73, "in_effect")]),
    ],
)
def test_those_of_whom_a_part_is_told_are_there(text: str, wanted: list[tuple[int | None, str]]) -> None:
    made = [d for d in extract(text, DAY).drafts if d.type_code == "strength"]
    assert [(d.quantity and d.quantity.low, d.status) for d in made] == wanted
    assert {d.place and d.place.place.name for d in made} == {"Jacmel"}


def test_where_they_are_based_out_of_is_not_where_they_are() -> None:
    text = "Some 75 Spanish marines, based out of Cartagena, also serve in Djibouti."
    assert {t[3] for t in told(text)} == {"Djibouti"}


def test_ships_are_in_their_home_port() -> None:
    assert told("Toulon is the home port for nine French frigates.") == [("strength", ("FRA",), 9, "Toulon")]


def test_men_who_are_counted_elsewhere_are_not_counted_at_each_of_their_homes() -> None:
    text = "The 85 Kenyan soldiers who landed in Goma on Friday are usually based in Nairobi and Mombasa."
    made = told(text)
    assert [t[2] for t in made if t[3] in {"Nairobi", "Mombasa"}] == [None, None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Malian army will send 60 men to Gao, 25 to Kidal and 13 to Ansongo.", [("Gao", 60), ("Kidal", 25), ("Ansongo", 13)]),
        ("The Malian army sent six howitzers to Gao as well as two to Kidal.", [("Gao", 6), ("Kidal", 2)]),
    ],
)  # fmt: skip
def test_each_number_goes_to_its_own_place(text: str, wanted: list[tuple[str, int]]) -> None:
    made = [d for d in extract(text, DAY).drafts if d.destination is not None]
    assert [(d.destination and d.destination.place.name, d.quantity and d.quantity.low) for d in made] == wanted


def test_who_joins_a_drill_is_counted_where_it_is_held() -> None:
    text = "Ninety Belgian gunners from a school in Brasschaat will join the drill in Latvia."
    assert ("strength", ("BEL",), 90, "Latvia") in told(text)


def test_a_change_by_so_many_to_so_many_has_both() -> None:
    (made,) = extract("Chile approved a cut of its garrison in Jacmel by 40 to 230 soldiers.", DAY).drafts
    assert made.quantity_delta is not None and made.quantity is not None
    assert (made.quantity_delta.low, made.quantity.low) == (-40, 230)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The number of Polish soldiers posted to Ghazni reached 1,100 in May.", [("strength", 1100, "Ghazni")]),
        ("Some 700 Chadian troops are spread across Kidal.", [("strength", 700, "Kidal")]),
        (
            "Nine Turkish navy and coastguard boats were sighted near the Greek island of Rhodes on Friday.",
            [("strength", 9, "Rhodes")],
        ),
    ],
)
def test_how_many_are_where_they_were_sent_seen_or_spread(text: str, wanted: list[tuple[str, int, str]]) -> None:
    assert [(t[0], t[2], t[3]) for t in told(text)] == wanted


def test_a_body_to_which_men_are_lent_is_not_their_own() -> None:
    text = "The UN mission in Mali was extended in May. Togo has lent 40 soldiers to the 950-strong force."
    assert ("strength", ("UN",), 950, "Mali") in told(text)
    assert ("strength", 950) not in [
        (t[0], t[2]) for t in told("Togo lends 40 soldiers to a 950-strong force in Kidal.")
    ]
