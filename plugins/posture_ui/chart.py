"""Small plots of how many were said to be there, day by day: coordinates only, the template draws them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

WIDTH, HEIGHT = 320, 96
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 4, 12, 6


@dataclass(frozen=True)
class Point:
    """One claim: where it lies, its range as a vertical bar, and its words."""

    x: float
    y: float
    y_low: float
    y_high: float
    label: str


@dataclass(frozen=True)
class Chart:
    """Claims on one force in one country, over time, from zero up."""

    force_code: str
    country_code: str
    points: Sequence[Point]
    path: str
    first_on: date
    last_on: date
    top: int
    latest: int
    claim_count: int


def charts(rows: Sequence[Mapping[str, Any]]) -> list[Chart]:
    """One chart for each force and country; rows of the question `levels`, in its order."""
    grouped = groupby(rows, key=lambda row: (row["force_code"], row["country_code"]))
    return [_chart(force, country, list(claims)) for (force, country), claims in grouped]


def _chart(force: str, country: str, claims: Sequence[Mapping[str, Any]]) -> Chart:
    first, last = claims[0]["as_of_on"], claims[-1]["as_of_on"]
    days = max((last - first).days, 1)
    top = max(max(claim["point"], claim["high"] or 0) for claim in claims) or 1

    def x(day: date) -> float:
        share: float = (day - first).days / days
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def y(number: float) -> float:
        return round(HEIGHT - _BOTTOM - number / top * (HEIGHT - _TOP - _BOTTOM), 1)

    points = [
        Point(
            x(claim["as_of_on"]),
            y(claim["point"]),
            y(claim["low"] if claim["low"] is not None else claim["point"]),
            y(claim["high"] if claim["high"] is not None else claim["point"]),
            f"{claim['point']:,} on {claim['as_of_on']}, {claim['origin_source']}",
        )
        for claim in claims
    ]
    return Chart(force, country, points, _steps(points), first, last, top, claims[-1]["point"], len(claims))


def _steps(points: Sequence[Point]) -> str:
    """A line that keeps its level until the next claim; of several claims on one day it takes the middle one."""
    by_day = [list(same) for _, same in groupby(points, key=lambda point: point.x)]
    middle = [same[len(same) // 2] for same in by_day]
    path = f"M{middle[0].x} {middle[0].y}"
    return path + "".join(f"H{point.x}V{point.y}" for point in middle[1:])
