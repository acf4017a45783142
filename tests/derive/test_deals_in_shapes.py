"""Deals and missions in the shapes that reports give them: who speaks for whom, what points back, what is told twice."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing


def _deal(actors: set[str], status: str = "completed", **more: object) -> Fact:
    return {"type": "agreement", "actors": actors, "status": status, **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Officials from Norway and Iceland signed a defence pact.", [_deal({"NOR", "ISL"})]),
        (
            "The president of Peru arrived in Ecuador on Monday. The two countries signed a military accord on Tuesday.",
            [_deal({"PER", "ECU"})],
        ),
        (
            "Nepal and Bhutan signed a defence treaty on Tuesday. \u201cThe treaty that we have signed is unique,\u201d "
            "the Bhutanese king said.",
            [_deal({"NPL", "BTN"})],
        ),
        ("Qatar and Oman signed a military accord on Tuesday. The accord runs to 30 pages.", [_deal({"QAT", "OMN"})]),
        ("Their military accord with Oman came into force in 2019, Qatar said.", [_deal({"QAT", "OMN"})]),
        ("Qatar dropped its defence pact with Oman.", [_deal({"QAT", "OMN"})]),
        (
            "Greece and Cyprus have decided to cancel their military pact.",
            [_deal({"GRC", "CYP"}, "planned")],
        ),
        (
            "Greece agreed with Albania to pull its troops out of Vlora in September.",
            [
                _deal({"GRC", "ALB"}),
                {"type": "withdrawal", "status": "planned", "dates": ("2025-09-01", "2025-09-30")},
            ],
        ),
        (
            "An accord that Greece and Albania signed in May calls for Greek troops to withdraw from Vlora by 1 August.",
            [_deal({"GRC", "ALB"}), {"type": "withdrawal", "status": "planned"}],
        ),
        ("Oman leased the air base at Thumrait to Britain.", [_deal({"OMN", "GBR"}, place="Thumrait")]),
        ("Britain obtained the use of the air base at Thumrait.", [_deal({"GBR", "OMN"}, place="Thumrait")]),
        ("Iceland could join the military alliance.", [_deal({"ISL"}, "considered")]),
        ("The army had left the settlement.", []),
        ("The military accord makes visits easier.", []),
        ("Mali signed an agreement on the airfield at Gao with Qatar.", [_deal({"MLI", "QAT"}, place="Gao")]),
        (
            "The legal basis is a memorandum on military cooperation that Qatar and Oman concluded in 2013.",
            [_deal({"QAT", "OMN"})],
        ),
    ],
)
def test_deals(text: str, wanted: list[Fact]) -> None:
    found = [f for f in facts(text) if f["type"] in {w["type"] for w in wanted} or not wanted]
    assert not missing(wanted, found)


def _mission(what: str, actors: set[str], place: str, status: str = "completed") -> list[Fact]:
    return [{"type": f"mission_{what}", "actors": actors, "place": place, "status": status}]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Danish military mission in Gao costs a lot. It was extended on Tuesday.",
            _mission("continuation", {"DNK"}, "Gao"),
        ),
        (
            "Doubts about the Danish military mission in Gao have grown. The mission will end in December.",
            _mission("end", {"DNK"}, "Gao", "planned"),
        ),
        (
            "Nobody praised the Danish naval mission off Benghazi. Its mandate expires in September.",
            _mission("end", {"DNK"}, "Benghazi", "planned"),
        ),
        ("The Danish military mission in Gao is over, the general said.", _mission("end", {"DNK"}, "Gao")),
        ("The Danish military mission in Gao has entered its second phase.", _mission("transition", {"DNK"}, "Gao")),
        ("Denmark could cut back its military mission in Gao.", _mission("transition", {"DNK"}, "Gao", "considered")),
        (
            "The mandate of the military mission in Gao was renewed until the end of 2026 by Denmark.",
            _mission("continuation", {"DNK"}, "Gao"),
        ),
        ("The Danish naval surveillance mission off Benghazi was wound up.", _mission("end", {"DNK"}, "Benghazi")),
        (
            "NATO denied that the Danish peacekeeping mission in Gao would end. The mission was launched in 2019.",
            [*_mission("end", {"DNK"}, "Gao", "denied"), *_mission("start", {"DNK"}, "Gao")],
        ),
        ("Denmark cut short its military mission in Gao.", _mission("end", {"DNK"}, "Gao")),
        ("The Danish military operation in Gao was extended last month.", _mission("continuation", {"DNK"}, "Gao")),
        ("Denmark strengthened the mandate of its military mission in Gao.", _mission("transition", {"DNK"}, "Gao")),
        ("The Danish military mission in Gao has got under way.", _mission("start", {"DNK"}, "Gao")),
        ("The Danish naval surveillance mission off Benghazi has a new head.", []),
        ("The Danish space agency launched a mission to the moon, the army said.", []),
    ],
)
def test_missions(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Danish army's 15th Mountain Battalion came under the command of the 7th Brigade.",
        "The Danish battalion passed to NATO command.",
        "The creation of a new mountain brigade by Denmark was announced.",
        "Denmark dissolves its mountain battalion",
    ],
)
def test_restructuring(text: str) -> None:
    assert "restructuring" in {f["type"] for f in facts(text)}
