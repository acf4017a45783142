"""Home garrisons and tours, sites that close while their people go elsewhere, parts of bases that are hit, and what is no
force's: a firm that owns a plant, people who leave their homes, a captain who loses his post."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import Fact, facts


def _of(text: str, kind: str) -> list[Fact]:
    return [f for f in facts(f"The army and navy met.\n\n{text}") if f["type"] == kind]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Three squadrons stationed in the United States will leave in March for rotations in Qatar and Japan.",
         ["Qatar", "Japan"]),
        ("Two US battalions based in the United States will pack up in May for tours in the Middle East and Kosovo.",
         ["Middle East", "Kosovo"]),
        ("Two battalions from Fort Hood will leave in March for Kuwait and Korea.", ["Kuwait", "Korea"]),
        ("British soldiers left Brize Norton on Monday for Estonia and Poland.", ["Estonia", "Poland"]),
        ("The 200 Dutch soldiers left Eindhoven for Mali and Niger on Friday.", ["Mali", "Niger"]),
    ],
)  # fmt: skip
def test_who_leaves_home_for_a_tour_is_sent(text: str, goals: list[str]):
    assert [f["destination"] for f in _of(text, "deployment")] == goals
    assert not _of(text, "withdrawal")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("RAF Wyton and RAF Henlow, two former airfields in Cambridgeshire, are due to close in 2028, and their people "
         "will be concentrated at RAF Marham, Norfolk.", ["RAF Wyton", "RAF Henlow"]),
        ("Fort Monroe and Fort McPherson, two posts in the south, will close in 2028, and their units will move to Fort "
         "Eustis and Fort Knox.", ["Fort Monroe", "Fort McPherson"]),
    ],
)  # fmt: skip
def test_where_their_people_go_does_not_close(text: str, closed: list[str]):
    assert [f["place"] for f in _of(text, "base_closure")] == closed


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("An explosive drone hit the hangar of the French base in Abu Dhabi on Tuesday.", "FRA"),
        ("An Iranian-made drone struck the runway of the British base at Akrotiri late on 1 March.", "GBR"),
        ("The coalition said that a rocket hit a runway at Ain al-Asad on Friday, and nobody was hurt.", "COALITION"),
        ("NATO said that a mortar round hit a barracks at Camp Bifrost on Sunday.", "NATO"),
    ],
)
def test_who_hits_a_part_of_a_base_attacks_it(text: str, who: str):
    (fact,) = facts(text)
    assert (fact["type"], fact["actors"]) == ("attack_on_force", {who})


@pytest.mark.parametrize(
    "text",
    [
        "Israeli jets hit the runway of the T4 air base on Sunday.",
        "Ukrainian drones hit a hangar at the Saky air base on Monday.",
    ],
)
def test_what_a_state_hits_is_its_strike(text: str):
    assert [f["type"] for f in facts(text)] == ["strike"]


@pytest.mark.parametrize(
    "text",
    [
        "Around 40,000 Ukrainians have left their homes in the Sumy region.",
        "Tens of thousands of Azerbaijanis have left their homes since the fighting began.",
        "The collision led to the removal of one commanding officer at Yokosuka.",
        "He urged sergeants to send young soldiers to the chaplains at their bases before they despair.",
    ],
)
def test_no_troops_move(text: str):
    assert not [f for f in facts(f"The army and navy met.\n\n{text}") if f["type"] in {"withdrawal", "deployment"}]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The refinery belongs to Lukoil, and Ukrainian drones hit it on Sunday.", None),
        ("The depot was sold to Shell, and Russian drones hit it on Monday.", None),
        ("Some 300 Danish infantrymen under UN command guarded the power plant at Tuzla.", "Tuzla"),
        ("Portuguese gendarmes, 220 at the moment, are under U.N. command at Dili.", "Dili"),
    ],
)
def test_owners_and_commands_are_no_places(text: str, where: str | None):
    assert {f.get("place") for f in facts(text)} == {where}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On the 18th the Chinese aircraft carrier Liaoning sailed into the Philippine Sea.", "2024-05-18"),
        ("On the 3rd two Russian frigates entered the Sea of Japan, the ministry said.", "2024-06-03"),
        ("A British destroyer entered the Black Sea on the 9th after a visit to Souda Bay.", "2024-06-09"),
    ],
)
def test_a_day_without_its_month(text: str, day: str):
    (fact,) = facts(text, date(2024, 6, 12))
    assert fact["dates"] == (day, day)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NATO transferred responsibility for Camp Bondsteel to the Kosovan army on Friday.",
         ("base_handover", "Camp Bondsteel")),
        ("France handed responsibility for the airport at Gao to the UN mission in May.", ("base_handover", "Gao")),
        ("The coalition transferred responsibility for security in Anbar to Iraqi forces in September.",
         ("mission_transition", "Anbar")),
        ("Two British ships equipped with drones are in Bahrain.", ("strength", "Bahrain")),
        ("300 British soldiers armed with rifles have been in Cyprus since Sunday.", ("strength", "Cyprus")),
        ("French Rafales continue to fly from Al Dhafra.", ("presence", "Al Dhafra")),
        ("US tankers continue to operate from Incirlik.", ("presence", "Incirlik")),
    ],
)  # fmt: skip
def test_what_is_where_and_whose(text: str, wanted: tuple[str, str]):
    (fact,) = facts(text)
    assert (fact["type"], fact["place"]) == wanted


@pytest.mark.parametrize(
    ("text", "origin", "number"),
    [
        ("In May the junta in Bamako showed 2,400 French soldiers the door.", "Bamako", 2400),
        ("The last of 1,500 French troops were shown the door in Niger in December.", "Niger", 1500),
        ("Fort Riley will lose 1,500 soldiers under the plan.", "Fort Riley", 1500),
    ],
)
def test_who_is_shown_the_door_leaves(text: str, origin: str, number: int):
    (fact,) = facts(text)
    assert (fact["type"], fact["origin"], fact["n"][0]) == ("withdrawal", origin, number)


@pytest.mark.parametrize(
    "text",
    [
        "The garrison in Gao lost nine soldiers on Monday.",
        "The base in Gao lost nine soldiers in an attack on Monday.",
    ],
)
def test_men_that_a_garrison_lost_fell(text: str):
    (fact,) = facts(text)
    assert (fact["type"], fact["n"]) == ("attack_on_force", (9, 9, "exact", "killed"))


def test_a_base_gains_men():
    (fact,) = facts("The base at Rota is to gain 600 American sailors.")
    assert (fact["type"], fact["destination"], fact["n"][0]) == ("reinforcement", "Rota", 600)


def test_a_ships_company_is_no_garrison():
    assert not facts("She is a destroyer with missiles and a ship's company of around 200.")
