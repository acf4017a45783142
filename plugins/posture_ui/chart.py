"""Small plots of how many were said to be there, day by day: coordinates only, the template draws them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from .show import span

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
    """Claims on one force in one country, over time, from zero up; `best` is the mart's number."""

    force_code: str
    country_code: str
    points: Sequence[Point]
    path: str
    first_on: date
    last_on: date
    top: int
    best: int
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
            f"{span(claim['low'], claim['high'])} on {claim['as_of_on']}, {claim['origin_source']}",
        )
        for claim in claims
    ]
    best = claims[-1]["best"]
    return Chart(force, country, points, _steps(points, y(best)), first, last, top, best, len(claims))


def _steps(points: Sequence[Point], best: float) -> str:
    """A line that keeps its level until the next claim.

    Of several claims on one day it takes the middle one; on the last day the one that lies nearest to the best number,
    so that it ends where the ledger does.
    """
    *before, last = [list(same) for _, same in groupby(points, key=lambda point: point.x)]
    taken = [*(same[(len(same) - 1) // 2] for same in before), min(last, key=lambda point: abs(point.y - best))]
    return f"M{taken[0].x} {taken[0].y}" + "".join(f"H{point.x}V{point.y}" for point in taken[1:])
