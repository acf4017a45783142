"""Learn how much triggers are like those that state facts: `python -m benchmarks.learn` (or `make learn`).

Reads the articles of `dev` and the passages with the rules alone, looks at each trigger whether the annotation has a
fact of its type there, fits a logistic regression over its features (`derive.extract.learnt.features`) and writes the
weights to include/posture/lexicon/likeness.tsv. `test`, `fresh` and what lies outside the repository are never read.
The same texts and the same lock give the same weights.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import track
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from posture import documents
from posture.derive.batch import derive_document
from posture.derive.extract.clauses import View
from posture.derive.extract.engine import extract
from posture.derive.extract.learnt.features import Candidate, Sentence
from posture.errors import PostureError

from .corpora import ROOT, Json, corpora
from .passages import Passage, passages

WEIGHTS = ROOT / "include" / "posture" / "lexicon" / "likeness.tsv"
PASSAGES = ROOT / "tests" / "derive" / "passages"
#: Of the liblinear solver: smaller is smoother. By average precision over folds of dev and passages.
SMOOTHING = 0.1
#: Features met less often teach nothing that holds elsewhere; weights nearer to nought are not worth their line.
_LEAST_MET, _LEAST_WEIGHT = 3, 0.05
_FOLDS = 4
Span = tuple[int, int]
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of the annotation. `where`: characters that state it, or None if nobody says which."""

    types: frozenset[str]
    where: tuple[Span, ...] | None
    #: Who finds it is not wrong, who doesn't is neither; or the same fact is stated more fully elsewhere.
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger as the engine met it: its type, what it is like, and whether its frame has what it needs."""

    sentence: Span
    span: Span
    type_code: str
    features: frozenset[str]
    is_read: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A trigger and whether it states a fact."""

    document: str
    trigger: Trigger
    is_fact: bool


def triggers(text: str, published: date | None) -> list[Trigger]:
    """All triggers and counts of a text, as the rules alone meet them."""
    found: list[Trigger] = []
    sentence: Sentence | None = None

    def look(view: View, c: Candidate) -> None:
        nonlocal sentence
        if sentence is None or sentence.view is not view:
            sentence = Sentence(view)
        span = view.toks[c.first].start, view.toks[c.last].end
        features = frozenset(sentence.features | sentence.of(c))
        found.append(Trigger((view.sentence.start, view.sentence.end), span, c.type_code, features, not c.missing))

    extract(text, published, witness=look)
    return found


def examples(document: str, found: Sequence[Trigger], stated: Sequence[Stated]) -> Iterator[Example]:
    """Triggers with what the annotation says of them. Those of which it says neither yes nor no are left out."""
    sentences: dict[str, set[Span]] = defaultdict(set)
    for t in found:
        sentences[t.type_code].add(t.sentence)
    for t in found:
        said = [s for s in stated if t.type_code in s.types]
        if any(_says(s, t, sentences[t.type_code]) for s in said):
            yield Example(document, t, True)
        elif not any(s.where is None or _meet(t.sentence, s.where) for s in said):
            yield Example(document, t, False)


def _says(s: Stated, t: Trigger, sentences: set[Span]) -> bool:
    if s.is_optional or len(s.types) > 1:
        return False
    return len(sentences) == 1 if s.where is None else _meet(t.span, s.where)


