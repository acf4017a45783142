"""Ships that bear the names of places: "the Iwo Jima", "the destroyer Sheffield", "MV Norfolk"."""

from __future__ import annotations

from ..language.classes import nouns, words
from ..language.text import Token
from .beside import SITE_WORDS

#: Ships are called after these.
_NAMESAKES = frozenset({"city", "town", "island", "air_base", "naval_base"})
_SHIPS = nouns("warship") | nouns("auxiliary_ship") | {"vessel", "ship"}
_NO_NOUNS = frozenset("was is has had were and or which who that on in at to from with after before as sailed".split())


#: Before a ship's name.
_PREFIXES = words("ship_prefix") | words("merchant_prefix")


def is_called_after(kind: str, toks: tuple[Token, ...], first: int, last: int) -> bool:
    """A ship, no place: "the Iwo Jima", "MV Norfolk"; after a word for ships a region, too: "the frigate Hessen"."""
    if any(toks[k].key in _PREFIXES and toks[k].text.isupper() for k in range(max(0, first - 2), first)):
        return True
    joined = 2 if first > 2 and toks[first - 1].key == "and" else 0  # "the corvettes Ternopil and Lutsk"
    after_word = first > 0 and toks[first - 1 - joined].key in _SHIPS and kind not in {"country", "sea"}
    return after_word or kind in _NAMESAKES and _is_ship(toks, first, last)


def _is_ship(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "the Iwo Jima", "the destroyer Sheffield": towns and islands bear no article, ships do."""
    before = toks[first - 1].key if first else ""
    nxt = toks[last + 1].key if last + 1 < len(toks) else ""
    is_one = before == "the" and not toks[last].key.endswith("s") and toks[last].key not in SITE_WORDS
    return before in _SHIPS or is_one and (not nxt.isalpha() or nxt in _NO_NOUNS)
