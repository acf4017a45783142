"""Armed men of a country who are not its own: "Syrian rebel fighters", "a Colombian guerrilla group"."""

from __future__ import annotations

from ..language.grammar import IRREGULARS_OF, set_of
from ..language.text import Token

#: An adjective before the noun → what such men are called.
_SORTS = {
    "rebel": "REBELS", "insurgent": "INSURGENTS", "guerrilla": "GUERRILLAS", "guerilla": "GUERRILLAS",
    "separatist": "SEPARATISTS", "secessionist": "SEPARATISTS", "militant": "MILITANTS", "jihadist": "JIHADISTS",
    "jihadi": "JIHADISTS", "extremist": "EXTREMISTS", "islamist": "ISLAMISTS", "militia": "MILITIAS",
    "opposition": "OPPOSITION", "resistance": "RESISTANCE",
}  # fmt: skip
#: Of these a government can be the one or the other: only with a noun for men who fight.
_POLITICAL = set_of("opposition resistance islamist separatist secessionist extremist")
_GROUPS = set_of("group groups faction factions movement movements organisation organization organisations army armies")
_ONE = set_of("group faction movement organisation organization army")
#: Between a nationality and such a word.
_BETWEEN = set_of("armed ethnic shiite shia shi'ite sunni islamist tribal - and muslim christian marxist leftist")
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
