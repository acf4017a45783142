"""Tables and lists of figures: which lines are rows, what their columns hold, what a row states."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract
from posture.derive.extract.language.blocks import blocks
from posture.derive.extract.tables.grid import tables
from posture.derive.extract.tables.heads import is_head, role_of

from .reading import facts, missing


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Gao | 300\nKidal | 40", [["Gao", "300"], ["Kidal", "40"]]),
        ("| Base | Men |\n|---|---|\n| Gao | 300 |", [["Gao", "300"]]),
        ("Base\tMen\nGao\t300\nKidal\t40", [["Gao", "300"], ["Kidal", "40"]]),
        ("Base     Troops\nGao      300\nKidal    40", [["Gao", "300"], ["Kidal", "40"]]),
        (
            "Country, Base, Troops\nMali, Gao, 1,300\nChad, Abéché, 40",
            [["Mali", "Gao", "1,300"], ["Chad", "Abéché", "40"]],
        ),
        ("Nation: Chad\nTroops: 300\n\nNation: Ghana\nTroops: 40", [["Chad", "300"], ["Ghana", "40"]]),
        ("- Gao: about 300 troops\n- Kidal: 40", [["Gao", "about 300 troops"], ["Kidal", "40"]]),
        ("• 300 in Gao\n• 40 soldiers in Kidal", [["Gao", "300"], ["Kidal", "40 soldiers"]]),
        ("Gao\n300 soldiers\n\nKidal\n40", [["Gao", "300 soldiers"], ["Kidal", "40"]]),
        ("Gao: 300; Kidal: 40; Ber: 12.", [["Gao", "300"], ["Kidal", "40"], ["Ber", "12"]]),
        (
            "- Gao: closed in 2013\n- Kidal (handed to the police)",
            [["Gao", "closed in 2013"], ["Kidal", "handed to the police"]],
        ),
        ("Press release | 4 May 2023", []),
        ("He spoke of Gao, Kidal, Ber.\nThey left, he said, in May.", []),
    ],
)
def test_which_lines_are_rows(text: str, cells: list[list[str]]) -> None:
    found = [
        [text[a:b] if not text[a:b].isspace() else "" for a, b in r.cells]
        for t in tables(text, blocks(text))
        for r in t.rows
    ]
    assert [sorted(row) for row in found] == [sorted(row) for row in cells]


@pytest.mark.parametrize(
    ("words", "role"),
    [("Troop-contributing country", "holder"), ("Country of deployment", "host"), ("No. of soldiers", "count"), ("2014", "year"),
     ("Country", "country"), ("Current status", "status"), ("Killed", "skip"), ("Deployed to", "host")],
)  # fmt: skip
def test_what_a_column_holds_by_its_head(words: str, role: str) -> None:
    assert role_of(words) == role


def test_names_are_no_heads() -> None:
    assert is_head(("Base", "Troops"))
    assert not is_head(("Camp Rahim", "300"))
    assert not is_head(("Base Rahim", "Helmand"))


def level(code: str, place: str, n: int) -> dict[str, object]:
    return {"type": "strength", "actors": {code}, "place": place, "n": (n, n, "exact", "personnel")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A column of states: those whose troops they are, or the lands where they are.
        ("Chilean soldiers abroad\n\nCountry | Soldiers\nBosnia | 20\nHaiti | 400", [level("CHL", "Bosnia", 20), level("CHL", "Haiti", 400)]),
        ("Who has troops in Haiti\n\nCountry | Soldiers\nChile | 400\nNepal | 320", [level("CHL", "Haiti", 400), level("NPL", "Haiti", 320)]),
        ("The force in Afghanistan\n\nState | Soldiers | Town\nLatvia | 40 | Kunduz\nSpain | 700 | Herat", [level("LVA", "Kunduz", 40), level("ESP", "Herat", 700)]),
        # Years over the columns.
        ("Danish troops abroad\n\nPlace | 2009 | 2013\nKosovo | 300 | 35", [
            level("DNK", "Kosovo", 300) | {"dates": ("2009-01-01", "2009-12-31")},
            level("DNK", "Kosovo", 35) | {"dates": ("2013-01-01", "2013-12-31")},
        ]),
        # Columns of dates and of remarks.
        ("Danish army camps in Helmand\n\nCamp | Opened | Closed\nBudwan | 2007 | 2012\nHazrat | 2008 | 2011", [
            {"type": kind, "place": camp, "actors": {"DNK"}} for camp in ("Budwan", "Hazrat") for kind in ("base_opening", "base_closure")
        ]),
        # What is above says no more than the rows.
        ("The Danish troops abroad are in:\n- Kosovo (35)\n- Mali (90)", [level("DNK", "Kosovo", 35), level("DNK", "Mali", 90)]),
        # Totals are no row of their own; figures of other things are none of forces.
        ("Danish troops abroad\n\nPlace | Troops\nKosovo | 35\nMali | 90\nTotal | 125", [level("DNK", "Kosovo", 35), level("DNK", "Mali", 90)]),
        ("Danish soldiers killed abroad\n\nKosovo | 3\nIraq | 8", []),
        ("Refugees from Iraq, by the army's count\n\nCountry | Number\nDenmark | 300\nJordan | 9000", []),
    ],
)  # fmt: skip
def test_what_rows_state(text: str, wanted: list[dict[str, object]]) -> None:
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Danish troops are stationed in Kabul (90), Herat (about 40) and Kunduz (12).", [("strength", 90), ("strength", 40), ("strength", 12)]),
        ("Denmark's soldiers serve in two towns: 90 in Kabul and 40 in Herat.", [("strength", 90), ("strength", 40)]),
        ("Denmark and Latvia sent 90 and 40 troops respectively to Mali in March.", [("deployment", 90), ("deployment", 40)]),
        ("Denmark has 90 and 40 soldiers in Kabul and Herat respectively.", [("strength", 90), ("strength", 40)]),
        ("Denmark sent 90 troops to Kabul and withdrew 40 from Herat.", [("deployment", 90), ("withdrawal", 40)]),
        ("Danish troops were stationed in Kabul (2011).", [("presence", None)]),
    ],
)  # fmt: skip
def test_counts_that_a_sentence_shares_out(text: str, wanted: list[tuple[str, int | None]]) -> None:
    found = [(f["type"], f["n"][0] if "n" in f else None) for f in facts(text)]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A number that nobody gives; several places in one cell; a place behind the number.
        ("Danish bases abroad\n\nBase | Country | Personnel\nCamp Lund | Iraq | 120\nCamp Dan | Mali | n/a",
         [level("DNK", "Camp Lund", 120), {"type": "presence", "place": "Camp Dan"}]),
        ("Danish forces in Iraq at a glance\n\nBases: Erbil, Basra\nTroops: 120", [level("DNK", "Iraq", 120)]),
        ("Contingents of the force in Afghanistan\n\nLatvia 120 (Kunduz)\nSpain 700 (Herat)\nAlbania 222",
         [level("LVA", "Kunduz", 120), level("ESP", "Herat", 700), level("ALB", "Afghanistan", 222)]),
        ("Troops of the mission in Mali\n\nCountry / Troops / Police\nChad / 1,450 / 19\nTogo / 930 / 320", [level("TCD", "Mali", 1450), level("TGO", "Mali", 930)]),
    ],
)  # fmt: skip
def test_odd_cells(text: str, wanted: list[dict[str, object]]) -> None:
    assert not missing(wanted, facts(text))


def test_what_an_item_tells_in_full_leads_no_row_below_it() -> None:
    text = (
        "Where Danish troops are based: figures for troops are rough.\n\n  1. Kenya: 210\n"
        "  2. Ghana: 35 The base was built for aircraft, when Soviet forces were feared above all. "
        "It has counted for much since.\n  3. Mali: 90\n  4. Chad: 1 200\n"
    )
    rows = [
        f for f in facts(text) if f.get("n") in {(90, 90, "exact", "personnel"), (1200, 1200, "exact", "personnel")}
    ]
    assert [f["actors"] for f in rows] == [{"DNK"}, {"DNK"}]


CONTROL = """Who holds which town in Sudan, March 2024

