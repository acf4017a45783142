"""An answer in SQL, told: as a table or blocks for people, as JSON Lines or CSV for programs. No value is ever cut."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from .settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

_GAP = "  "


def query(settings: Settings, sql: str, form: str, *, width: int = 200, is_guarded: bool = True) -> str:
    """The served version's answer.

    Args:
        sql: one statement.
        form: `table`, `json` (one object a line) or `csv`.
        width: of a table, at most; a wider one is told as one block a row.
        is_guarded: in CSV, put an apostrophe before what a spreadsheet would run as a formula.

    Raises:
        PublishError: nothing is published, or the SQL is wrong.
    """
    from .release import query as served

    rows = served.query(settings, sql)
    rows = rows.rename_columns(_distinct(rows.column_names))
    if form == "json":
        return "\n".join(json.dumps(plain(r), ensure_ascii=False, default=str) for r in rows.to_pylist())
    return _csv(rows, is_guarded) if form == "csv" else told(rows, width)


def told(rows: pa.Table, width: int) -> str:
    """A table where it fits into `width`, else a block a row: a column and its value a line."""
    names, lines = rows.column_names, [[_shown(v) for v in r.values()] for r in rows.to_pylist()]
    widths = [max(map(cell_len, column)) for column in zip(names, *lines, strict=True)]
    fits = sum(widths) + len(_GAP) * (len(widths) - 1) <= width and not any("\n" in v for line in lines for v in line)
    told = _table(names, lines, widths, _numbers(rows)) if fits or not lines else _blocks(names, lines)
    return "\n".join([*told, "1 row" if len(lines) == 1 else f"{len(lines)} rows"])


def plain(value: Any) -> Any:
    """A value as JSON has it: numbers of any width are numbers; what is no number (NaN, infinity) is null."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {key: plain(v) for key, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def _table(
    names: Sequence[str], lines: Sequence[Sequence[str]], widths: Sequence[int], numbers: Sequence[bool]
) -> Iterator[str]:
    for line in (names, ["─" * width for width in widths], *lines):
        cells = (_padded(*cell) for cell in zip(line, widths, numbers, strict=True))
        yield _GAP.join(cells).rstrip()


def _padded(text: str, width: int, is_right: bool) -> str:
    space = " " * (width - cell_len(text))
    return space + text if is_right else text + space


def _blocks(names: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    margin = max(map(cell_len, names))
    for number, line in enumerate(lines, start=1):
        yield f"── {number} ──"
        for name, value in zip(names, line, strict=True):
            yield _padded(name, margin, False) + _GAP + value.replace("\n", "\n" + " " * margin + _GAP)
        yield ""


def _numbers(rows: pa.Table) -> list[bool]:
    import pyarrow.types as kinds

    return [kinds.is_integer(t) or kinds.is_floating(t) or kinds.is_decimal(t) for t in rows.schema.types]


def _shown(value: object) -> str:
    """A value in a cell. A year is an integer as well: no thousands are set apart in what somebody else asks for."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = _written(value)
    # Text of articles must not move the cursor or colour the terminal.
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


def _written(value: object) -> str:
    is_nested = isinstance(value, (list, dict))
    return json.dumps(plain(value), ensure_ascii=False, default=str) if is_nested else str(value)


def _csv(rows: pa.Table, is_guarded: bool) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(rows.column_names)
    for row in rows.to_pylist():
        cells = (_written(v) if isinstance(v, (list, dict)) else v for v in row.values())
        writer.writerow([_guarded(cell) if is_guarded else cell for cell in cells])
    return buffer.getvalue().rstrip("\n")


def _guarded(value: object) -> object:
    """A cell that a spreadsheet would run as a formula is quoted."""
    is_formula = isinstance(value, str) and value.lstrip(" \t\r\n\u00a0")[:1] in {"=", "+", "-", "@"}
    return f"'{value}" if is_formula else value


def _distinct(names: Sequence[str]) -> list[str]:
    """Columns told apart as DuckDB's own clients do: of `place.name, origin.name` the second is `name_1`."""
    told: list[str] = []
    for name in names:
        tries = (name, *(f"{name}_{n}" for n in range(1, len(names))))
        told.append(next(t for t in tries if t not in told and (t == name or t not in names)))
    return told
