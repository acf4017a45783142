"""What a sentence only presupposes, what a title says in short, and who or what can't be meant."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

DAY = date(2020, 12, 31)


def types(text: str) -> list[tuple[str, str]]:
    return [(d.type_code, ",".join(d.actors)) for d in extract(text, DAY).drafts]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Russian troops handed over half of the area they held in Kherson.", []),
        ("The Peruvian army attacked rebels near a unit that serves in Ayacucho.", None),
        ("It is the Wagner group that holds the airport at Bangui.", [("presence", "WAGNER")]),
        ("French soldiers guard Ansongo, a town that they have held since May.", [("presence", "FRA")]),
        ("There have been 500 breaches of the truce by Indian troops along the Line of Control.", []),
    ],
)  # fmt: skip
def test_a_clause_that_tells_apart_presupposes(text: str, kept: list[tuple[str, str]] | None) -> None:
    found = [x for x in types(text) if x[0] == "presence"]
    assert found == (kept or [])


def test_what_a_deal_lets_one_do_is_the_deal() -> None:
    found = types("US ships are in Guam. Under the pact Manila allowed American forces to use the base at Santa Ana.")
    assert ("agreement", "PHL,USA") in found
    assert [x for x in found if x[0] == "presence"] == [("presence", "USA")]


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        ("The Kenyan battalion will be in Port-au-Prince by June.", "deployment"),
        ("The Ethiopian battalion should be here in Juba soon, a UN spokesman said.", "deployment"),
        ("British troops will still be in Basra in December, a general said.", "presence"),
    ],
)
def test_who_will_be_there_is_to_come(text: str, type_code: str) -> None:
    assert [d.type_code for d in extract(text, DAY).drafts] == [type_code]


def test_the_dead_are_no_movers_and_men_are_not_shot_down() -> None:
    carried = (
        "The Somali army fought al Shabaab in Barire. The fighters carried away their dead comrades from the town."
    )
    assert "withdrawal" not in {t for t, _ in types(carried)}
    repelled = "Militants attacked a Somali army base in Barire with rockets. But they were overpowered and repelled."
    assert "strike" not in {t for t, _ in types(repelled)}


def test_government_forces_are_those_of_the_country_spoken_of() -> None:
    text = "The Somali army moved on Jamame. Government forces killed nine al-Shabaab fighters in Qoryooley on Monday."
    assert ("ground_operation", "SOM") in types(text)
    assert types("DAMASCUS - Government forces shelled a town in Idlib in northwestern Syria on Tuesday.") == [
        ("strike", "SYR")
    ]


def test_a_title_that_names_no_place_adds_nothing() -> None:
    text = (
        "Belgium Opens Two Airfields\n\nBRUSSELS — Dutch jets are to arrive at Florennes in Belgium on Monday,"
        " the ministry said."
    )
    found = extract(text, DAY)
    assert {d.type_code for d in found.drafts} == {"deployment"}
    assert "title_in_short" in {r.reason for r in found.rejections}


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish military has pushed the PKK back into Iraq.",
        "M23 rebels fought the army in Congo, but they have since deserted.",
        "UN soldiers are in Goma. The UN helicopter was able to land without problems after it was hit.",
        "Nine ships of the Chinese navy, which leaves such missions to the China Coast Guard, were seen off Palawan.",
        "The UN mission in Mali was regarded as its most dangerous deployment.",
        "It was fired from a range in North Korea and landed in the sea off Japan, the South Korean army said.",
        "The UN force in Goma waits, but a UN rescue team has yet to reach the site.",
    ],
)
def test_no_move_of_ones_own(text: str) -> None:
    assert not {t for t, _ in types(text)} & {"deployment", "withdrawal", "reinforcement"}


def test_a_reduction_of_those_deployed_sends_nobody() -> None:
    cut = "There will be a reduction of the personnel deployed to the Solomon Islands."
    assert {t for t, _ in types("Australian troops are in Honiara. " + cut)} == {"presence", "withdrawal"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels shot down a United Nations helicopter carrying eight peacekeepers and observers.", []),
        ("The German frigate Hessen, with a crew of 240 on board, is in the Red Sea.", []),
        ("New York, Dec 26 2013 - United Nations peacekeepers in eastern Congo helped the army.", []),
        ("Some 240 German marines are in the Red Sea.", [240]),
        ("US jets are at Manas. Some 15,000 US troops and tons of cargo pass through Manas each month.", []),
        ("British sailors of the Type 26 frigate Glasgow are in Govan.", []),
    ],
)
def test_who_is_on_board_is_no_level(text: str, found: list[int]) -> None:
    drafts = extract(text, DAY).drafts
    assert [d.quantity.low for d in drafts if d.type_code == "strength" and d.quantity] == found


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council authorised the deployment of a UN intervention brigade in eastern Congo.",
        "British ships took part in Neptune Strike, which forms a part of a mission to secure the Baltic.",
    ],
)
def test_no_mission_begins(text: str) -> None:
    assert "mission_start" not in {t for t, _ in types(text)}


def test_who_agrees_to_send_its_own_makes_no_deal() -> None:
    assert types("France has agreed to deploy its troops to Romania.") == [("deployment", "FRA")]
    assert types("Colombia agreed in August to let the U.S. military use seven of its bases.") == [
        ("agreement", "COL,USA")
    ]


def test_a_participle_that_tells_apart_presupposes() -> None:
    killed = "The soldier was killed by Armenian troops guarding the border with Nakhchivan."
    assert "patrol" not in {t for t, _ in types(killed)}
    assert "presence" not in {t for t, _ in types("The army attacked checkpoints manned by rebels in Gao.")}


def test_home_is_where_troops_travel_back_to() -> None:
    found = extract("French troops are in Chad. The troops will then travel back to France in the coming weeks.", DAY)
    assert [d.type_code for d in found.drafts if d.status == "planned"] == ["withdrawal"]


def test_what_a_withdrawal_fits_in_is_no_second_one() -> None:
    text = "French soldiers left Chad on Monday. This withdrawal aligns with a broader trend in the region."
    assert [t for t, _ in types(text)] == ["withdrawal"]


@pytest.mark.parametrize(
    ("text", "type_code", "times"),
    [
        ("Israeli troops are in Gaza. He did not say where the pullout from Gaza was announced.", "agreement", 0),
        ("Eritrean troops left Shire. The withdrawal of the troops is key to securing peace in Ethiopia.", "presence", 0),
        ("Eritrean troops left Shire. The withdrawal of Eritrean troops is key to securing peace.", "withdrawal", 1),
        ("Ethiopian troops are in Tigray. An Ethiopian team arrived in Mekelle for an official visit.", "deployment", 0),
        ("Ethiopia sent its troops to Tigray in May to fight against the TPLF.", "ground_operation", 0),
        ("After reports of looting, rape and assaults in camps the EU wants Eritrean troops out.", "ground_operation", 0),
        ("To use the barracks vacated in Hameln the British army will move a regiment there.", "base_closure", 0),
        ("The Malian army tried to recover lost outposts near Gao from the rebels.", "base_handover", 0),
        ("Israel launched raids in Tyre. As Israel announced its raids, the UN called for calm.", "ground_operation", 1),
        ("India has increased its warships in the Arabian Sea and the Gulf of Aden from two to ten.", "strength_change", 1),
        ("Indonesian soldiers jumped from six aircraft over Takengon on Wednesday.", "strength_change", 0),
    ],
)  # fmt: skip
def test_told_once_or_not_at_all(text: str, type_code: str, times: int) -> None:
    assert [t for t, _ in types(text)].count(type_code) == times


def test_who_arrives_has_come() -> None:
    text = "Wagner operated jets from Jufra in Libya. Some of its warplanes arrived from Hmeimim in Syria."
    assert "withdrawal" not in {t for t, _ in types(text)}


@pytest.mark.parametrize(
    "text",
    [
        "M23 rebels shelled Goma. Whether Kenya, which also has soldiers there, suffered losses is unclear.",
        "What concerns the Indian Army most in Ladakh is that Delhi has no plan.",
        "Flags came down in Hinche. General Pinheiro was there, he told the Brazilian soldiers.",
    ],
)
def test_what_is_not_known_and_generals_are_no_presence(text: str) -> None:
    assert "presence" not in {t for t, _ in types(text)}


def test_a_title_may_call_a_base_by_its_town() -> None:
    text = (
        "US hands al-Qaim base over to Iraqi forces\n\nBAGHDAD, March 19 - The American troops at al-Qaim, in western"
        " Iraq, handed the base over to the Iraqi army on Thursday."
    )
    assert [t for t, _ in types(text)] == ["base_handover"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger held an exercise. About 700 soldiers took part in Chad, among them 100 from Niger.",
        "Fighters of Wagner are in Mali. At Gossi gunmen killed people who were digging trenches round the town.",
    ],
)
def test_who_takes_part_and_who_digs_move_no_troops_and_open_no_base(text: str) -> None:
    assert not {d.type_code for d in extract(text, date(2024, 3, 1)).drafts} & {"withdrawal", "base_opening"}


@pytest.mark.parametrize(
    "text",
    [
        "Danish soldiers serve in Helmand. Two cafes have been hit by mortars this year.",
        "British troops are based at Camp Dogwood. A car bomb outside the ministry killed five people on Tuesday.",
        "Poland has 900 soldiers in Kirkuk. A suicide bombing in Baghdad on Monday left 32 people dead.",
    ],
)
def test_a_strike_by_nobody_at_no_place_is_no_posture(text):
    assert "strike" not in [t for t, _ in types(text)]


def test_a_strike_by_nobody_is_told_where_its_place_is_named():
    text = "Ukraine's army holds Sumy against the Russian army. Missiles hit a depot in Sumy on Monday."
    assert "strike" in [t for t, _ in types(text)]


def test_a_bomb_that_lay_or_was_driven_there_attacks_soldiers():
    text = "A suicide bombing at the gate of the base in Bagram killed two American soldiers on Monday."
    assert "attack_on_force" in [t for t, _ in types(text)]
