"""What agency copy says in a breath: pledges of several states, men due to follow, those who left much behind."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.draft import Draft
from posture.derive.extract.engine import extract


def given(text: str, type_code: str) -> list[Draft]:
    return [d for d in extract(text, date(2018, 12, 29)).drafts if d.type_code == type_code]


@pytest.mark.parametrize(
    ("text", "pledged"),
    [
        (
            "Ghana will send 250 soldiers to Gao, Togo and Benin 190 each and Niger 30.",
            {("GHA", 250), ("TGO", 190), ("BEN", 190), ("NER", 30)},
        ),
        (
            "The force in Darfur is growing. Malawi has agreed to send 240 soldiers there, Tanzania and Gambia 180.",
            {("MWI", 240), ("TZA+GMB", 180)},
        ),
    ],
)
def test_two_states_give_as_many(text, pledged):
    found = {("+".join(d.actors), d.quantity.low) for d in given(text, "deployment") if d.quantity}
    assert found == pledged


def test_those_due_to_follow_are_another_fact_than_those_who_came():
    text = "Some 120 Kenyan soldiers landed in Goma, with another 140 due to arrive next Tuesday."
    (came,), (due,) = given(text, "deployment"), given(text, "reinforcement")
    assert (came.status, came.quantity.low, came.date_basis) == ("completed", 120, "publication")
    assert (due.status, due.quantity.low, due.date_start) == ("planned", 140, date(2019, 1, 1))


def test_the_rest_who_are_to_leave_are_another_fact_than_those_who_left():
    text = "About 300 French soldiers have left Gao, with the rest expected to leave by June."
    assert {d.status for d in given(text, "withdrawal")} == {"completed", "considered"}


@pytest.mark.parametrize(
    ("text", "actors", "goal"),
    [
        ("UNMISS is to receive 850 peacekeepers from Rwanda next month.", ("RWA",), "South Sudan"),
        ("Monuc is to get another 2 500 soldiers by the end of October.", ("UN",), "Democratic Republic of the Congo"),
        ("NATO's mission in Kosovo got another 200 British soldiers on Monday.", ("GBR",), "Kosovo"),
    ],
)
def test_a_mission_gets_men_from_those_who_give_them(text, actors, goal):
    (one,) = given(text, "reinforcement")
    assert (one.actors, one.destination.place.name, one.origin) == (actors, goal, None)


def test_observers_from_several_states_do_not_set_out_from_the_first():
    (one,) = given(
        "Another 75 military observers, from Egypt, Gambia and Ghana, were to arrive in Darfur.", "reinforcement"
    )
    assert one.origin is None and one.actors == ("EGY", "GMB", "GHA")


@pytest.mark.parametrize(
    "text",
    [
        "France lost no time in sending 400 troops to Mali.",
        "Kenya is sparing no effort to speed up the dispatch of 400 troops to Haiti.",
    ],
)
def test_who_spares_no_effort_denies_nothing(text):
    assert all(d.status != "denied" for d in extract(text, date(2020, 1, 1)).drafts)


def test_who_leaves_things_behind_leaves():
    (one,) = given("Some 50 US soldiers left, leaving behind an empty warehouse in Hasakah.", "withdrawal")
    assert (one.quantity.low, one.origin.place.name) == (50, "Hasakah")


@pytest.mark.parametrize(
    ("day", "dates"), [("December 19", (None, None)), ("March 19", (date(2019, 3, 19), date(2019, 3, 19)))]
)
def test_a_day_just_past_is_when_a_plan_was_announced(day, dates):
    (one,) = given(f"The president announced a decision to withdraw French troops from Syria on {day}.", "withdrawal")
    assert (one.date_start, one.date_end) == dates


@pytest.mark.parametrize(
    ("text", "type_code", "actors"),
    [
        (
            "The Philippines and Japan signed a pact. Some 900 soldiers from both countries took part in a drill.",
            "exercise",
            {"PHL", "JPN"},
        ),
        ("US troops near Cotabato were advising local forces fighting Abu Sayyaf.", "ground_operation", {"PHL"}),
        (
            "Kenya and India signed a pact. Warships of both navies patrolled the Gulf of Aden.",
            "patrol",
            {"KEN", "IND"},
        ),
        ("About 900 soldiers from Nepal and the US take part in the Balikatan exercise.", "exercise", {"NPL", "USA"}),
    ],
)
def test_who_both_and_local_forces_are(text, type_code, actors):
    assert actors in [set(d.actors) for d in given(text, type_code)]


@pytest.mark.parametrize("dash", ["-", "--", "–", "—"])
def test_a_datelines_dash_is_no_part_of_who_speaks(dash):
    (one,) = given(f"NEW DELHI {dash} India says that 500 soldiers left Leh on Monday.", "withdrawal")
    assert one.attribution == ("India",)


def test_who_leaves_to_join_others_goes_where_they_are():
    (one,) = given("About 550 British soldiers left Basra Palace to join 5,000 others at Shaibah.", "withdrawal")
    assert one.destination is not None and one.destination.place.name.startswith("Shaibah")


@pytest.mark.parametrize(
    ("text", "actors", "origin"),
    [
        ("About 600 soldiers came from Ghana and Nepal last year.", ("GHA", "NPL"), None),
        ("Some 800 ECOWAS soldiers came to Bissau from Nigeria, Togo and Senegal.", ("ECOWAS",), None),
        ("The first 90 Kenyan soldiers arrived in Goma from Juba on Monday.", ("KEN",), "Juba"),
    ],
)
def test_several_states_behind_from_give_the_men(text, actors, origin):
    (one,) = given(text, "deployment")
    assert (one.actors, one.origin and one.origin.place.name) == (actors, origin)


def test_whose_helicopters_fly_men_out_is_not_who_they_are():
    text = "Japanese troops are in Samawa. The first 38 soldiers were flown to Kuwait by British helicopters on July 7."
    (one,) = given(text, "deployment")
    assert one.actors == ("JPN",)
