"""Leaving in all its wordings: nouns and particles, from nowhere to nowhere, unreal, by level, and who is no force."""

from __future__ import annotations

import pytest

from .reading import facts

MORE = " The army has a garrison in Nairobi."


def first(sentence: str) -> list[tuple[str, str | None, str | None, str]]:
    """Type, origin, destination and status of what a sentence about troops states, but for the garrison's."""
    made = facts(sentence + MORE)
    return [
        (f["type"], f.get("origin"), f.get("destination"), f["status"]) for f in made if f.get("place") != "Nairobi"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile announced the recall of 60 soldiers from Haiti.", ("withdrawal", "Haiti", None, "planned")),
        ("Fiji ordered the return of its 80 soldiers from Sinai.", ("withdrawal", "Sinai", None, "planned")),
        ("Fiji completed the return home of 80 soldiers from Haiti.", ("withdrawal", "Haiti", None, "completed")),
        ("Nepal took the last of its soldiers home from Haiti.", ("withdrawal", "Haiti", None, "completed")),
        ("Nepal will not bring back its soldiers from Haiti.", ("withdrawal", "Haiti", None, "denied")),
        ("Nepal redeployed a battalion out of Haiti.", ("withdrawal", "Haiti", None, "completed")),
        (
            "Chad completed the relocation of 300 soldiers from Kidal to Gao.",
            ("relocation", "Kidal", "Gao", "completed"),
        ),
        ("There are no plans for Nepalese troops to move from Kidal to Gao.", ("relocation", "Kidal", "Gao", "denied")),
        ("Nepal airlifted its soldiers home from Haiti.", ("withdrawal", "Haiti", None, "completed")),
        ("Nepal has rotated its soldiers out of Haiti.", ("withdrawal", "Haiti", None, "completed")),
        ("Nepal brought its military presence in Haiti to an end.", ("withdrawal", "Haiti", None, "completed")),
        ("Nepalese troops moved away from Gao, according to monitors.", ("withdrawal", "Gao", None, "completed")),
        ("The evacuation of Gao by Nepalese troops is under way.", ("withdrawal", "Gao", None, "ongoing")),
        ("Chad ruled out the transfer of a battalion from Juba to Wau.", ("relocation", "Juba", "Wau", "denied")),
        ("Nepal carried out the pullout of its troops deployed in Gao.", ("withdrawal", "Gao", None, "completed")),
        ("Chad is bringing the bulk of its troops from Kidal to Gao.", ("relocation", "Kidal", "Gao", "ongoing")),
    ],
)
def test_ways_of_leaving(sentence: str, expected: tuple[str, str | None, str | None, str]) -> None:
    assert first(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "If Nepal withdrew its soldiers from Haiti, there would be chaos.",
        "Had Nepal withdrawn its soldiers from Haiti, there would have been chaos.",
        "The soldier came home from Haiti in 2019 and opened a bakery.",
        "A Norwegian aid group has pulled out of Haiti.",
    ],
)
def test_nobody_has_left(sentence: str) -> None:
    assert first(sentence) == []


def test_a_move_that_is_judged_is_no_second_one() -> None:
    assert first("Nepal withdrew 300 soldiers from Haiti on Monday - a move that neighbours welcomed.") == [
        ("withdrawal", "Haiti", None, "completed")
    ]


def test_a_force_that_is_drawn_down_to_a_number_changes_its_level() -> None:
    made = facts("Nepal drew down its forces in Haiti to 600 last year.")
    assert [(f["type"], f["n"]) for f in made] == [("strength_change", (600, 600, "exact", "personnel"))]


def test_who_falls_back_is_not_dead() -> None:
    made = facts("More than 300 soldiers fell back from Kidal to Gao.")
    assert [f["n"] for f in made] == [(300, None, "at_least", "personnel")]


