"""One noun phrase read as one who speaks, or as nobody.

A phrase counts only when every word of it is accounted for ("officials in Tokyo", "army commander Gen. X Y");
where a word is left over, there is no source: better none than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .... import lexicon
from ..clauses import PREPOSITIONS, RELATIVES
from ..language.classes import words
from .wording import (
    ARTICLES,
    INITIALS,
    LEAD,
    NUMBERS,
    OWN,
    PRONOUNS,
    SUBORDINATE,
    TIMES,
    UNLIKE,
    Wording,
    nouns,
    speech,
)

_BACK = frozenset("the that this these those both same".split())
_CONNECT = frozenset("de del der den van von da di dos bin ibn ben al el ould abu a'l bint of".split())
_POST = frozenset("of for in at from within with inside to on near".split())
_TRADE = words("naming.trade")


@lru_cache(maxsize=1)
def _outlets() -> dict[str, tuple[tuple[str, ...], ...]]:
    made: dict[str, list[tuple[str, ...]]] = {}
    for name in lexicon.words()["outlets"]:
        words = tuple(re.findall(r"[^\W_]+|[^\w\s]", str(name)))
        made.setdefault(words[0], []).append(words)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in made.items()}


@dataclass(frozen=True, slots=True)
class Source:
    """One who says. `kind`: person, role, body, document, outlet, name, pronoun.

    `noun`: the head by which later sentences point back ("official"); `is_back`: the phrase itself points back.
    """

    name: str
    kind: str
    noun: str = ""
    is_back: bool = False
    roles: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


def singular(noun: str) -> str:
    """One key for all forms of a role: officials → official, spokeswoman → spokes."""
    if noun.startswith("spokes"):
        return "spokes"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


class Naming(Wording):
    """Reads single phrases of a sentence as sources."""

    def read(self, a: int, e: int) -> Source | None:
        """The phrase that begins at a, within a..e, as a source; `end` says how far it was understood."""
        i, back = a, False
        while i < e and (self.key(i) in ARTICLES | NUMBERS or self.key(i) == "of" and i > a):
            back |= self.key(i) in _BACK
            i += 1
        if i >= e:
            alone = self.key(e - 1) in {"both", "one", "two", "others"} and e - a == 1
            return Source("", "pronoun", "they", True, (), a, e) if alone and e - a == 1 else None
        back |= i > a and self.key(a) == "one" and (i == a + 1 or self.key(a + 1) in {"of", "more"})
        if (self.key(i) in PRONOUNS or self.key(i) == "them" and i > a) and i + 1 >= e:
            return Source("", "pronoun", self.key(i) if i == a else "they", True, (), a, e)
        if self.key(i) in OWN | PRONOUNS and self.raw(i) != "US":
            return None
        j, done = self._core(i, e)
        if j <= i:
            return None
        made = self._headed(a, i, j, back and i > a)
        if made is None:
            return None
        end = e if done else self._post(made, j, e)
        name = made.name
        if end > j and not done and made.kind == "role" and (own := self._called(j, end)):
            return replace(
                made, name=self.words(own, end), kind="person", noun=self.key(end - 1), end=end, is_back=False
            )
        if end > j and not done and made.kind in {"role", "body", "document"}:
            name = self.words(self._shown(a, i), end)
            made = replace(made, is_back=False)
        if made.kind == "role" and singular(made.noun) in _unnamed() and not name.endswith("(anonymous)"):
            name += " (anonymous)"
        if self.key(end) in speech()["after_name"]:
            end = e
        return replace(made, name=name, end=end)

    def _called(self, j: int, end: int) -> int:
        """Where the name itself begins in "the ambassador to the UN Ana Vega", "secretary of the Council A. B."; 0 if
        nowhere."""
        for k in range(end - 3, j, -1):
            named = k in self.named or self.key(k) in nouns() or self.raw(k).isupper() and len(self.raw(k)) > 1
            own = range(k + 1, end)
            if any(x in self.named or self.key(x) in nouns() for x in own):
                return 0
            if named:
                return k + 1 if all(self.is_name(x) and self.raw(x).isalpha() for x in own) else 0
        return 0

    def _shown(self, a: int, i: int) -> int:
        """Where the name begins to be shown: numbers stay, articles go."""
        at = i
        while at > a and self.key(at - 1) in NUMBERS - {"one", "more", "some", "other", "many", "most", "all"}:
            at -= 1
        return at

    def _core(self, i: int, e: int) -> tuple[int, bool]:
        """End of the phrase before its first preposition; whether all that follows modifies it."""
        j = i
        while j < e:
            k = self.key(j)
            if self.is_mark(j) or k in PREPOSITIONS | RELATIVES or k in SUBORDINATE:
                if not (self.raw(j - 1) == "-" or self.raw(j + 1) == "-"):
                    break
            if j > i and k in speech()["after_name"] and (self.key(j - 1) in nouns() or self.raw(j - 1)[:1].isupper()):
                return j, True
            if self.is_verb(j) or j > i and k in ARTICLES and self.raw(j - 1) != "-":
                break
            j += 1
        return j, False

    def _headed(self, a: int, i: int, j: int, back: bool) -> Source | None:
        last = self.key(j - 1)
        s = speech()
        start = self._shown(a, i)
        if self.raw(j - 1)[:1].isupper() and last not in TIMES:
            seq = self._capitals(i, j)
            whole = self.words(seq, j)
            outlet = self.outlet(seq, j) or self.outlet(max(seq, j - 1), j)
            if outlet:
                return (
                    Source(outlet, "outlet", "newspaper", False, (), a, j)
                    if seq == i or self._is_plain(i, seq)
                    else None
                )
            if last in s["people"] | s["bodies"] | s["documents"] and not (
                j - seq == 1 and seq > i and self.key(seq - 1) in s["people"]
            ):
                kind = "role" if last in s["people"] else "body" if last in s["bodies"] else "document"
                return Source(self.words(start, j), kind, last, back and j - i == 1, (last,), a, j)
            if self.raw(j - 1) in s["media"] and j - seq > 1:
                return (
                    Source(whole, "outlet", "newspaper", False, (), a, j)
                    if seq == i or self._is_plain(i, seq)
                    else None
                )
            return self._named(a, i, seq, j)
        if last not in nouns() or last in {"'s", "’s"}:
            return None
        if any(self.key(k) in TIMES | UNLIKE for k in range(i, j)):
            return None
        owner = next((k for k in range(j - 2, i, -1) if self.key(k) in {"'s", "’s"}), 0)
        if last in s["documents"] and owner:
            made = self.read(a, owner)  # "the ministry's statement": the ministry
            return replace(made, end=j) if made is not None and made.end >= owner else None
        kind = "role" if last in s["people"] else "body" if last in s["bodies"] else "document"
        bare = j - i == 1 or j - i == 2 and self.key(i) in {"think", "senior", "same", "us", "joint", "two", "latter"}
        return Source(self.words(start, j), kind, last, back and bare, (last,), a, j)

    def _named(self, a: int, i: int, seq: int, j: int) -> Source | None:
        """A phrase that ends in a proper name: title and name, an organisation, a state, a surname."""
        titles = self.view.vocabulary.classes["titles"] | speech()["people"]
        p = next((k + 1 for k in range(j - 2, seq - 1, -1) if self.key(k) in titles | INITIALS), seq)
        while p < j - 1 and self.raw(p) in {".", "-"}:
            p += 1
        before = [self.key(k) for k in range(i, p) if self.key(k) in titles]
        if seq > i and not before and not self._is_plain(i, seq):
            return None
        if before:
            roles = tuple(k for k in before if k in nouns())
            return Source(self.words(p, j), "person", self.key(j - 1), False, roles, a, j)
        if self.named.get(j - 1, j) <= seq:
            return Source(self.words(seq, j), "body", self.key(j - 1), False, (), a, j)
        if j - seq >= 2:
            return Source(self.words(seq, j), "name", self.key(j - 1), False, (), a, j)
        word = self.raw(seq)
        if word.isupper() and len(word) > 1:
            return Source(word, "body", self.key(seq), False, (), a, j)
        if seq == 0 and self.key(seq) in LEAD | OWN:
            return None
        return Source(word, "name", self.key(seq), False, (), a, j)

    def _is_plain(self, i: int, seq: int) -> bool:
        """What stands before a name belongs to it: nouns of trade ("news agency Reuters"), not a clause."""
        return all(self.key(k) in nouns() | _TRADE or self.raw(k)[:1].isupper() for k in range(i, seq))

    def _capitals(self, i: int, j: int) -> int:
        """Start of the run of capitalised words that ends at j."""
        at = j - 1
        while at > i:
            word = self.raw(at - 1)
            if (
                word[:1].isupper()
                and (self.is_name(at - 1) or at - 1 > 0)
                or word == "-"
                or word == "."
                and not self.is_mark(at - 1)
            ):
                at -= 1
            elif self.key(at - 1) in _CONNECT - {"of"} and at - 1 > i and self.raw(at - 2)[:1].isupper():
                at -= 1
            elif self.key(at - 1) in {"al", "el"} and self.raw(at) == "-":
                at -= 1
            else:
                break
        while at < j - 1 and (self.raw(at) in {"-", "."} or not self.is_name(at) and self.key(at) not in {"al", "el"}):
            at += 1
        return at

    def _post(self, made: Source, j: int, e: int) -> int:
        """End of the prepositional phrases that belong to the name: "of Borno", "for Ukraine's border service"."""
        if made.kind in {"person", "outlet", "pronoun"}:
            return j
        end = j
        while end < e and self.key(end) in (_POST if made.kind in {"role", "document"} else {"of", "in", "for", "at"}):
            k = end + 1
            while k < e and not (self.is_mark(k) or self.key(k) in PREPOSITIONS | RELATIVES or self.is_verb(k)):
                if self.key(k) in SUBORDINATE - {"and"} or self.key(k) in speech()["after_name"]:
                    break
                k += 1
            inside = {self.key(x) for x in range(end + 1, k)}
            if (
                k == end + 1
                or inside & (speech()["occasions"] | TIMES)
                or any(
                    self.raw(x).isdigit() and self.key(x + 1) not in {"st", "nd", "rd", "th"} for x in range(end + 1, k)
                )
            ):
                break
            if made.kind == "name" and self.key(end) != "of":
                break
            end = k
        return end

    def outlet(self, a: int, e: int) -> str:
        """The listed outlet that fills tokens a..e exactly; "" if none does."""
        for listed in _outlets().get(self.raw(a), ()):
            if len(listed) == e - a and all(self.raw(a + k) == w for k, w in enumerate(listed)):
                return self.words(a, e)
        return ""


@lru_cache(maxsize=1)
def _unnamed() -> frozenset[str]:
    return frozenset(singular(w) for w in speech()["unnamed"])