City | In control | Strength
El Fasher | RSF | about 6,000
Port Sudan | army | a garrison
Kadugli | SPLM-N | max. 900
Babanusa | Falcon Brigades (FB) | withdrawn May 2023
Rabak | various | nobody
"""


def test_rows_tell_who_holds_a_place_with_whatever_stands_for_a_number() -> None:
    found = extract(CONTROL, date(2025, 6, 12)).drafts
    told = [
        (d.type_code, d.actors, d.main_place and d.main_place.words, d.quantity and (d.quantity.low, d.quantity.high))
        for d in found
    ]
    assert told == [
        ("strength", ("RSF",), "El Fasher", (6000, 6000)),
        ("presence", ("SDN",), "Port Sudan", None),
        ("strength", ("SPLM-N",), "Kadugli", (None, 900)),
        ("withdrawal", ("FB",), "Babanusa", None),
    ]
    assert [str(d.date_start) for d in found] == ["2024-03-01", "2024-03-01", "2024-03-01", "2023-05-01"]


def test_a_cell_of_units_with_their_men_in_brackets_counts_the_men() -> None:
    text = (
        "Turkish bases in Iraq\n\nBase | Soldiers\nZilkan | 2,000\nKani Masi | 1 company (120)\nBamerni | 900 approx."
    )
    counts = [d.quantity for d in extract(text, date(2025, 6, 12)).drafts if d.quantity is not None]
    assert [(q.low, q.qualifier, q.unit) for q in counts] == [
        (2000, "exact", "personnel"),
        (120, "exact", "personnel"),
        (900, "about", "personnel"),
    ]


@pytest.mark.parametrize("head", ["Force", "Power", "State", "Party", "Guest", "Nation", "Flag", "Who"])
def test_of_two_columns_of_states_one_says_where_and_one_whose(head: str) -> None:
    text = f"""Outside forces on the Gulf of Guinea

