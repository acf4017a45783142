"""How likely a trigger states a fact of its type: the learnt weights, and what they say of a sentence's triggers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from math import exp

from .... import lexicon
from ..clauses import View
from .features import Candidate, Sentence

#: What a trigger that no rule believes must reach where nothing else of its sentence is believed, and beside another
#: fact; what a count must reach that no rule takes for a level; below what even a rule's reading is doubted. Chosen on
#: passages that the weights had not seen (benchmarks.learn).
SILENT, BESIDE, COUNTED = 0.6, 0.85, 0.65
DOUBTED = {"count": 0.2, "noun": 0.05, "verb": 0.05}
#: Why what a rule believes is rejected all the same.
UNLIKE = "unlike_facts"
#: Headlines and lists have a grammar of their own, of which annotated sentences teach little: rules alone read them.
_PROSE = "paragraph"


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """Feature → type → weight; the type "" is for all."""
    return lexicon.likeness()


def odds(type_code: str, features: Iterable[str]) -> float:
    """Log odds that something with these features states a fact of a type."""
    weights, total = _weights(), 0.0
    for feature in features:
        if (by_type := weights.get(feature)) is not None:
            total += by_type.get("", 0.0) + by_type.get(type_code, 0.0)
    return total


#: Is shown what may state a fact, as the rules alone meet it.
Witness = Callable[[View, Candidate], None]


class Likeness:
    """How much a sentence's candidates are like what states facts. Nothing is looked at before it is asked.

    With a witness, who is to learn, it shows whatever it is asked of and changes nothing of what rules say.
    """

    def __init__(self, view: View, witness: Witness | None = None) -> None:
        self.view, self.witness = view, witness
        self._whole: dict[str, float] = {}

    @cached_property
    def _sentence(self) -> Sentence:
        return Sentence(self.view)

    def chance(self, c: Candidate) -> float:
        """That it states a fact, between 0 and 1."""
        code = c.type_code
        if code not in self._whole:
            self._whole[code] = odds(code, self._sentence.features)
        return 1 / (1 + exp(-self._whole[code] - odds(code, self._sentence.of(c) - self._sentence.features)))

    def reasons(self, c: Candidate, most: int) -> list[tuple[str, float]]:
        """The features that weigh most, for or against, with their weights."""
        features = self._sentence.features | self._sentence.of(c)
        weighed = ((f, odds(c.type_code, (f,))) for f in features - {"bias"})
        return sorted(weighed, key=lambda x: (-abs(x[1]), x[0]))[:most]

    def doubts(self, c: Candidate) -> bool:
        """Whether what a rule believes is unlike all that states such a fact."""
        if self.witness is not None:
            self.witness(self.view, c)
        is_prose = self.view.sentence.kind == _PROSE
        return self.witness is None and is_prose and self.chance(c) < DOUBTED[c.kind]

    def believes(self, c: Candidate) -> bool:
        """Whether a count that no rule believes is so like a strength that it is one."""
        if self.witness is not None:
            self.witness(self.view, c)
        is_prose = self.view.sentence.kind == _PROSE
        return self.witness is None and is_prose and self.chance(c) >= COUNTED

    def likely(self, tried: Sequence[Candidate], given: frozenset[str]) -> list[tuple[Candidate, float]]:
        """Of triggers that no rule believes, at most one for each type that nothing else states, the likeliest first.

        Args:
            tried: triggers of the sentence whose frames lack a need.
            given: types that rules read in the sentence.
        """
        if self.witness is not None:
            for c in tried:
                self.witness(self.view, c)
            return []
        if self.view.sentence.kind != _PROSE:
            return []
        best: dict[str, tuple[float, Candidate]] = {}
        for c in tried:
            if c.type_code not in given and (found := self.chance(c)) > best.get(c.type_code, (0.0,))[0]:
                best[c.type_code] = found, c
        ranked = sorted(best.values(), key=lambda x: -x[0])
        return [(c, p) for k, (p, c) in enumerate(ranked) if p >= (BESIDE if given or k else SILENT)]
