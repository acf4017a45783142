"""Near-copies across outlets: MinHash signatures, banded, then compared; each group points at its earliest article.

Time is linear in the number of articles: within a band's bucket each is compared with the first few only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np

#: Values a band: of 128, 42 bands. Texts that share half of their shingles meet in one with probability 0.996.
_ROWS = 3
#: Share of equal MinHash values from which two texts count as copies: an agency story with edits keeps 0.5 and more.
THRESHOLD = 0.45
_LEAST = 200
_COMPARED = 4
_CHUNK = 200_000


def reprints(articles: Iterable[tuple[str, date | None, str, Sequence[int], int]]) -> list[dict[str, Any]]:
    """Rows of `reprints`.

    Args:
        articles: (article_id, published_on, retrieved_at as ISO text, signature, length of text in characters).
    """
    ordered = sorted((a for a in articles if a[4] >= _LEAST), key=lambda a: (a[1] or date.max, a[2], a[0]))
    if len(ordered) < 2:
        return []
    width = min(len(a[3]) for a in ordered)
    signatures = np.array([a[3][:width] for a in ordered], dtype=np.uint32)
    original, similarity = _originals(signatures)
    return [
        {"article_id": ordered[n][0], "original_article_id": ordered[o][0], "similarity": float(similarity[n])}
        for n, o in enumerate(original.tolist())
        if o != n
    ]


def _originals(signatures: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """For each row the first row of its group (itself if it has none), and the share of values equal to that one's."""
    count = len(signatures)
    later, earlier = _candidates(signatures)
    share = np.zeros(len(later))
    for at in range(0, len(later), _CHUNK):
        here = slice(at, at + _CHUNK)
        share[here] = (signatures[later[here]] == signatures[earlier[here]]).mean(axis=1)
    near = share >= THRESHOLD
    later, earlier, share = later[near], earlier[near], share[near]
    original = np.arange(count)
    # The nearest earlier one of each; groups grow in order of time.
    for k in np.lexsort((earlier, -share, later)).tolist():
        n = later[k]
        if original[n] == n:
            original[n] = original[earlier[k]]
    return original, (signatures == signatures[original]).mean(axis=1)


def _candidates(signatures: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Pairs (later, earlier) of rows that are equal in a whole band."""
    count, width = signatures.shape
    pairs: list[np.ndarray[Any, Any]] = []
    mix = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)[: min(_ROWS, width)]
    for start in range(0, max(1, width - _ROWS + 1), _ROWS):
        band = signatures[:, start : start + _ROWS].astype(np.uint64)
        keys = (band * mix[: band.shape[1]]).sum(axis=1, dtype=np.uint64)
        keys ^= keys >> np.uint64(31)
        order = np.argsort(keys, kind="stable")
        ranked = keys[order]
        first = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
        sizes = np.diff(np.r_[first, count])
        starts = np.repeat(first, sizes)
        rank = np.arange(count) - starts
        for nth in range(_COMPARED):
            some = rank > nth
            pairs.append(order[some].astype(np.int64) * count + order[starts[some] + nth])
        follows = rank > _COMPARED
        pairs.append(order[follows].astype(np.int64) * count + order[np.flatnonzero(follows) - 1])
    found = np.unique(np.concatenate(pairs))
    return found // count, found % count
