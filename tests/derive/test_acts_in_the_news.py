"""Acts of arms, drills and patrols as newspapers tell them: whose shelling killed whom, what only goes along, what is
said of an act that was told before.
"""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts, missing

STRIKE, GROUND, ATTACK = "strike", "ground_operation", "attack_on_force"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # by what, where and when is said of the dead and the wounded alike
        (
            "Two Ethiopian sergeants and their driver were killed and a dozen hurt by Eritrean shelling at Zalambessa "
            "on June 2.",
            [
                {
                    "type": ATTACK,
                    "actors": {"ETH"},
                    "against": {"ERI"},
                    "place": "Zalambessa",
                    "n": (2, 2, "exact", "killed"),
                    "dates": ("2025-06-02", "2025-06-02"),
                }
            ],
        ),
        (
            "In the first month eleven Armenian conscripts were killed and many injured in Azerbaijani bombing near "
            "Jermuk.",
            [{"type": ATTACK, "actors": {"ARM"}, "against": {"AZE"}, "place": "Jermuk"}],
        ),
        (
            "Four Chadian gendarmes died in an outbreak of fighting at Adre.",
            [{"type": ATTACK, "actors": {"TCD"}, "place": "Adre", "n": (4, 4, "exact", "killed")}],
        ),
        (
            "The navy in Manila says six marines and nine Abu Sayyaf gunmen were killed in a battle on Jolo.",
            [{"type": ATTACK, "actors": {"PHL"}, "place": "Jolo", "n": (6, 6, "exact", "killed")}],
        ),
        (
            "Seven Tunisian soldiers and a policeman fell in an ambush on Mount Chaambi.",
            [{"type": ATTACK, "actors": {"TUN"}, "place": "Mount Chaambi", "n": (7, 7, "exact", "killed")}],
        ),
        # whose dead are counted
        (
            "A Peruvian platoon came under fire near Vizcatan, but killed five members of the Shining Path.",
            [{"type": ATTACK, "actors": {"PER"}, "place": "Vizcatan", "n": None}],
        ),
        (
            "Two Welsh companies were bombed by Argentine aircraft at Fitzroy, with 48 British soldiers killed.",
            [{"type": ATTACK, "actors": {"GBR"}, "against": {"ARG"}, "place": "Fitzroy"}],
        ),
        # whose strikes they are
        (
            "Jets of Ecuador bombed rebel boats on the Putumayo on Friday. The raids went on, and these strikes hit an "
            "army base at Tiwinza as well.",
            [
                {"type": STRIKE, "actors": {"ECU"}, "place": "Putumayo"},
                {"type": STRIKE, "actors": {"ECU"}, "place": "Tiwinza"},
            ],
        ),
        (
            "A Cameroonian captain and three of his soldiers were killed at Fotokol; the governor blames the raid on "
            "men from across the border.",
            [{"type": ATTACK, "actors": {"CMR"}, "place": "Fotokol"}],
        ),
        (
            "The ministry in Bogota blamed a mortar attack on the battalion at Tame on the ELN.",
            [{"type": ATTACK, "actors": {"COL"}, "against": {"ELN"}, "place": "Tame"}],
        ),
        (
            "Armenian infantry counter-attacked at Horadiz before dawn.",
            [{"type": GROUND, "actors": {"ARM"}, "place": "Horadiz"}],
        ),
        # drones are shot down, merchantmen hit
        (
            "The French frigate Alsace engaged three Houthi missiles in the Gulf of Aden.",
            [{"type": STRIKE, "actors": {"FRA"}, "against": {"HOUTHI"}, "place": "Gulf of Aden"}],
        ),
        (
            "Since May the Houthis have hit two Liberian vessels in the Gulf of Aden.",
            [{"type": STRIKE, "actors": {"HOUTHI"}, "place": "Gulf of Aden"}],
        ),
        (
            "In 2017 the Houthis attacked a Saudi naval vessel off Hodeidah.",
            [{"type": ATTACK, "actors": {"SAU"}, "against": {"HOUTHI"}, "place": "Hodeidah"}],
        ),
    ],
)
def test_who_hits_whom(text: str, wanted: list[dict[str, Any]]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "By noon the last Cuban battalion had left Lubango, its lorries under Angolan escort.",
            [{"type": "withdrawal", "actors": {"CUB"}, "origin": "Lubango"}],
        ),
        (
            "Escorted by two gunboats, Portuguese marines landed at Bissau.",
            [{"type": "deployment", "actors": {"PRT"}, "destination": "Bissau"}],
        ),
        (
            "Since April Belgian frigates have provided escort for tankers in the Red Sea.",
            [{"type": "patrol", "actors": {"BEL"}, "place": "Red Sea"}],
        ),
        (
            "Two Turkish corvettes completed a transit of the Strait of Kerch.",
            [{"type": "patrol", "actors": {"TUR"}, "place": "Strait of Kerch"}],
        ),
        ("Passage of tankers through the Strait of Hormuz is slow, a navy officer said.", []),
    ],
)
def test_escorts_and_passages(text: str, wanted: list[dict[str, Any]]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Danish frogmen and a minehunter from Estonia took part in a manoeuvre off Bornholm.",
            [{"type": "exercise", "actors": {"DNK", "EST"}, "place": "Bornholm"}],
        ),
        (
            "Peru's army opened manoeuvres at Tacna. Chilean and Bolivian officers watched the manoeuvres.",
            [{"type": "exercise", "actors": {"PER"}, "place": "Tacna"}],
        ),
        (
            "A patrol and exercise of the Swedish navy began off Gotland.",
            [{"type": "exercise", "actors": {"SWE"}, "place": "Gotland"}],
        ),
    ],
)
def test_drills(text: str, wanted: list[dict[str, Any]]) -> None:
    found = [f for f in facts(text) if f["type"] == "exercise"]
    assert missing(wanted, found) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in Asmara denies that Ethiopia's army has made military advances since.",
        "Whatever the operation is called, it will be overseen by the Greek navy's headquarters on Salamis.",
        "Soldiers of the garrison took the weapons off the street within a week.",
        "The crew took part in a regatta off Lisbon, the navy says.",
    ],
)
def test_no_act(text: str) -> None:
    assert facts(text) == []


