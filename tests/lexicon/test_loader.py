"""Every file of the lexicon loads, every entry is whole, and no code stands twice."""

from __future__ import annotations

import csv
from collections import Counter
from typing import Any

import pycountry
import pytest
import yaml

from posture import lexicon
from posture.derive.extract.language import vocabulary

STATES = {c.alpha_3 for c in pycountry.countries} | {"XKX"}
TABLES = sorted(p.name for p in lexicon.HERE.glob("*.csv"))
LISTS = ["groups.yaml", "units.yaml"]


def rows(name: str) -> list[dict[str, str]]:
    with (lexicon.HERE / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def entries(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((lexicon.HERE / name).read_text(encoding="utf-8")))


def names(row: dict[str, str]) -> list[str]:
    return [x.strip() for x in f"{row['name']}|{row['aliases']}".split("|") if x.strip()]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_every_cell(name: str) -> None:
    for number, row in enumerate(rows(name), start=2):
        assert None not in row, f"{name}:{number} has too many cells"
        assert None not in row.values(), f"{name}:{number} has too few cells"
        assert row["name"].strip(), f"{name}:{number} has no name"
        assert all(v == v.strip() for v in row.values()), f"{name}:{number} has spaces around a cell"


@pytest.mark.parametrize("name", TABLES)
def test_coordinates_are_on_the_globe_and_countries_on_the_list(name: str) -> None:
    for number, row in enumerate(rows(name), start=2):
        where = f"{name}:{number} {row['name']}"
        assert not row["latitude"] or -90 <= float(row["latitude"]) <= 90, where
        assert not row["longitude"] or -180 <= float(row["longitude"]) <= 180, where
        assert row["country_code"] in STATES | {""}, where


@pytest.mark.parametrize(("name", "key"), [("states.csv", "country_code"), ("sites.csv", "site_code")])
def test_no_code_stands_twice(name: str, key: str) -> None:
    assert [c for c, n in Counter(r[key] for r in rows(name)).items() if n > 1] == []


def test_every_site_has_a_source_a_country_and_a_place_on_the_map() -> None:
    found = rows("sites.csv")
    assert len(found) >= 300
    for row in found:
        assert row["source"], row["name"]
        assert row["country_code"], row["name"]
        assert row["latitude"], row["name"]
        assert row["longitude"], row["name"]


def test_every_name_of_a_table_can_be_looked_up() -> None:
    places = lexicon.names().places
    for name in ("sites.csv", "regions.csv"):
        for row in rows(name):
            for written in names(row):
                assert any(p.name == row["name"] for p in places[written]), written


def test_every_state_can_be_looked_up_by_name_demonym_and_capital() -> None:
    forces = lexicon.names().forces
    for row in rows("states.csv"):
        for cell, form in (("name", "name"), ("demonyms", "demonym"), ("capital", "capital"), ("metonyms", "metonym")):
            for written in (x.strip() for x in row[cell].replace(";", "|").split("|") if x.strip()):
                assert any(f.code == row["country_code"] and f.form == form for f in forces[written]), (written, form)


def test_the_member_states_are_there() -> None:
    # 193 members of the United Nations, and the few others that the press names.
    assert len({r["country_code"] for r in rows("states.csv")}) >= 193


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_of_a_list_is_whole_and_can_be_looked_up(name: str) -> None:
    forces = lexicon.names().forces
    groups = {e["id"] for e in entries("groups.yaml")}
    for entry in entries(name):
        assert entry["id"] in STATES | groups, entry["name"]
        assert set(entry.get("theatre") or []) <= STATES, entry["name"]
        assert entry.get("place", "Mali") in lexicon.names().places, entry["name"]
        for written in (entry["name"], *entry.get("aliases", [])):
            assert isinstance(written, str), f"{entry['name']}: {written!r} is no text; quote it"
            assert any(f.code == entry["id"] for f in forces[written]), written


@pytest.mark.parametrize("name", LISTS)
def test_no_alias_stands_twice_in_an_entry(name: str) -> None:
    for entry in entries(name):
        for key in ("aliases", "ambiguous_aliases"):
            assert [a for a, n in Counter(entry.get(key, [])).items() if n > 1] == [], (entry["name"], key)


def test_a_name_that_means_two_groups_is_told_apart_by_their_homes() -> None:
    meant: dict[str, dict[str, set[str]]] = {}
    for entry in entries("groups.yaml"):
        for written in (entry["name"], *entry.get("aliases", [])):
            homes = {*(entry.get("home") or ()), *(entry.get("theatre") or ())}
            meant.setdefault(written, {}).setdefault(entry["id"], set()).update(homes)
    for written, ids in meant.items():
        told = [frozenset(homes) for homes in ids.values()]
        assert len(set(told)) == len(told), (written, ids)


def test_every_list_of_words_is_used() -> None:
    from pathlib import Path

    code = "".join(p.read_text(encoding="utf-8") for p in Path(vocabulary.__file__).parents[3].rglob("*.py"))
    for key in lexicon.words():
        assert f'"{key}"' in code, f"words.yaml: nothing reads {key}"


def test_no_word_is_counted_as_two_things() -> None:
    units: dict[str, set[str]] = {}
    for unit, nouns in lexicon.words()["counted"].items():
        for noun in nouns:
            units.setdefault(noun, set()).add(unit)
    assert {n: u for n, u in units.items() if len(u) > 1} == {}


def test_the_fingerprint_is_of_the_files() -> None:
    assert lexicon.fingerprint() == lexicon.fingerprint()
    assert len(lexicon.fingerprint()) == 64


def test_lands_have_one_name_however_they_are_read():
    assert lexicon.land_names() == {code: place.name for code, place in lexicon.lands().items()}
