"""Numbers that count nothing of their own: a share ("three in five"), a ratio, an age, a make ("Mirage 2000")."""

from __future__ import annotations

from ..language.text import Token
from .counted import is_of_states, so_many
from .numerals import number

#: Before the number of a make.
_MODELS = frozenset("Type Mark Mk Block Model Project Flight Mirage Boeing Airbus Antonov Leopard Challenger".split())
_NAMES_AS = frozenset("is are was were be been being as became become becomes remains".split())
#: Of so many at most is a share told in words.
_WHOLE = 10


def passed_over(toks: tuple[Token, ...], i: int, end: int, value: int) -> int | None:
    """Where to go on behind a number that counts nothing of its own."""
    if i and toks[i - 1].text in _MODELS:
        return end  # "the Type 26 frigates"
    if i > 1 and (toks[i - 2].key, toks[i - 1].key) == ("all", "but"):
        return end  # "closed all but one of its bases"
    if value == 1 and end < len(toks) and toks[end].key == "of":
        if so_many(toks, end + 1) or i and toks[i - 1].key in _NAMES_AS:
            return end  # "one of some 40 soldiers": so many are spoken of; "is one of the navy's best"
    if value == 1 and end < len(toks) and toks[end].key == "time":
        return end + 1  # "at one time 5,000 men lived there"
    if value < _WHOLE and end < len(toks) and toks[end].key in _FRACTIONS:
        return end  # "two thirds of the men"
    if is_of_states(toks, end) or _is_age(toks, i):
        return end
    if (whole := _of_many(toks, i, end, value)) is not None:
        return whole
    if end + 2 < len(toks) and (toks[end].key, toks[end + 1].key) == ("out", "of") and number(toks, end + 2):
        return end + 3  # "four out of five Australians"
    return None


def _is_age(toks: tuple[Token, ...], i: int) -> bool:
    """ "Over the age of 35", "who is 97"."""
    near = tuple(t.key for t in toks[max(0, i - 2) : i])
    after = toks[i + 1].text if i + 1 < len(toks) else "."
    return near == ("age", "of") or near in _WHO_IS and after in {",", "."}


_FRACTIONS = frozenset("thirds quarters fifths tenths".split())
_WHO_IS = frozenset((who, be) for who in ("who", "he", "she") for be in ("is", "was"))


def _of_many(toks: tuple[Token, ...], i: int, end: int, value: int) -> int | None:
    """Where to go on behind "three in five", "two hundred to one": a share, a ratio."""
    if end + 1 >= len(toks) or toks[end].key not in {"in", "to"} or (whole := number(toks, end + 1)) is None:
        return None
    of_one = toks[end].key == "to" and whole[0] == 1 < value and i > 0 and toks[i - 1].key in {"by", "nearly", "almost"}
    spelt = not toks[end + 1].key.isdecimal()
    return whole[1] if of_one or toks[end].key == "in" and spelt and value < whole[0] <= _WHOLE else None


def of_so_many(toks: tuple[Token, ...], at: int) -> bool:
    """ "four Australians in five": a share, not a count."""
    if at + 2 >= len(toks) or toks[at + 1].key not in {"in", "out"} or (whole := number(toks, at + 2)) is None:
        return False
    return whole[1] >= len(toks) or not toks[whole[1]].text.isalpha() or toks[at + 1].key == "out"  # not "in two raids"
