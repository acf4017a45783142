"""Acts of arms, drills and patrols in the shapes that sentences give them: who, against whom, where and how far."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing


def _fact(kind: str, who: set[str], where: str, **more: object) -> Fact:
    return {"type": kind, "actors": who, "place": where, **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # those who struck, where the dead are the subject
        (
            "Six Senegalese soldiers lost their lives in an ambush by JNIM fighters near Tessalit.",
            _fact("attack_on_force", {"SEN"}, "Tessalit", against={"JNIM"}, n=(6, 6, "exact", "killed")),
        ),
        (
            "Two Kenyan soldiers died when their lorry ran over a mine laid by al-Shabab north of Garissa.",
            _fact("attack_on_force", {"KEN"}, "Garissa", against={"AL-SHABAAB"}),
        ),
        (
            "Three Dutch soldiers were wounded when their patrol came under fire from Taliban fighters near Kandahar.",
            _fact("attack_on_force", {"NLD"}, "Kandahar", against={"TALIBAN"}),
        ),
        (
            "A bomb planted by ELN guerrillas killed five Colombian soldiers in Tame.",
            _fact("attack_on_force", {"COL"}, "Tame", against={"ELN"}, n=(5, 5, "exact", "killed")),
        ),
        # verbs and their prepositions
        (
            "Abu Sayyaf gunmen descended on a Philippine army outpost near Lamitan.",
            _fact("attack_on_force", {"PHL"}, "Lamitan", against={"ABU SAYYAF"}),
        ),
        (
            "Renamo gunmen detonated a bomb next to a Mozambican army post in Dondo.",
            _fact("attack_on_force", {"MOZ"}, "Dondo", against={"RENAMO"}),
        ),
        (
            "Sudanese soldiers opened up with mortars on an RSF camp near Nyala.",
            _fact("strike", {"SDN"}, "Nyala", against={"RSF"}),
        ),
        (
            "The Colombian army sent jets to bomb an ELN camp in Arauca.",
            _fact("strike", {"COL"}, "Arauca", status="completed"),
        ),
        (
            "The Ethiopian army used helicopter gunships against TPLF positions outside Adigrat.",
            _fact("strike", {"ETH"}, "Adigrat", against={"TPLF"}),
        ),
        (
            "Kenyan jets attacked an al-Shabab depot from the air north of Jilib.",
            _fact("strike", {"KEN"}, "Jilib", against={"AL-SHABAAB"}),
        ),
        (
            "Congolese soldiers drove M23 rebels out of the Sake district.",
            _fact("ground_operation", {"COD"}, "Sake", against={"M23"}),
        ),
        (
            "Nigerian troops expelled Boko Haram fighters from Gwoza.",
            _fact("ground_operation", {"NGA"}, "Gwoza", against={"BOKO HARAM"}),
        ),
        # how far
        (
            "Hezbollah fighters did not lay an ambush for Israeli soldiers near Khiam, a spokesman said.",
            _fact("attack_on_force", {"ISR"}, "Khiam", status="denied"),
        ),
        (
            "The president has ordered Turkish warplanes to strike PKK camps near Zakho.",
            _fact("strike", {"TUR"}, "Zakho", status="planned"),
        ),
        (
            "The port was shut on Tuesday night when Saudi jets hit Houthi camps in Hodeidah.",
            _fact("strike", {"SAU"}, "Hodeidah", dates=("2025-06-10", "2025-06-10")),
        ),
        # drills and patrols
        (
            "Senegalese troops and soldiers from the Greek army held live-fire drills in Crete.",
            _fact("exercise", {"SEN", "GRC"}, "Crete"),
        ),
        (
            "Chilean troops announced a field exercise near Calama.",
            _fact("exercise", {"CHL"}, "Calama", status="planned"),
        ),
        (
            "The Thai navy called off Exercise Amber Lion off Phuket.",
            _fact("exercise", {"THA"}, "Phuket", status="denied"),
        ),
        (
            "German soldiers trained Iraqi soldiers at Taji last month.",
            _fact("exercise", {"DEU"}, "Taji", against={"IRQ"}),
        ),
        ("Cameroonian troops ran night patrols along the border with Chad.", _fact("patrol", {"CMR"}, "border with Chad")),
    ],
)  # fmt: skip
def test_an_act_is_read_in_its_shape(text: str, wanted: Fact) -> None:
    assert missing([wanted], facts(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tehran would answer if the Norwegian navy began patrols in the Gulf of Oman.",
        "Moscow would react if Polish troops held joint drills near Kaliningrad.",
        "The Peruvian army lost no time and thanked the mayors.",
    ],
)
def test_what_is_only_supposed_is_no_act(text: str) -> None:
    assert facts(text) == []
