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