def _meet(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def of_articles() -> Iterator[Example]:
    """Examples of the articles of `dev`.

    Raises:
        PostureError: a document of the manifest can't be read.
    """
    corpus = corpora()["dev"]
    gold = {entry["document"]: entry for entry in corpus.documents()}
    captures = [*documents.from_manifest(corpus.folder / "manifest.jsonl")]
    for capture in track(captures, "articles", console=Console(stderr=True)):
        if isinstance(capture, PostureError):
            raise capture
        entry = gold[capture.capture_id]
        day = date.fromisoformat(entry["published"]) if entry["published"] else None
        for article in derive_document(capture)["articles"]:
            stated = [s for record in entry["records"] for s in _stated(record, article["text"])]
            yield from examples(entry["document"], triggers(article["text"], day), stated)


def _stated(record: Json, text: str) -> Iterator[Stated]:
    """A gold record: its own quote states it; other mentions, and other types that serve, say neither yes nor no."""
    where = _quoted(record["evidence"]["quote"], text)
    yield Stated(frozenset({record["type"]}), where, bool(record.get("optional")))
    again = tuple(span for quote in record.get("mentions", []) for span in _quoted(quote, text))
    yield Stated(frozenset({record["type"], *record.get("accept_types", [])}), where + again, is_optional=True)


def _quoted(quote: str, text: str) -> tuple[Span, ...]:
    pattern = r"\s+".join(map(re.escape, quote.split()))
    return tuple(m.span() for m in re.finditer(pattern, text))


def of_passages(paths: Iterable[Path]) -> Iterator[Example]:
    """Examples of files of passages."""
    read = [(path, number, passage) for path in paths for number, passage in enumerate(passages(path))]
    for path, number, passage in track(read, "passages", console=Console(stderr=True)):
        yield from examples(f"{path.stem}/{number}", triggers(passage.text, passage.published), _facts(passage))


def _facts(passage: Passage) -> list[Stated]:
    return [Stated(w.types, None if w.evidence is None else (w.evidence,), w.is_optional) for w in passage.wanted]


class Learner:
    """Logistic regression over features for all types and for each type by itself."""

    def __init__(self, made: Sequence[Example]) -> None:
        self.examples = made
        met = Counter(name for e in made for name in _names(e.trigger))
        self.names = [name for name, times in sorted(met.items()) if times >= _LEAST_MET]
        numbers = {name: i for i, name in enumerate(self.names)}
        rows = [sorted(numbers[name] for name in _names(e.trigger) if name in numbers) for e in made]
        ends = np.cumsum([0, *map(len, rows)], dtype=np.int32)
        columns = np.array([i for row in rows for i in row], dtype=np.int32)
        self.table: Any = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(self.names)))
        self.is_fact = np.array([e.is_fact for e in made])

    def fitted(self, rows: Any = slice(None)) -> Any:
        """The model of some examples, by default of all."""
        model = LogisticRegression(C=SMOOTHING, solver="liblinear", max_iter=200)
        return model.fit(self.table[rows], self.is_fact[rows])

    def folds(self) -> Iterator[tuple[int, int, float]]:
        """For each fold of the texts: triggers that no rule reads, facts among them, average precision on them."""
        texts = sorted({e.document for e in self.examples})
        fold = {text: number % _FOLDS for number, text in enumerate(texts)}
        folds = np.array([fold[e.document] for e in self.examples])
        unread = np.array([not e.trigger.is_read for e in self.examples])
        for number in range(_FOLDS):
            rows = (folds == number) & unread
            chances = self.fitted(folds != number).predict_proba(self.table[rows])[:, 1]
            facts = self.is_fact[rows]
            yield int(rows.sum()), int(facts.sum()), float(average_precision_score(facts, chances))

    def weights(self) -> Weights:
        """Feature → type ("" for all) → weight."""
        model, made = self.fitted(), defaultdict[str, dict[str, float]](dict)
        for (feature, code), weight in zip(self.names, model.coef_[0], strict=True):
            if abs(weight) >= _LEAST_WEIGHT:
                made[feature][code] = float(weight)
        made["bias"][""] = made["bias"].get("", 0.0) + float(model.intercept_[0])
        return made


def _names(t: Trigger) -> set[tuple[str, str]]:
    return {(feature, code) for feature in t.features for code in ("", t.type_code)}


def write(weights: Weights, path: Path) -> None:
    """A line for each feature: its name, then a cell `type=weight` for each type."""
    lines = (
        "\t".join([feature, *(f"{code}={weight:.3f}" for code, weight in sorted(by_type.items()))])
        for feature, by_type in sorted(weights.items())
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    """Writes the weights; 0."""
    parser = argparse.ArgumentParser(prog="benchmarks.learn", description=__doc__)
    parser.add_argument("--folds", action="store_true", help="also fit on parts, and print what that tells of the rest")
    arguments = parser.parse_args(argv)
    console = Console(highlight=False)
    learner = Learner([*of_articles(), *of_passages(sorted(PASSAGES.glob("*.txt")))])
    facts = int(learner.is_fact.sum())
    console.print(
        f"{len(learner.examples):,} triggers, {facts:,} of them state a fact; {len(learner.names):,} features"
    )
    if arguments.folds:
        for unread, stating, precision in learner.folds():
            console.print(
                f"unseen: {unread:,} that no rule reads, {stating:,} facts; average precision {precision:.3f}"
            )
    write(learner.weights(), WEIGHTS)
    console.print(f"written: {WEIGHTS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
