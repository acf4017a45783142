"""Whose something is thought to be: "warplanes believed to be Russian carried out raids", "a plane, said to be X,".

The parser, which takes "believed" for the sentence's verb, does not see these words; the force before them is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .classes import words
from .text import Token

_THOUGHT = words("supposedly.thought")
_ACTS = words("supposedly.acts")


def supposed(toks: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Of each such phrase: its first token, the word that says whose, and where the sentence goes on."""
    for i in range(1, len(toks) - 4):
        if toks[i].key not in _THOUGHT or (toks[i + 1].key, toks[i + 2].key) != ("to", "be"):
            continue
        end = i + 4
        is_aside = toks[i - 1].text == "," and toks[end].text == ","
        acts = toks[end].key in _ACTS or toks[end].key.endswith("ed") and toks[end].text.islower()
        if toks[i + 3].text[0].isupper() and (acts or is_aside):
            yield (i - 1, i + 3, end + 1) if is_aside else (i, i + 3, end)
