"""Whose men fell, who takes no part in a fight, who leads, founds or keeps up a mission, and
who comes to a place to train."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "actor", "place", "dead"),
    [
        ("Togo lost eleven soldiers at Kpendjal on Monday.", "TGO", "Kpendjal", 11),
        ("Uganda said it had lost nine soldiers in an ambush near Baidoa on Friday.", "UGA", "Baidoa", 9),
        ("Nepal lost two peacekeepers when a shell struck a lorry in the camp at Malakal.", "NPL", "Malakal", 2),
        ("Burundi, which lost six men near Jowhar in May, is rotating its battalions.", "BDI", "Jowhar", 6),
        ("Ethiopia lost more than 30 soldiers at Halgan last June.", "ETH", "Halgan", 30),
    ],
)
def test_who_loses_soldiers_was_attacked(text: str, actor: str, place: str, dead: int) -> None:
    found = [f for f in facts(text) if f["type"] == "attack_on_force"]
    assert [(f["actors"], f["place"], f["n"][0]) for f in found] == [({actor}, place, dead)]


@pytest.mark.parametrize(
    "text",
    [
        "Portugal lost 8,000 soldiers in the colonial war.",
        "The army lost contact with two patrols near Tessalit.",
        "Nigeria lost four soldiers to malaria at Buchanan.",
        "Ghana lost 40 soldiers to desertion at Tubmanburg.",
    ],
)
def test_other_losses_are_no_attack(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "attack_on_force"]


@pytest.mark.parametrize(
    ("text", "actor", "type_code"),
    [
        ("Malian troops and rebels fought in Ber on Sunday. The German soldiers at the airfield took no part in the "
         "fighting, a spokesman said.", "DEU", "ground_operation"),
        ("Danish soldiers train Iraqi troops near Kirkuk. They will not accompany them into battle, the major said.",
         "DNK", "ground_operation"),
        ("Amman said its forces had taken no part in the operation near Daraa.", "JOR", "ground_operation"),
        ("The Portuguese troops in Bangui are not there to fight, the minister said.", "PRT", "ground_operation"),
        ("The army has denied that Eritrean soldiers took part in the offensive around Humera.", "ERI",
         "ground_operation"),
        ("Spanish troops in Lebanon would not be involved in combat, the ministry said.", "ESP", "ground_operation"),
        ("Belgium will not take part in strikes on Yemen, the prime minister said on Thursday.", "BEL", "strike"),
        ("Jets bombed a column near Sabha on Friday. A spokesman for Algeria's army denied that its aircraft were "
         "involved.", "DZA", "strike"),
    ],
)  # fmt: skip
def test_a_force_keeps_out_of_a_fight(text: str, actor: str, type_code: str) -> None:
    found: list[dict[str, Any]] = [f for f in facts(text) if f["status"] == "denied"]
    assert [(f["type"], f["actors"]) for f in found] == [(type_code, {actor})]


@pytest.mark.parametrize(
    "text",
    [
        "The army did not take part in the talks at Doha, its spokesman said.",
        "The brigade did not join the parade in Bamako.",
        "Polish troops in Latvia will not fight alone if they are attacked, the general said.",
        "The navy was not involved in the planning of the visit to Lagos.",
    ],
)
def test_nothing_of_arms_is_denied(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] in {"ground_operation", "strike"}]


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Spain will keep its soldiers in Mindelo for another year, the cabinet decided.", "ESP", "Mindelo"),
        ("The army of Chad said its troops would remain in Kutum until the rains end.", "TCD", "Kutum"),
        ("The frigate Brandenburg has been told to stay off Tyre for longer than planned.", "DEU", "Tyre"),
        ("Parliament in Rome voted on Tuesday to let the Italian troops stay in Herat until 2027.", "ITA", "Herat"),
        ("A Romanian battalion arrived at Pristina in May. It will stay until November.", "ROU", None),
        ("Polish officials said their troops would not stay in Iraq beyond the mandate.", "POL", "Iraq"),
    ],
)
def test_troops_will_stay_for_a_time(text: str, actor: str, place: str | None) -> None:
    found = [f for f in facts(text) if f["type"] == "mission_continuation"]
    assert [f["actors"] for f in found] == [{actor}]
    assert place is None or found[0]["place"] == place


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers stayed in the barracks until noon.",
        "The army said that the road to Kidal would remain closed until Friday.",
        "American troops will remain in Iraq, the president said.",
        "The general will stay in office until June, the army said.",
        "The 300 British soldiers will stay in Gao until December.",
    ],
)
def test_no_stay_goes_on(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "mission_continuation"]


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Greece took over command of the naval mission off Lebanon from Indonesia on Friday.", "UN", "Lebanon"),
        ("Pakistan's navy took over the lead of the naval mission off Eyl from Japan last week.", "PAK", "Eyl"),
        ("NATO agreed to take command of the whole military operation in Darfur.", "NATO", "Darfur"),
    ],
)
def test_a_mission_is_led_by_another(text: str, actor: str, place: str) -> None:
    (found,) = [f for f in facts(text) if f["type"] in {"mission_transition", "restructuring"}]
    assert actor in found["actors"] | {"UN"} and found["place"] == place


@pytest.mark.parametrize(
    "text",
    [
        "The army took command of the airport in Juba from the police.",
        "Denmark took over the presidency of the Union from Poland; its troops stay in Estonia.",
        "Soldiers took over the lead in the race at Fort Carson.",
    ],
)
def test_no_mission_changes_hands(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "mission_transition"]


@pytest.mark.parametrize(
    ("text", "actor", "place", "status"),
    [
        ("The American brigade at Vilseck sends companies to Latvia for exercises.", "USA", "Latvia", "ongoing"),
        ("A battalion of the French army will go to Cincu for training in May.", "FRA", "Cincu", "planned"),
        ("The destroyer USS Porter sailed to Split for three days of drills with the Croatian navy.", "USA", "Split",
         "completed"),
        ("Six F-16 fighters of the Greek air force flew to Avord for joint exercises in April.", "GRC", "Avord", "completed"),
    ],
)  # fmt: skip
def test_troops_come_to_train(text: str, actor: str, place: str, status: str) -> None:
    (found,) = [f for f in facts(text) if f["type"] == "exercise"]
    assert actor in found["actors"] and found["place"] == place and found["status"] == status


@pytest.mark.parametrize(
    "text",
    [
        "Belgian paratroopers arrived at Ghedi for the exercise.",
        "The minister went to Camp Marmal for talks about training.",
        "The army bought a site near Bruges for training.",
    ],
)
def test_what_they_come_for_is_not_told(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "exercise"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebel fighters took three positions of the army west of Taiz.", "Taiz"),
        ("UN peacekeepers have taken over a police station in Bambari.", "Bambari"),
        ("Soldiers of the Congolese army took the power station at Rutshuru on Monday.", "Rutshuru"),
        ("Separatist fighters took the railway yard of Yasynuvata from the army on Tuesday.", "Yasynuvata"),
    ],
)
def test_what_is_built_is_taken(text: str, place: str) -> None:
    (found,) = [f for f in facts(text) if f["type"] == "ground_operation"]
    assert place in found["place"]


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("The UN Security Council authorised a regional force for Comoros late on Wednesday.", "UN", "Comoros"),
        ("The Security Council on Monday approved an 8,000-strong peacekeeping force for Angola.", "UN", "Angola"),
        ("The African Union endorsed an intervention force for Niger on Friday.", "AU", "Niger"),
    ],
)
def test_a_council_founds_a_mission(text: str, actor: str, place: str) -> None:
    (found,) = [f for f in facts(text) if f["type"] in {"mission_start", "deployment"}]
    assert (found["type"], found["actors"], found["place"]) == ("mission_start", {actor}, place)


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council approved 900 more troops for the peacekeeping mission in Chad.",
        "Parliament in Ankara approved a request to send 200 soldiers to Somalia.",
        "The council of Genoa approved a new task force on traffic; the army helps it with lorries.",
    ],
)
def test_more_of_the_same_is_no_new_mission(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "mission_start"]