def test_after_a_withdrawal_that_is_told_in_full() -> None:
    made = facts("Looting broke out after the departure of 300 Chadian soldiers from Kidal in March.")
    assert [(f["type"], f["origin"], f["dates"]) for f in made] == [
        ("withdrawal", "Kidal", ("2025-03-01", "2025-03-31"))
    ]


def test_prisoners_go_to_the_authorities_of_a_town() -> None:
    made = facts("The Chadian army handed over 40 detainees to the authorities in Timbuktu.")
    assert [(f["type"], f["destination"]) for f in made] == [("detainee_transfer", "Timbuktu")]


def test_a_day_behind_where_they_were_based_is_the_day_of_the_recall() -> None:
    made = facts("Senegal recalled hundreds of soldiers based in Benghazi last year.")
    assert [f["dates"] for f in made] == [("2024-01-01", "2024-12-31")]


@pytest.mark.parametrize(
    ("text", "number", "days"),
    [
        ("Chad has 900 soldiers in Gao. Forty will leave by September.", 40, ("", "2025-09-30")),
        ("Chad has 900 soldiers in Gao. A further 120 are due home in October.", 120, ("2025-10-01", "2025-10-31")),
        (
            "The Chadian contingent in Gao numbers 900. Forty of them went home last month.",
            40,
            ("2025-05-01", "2025-05-31"),
        ),
    ],
)
def test_so_many_of_those_who_are_there_leave(text: str, number: int, days: tuple[str, str]) -> None:
    made = [(f["type"], f.get("n"), f.get("origin"), f["dates"]) for f in facts(text)]
    assert made[0][:2] == ("strength", (900, 900, "exact", "personnel"))
    assert made[1:] == [("withdrawal", (number, number, "exact", "personnel"), "Gao", days)]


def test_what_they_fly_home_in_is_not_counted() -> None:
    made = facts("Chad withdrew 900 soldiers from Gao. They were flown home aboard three transport planes.")
    assert [f["n"] for f in made] == [(900, 900, "exact", "personnel")]


def test_a_year_and_a_number_are_two() -> None:
    assert facts("In 2021 850 Chadian troops arrived in Gao.")[0]["n"] == (850, 850, "exact", "personnel")


def test_deployed_since_is_there() -> None:
    made = facts("Some 300 Chadian soldiers have been deployed in Gao since 2020.")
    assert [(f["type"], f["n"]) for f in made] == [("strength", (300, 300, "about", "personnel"))]


def test_in_the_port_of_a_town() -> None:
    assert facts("Some 850 Chadian soldiers are in the port of Mombasa.")[0]["place"] == "Mombasa"


def test_a_promise_in_the_past_looks_ahead() -> None:
    made = facts("Chad promised to withdraw its troops from Gao in October.")
    assert [f["dates"] for f in made] == [("2025-10-01", "2025-10-31")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan soldiers will go after the rebels in Lamu.",
        "Kenyan soldiers have gone to look for the pilot.",
        "Whole Kenyan battalions come and go.",
        "Two Kenyan soldiers went missing on Monday.",
    ],
)
def test_who_goes_to_act_does_not_leave(sentence: str) -> None:
    assert not [f for f in facts("Kenyan troops hold Kismayo. " + sentence) if f["type"] == "withdrawal"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The last Chadian ships sailed on Thursday.", [("withdrawal", "")]),
        (
            "Chad has troops in Gao. Chad's last soldiers have left Gao and are on their way to Cotonou.",
            [("presence", "Gao"), ("withdrawal", "Cotonou")],
        ),
        ("Units of the Wagner Group are returning to their field camps.", [("withdrawal", "field camps")]),
        ("The Kenyan army brought its contingent out of Goma by boat.", [("withdrawal", "")]),
    ],
)
def test_the_last_to_go_and_who_goes_back_to_his_own_camp_leave(text: str, made: list[tuple[str, str]]) -> None:
    assert [(f["type"], f.get("destination") or f.get("place") or "") for f in facts(text)] == made


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("No Kenyan soldier is left in Goma.", ("withdrawal", "Goma", "completed")),
        ("No Kenyan soldier will remain in Goma after June.", ("withdrawal", "Goma", "planned")),
        ("No Kenyan soldiers remain in Goma.", ("presence", "Goma", "denied")),
        ("Kenyan soldiers emptied their camp at Kismayo.", ("withdrawal", "Kismayo", "completed")),
        ("The Kenyan army ruled out any thinning of its troops in Goma.", ("withdrawal", "Goma", "denied")),
        ("The Kenyan battalion completed its tour in Goma in May.", ("withdrawal", "Goma", "completed")),
    ],
)
def test_leavings_in_other_words(text: str, fact: tuple[str, str, str]) -> None:
    assert [(f["type"], f.get("origin") or f.get("place"), f["status"]) for f in facts(text)] == [fact]


