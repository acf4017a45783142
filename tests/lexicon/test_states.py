"""States, groups and units: ids that a record may carry, and names that point to one of them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pycountry
import pytest
import yaml

from posture import lexicon

HERE = Path(lexicon.__file__).parent
STATE_COLUMNS = "country_code name aliases demonyms capital metonyms latitude longitude".split()
GROUP_KINDS = {"state_alliance", "un_mission", "non_state", "pmc", "joint_command"}
UNIT_ROLES = {"branch", "command", "ministry", "operation", "ship_prefix", "agency"}
# Ids that the definition of a posture record fixes.
FIXED = set("COALITION ISIS SDF SNA PKK HTS PMF HEZBOLLAH HOUTHI WAGNER NATO EU UN HAMAS".split())


def states() -> list[dict[str, str]]:
    with (HERE / "states.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def entries(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return loaded


def cells(row: dict[str, str], *columns: str) -> list[str]:
    return [x for c in columns for x in row[c].split("|") if x]


STATES = states()
GROUPS = entries("groups.yaml")
UNITS = entries("units.yaml")
CODES = {r["country_code"] for r in STATES}
IDS = {e["id"] for e in GROUPS}


def named(entry: dict[str, Any]) -> list[str]:
    return [entry["name"], *entry["aliases"]]


def doubtful(entry: dict[str, Any], name: str) -> bool:
    return bool(entry.get("ambiguous")) or name in entry.get("ambiguous_aliases", [])


def test_states_have_their_columns() -> None:
    assert list(STATES[0]) == STATE_COLUMNS
    assert not [r for r in STATES if None in r or None in r.values()]
    assert not [r["country_code"] for r in STATES if not (r["name"] and r["demonyms"] and r["capital"])]


def test_states_are_the_members_of_the_un_and_five_more() -> None:
    assert len(CODES) == len(STATES) == 198
    assert {c.alpha_3 for c in pycountry.countries} | {"XKX"} >= CODES
    assert {"TWN", "XKX", "PSE", "VAT", "ESH"} <= CODES


def test_a_name_of_a_state_is_of_one_state() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for r in STATES:
        for n in cells(r, "name", "aliases", "demonyms", "metonyms"):
            meant[n.casefold()].add(r["country_code"])
    assert not {n: c for n, c in meant.items() if len(c) > 1}


def test_coordinates_of_states() -> None:
    for r in STATES:
        assert -60 <= float(r["latitude"]) <= 75, r["name"]
        assert -180 <= float(r["longitude"]) <= 180, r["name"]


@pytest.mark.parametrize(
    ("column", "word", "code"),
    [
        ("aliases", "U.S.", "USA"),
        ("aliases", "Türkiye", "TUR"),
        ("aliases", "DRC", "COD"),
        ("aliases", "Burma", "MMR"),
        ("demonyms", "Nigeriens", "NER"),
        ("demonyms", "Briton", "GBR"),
        ("capital", "N'Djamena", "TCD"),
        ("metonyms", "Quai d'Orsay", "FRA"),
        ("metonyms", "Kremlin", "RUS"),
    ],
)
def test_words_for_a_state(column: str, word: str, code: str) -> None:
    assert [r["country_code"] for r in STATES if word in cells(r, column)] == [code]


def test_groups_are_well_formed() -> None:
    assert len(GROUPS) >= 250
    assert {e["kind"] for e in GROUPS} <= GROUP_KINDS
    assert not [e["id"] for e in GROUPS if not re.fullmatch(r"[A-Z0-9][A-Z0-9' -]+", e["id"])]
    assert not [e["id"] for e in GROUPS if not set(e["home"]) | set(e["theatre"]) <= CODES]
    assert not CODES & IDS
    assert FIXED <= IDS


def test_missions_play_somewhere() -> None:
    missions = {e["name"]: e for e in GROUPS if e["id"] == "UN" and e["kind"] == "un_mission"}
    assert missions["UNIFIL"]["theatre"] == ["LBN"]
    assert missions["MINUSMA"]["theatre"] == ["MLI"]
    assert [n for n, e in missions.items() if not e["theatre"]] == ["United Nations peacekeeping"]


def test_units_are_well_formed() -> None:
    assert len(UNITS) >= 300
    assert {e["role"] for e in UNITS} == UNIT_ROLES
    assert all(isinstance(e["ambiguous"], bool) for e in UNITS)
    assert not [e["name"] for e in UNITS if not {e["id"], *e.get("partners", [])} <= CODES | IDS]
    assert not [e["name"] for e in UNITS if not set(e.get("theatre", [])) <= CODES]


def test_aliases_are_clean() -> None:
    for entry in [*GROUPS, *UNITS]:
        own, where = named(entry), entry["name"]
        assert all(isinstance(n, str) for n in own), where  # YAML reads a bare NO or ON as a truth value
        assert len(set(own)) == len(own), where
        assert not [n for n in own if n != n.strip() or len(n) < 2 or re.search(r"[’‘|;]|\s\s", n)], where
        assert set(entry.get("ambiguous_aliases", [])) <= set(own), where


def test_a_name_points_to_one_force_unless_it_is_marked() -> None:
    meant: dict[str, dict[str, bool]] = defaultdict(dict)
    for e in [*GROUPS, *UNITS]:
        for n in named(e):
            # of two with one short name the country that the text is about decides (`ShortNames.likeliest`)
            split_by_theatre = bool(e.get("theatre")) and (n.startswith("Kurdish ") or n == "SDF")
            meant[n][e["id"]] = doubtful(e, n) or split_by_theatre
    assert not {n: ids for n, ids in meant.items() if len(ids) > 1 and not all(ids.values())}


def test_groups_do_not_bear_the_name_of_a_state() -> None:
    taken = {n for r in STATES for n in cells(r, "name", "aliases", "demonyms")}
    assert not [n for e in [*GROUPS, *UNITS] for n in named(e) if n in taken]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("CENTCOM", "USA"),
        ("Operation Shader", "GBR"),
        ("Opération Barkhane", "FRA"),
        ("Operation Inherent Resolve", "COALITION"),
        ("Quds Force", "IRN"),
        ("FARDC", "COD"),
        ("FAMa", "MLI"),
        ("HMAS", "AUS"),
        ("TCG", "TUR"),
        ("Tsahal", "ISR"),
    ],
)
def test_units_point_to_their_force(word: str, code: str) -> None:
    assert {e["id"] for e in UNITS if word in named(e)} == {code}


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Daesh", "ISIS"),
        ("YPG", "SDF"),
        ("Kataib Hezbollah", "PMF"),
        ("Ansar Allah", "HOUTHI"),
        ("Africa Corps", "WAGNER"),
        ("KFOR", "NATO"),
        ("Aspides", "EU"),
        ("MONUSCO", "UN"),
        ("ATMIS", "ATMIS"),
        ("SAMIDRC", "SADC"),
    ],
)
def test_groups_answer_to_their_names(word: str, code: str) -> None:
    assert {e["id"] for e in GROUPS if word in named(e)} == {code}


def test_the_news_agency_is_not_an_army() -> None:
    assert [e["id"] for e in UNITS if "AFP" in named(e) and doubtful(e, "AFP")] == ["PHL"]
