"""Speed as ratios, side by side in one run: `python -m benchmarks.run` (or `make bench`).

Ratios are medians of interleaved rounds of CPU time (`timing`); a goal counts as missed only where the spread is small
enough to say so. Takes a few minutes; `--only extract` runs the benches whose name holds a word.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from . import bench_clean, bench_derive, bench_release, webpages
from .timing import ROUNDS


@dataclass(frozen=True)
class Result:
    """One line of the table. `goal`: largest value that is good, None where there is none; `unit`: "×" for ratios."""

    name: str
    goal: float | None
    value: float | None
    spread: float | None = None
    unit: str = "×"
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal is met; "unsure" where the rounds differ by more than the margin of the miss."""
        if self.value is None:
            return "not run"
        if self.goal is None:
            return ""
        if self.value <= self.goal:
            return "ok"
        return "unsure" if self.spread and self.spread > (self.value - self.goal) / self.value + 0.15 else "missed"


@dataclass(frozen=True)
class Setting:
    """What all benches share: the pages, how many rounds, how many articles the search for copies gets."""

    pages: list[webpages.WebPage]
    rounds: int
    articles: int


Bench = Callable[[Setting], Iterator[Result]]


def main(argv: list[str] | None = None) -> int:
    """0 whatever the figures are: a slow machine is no error."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument(
        "--pages", type=Path, help="html/*.html.gz and ground-truth.json (default: the shared set, else the newsroom's)"
    )
    parser.add_argument("--only", default="", help="run the benches whose name holds this word")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--articles", type=int, default=20_000, help="texts for the search for near-copies (100000 takes minutes)"
    )
    parser.add_argument("--output", type=Path, help="write the figures as JSON, e.g. benchmarks/results.json")
    a = parser.parse_args(argv)
    folder = a.pages or (webpages.default_folder() if webpages.default_folder().is_dir() else None)
    pages = webpages.load(folder) if folder else webpages.own()
    console = Console(width=160 if not sys.stdout.isatty() else None, highlight=False)
    name = folder.name if folder else "the newsroom"
    console.print(f"{len(pages)} pages of {name}; ratios are medians of {a.rounds} rounds")
    results = list(_run(Setting(pages, a.rounds, a.articles), a.only, console))
    console.print(_table(results))
    if a.output:
        a.output.write_text(
            json.dumps([asdict(r) | {"verdict": r.verdict} for r in results], indent=2) + "\n", encoding="utf-8"
        )
    return 0


def _run(setting: Setting, only: str, console: Console) -> Iterator[Result]:
    for bench in (*bench_derive.BENCHES, *bench_clean.BENCHES, *bench_release.BENCHES):
        if only not in bench.__name__:
            continue
        began = time.monotonic()
        for values in bench(setting):
            yield Result(**values)
        console.print(f"  {bench.__name__}: {time.monotonic() - began:.0f} s", style="dim")


def _table(results: list[Result]) -> Table:
    table = Table(box=None)
    for column in ("what", "goal", "measured", "spread", "", "note"):
        table.add_column(column, justify="left" if column in {"what", "", "note"} else "right")
    for r in results:
        goal = "" if r.goal is None else f"≤ {_number(r.goal, r.unit)}"
        value = "–" if r.value is None else _number(r.value, r.unit)
        spread = "" if r.spread is None else f"{100 * r.spread:.0f} %"
        style = {"ok": "green", "missed": "red", "unsure": "yellow"}.get(r.verdict)
        table.add_row(r.name, goal, value, spread, r.verdict, r.note, style=style)
    return table


def _number(value: float, unit: str) -> str:
    return f"{value:.3f} {unit}" if unit in {"×", "s"} else f"{value:,.0f} {unit}"


if __name__ == "__main__":
    sys.exit(main())
