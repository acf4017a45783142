"""Publication dates: what a reader sees of them beside what the page's own markup declares.

`python -m benchmarks.dating --pages DIR`. Of each page whose JSON-LD or meta elements name a day, that day is the gold;
then they are taken out, and the day is read again from what is left: time elements, and without these the text, and
with and without the page's address. A day counts as right if it is within one of the declared one: zones differ.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from posture.derive.capture import Unreadable
from posture.derive.decode import decode
from posture.derive.markup import read

from . import webpages

#: The pages of the set are of 2018 and 2019; later days in them are of the day on which they were kept.
LATEST = date(2026, 1, 1)
_LD = re.compile(r"<script\b[^>]{0,300}ld\+json[^>]{0,300}>.*?</script\s*>", re.I | re.S)
_META = re.compile(r"<meta\b[^>]{0,2000}>", re.I)
_TIME = re.compile(r"(<time\b[^>]{0,500}?)\s(?:datetime|content|title)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.I)
_DATED = re.compile(r"\b(?:19|20)\d{2}\b")


@dataclass(frozen=True)
class Dated:
    """One page's declared day, and the day read without the declaration; None where none was found."""

    page_id: str
    declared: date
    read: date | None

    @property
    def is_right(self) -> bool:
        """Within a day."""
        return self.read is not None and abs((self.read - self.declared).days) <= 1


def without_head(text: str) -> str:
    """A page without JSON-LD and without meta elements that hold a year, but for its address."""
    bare = _LD.sub("", text)
    return _META.sub(lambda m: m[0] if "og:url" in m[0] or not _DATED.search(m[0]) else "", bare)


def without_times(text: str) -> str:
    """The same, and its time elements without their attributes."""
    bare = without_head(text)
    for _ in range(3):
        bare = _TIME.sub(r"\1", bare)
    return bare


def without_address(text: str) -> str:
    """The same, and without its address, which may hold a date."""
    bare = re.sub(r"<link\b[^>]{0,1000}canonical[^>]{0,1000}>", "", without_times(text), flags=re.I)
    return _META.sub(lambda m: "" if "og:url" in m[0] else m[0], bare)


WAYS: dict[str, Callable[[str], str]] = {
    "without JSON-LD and meta": without_head,
    "and without time attributes": without_times,
    "and without address": without_address,
}


def measure(pages: list[webpages.WebPage], blank: Callable[[str], str]) -> Iterator[Dated]:
    """Pages with a declared day, read again without the declaration."""
    for p in pages:
        text = decode(p.body)
        try:
            declared = read(text, LATEST)
            if declared.published_on is None or declared.published_basis != "metadata":
                continue
            again = read(blank(text), LATEST).published_on
        except Unreadable:
            continue
        yield Dated(p.page_id, declared.published_on, again)


def main(argv: list[str] | None = None) -> int:
    """Prints shares and every page that is read otherwise."""
    parser = argparse.ArgumentParser(prog="benchmarks.dating", description=__doc__)
    parser.add_argument("--pages", type=Path, default=webpages.default_folder())
    a = parser.parse_args(argv)
    if not (a.pages / "ground-truth.json").is_file():
        parser.error(f"{a.pages} holds no ground-truth.json")
    pages = webpages.load(a.pages)
    console = Console(width=120 if not sys.stdout.isatty() else None, highlight=False)
    table = Table(title=f"{len(pages)} pages of {a.pages.name}", title_justify="left", box=None)
    for column in ("read", "declared", "within a day", "other day", "none"):
        table.add_column(column, justify="left" if column == "read" else "right")
    odd: list[str] = []
    for name, blank in WAYS.items():
        found = list(measure(pages, blank))
        right, none = sum(d.is_right for d in found), sum(d.read is None for d in found)
        share = f"{right / len(found):.3f}" if found else "–"
        table.add_row(name, str(len(found)), share, str(len(found) - right - none), str(none))
        odd += [f"  {name}: {d.page_id}  {d.declared}  {d.read}" for d in found if not d.is_right]
    console.print(table)
    console.print("\nRead otherwise (declared, read):")
    for line in odd:
        console.print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
