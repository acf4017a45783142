"""Acts of arms as wire copy tells them: what strikes hit, what an operation is for, who fell, who moves prisoners."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts, missing

STRIKE, GROUND, ATTACK = "strike", "ground_operation", "attack_on_force"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Near Sirte, three airstrikes destroyed two vehicles and a mortar position, U.S. Africa Command said.",
            [{"type": STRIKE, "actors": {"USA"}, "place": "Sirte", "n": (3, 3, "exact", "strikes")}],
        ),
        (
            "French jets bombed Gao on Friday. In Niger, two air strikes near Diffa hit a tactical unit.",
            [
                {"type": STRIKE, "actors": {"FRA"}, "place": "Gao"},
                {"type": STRIKE, "actors": {"FRA"}, "place": "Diffa", "n": (2, 2, "exact", "strikes")},
            ],
        ),
        (
            "Coalition forces continued to attack ISIL fighters in Raqqa, using bombers to conduct nine airstrikes.",
            [{"type": STRIKE, "actors": {"COALITION"}, "against": {"ISIS"}}],
        ),
        (
            "The Nigerian army plans to clear the Sambisa forest of insurgents by the end of March.",
            [{"type": GROUND, "actors": {"NGA"}, "place": "Sambisa forest", "status": "planned"}],
        ),
        (
            "Philippine troops cleared three villages near Marawi of militants.",
            [{"type": GROUND, "actors": {"PHL"}, "place": "Marawi"}],
        ),
        (
            "Pakistani troops began an operation to flush out militants in the Bajaur district.",
            [{"type": GROUND, "actors": {"PAK"}, "place": "Bajaur district", "status": "ongoing"}],
        ),
        (
            "Nine militants were killed in an intelligence-based operation in Bannu district, the Pakistani army said.",
            [{"type": GROUND, "actors": {"PAK"}, "place": "Bannu district"}],
        ),
        (
            "The army said it would not halt its operations in Cabo Delgado.",
            [{"type": GROUND, "actors": {"MOZ"}, "place": "Cabo Delgado"}],
        ),
        (
            "Operations in the Sambisa forest will be intensified, the Nigerian defence minister said.",
            [{"type": GROUND, "actors": {"NGA"}, "place": "Sambisa forest", "status": "planned"}],
        ),
        (
            "The Malian army announced that operations in Kidal were over.",
            [{"type": GROUND, "actors": {"MLI"}, "place": "Kidal", "status": "completed"}],
        ),
        (
            "A large-scale operation against the rebels is about to begin in Garamba, the Ugandan army said.",
            [{"type": GROUND, "actors": {"UGA"}, "place": "Garamba", "status": "planned"}],
        ),
        (
            "The army's Operation Whirl Stroke against bandits in Benue has been going on since 2018.",
            [{"type": GROUND, "actors": {"NGA"}, "place": "Benue", "status": "ongoing"}],
        ),
        ("Army engineers said operations at the port in Chittagong had resumed.", []),
        (
            "The Danish soldiers in Erbil will not serve in a combat role, the ministry said.",
            [{"type": GROUND, "actors": {"DNK"}, "place": "Erbil", "status": "denied"}],
        ),
        (
            "The US troops in Niger have no combat role, the Pentagon said.",
            [{"type": GROUND, "actors": {"USA"}, "place": "Niger", "status": "denied"}],
        ),
        ("The Iraqi troops are not ready for combat, an officer said.", []),
        (
            "Seven suspected pirates were handed to Kenyan authorities in Mombasa by the Danish navy.",
            [
                {
                    "type": "detainee_transfer",
                    "actors": {"DNK"},
                    "destination": "Mombasa",
                    "n": (7, 7, "exact", "detainees"),
                }
            ],
        ),
        (
            "About 300 men arrested in the sweep were moved to a camp at Pul-e Charkhi, the army said.",
            [{"type": "detainee_transfer", "destination": "Pul-e Charkhi"}],
        ),
        (
            "Those detained in the raid were taken to Bagram, the US military said.",
            [{"type": "detainee_transfer", "actors": {"USA"}, "destination": "Bagram"}],
        ),
        (
            "The Iraqi forces have paused all training.",
            [{"type": "exercise", "actors": {"IRQ"}, "status": "denied"}],
        ),
        (
            "Training will take place at Drawsko, the Polish army said.",
            [{"type": "exercise", "actors": {"POL"}, "place": "Drawsko", "status": "planned"}],
        ),
        ("Training for teachers has begun in Kabul, the newspaper of the army said.", []),
        (
            "A British soldier was killed on Monday during an operation against the Taliban in Sangin district.",
            [
                {"type": ATTACK, "actors": {"GBR"}, "place": "Sangin"},
                {"type": GROUND, "actors": {"GBR"}, "place": "Sangin"},
            ],
        ),
        (
            "Two French commandos died in a raid on a rebel camp near Ménaka.",
            [
                {"type": ATTACK, "actors": {"FRA"}, "n": (2, 2, "exact", "killed")},
                {"type": GROUND, "actors": {"FRA"}, "place": "Ménaka"},
            ],
        ),
        (
            "A rebel group ambushed a UN convoy near Bria, sparking a firefight that left four peacekeepers dead.",
            [{"type": ATTACK, "actors": {"UN"}, "place": "Bria", "n": (4, 4, "exact", "killed")}],
        ),
        (
            "Tribesmen ambushed a Nigerien patrol near Arlit, leaving seven soldiers wounded.",
            [{"type": ATTACK, "actors": {"NER"}, "place": "Arlit", "n": (7, 7, "exact", "wounded")}],
        ),
        (
            "The Afghan army launched an attack on Taliban positions in Kunduz that left three soldiers dead.",
            [{"type": GROUND, "actors": {"AFG"}, "against": {"TALIBAN"}, "place": "Kunduz"}],
        ),
        (
            "Twenty Taliban prisoners were flown from Kandahar to Guantanamo Bay on a U.S. Air Force plane.",
            [{"type": "detainee_transfer", "actors": {"USA"}, "n": (20, 20, "exact", "detainees")}],
        ),
        (
            "A French military plane left Bamako on Friday to bring six captured fighters to Niamey.",
            [{"type": "detainee_transfer", "actors": {"FRA"}, "destination": "Niamey"}],
        ),
        (
            "Philippine troops encountered 15 NPA rebels near Butuan on Monday.",
            [{"type": GROUND, "actors": {"PHL"}, "against": {"NPA"}, "place": "Butuan"}],
        ),
        (
            "Soldiers of the Ugandan army clashed with 20 members of a rebel group near Kasese.",
            [{"type": GROUND, "actors": {"UGA"}, "place": "Kasese"}],
        ),
        (
            "Azerbaijani forces took control over the town of Lachin.",
            [{"type": GROUND, "actors": {"AZE"}, "place": "Lachin"}],
        ),
        (
            "The Ethiopian army said it had reclaimed the town of Lalibela from Tigrayan fighters.",
            [{"type": GROUND, "actors": {"ETH"}, "place": "Lalibela"}],
        ),
        (
            "Friday's attack targeted a Nigerian military compound in Maiduguri.",
            [{"type": ATTACK, "actors": {"NGA"}, "place": "Maiduguri"}],
        ),
        (
            "The rebels are besieged in an isolated part of Cauca, the Colombian army said.",
            [{"type": GROUND, "actors": {"COL"}, "place": "Cauca"}],
        ),
        (
            "In Lebanon, Israel struck more than 40 Hezbollah targets on Saturday.",
            [{"type": STRIKE, "actors": {"ISR"}, "against": {"HEZBOLLAH"}, "place": "Lebanon"}],
        ),
        (
            "The Israeli army announced a limited ground operation in southern Lebanon.",
            [{"type": GROUND, "actors": {"ISR"}, "place": "southern Lebanon"}],
        ),
        (
            "Israeli jets bombed Gaza on Friday. On Saturday Israel resumed its attacks in southern Lebanon.",
            [{"type": STRIKE, "place": "Gaza"}, {"type": STRIKE, "actors": {"ISR"}, "place": "southern Lebanon"}],
        ),
        (
            "Seven Malian soldiers were killed in an attack in Segou on Monday. First, a bomber rammed a nearby "
            "checkpoint on Monday.",
            [{"type": ATTACK, "actors": {"MLI"}, "place": "Segou", "n": (7, 7, "exact", "killed")}],
        ),
        (
            "Two Turkish soldiers were martyred and two others wounded after a mortar attack carried out by PKK "
            "terrorists in northern Iraq's Haftanin region.",
            [{"type": ATTACK, "actors": {"TUR"}, "against": {"PKK"}, "n": (2, 2, "exact", "killed")}],
        ),
        (
            "Twelve Ugandan soldiers were killed and seven others injured in an ambush by al-Shabab in southern Somalia.",
            [{"type": ATTACK, "actors": {"UGA"}, "against": {"AL-SHABAAB"}, "n": (12, 12, "exact", "killed")}],
        ),
        (
            "The raid came two days after 16 Turkish soldiers were killed and six others injured in a roadside bomb "
            "attack carried out by the PKK in Hakkari province.",
            [{"type": ATTACK, "actors": {"TUR"}, "against": {"PKK"}, "n": (16, 16, "exact", "killed")}],
        ),
        (
            "Ethiopian rebel groups attacked an army base near Gondar.",
            [{"type": ATTACK, "actors": {"ETH"}, "place": "Gondar"}],
        ),
        (
            "The Turkish army aims to clear Qandil of the PKK.",
            [{"type": GROUND, "actors": {"TUR"}, "place": "Qandil", "status": "planned"}],
        ),
        (
            "The Colombian army said one of its units in Saravena was attacked with bombs launched from a truck.",
            [{"type": ATTACK, "actors": {"COL"}, "place": "Saravena"}],
        ),
        (
            "Al-Shabab gunmen killed four AU soldiers near Barawe on Sunday. Four Ugandan peacekeepers were killed in "
            "Sunday's attack near Barawe, the army said.",
            [{"type": ATTACK, "n": (4, 4, "exact", "killed")}],
        ),
        (
            "Insurgents have ambushed and killed many Malian soldiers in Mopti.",
            [{"type": ATTACK, "actors": {"MLI"}, "place": "Mopti"}],
        ),
        (
            "The Ugandan army laid an ambush for ADF rebels at Bundibugyo.",
            [{"type": GROUND, "actors": {"UGA"}, "place": "Bundibugyo"}],
        ),
        (
            "US forces shot down two drones launched by the Houthis over the Gulf of Aden.",
            [{"type": STRIKE, "actors": {"USA"}, "against": {"HOUTHI"}, "place": "Gulf of Aden"}],
        ),
        (
            "Houthi rebels fired on ships in the Gulf of Aden. No U.S. warships sustained damage in this attack.",
            [{"type": STRIKE, "actors": {"HOUTHI"}, "place": "Gulf of Aden"}],
        ),
        (
            "Naval craft attacked two boats of the Tamil Tigers off Trincomalee, the Sri Lankan navy said.",
            [{"type": STRIKE, "actors": {"LKA"}, "against": {"LTTE"}, "place": "Trincomalee"}],
        ),
        (
            "The raid follows the security operation launched by the SDF last month to clean Raqqa of ISIS cells.",
            [{"type": GROUND, "actors": {"SDF"}}],
        ),
        (
            "The Pentagon denied reports that Pakistani troops fired on two US helicopters near Angoor Adda.",
            [{"type": GROUND, "actors": {"PAK"}, "against": {"USA"}, "status": "denied"}],
        ),
        (
            "There are 28,500 US troops in South Korea. These troops take part in drills with the South Korean army.",
            [{"type": "strength", "actors": {"USA"}}, {"type": "exercise", "actors": {"USA", "KOR"}}],
        ),
        (
            "The US carried out an airstrike against about 20 al-Shabaab fighters in Jilib.",
            [{"type": STRIKE, "actors": {"USA"}, "against": {"AL-SHABAAB"}, "place": "Jilib"}],
        ),
        (
            "Two Chadian peacekeepers were killed in an attack in northeastern Mali on Thursday. Two peacekeepers were "
            "killed in the attack on the base in Aguelhok on Thursday.",
            [{"type": ATTACK, "actors": {"TCD"}, "place": "Aguelhok", "n": (2, 2, "exact", "killed")}],
        ),
        (
            "Three Pakistani soldiers were killed in an attack in North Waziristan on Monday. Militants attacked the "
            "Beza post in the Hasan Khel area and killed three soldiers, officials said.",
            [{"type": ATTACK, "actors": {"PAK"}, "n": (3, 3, "exact", "killed")}],
        ),
        (
            "Azeri troops seized several important hilltops outside Martakert.",
            [{"type": GROUND, "actors": {"AZE"}, "place": "Martakert"}],
        ),
        (
            "The UN convoy was on its way to Kidal. The convoy was hit by small-arms fire near Kidal.",
            [{"type": "deployment"}, {"type": ATTACK, "actors": {"UN"}, "place": "Kidal"}],
        ),
        (
            "The Indian Navy will hold exercises with Indonesia after completing a maritime exercise with Singapore.",
            [
                {"type": "exercise", "actors": {"IND", "IDN"}, "status": "planned"},
                {"type": "exercise", "actors": {"IND", "SGP"}},
            ],
        ),
    ],
)
def test_what_wire_copy_tells(text: str, wanted: list[dict[str, Any]]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The army said that a gunbattle in Kunduz caused injuries to three shopkeepers.",
        "The Malian army confirmed the attack in the Gao region and promised an inquiry.",
        "Egyptian soldiers stood by the wreck; the group claimed the bomb that brought down a plane carrying tourists.",
        "The ships talked to each other during the maneuver, the U.S. Navy said.",
        "The missile failed to strike its target, the U.S. Navy said.",
        "The army said that it had repelled the attack. The attack happened in Makeen, a town in Pakistan.",
        "Engineers of the Dutch army cleared the harbour of mines.",
    ],
)
def test_what_is_told_elsewhere_or_is_no_act(text: str) -> None:
    assert [f for f in facts(text) if f["type"] in {STRIKE, GROUND, "base_closure", "strength", "exercise"}] == []
