"""A ledger by hand: valid rows of every lake table from the few words that a test is about.

Articles get their text from the quotes of their records, so that evidence, offsets and counts always fit. A test that
wants a broken row breaks it in `tables()`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from posture.derive.corrections import correction
from posture.model import CORRECTIONS, LAKE_TABLES, RECORD_TYPES, RELATIONS, REPRINTS, TABLES
from posture.release import lake
from posture.settings import Settings

RETRIEVED = datetime(2026, 12, 31, 6, 0, tzinfo=UTC)
ENGINE = "engine-1"
Row = dict[str, Any]


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def place(
    name: str | None, country: str | None = None, kind: str = "settlement", site: str | None = None, **more: Any
) -> Row:
    """`place("Syria", "SYR", "country")`, `place("Al-Tanf", "SYR", "base", site="al-tanf")`."""
    blank = {"latitude": None, "longitude": None, "precision_code": None, "aliases": []}
    return {**blank, "name": name, "country_code": country, "kind_code": kind, "site_code": site, **more}


SYRIA = place("Syria", "SYR", "country")
IRAQ = place("Iraq", "IRQ", "country")
JORDAN = place("Jordan", "JOR", "country")
AL_TANF = place("Al-Tanf", "SYR", "base", site="al-tanf", latitude=33.5, longitude=38.6, precision_code="exact")


def quantity(low: int | None, high: int | None = None, qualifier: str = "exact", unit: str = "personnel") -> Row:
    """`quantity(900)`, `quantity(900, None, "at_least")`, `quantity(None, 2000, "at_most")`."""
    if qualifier in {"exact", "about"}:
        high = low
    return {"low": low, "high": high, "qualifier_code": qualifier, "unit_code": unit}


@dataclass
class Ledger:
    """Collects rows. Ids are what a test calls them, else `article-1`, `record-1` …"""

    batch_day: str = "2026-01-01"
    rows: dict[str, list[Row]] = field(default_factory=lambda: {t.name: [] for t in (*LAKE_TABLES, *RELATIONS)})

    def failure(self, source: str, state: str = "fetch_failed", reason: str | None = "http_500") -> str:
        return self._document(
            source, f"https://{source}.test/failed-{len(self.rows['documents'])}", state, reason, RETRIEVED
        )

    def article(
        self,
        published: str | None = "2025-06-01",
        *,
        id: str | None = None,
        source: str = "alpha",
        outlet: str | None = None,
        origin: str | None = None,
        page: str | None = None,
        title: str = "A report",
        retrieved: datetime = RETRIEVED,
        text: str = "",
    ) -> str:
        article_id = id or f"article-{len(self.rows['articles']) + 1}"
        url = f"https://{source}.test/{page or article_id}"
        document_id = self._document(source, url, "derived", None, retrieved)
        self.rows["documents"][-1]["article_count"] = 1
        outlet = outlet or source.capitalize()
        self.rows["articles"].append(
            {
                "article_id": article_id,
                "document_id": document_id,
                "batch_code": self._batch(source),
                "source_code": source,
                "position": 0,
                "part_id": "main",
                "outlet": outlet,
                "origin": origin or outlet,
                "url": url,
                "title": title,
                "published_on": day(published),
                "published_basis": "metadata" if published else "unknown",
                "retrieved_at": retrieved,
                "language_code": "en",
                "text": text or "No posture here.",
                "signature": [1, 2, 3],
                "is_repaired": False,
                "has_mojibake": False,
                "is_correction": correction(title, text) is not None,
                "correction_quote": correction(title, text),
                "correction_urls": [],
                "removed_lines": [],
                "state_code": "no_posture",
                "mention_count": 0,
                "record_count": 0,
                "rejection_count": 0,
            }
        )
        return article_id

    def record(
        self,
        article_id: str,
        type_code: str = "strength",
        *,
        id: str | None = None,
        actors: tuple[str, ...] = ("USA",),
        counterparties: tuple[str, ...] = (),
        scope: tuple[str, ...] = (),
        at: Row | None = SYRIA,
        origin: Row | None = None,
        destination: Row | None = None,
        how_many: int | Row | None = None,
        before: Row | None = None,
        delta: Row | None = None,
        state: str | None = None,
        status: str | None = None,
        dates: tuple[str | None, str | None] | None = None,
        basis: str | None = None,
        attribution: tuple[str, ...] = (),
        denies: str | None = None,
        quote: str | None = None,
    ) -> str:
        """`dates` None: of the article's day, unless the status is of what is not done; (None, None): not said."""
        article = self._find("articles", "article_id", article_id)
        record_id = id or f"record-{len(self.rows['records']) + 1}"
        number = quantity(how_many) if isinstance(how_many, int) else how_many
        status = status or ("in_effect" if type_code in {"strength", "presence"} else "completed")
        if dates is None:
            is_done = status in {"in_effect", "completed", "ongoing"} and article["published_on"]
            start = end = article["published_on"] if is_done else None
            basis = basis or ("publication" if is_done else "unknown")
        else:
            start, end = day(dates[0]), day(dates[1])
            basis = basis or ("stated" if start or end else "unknown")
        start_at, end_at, quote = self._write(article, quote or f"Sentence of {record_id}: it is said é😀.")
        about = {"article_id": article_id, "document_id": article["document_id"]}
        span = {"evidence_start": start_at, "evidence_end": end_at, "evidence_quote": quote}
        if (
            type_code in {"withdrawal", "deployment", "reinforcement", "relocation", "detainee_transfer"}
            and at is SYRIA
        ):
            at = None
        self.rows["records"].append(
            {
                **about,
                **span,
                "record_id": record_id,
                "batch_code": article["batch_code"],
                "source_code": article["source_code"],
                "published_on": article["published_on"],
                "retrieved_at": article["retrieved_at"],
                "type_code": type_code,
                "domain_code": RECORD_TYPES[type_code],
                "status_code": status,
                "actor_codes": list(actors),
                "counterparty_codes": list(counterparties),
                "scope": list(scope),
                "place": at,
                "origin": origin,
                "destination": destination,
                "quantity": number,
                "quantity_before": before,
                "quantity_delta": delta,
                "quantity_state_code": state or ("stated" if number or delta or before else "not_applicable"),
                "date_start_on": start,
                "date_end_on": end,
                "date_basis_code": basis,
                "date_precision_code": "day" if start or end else "unknown",
                "attribution": list(attribution),
                "origin_source": attribution[-1] if attribution else article["origin"],
                "denies_record_id": denies,
                "rule_code": "handmade",
            }
        )
        self._mention(article, type_code, span, record_id)
        article["record_count"] += 1
        article["state_code"] = "has_records"
        return record_id

    def rejection(self, article_id: str, reason: str = "unknown_place") -> str:
        article = self._find("articles", "article_id", article_id)
        start, end, quote = self._write(article, f"Rejected words {article['rejection_count']}.")
        mention_id = self._mention(
            article, "strength", {"evidence_start": start, "evidence_end": end, "evidence_quote": quote}, None
        )
        self.rows["rejections"].append(
            {
                "mention_id": mention_id,
                "article_id": article_id,
                "rule_code": "handmade",
                "reason_code": reason,
            }
        )
        article["rejection_count"] += 1
        return mention_id

    def reprint(self, copy: str, original: str) -> None:
        self.rows["reprints"].append({"article_id": copy, "original_article_id": original, "similarity": 0.95})

    def correct(self, later: str, earlier: str, basis: str = "named_url") -> None:
        self.rows["corrections"].append({"article_id": later, "corrects_article_id": earlier, "basis_code": basis})

    def cite(self, article_id: str, note: int = 1, **more: Any) -> None:
        self.rows["citations"].append(
            {
                "article_id": article_id,
                "document_id": self._find("articles", "article_id", article_id)["document_id"],
                "note_number": note,
                "work_number": 1,
                "publisher": "Vale Institute",
                "marker_offsets": [0],
                "note_quote": "Vale Institute, Soldiers of the north, 2025",
                **more,
            }
        )

    def tables(self, source: str | None = None) -> dict[str, pa.Table]:
        """The lake tables of one source, or of all."""
        batch = None if source is None else self._batch(source)
        mine = {r["article_id"] for r in self.rows["articles"] if batch in {None, r["batch_code"]}}
        picked = {
            name: [
                row
                for row in self.rows[name]
                if (row.get("batch_code", batch) == batch or batch is None)
                and ("batch_code" in row or row["article_id"] in mine)
            ]
            for name in (t.name for t in LAKE_TABLES)
        }
        for row in picked["articles"]:
            row["text_sha256"] = hashlib.sha256(row["text"].encode()).hexdigest()
        return {name: TABLES[name].table(rows) for name, rows in picked.items()}

    def reprints(self) -> pa.Table:
        return REPRINTS.table(self.rows["reprints"])

    def corrections(self) -> pa.Table:
        return CORRECTIONS.table(self.rows["corrections"])

    def write(self, settings: Settings, engine: str = ENGINE) -> None:
        """Write one lake batch a source."""
        for source in sorted({row["source_code"] for row in self.rows["documents"]}):
            lake.write_batch(settings.lake_dir, self._batch(source), self.tables(source), engine, "0" * 64)

    def _batch(self, source: str) -> str:
        return f"{source}/{self.batch_day}-01"

    def _document(self, source: str, url: str, state: str, reason: str | None, retrieved: datetime) -> str:
        document_id = f"document-{source}-{len(self.rows['documents']) + 1}"
        self.rows["documents"].append(
            {
                "document_id": document_id,
                "batch_code": self._batch(source),
                "source_code": source,
                "url": url,
                "requested_url": url,
                "retrieved_at": retrieved,
                "media_type": "text/html",
                "content_sha256": hashlib.sha256(document_id.encode()).hexdigest(),
                "byte_count": 1000,
                "warc_path": f"{source}/{self.batch_day}-01.warc.gz",
                "warc_offset": 0,
                "state_code": state,
                "stage": "extract" if state == "derived" else "collect",
                "reason": reason,
                "article_count": 0,
            }
        )
        return document_id

    def _find(self, table: str, key: str, value: str) -> Row:
        return next(row for row in self.rows[table] if row[key] == value)

    def _write(self, article: Row, quote: str) -> tuple[int, int, str]:
        article["text"] += f" {quote}"
        end = len(article["text"])
        return end - len(quote), end, quote

    def _mention(self, article: Row, type_code: str, span: Row, record_id: str | None) -> str:
        mention_id = f"mention-{len(self.rows['mentions']) + 1}"
        self.rows["mentions"].append(
            {
                **span,
                "mention_id": mention_id,
                "article_id": article["article_id"],
                "rule_code": "handmade",
                "type_code": type_code,
                "outcome_code": "record" if record_id else "rejection",
                "record_id": record_id,
            }
        )
        article["mention_count"] += 1
        return mention_id


