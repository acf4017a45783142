"""Quality of cleaning: word-level F1 of our text beside other extractors', on pages whose article somebody marked.

`python -m benchmarks.cleaning --pages DIR`; DIR holds html/<id>.html.gz and ground-truth.json. Scored as the authors of
that set do: shingles of four words as multisets, precision and recall a page, averaged over pages, F1 of the averages.
Other extractors (requirements-bench.in) are measured where they are installed.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from lxml import html as lxml_html
from rich.console import Console
from rich.table import Table

from posture.derive.capture import Unreadable
from posture.derive.pages import page

from . import webpages

Extractor = Callable[[webpages.WebPage], str]
_WIDTH = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words with how often each stands there; one run of all words where there are fewer."""
    words = re.findall(r"\w+", text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + _WIDTH]) for i in range(max(1, len(words) - _WIDTH + 1)))


@dataclass(frozen=True)
class Score:
    """Of one page: shares of the text that is right, and of the article that is there."""

    page_id: str
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compare(page_id: str, gold: str, text: str) -> Score:
    """Score one page. An empty text is wholly precise and recalls nothing; an empty gold is wholly recalled."""
    wanted, given = shingles(gold), shingles(text)
    right = sum((wanted & given).values())
    return Score(page_id, right / given.total() if given else 1.0, right / wanted.total() if wanted else 1.0)


# ── extractors ──


def _ours(p: webpages.WebPage) -> str:
    try:
        return page(p.capture).text
    except Unreadable:
        return ""


def _standard(p: webpages.WebPage) -> str:
    return trafilatura.extract(p.body, include_comments=False) or ""


def _fast(p: webpages.WebPage) -> str:
    return trafilatura.extract(p.body, include_comments=False, fast=True) or ""


def _decoded(p: webpages.WebPage) -> str:
    return p.body.decode("utf-8", errors="replace")


def _newspaper(p: webpages.WebPage) -> str:
    article = importlib.import_module("newspaper").Article("http://localhost/", fetch_images=False)
    article.download(input_html=_decoded(p))
    article.parse()
    return str(article.text)


def _readability(p: webpages.WebPage) -> str:
    summary = importlib.import_module("readability").Document(_decoded(p)).summary()
    return " ".join(map(str, lxml_html.fromstring(summary).itertext()))


def _resiliparse(p: webpages.WebPage) -> str:
    tool = importlib.import_module("resiliparse.extract.html2text")
    return str(tool.extract_plain_text(_decoded(p), main_content=True, alt_texts=False, comments=False))


def extractors() -> Iterator[tuple[str, Extractor, str | None]]:
    """Name, extractor, and the package that it needs if that is not installed."""
    yield "posture", _ours, None
    yield "trafilatura", _standard, None
    yield "trafilatura fast", _fast, None
    for name, package, extractor in (
        ("newspaper4k", "newspaper", _newspaper),
        ("readability-lxml", "readability", _readability),
        ("resiliparse", "resiliparse", _resiliparse),
    ):
        yield name, extractor, None if importlib.util.find_spec(package) else name


# ── report ──


def run(pages: list[webpages.WebPage], extractor: Extractor) -> tuple[list[Score], int]:
    """Scores of the pages that have gold, and on how many the extractor gave up with an error."""
    scores, errors = [], 0
    for p in pages:
        try:
            text = extractor(p)
        except Exception:  # other people's tools: whatever they raise counts as an empty text
            text, errors = "", errors + 1
        scores.append(compare(p.page_id, p.gold or "", text))
    return scores, errors


def averages(scores: list[Score]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and F1 of these two."""
    whole = Score("", statistics.fmean(s.precision for s in scores), statistics.fmean(s.recall for s in scores))
    return whole.precision, whole.recall, whole.f1


def main(argv: list[str] | None = None) -> int:
    """0 if our F1 is not below plain trafilatura's, else 1."""
    parser = argparse.ArgumentParser(prog="benchmarks.cleaning", description=__doc__)
    parser.add_argument("--pages", type=Path, default=webpages.default_folder())
    parser.add_argument("--worst", type=int, default=10, help="how many of our worst pages to name")
    a = parser.parse_args(argv)
    if not (a.pages / "ground-truth.json").is_file():
        parser.error(f"{a.pages} holds no ground-truth.json")
    pages = webpages.load(a.pages)
    console = Console(width=120 if not sys.stdout.isatty() else None, highlight=False)
    table = Table(title=f"{len(pages)} pages of {a.pages.name}", title_justify="left", box=None)
    for column in ("extractor", "F1", "precision", "recall", "errors"):
        table.add_column(column, justify="left" if column == "extractor" else "right")
    f1: dict[str, float] = {}
    scores: dict[str, list[Score]] = {}
    for name, extractor, lacking in extractors():
        if lacking:
            table.add_row(name, "not installed", style="dim")
            continue
        scores[name], errors = run(pages, extractor)
        precision, recall, f1[name] = averages(scores[name])
        table.add_row(name, *(f"{x:.4f}" for x in (f1[name], precision, recall)), str(errors))
    console.print(table)
    console.print(f"\nOur {a.worst} worst pages, with trafilatura's F1 beside:")
    theirs = {s.page_id: s for s in scores["trafilatura"]}
    for s in sorted(scores["posture"], key=lambda s: (s.f1, s.page_id))[: a.worst]:
        console.print(
            f"  {s.page_id}  F1 {s.f1:.3f} (P {s.precision:.3f}, R {s.recall:.3f})  {theirs[s.page_id].f1:.3f}"
        )
    return 0 if f1["posture"] >= max(f1["trafilatura"], f1["trafilatura fast"]) else 1


if __name__ == "__main__":
    sys.exit(main())
