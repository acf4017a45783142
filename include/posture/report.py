"""What is published, told to a person: counts, verdict, the analysts' questions with evidence and links."""

from __future__ import annotations

import io
import shlex
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
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
_SUGGESTED = "SELECT force_code, country_code, low, best, high, as_of_on FROM strength"
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
    out.print(f"Ask it      {_command(settings)} query {shlex.quote(_SUGGESTED)}", soft_wrap=True)
    return out.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def _command(settings: Settings) -> str:
    """`posture` as it can be called from here, for this home."""
    script = Path(sys.executable).with_name("posture")
    name = "posture" if shutil.which("posture") == str(script) else shlex.quote(_from_here(script))
    is_default = settings.home == Settings.from_environment({}).home
    return name if is_default else f"POSTURE_HOME={shlex.quote(_from_here(settings.home))} {name}"


def _from_here(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


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
