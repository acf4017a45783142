"""The annotated sets, and what the engine makes of them.

`seeds` and `sample` lie outside the repository (POSTURE_SHARED, by default `../shared` beside it) and may be absent;
`dev` is tuned on; of `test` nobody looks at more than the figures; `fresh` is scored when a version is done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from posture import documents
from posture.derive.batch import derive_document
from posture.derive.normalise import as_json
from posture.errors import PostureError

from .scoring import Score, score_document

ROOT = Path(__file__).parent.parent
Json = dict[str, Any]


@dataclass(frozen=True)
class Corpus:
    """Documents with gold records: a manifest as `posture extract` reads it, and a line of gold for each document."""

    name: str
    folder: Path
    gold: Path

    @property
    def is_here(self) -> bool:
        """Its files can be read."""
        return self.gold.is_file() and (self.folder / "manifest.jsonl").is_file()

    def documents(self) -> list[Json]:
        """Gold: `document`, `file` below the folder, `published`, `records`."""
        return [json.loads(line) for line in self.gold.read_text(encoding="utf-8").splitlines() if line.strip()]

    def text(self, entry: Mapping[str, Any]) -> str:
        """A gold document's text, to the letter: gold offsets point into it."""
        return (self.folder / str(entry["file"])).read_bytes().decode("utf-8", errors="replace")


def shared() -> Path:
    """The folder of what is measured with and may not enter the repository."""
    return Path(os.environ.get("POSTURE_SHARED") or ROOT.parent / "shared")


def corpora() -> dict[str, Corpus]:
    """The five sets by name, in the order of printing; some may not be here."""
    outside, own = shared(), ROOT / "tests" / "corpus"
    return {
        "seeds": Corpus("seeds", outside / "seeds", outside / "eval" / "gold_seeds.jsonl"),
        "sample": Corpus("sample", outside / "eval" / "sample", outside / "eval" / "sample" / "gold.jsonl"),
        "dev": Corpus("dev", own / "dev", own / "dev" / "gold.jsonl"),
        "test": Corpus("test", own / "test", own / "test" / "gold.jsonl"),
        "fresh": Corpus("fresh", own / "fresh", own / "fresh" / "gold.jsonl"),
    }


@dataclass
class Outcome:
    """One document: its gold, what the engine stated, how that scores, and whether the engine's own sums hold."""

    entry: Json
    given: list[Json]
    score: Score
    mentions: int
    rejections: int
    unverbatim: int

    @property
    def is_balanced(self) -> bool:
        """mentions = records + rejections."""
        return self.mentions == len(self.given) + self.rejections


def run(corpus: Corpus) -> list[Outcome]:
    """Run the engine over a set and score it, document by document.

    Raises:
        PostureError: a document of the manifest can't be read.
    """
    rows: dict[str, dict[str, list[Json]]] = {}
    for capture in documents.from_manifest(corpus.folder / "manifest.jsonl"):
        if isinstance(capture, PostureError):
            raise capture
        rows[capture.capture_id] = derive_document(capture)
    return [_outcome(corpus, entry, rows[entry["document"]]) for entry in corpus.documents()]


def _outcome(corpus: Corpus, entry: Json, rows: Mapping[str, list[Json]]) -> Outcome:
    given = [as_json(r, entry["document"]) for r in rows["records"]]
    texts = {a["article_id"]: a["text"] for a in rows["articles"]}
    unverbatim = sum(
        not r["evidence_quote"]
        or texts[r["article_id"]][r["evidence_start"] : r["evidence_end"]] != r["evidence_quote"]
        for r in rows["records"]
    )
    score = score_document(entry["document"], corpus.text(entry), entry["records"], given)
    return Outcome(entry, given, score, len(rows["mentions"]), len(rows["rejections"]), unverbatim)
