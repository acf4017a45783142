"""What stands beside a fact: how often, how many nobody knows, what two towns are, how far it is from elsewhere."""

from __future__ import annotations

import pytest

from .reading import Fact, facts


def _of(text: str, type_code: str) -> list[Fact]:
    return [f for f in facts(text) if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Israeli jets bombed Khiam six times and Marjayoun twice on Monday.", {"Khiam": 6, "Marjayoun": 2}),
        ("Saudi jets struck Hajjah five times on Sunday.", {"Hajjah": 5}),
        # "Over the weekend" says when, and not by how much more.
        (
            "Russian aircraft bombed Saraqib four times and Ariha three times over the weekend.",
            {"Saraqib": 4, "Ariha": 3},
        ),
        (
            "The Saudi air force hit Aden three times, Taiz four times and Hodeidah twice.",
            {"Aden": 3, "Taiz": 4, "Hodeidah": 2},
        ),
    ],
)
def test_how_often_each_was_struck(text: str, struck: dict[str, int]) -> None:
    assert {str(f["place"]): f["n"][0] for f in _of(text, "strike")} == struck


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (
            "Turkey had sent troops, it would not say how many, to Misrata and to Zuwara.",
            "deployment",
            "Misrata Zuwara",
        ),
        ("Kenya has sent army engineers, nobody knows how many, to Kismayo.", "deployment", "Kismayo"),
        (
            "The officials said that Turkey had also sent soldiers, they could not say how many, to Misrata.",
            "deployment",
            "Misrata",
        ),
        ("The Libyan army withdrew tanks, it is not known how many, from Derna.", "withdrawal", "Derna"),
        # What the two are is no third place, and no second object.
        (
            "French officers have taken command of the bases at Abéché and Faya, two towns in the north of Chad.",
            "deployment",
            "Abéché Faya",
        ),
        ("Ukrainian officers have taken charge of the base at Ochakiv.", "deployment", "Ochakiv"),
        (
            "French troops took over the bases at Mocha and Assab, two ports on the Red Sea from which they had sailed.",
            "deployment",
            "Mocha Assab",
        ),
        # How far a town is from another is not where somebody goes.
        (
            "The Eritrean army seized Barentu, 60 kilometers north of Tesseney, and has since then moved artillery there.",
            "relocation deployment",
            "Barentu",
        ),
    ],
)
def test_where_to(text: str, type_code: str, where: str) -> None:
    found = [f for f in facts(text) if f["type"] in type_code.split()]
    assert {str(f.get("destination") or f.get("origin")) for f in found} == set(where.split())
    assert {f["status"] for f in found} == {"completed"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The American drone unit at Agadez is going to remain.", ["planned"]),
        ("The French battalion at Gao was going to stay, the minister said.", ["planned"]),
        ("The French battalion at Gao is going to stay out of the fight, the minister said.", []),
    ],
)
def test_going_to_stay(text: str, status: list[str]) -> None:
    assert [f["status"] for f in _of(text, "presence")] == status


def test_whose_dead() -> None:
    """Those who fell in one attack are not those of the next clause, which others struck."""
    text = (
        "The rebels claimed on Monday that their snipers had attacked Turkish troops on Hakurk hill on Saturday, killing "
        "two of them, and that Turkish warplanes had bombed Metina over the weekend."
    )
    assert {(f["type"], str(f["place"]), *f["actors"]) for f in facts(text)} == {
        ("attack_on_force", "Hakurk", "TUR"),
        ("strike", "Metina", "TUR"),
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What is used up is for those who are there.
        ("The Ethiopian army flew ammunition into Gode airport on May 3.", {("reinforcement", "ETH")}),
        ("Rwanda will keep the troops that it has in Mozambique.", {("presence", "RWA")}),
        ("Kenya will keep the soldiers whom it has in Somalia.", {("presence", "KEN")}),
        ("Three Dutch officers died as Serb soldiers shot at their car near Tuzla.", {("attack_on_force", "NLD")}),
        # A convoy that parts is still one, and no unit.
        ("The convoy of 20 Turkish vehicles split up near Manbij and went to Kobani.", {("deployment", "TUR")}),
        # What a drill makes believe has not happened.
        (
            "Tajik troops finished exercises at Canjuers with a scenario, an incursion of militants from the sea.",
            {("exercise", "TJK")},
        ),
        # How far patrols go is no leaving.
        ("Kenyan ground patrols do not go beyond a radius of ten kilometres from Kismayo.", set()),
    ],
)
def test_what_it_is(text: str, wanted: set[tuple[str, str]]) -> None:
    assert {(f["type"], *f["actors"]) for f in facts(text)} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "France keeps six posts in Kidal, held by about 900 soldiers.",
        # Where the force set up a post before is not where the others are.
        "The French troops, who set up a post at Gao in May, have 40 positions in Kidal, manned by 900 soldiers.",
    ],
)
def test_who_mans_them(text: str) -> None:
    assert {str(f["place"]) for f in _of(text, "strength")} == {"Kidal"}
