"""Ground that changes hands, and what is hit: told by pronouns, by those who lose it, by participles and misread verbs."""

from __future__ import annotations

import pytest

from .reading import facts, states

ACTS = {"strike", "ground_operation", "attack_on_force", "exercise", "patrol"}


@pytest.mark.parametrize(
    ("text", "type_code", "who", "where"),
    [
        # what is taken, lost or left is a pronoun, or what was named before
        (
            "The Ethiopian army held Shire in Tigray. It was retaken by the TPLF in May.",
            "ground_operation",
            {"TPLF"},
            "Shire",
        ),
        (
            "Malian troops held Kidal. The jihadists, who seized it on Monday, burnt the fort.",
            "ground_operation",
            None,
            "Kidal",
        ),
        (
            "Congolese soldiers held Bunagana. Several times rebel fighters had tried to take it back.",
            "ground_operation",
            None,
            "Bunagana",
        ),
        (
            "The Sudanese army lost its base in Nyala to rebel fighters on Thursday.",
            "ground_operation",
            None,
            "Nyala",
        ),
        (
            "Rebels took Jonglei in South Sudan with rockets. In Bor the Ugandan army drove the rebels off again.",
            "ground_operation",
            {"UGA"},
            "Bor",
        ),
        (
            "Rebel fighters had thrown the Sudanese army out of Zalingei by dawn.",
            "ground_operation",
            None,
            "Zalingei",
        ),
        (
            "Thai soldiers held Hill 469. Taken on the first day, the hill lies in Ubon Ratchathani.",
            "ground_operation",
            {"THA"},
            "",
        ),
        # verbs that the parser takes for nouns or adjectives
        ("The Taliban have overrun dozens of districts in Badakhshan.", "ground_operation", {"TALIBAN"}, "Badakhshan"),
        ("Congolese troops have since captured Sake.", "ground_operation", {"COD"}, "Sake"),
        ("Ukrainian troops are there. From two sides the Russians shell Toretsk.", "strike", {"RUS"}, "Toretsk"),
        ("In the Gulf of Aden the Houthis have been attacking ships.", "strike", {"HOUTHI"}, "Gulf of Aden"),
        # fallen upon, pointed at, counted
        ("Al-Shabaab fighters fell upon Qoryooley at dawn.", "ground_operation", {"AL-SHABAAB"}, "Qoryooley"),
        (
            "Malian soldiers were asleep when gunmen fell upon Bourem, an army base.",
            "attack_on_force",
            {"MLI"},
            "Bourem",
        ),
        (
            "Russian jets are over Crimea. On Monday they dropped bombs on the island of Berezan.",
            "strike",
            {"RUS"},
            "Berezan",
        ),
        ("Thai soldiers fired on three villages along the border.", "strike", {"THA"}, "villages along the border"),
        (
            "Armenian jets bombed Shusha. Officials denied that any attack had been made on Nakhchivan.",
            "strike",
            None,
            "Nakhchivan",
        ),
        (
            "Rebels killed six soldiers at Arauca in Colombia; two more died on Friday in Tame.",
            "attack_on_force",
            {"COL"},
            "Tame",
        ),
        ("Drones of the Indian navy are combing the area up to the Gulf of Aden.", "patrol", {"IND"}, "Gulf of Aden"),
        ("Their offensive in Donetsk began at dawn, Russian soldiers said.", "ground_operation", {"RUS"}, "Donetsk"),
        (
            "At Bria a company of MINUSCA is stationed, which patrols the streets of Bria.",
            "patrol",
            {"UN"},
            "Bria",
        ),
        # fights of those whom only the text names, or on one side
        (
            "Sudan's army and the RSF are at war with drones. Heavy fighting was reported in Babanusa on Sunday.",
            "ground_operation",
            None,
            "Babanusa",
        ),
        (
            "Rwandan soldiers were in Masisi and fought alongside the M23.",
            "ground_operation",
            {"RWA", "M23"},
            "Masisi",
        ),
        ("The town of Sake has fallen into rebel hands, Congo's army said.", "ground_operation", None, "Sake"),
        (
            "The RSF fired rockets at Kosti. No Chadian soldiers took part in the fighting in Kosti.",
            "ground_operation",
            {"TCD"},
            "Kosti",
        ),
        # whose it is
        ("Turkey, whose jets struck Qandil on Monday, is a member of NATO.", "strike", {"TUR"}, "Qandil"),
        ("The UN denied reports that its helicopters had fired on villagers at Birao.", "strike", {"UN"}, "Birao"),
        (
            "After local men had opened fire on Kenyan troops near Wajir, a shop was shut.",
            "attack_on_force",
            {"KEN"},
            "Wajir",
        ),
        (
            "The Nigerian air force bombed Gwoza, Bama and training camps in the Sambisa forest.",
            "strike",
            {"NGA"},
            "Sambisa",
        ),
        ("Rebels killed four Cubans in two raids near Huambo in Angola.", "attack_on_force", {"CUB"}, "Huambo"),
        ("NATO is considering no interception over Lviv, its spokesman said of missiles.", "strike", {"NATO"}, "Lviv"),
        # flags, sieges, clearings, falls
        (
            "Turkish commandos with drones hoisted their flag over Afrin in March.",
            "ground_operation",
            {"TUR"},
            "Afrin",
        ),
        ("Two Emirati soldiers fell in an ambush near Marib.", "attack_on_force", {"ARE"}, "Marib"),
        ("The Syrian army went on the offensive east of Aleppo.", "ground_operation", {"SYR"}, "Aleppo"),
        ("Sudanese soldiers broke the siege of El Obeid in May.", "ground_operation", {"SDN"}, "El Obeid"),
        ("Nigerian soldiers have cleared Gwoza of militants.", "ground_operation", {"NGA"}, "Gwoza"),
        ("2,500 US soldiers have been in training at Fort Hood since May.", "exercise", {"USA"}, "Fort Hood"),
        # a subject behind a date
        (
            "On 10 May 2000 paratroopers stormed the camp of the rebels at Masiaka in Sierra Leone.",
            "ground_operation",
            None,
            "Masiaka",
        ),
        (
            "With the help of Canada, 40 soldiers of Benin began a course at Ouidah.",
            "exercise",
            {"BEN", "CAN"},
            "Ouidah",
        ),
    ],
)
def test_ground_changes_hands(text: str, type_code: str, who: set[str] | None, where: str) -> None:
    assert states(text, type_code, who, where)


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers boarded buses to Fort Drum.",
        "Niger's junta has thrown out the French ambassador.",
        "China claimed that its frigates had chased the ship off.",
        "Police threw protesters out of the parliament in Belgrade, where an army band played.",
        "The soldiers found rifles in a shed and seized them.",
        "Attacks on peacekeepers may be war crimes, the UN said.",
        "The navy praised our ability to monitor the strait.",
        "The militias would like to drive the American troops out of Iraq with rockets.",
        "Clashes with protesters broke out in Lome near the army barracks, where drones hovered.",
        "Whether Tanzanian soldiers were hit by the rockets at Sake is not known.",
        "The army calls the law an attack on its independence.",
        "Seven years after gunmen first attacked army posts in Palma, peace is far.",
        "Iran has angered Washington by seizing foreign ships off Fujairah.",
        "The airport of Mariupol was cleared of snow by soldiers.",
        "Pupils raised the flag at a school in Goma, where an army band played.",
        "Any attack on Poland would be answered by NATO.",
    ],
)
def test_what_is_no_act_of_arms(text: str) -> None:
    assert [f for f in facts(text) if f["type"] in ACTS] == []


def test_a_patrol_that_is_shot_at_is_no_patrolling() -> None:
    found = facts("A Danish patrol came under mortar fire near Gereshk.")
    assert [f["type"] for f in found] == ["attack_on_force"]


def test_what_flies_may_be_called_by_its_maker() -> None:
    assert [f["type"] for f in facts("Rebel fighters shot down a MiG over Hama on Monday.")] == ["strike"]
