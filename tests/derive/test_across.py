"""What several rules decide together: heads of entries, parts of a whole, deals of unnamed parties, names in pairs."""

from __future__ import annotations

import pytest

from .reading import Fact, facts


def of_type(text: str, type_code: str) -> list[Fact]:
    return [f for f in facts(text) if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "type_code", "slot", "places"),
    [
        ("The Kenyan army withdrew from Rhamu and Elwak.", "withdrawal", "origin", ["Rhamu", "Elwak"]),
        ("The French battalion left Tessalit for Menaka.", "withdrawal", "destination", ["Menaka"]),
        (
            "Malian troops captured the town of Kidal, in the south of Gao region.",
            "ground_operation",
            "place",
            ["Kidal"],
        ),
        (
            "Some 300 Kenyan troops will go to the town of Kismayo in June, and Uganda plans a camp at Baidoa.",
            "deployment",
            "destination",
            ["Kismayo"],
        ),
        ("The army is in Libya.\n\nSirte: Turkish drones struck two depots on Monday.", "strike", "place", ["Sirte"]),
        (
            "As a warning to Iran, the United States will deploy two squadrons of fighters to Qatar.",
            "deployment",
            "destination",
            ["Qatar"],
        ),
    ],
)
def test_places(text: str, type_code: str, slot: str, places: list[str]) -> None:
    assert [f.get(slot) for f in of_type(text, type_code)] == places


@pytest.mark.parametrize(
    "text",
    [
        "French soldiers are at Camp Alpha in Chad. In May the two governments agreed on a lease for five more years.",
        "The government and the UN mission in Mali agreed on a plan for its withdrawal.",
        "Turkish troops are in Somalia. Ankara and Mogadishu have negotiated about a base since March.",
        "Delhi announced an agreement with Beijing on patrolling along the border. Indian troops are there.",
    ],
)
def test_deals(text: str) -> None:
    assert len(of_type(text, "agreement")) == 1, facts(text)


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("UN experts estimated the number of Rwandan soldiers in Goma at 3,000.", 3000),
        ("Of the 900 British soldiers now in Cyprus, 200 will leave in May.", 900),
    ],
)
def test_levels(text: str, n: int) -> None:
    assert [f["n"][0] for f in of_type(text, "strength")] == [n]


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        ("France flew in 150 soldiers from Gabon to secure the airport in N'Djamena.", "presence"),
        ("Washington will cut the troops that it deploys on the eastern flank of Europe.", "presence"),
        ("French soldiers secured the airport, from which a thousand foreigners were taken out.", "withdrawal"),
    ],
)
def test_not(text: str, type_code: str) -> None:
    assert not of_type(text, type_code), facts(text)
