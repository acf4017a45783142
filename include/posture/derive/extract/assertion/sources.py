"""Who speaks: the noun phrase beside a verb of saying, made a clean name, or nothing at all."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import ADVERBS, PREPOSITIONS, RELATIVES
from .naming import Naming, Source
from .wording import ARTICLES, LEAD, NUMBERS, PRONOUNS, SUBORDINATE, TIMES, UNLIKE, nouns, speech

#: "The mission, known as X, said".
_CALLED = frozenset({"known", "called", "dubbed"})
_PLANS = frozenset("plan plans agreement deal proposal accord timetable schedule law".split())


class Phrases(Naming):
    """Finds the phrase of a source on either side of a verb of saying."""

    # ── left of a verb ──
    def before(self, i: int) -> list[Source]:
        """The sources whose phrase ends right before token i (where a verb group begins)."""
        e = self.trim(i)
        if self.raw(e - 1) == ",":
            found = self._over_comma(e - 1)
            return [found] if found else []
        made = self._ending(e)
        if made is None:
            return []
        found_all = [made]
        if self.key(made.start - 1) == "and" and made.kind not in {"pronoun"}:
            other = self._ending(made.start - 1)
            if other is not None and (other.start == 0 or self.is_mark(other.start - 1)) and other.kind != "pronoun":
                found_all.insert(0, other)
        return found_all

    def _ending(self, e: int) -> Source | None:
        """The source whose phrase fills the tokens up to e, back to a boundary."""
        edge, e = self._edge(e)
        if self.raw(e - 1) == "," and edge == e:
            return self._over_comma(e - 1)
        at = edge
        while at < e and self.key(at) in LEAD:
            at += 1
        for p in range(max(at, e - 24), e):
            if p > at and not self._may_begin(p, at):
                continue
            found = self.read(p, e)
            if found is not None and found.end >= e:
                return found
        return None

    def _may_begin(self, p: int, edge: int) -> bool:
        """A new phrase may begin at p, what is before it being an adverbial ("in Moscow the ministry")."""
        before = self.key(p - 1)
        adverbial = self.key(edge) in PREPOSITIONS | {"just", "even", "only", "last", "this", "earlier"}
        if not adverbial or before in PREPOSITIONS | ARTICLES or before in {"'s", "’s", "-", "and"}:
            return False
        here = self.key(p)
        return here in ARTICLES | NUMBERS | PRONOUNS or not self.is_name(p - 1) and (self.is_name(p) or here in nouns())

    def _edge(self, e: int) -> tuple[int, int]:
        """(first token of the phrase that ends before e, e itself, moved left over modifiers)."""
        k = e - 1
        low = max(-1, e - 40)
        while k > low:
            if self.is_mark(k) or self.key(k) in SUBORDINATE | RELATIVES:
                break
            if k < e - 1 and self.is_verb(k) or k == e - 1 and self.is_verb(k) and self.key(k) not in nouns():
                behind = self._modifier(k)
                if behind < 0:
                    break
                e, k = behind, behind - 1
                continue
            k -= 1
        return k + 1, e

    def _modifier(self, k: int) -> int:
        """Where the clause that modifies a noun begins, if the verb at k stands in one; -1 if in none.

        "a resident who keeps a shop … said", "officers interviewed for this paper said".
        """
        for m in range(k, max(0, k - 10), -1):
            if self.is_mark(m):
                return -1
            noun = self.key(m - 1) in nouns() or self.is_name(m - 1)
            if noun and (self.key(m) in RELATIVES | {"that"} or self.key(m) in speech()["after_name"] and m >= k - 5):
                return m
        return -1

    def _over_comma(self, comma: int) -> Source | None:
        """ "X, who …, said", "X, the group's spokesman, said", "the spokesman, X, said"."""
        for _ in range(4):
            opening = next(
                (k for k in range(comma - 1, max(-1, comma - 40), -1) if self.raw(k) in {",", ";", "("}),
                -1,
            )
            if opening < 0 or self.raw(opening) != ",":
                return None
            first = self.key(opening + 1)
            aside = (
                first in RELATIVES | PREPOSITIONS | LEAD | {"that", "himself", "herself", "itself", "too"}
                or first.endswith(("ing", "ed"))
                or opening + 2 >= comma
                and first in ADVERBS
                or first in {"speaking", "seen", "known", "whose", "not"}
            )
            called = opening + 2 + (self.key(opening + 2) == "as") if first in _CALLED else opening + 1
            aside = aside and first not in _CALLED
            inner = None if aside else self.read(called, comma)
            if inner is not None and inner.end < comma and self.key(inner.end) not in RELATIVES | {"that"}:
                inner = None
            if not aside and inner is None and first not in ARTICLES:
                return None
            outer = self._ending(opening)
            if outer is not None:
                outer = self._whole(outer)
                return _joined(outer, inner, is_called=first in _CALLED) if inner is not None else outer
            if self.raw(opening) == "," and aside:
                comma = opening
                continue
            return None
        return None

    def _whole(self, x: Source) -> Source:
        """ "The bloc's peace and security commissioner": the phrase begins before its "and"."""
        if self.key(x.start - 1) != "and":
            return x
        first = next((k + 1 for k in range(x.start - 2, -1, -1) if self.is_mark(k)), 0)
        return x if any(self.is_verb(k) for k in range(first, x.start)) else replace(x, start=first)

    # ── right of a verb ──
    def after(self, i: int, is_any: bool = False) -> Source | None:
        """The source whose phrase begins at i: "said X", "according to X", "citing X". `is_any`: whoever it is."""
        e = i
        while e < len(self.toks) and e - i < 24:
            k = self.key(e)
            if self.is_mark(e) or k in RELATIVES or k in SUBORDINATE - {"and"} or e > i and self.is_verb(e):
                break
            if k in speech()["citing"] | {"saying"} and e > i:
                break
            if any(first == e for first in self.time_at.values()) and e > i:
                break
            e += 1
        while e > i and self.key(e - 1) in PREPOSITIONS | ADVERBS | {"and"}:
            e -= 1
        found = self.read(i, e)
        if found is None and is_any and e > i:
            j, _ = self._core(i + (self.key(i) in ARTICLES), e)
            if (
                j > i + 1
                and self.raw(j - 1).isalpha()
                and self.raw(j - 1).islower()
                and self.key(j - 1) not in TIMES | UNLIKE | _PLANS
            ):
                return Source(
                    self.words(i + (self.key(i) in ARTICLES), j), "document", self.key(j - 1), False, (), i, j
                )
        if found is None:
            return None
        if self.raw(found.end) == "," and found.end == e:
            stop = next(
                (k for k in range(e + 1, min(e + 20, len(self.toks))) if self.is_mark(k) or self.raw(k) == "."),
                len(self.toks),
            )
            inner = self.read(e + 1, stop)
            names = inner is not None and inner.kind == "person" and found.kind in {"role", "body"}
            tells = inner is not None and inner.kind == "role" and found.kind in {"person", "name"}
            if inner is not None and inner.end >= stop and (names or tells):
                return replace(_joined(found, inner), end=found.end)
        return found

    def inverted(self, i: int) -> Source | None:
        """The subject after its verb ("…, said X"): nothing of a clause may follow it."""
        found = self.after(i)
        if found is None or found.kind == "document":
            return None
        nxt = self.key(found.end)
        ends = self.is_mark(found.end) or nxt in PREPOSITIONS | TIMES | RELATIVES | {
            ".",
            "",
            "last",
            "earlier",
            "this",
            "citing",
        }
        return found if ends else None


def _joined(outer: Source, inner: Source, is_called: bool = False) -> Source:
    """A phrase and its apposition: the one that names stands, the other gives the roles."""
    if is_called:
        return replace(inner, roles=(*outer.roles, *inner.roles), is_back=False, start=outer.start)
    is_named = inner.kind in {"person", "name"} or inner.kind == "body" and " " in inner.name and outer.kind == "role"
    if is_named and outer.kind in {"role", "body", "pronoun"}:
        return replace(inner, kind="person", roles=(*outer.roles, *inner.roles), is_back=False, start=outer.start)
    return replace(outer, roles=(*outer.roles, *inner.roles), is_back=False)
