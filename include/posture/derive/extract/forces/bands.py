"""Armed men of a country who are not its own: "Syrian rebel fighters", "a Colombian guerrilla group"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..language.classes import nouns, words
from ..language.grammar import IRREGULARS_OF, set_of
from ..language.text import Sentence, Token
from ..mentions import Spotted

#: An adjective before the noun → what such men are called.
_SORTS = {
    "rebel": "REBELS", "insurgent": "INSURGENTS", "guerrilla": "GUERRILLAS", "guerilla": "GUERRILLAS",
    "separatist": "SEPARATISTS", "secessionist": "SEPARATISTS", "militant": "MILITANTS", "jihadist": "JIHADISTS",
    "jihadi": "JIHADISTS", "extremist": "EXTREMISTS", "islamist": "ISLAMISTS", "militia": "MILITIAS",
    "opposition": "OPPOSITION", "resistance": "RESISTANCE",
}  # fmt: skip
#: Of these a government can be the one or the other: only with a noun for men who fight.
_POLITICAL = set_of("opposition resistance islamist separatist secessionist extremist")
_GROUPS = nouns("bands.groups")
_ONE = set_of("group faction movement organisation organization army")
_BETWEEN = words("bands.between")
_ARTICLES = set_of("a an the another this that")


def band(
    toks: tuple[Token, ...], first: int, last: int, movers: frozenset[str], modifiers: frozenset[str]
) -> tuple[int, str] | None:
    """The last token of the phrase and what such men are called, where a nation's name at first..last is followed by
    one for its rebels; None where it is not.

    A group that bears a name beside it ("the Colombian guerrilla group FARC") goes by that.
    """
    sort, at = "", last + 1
    while at < len(toks) and at - last < 5:
        key = toks[at].key
        if key in IRREGULARS_OF:
            following = toks[at + 1].key if at + 1 < len(toks) else ""
            if key != "militia" or following not in movers | _GROUPS:
                return (at, toks[at].text.upper()) if not sort else (at, sort)
        if sort and (key in movers or key in _GROUPS and not _has_name(toks, first, at)):
            while at + 1 < len(toks) and toks[at + 1].key in movers:
                at += 1
            return at, sort
        if key in _SORTS:
            bare = toks[at + 1].key if at + 1 < len(toks) else ""
            if key in _POLITICAL and bare in _GROUPS:
                return None
            sort = _SORTS[key]
        elif key not in _BETWEEN and not (sort and key in modifiers):
            return None
        at += 1
    return None


def _has_name(toks: tuple[Token, ...], first: int, noun: int) -> bool:
    """ "The militant group Boko Haram", "Boko Haram, the militant group"."""
    if toks[noun].key not in _ONE:
        return False
    after = toks[noun + 1] if noun + 1 < len(toks) else None
    if after is not None and (after.text[:1].isupper() or after.text in {",", "("} and noun + 2 < len(toks)
                              and toks[noun + 2].text[:1].isupper()):  # fmt: skip
        return True
    start = first - 1
    while start > 0 and toks[start].key in _ARTICLES:
        start -= 1
    return start > 0 and toks[start].text == "," and toks[start - 1].text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sole:
    """The one armed group that a text names, and what it calls its men: "M23 rebels"."""

    code: str = ""
    sorts: frozenset[str] = frozenset()

    def codes(self, words: Iterable[str], without: frozenset[str]) -> tuple[str, ...]:
        """ "Rebels seized the town", of whom only a later sentence says who they are."""
        is_meant = self.code not in {"", *without} and any(_sort(w) in self.sorts for w in words)
        return (self.code,) if is_meant else ()


def sole(
    sentences: Iterable[Sentence], spots: Iterable[Spotted], kinds: Mapping[str, str], sorts: Mapping[str, str]
) -> Sole:
    """The one armed group of a text; whom it calls by their country alone ("Congolese rebels") are its men, too.

    Args:
        sentences: those of the article.
        spots: what each names; mentions of such men get the group's id.
        kinds: id of a force → its kind in the lexicon.
        sorts: what men are called who bear their country's name alone ("CONGOLESE REBELS") → REBELS.
    """
    counts: Counter[str] = Counter()
    called: set[str] = set()
    unnamed = []
    for s, x in zip(sentences, spots, strict=True):
        for f in x.forces:
            if f.form != "group" or len(f.codes) != 1 or kinds.get(f.codes[0], "non_state") != "non_state":
                continue
            if f.codes[0] in sorts:
                unnamed.append(f)
                continue
            counts[f.codes[0]] += 1
            beside = s.tokens[max(0, f.first - 3) : f.last + 3]
            called |= {sort for t in beside if (sort := _sort(t.key))}
    if len(counts) != 1 or not called:
        return Sole()
    found = Sole(next(iter(counts)), frozenset(called))
    for f in unnamed:
        if sorts[f.codes[0]] in called:
            f.codes = (found.code,)
    return found


def men(words: Iterable[str], noun: str, tag: str) -> tuple[str, ...]:
    """What unnamed men are called: "rebel hands" → REBELS, "gunmen" → GUNMEN; one man is nobody."""
    sort = next((sort for w in sorted(words) if (sort := _sort(w))), noun.upper())
    return (sort,) if tag in {"NNS", "NNPS"} or noun == "militia" else ()


def _sort(word: str) -> str:
    """ "rebels" → REBELS."""
    return _SORTS.get(word) or _SORTS.get(word.removesuffix("s"), "")
