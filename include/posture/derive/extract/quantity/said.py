"""What a clause says of a number without a noun: of whom it is the level.

Its subject, the noun before it or the state that has so many tell what is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language.classes import nouns
from ..language.syntax import Tree
from ..language.text import Token
from ..language.vocabulary import Vocabulary
from . import growing, levels
from .numerals import number

if TYPE_CHECKING:
    from .quantities import Quantity

Found = tuple[str, int, str]

_TEAMS = nouns("formation") | {"staff"}
_NOT_MEN = frozenset({"strikes", "killed", "wounded", "detainees"})
#: What a verb counts is named at most so many words before it.
_NEAR = 7
_BODY = nouns("body_of_men")
#: Fewer than this many may be posts, ships or days.
_MEN = 10
_PRONOUNS = frozenset("they it which that who these those".split())


@dataclass
class Said:
    """A number at tokens i to end (exclusive), after `last`, the sentence's count before it."""

    toks: tuple[Token, ...]
    v: Vocabulary
    tree: Tree
    i: int
    end: int
    last: Quantity | None
    before: str

    def _is_name(self, k: int) -> bool:
        if k >= len(self.toks):
            return False
        return self.tree.tags[k][:3] == "NNP" or self.tree.tags[k] == "NNS" and self.toks[k].text[0].isupper()

    def _word(self, k: int) -> str:
        return self.toks[k].key if k < len(self.toks) else ""

    def _above(self, verb: int) -> int | None:
        """ "raising that to 5,000", "a ceiling set at 500": the noun that a participle hangs on."""
        return self.tree.heads[verb] if self.tree.labels[verb] in {"acl", "relcl"} else None

    def _level(self, nouns: set[int], is_of: bool = False) -> Found | None:
        words = {self.tree.keys[k] for k in nouns if k < len(self.toks)}
        if words & levels.VICTIMS:
            return None
        if any(self.tree.keys[c] in levels.VICTIMS for k in nouns for c in self.tree.of(k, "acl", "relcl")):
            return None  # "the number of soldiers killed"
        level = words & levels.LEVELS
        numbered = self._numbered(nouns) if level else set()
        units = {self._unit_of(n) for n in numbered}
        if numbered and not units - _NOT_MEN - {""}:
            return None  # "the number of rigs"
        if numbered and "units" in units and "personnel" not in units:
            return "units", self.end - 1, "strong"
        counted = sorted(words - {"base"})  # a base is cut from 900 to 500 men
        unit = next((self.v.units[w] for w in counted if self.v.units.get(w) in levels.MATERIEL), "")
        if is_of and words & _TEAMS:
            return "personnel", self.end - 1, "strong"  # "a helicopter unit of fifty"
        if words & levels.LOADS:
            return "personnel", self.end - 1, "strong"
        if (
            not unit
            and not is_of
            and any(self.v.units.get(self.tree.keys[k]) == "units" and self.tree.tags[k] == "NNS" for k in nouns)
        ):
            return "units", self.end - 1, "strong"  # "cut its brigades from eight to five"
        if unit and not words & self.v.classes["personnel"]:
            return unit, self.end - 1, "strong"
        if level or words & self.v.classes["personnel"] or is_of and words & levels.GROUPS:
            return "personnel", self.end - 1, "strong"
        return None

    def _grown(self, prep: int) -> Found | None:
        """ "Enlarge the mission to 2,000", "a further cut, to 900": a body, or the troops spoken of, grow or shrink."""
        if self.tree.keys[prep] in levels.ROUGHLY and self.tree.labels[prep] == "prep":
            prep = self.tree.heads[prep]
        if self.tree.keys[prep] not in growing.PUTS or self._few():
            return None
        told = growing.changing(self.tree, prep)
        if any(growing.is_body(self.tree, n) for n in told):
            return "personnel", self.end - 1, "strong"
        if self.before in levels.MOVING and any(growing.is_of_those(self.tree, n) for n in told):
            return self.before, self.end - 1, "strong"
        return self._level({k for n in told for k in range(*self.tree.span(n)) if k < self.i})

    def _numbered(self, nouns: set[int]) -> set[int]:
        """ "The number of battalions": what is counted, where it is named."""
        tree = self.tree
        ofs = [of for k in nouns if tree.keys[k] in {"number", "numbers"} for of in tree.of(k, "prep")]
        return {n for of in ofs for n in tree.of(of, "pobj") if tree.tags[n] in {"NN", "NNS"}}

    def _unit_of(self, noun: int) -> str:
        """The unit of a noun, or of it with the word before ("tactical groups"); personnel for those who go."""
        key, units = self.tree.keys[noun], self.v.units
        pair = units.get(f"{self.tree.keys[noun - 1]} {key}") if noun else None
        return pair or units.get(key) or ("personnel" if key in self.v.classes["movers"] else "")

    def _complement(self, verb: int) -> str:
        """What a number behind "around" is to its verb: said of the subject, or the object."""
        return "attr" if self.tree.keys[verb] in {"be", "is", "are", "was", "were", "been"} else "dobj"

    def _said_of(self, verb: int, label: str) -> Found | None:
        """ "there had been 10,000", "they number 500", "its force totals 32,800": a verb that counts its subject."""
        tree = self.tree
        if "there" in {tree.keys[k] for v in (verb, tree.heads[verb]) for k in tree.of(v, "expl")} and self.before:
            return None if self._few() else ("personnel", self.end - 1, "strong")  # "there are eight": units, posts …
        subject = tree.subject(verb)
        if self._of_a_state(verb, subject, label):
            return "personnel", self.end - 1, "strong"
        if subject is None or label != "attr" and tree.keys[verb] not in levels.NUMBERS:
            return None
        if self.before and tree.keys[subject] in (
            levels.SHARES | _PRONOUNS if label != "attr" else levels.SHARES | {"they"}
        ):
            return self.before, self.end - 1, "strong"
        return self._level(set(range(*tree.span(subject))))

    def _of_a_state(self, verb: int, subject: int | None, label: str) -> bool:
        """ "Djibouti has 1,520 around Tapa", "Togo follows with 2,500": a state has so many of the troops spoken of."""
        if self.before not in {"personnel", "units"} or subject is None or self._few():
            return False
        if not self._is_name(subject) and self.tree.keys[subject] not in {"it", "they", "we"}:
            return False
        return label == "dobj" and self.tree.keys[verb] in levels.HAS or label == "with"

    def _is_owned(self, at: int) -> bool:
        """ "Its 300", "Kenya's own 850": of the force that was spoken of, so many."""
        return any(self.tree.keys[c] in {"its", "their"} or self._is_name(c) for c in self.tree.of(at, "poss"))

    def _is_of_body(self, verb: int) -> bool:
        """ "The contingent once numbered 300": men, whatever the text counted before."""
        near = reversed(self.tree.keys[max(0, verb - _NEAR) : verb])
        return next((k for k in near if k in _BODY or k in self.v.units), "") in _BODY

    def _few(self) -> bool:
        read = number(self.toks, self.i)
        return read is None or read[0] < _MEN
