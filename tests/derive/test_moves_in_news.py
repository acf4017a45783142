"""Movements and sites as news agencies and ministries tell them: homecomings, grounds, routes, receivers."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import Fact, facts, missing


def _move(type_code: str, who: str, **more: Any) -> Fact:
    return {"type": type_code, "actors": {who}, **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the end of a deployment told with its return
        ("Last Sunday a Finnish battalion returned to Vaasa after serving half a year in Lebanon.",
         [_move("withdrawal", "FIN", origin="Lebanon", destination="Vaasa")]),
        ("The 80 Latvian gunners returned to Adazi in March from their second deployment to Kosovo.",
         [_move("withdrawal", "LVA", origin="Kosovo", destination="Adazi")]),
        ("Togolese gendarmes crossed into Togo late at night after leaving Burkina Faso.",
         [_move("withdrawal", "TGO", origin="Burkina Faso", destination="Togo")]),
        ("By Friday all the Nepalese sappers had gone back to their permanent deployment sites.",
         [_move("withdrawal", "NPL")]),
        # from home to sea
        ("On Monday an Irish frigate left Cork for the Mediterranean.",
         [_move("deployment", "IRL", origin="Cork", destination="Mediterranean")]),
        # "deployment" of a ground, buildings that stand
        ("Two Bolivian platoons marched to a deployment area outside Oruro.",
         [_move("deployment", "BOL", destination="Oruro")]),
        ("Land for the deployment of a Malaysian field hospital was found near Tyre.", []),
        ("Danish pilots will live in old installations in Keflavik.", [{"type": "presence", "place": "Keflavik"}]),
        # by which way they leave, and where the positions are to which they withdraw
        ("Dutch troops left Zabul through Spin Boldak.", [_move("withdrawal", "NLD", origin="Zabul")]),
        ("Chadian forces withdrew to trenches west of Bol.", [_move("withdrawal", "TCD", destination="Bol")]),
        ("A Peruvian corvette is out of action in Callao until the yard finds spare parts.", []),
        # "brought home" of a total; from where they are spoken of as being
        ("A total of 640 Danish soldiers will be brought home from Helmand.",
         [_move("withdrawal", "DNK", origin="Helmand", n=(640, 640, "exact", "personnel"))]),
        ("Colombia has moved two battalions stationed in Leticia to Cali.",
         [_move("relocation", "COL", origin="Leticia", destination="Cali", n=(2, 2, "exact", "units"))]),
        # headquarters go by themselves
        ("Lima pulls 300 marines out of Iquitos and moves the headquarters to Pucallpa.",
         [_move("withdrawal", "PER", origin="Iquitos", n=(300, 300, "exact", "personnel")),
          _move("relocation", "PER", destination="Pucallpa")]),
        # where the troops are of whom fewer shall be, or who are told of besides
        ("Oslo has not excluded a cut in the troops deployed to Rukla.",
         [_move("withdrawal", "NOR", origin="Rukla", status="considered")]),
        ("The 200 Dutch marines rotating through Curaçao had a new commander in May.", []),
        # a plan is not done because its noun is spoken of
        ("Denmark's withdrawal from Afghanistan worries Norway. Danish troops will leave Afghanistan by 30 June.",
         [_move("withdrawal", "DNK", origin="Afghanistan", status="planned", dates=("", "2025-06-30"))]),
        # what is asked is not told, citizens are no troops, a staff is no site
        ("The minister could not say if Ghanaian soldiers had left Bawku.", []),
        ("Two Indian frigates evacuated 300 Indians from Port Sudan.", []),
        ("The Italian navy began the evacuation of 70 Italians from Beirut.", []),
        ("The German army's III Corps headquarters at Koblenz will be inactivated in 2027.",
         [_move("restructuring", "DEU", place="Koblenz", status="planned")]),
        # two to be closed are not the two that are
        ("Spain will close two more garrisons in Morocco in 2027. Last week it closed the base in Larache, and in May "
         "it closed the base in Tetuan.",
         [{"type": "base_closure", "place": "Morocco", "n": (2, 2, "exact", "bases")},
          {"type": "base_closure", "place": "Larache"}, {"type": "base_closure", "place": "Tetuan"}]),
        # a season is no object, a share is of those who go
        ("Half of the 480 Romanian soldiers in Kandahar leave this autumn, the rest in spring.",
         [_move("withdrawal", "ROU", origin="Kandahar", status="planned"), {"type": "strength", "place": "Kandahar"}]),
        ("Some 60 percent of the Ukrainian soldiers in Monrovia have gone home.",
         [_move("withdrawal", "UKR", origin="Monrovia")]),
        # home, abroad, across
        ("The last group of 35 Croatian soldiers returned to Zagreb from Camp Resolute on Tuesday.",
         [_move("withdrawal", "HRV", origin="Camp Resolute", destination="Zagreb")]),
        ("Thirty-five vehicles of the Sri Lankan contingent have been shipped from Monrovia to Colombo.",
         [_move("withdrawal", "LKA", origin="Monrovia", destination="Colombo")]),
        ("Armed Forces of Malta personnel flew out to Lebanon on Friday.",
         [_move("deployment", "MLT", destination="Lebanon")]),
        ("Jordanian special forces left the town of Rutba after two days and are back at Ruwaished.",
         [_move("withdrawal", "JOR", origin="Rutba")]),
        ("Some 300 Malian soldiers have fled across the border into Niger.",
         [_move("withdrawal", "MLI", destination="Niger")]),
        # bases that are left and then handed over, by pronouns
        ("The UN mission will leave its nine camps in Kasai and hand them over to the army by June.",
         [{"type": "base_handover", "actors": {"UN"}, "against": {"COD"}, "place": "Kasai",
           "n": (9, 9, "exact", "bases")}]),
        ("Danish troops vacated their base at Libreville, which was handed to Gabon in May.",
         [{"type": "base_handover", "actors": {"DNK"}, "against": {"GAB"}, "place": "Libreville"}]),
        # who is brought out or comes for a day is no posture
        ("The army evacuated 3,000 flood victims from Beira by helicopter.", []),
        ("Naval officers from 20 countries arrived in Goa for a seminar.", []),
    ],
)  # fmt: skip
def test_moves(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("UNMISS has handed its base at Bentiu to the national authorities.", "UN", {"SSD"}),
        ("In March the UN gave the camp at Abéché back to the Chadian police.", "UN", {"TCD"}),
        ("Madrid announced the handover of its base in Herat to the local army.", "ESP", {"AFG"}),
        ("The UN handed its Tubmanburg base over to West African forces.", "UN", {"ECOWAS"}),
    ],
)
def test_who_takes_a_base_over(text: str, giver: str, taker: set[str]) -> None:
    made = [(f["type"], f["actors"], f["against"]) for f in facts(text)]
    assert made == [("base_handover", {giver}, taker)]
