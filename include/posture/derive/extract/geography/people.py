"""Names that a preposition of place stands before, and that are no places: people, and who fights for whom."""

from __future__ import annotations

import re
from functools import lru_cache

from ..language.classes import nouns, words
from ..language.grammar import SPEAKERS, set_of
from ..language.text import Token

_OFFICES = words("people.offices")
_TITLES = _OFFICES | words("rank") | set_of("sen rep gov mr mrs ms dr sheikh mullah judge")
_TITLE = rf"\b(?:{'|'.join(sorted(_OFFICES | {t.capitalize() for t in _TITLES}))})\.?"
_NAMED = re.compile(_TITLE + r"((?: (?:[A-Z][\w’'-]+|[A-Z]\.|al-[A-Z]\w+)){1,3})")
_SPEAKING = re.compile(r"\b([A-Z][a-z]\w+) (?:said|says|told|added|tweeted|wrote|argued|insisted|vowed)\b")
#: Behind a name they say whose fighters they are: "to Shiite militias".
_FIGHTERS = nouns("irregular") | set_of("tribesmen mercenaries clerics")


@lru_cache(maxsize=2)
def surnames(text: str) -> frozenset[str]:
    """The last names of those to whom the text gives a title or a word of saying."""
    titled = {m.group(1).split()[-1] for m in _NAMED.finditer(text)}
    return frozenset(titled | {m.group(1) for m in _SPEAKING.finditer(text)})


def is_of_people(text: str, toks: tuple[Token, ...], first: int, last: int) -> bool:
    """A name at these tokens, of which no gazetteer knows anything, is a person's or a people's: "successor to Omar
    Bashir, who fell in 2015", "arms for Hazara militias"."""
    behind = [t.key for t in toks[last + 1 : last + 3]]
    if behind[:1] and behind[0] in _FIGHTERS or behind[:2] == [",", "who"] or behind[:2] == [",", "whom"]:
        return True
    return toks[last].text in surnames(text) or first < last and is_told_of(toks, last)


def is_told_of(toks: tuple[Token, ...], last: int) -> bool:
    """ "…, Ahmed Adan, an aide to the president", "…, Ahmed Adan, a farmer there, said": who somebody is, or that he
    speaks, stands behind the name that ends there."""
    told = [t.key for t in toks[last + 1 : last + 3 + _ASIDE]]
    if told[:1] != [","]:
        return False
    closed = told.index(",", 1) if "," in told[1:] else len(told)
    if _TELLING & set(told[1:closed]):
        return False  # "X, the army said"
    end = next((k for k, word in enumerate(told[1:closed], 1) if word in _ENDS), closed)
    behind = [word for word in told[closed + 1 : closed + 3] if word not in {"has", "had"}]
    return bool(_SOMEBODY & set(told[1:end]) or _TELLING & set(behind[:1]))


#: So many words stand in an aside on somebody; what ends the noun of what he is.
_ASIDE = 12
_ENDS = set_of("of for at in to with from on by near who whose which that where and until . ; is was has had")
_SOMEBODY = SPEAKERS | _TITLES
_TELLING = set_of(
    "said says told tells added adds wrote writes stated states announced announces confirmed confirms reported reports"
)
_CAPITALS = 0.6
#: Ranks that a surname alone follows, and that are no word of another meaning ("Major Kabul attack").
_RANKS = words("rank") - {"general", "major", "private", "commander", "marshal"}


def is_in_name(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """The name at these tokens is a person's: "Rear Admiral Roy Trinidad", "Minister Israel Katz", "Sgt Wales"."""
    if sum(t.text[0].isupper() for t in toks) > _CAPITALS * len(toks):
        return False  # a heading
    if first > 1 and first == last and toks[first - 1].key in _RANKS and toks[first - 1].text[0].isupper():
        return True
    k = first - 1
    while k >= 0 and toks[k].key not in _TITLES and (_is_given_name(toks[k]) or toks[k].text == "."):
        k -= 1
    if k < 0 or toks[k].key not in _TITLES:
        return False
    nxt = toks[last + 1] if last + 1 < len(toks) else None
    return (
        any(len(t.text) > 1 for t in toks[k + 1 : first])
        or nxt is not None
        and _is_given_name(nxt)
        and nxt.start - toks[last].end == 1
    )


def _is_given_name(t: Token) -> bool:
    text = t.text.replace("-", "")
    return text.isalpha() and text[0].isupper() and (text[1:].islower() or len(text) == 1)
