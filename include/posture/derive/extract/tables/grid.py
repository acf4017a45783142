"""Which lines of a text are rows of a table, and their cells: pipes, tabs, columns of spaces, fields that stand below
each other ("Nation: Poland"), entries with a number ("- Gao: 300", "• 45 in Kosovo")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .... import lexicon
from ..language.blocks import Block
from .heads import is_head, role_of, stands_over

#: A cell as offsets into the text; equal where it is empty.
Cell = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """A line of a table; `blocks` are those that it takes up."""

    blocks: tuple[int, ...]
    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Rows below each other. `head`: the words over the columns; () if there are none."""

    rows: tuple[Row, ...]
    head: tuple[str, ...] = ()
    #: Block of the line that names the columns.
    head_block: int = -1


_BULLET = re.compile(r"\s*(?:[•*·‣▪◦–—-]|\(?\d{1,2}[.)])\s+(?=\S)")
_RULE = re.compile(r"[\s|:=+_-]*$")
_SPACES = re.compile(r"\s{2,}")
_BOUND = "|".join(
    [r"(?:an )?estimated", r"approx\.?", r"est\.", r"ca?\.", "close to", "just over", "just under"]
    + [re.escape(w) for w in lexicon.qualifiers()["near"] if w.isalpha()]
    + [re.escape(w) for phrases in lexicon.qualifiers()["before"].values() for w in phrases]
)
_NUMBER = (
    rf"(?:(?:{_BOUND})\s+|[~≈<>±]\s?)?"
    r"(?:\d{1,3}(?:[,. \u00a0\u202f]\d{3})+|\d+)(?:\s?[-–]\s?\d[\d,]*| to \d[\d,]*)?\+?"
)
_PEOPLE = (
    r"troops|soldiers|personnel|men|people|peacekeepers|service ?members|service personnel|members|marines|servicemen"
    r"|instructors|trainers|advis[eo]rs|police|strong|military|military personnel|(?:men|soldiers) and women"
)
_NOUN = rf"(?:\s+(?:[a-z-]+\s)?(?:{_PEOPLE}))?"
_REMARK = r"(?:\s*(?:\((?:est\.?|estimated?|approx\.?|[^()\d]{3,40}|(?:19|20)\d\d)\)|\*+|\[\w{1,3}\]|[¹²³†]))*"
_COUNT = rf"(?P<n>{_NUMBER}{_NOUN}){_REMARK}"
_THERE = rf"(?P<n>{_NUMBER}{_NOUN})(?:\s*\((?P<at>[A-Z][^()\d]{{2,40}})\))?"
_NAME = r"(?P<name>[^\W\d_][^:|;\t]{1,60}?)"
#: "Gao: 300", "Gao – about 300 troops", "Gao (300)", "Gao ..... 300"; "300 in Gao", "300 – Gao".
_ENTRIES = (
    re.compile(rf"{_NAME}(?:\s*:\s*|\s+[–—-]\s+|\s*\.{{3,}}\s*|\s*…+\s*|,\s+|\s{{2,}}|\t+|\s*=\s*){_COUNT}\s*[.;,]?$"),
    re.compile(rf"(?P<name>[^\W\d_][^|;\t]{{1,60}}?)\s+[–—-]\s+{_COUNT}\s*[.;,]?$"),
    re.compile(rf"{_NAME}\s*[(\[]{_COUNT}[)\]]\s*[.;,]?$"),
    re.compile(rf"(?P<name>[^\W\d_][^:|;\t\d/]{{1,50}}?)(?:\s*:\s*|\s+[–—-]\s+|,\s+|\s+){_THERE}\s*[.;,]?$"),
    re.compile(rf"{_COUNT}(?:\s+(?:in|at|from)\s+|\s+[–—-]\s+|\s*:\s*){_NAME}\s*[.;,]?$"),
)
#: "Gao: closed in May 2014", "Gao (handed to the Malian army)".
_FATE = (
    r"(?P<n>(?:to be |will be |due to |planned to |since |now |still |in |under )?"
    r"(?:clos(?:ed?|ing)|shut|dismantled|demolished|handed|turned|given|passed|transferred|returned|ceded|evacuated"
    r"|vacated|abandoned|opened|established|inaugurated|removed|taken|deactivated|active|open|use|operational"
    r"|construction|occupied|manned)\b[^.;|]{0,70})"
)
_FATES = (
    re.compile(rf"{_NAME}(?:\s*:\s*|\s+[–—-]\s+|\s*\.{{3,}}\s*|\s*…+\s*|\s{{2,}}|\t+|\s*=\s*){_FATE}\s*[.;,]?$", re.I),
    re.compile(rf"{_NAME}\s*[(\[]{_FATE}[)\]]\s*[.;,]?$", re.I),
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DIGIT = re.compile(r"\d")
#: Between entries on one line.
_PARTS = re.compile(r";\s|\),\s")


def tables(text: str, blocks: Sequence[Block]) -> list[Table]:
    """All tables of a text, in order."""
    made: list[Table] = []
    taken: set[int] = set()
    for find in (
        _pipes,
        _columns("\t"),
        _columns("  "),
        _columns(","),
        _columns(";"),
        _columns(" / "),
        _fields,
        _entries,
        _pairs,
    ):
        for table in find(text, blocks, taken):
            made.append(table)
            taken |= {b for r in table.rows for b in r.blocks} | {table.head_block}
    return sorted(made, key=lambda t: t.rows[0].start)


Taken = set[int]


def _runs(blocks: Sequence[Block], taken: Taken, is_in: Callable[[Block], bool]) -> Iterator[list[int]]:
    """Runs of lines of one kind."""
    for good, group in groupby(range(len(blocks)), lambda n: n not in taken and is_in(blocks[n])):
        if good:
            yield list(group)


def _headed(text: str, rows: list[Row]) -> Table | None:
    """The table that rows make, the first of which may name the columns."""
    words = tuple(text[a:b] for a, b in rows[0].cells) if rows else ()
    if is_head(words) or stands_over(words, [[text[a:b] for a, b in r.cells] for r in rows[1:]]):
        return Table(tuple(rows[1:]), words, rows[0].blocks[0]) if len(rows) > 1 else None
    return Table(tuple(rows)) if len(rows) > 1 else None


def _pipes(text: str, blocks: Sequence[Block], taken: Taken) -> Iterator[Table]:
    if "|" not in text:
        return
    for run in _runs(blocks, taken, lambda b: "|" in text[b.start : b.end]):
        rows = []
        for n in run:
            start, end = _stripped(text, blocks[n].start, blocks[n].end)
            if _RULE.match(text, start, end):
                continue
            start += text[start] == "|"
            end -= end > start and text[end - 1] == "|"
            rows.append(Row((n,), blocks[n].start, blocks[n].end, tuple(_split(text, start, end, re.compile(r"\|")))))
        if (table := _headed(text, rows)) is not None:
            yield table


def _columns(mark: str) -> Callable[[str, Sequence[Block], Taken], Iterator[Table]]:
    """Cells between tabs, runs of spaces or marks; commas and semicolons only below a line that names the columns."""
    pattern = _SPACES if mark == "  " else re.compile(re.escape(mark))

    def find(text: str, blocks: Sequence[Block], taken: Taken) -> Iterator[Table]:
        if mark not in text:
            return
        for run in _runs(blocks, taken, lambda b: mark in text[b.start : b.end].strip()):
            if len(run) < 2:
                continue  # one line alone is no table
            rows = []
            for n in run:
                start, end = _stripped(text, blocks[n].start, blocks[n].end)
                cells = tuple(_split(text, start, end, pattern))
                if len(cells) > 1 and not (mark == "  " and _BULLET.match(text, blocks[n].start)):
                    rows.append(Row((n,), blocks[n].start, blocks[n].end, cells))
            if mark == ",":
                rows = _below_head(text, rows)
            table = _headed(text, rows) if len({len(r.cells) for r in rows}) <= 2 or mark == "\t" else None
            if table is not None and (table.head or mark == "\t"):
                yield table

    return find


def _below_head(text: str, rows: list[Row]) -> list[Row]:
    """Rows of as many cells as the line has that names the columns; thousands' commas part nothing."""
    at = next((k for k, r in enumerate(rows) if is_head(tuple(text[a:b] for a, b in r.cells))), None)
    if at is None:
        return []
    wide = len(rows[at].cells)
    made = [rows[at]]
    for row in rows[at + 1 :]:
        cells = _merged(text, row.cells)
        if len(cells) != wide:
            break
        made.append(Row(row.blocks, row.start, row.end, tuple(cells)))
    return made


def _merged(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """ "1,200" is one cell."""
    made: list[Cell] = []
    for start, end in cells:
        if (
            made
            and made[-1][1] + 1 == start
            and re.fullmatch(r"\d{3}", text[start:end])
            and text[made[-1][1] - 1].isdecimal()
        ):
            made[-1] = made[-1][0], end
        else:
            made.append((start, end))
    return made


#: The colon of a field stands no further into its line.
_FIELD = 120


def _fields(text: str, blocks: Sequence[Block], taken: Taken) -> Iterator[Table]:
    """ "Nation: Poland" above "Strength: 1,200", again and again."""
    pairs: dict[int, tuple[str, Cell]] = {}
    for n, b in enumerate(blocks):
        mark = text.find(":", b.start, min(b.end, b.start + _FIELD))
        if mark < 0 or n in taken:
            continue
        name = _BULLET.sub("", text[b.start : mark]).strip()
        if len(name) < 30 and (is_head((name,)) or _YEAR.match(name)):
            pairs[n] = name, _stripped(text, mark + 1, b.end)
    for run in _adjoining(sorted(pairs)):
        heads: list[str] = []
        for n in run:
            if pairs[n][0] not in heads:
                heads.append(pairs[n][0])
        opening = [n for n in run if pairs[n][0] == pairs[run[0]][0]]
        is_box = len(opening) == 1 and {"count", "place"} <= {role_of(h).replace("host", "place") for h in heads}
        if len(opening) < 2 and not is_box or len(heads) < 2 or not is_head(heads):
            continue
        rows = []
        for first, after in zip(opening, [*opening[1:], run[-1] + 1], strict=True):
            own = {pairs[n][0]: pairs[n][1] for n in run if first <= n < after}
            last = max(n for n in run if first <= n < after)
            cells = tuple(own.get(h, (blocks[first].start, blocks[first].start)) for h in heads)
            rows.append(Row(tuple(range(first, last + 1)), blocks[first].start, blocks[last].end, cells))
        yield Table(tuple(rows), tuple(heads))


def _adjoining(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Runs of numbers each of which is the next."""
    for _, group in groupby(enumerate(numbers), lambda at: at[1] - at[0]):
        yield [n for _, n in group]


def _entries(text: str, blocks: Sequence[Block], taken: Taken) -> Iterator[Table]:
    """Lines that are a name and a number; or one line of several such."""
    for run in _runs(blocks, taken, lambda b: _entry(text, b.start, b.end) is not None):
        rows = []
        for n in run:
            if (cells := _entry(text, blocks[n].start, blocks[n].end)) is not None:
                rows.append(Row((n,), blocks[n].start, blocks[n].end, cells))
        if len(rows) > 1:
            yield Table(tuple(rows))
    for n, b in enumerate(blocks):
        if n not in taken and (";" in text[b.start : b.end] or "(" in text[b.start : b.end]):
            rows = []
            for start, end in _split(text, b.start, b.end, _PARTS):
                if (cells := _entry(text, start, end + (text[end : end + 1] == ")"))) is None:
                    break
                rows.append(Row((n,), start, end, cells))
            else:
                if len(rows) > 1:
                    yield Table(tuple(rows))


_ALONE = re.compile(rf"{_COUNT}\s*\.?$")
_TITLE = re.compile(r"(?:\(?\d{1,2}[.)]\s+)?[^\W\d_][^\d:|;.]{1,40}$")


def _pairs(text: str, blocks: Sequence[Block], taken: Taken) -> Iterator[Table]:
    """A name on its line, and on the next one a number."""
    rows: list[Row] = []
    n = 0
    while n + 1 < len(blocks):
        (a, b), (c, d) = (_stripped(text, blocks[k].start, blocks[k].end) for k in (n, n + 1))
        if not {n, n + 1} & taken and d - c < 60 and _TITLE.match(text, a, b) and (m := _ALONE.match(text, c, d)):
            rows.append(Row((n, n + 1), a, d, (_after_bullet(text, a, b), m.span("n"))))
            n += 2
            continue
        if len(rows) > 1:
            yield Table(tuple(rows))
        rows, n = [], n + 1
    if len(rows) > 1:
        yield Table(tuple(rows))


def _after_bullet(text: str, start: int, end: int) -> Cell:
    m = _BULLET.match(text, start, end)
    return (m.end() if m else start), end


def _entry(text: str, start: int, end: int) -> tuple[Cell, ...] | None:
    """Name and number of an entry."""
    if end - start > 120:
        return None
    if m := _BULLET.match(text, start, end):
        start = m.end()
    start, end = _stripped(text, start, end)
    for pattern in (*(_ENTRIES if _DIGIT.search(text, start, end) else ()), *_FATES):
        m = pattern.match(text, start, end)
        if m is not None and not _YEAR.match(m["n"]) and len(m["name"].split()) <= 7:
            at = m.span("at") if "at" in pattern.groupindex and m["at"] else None
            name, beside = _apart(text, *m.span("name"))
            return name, m.span("n"), *(c for c in (beside, at) if c is not None)
    return None


_BESIDE = re.compile(r"(?P<name>[^()]+?)\s*\((?P<beside>[A-Z][^()\d]{2,40})\)$")


def _apart(text: str, start: int, end: int) -> tuple[Cell, Cell | None]:
    """ "Al Minhad (Australia)": a site, and whose it is or where."""
    m = _BESIDE.match(text, start, end)
    return (m.span("name"), m.span("beside")) if m is not None else ((start, end), None)


def _split(text: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[Cell]:
    at = start
    for m in mark.finditer(text, start, end):
        yield _stripped(text, at, m.start())
        at = m.end()
    yield _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Cell:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