def sample(batch_day: str = "2026-01-01") -> Ledger:
    """A small ledger in which every mart has rows: two outlets, a copy, a base, a plan, a denial, a failure."""
    ledger = Ledger(batch_day)
    first = ledger.article("2025-03-01", id="syria", source="alpha")
    ledger.record(first, id="syria-900", how_many=900, attribution=("Pentagon",))
    ledger.record(first, "withdrawal", id="tanf-plan", origin=AL_TANF, status="planned", dates=(None, "2025-06-30"))
    ledger.record(first, "strike", id="strike", counterparties=("ISIS",))
    ledger.rejection(first)
    second = ledger.article("2025-03-10", id="syria-too", source="bravo")
    ledger.record(second, id="syria-2000", how_many=2000, attribution=("Reuters",))
    ledger.record(second, "base_closure", id="tanf-closed", at=AL_TANF, dates=("2025-03-09", "2025-03-09"))
    ledger.record(second, "withdrawal", id="denial", origin=SYRIA, status="denied", attribution=("Pentagon",))
    copy = ledger.article("2025-03-02", id="copy", source="charlie")
    ledger.record(copy, id="syria-900-again", how_many=900)
    ledger.reprint("copy", "syria")
    ledger.article("2025-03-03", id="weather", source="charlie")
    ledger.failure("delta")
    return ledger
