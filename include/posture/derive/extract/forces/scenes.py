"""Digests: items of several countries, each below the name of its own ("COLOMBIA - The army has withdrawn …", a heading
"Peru"). What an item calls the army, the government or the troops is that country's, not of whom the item before told.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language.text import Sentence
from ..mentions import Spotted

_MARKS = frozenset(":-–—|,(/")
_LANDS = frozenset({"country", "territory"})


def scene(sentence: Sentence, spotted: Spotted) -> str:
    """The country whose name, and no more, labels an item or heads a section; "" for none."""
    if sentence.is_dated or not (sentence.label or sentence.kind == "heading"):
        return ""
    toks = sentence.tokens
    at = next((i for i, t in enumerate(toks) if t.text[0].isalpha()), 0)
    p = next((p for p in spotted.places if p.first == at and p.place.kind_code in _LANDS), None)
    if p is None:
        return ""
    is_alone = p.last + 1 == len(toks) or toks[p.last + 1].text in _MARKS
    return p.place.country_code or "" if is_alone else ""


def scenes(sentences: Sequence[Sentence], spots: Sequence[Spotted]) -> dict[int, str]:
    """The countries of a digest's items, by the number of the sentence that names each; none where the text has no two,
    or its title says whose forces it is about."""
    if not sentences or sentences[0].kind == "heading" and any(f.codes for f in spots[0].forces):
        return {}
    made = {n: c for n, (s, x) in enumerate(zip(sentences, spots, strict=True)) if (c := scene(s, x))}
    return made if len(set(made.values())) > 1 else {}
