"""Sentences made of a way of saying, a shape and a cast; and which of them the engine reads right."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..reading import Fact, facts, missing

#: Facts as `derive.reading.fact` gives them; only the slots named here are compared.
Wanted = list[Fact]


@dataclass(frozen=True)
class Case:
    """A text, the facts that it states (all of them: any other is an error), and what it was made of, by kind."""

    text: str
    wanted: Wanted
    made_of: Mapping[str, str]


#: Gives one case, drawn anew at each call.
Maker = Callable[[random.Random], Case]


@dataclass
class Tally:
    """How many cases were read right; where not, what was wrong."""

    cases: int = 0
    right: int = 0
    missed: int = 0
    unwanted: int = 0
    wrong: list[tuple[Case, list[str]]] = field(default_factory=list)
    #: Of each ingredient: cases and wrong ones.
    by_part: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    @property
    def share(self) -> float:
        """Of the cases, those without any error."""
        return self.right / self.cases if self.cases else 0.0


def made(maker: Maker, number: int, seed: int = 1) -> Iterator[Case]:
    """So many cases, always the same ones for a seed."""
    rng = random.Random(seed)
    return (maker(rng) for _ in range(number))


def judge(cases: Iterable[Case]) -> Tally:
    """Read each case with the engine."""
    tally = Tally()
    for case in cases:
        wrong = missing(case.wanted, facts(case.text))
        tally.cases += 1
        tally.right += not wrong
        tally.missed += sum(w.startswith("wanted") for w in wrong)
        tally.unwanted += sum(w.startswith("unwanted") for w in wrong)
        for part in case.made_of.items():
            tally.by_part[part][0] += 1
            tally.by_part[part][1] += bool(wrong)
        if wrong:
            tally.wrong.append((case, wrong))
    return tally


def worst(tally: Tally) -> list[tuple[str, str, int, int]]:
    """Ingredients by the number of wrong cases beyond what the others' share lets expect: kind, name, cases, wrong."""
    base = 1 - tally.share
    rows = [(kind, name, n, bad) for (kind, name), (n, bad) in tally.by_part.items()]
    return sorted(rows, key=lambda r: r[3] - base * r[2], reverse=True)


def pick(rng: random.Random, parts: Mapping[str, Any]) -> tuple[str, Any]:
    """A name and what stands behind it."""
    name = rng.choice(list(parts))
    return name, parts[name]


def counted(cases: Iterable[Case]) -> Counter[str]:
    """How often each fact's type is wanted."""
    return Counter(str(w["type"]) for c in cases for w in c.wanted)


class Either(frozenset[str]):
    """Equal to each of its members: annotators write either."""

    def __eq__(self, other: object) -> bool:
        return other in frozenset(self)

    __hash__ = frozenset.__hash__


class So(int):
    """Equal to a count of so many, whatever its unit and qualifier."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple) and int(self) in other[:2]

    __hash__ = int.__hash__
