"""Near-copies across outlets: MinHash signatures, banded, then compared; each group points at its earliest article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

_BANDS = 16
#: Share of equal MinHash values from which two texts count as copies: an agency story with edits keeps 0.5 and more.
THRESHOLD = 0.5
_LEAST = 200


def reprints(articles: Iterable[tuple[str, date | None, str, Sequence[int], int]]) -> list[dict[str, Any]]:
    """Rows of `reprints`.

    Args:
        articles: (article_id, published_on, retrieved_at as ISO text, signature, length of text in characters).
    """
    ordered = sorted((a for a in articles if a[4] >= _LEAST), key=lambda a: (a[1] or date.max, a[2], a[0]))
    buckets: dict[tuple[int, tuple[int, ...]], int] = {}
    root = list(range(len(ordered)))
    made = []
    for n, (article_id, _, _, sig, _) in enumerate(ordered):
        width = max(1, len(sig) // _BANDS)
        candidates: dict[int, None] = {}
        for band in range(_BANDS):
            key = (band, tuple(sig[band * width : (band + 1) * width]))
            candidates[root[buckets.setdefault(key, n)]] = None
        best = max(((_share(sig, ordered[c][3]), -c) for c in candidates if c != n), default=(0.0, 0))
        if best[0] >= THRESHOLD:
            root[n] = -best[1]
            made.append({"article_id": article_id, "original_article_id": ordered[-best[1]][0], "similarity": best[0]})
    return made


def _share(a: Sequence[int], b: Sequence[int]) -> float:
    return sum(x == y for x, y in zip(a, b, strict=True)) / max(1, len(a))
