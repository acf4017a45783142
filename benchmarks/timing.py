"""Ratios measured side by side: product and reference take turns on the same chunks in one process.

Machines differ and drift; the ratio of two CPU times taken within a second of each other does so far less.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
ROUNDS = 5
CHUNK = 20


@dataclass(frozen=True)
class Ratio:
    """Median of product ÷ reference over the rounds; `spread` = (largest - least) ÷ median; seconds a round."""

    value: float
    spread: float
    product_seconds: float
    reference_seconds: float


def ratio(
    product: Callable[[Sequence[T]], object],
    reference: Callable[[Sequence[T]], object],
    items: Sequence[T],
    *,
    reference_items: Sequence[T] | None = None,
    rounds: int = ROUNDS,
    chunk: int = CHUNK,
) -> Ratio:
    """CPU time of product(items) ÷ reference(items), interleaved chunk by chunk, the order alternating.

    `reference_items`: what the reference works on instead, where the two are to work on different things.
    """
    pairs = list(zip(_chunks(items, chunk), _chunks(reference_items or items, chunk), strict=False))
    for mine, theirs in pairs[:1]:  # the first call of either reads its data
        product(mine)
        reference(theirs)
    ours, others, ratios = [], [], []
    for round_number in range(rounds):
        spent = [0.0, 0.0]
        for number, (mine, theirs) in enumerate(pairs):
            turns = [(0, product, mine), (1, reference, theirs)]
            for which, work, part in turns if (number + round_number) % 2 else reversed(turns):
                spent[which] += cpu(lambda work=work, part=part: work(part))  # type: ignore[misc]
        ours.append(spent[0])
        others.append(spent[1])
        ratios.append(spent[0] / spent[1])
    median = statistics.median(ratios)
    return Ratio(median, (max(ratios) - min(ratios)) / median, statistics.median(ours), statistics.median(others))


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call; the collector runs before it, not in it."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def _chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
