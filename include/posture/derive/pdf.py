"""PDF to a page's text: running headers and footers gone, paragraphs joined, notes gathered at the end.

The size of the letters tells body from notes and a marker from a number; where all letters are of one size, plain
rules of lines serve.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from .capture import Page, Unread, Unreadable
from .footnotes import CLOSE, OPEN

_MOST_PAGES = 400


@dataclass
class _Line:
    """One printed line. `y` falls down the page; `size` is that of most of its letters, in points."""

    y: float
    size: float
    text: str = ""
    sizes: Counter[float] = field(default_factory=Counter)


def read(body: bytes) -> Page:
    """Text and title of a PDF.

    Raises:
        Unreadable: it is encrypted, broken, or holds pictures only.
    """
    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted: the PDF needs a password")
        count = len(reader.pages)
        pages = [_lines(p) for p in reader.pages[:_MOST_PAGES]]
        title = reader.metadata.title if reader.metadata else None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        ArithmeticError,
        NotImplementedError,
        OSError,
    ) as error:
        raise Unreadable(f"pdf_broken: {type(error).__name__}: {str(error)[:200]}") from error
    text = _text(_without_margins(pages))
    if not re.search(r"\w{2}", text):
        raise Unreadable("no_text_layer: the PDF holds pictures only")
    name = " ".join(str(title).split()) if title else ""
    unread = Unread(f"pages_over_limit: {_MOST_PAGES} of {count} pages were read") if count > _MOST_PAGES else None
    return Page(text, name if len(name.split()) > 1 else None, unread=unread)


def _lines(page: Any) -> list[_Line]:
    """A page's printed lines with the size of their letters."""
    made: list[_Line] = []

    def visit(text: str, _cm: Any, tm: Any, _font: Any, size: float) -> None:
        for piece in text.split("\n"):
            if not piece.strip():
                if made and piece and not made[-1].text.endswith(" "):
                    made[-1].text += " "
                continue
            real = round(abs(size * (tm[3] or tm[0] or 1)), 1)
            if not made or abs(made[-1].y - tm[5]) > 0.6 * max(real, made[-1].size):
                made.append(_Line(tm[5], real))
            line = made[-1]
            small = (
                line.sizes and real < 0.85 * max(line.sizes) and re.fullmatch(r"\s*\d{1,4}(?:[,\s]+\d{1,4})*\s*", piece)
            )
            line.text += "".join(f"{OPEN}{n}{CLOSE}" for n in re.findall(r"\d+", piece)) if small else piece
            line.sizes[real] += len(piece.strip())
            line.size = line.sizes.most_common(1)[0][0]

    whole = page.extract_text(visitor_text=visit) or ""
    if len("".join(x.text for x in made).split()) < 0.5 * len(whole.split()):
        return [_Line(-float(n), 0.0, x) for n, x in enumerate(whole.split("\n")) if x.strip()]
    return made


def _without_margins(pages: Sequence[list[_Line]]) -> list[list[_Line]]:
    """Pages without running headers and footers: first or last lines that recur on most pages, numbers set aside."""

    def key(x: _Line) -> str:
        return re.sub(r"\d+", "#", " ".join(x.text.split()))

    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({key(x) for x in lines[:2] + lines[-3:]})
    often = {x for x, n in counts.items() if n >= max(2, 0.6 * len(pages))}
    number = re.compile(r"^\W*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\W*$", re.I)
    return [
        [
            x
            for k, x in enumerate(lines)
            if not ((k < 2 or k >= len(lines) - 3) and (key(x) in often or number.match(x.text)))
        ]
        for lines in pages
    ]


_ENDS = re.compile(rf"[.!?:;…][”\"’)]*(?:{OPEN}\d+{CLOSE})*$")
_ITEM = re.compile(r"^\s*(?:[•▪‣\-–*]|\(?[a-z\d]{1,3}[.)])\s")
_NOTE = re.compile(r"^\s*\d{1,4}\s+\S")


def _text(pages: Sequence[list[_Line]]) -> str:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for x in lines:
            sizes[x.size] += len(x.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    text: list[str] = []
    notes: list[str] = []
    for lines in pages:
        split = _notes_from(lines, body)
        _join(text, lines[:split], body)
        _join_notes(notes, lines[split:])
    return "\n\n".join([*text, *notes])


def _notes_from(lines: Sequence[_Line], body: float) -> int:
    """Where a page's notes begin: its last lines are smaller than its body, and the first of them has a number."""
    at = len(lines)
    while at > 0 and body and lines[at - 1].size < 0.93 * body:
        at -= 1
    while at < len(lines) and not _NOTE.match(lines[at].text):
        at += 1
    return at


def _join(text: list[str], lines: Sequence[_Line], body: float) -> None:
    """Add a page's lines to the paragraphs; a paragraph may go on over the page's end."""
    gaps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 60]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    width = max((len(x.text) for x in lines if x.size == body), default=0)
    before: _Line | None = None
    for line in lines:
        new = line.text.strip()
        if not new:
            continue
        if before is None:
            starts = not text or bool(_ENDS.search(text[-1])) or line.size != body
        elif line.size != before.size and max(line.size, before.size) > 1.05 * body:
            starts = True
        elif usual and before.y - line.y > 1.25 * usual:
            starts = True
        else:
            starts = bool(_ITEM.match(new)) or (
                len(before.text) < 0.6 * width and bool(_ENDS.search(before.text.strip()))
            )
        before = line
        if starts or not text:
            text.append(new)
        elif re.search(r"[a-z]-$", text[-1]) and new[:1].islower():
            text[-1] = text[-1][:-1] + new
        else:
            text[-1] += " " + new


def _join_notes(notes: list[str], lines: Sequence[_Line]) -> None:
    for line in lines:
        new = line.text.strip()
        if not notes or _NOTE.match(new):
            notes.append(new)
        elif new:
            notes[-1] = notes[-1][:-1] + new if re.search(r"[a-z]-$", notes[-1]) else f"{notes[-1]} {new}"