Country | Site | {head} | Personnel

Gabon | Camp Baraka | French Army | 1 350

Senegal | Dakar naval station | Spain | up to 450

Ghana | Tema Naval Base | United States | not over 60
"""
    told = [
        (d.actors, d.main_place.place.country_code, d.quantity)
        for d in extract(text, date(2024, 3, 1)).drafts
        if d.main_place
    ]
    assert [(a, c, q and (q.low, q.high)) for a, c, q in told] == [
        (("FRA",), "GAB", (1350, 1350)),
        (("ESP",), "SEN", (None, 450)),
        (("USA",), "GHA", (None, 60)),
    ]


def test_a_column_of_states_after_the_sites_can_be_the_hosts() -> None:
    text = """Where they serve

Contributor | Base | State | Troops
Nepal | Yei camp | South Sudan | 840
Ghana | Naqoura | Lebanon | 870
Fiji | Camp Ziouani | Syria | 150
"""
    told = {(d.actors, d.main_place.place.country_code) for d in extract(text, date(2024, 3, 1)).drafts if d.main_place}
    assert told == {(("NPL",), "SSD"), (("GHA",), "LBN"), (("FJI",), "SYR")}


def test_a_number_beside_several_sites_is_that_of_the_country() -> None:
    text = (
        "French soldiers in Africa\n\nThis is where the French army has its soldiers.\n\n"
        "| Country | Soldiers | Main sites |\n| --- | --- | --- |\n"
        "| Chad | 1,000 | N'Djamena, Abéché, Faya-Largeau |\n| Djibouti | 1,500 | Arta |\n| Gabon | 350 | Camp de Gaulle; Mandji |"
    )
    wanted = [
        {"type": "strength", "actors": {"FRA"}, "place": "Chad", "n": (1000, 1000, "exact", "personnel")},
        *({"type": "presence", "place": p} for p in ("N'Djamena", "Abéché", "Faya-Largeau")),
        {"type": "strength", "actors": {"FRA"}, "place": "Arta", "n": (1500, 1500, "exact", "personnel")},
        {"type": "strength", "actors": {"FRA"}, "place": "Gabon", "n": (350, 350, "exact", "personnel")},
        *({"type": "presence", "place": p} for p in ("Camp de Gaulle", "Mandji")),
    ]
    assert missing(wanted, [f for f in facts(text) if f["type"] != "presence" or f["place"] != "Africa"]) == []


def test_a_site_with_its_land_is_one_place() -> None:
    text = (
        "American soldiers in the Gulf\n\nThis is where the US army has its soldiers.\n\n"
        "| Country | Soldiers | Main site |\n| --- | --- | --- |\n"
        "| Qatar | 10,000 | Al Udeid, Qatar |\n| Kuwait | 13,500 | Camp Arifjan, south of the city |"
    )
    found = [f for f in facts(text) if f["type"] == "strength"]
    assert [(f["place"], f["n"][0]) for f in found] == [("Al Udeid", 10_000), ("Camp Arifjan", 13_500)]


def test_sites_told_of_in_words_are_held_and_those_given_up_are_not() -> None:
    text = (
        "Russian soldiers abroad\n\nThis is where the Russian army has its soldiers.\n\n"
        "Country | Type of presence | Strength\n"
        "Armenia | Motor rifle base in Gyumri; air base at Erebuni, Yerevan. | 3,300\n"
        "Belarus | Radar station near Hantsavichy, in use since 2002; naval radio centre near Vileyka. | 850\n"
        "Tajikistan | Base with garrisons in Dushanbe and Bokhtar. A third, in Kulob, was vacated in 2015. | 7,000\n"
        "Kyrgyzstan | Air base at Kant, beside the railway | 500\n"
    )
    found = facts(text)
    held = {(str(f["place"]), f["place"].mention.place.country_code) for f in found if f["type"] == "presence"}
    counted = {(str(f["place"]), f["n"][0]) for f in found if f["type"] == "strength"}
    assert held == {
        ("Gyumri", "ARM"), ("Erebuni", "ARM"), ("Hantsavichy", "BLR"), ("Vileyka", "BLR"), ("Dushanbe", "TJK"),
        ("Bokhtar", "TJK"),
    }  # fmt: skip
    assert counted == {("Armenia", 3300), ("Belarus", 850), ("Tajikistan", 7000), ("Kyrgyzstan", 500)}


def test_units_in_a_cell_are_no_sites() -> None:
    text = (
        "French soldiers in Africa\n\nThis is where the French army has its soldiers.\n\n"
        "Country | Unit | Soldiers\n"
        "Chad | 1st Parachute Regiment, Royal Marines | 1,000\nGabon | 6th Battalion, Marine Infantry | 350\n"
    )
    assert {(f["type"], str(f["place"])) for f in facts(text)} == {("strength", "Chad"), ("strength", "Gabon")}
