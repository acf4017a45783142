"""What is published, told to a person: counts, verdict, the analysts' questions with evidence and links."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from .settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

#: Rows of an answer that are printed; the rest is counted and one query away.
MOST_ROWS = 12
#: Letters of a quotation that are printed; the whole one is in the mart.
MOST_LETTERS = 180
_WIDTH = 118
_CODES = "SELECT type_code, count(*) AS n FROM records GROUP BY 1 ORDER BY 2 DESC, 1"
_STATES = (
    "SELECT 'documents' AS what, state_code, count(*) AS n FROM documents GROUP BY 2 UNION ALL "
    "SELECT 'articles', state_code, count(*) FROM articles GROUP BY 2 ORDER BY 1, 3 DESC, 2"
)


def text(settings: Settings) -> str:
    """The whole report.

    Raises:
        PublishError: nothing was published yet.
    """
    from .release import query, versions

    out = Console(width=_WIDTH, file=io.StringIO(), force_terminal=False, highlight=False, emoji=False, markup=False)
    manifest = versions.current(settings)
    by_type = query.query(settings, _CODES).to_pylist()
    states = query.query(settings, _STATES).to_pylist()
    answers = query.answers(settings)
    if manifest is None:  # it vanished between two calls: retention never takes the served one
        return "nothing has been published yet"
    out.rule(f"Posture Ledger · version {manifest['version']}", style="none")
    out.print(f"Documents   {_states(states, 'documents')}")
    out.print(f"Articles    {_states(states, 'articles')}")
    out.print(
        f"Records     {sum(r['n'] for r in by_type)}: " + ", ".join(f"{r['type_code']} {r['n']}" for r in by_type)
    )
    counts = manifest.get("counts", {})
    out.print(
        f"Mentions    {counts.get('mentions', '?')} = {counts.get('records', '?')} records "
        f"+ {counts.get('rejections', '?')} rejections"
    )
    out.print(f"Validation  {_verdict(manifest)}")
    for answer in answers:
        out.print()
        _answer(out, answer.question, answer.columns, answer.rows)
    out.print()
    out.print(f"Database    {settings.database}")
    out.print(f'Ask it      posture query "SELECT * FROM strength"     (POSTURE_HOME={settings.home})')
    return out.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def _states(rows: Iterable[Mapping[str, Any]], what: str) -> str:
    mine = [r for r in rows if r["what"] == what]
    return f"{sum(r['n'] for r in mine)}: " + ", ".join(f"{r['state_code']} {r['n']}" for r in mine)


def _verdict(manifest: Mapping[str, Any]) -> str:
    found = manifest.get("verdict") or manifest.get("validation") or {}
    if not isinstance(found, Mapping) or not found:
        return "passed"
    return ", ".join(f"{k} {v}" for k, v in found.items() if not isinstance(v, (list, dict)))


def _answer(out: Console, question: str, columns: Mapping[str, str], rows: pa.Table) -> None:
    out.print(f"▌{question}")
    if not rows.num_rows:
        out.print("  (no statement in the ledger answers this)")
        return
    names = [n for n in rows.column_names if n not in {"quote", "url", "counter_quote", "counter_url", "outlet"}]
    table = Table(*names, box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="underline")
    shown = rows.slice(0, MOST_ROWS).to_pylist()
    for n, row in enumerate(shown, start=1):
        cells = [_cell(row[c]) for c in names]
        table.add_row(f"{n}. {cells[0]}", *cells[1:])
    out.print(table)
    for n, row in enumerate(shown, start=1):
        for quote, url in (("quote", "url"), ("counter_quote", "counter_url")):
            if row.get(quote):
                words = " ".join(str(row[quote]).split())
                words = words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"
                outlet = f" — {row['outlet']}" if row.get("outlet") and quote == "quote" else ""
                out.print(
                    f"  {n}. “{words}”{outlet} {row.get(url) or ''}",
                    soft_wrap=True,
                )
    if rows.num_rows > MOST_ROWS:
        out.print(f"  … and {rows.num_rows - MOST_ROWS} more in the mart")


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)


def query(settings: Settings, sql: str, form: str) -> str:
    """An answer as a table, JSON Lines or CSV.

    Raises:
        PublishError: nothing is published, or the SQL is wrong.
    """
    from .release import query as served

    rows = served.query(settings, sql)
    rows = rows.rename_columns(_distinct(rows.column_names))
    if form == "json":
        return "\n".join(json.dumps(r, ensure_ascii=False, default=str) for r in rows.to_pylist())
    if form == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        writer.writerow(rows.column_names)
        writer.writerows([_guarded(v) for v in r.values()] for r in rows.to_pylist())
        return buffer.getvalue().rstrip("\n")
    out = Console(file=io.StringIO(), width=200, force_terminal=False, highlight=False, emoji=False, markup=False)
    table = Table(*rows.column_names, box=None, padding=(0, 2, 0, 0), header_style="underline")
    for r in rows.to_pylist():
        # A year is an integer as well: no thousands are set apart in what somebody else asks for.
        table.add_row(*(str(v) if type(v) is int else _cell(v) for v in r.values()))
    out.print(table)
    out.print("1 row" if rows.num_rows == 1 else f"{rows.num_rows} rows")
    return out.file.getvalue().rstrip("\n")  # type: ignore[attr-defined, no-any-return]


def _distinct(names: Sequence[str]) -> list[str]:
    """Columns told apart as DuckDB's own clients do: of `place.name, origin.name` the second is `name_1`."""
    told: list[str] = []
    for name in names:
        tries = (name, *(f"{name}_{n}" for n in range(1, len(names))))
        told.append(next(t for t in tries if t not in told and (t == name or t not in names)))
    return told


def _guarded(value: object) -> object:
    """A cell that a spreadsheet would run as a formula is quoted."""
    return (
        "'" + value if isinstance(value, str) and value.lstrip(" \t\r\n\u00a0")[:1] in {"=", "+", "-", "@"} else value
    )
