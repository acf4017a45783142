"""How likely a trigger states a fact of its type: the learnt weights, and what they say of a sentence's triggers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from math import fsum, tanh

from .... import lexicon
from ..clauses import View
from .features import Candidate, Sentence

#: What a trigger that no rule believes must reach where nothing else of its sentence is believed, and beside another
#: fact; what a count must reach that no rule takes for a level; below what even a rule's reading is doubted. Chosen by
#: what texts gave that the weights had not seen: lower ones find more and are wrong more often (docs/accuracy.md).
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
    weights = _weights()
    known = (weights[feature] for feature in features if feature in weights)
    # Rounded once, so that the order of a set of features doesn't matter.
    return fsum(by_type.get(code, 0.0) for by_type in known for code in ("", type_code))


#: Is shown what may state a fact, as the rules alone meet it.
Witness = Callable[[View, Candidate], None]


class Likeness:
    """How much a sentence's candidates are like what states facts. Nothing is looked at before it is asked.

    With a witness, who is to learn, it shows whatever it is asked of and changes nothing of what rules say.
    """

    def __init__(self, view: View, witness: Witness | None = None) -> None:
        self.view, self.witness = view, witness
        self._is_asked = witness is None and view.sentence.kind == _PROSE
        self._whole: dict[str, float] = {}

    @cached_property
    def _sentence(self) -> Sentence:
        return Sentence(self.view)

    def chance(self, c: Candidate) -> float:
        """That it states a fact, between 0 and 1."""
        code = c.type_code
        if code not in self._whole:
            self._whole[code] = odds(code, self._sentence.features)
        found = self._whole[code] + odds(code, self._sentence.of(c) - self._sentence.features)
        return (1 + tanh(found / 2)) / 2  # the logistic function; written with exp it fails on long odds against

    def _show(self, c: Candidate) -> None:
        if self.witness is not None:
            self.witness(self.view, c)

    def reasons(self, c: Candidate, most: int) -> list[tuple[str, float]]:
        """The features that weigh most, for or against, with their weights."""
        features = self._sentence.features | self._sentence.of(c)
        weighed = ((f, odds(c.type_code, (f,))) for f in features - {"bias"})
        return sorted(weighed, key=lambda x: (-abs(x[1]), x[0]))[:most]

    def doubts(self, c: Candidate) -> bool:
        """Whether what a rule believes is unlike all that states such a fact."""
        self._show(c)
        return self._is_asked and self.chance(c) < DOUBTED[c.kind]

    def believes(self, c: Candidate) -> bool:
        """Whether a count that no rule believes is so like a strength that it is one."""
        self._show(c)
        return self._is_asked and self.chance(c) >= COUNTED

    def likely(self, tried: Sequence[Candidate], given: frozenset[str]) -> list[tuple[Candidate, float]]:
        """Of triggers that no rule believes, at most one for each type that nothing else states, the likeliest first.

        Args:
            tried: triggers of the sentence whose frames lack a need.
            given: types that rules read in the sentence.
        """
        best: dict[str, tuple[float, Candidate]] = {}
        for c in tried:
            self._show(c)
            if (
                self._is_asked
                and c.type_code not in given
                and (found := self.chance(c)) > best.get(c.type_code, (0.0,))[0]
            ):
                best[c.type_code] = found, c
        ranked = sorted(best.values(), key=lambda x: -x[0])
        return [(c, p) for k, (p, c) in enumerate(ranked) if p >= (BESIDE if given or k else SILENT)]
