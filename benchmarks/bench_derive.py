"""Speed of reading records out of text: against trafilatura, without posture, over longer texts, at start-up."""

from __future__ import annotations

import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import trafilatura

from posture.derive.capture import Unreadable
from posture.derive.extract.engine import extract
from posture.derive.pages import page

from . import corpora, timing, webpages

if TYPE_CHECKING:
    from .run import Setting

Text = tuple[str, bytes]


def _texts(pages: Sequence[webpages.WebPage]) -> list[Text]:
    made = []
    for p in pages:
        try:
            made.append((page(p.capture).text, p.body))
        except Unreadable:
            continue
    return made


def _extract(texts: Sequence[Text]) -> None:
    for text, _ in texts:
        extract(text, webpages.PUBLISHED)


def _trafilatura(texts: Sequence[Text]) -> None:
    for _, body in texts:
        trafilatura.extract(body, fast=True, include_comments=False)


def extraction(setting: Setting) -> Iterator[dict[str, Any]]:
    """The engine on the pages' clean text against trafilatura on their HTML: news at large, and news on posture."""
    for name, pages in (("news at large", setting.pages), ("the newsroom's, dense", webpages.own())):
        r = timing.ratio(_extract, _trafilatura, _texts(pages), rounds=setting.rounds)
        yield {"name": f"extraction ÷ trafilatura fast, {name}", "goal": 0.5, "value": r.value, "spread": r.spread}


def without_posture(setting: Setting) -> Iterator[dict[str, Any]]:
    """Articles without any record against dense ones, per letter."""
    dense: list[str] = []
    bare: list[str] = []
    for name in ("dev", "test"):
        corpus = corpora.corpora()[name]
        for entry in corpus.documents():
            if not entry["records"]:
                bare.append(corpus.text(entry))
            elif len(entry["records"]) >= 12:
                dense.append(corpus.text(entry))

    def read(texts: Sequence[str]) -> None:
        for text in texts:
            extract(text, webpages.PUBLISHED)

    r = timing.ratio(read, read, bare, reference_items=dense, rounds=setting.rounds * 2, chunk=1000)
    letters = sum(map(len, dense)) / sum(map(len, bare))
    note = f"{len(bare)} articles against {len(dense)}, per letter"
    yield {
        "name": "no posture ÷ dense article",
        "goal": 0.1,
        "value": r.value * letters,
        "spread": r.spread,
        "note": note,
    }


def linearity(setting: Setting) -> Iterator[dict[str, Any]]:
    """Time per letter over 1×, 10×, 100× the text: in paragraphs, and in one line without a full stop."""
    corpus = corpora.corpora()["dev"]
    text = next(corpus.text(e) for e in corpus.documents() if len(e["records"]) >= 12)
    for name, joint, once in (
        ("paragraphs", "\n\n", text),
        ("one line", ", ", " ".join(text.split()).replace(". ", ", ")),
    ):
        base = min(_cpu_of(once) for _ in range(3 * setting.rounds))
        growth = 0.0
        for times in (10, 100):
            line = {"name": f"{times} × the text, {name}: time a letter ÷ once", "goal": 1.5}
            if growth > 3:
                yield {**line, "value": None, "note": "left out: ten times the text took too long"}
                continue
            growth = _cpu_of(joint.join([once] * times)) / times / base
            yield {**line, "value": growth}
    few, many = (_cpu_of(_list(rows)) / rows for rows in (100, 2000))
    yield {"name": "a list of 2,000 different figures: time a row ÷ in one of 100", "goal": 1.5, "value": many / few}


def _list(rows: int) -> str:
    """A list in which no row tells another one's fact again."""
    names = (
        "".join(w) for w in itertools.product(("Bo", "Da", "Ke", "Lu", "Mi", "Ra"), *[("ro", "sa", "ti", "un")] * 5)
    )
    towns = [f"- {name}: {n} troops" for n, name in enumerate(itertools.islice(names, rows), 3)]
    return "\n".join(["Where Kenyan troops are based:", "", *towns])


def _cpu_of(text: str) -> float:
    return timing.cpu(lambda: extract(text, webpages.PUBLISHED))


def start_up(setting: Setting) -> Iterator[dict[str, Any]]:
    """Wall time of `posture extract` on one sentence, and what the engine with its gazetteer adds to memory."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text(
            "About 900 US troops are stationed in Syria, an official said on Monday.", encoding="utf-8"
        )
        manifest = Path(folder) / "manifest.jsonl"
        manifest.write_text(json.dumps({"id": "a", "path": "a.txt"}) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "posture", "extract", "--manifest", str(manifest)]
        taken = []
        for _ in range(setting.rounds):
            began = time.monotonic()
            subprocess.run(command, check=True, capture_output=True)
            taken.append(time.monotonic() - began)
    median = statistics.median(taken)
    spread = (max(taken) - min(taken)) / median
    yield {"name": "start-up of `posture extract`", "goal": 2.0, "value": median, "spread": spread, "unit": "s"}
    code = (
        "import resource, psutil; p = psutil.Process(); a = p.memory_info().rss\n"
        "from posture.derive.extract.engine import extract; extract('US troops left Syria.', None)\n"
        "print((p.memory_info().rss - a) / 2**20)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    yield {
        "name": "memory of the engine with the world's gazetteer",
        "goal": 500,
        "value": float(done.stdout),
        "unit": "MB",
    }


BENCHES = (extraction, without_posture, linearity, start_up)
