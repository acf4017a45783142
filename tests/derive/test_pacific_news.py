"""News of Asia and the Pacific: rotations, shared bases, islands without armies of their own."""

from __future__ import annotations

import pytest

from derive.reading import facts


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Turkey, whose base in Mogadishu houses 300 soldiers, is to stay.", {"TUR"}, "Mogadishu"),
        ("Russia, whose base in Gyumri hosts 3,000 soldiers, said it would stay.", {"RUS"}, "Gyumri"),
        ("Turkey's base in Mogadishu houses 300 soldiers.", {"TUR"}, "Mogadishu"),
    ],
)
def test_a_guests_own_base_holds_its_own_troops(text: str, who: set[str], where: str) -> None:
    strengths = [f for f in facts(text) if f["type"] == "strength"]
    assert [(f["actors"], f["place"]) for f in strengths] == [(who, where)]


@pytest.mark.parametrize(
    ("text", "slot", "where"),
    [
        ("Across the Taiwan Strait, China has stationed missiles in Fujian province.", "place", "Fujian province"),
        ("Across the Amu Darya, Uzbekistan has deployed two battalions in Termez.", "destination", "Termez"),
    ],
)
def test_what_lies_between_is_not_where_it_is(text: str, slot: str, where: str) -> None:
    assert [f[slot] for f in facts(text)] == [where]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("About 105 Marines have been moved to Guam so far.", {"USA"}),
        ("Some 900 soldiers are stationed in Greenland.", {"DNK"}),
        ("About 300 soldiers were flown to New Caledonia after the riots.", {"FRA"}),
    ],
)
def test_a_land_without_an_army_has_another_states_soldiers(text: str, who: set[str]) -> None:
    assert [f["actors"] for f in facts(text)] == [who]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia has sent tanks to Gyumri and will hold drills there next month.", "completed"),
        ("France closed the base at Faya and is to leave Chad in January.", "completed"),
        ("Russia will send tanks to Gyumri and hold drills there next month.", "planned"),
    ],
)
def test_what_is_done_is_not_put_off_by_what_is_to_come(text: str, status: str) -> None:
    assert facts(text)[0]["status"] == status


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Britain keeps 2,500 personnel on Diego Garcia. Six B-2 bombers were flown to the atoll.", "Diego Garcia"),
        ("Taiwan has 200 soldiers on Itu Aba. It sent two ships to the islet in March.", "Itu Aba"),
    ],
)
def test_an_islet_is_no_state_but_may_be_a_base(text: str, where: str) -> None:
    assert [f["destination"] for f in facts(text) if f["type"] == "deployment"] == [where]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        ("Navies met. Australia, Japan, the US and the Philippines sailed together off Luzon.", "patrol", 4),
        ("Navies met. The navies of India and Vietnam sailed together off Cam Ranh.", "patrol", 2),
        ("Manila and Canberra conducted a maritime cooperative activity off Palawan, the navy said.", "exercise", 2),
        ("The navies of Chile, Peru, the Netherlands and Spain held drills off Lima.", "exercise", 4),
    ],
)
def test_all_who_sail_together_act(text: str, type_code: str, who: int) -> None:
    assert [(f["type"], len(f["actors"])) for f in facts(text)] == [(type_code, who)]


@pytest.mark.parametrize(
    "head",
    [
        "NEW DELHI, Feb 3 (Agency) ",
        "New Delhi, Feb 3 (Agency): ",
        "NEW DELHI, Feb 3, Agency - ",
        "NEW DELHI, Feb. 3 (Agency) -- ",
    ],
)
def test_the_day_of_filing_is_not_the_acts(head: str) -> None:
    assert [f["dates"] for f in facts(head + "India will send two battalions to Mauritius.")] == [("", "")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Taipei said 21 Chinese aircraft and seven naval vessels were operating around Penghu.", [{"CHN"}, {"CHN"}]),
        ("Some 300 French soldiers and Estonia's 200 men are in Tapa.", [{"FRA"}, {"EST"}]),
        ("27 Chinese military aircraft and nine ships were detected around Taiwan.", [{"CHN"}, {"CHN"}]),
    ],
)
def test_counts_in_a_row_are_of_one_nation(text: str, who: list[set[str]]) -> None:
    assert [f["actors"] for f in facts(text) if f["type"] == "strength"] == who


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Indian Army base at Parva is now operational.", "completed"),
        ("The Indian army said the base at Parva will be functional by May.", "planned"),
        ("A new Indian army base will come up at Parva next year.", "planned"),
    ],
)
def test_a_base_that_works_has_been_opened(text: str, status: str) -> None:
    assert [(f["type"], f["status"]) for f in facts(text)] == [("base_opening", status)]


def test_a_stay_that_is_extended_goes_on() -> None:
    found = facts("Kyrgyzstan has extended the stay of Russian troops at Kant until 2042.")
    assert [(f["type"], f["actors"]) for f in found] == [("mission_continuation", {"RUS"})]


def test_a_named_weapon_system_moves_and_stays() -> None:
    found = facts("The U.S. Army shipped its Typhon system to Iwakuni, where it stayed until November.")
    assert {f["type"] for f in found} == {"deployment", "presence"}


def test_close_to_signing_is_not_signed() -> None:
    assert [f["status"] for f in facts("Iraq is close to expelling US troops from Ain al-Asad.")] == ["considered"]


def test_what_is_to_be_based_somewhere_is_not_yet_there() -> None:
    found = facts("Tokyo intends to base all 42 of its F-35B fighters at Nyutabaru.")
    assert [f["status"] for f in found] == ["planned"]


def test_a_clause_tells_of_the_last_of_two_places() -> None:
    found = facts("French troops are in Gao and in Kidal, where 300 Chadian soldiers are stationed.")
    assert [f["place"] for f in found if f["type"] == "strength"] == ["Kidal"]


def test_a_drill_for_which_somebody_is_hosted_is_at_the_hosts() -> None:
    found = facts("Kenya's army hosted British soldiers for a two-week exercise.")
    assert [f["place"] for f in found if f["type"] == "exercise"] == ["Kenya"]
