"""Score the engine on the annotated sets: `python -m benchmarks.accuracy` (or `make accuracy`).

Prints the figures and writes docs/accuracy.md where all four sets are at hand. `--set-floor` moves the floors of
tests/accuracy_floor.json to just below the present figures, so that they cannot sink unnoticed.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from . import accuracy_page
from .corpora import ROOT, Outcome, corpora, run
from .scoring import SLOTS, Figures, figures

FLOOR = ROOT / "tests" / "accuracy_floor.json"
PAGE = ROOT / "docs" / "accuracy.md"
#: What the floors hold; a set's figure may fall by this much before a test fails.
FLOORED = ("precision", "recall", "f1", "loose_f1", "all_slots")
SLACK = 0.01


def main(argv: list[str] | None = None) -> int:
    """0 if every sum holds and all evidence is verbatim, whatever the figures are; else 1."""
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description=__doc__)
    parser.add_argument("--set-floor", action="store_true", help=f"write {FLOOR.relative_to(ROOT)} again")
    arguments = parser.parse_args(argv)
    console = Console(width=150 if not sys.stdout.isatty() else None, highlight=False)
    sets = corpora()
    outcomes = {name: run(corpus) for name, corpus in sets.items() if corpus.is_here}
    _print(console, outcomes)
    if missing := sorted(sets.keys() - outcomes.keys()):
        console.print(f"Not here: {', '.join(missing)} (POSTURE_SHARED). {PAGE.relative_to(ROOT)} is left as it was.")
    else:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(accuracy_page.page(outcomes), encoding="utf-8")
        console.print(f"written: {PAGE.relative_to(ROOT)}")
    if arguments.set_floor:
        write_floor(FLOOR, {name: figures(o.score for o in found) for name, found in outcomes.items()})
        console.print(f"written: {FLOOR.relative_to(ROOT)}")
    return 0 if all(o.is_balanced and not o.unverbatim for found in outcomes.values() for o in found) else 1


def write_floor(path: Path, found: dict[str, Figures]) -> None:
    """Floors a little below the figures; those of sets that are not here stay."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for name, f in found.items():
        flat = f.flat()
        floors[name] = {k: math.floor(max(0.0, flat[k] - SLACK) * 1000) / 1000 for k in FLOORED}
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _print(console: Console, outcomes: dict[str, list[Outcome]]) -> None:
    table = Table(title="records found", title_justify="left", box=None)
    for column in (
        "set",
        "documents",
        "gold",
        "given",
        "matched",
        "precision",
        "recall",
        "F1",
        "loose F1",
        "all slots",
    ):
        table.add_column(column, justify="left" if column == "set" else "right")
    slots = Table(title="\nslots right, of matched records; and what must hold", title_justify="left", box=None)
    for column in ("set", *SLOTS, "denied as done", "verbatim", "mentions = records + rejections"):
        slots.add_column(column, justify="left" if column == "set" else "right")
    for name, found in outcomes.items():
        f = figures(o.score for o in found)
        shares = (f.precision, f.recall, f.f1, f.loose_f1, f.all_slots)
        counts = (f.documents, f.gold, f.predicted, f.matched)
        table.add_row(name, *map(str, counts), *(f"{x:.3f}" for x in shares))
        given = sum(len(o.given) for o in found)
        slots.add_row(
            name,
            *(f"{f.slots[s]:.3f}" for s in SLOTS),
            f"{sum(len(o.score.denied_as_done) for o in found)} of {sum(o.score.denials for o in found)}",
            f"{given - sum(o.unverbatim for o in found)} of {given}",
            f"{sum(o.is_balanced for o in found)} of {len(found)} documents",
        )
    console.print(table)
    console.print(slots)
    types = Table(title="\nF1 by type", title_justify="left", box=None)
    types.add_column("type")
    for name in outcomes:
        types.add_column(name, justify="right")
    per_set = {name: accuracy_page.by_type(found) for name, found in outcomes.items()}
    for type_code in sorted({t for found in per_set.values() for t in found}):
        types.add_row(type_code, *(accuracy_page.type_cell(found.get(type_code)) for found in per_set.values()))
    console.print(types)


if __name__ == "__main__":
    sys.exit(main())
