"""Quotations: where one is open, and which words stand inside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..language.text import Sentence
from .sources import Phrases

QUOTES = frozenset('"“”„«»')
_MARK = re.compile(r'[“„«”»"]')


@dataclass
class Quotation:
    """Whether a quotation is open, from sentence to sentence of a block (a line of the text)."""

    is_open: bool = False
    _block: int = -1
    _at: int = 0

    def before(self, sentence: Sentence, text: str) -> bool:
        """Whether the sentence begins inside a quotation of its block."""
        if sentence.block != self._block:
            self._block, self.is_open, self._at = sentence.block, False, sentence.start
        return self._read_to(sentence.start, text)

    def after(self, sentence: Sentence, text: str) -> bool:
        """Whether it ends inside one."""
        return self._read_to(sentence.end, text)

    def _read_to(self, end: int, text: str) -> bool:
        self.is_open = is_open_at(text, self._at, end, self.is_open)
        self._at = end
        return self.is_open


def is_open_at(text: str, a: int, b: int, is_open: bool) -> bool:
    """Whether a quotation is open at b, when it was (or was not) at a."""
    for m in _MARK.finditer(text, a, b):
        is_open = not is_open if m.group() == '"' else m.group() in "“„«"
    return is_open


def inside(p: Phrases, is_open: bool) -> list[bool]:
    """For each token whether it stands inside a quotation of five words or more."""
    made = [False] * len(p.toks)
    start = 0 if is_open else -1
    for i, t in enumerate(p.toks):
        if t.text not in QUOTES:
            continue
        if start >= 0 and t.text not in {"“", "„", "«"}:
            if i - start > 4 or is_open and start == 0:
                made[start:i] = [True] * (i - start)
            start = -1
        elif start < 0 and t.text not in {"”", "»"}:
            start = i
    if start >= 0:
        made[start:] = [True] * (len(made) - start)
    return made
