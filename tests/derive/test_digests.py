"""News in brief, boxes and lists of hosts, timelines: what an item says is said of the country and day that head it."""

from __future__ import annotations

import pytest

from .reading import facts, missing

DIGEST = """World in brief
KENYA - Ugandan troops have crossed the border at Busia, residents said.
PERU - The army has withdrawn from three villages in Ayacucho.
PAKISTAN - Soldiers have launched an operation against militants in Bajaur."""


def test_the_army_of_an_item_is_that_of_its_country() -> None:
    wanted = [
        {"type": "deployment", "actors": {"UGA"}},
        {"type": "withdrawal", "actors": {"PER"}, "origin": "Ayacucho"},
        {"type": "ground_operation", "actors": {"PAK"}, "place": "Bajaur"},
    ]
    assert not missing(wanted, facts(DIGEST))


def test_there_below_a_country_is_that_country() -> None:
    text = (
        "Box: Foreign bases\n\nQATAR\n\nAl Udeid hosts the 379th Air Expeditionary Wing. Turkey opened a base there in "
        "2015.\n\nBAHRAIN\n\nThe US Fifth Fleet has its headquarters in the kingdom. Britain opened a naval base "
        "there in 2018."
    )
    found = {(f["type"], *f["actors"]): f["place"] for f in facts(text)}
    assert "Qatar" in found["base_opening", "TUR"]
    assert "Bahrain" in found["base_opening", "GBR"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- Mali: Russia, 2,000 men", {("RUS", 2000)}),
        ("- Niger: Italy, 300 men; Germany (60)", {("ITA", 300), ("DEU", 60)}),
        ("- Latvia: Canada, about 2,200 troops.", {("CAN", 2200)}),
    ],
)
def test_a_line_of_hosts_tells_whose_men_are_there(line: str, wanted: set[tuple[str, int]]) -> None:
    found = facts(f"Where their troops are\n\n{line}\n- Chad: Hungary, 200 men")
    assert {(*f["actors"], f["n"][0]) for f in found if f["type"] == "strength"} == wanted | {("HUN", 200)}


def test_lines_that_open_with_the_year() -> None:
    text = (
        "Danes in Mali\n\n2014 March 3: Danish marines land in Gao.\n2019 Feb - Mali gives Denmark a month to withdraw "
        "its 90 soldiers. They leave in March."
    )
    wanted = [
        {"type": "deployment", "status": "completed", "destination": "Gao", "dates": ("2014-03-03", "2014-03-03")},
        {"type": "withdrawal", "status": "planned", "n": (90, 90, "exact", "personnel")},
        {"type": "withdrawal", "status": "completed", "dates": ("2019-03-01", "2019-03-31")},
    ]
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Denmark sent 90 men to Mali, taking the force to 300.", [("deployment", 90), ("strength_change", 300)]),
        ("Danish jets struck the column to halt a rebel advance on Gao.", [("strike", None)]),
        ("Several foreign forces are present in Mali.", []),
    ],
)
def test_what_is_told_beside(text: str, wanted: list[tuple[str, int | None]]) -> None:
    assert [(f["type"], f["n"][0] if f.get("n") else None) for f in facts(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Smoke rises above Khiam in southern Lebanon after an Israeli army air strike.",
            ("strike", {"ISR"}, "Khiam"),
        ),
        (
            "The army is short of men. Fires burned in Odesa after a Russian missile attack on the port.",
            ("strike", {"RUS"}, "Odesa"),
        ),
        ("Members of the Indian army stand guard in Srinagar.", ("presence", {"IND"}, "Srinagar")),
        ("India said its air base at Pathankot was hit by drones.", ("attack_on_force", {"IND"}, "Pathankot")),
    ],
)
def test_what_a_caption_shows(text: str, wanted: tuple[str, set[str], str]) -> None:
    assert [(f["type"], f["actors"], str(f["place"])) for f in facts(text)] == [wanted]


def test_a_bare_verb_with_a_subject_is_a_present() -> None:
    text = "Kenyan police patrol a street in Port-au-Prince, where 400 officers have been deployed."
    assert [f["status"] for f in facts(text) if f["type"] == "patrol"] == ["ongoing"]


def test_a_line_of_a_chronicle_counts_from_its_own_day() -> None:
    text = (
        "Danes in Mali\n\nMarch 2014 - Denmark ends its mission. About 60 soldiers stay on in Gao.\n"
        "29 February 2020 - Denmark and Mali sign a pact under which all Danish troops will leave within 14 months."
    )
    found = {f["type"]: f["dates"] for f in facts(text)}
    assert found["strength"] == ("2014-03-01", "2014-03-31")
    assert found["withdrawal"] == ("2020-02-29", "2021-04-29")


def test_since_when_there_were_not_so_many_is_not_since_when_they_are_there() -> None:
    (found,) = facts("Some 900 US troops are in Poland, the highest number since 2003.")
    assert found["dates"] == ("2025-06-12", "2025-06-12")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Some 2,000 French soldiers are stationed in Chad, and 300 more are on their way.", "ongoing"),
        ("The French soldiers in Chad will be home by May, and a Danish company takes over the base.", "planned"),
    ],
)
def test_a_present_in_a_clause_of_its_own_goes_on(text: str, status: str) -> None:
    assert [f["status"] for f in facts(text) if f["type"] == "deployment"] == [status]