def test_a_toll_is_no_strength() -> None:
    assert facts("The number of Georgian soldiers killed in Helmand has risen to 30.") == []
    assert facts("That takes to 70 the number of Tunisian soldiers who have died on Mount Chaambi.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Iraqi air strikes dismantled two Islamic State camps at Baiji.",
            [{"type": STRIKE, "actors": {"IRQ"}, "against": {"ISIS"}, "place": "Baiji"}],
        ),
        (
            "Peruvian troops dismantled three camps of the Shining Path in the VRAEM.",
            [{"type": GROUND, "actors": {"PER"}, "against": {"SHINING PATH"}, "place": "VRAEM"}],
        ),
        ("French soldiers dismantled their camp at Menaka.", [{"type": "base_closure", "actors": {"FRA"}}]),
        (
            "Hungary scrambled two Gripens to shadow a Serbian bomber over Szeged.",
            [{"type": "patrol", "actors": {"HUN"}, "place": "Szeged", "status": "completed"}],
        ),
        (
            "Malawian and Zambian troops traded mortar fire at Mwami until dark.",
            [{"type": GROUND, "actors": {"MWI", "ZMB"}, "place": "Mwami"}],
        ),
        ("Rebels shelled the runway at Sittwe.", [{"type": STRIKE, "actors": {"REBELS"}, "place": "Sittwe"}]),
        ("Turkish warships will sail anywhere they like, the minister said in Izmir.", []),
        ("For the Congolese army at Rutshuru it was not the first attack of the year.", []),
        ("Police commandos of Kenya stormed a bank near the army's headquarters in Nairobi.", []),
    ],
)
def test_acts_of_enemies(text: str, wanted: list[dict[str, Any]]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Bandits shot down a Nigerian air force jet in Zamfara; the pilot ejected.",
            [{"type": ATTACK, "actors": {"NGA"}, "place": "Zamfara"}],
        ),
        (
            "Burundian troops repelled a raid on their camp at El Baraf by al-Shabaab, killing 14 of the attackers.",
            [{"type": ATTACK, "actors": {"BDI"}, "against": {"AL-SHABAAB"}, "n": None}],
        ),
        (
            "US jets destroyed a refinery of the Islamic State at Omar.",
            [{"type": STRIKE, "actors": {"USA"}, "against": {"ISIS"}}],
        ),
        (
            "Pakistani rangers and the Indian border force traded fire at Suchetgarh for an hour.",
            [{"type": GROUND, "actors": {"PAK", "IND"}, "place": "Suchetgarh"}],
        ),
        (
            "Honduran troops shot dead three infiltrators near Danli.",
            [{"type": GROUND, "actors": {"HND"}, "place": "Danli"}],
        ),
        ("Colombian troops found and destroyed a cocaine laboratory in Tumaco.", []),
        ("UN peacekeepers destroyed 9,000 rounds of ammunition in Bunia.", []),
    ],
)
def test_what_is_destroyed(text: str, wanted: list[dict[str, Any]]) -> None:
    assert missing(wanted, facts(text)) == []
