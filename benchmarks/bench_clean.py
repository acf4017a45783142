"""Speed of cleaning: text alone, an article's whole way, an unchanged page, the search for near-copies."""

from __future__ import annotations

import hashlib
import io
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import trafilatura

from posture.derive.batch import derive_batch
from posture.derive.capture import Unreadable
from posture.derive.pages import page
from posture.derive.provenance import signature
from posture.derive.reprints import reprints

from . import timing
from .webpages import WebPage

if TYPE_CHECKING:
    from .run import Setting


def _clean(pages: Sequence[WebPage]) -> None:
    for p in pages:
        try:
            page(p.capture)
        except Unreadable:
            continue


def _fast(pages: Sequence[WebPage]) -> None:
    for p in pages:
        trafilatura.extract(p.body, fast=True, include_comments=False)


def _fast_with_metadata(pages: Sequence[WebPage]) -> None:
    for p in pages:
        trafilatura.bare_extraction(p.body, fast=True, with_metadata=True, include_comments=False)


def _whole_way(pages: Sequence[WebPage]) -> None:
    """Hash, metadata, text, language, signature, records, Parquet."""
    for p in pages:
        hashlib.sha256(p.body).hexdigest()
    for table in derive_batch(p.capture for p in pages).values():
        pq.write_table(table, io.BytesIO(), compression="zstd", compression_level=1)


def cleaning(setting: Setting) -> Iterator[dict[str, Any]]:
    """Our text (with our metadata in it) against trafilatura's text alone."""
    r = timing.ratio(_clean, _fast, setting.pages, rounds=setting.rounds)
    yield {"name": "text and metadata ÷ trafilatura fast", "goal": 0.9, "value": r.value, "spread": r.spread}


def whole_way(setting: Setting) -> Iterator[dict[str, Any]]:
    """From bytes to Parquet against trafilatura's text with its metadata."""
    r = timing.ratio(_whole_way, _fast_with_metadata, setting.pages, rounds=setting.rounds)
    each = 1000 * r.product_seconds / len(setting.pages)
    note = f"{each:.1f} ms a page"
    yield {
        "name": "an article's whole way ÷ trafilatura fast with metadata",
        "goal": 0.8,
        "value": r.value,
        "spread": r.spread,
        "note": note,
    }


def unchanged(setting: Setting) -> Iterator[dict[str, Any]]:
    """A page that came again: its hash is on record, against cleaning it."""
    on_record = {hashlib.sha256(p.body).hexdigest() for p in setting.pages}

    def look_up(pages: Sequence[WebPage]) -> None:
        for p in pages:
            if hashlib.sha256(p.body).hexdigest() not in on_record:
                raise LookupError(p.page_id)

    r = timing.ratio(look_up, _clean, setting.pages, rounds=setting.rounds)
    yield {"name": "an unchanged page ÷ cleaning it", "goal": 0.03, "value": r.value, "spread": r.spread}


def copies(setting: Setting) -> Iterator[dict[str, Any]]:
    """Signatures and search for near-copies among made-up articles, three in ten an edited copy of another one."""
    texts, copied = _articles(setting.articles)
    found: set[str] = set()

    def ours() -> None:
        rows = reprints((_id(n), date(2026, 1, 1), "", signature(t), len(t)) for n, t in enumerate(texts))
        found.update(r["article_id"] for r in rows)

    spent = timing.cpu(ours)
    name = f"near-copies among {len(texts):,} articles"
    recall = len(found & copied) / len(copied)
    wrong = len(found - copied)
    note = f"recall {recall:.4f} (goal 0.99), {wrong} wrong, {spent:.1f} s"
    try:
        from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        yield {
            "name": f"{name} ÷ datasketch",
            "goal": 0.3,
            "value": None,
            "note": f"{note}; datasketch is not installed",
        }
        return
    sample = texts[: min(len(texts), 20_000)]

    def theirs() -> None:
        index = MinHashLSH(threshold=0.5, num_perm=128)
        for n, text in enumerate(sample):
            words = text.split()
            made = MinHash(num_perm=128)
            made.update_batch([" ".join(words[i : i + 4]).encode() for i in range(len(words) - 3)])
            index.query(made)
            index.insert(str(n), made)

    reference = timing.cpu(theirs) * len(texts) / len(sample)
    yield {
        "name": f"{name} ÷ datasketch",
        "goal": 0.3,
        "value": spent / reference,
        "note": f"{note} against {reference:.1f} s",
    }


def _articles(count: int) -> tuple[list[str], set[str]]:
    """Texts of 400 words, and the ids of those that copy an earlier one: cut, reworded, with a new lead."""
    rng = random.Random(7)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(3, 9))) for _ in range(20_000)]
    texts: list[str] = []
    originals: list[int] = []
    copied: set[str] = set()
    for n in range(count):
        if n > 10 and rng.random() < 0.3:
            text = texts[rng.choice(originals)].split()
            for _ in range(12):
                text[rng.randrange(len(text))] = rng.choice(words)
            texts.append(" ".join(rng.choices(words, k=15) + text[: len(text) - rng.randrange(30)]))
            copied.add(_id(n))
        else:
            originals.append(n)
            texts.append(" ".join(rng.choices(words, k=400)))
    return texts, copied


def _id(number: int) -> str:
    """Sorts as the numbers do: of two articles of one day the first by id is the original."""
    return f"{number:08}"


#: Pages, and seconds at most, over which memory has to stay flat.
_GROWN, _LONGEST_GROWTH = 3_000, 90.0


def growth(setting: Setting) -> Iterator[dict[str, Any]]:
    """Memory after many pages against memory after the first hundreds: it has to stay flat."""
    import psutil

    me = psutil.Process()
    for _ in range(2):  # what is loaded once, and what the allocator keeps for the largest page
        _whole_way(setting.pages)
    before, began, count = me.memory_info().rss, time.monotonic(), 0
    sizes: list[tuple[int, int]] = []
    while count < _GROWN and time.monotonic() - began < _LONGEST_GROWTH:
        _whole_way(setting.pages[:40])
        count += min(40, len(setting.pages))
        sizes.append((count, me.memory_info().rss))
    # Of the second half: until then arenas still fill.
    late = sizes[len(sizes) // 2 :]
    slope = statistics.linear_regression(*zip(*late, strict=True)).slope if len(late) > 1 else 0.0
    value = sizes[-1][1] / before
    note = f"{before >> 20} MB before; {slope:+.0f} bytes a page in the second half"
    yield {"name": f"memory after {count:,} more pages ÷ before", "goal": 1.05, "value": value, "note": note}


BENCHES = (cleaning, whole_way, unchanged, copies, growth)
