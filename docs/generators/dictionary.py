"""docs/data-dictionary.md: tables from `posture.model`, marts, macros and staging from the headers of sql/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posture import model
from posture.release import sqlfile
from posture.settings import REPOSITORY

from .markdown import document, table

SQL = REPOSITORY / "sql"
_HEAD = """\
# Data dictionary

Ask the **marts** first: they are made for analysts, and each row carries its evidence (`quote`, `url`, `outlet`). The
**macros** answer the same for other days. The **tables** below them hold every claim as it was read. All of it is in
`posture.duckdb` and is commented there too (`comment` in `duckdb_tables()`, `duckdb_views()`, `duckdb_columns()` and
`duckdb_functions()`), except `captures`, which stays beside the archived bytes. One more table, `release`, has one row:
what this version was made from.

Names say what a column is: `_code` a word of a closed list, `_count` a number of things, `_on` a date, `_at` an instant
in UTC, `is_` true or false. In the marts, the text of a column says what a null in it means."""
_STAGING = "What the marts are made of: every record made comparable. For the question that no mart answers."
#: Closed lists that several columns share, under the name of the column that they are known by.
_CLOSED: dict[str, tuple[str, ...]] = {
    "status_code": model.STATUSES,
    "unit_code": model.UNITS,
    "qualifier_code": model.QUALIFIERS,
    "quantity_state_code": model.QUANTITY_STATES,
    "date_basis_code": model.DATE_BASES,
    "documents.state_code": model.DOCUMENT_STATES,
    "articles.state_code": model.ARTICLE_STATES,
    "captures.outcome_code": model.CAPTURE_OUTCOMES,
}
_LABELS = {"as": "made as", "grain": "grain", "how": "how", "not": "what it is not", "use": "use"}


def page() -> str:
    """The whole page."""
    return document([*_HEAD.splitlines(), *_marts(), *_macros(), *_staging(), *_tables(), *_lists()])


def _marts() -> Iterator[str]:
    yield from ("", "## Marts", "", "Also as Parquet, one file each, in `marts/` beside the database.")
    for file in sqlfile.read_folder(SQL / "marts"):
        yield from _sql(file)


def _macros() -> Iterator[str]:
    yield from ("", "## Macros")
    for file in sqlfile.read_folder(SQL / "macros"):
        match = re.search(r"\bMACRO\s+\w+\s*(\([^)]*\))", file.body)
        yield from ("", f"### `{file.name}{match[1] if match else ''}`", "", _sentence(file.fields[file.word]))
        yield from _fields(file)


def _staging() -> Iterator[str]:
    yield from ("", "## Staging", "", _STAGING)
    for file in sqlfile.read_folder(SQL / "staging"):
        yield from _sql(file)


def _sql(file: sqlfile.SqlFile) -> Iterator[str]:
    yield from ("", f"### {file.name}", "", _sentence(file.fields[file.word]))
    yield from _fields(file)
    yield from ("", *table(("column", "meaning"), ((f"`{name}`", text) for name, text in file.columns.items())))


def _fields(file: sqlfile.SqlFile) -> Iterator[str]:
    named = [(word, text) for word, text in file.fields.items() if word != file.word]
    if named:
        yield ""
    for word, text in named:
        yield f"- **{_LABELS.get(word, word)}**: {text}"


def _tables() -> Iterator[str]:
    yield from ("", "## Tables")
    for t in model.TABLES.values():
        rows = ((f"`{c.name}`", _type(c), "" if c.required else "yes", _meaning(c)) for c in t.columns)
        yield from ("", f"### {t.name}", "", t.comment, "", f"- **key**: {', '.join(f'`{k}`' for k in t.key)}", "")
        yield from table(("column", "type", "may be null", "meaning"), rows)


def _type(column: model.Column) -> str:
    structures = {"place": model.PLACE, "quantity": model.QUANTITY}
    return next((n for n, t in structures.items() if t == column.type), None) or model.sql_type(column.type)


def _meaning(column: model.Column) -> str:
    if not column.values:
        return column.comment
    if column.values == tuple(model.RECORD_TYPES):
        return f"{column.comment} One of the [record types](#closed-lists)."
    known = next((name for name, values in _CLOSED.items() if values == column.values), None)
    listed = f"the list [{known}](#closed-lists)" if known else ", ".join(f"`{v}`" for v in column.values)
    return f"{column.comment} One of {listed}."


def _lists() -> Iterator[str]:
    yield from ("", "## Structures", "")
    for name, struct in (("place", model.PLACE), ("quantity", model.QUANTITY)):
        yield f"- **{name}**: " + ", ".join(f"`{f.name}` {model.sql_type(f.type)}" for f in struct)
    yield from ("", "## Closed lists", "", "What each word means: [records.md](records.md).", "")
    domains: dict[str, list[str]] = {}
    for type_code, domain in model.RECORD_TYPES.items():
        domains.setdefault(domain, []).append(f"`{type_code}`")
    rows = [(f"record types, domain `{domain}`", ", ".join(types)) for domain, types in domains.items()]
    rows += [(f"`{name}`", ", ".join(f"`{v}`" for v in values)) for name, values in _CLOSED.items()]
    yield from table(("list", "values"), rows)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
