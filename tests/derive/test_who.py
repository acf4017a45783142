"""Who acts: groups by their names, allies, seats of government, those who act together, and what is no side at all."""

from __future__ import annotations

import pytest

from .reading import facts


def _of(text: str, type_code: str) -> list[set[str]]:
    return [f["actors"] for f in facts(text) if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        # a group's name may be the very word by which it is known
        ("NATO had pulled its forces out of Kandahar, the Chinese minister said.", "withdrawal", {"NATO"}),
        ("JNIM has not closed its base in Kidal, the Algerian government said.", "base_closure", {"JNIM"}),
        # what somebody's ally is called behind it
        ("Norway has urged its old ally Kenya to pull its soldiers out of Benghazi.", "withdrawal", {"KEN"}),
        # a seat of government
        ("The government in Ankara has closed its base in Bolivia.", "base_closure", {"TUR"}),
        ("Peru has urged the generals in Bamako to send 300 soldiers to Gabon.", "deployment", {"MLI"}),
        # together, in any act
        ("The Indian navy as well as the Russian navy sent 300 soldiers to Gao.", "deployment", {"IND", "RUS"}),
        ("Troops from Mali and soldiers from Chad withdrew from Bangui in May.", "withdrawal", {"MLI", "TCD"}),
        ("Together with Czech troops, Polish troops pulled out of Bamako.", "withdrawal", {"POL", "CZE"}),
        ("Dutch marines were flown to Gao jointly with Danish commandos.", "deployment", {"NLD", "DNK"}),
        # other people's visits and wars are not theirs
        ("The Kenyan army held drills in Bolivia amid fears of a war with Brazil.", "exercise", {"KEN"}),
        ("The Kenyan army held drills in Bolivia, days after a visit by the Dutch king.", "exercise", {"KEN"}),
        # whose the subject is, says "of"
        ("The army of Turkey has lost patience. It sent 300 soldiers to Gabon in May.", "deployment", {"TUR"}),
        (
            "The government of Russia is at odds with India. In May it closed its base in Gabon.",
            "base_closure",
            {"RUS"},
        ),
        ("Men of the Kenyan 3rd Brigade met the press. The soldiers left Helmand in May.", "withdrawal", {"KEN"}),
        ("The Chadian authorities have had enough. They closed their base in Gabon in May.", "base_closure", {"TCD"}),
        # for weight's sake
        ("It was Kenya's army that withdrew from Bangui in May, not Uganda.", "withdrawal", {"KEN"}),
        ("The armed forces of Indonesia were ambushed in Gao.", "attack_on_force", {"IDN"}),
        ("Troops from Kenya were cheered by onlookers. They were ambushed in Gao.", "attack_on_force", {"KEN"}),
        ("It was its old ally Chad that sent 300 soldiers to Gao in May, not Kenya.", "deployment", {"TCD"}),
        ("Peru followed Chile in withdrawing its troops from Gao.", "withdrawal", {"PER", "CHL"}),
        ("Brazil agreed to a request by Mali to send 300 soldiers to Gao.", "deployment", {"BRA"}),
        # groups by their letters
        ("Poland has urged KFOR to withdraw its last soldiers from Mitrovica.", "withdrawal", {"NATO"}),
        # who speaks behind a quotation, and whom somebody orders
        (
            '"We have withdrawn our soldiers from Gao," Chad\'s defence minister, Mahamat, told reporters in Bamako.',
            "withdrawal",
            {"TCD"},
        ),
        ("Mr Okello is the Ugandan president. He said he had ordered the army to leave Goma.", "withdrawal", {"UGA"}),
        ("In Warsaw, the general staff announced that 300 soldiers had been sent to Gao.", "deployment", {"POL"}),
        ("Chad - long a critic of Mali - sent 300 soldiers to Gao in May.", "deployment", {"TCD"}),
    ],
)
def test_who_acts(text: str, type_code: str, who: set[str]) -> None:
    assert _of(text, type_code) == [who]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenyan troops have never come under attack in Gao, he said.", "denied"),
        ("Kenyan troops are not under attack in Gao.", "denied"),
        ("Kenyan troops are under attack in Gao.", "ongoing"),
        ("After being ambushed in Gao in May, Kenyan troops fell silent.", "completed"),
        ("It was the Kenyan army that shelled the town of Gao, not Uganda.", "completed"),
    ],
)
def test_how_far_an_act_has_come(text: str, status: str) -> None:
    assert [f["status"] for f in facts(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL has run out of patience in Naqoura.",
        "The Chadian troops in northern Iraq declined to comment.",
        "Kenyan troops, trained by Finnish instructors, were cheered in Gao.",
    ],
)
def test_no_fact(text: str) -> None:
    assert [f for f in facts(text) if f["type"] not in {"presence", "strength"}] == []


def test_a_drill_has_its_months() -> None:
    found = facts("Polish army engineers took part in an exercise in Cambodia in April 2021.")
    assert [(f["type"], f["dates"]) for f in found] == [("exercise", ("2021-04-01", "2021-04-30"))]


@pytest.mark.parametrize("tail", ["Chadian soldiers moved in", "Chadian soldiers took their place"])
def test_who_fills_a_gap_is_where_others_left(tail: str) -> None:
    found = [f for f in facts(f"Ugandan troops left Goma in May, and {tail}.") if f["type"] == "deployment"]
    assert [(f["actors"], f["destination"]) for f in found] == [({"TCD"}, "Goma")]
