"""Who comes and goes as newspapers tell it: home from abroad, so many of those to go, whose move an order is."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Canada plans to withdraw the 400 troops that it has in Mali by the end of 2026.",
            [{"type": "withdrawal", "actors": {"CAN"}, "origin": "Mali", "n": (400, 400, "exact", "personnel")}],
        ),
        (
            "Some 300 soldiers who went to Kuwait in June returned to Fort Hood on Friday, the U.S. Army said.",
            [
                {"type": "deployment", "actors": {"USA"}, "destination": "Kuwait"},
                {"type": "withdrawal", "actors": {"USA"}, "origin": "Kuwait", "destination": "Fort Hood"},
            ],
        ),
        (
            "French sailors have been in the Gulf since May. The frigate returned to Toulon on Monday.",
            [{"type": "presence"}, {"type": "withdrawal", "actors": {"FRA"}, "destination": "Toulon"}],
        ),
        (
            "U.S. troops have been in Iraq since 2003. The 4th Brigade Combat Team is to return in April.",
            [{"type": "presence"}, {"type": "withdrawal", "actors": {"USA"}, "origin": "Iraq", "status": "planned"}],
        ),
        (
            "The first of about 900 British troops due to leave Iraq this year have flown home.",
            [
                {"type": "withdrawal", "status": "planned", "n": (900, 900, "about", "personnel")},
                {"type": "withdrawal", "status": "completed"},
            ],
        ),
        (
            "Two frigates were back in Toulon on Friday, the Danish navy said.",
            [{"type": "deployment", "actors": {"DNK"}, "n": (2, 2, "exact", "ships")}],
        ),
        (
            "Britain ordered the withdrawal after the talks in Basra collapsed, saying Iraqi forces could do without it.",
            [{"type": "withdrawal", "actors": {"GBR"}, "status": "planned"}],
        ),
        (
            "The plan would have Turkish soldiers deployed to Idlib.",
            [{"type": "deployment", "actors": {"TUR"}, "destination": "Idlib", "status": "planned"}],
        ),
        ("The brigade headquarters and two companies are to return in March, the Canadian army said.", []),
        (
            "The wing will relocate to Aviano as part of a plan to pull 9,000 U.S. troops out of Germany.",
            [
                {"type": "relocation", "destination": "Aviano"},
                {"type": "withdrawal", "origin": "Germany", "n": (9000, 9000, "exact", "personnel")},
            ],
        ),
        (
            "The Kenyan army has pushed ahead several brigades into Lamu.",
            [{"type": "deployment", "actors": {"KEN"}, "destination": "Lamu"}],
        ),
        (
            "Satellite images show the movement of Russian tanks from Brest to Bryansk.",
            [{"type": "relocation", "actors": {"RUS"}, "origin": "Brest", "destination": "Bryansk"}],
        ),
        ("The movement of aid from Port Sudan to Khartoum was halted by Sudanese soldiers.", []),
    ],
)
def test_comings_and_goings(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Some 40 soldiers will depart Darwin for Honiara on Friday, the Australian army said.",
            [{"type": "deployment", "actors": {"AUS"}, "origin": "Darwin", "destination": "Honiara"}],
        ),
        (
            "The French-led Mali mission sent soldiers to Gao.",
            [{"type": "deployment", "actors": {"FRA"}, "destination": "Gao"}],
        ),
        (
            "HMS Kent has returned home to Portsmouth after a nine-month deployment in the Middle East.",
            [{"type": "withdrawal", "actors": {"GBR"}, "origin": "Middle East", "destination": "Portsmouth"}],
        ),
        (
            "HMS Kent returned to Portsmouth from the Gulf on Tuesday. Families greeted the arrival of HMS Kent at "
            "Portsmouth.",
            [{"type": "withdrawal", "actors": {"GBR"}, "destination": "Portsmouth"}],
        ),
        (
            "Italy sent 300 soldiers to Lebanon on Monday. A navy ship will also be deployed to Lebanon.",
            [{"type": "deployment", "status": "completed"}, {"type": "deployment", "status": "planned"}],
        ),
        (
            "Colombia will send 400 troops to Arauca. The decision to send more troops to Arauca followed a kidnapping.",
            [{"type": "deployment", "actors": {"COL"}, "status": "planned"}],
        ),
        (
            "Russia has moved 50 jets from Stavropol to Crimea. The 50 jets were relocated to train, it said.",
            [{"type": "relocation", "actors": {"RUS"}, "origin": "Stavropol", "destination": "Crimea"}],
        ),
    ],
)
def test_one_move_told_twice_and_two_told_at_once(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))


def test_south_americans_are_not_the_united_states() -> None:
    assert all("USA" not in f["actors"] for f in facts("South American soldiers arrived in Port-au-Prince."))


@pytest.mark.parametrize(
    "text",
    [
        "The gunmen entered the camp near Diffa, opened fire on the Nigerien soldiers and left.",
        "Militants arrived in Diffa on motorcycles and shot at Nigerien soldiers before fleeing the town.",
        "Rebels entered Bangassou at dawn and looted the hospital before withdrawing.",
    ],
)
def test_a_raid_is_no_coming_and_going(text: str) -> None:
    assert not {f["type"] for f in facts(text)} & {"deployment", "withdrawal"}


def test_leaving_after_a_fight_is_leaving() -> None:
    found = facts("The rebels withdrew from Bangassou after killing four soldiers.")
    assert any(f["type"] == "withdrawal" and "Bangassou" in f["origin"] for f in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Pentagon told 2,000 soldiers to prepare for deployment to Kuwait.",
            [{"type": "deployment", "actors": {"USA"}, "n": (2000, 2000, "exact", "personnel"), "status": "planned"}],
        ),
        (
            "Rome will strengthen Italian forces in Iraq by another 900 soldiers and 250 marines.",
            [
                {"type": "reinforcement", "n": (900, 900, "exact", "personnel")},
                {"type": "reinforcement", "n": (250, 250, "exact", "personnel")},
            ],
        ),
        (
            "The United Nations Mission in South Sudan is receiving hundreds of reinforcements from several nations.",
            [
                {
                    "type": "reinforcement",
                    "actors": {"UN"},
                    "destination": "South Sudan",
                    "n": (100, None, "at_least", "personnel"),
                }
            ],
        ),
        (
            "Turkish troops left Morek on Monday. The trucks left the area at dawn, sources said.",
            [{"type": "withdrawal", "actors": {"TUR"}, "origin": "Morek"}],
        ),
        (
            "The Iranian frigates returned to port on Friday after a month in the Red Sea.",
            [{"type": "withdrawal", "actors": {"IRN"}, "origin": "Red Sea"}],
        ),
        ("The decision could free up U.S. forces for Afghanistan.", []),
    ],
)
def test_who_is_made_ready_added_or_gone(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "NATO is sending 700 troops to bolster the force in Kosovo.",
            [{"type": "deployment", "actors": {"NATO"}, "destination": "Kosovo"}],
        ),
        (
            "France will send 200 soldiers to Chad to reinforce the garrison at Abeche.",
            [{"type": "deployment", "destination": "Chad"}, {"type": "reinforcement", "destination": "Abeche"}],
        ),
        (
            "On 3 May, 200 Irish soldiers were deployed to Lebanon. A further 200 troops are set to leave for Lebanon.",
            [
                {"type": "deployment", "actors": {"IRL"}, "status": "completed"},
                {"type": "deployment", "actors": {"IRL"}, "status": "planned"},
            ],
        ),
        (
            "The Irish army will send the rest of the battalion to Lebanon tomorrow, departing from Dublin airport.",
            [{"type": "deployment", "actors": {"IRL"}, "destination": "Lebanon"}],
        ),
        (
            "A new group of Chinese peacekeepers left for Lebanon on Monday.",
            [{"type": "deployment", "actors": {"CHN"}, "destination": "Lebanon"}],
        ),
        (
            "Malian soldiers withdrew to their barracks in Gao on Friday.",
            [{"type": "withdrawal", "actors": {"MLI"}, "destination": "Gao"}],
        ),
        (
            "Serbia announced that it had withdrawn a portion of its forces from the Kosovo border.",
            [{"type": "withdrawal", "actors": {"SRB"}, "origin": "Kosovo border"}],
        ),
        ("Guinean soldiers left flowers at the grave in Conakry.", []),
    ],
)
def test_what_is_for_another_move_and_what_is_one_more(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))


def test_a_drone_that_is_brought_down_goes_nowhere() -> None:
    found = facts("The French frigate shot down three drones launched from Yemen and heading for the Gulf of Aden.")
    assert "deployment" not in {f["type"] for f in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Pakistan has pulled out two brigades or nearly 6,000 troops from the Indian border.",
            [{"type": "withdrawal", "actors": {"PAK"}, "n": (6000, 6000, "about", "personnel")}],
        ),
        (
            "HMNZS Te Mana is in the Gulf of Oman. Te Mana left Auckland in May.",
            [
                {"type": "presence", "actors": {"NZL"}},
                {"type": "deployment", "actors": {"NZL"}, "origin": "Auckland", "destination": "Gulf of Oman"},
            ],
        ),
        (
            "Polish troops were brought in from Poznan in the aftermath of the Baghdad bombings.",
            [{"type": "deployment", "actors": {"POL"}, "origin": "Poznan", "destination": None}],
        ),
    ],
)
def test_counts_by_two_names_ships_by_their_own_and_events(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "More than 150 Ghanaian troops left Accra on Friday for Darfur. The departure of the troops followed talks.",
            [{"type": "deployment", "actors": {"GHA"}, "destination": "Darfur"}],
        ),
        (
            "Two Rwandan battalions have left in the rotational exercise for the Darfur mission.",
            [{"type": "deployment", "actors": {"RWA"}, "destination": "Darfur"}],
        ),
    ],
)
def test_a_departure_told_and_a_rotation_are_no_other_facts(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))
