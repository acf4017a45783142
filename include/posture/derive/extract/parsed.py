"""The grammar of a text's sentences, read when it is first asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cached_property

from .language.headlines import common_words, in_sentence_case
from .language.names import Hit
from .language.parsing import parse
from .language.syntax import Tree
from .language.text import SILENT, Sentence
from .language.vocabulary import vocabulary


class Parsed:
    """Trees of one text's sentences.

    Parsing costs most of all, and a third as much for several sentences at once: with the sentence asked for go those
    behind it that are asked for as good as always, which hold a name, or a word that can state a fact and one for what
    it is about.
    """

    def __init__(self, sentences: Sequence[Sentence], hits: Sequence[Hit], aside: Set[int]) -> None:
        self.sentences, self.hits, self.aside = sentences, hits, aside
        self.v = vocabulary()
        self.trees: dict[int, Tree] = {}

    def __contains__(self, number: object) -> bool:
        return number in self.trees

    def __getitem__(self, number: int) -> Tree:
        """The grammar of the sentence with this number."""
        if number not in self.trees:
            words, telling = self.v.by_first, self.v.classes["telling"]
            ahead = [
                n
                for n, s in enumerate(self.sentences[number + 1 : number + 40], number + 1)
                if n not in self.trees
                and s.kind not in SILENT
                and n not in self.aside
                and (
                    self._names(s) or any(t.key in words for t in s.tokens) and any(t.key in telling for t in s.tokens)
                )
            ]
            batch = [number, *ahead]
            plain = [in_sentence_case(self.sentences[n], lambda: self._common) for n in batch]
            self.trees.update(zip(batch, parse(plain), strict=True))
        return self.trees[number]

    def _names(self, sentence: Sentence) -> Sequence[Hit]:
        """The names in a sentence."""
        first, last = (bisect_left(self.hits, at, key=lambda hit: hit.start) for at in (sentence.start, sentence.end))
        return self.hits[first:last]

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that the running text writes small."""
        return common_words(self.sentences)
