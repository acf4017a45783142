"""Prints a report as PDF: page headers and footers, footnotes at the foot of each page, broken words."""

from __future__ import annotations

import re

from fpdf import FPDF

from .desk import Article
from .press import NOTICE

_LINE = 5.4
_NOTE_LINE = 3.8
_MARKER = re.compile(r"\[\^(\d+)\]")
#: Core fonts know Latin-1 only; the article is written so that nothing else is lost.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


class _Report(FPDF):
    def __init__(self, article: Article) -> None:
        super().__init__(format="A4")
        self.article = article
        # Fixed, or the same article would give other bytes on each run.
        self.set_creation_date(article.published)
        # Compressed bytes differ between versions of zlib.
        self.set_compression(False)
        self.set_title(article.title)
        self.set_author(article.byline or article.outlet.name)
        self.set_lang("en")
        self.set_margins(28, 24, 28)
        self.set_auto_page_break(True, margin=62)

    def header(self) -> None:
        """Outlet and title, on each page."""
        self.set_font("Helvetica", "I", 8.5)
        self.set_y(12)
        self.cell(0, 5, f"{self.article.outlet.name} | {self.article.title}", align="L")
        self.set_y(26)

    def footer(self) -> None:
        """Page number and the notice that this is sample data."""
        self.set_font("Helvetica", "", 7.5)
        self.set_y(-14)
        self.cell(0, 4, NOTICE, align="L")
        self.cell(0, 4, f"Page {self.page_no()}", align="R")


def report(article: Article) -> bytes:
    """The article as PDF bytes, the same each time. A `## ` heading starts a page; its footnotes stand at its foot.

    A soft hyphen (U+00AD) in the body is where a word may break at the end of a line.
    """
    pdf = _Report(article)
    for number, section in enumerate(re.split(r"^## ", article.body, flags=re.MULTILINE)):
        pdf.add_page()
        if number == 0:
            _title(pdf, article)
            paragraphs = section.strip().split("\n\n")
        else:
            heading, _, rest = section.partition("\n")
            _heading(pdf, heading)
            paragraphs = rest.strip().split("\n\n")
        for paragraph in paragraphs:
            _paragraph(pdf, paragraph)
        _notes(pdf, article, sorted({int(n) for n in _MARKER.findall(section)}))
    return bytes(pdf.output())


def _title(pdf: FPDF, article: Article) -> None:
    pdf.set_font("Helvetica", "B", 17)
    pdf.multi_cell(0, 8, article.title.translate(_PLAIN), align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", "", 10)
    when = f"{article.published.day} {article.published:%B %Y}" if article.published else ""
    pdf.multi_cell(0, 7, " | ".join(filter(None, (article.byline, when))), new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)


def _heading(pdf: FPDF, text: str) -> None:
    pdf.set_font("Helvetica", "B", 13)
    pdf.multi_cell(0, 7, text.strip().translate(_PLAIN), align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)


def _paragraph(pdf: FPDF, text: str) -> None:
    pdf.set_font("Times", "", 11)
    pieces = _MARKER.split(" ".join(text.split()).translate(_PLAIN))
    for position, piece in enumerate(pieces):
        pdf.char_vpos = "SUP" if position % 2 else "LINE"
        pdf.write(_LINE, piece)
    pdf.char_vpos = "LINE"
    pdf.ln(_LINE + 2.6)


def _notes(pdf: FPDF, article: Article, numbers: list[int]) -> None:
    if not numbers or article.notes is None:
        return
    pdf.set_auto_page_break(False)
    pdf.set_y(-58)
    pdf.line(pdf.l_margin, pdf.get_y() - 1.5, pdf.l_margin + 45, pdf.get_y() - 1.5)
    pdf.set_font("Times", "", 8.5)
    for number in numbers:
        pdf.multi_cell(0, _NOTE_LINE, f"{number} {article.notes[number].translate(_PLAIN)}", align="L",
                       new_x="LMARGIN", new_y="NEXT")  # fmt: skip
    pdf.set_auto_page_break(True, margin=62)
