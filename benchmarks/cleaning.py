"""Quality of cleaning: word-level F1 of our text beside other extractors', on pages whose article somebody marked.

`python -m benchmarks.cleaning --pages DIR …`; a DIR holds html/<id>.html.gz and ground-truth.json, or marked pages (see
`webpages`). Without any, ours are measured, and the set to develop with where it is. Scored as the authors of that set
do: shingles of four words as multisets, precision and recall a page, averaged over pages, F1 of the averages.
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

from posture.derive.batch import articles
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
        made = page(p.capture)
    except Unreadable:
        return ""
    return "\n".join([made.text, *(e.text for e in made.entries)])


def _stored(p: webpages.WebPage) -> str:
    """What `articles.text` has: with the headline and the captions, which state facts too."""
    try:
        return "\n".join(stripped for _, stripped, _ in articles(page(p.capture)))
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
    yield "posture with headline and captions", _stored, None
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
    """0 if our F1 is not below plain trafilatura's on any set, else 1."""
    parser = argparse.ArgumentParser(prog="benchmarks.cleaning", description=__doc__)
    parser.add_argument("--pages", type=Path, nargs="+", help="folders with pages")
    parser.add_argument("--worst", type=int, default=10, help="how many of our worst pages to name")
    a = parser.parse_args(argv)
    given = a.pages or [webpages.own_folder(), *filter(Path.is_dir, [webpages.default_folder()])]
    console = Console(width=120 if not sys.stdout.isatty() else None, highlight=False)
    below = False
    for folder in given:
        if not (pages := webpages.load(folder)):
            parser.error(f"{folder} holds neither ground-truth.json nor marked pages")
        below |= not _report(console, folder.name, pages, a.worst)
    return 1 if below else 0


def _report(console: Console, name: str, pages: list[webpages.WebPage], worst: int) -> bool:
    """Print a set's table; whether we are not below trafilatura."""
    table = Table(title=f"{len(pages)} pages of {name}", title_justify="left", box=None)
    for column in ("extractor", "F1", "precision", "recall", "errors"):
        table.add_column(column, justify="left" if column == "extractor" else "right")
    f1: dict[str, float] = {}
    scores: dict[str, list[Score]] = {}
    for extractor_name, extractor, lacking in extractors():
        if lacking:
            table.add_row(extractor_name, "not installed", style="dim")
            continue
        scores[extractor_name], errors = run(pages, extractor)
        precision, recall, f1[extractor_name] = averages(scores[extractor_name])
        figures = (f"{x:.4f}" for x in (f1[extractor_name], precision, recall))
        table.add_row(extractor_name, *figures, str(errors))
    console.print(table)
    console.print(f"\nOur {worst} worst pages, with the better of trafilatura's F1 beside:")
    theirs = {s.page_id: s.f1 for s in scores["trafilatura"]}
    for s in scores["trafilatura fast"]:
        theirs[s.page_id] = max(theirs[s.page_id], s.f1)
    for s in sorted(scores["posture"], key=lambda s: (s.f1, s.page_id))[:worst]:
        console.print(f"  {s.page_id}  F1 {s.f1:.3f} (P {s.precision:.3f}, R {s.recall:.3f})  {theirs[s.page_id]:.3f}")
    console.print()
    return f1["posture"] >= max(f1["trafilatura"], f1["trafilatura fast"])


if __name__ == "__main__":
    sys.exit(main())
