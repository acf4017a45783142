"""Every table, declared once: Arrow schema, DuckDB DDL and comments, docs and JSON Schema come from here.

A column's text says what its name cannot. Names follow one grammar: `_code` for a word of a closed
list, `_count`, `_on` (a date), `_at` (a UTC timestamp), `is_`; the same quantity has the same name
everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

# ── closed lists ────────────────────────────────────────────────────────────────────────────────

#: Record type → domain. Forces, footprint and agreements are the US defence planners' triad.
RECORD_TYPES: dict[str, str] = {
    "strength": "forces",
    "presence": "forces",
    "strength_change": "forces",
    "deployment": "forces",
    "reinforcement": "forces",
    "withdrawal": "forces",
    "restructuring": "forces",
    "relocation": "forces",
    "base_opening": "footprint",
    "base_closure": "footprint",
    "base_handover": "footprint",
    "agreement": "agreements",
    "mission_start": "agreements",
    "mission_continuation": "agreements",
    "mission_transition": "agreements",
    "mission_end": "agreements",
    "strike": "activities",
    "ground_operation": "activities",
    "exercise": "activities",
    "patrol": "activities",
    "attack_on_force": "activities",
    "detainee_transfer": "activities",
}
#: What a status means: docs/records.md. From the most to the least advanced; `denied` stands apart.
STATUSES = ("in_effect", "completed", "ongoing", "planned", "considered", "denied")
UNITS = ("personnel", "bases", "detainees", "killed", "wounded", "aircraft", "vehicles", "ships", "strikes", "units")
QUALIFIERS = ("exact", "about", "at_least", "at_most", "range")
#: Stands behind the code of a rule where the rule lacks something, and likeness to annotated facts made the record.
LIKELY = "~"
DATE_BASES = ("stated", "resolved", "publication", "unknown")
#: Unknown is not zero: why a quantity is null, or that it is not.
QUANTITY_STATES = ("stated", "unknown", "withheld", "not_applicable")
#: Where a document or an article can end. Nothing ends nowhere.
DOCUMENT_STATES = ("derived", "unchanged", "fetch_failed", "refused", "unreadable", "no_text")
ARTICLE_STATES = ("has_records", "no_posture", "unsupported_language", "unreadable")
CAPTURE_OUTCOMES = ("new", "failed", "refused")

# ── declaration ─────────────────────────────────────────────────────────────────────────────────

TEXT = pa.string()
WHOLE = pa.int64()
REAL = pa.float64()
FLAG = pa.bool_()
DAY = pa.date32()
INSTANT = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(pa.string())

PLACE = pa.struct(
    [
        ("name", TEXT),
        ("country_code", TEXT),
        ("kind_code", TEXT),
        ("latitude", REAL),
        ("longitude", REAL),
        ("precision_code", TEXT),
        ("site_code", TEXT),
        ("aliases", TEXTS),
    ]
)
REMOVED = pa.list_(pa.struct([("rule_code", TEXT), ("line_count", WHOLE)]))
QUANTITY = pa.struct([("low", WHOLE), ("high", WHOLE), ("qualifier_code", TEXT), ("unit_code", TEXT)])


@dataclass(frozen=True)
class Column:
    """One column: Arrow type, whether null is allowed, the closed list of its values if it has one."""

    name: str
    type: pa.DataType
    comment: str
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table. `key` is what makes a row one row."""

    name: str
    comment: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pa.Schema:
        """Arrow schema; `required` becomes non-nullable."""
        return pa.schema([pa.field(c.name, c.type, nullable=not c.required) for c in self.columns])

    def table(self, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
        """Rows as Arrow, sorted by key so that equal input gives equal bytes.

        Raises:
            pyarrow.ArrowInvalid: a value does not fit its column.
        """
        ordered = sorted(rows, key=lambda row: tuple(row[k] for k in self.key))
        return pa.Table.from_pylist([dict(r) for r in ordered], schema=self.schema)


def _c(name: str, type_: pa.DataType, comment: str, *, required: bool = False, values: Iterable[str] = ()) -> Column:
    return Column(name, type_, comment, required, tuple(values))


CAPTURES = Table(
    "captures",
    "One request whose answer mattered: new bytes, a failure, a refusal by robots.txt. Kept beside the bytes.",
    ("capture_id",),
    (
        _c("capture_id", TEXT, "Hash of source, URL, batch and outcome.", required=True),
        _c("batch_code", TEXT, "`<source>/<day>-<nn>`; the lake keeps the same batches.", required=True),
        _c("source_code", TEXT, "The source's code in the catalogue.", required=True),
        _c(
            "requested_url",
            TEXT,
            "As listed by the source; `file:` path relative to the inbox for local documents.",
            required=True,
        ),
        _c("url", TEXT, "Where the answer came from, after redirects; null for local documents without one."),
        _c(
            "retrieved_at",
            INSTANT,
            "When the answer was complete. For local documents: the file's modification time.",
            required=True,
        ),
        _c("outcome_code", TEXT, "What came of the request.", required=True, values=CAPTURE_OUTCOMES),
        _c("reason", TEXT, "Why it failed or was refused: a short code and what was seen."),
        _c("http_status", WHOLE, "Null where no answer came or none was needed."),
        _c("media_type", TEXT, "As declared, or as sniffed for local documents."),
        _c("charset", TEXT, "As declared in the header; null if not."),
        _c("content_sha256", TEXT, "Of the bytes as they came (after transfer decoding)."),
        _c("byte_count", WHOLE, "Of the same."),
        _c("warc_path", TEXT, "Relative to the archive's root."),
        _c("warc_offset", WHOLE, "Byte offset of the record in it."),
        _c("listed_title", TEXT, "Title in the feed, sitemap or manifest."),
        _c("listed_on", DAY, "Date in the feed, sitemap or manifest."),
        _c("listed_at", INSTANT, "The same with its time, where one was given."),
        _c("external_id", TEXT, "The id that a manifest gave."),
        _c("outlet", TEXT, "Who published it: the catalogue's or the manifest's name for the source."),
    ),
)

DOCUMENTS = Table(
    "documents",
    "One archived response or failure, and the state in which it ended.",
    ("document_id",),
    (
        _c("document_id", TEXT, "Same as capture_id.", required=True),
        _c("batch_code", TEXT, "The batch it came in.", required=True),
        _c("source_code", TEXT, "The source's code.", required=True),
        _c("url", TEXT, "Where it came from."),
        _c("requested_url", TEXT, "As listed.", required=True),
        _c("retrieved_at", INSTANT, "When.", required=True),
        _c("media_type", TEXT, "HTML, PDF or text."),
        _c("content_sha256", TEXT, "Of the archived bytes."),
        _c("byte_count", WHOLE, "Of the archived bytes."),
        _c("warc_path", TEXT, "Where the bytes lie, relative to the archive's root."),
        _c("warc_offset", WHOLE, "Byte offset of the record in it."),
        _c("external_id", TEXT, "The id that a manifest gave."),
        _c("state_code", TEXT, "Where the document ended.", required=True, values=DOCUMENT_STATES),
        _c("stage", TEXT, "The step that decided so.", required=True),
        _c("reason", TEXT, "Why, where the state is a failure; of a derived document, what of it was not read."),
        _c("article_count", WHOLE, "Articles found in it.", required=True),
    ),
)

ARTICLES = Table(
    "articles",
    "One article: the text that its author wrote, with who, when, where from.",
    ("article_id",),
    (
        _c("article_id", TEXT, "Hash of document and position in it.", required=True),
        _c("document_id", TEXT, "The document it was found in.", required=True),
        _c("external_id", TEXT, "The id that a manifest gave to the document."),
        _c("batch_code", TEXT, "The batch it came in.", required=True),
        _c("source_code", TEXT, "The source's code.", required=True),
        _c("position", WHOLE, "0 for the first article of a document, 1 for the next …", required=True),
        _c(
            "part_id",
            TEXT,
            "What it is called among the articles of its page, in every version of the page: `main` for the first, a "
            "hash of the headline or of the entry's own address for the others.",
            required=True,
        ),
        _c("outlet", TEXT, "Who published it."),
        _c("origin", TEXT, "Who wrote it, where the text names an agency or another outlet; else the outlet."),
        _c("url", TEXT, "Canonical URL where the page names one."),
        _c("title", TEXT, "Headline."),
        _c("author", TEXT, "Byline."),
        _c("published_on", DAY, "Day of publication; null if nothing says so."),
        _c("published_at", INSTANT, "The same with its time, where one was given."),
        _c(
            "published_basis",
            TEXT,
            "What said so.",
            required=True,
            values=("manifest", "metadata", "feed", "text", "unknown"),
        ),
        _c("modified_on", DAY, "Day on which the page says that it was last changed; null if it does not say."),
        _c("modified_at", INSTANT, "The same with its time, where one was given."),
        _c("retrieved_at", INSTANT, "When the document was fetched: what we knew, from when on.", required=True),
        _c("is_correction", FLAG, "Headline or text says that something published is put right.", required=True),
        _c("correction_quote", TEXT, "The line that says so, verbatim; null if none does."),
        _c("correction_urls", TEXTS, "Addresses that such a line names or links; empty if none.", required=True),
        _c("language_code", TEXT, "ISO 639-1."),
        _c("text", TEXT, "Cleaned text; evidence offsets point into it.", required=True),
        _c("text_sha256", TEXT, "Of the cleaned text.", required=True),
        _c("signature", pa.list_(pa.uint32()), "MinHash of the text, for finding copies.", required=True),
        _c("is_repaired", FLAG, "Mojibake was found and repaired.", required=True),
        _c("has_mojibake", FLAG, "Mojibake is left that could not be repaired with certainty.", required=True),
        _c(
            "removed_lines",
            REMOVED,
            "Lines that were taken out as page furniture: by which rule, and how many. `source_rule` stands for the "
            "source's own patterns.",
            required=True,
        ),
        _c("state_code", TEXT, "Where the article ended.", required=True, values=ARTICLE_STATES),
        _c("reason", TEXT, "Why, where it gave no records."),
        _c("mention_count", WHOLE, "Mentions = records + rejections.", required=True),
        _c("record_count", WHOLE, "Records.", required=True),
        _c("rejection_count", WHOLE, "Mentions that became no record of their own.", required=True),
    ),
)

RECORDS = Table(
    "records",
    "One sourced claim about military posture: one fact per article, at its most specific place, with its evidence.",
    ("record_id",),
    (
        _c("record_id", TEXT, "Hash of article and slots; the same input gives the same id.", required=True),
        _c("article_id", TEXT, "The article that says so.", required=True),
        _c("document_id", TEXT, "The document it was found in.", required=True),
        _c("external_id", TEXT, "The id that a manifest gave to the document."),
        _c("batch_code", TEXT, "The batch it came in.", required=True),
        _c("source_code", TEXT, "The source's code.", required=True),
        _c("published_on", DAY, "Of the article."),
        _c("retrieved_at", INSTANT, "Of the article: known from then on.", required=True),
        _c("type_code", TEXT, "What kind of fact.", required=True, values=RECORD_TYPES),
        _c(
            "domain_code",
            TEXT,
            "forces, footprint, agreements or activities.",
            required=True,
            values=sorted(set(RECORD_TYPES.values())),
        ),
        _c("status_code", TEXT, "How far it has come.", required=True, values=STATUSES),
        _c("actor_codes", TEXTS, "Whose posture: ISO 3166-1 alpha-3 or a group's short name.", required=True),
        _c("counterparty_codes", TEXTS, "Acted upon, dealt with or handed to.", required=True),
        _c("scope", TEXTS, "Branches and units that the statement names, in its words.", required=True),
        _c("place", PLACE, "Where; the most specific place named."),
        _c("origin", PLACE, "Where from."),
        _c("destination", PLACE, "Where to."),
        _c("place_reason", TEXT, "Why no place could be resolved, where one was named or none was found."),
        _c("quantity", QUANTITY, "How many. A bound that is not stated is null."),
        _c("quantity_before", QUANTITY, "The level before a strength_change."),
        _c("quantity_delta", QUANTITY, "The change, where only it is given; negative is down."),
        _c(
            "quantity_state_code",
            TEXT,
            "Why `quantity` is null, or that it is stated.",
            required=True,
            values=QUANTITY_STATES,
        ),
        _c("date_start_on", DAY, "First day of the fact; null if not said."),
        _c("date_end_on", DAY, "Last day of the fact, or the day by which; null if not said."),
        _c("date_basis_code", TEXT, "What the dates rest on.", required=True, values=DATE_BASES),
        _c(
            "date_precision_code",
            TEXT,
            "day, month, quarter, season, year, range or unknown.",
            required=True,
            values=("day", "week", "month", "quarter", "season", "year", "range", "unknown"),
        ),
        _c(
            "attribution",
            TEXTS,
            "Whom the article names as saying so, nearest first; empty is the article's own voice.",
            required=True,
        ),
        _c("origin_source", TEXT, "Root of the chain: the last attributed, else the article's origin.", required=True),
        _c("evidence_start", WHOLE, "Offset into articles.text, in characters.", required=True),
        _c("evidence_end", WHOLE, "The same, exclusive.", required=True),
        _c("evidence_quote", TEXT, "Verbatim: articles.text[start:end].", required=True),
        _c("denies_record_id", TEXT, "The claim that a denial denies, where the article holds it."),
        _c(
            "rule_code",
            TEXT,
            f"The frame that read it; `{LIKELY}` behind it: no rule does, but learnt likeness.",
            required=True,
        ),
    ),
)

MENTIONS = Table(
    "mentions",
    "Every place in a text that could have been a posture statement: each became a record or a rejection.",
    ("mention_id",),
    (
        _c("mention_id", TEXT, "Hash of article, rule and offsets.", required=True),
        _c("article_id", TEXT, "The article.", required=True),
        _c("rule_code", TEXT, "The frame that fired.", required=True),
        _c("type_code", TEXT, "The type it would have had.", required=True, values=RECORD_TYPES),
        _c("evidence_start", WHOLE, "Offset into articles.text.", required=True),
        _c("evidence_end", WHOLE, "The same, exclusive.", required=True),
        _c("evidence_quote", TEXT, "Verbatim.", required=True),
        _c("outcome_code", TEXT, "What became of it.", required=True, values=("record", "rejection")),
        _c("record_id", TEXT, "The record it became, or the one that it repeats."),
    ),
)

REJECTIONS = Table(
    "rejections",
    "Mentions that became no record of their own, each with its reason.",
    ("mention_id",),
    (
        _c("mention_id", TEXT, "The mention.", required=True),
        _c("article_id", TEXT, "The article.", required=True),
        _c("rule_code", TEXT, "The frame that fired.", required=True),
        _c("reason_code", TEXT, "Why: a short code; docs/rejections.md lists them.", required=True),
        _c("detail", TEXT, "The words at fault."),
        _c("record_id", TEXT, "For `repeats_record`: the record that it repeats."),
    ),
)

CITATIONS = Table(
    "citations",
    "What the numbered notes of an article cite: the works, and where the text refers to them.",
    ("article_id", "note_number", "work_number"),
    (
        _c("article_id", TEXT, "The article.", required=True),
        _c("document_id", TEXT, "The document it was found in.", required=True),
        _c("note_number", WHOLE, "The note's number, as printed.", required=True),
        _c("work_number", WHOLE, "1 for the first work that the note cites, 2 for the next …", required=True),
        _c("publisher", TEXT, "Who published the work, as written; null for a note that only explains."),
        _c("title", TEXT, "The work's title."),
        _c("published_on", DAY, "When it was published: the first day of the month or year, where only that is given."),
        _c("date_precision_code", TEXT, "day, month or year; null if undated.", values=("day", "month", "year")),
        _c("pages", TEXT, "Pages of the work, as written."),
        _c("url", TEXT, "Its address, as written or linked."),
        _c(
            "marker_offsets",
            pa.list_(WHOLE),
            "Where the note's markers stood in articles.text, in characters: each right after what it vouches for.",
            required=True,
        ),
        _c("note_quote", TEXT, "The whole note.", required=True),
    ),
)

#: Why an article is taken to put right an earlier one, from the surest reason to the least sure.
CORRECTION_BASES = ("same_page", "named_url", "named_title", "same_title", "same_story", "named_day")
CORRECTIONS = Table(
    "corrections",
    "Articles that put an earlier one right: later versions of the same page, and notices of a correction.",
    ("article_id",),
    (
        _c("article_id", TEXT, "The later version, or the notice.", required=True),
        _c("corrects_article_id", TEXT, "The article that it puts right, in its last version before.", required=True),
        _c(
            "basis_code",
            TEXT,
            "What says so: the same page with another text; or a notice that names the earlier article's address or "
            "headline, has its headline, has most of its text, or names its day and subject.",
            required=True,
            values=CORRECTION_BASES,
        ),
    ),
)

REPRINTS = Table(
    "reprints",
    "Articles that are copies of another: five reprints are one origin.",
    ("article_id",),
    (
        _c("article_id", TEXT, "The copy.", required=True),
        _c("original_article_id", TEXT, "The earliest article of its group.", required=True),
        _c("similarity", REAL, "Share of equal MinHash values, 0–1.", required=True),
    ),
)

#: Tables that a lake batch holds, in the order in which they are derived.
LAKE_TABLES = (DOCUMENTS, ARTICLES, CITATIONS, MENTIONS, RECORDS, REJECTIONS)
#: Tables about all articles of the lake, made when a release is built.
RELATIONS = (REPRINTS, CORRECTIONS)
TABLES: dict[str, Table] = {t.name: t for t in (CAPTURES, *LAKE_TABLES, *RELATIONS)}


# ── what is derived from the declaration ────────────────────────────────────────────────────────

_SQL: dict[Any, str] = {
    TEXT: "VARCHAR", WHOLE: "BIGINT", REAL: "DOUBLE", FLAG: "BOOLEAN", DAY: "DATE", INSTANT: "TIMESTAMPTZ",
    pa.uint32(): "UINTEGER",
}  # fmt: skip


def sql_type(type_: pa.DataType) -> str:
    """DuckDB's name of an Arrow type used in this module."""
    if pa.types.is_struct(type_):
        return "STRUCT(" + ", ".join(f"{f.name} {sql_type(f.type)}" for f in type_) + ")"
    if pa.types.is_list(type_):
        return sql_type(type_.value_type) + "[]"
    return _SQL[type_]


def ddl(table: Table) -> str:
    """`CREATE TABLE` and `COMMENT ON` statements of a table, for DuckDB."""
    columns = ",\n  ".join(f"{c.name} {sql_type(c.type)}{' NOT NULL' if c.required else ''}" for c in table.columns)
    comments = [f"COMMENT ON TABLE {table.name} IS {_quoted(table.comment)};"]
    comments += [f"COMMENT ON COLUMN {table.name}.{c.name} IS {_quoted(c.comment)};" for c in table.columns]
    return f"CREATE TABLE {table.name} (\n  {columns}\n);\n" + "\n".join(comments)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
