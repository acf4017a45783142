"""Chronologies, factboxes and explainers: years above their days, what a newsroom writes before a title, whence and
for whom something is done."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing

_YEARS = """Foreign forces in Mali

2012

March 3 - Danish troops arrive in Gao. Days later Norway sends 40 soldiers to Kidal.

2014

Aug 9 - The last Danish soldiers leave Gao.

Jan 5: Danish peacekeepers move to Ansongo."""


def test_days_lie_in_the_year_of_the_heading_above() -> None:
    wanted: list[Fact] = [
        {"type": "deployment", "destination": "Gao", "dates": ("2012-03-03", "2012-03-03")},
        {"type": "deployment", "actors": {"NOR"}, "destination": "Kidal", "dates": ("2012-03-03", "2012-03-10")},
        {"type": "withdrawal", "origin": "Gao", "dates": ("2014-08-09", "2014-08-09")},
        {"type": "deployment", "destination": "Ansongo", "dates": ("2014-01-05", "2014-01-05")},
    ]
    found = facts(_YEARS)
    assert missing(wanted, found) == []


@pytest.mark.parametrize("heading", ["Background", "What comes next"])
def test_another_heading_ends_the_year(heading: str) -> None:
    text = (
        f"Danes in Mali\n\n1998\n\nMay 3 - Danish troops land at Gao.\n\n{heading}\n\nOn 2 June Danish troops left Gao."
    )
    leaving = next(f for f in facts(text) if f["type"] == "withdrawal")
    assert leaving["dates"] == ("2025-06-02", "2025-06-02")


@pytest.mark.parametrize("genre", ["FACTBOX", "TIMELINE", "EXPLAINER", "CHRONOLOGY"])
def test_what_stands_before_a_title_is_no_town(genre: str) -> None:
    text = f"{genre} - Danish troops in Africa\n\nThe soldiers came in May. The garrison here is 400 men."
    assert all(genre.title() not in str(f.get("place", "")) for f in facts(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Army ends operation\n\nISLAMABAD: The last Danish soldiers have left, the foreign office said.", None),
        ("Troops go\n\nNEW DELHI: India on Friday withdrew 40 soldiers, an official said.", None),
        ("Troops go\n\nNAIROBI: Danish soldiers have left Baidoa, the UN said.", "Baidoa"),
        ("Where they were\n\nGao: Danish soldiers left in May.\n\nKidal: Danish soldiers left in June.", "Gao"),
    ],
)
def test_a_town_before_a_colon_dates_the_report(text: str, place: str | None) -> None:
    assert facts(text)[0].get("origin") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rwandan troops invaded Uganda from Zaire in 1999.", "Uganda"),
        ("The rebels attacked Chad from Sudan last week.", "Chad"),
        ("In 1982 Argentine troops took the islands from Britain.", "islands"),
        ("Malian soldiers cleared the rebels from Gao on Monday.", "Gao"),
    ],
)
def test_a_country_whence_a_blow_comes_is_not_where_it_falls(text: str, place: str) -> None:
    assert [f["place"] for f in facts(text) if f["type"] == "ground_operation"] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "No Danish soldier has died in combat in Mali since 2015.",
        "No British soldier has been captured in battle since the landing at Basra.",
        "Policemen escorted the lorries to the edge of Goma on Monday.",
        "Danish soldiers escorted the mayor into his office in Zvecan.",
        "The PKK has fought for an autonomous Kurdish region in Turkey since 1984.",
    ],
)
def test_losses_guests_and_causes_are_no_acts(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] in {"ground_operation", "patrol", "attack_on_force"}]


def test_room_for_soldiers_sends_none() -> None:
    text = "Japan has a camp in Djibouti. The base at Novo Selo, opened in 2013, can take up to 300 soldiers."
    assert not [f for f in facts(text) if f["type"] == "deployment"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SENEGAL: Around 350 Danish troops, who organise training for the armies of the Sahel, Niger, Mali and Chad above "
         "all.\n\nGABON: Some 900 men.", "SENEGAL"),
        ("There are 200 Danish soldiers in Jordan, who organise training for the armies of Iraq, Libya and Yemen.",
         "Jordan"),
        ("A Spanish unit in Dakar runs courses for the armies of Mali, Gambia and Guinea-Bissau.", "Dakar"),
    ],
)  # fmt: skip
def test_armies_that_are_taught_say_not_where(text: str, place: str) -> None:
    assert [f["place"] for f in facts(text) if f["type"] == "exercise"] == [place]


@pytest.mark.parametrize(
    ("text", "actor", "type_code", "place"),
    [
        ("Jets thought to be Turkish hit a camp near Sinjar on Monday, Iraqi officials said.", "TUR", "strike", "Sinjar"),
        ("Warplanes believed to be Russian carried out 15 raids on Saraqeb yesterday.", "RUS", "strike", "Saraqeb"),
        ("Drones presumed to be Israeli struck a depot near Damascus.", "ISR", "strike", "Damascus"),
        ("A military plane, believed to be Emirati, landed at Kufra on Sunday.", "ARE", "deployment", "Kufra"),
        ("Aircraft said to be French bombed rebels near Kidal in 2019.", "FRA", "strike", "Kidal"),
        ("Soldiers believed to be Eritrean were seen in Adigrat on Tuesday.", "ERI", "presence", "Adigrat"),
    ],
)  # fmt: skip
def test_whose_something_is_thought_to_be(text: str, actor: str, type_code: str, place: str) -> None:
    found = [(f["type"], f["actors"], f.get("place") or f.get("destination")) for f in facts(text)]
    assert found == [(type_code, {actor}, place)]


@pytest.mark.parametrize(
    ("text", "type_code", "status"),
    [
        ("By next summer there will be no French soldiers in Chad, the president said.", "withdrawal", "planned"),
        ('"There will be no Indian troops in Mali come May 10," Diallo said.', "withdrawal", "planned"),
        ("There will be no Italian troops on Crete after 1 July, Rome said.", "withdrawal", "planned"),
        ("There will be no Danish troops in Ukraine, the prime minister said.", "deployment", "denied"),
    ],
)
def test_none_from_a_day_on_means_that_they_leave(text: str, type_code: str, status: str) -> None:
    assert [(f["type"], f["status"]) for f in facts(text)] == [(type_code, status)]


@pytest.mark.parametrize(
    ("text", "actor", "n"),
    [
        ("Germany has the largest contingent in Mali after Denmark, with 1,300, most of them at Gao; Italy leads in the "
         "west from Kayes.", "DEU", 1300),
        ("Spain keeps a brigade at Marjayoun, with 600 men; Ireland patrols the south of Lebanon.", "ESP", 600),
    ],
)  # fmt: skip
def test_a_count_belongs_to_the_clause_before_the_semicolon(text: str, actor: str, n: int) -> None:
    assert [(f["actors"], f["n"][0]) for f in facts(text) if f["type"] == "strength"] == [({actor}, n)]


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        ("Exercise Lion began in Gao on Monday with 300 Malian soldiers. Niger declined to take part.", "exercise"),
        ("Turkey offered troops to the force in Mali. Denmark declined to take part in the mission.", "deployment"),
    ],
)
def test_what_one_declines_to_take_part_in(text: str, type_code: str) -> None:
    assert [f["type"] for f in facts(text) if f["status"] == "denied"] == [type_code]