@pytest.mark.parametrize("asked", ["asked France to leave without delay", "has asked the French to go"])
def test_a_state_that_is_asked_to_leave(asked: str) -> None:
    made = facts(f"France has 300 soldiers in Gao. The junta {asked}.")
    assert [(f["type"], f["status"]) for f in made] == [("strength", "in_effect"), ("withdrawal", "considered")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Chadian troops have pulled back from two posts on the frontier, Kidal and Gao.", ["Kidal", "Gao"]),
        ("Chad moved its last tanks off the airfield at Gao before the deadline.", ["Gao"]),
        ("Sixty Chadian soldiers stationed at Gao returned on Friday.", ["Gao"]),
    ],
)
def test_what_they_go_back_from(text: str, places: list[str]) -> None:
    assert [(f["type"], f.get("origin")) for f in facts(text)] == [("withdrawal", p) for p in places]


def test_a_deployment_that_is_complete_has_come() -> None:
    assert not [f for f in facts("Kenya completes deployment in Goma.") if f["type"] == "withdrawal"]


def test_with_the_last_of_them_all_have_gone() -> None:
    assert [f["n"] for f in facts("The last of 850 Chadian soldiers left Gao on Friday.")] == [
        (850, 850, "exact", "personnel")
    ]


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("The U.S. military freed 14 prisoners at Bagram. Six of them were flown to Kuwait.", None, "Kuwait"),
        ("The Kenyan army holds ten prisoners near Kismayo. They were flown to Nairobi.", None, "Nairobi"),
        ("Nearly 300 prisoners left Bagram for Kabul under guard of U.S. troops.", "Bagram", "Kabul"),
        ("Thirty prisoners of the Kenyan army arrived in Nairobi from Kismayo.", "Kismayo", "Nairobi"),
        ("Two Kenyans held at Mogadishu since May were flown to Nairobi by the army.", "Mogadishu", "Nairobi"),
    ],
)
def test_prisoners_spoken_of_before_and_prisoners_who_come_or_go(
    text: str, origin: str | None, destination: str
) -> None:
    made = [f for f in facts(text) if f["type"] == "detainee_transfer"][-1]
    assert (made.get("origin"), made["destination"]) == (origin, destination)


def test_freed_prisoners_leave_the_place_where_they_were_held() -> None:
    made = facts("French troops are stationed at Gao. The French army released ten prisoners on Friday.")
    freed = [f for f in made if f["type"] == "detainee_transfer"]
    assert [(f["origin"], "destination" in f) for f in freed] == [("Gao", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Mexico sent 10,000 National Guard soldiers to its northern border, as was agreed with Washington.",
        "The American soldiers in Niger stay for now. Washington agreed in April to withdraw its troops from the country.",
        "The heads of state of the East African Community agreed in June 2022 to send a regional force to Congo.",
    ],
)
def test_what_two_agreed_on_in_passing_is_a_deal(text: str) -> None:
    assert "agreement" in {f["type"] for f in facts(text)}
