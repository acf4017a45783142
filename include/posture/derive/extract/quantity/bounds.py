"""What stands around a number says how it bounds a count: "about", "more than", "or so", "from 20 to 30".

Bounds follow RECORDS.md §3.
"""

from __future__ import annotations

from .... import lexicon
from ..language.classes import verbs, words
from ..language.ranges import is_range
from ..language.text import Token
from .numerals import SCALES, number


def _phrases(where: str, qualifier: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in lexicon.qualifiers()[where][qualifier])


#: Words before a number that stands for one near it.
ABOUT = frozenset(lexicon.qualifiers()["near"])
#: Words before a number that is near what is meant: "a good 400", "something like 900".
_NEAR = _phrases("before", "about")
_SHORT = frozenset({"approx", "c", "ca", "est", "appr"})
_LEAST = frozenset(_phrases("before", "at_least"))
_BOUNDS = sorted((*_LEAST, *_phrases("before", "at_most")), key=lambda phrase: (-len(phrase), phrase))
_LONGEST = max(map(len, (*_BOUNDS, *_NEAR)))
#: Qualifiers that stand behind their number, the longer ones first.
_AFTER = sorted(
    ((phrase, name) for name in lexicon.qualifiers()["behind"] for phrase in _phrases("behind", name)),
    key=lambda x: (-len(x[0]), x[0]),
)

_OVER = verbs("bounds.over")
_GONE = verbs("bounds.gone")
_SPREADS = verbs("bounds.spreads") | {"anywhere"}


def bounds(
    toks: tuple[Token, ...], i: int, end: int, value: int, vague: bool
) -> tuple[int | None, int | None, str, int, int]:
    """Lowest and highest value, qualifier, and the first token and the end of the number with its qualifier.

    Args:
        i: token of the number; `end`: the token behind it.
        value: the number; `vague`: it is a word such as "dozens".
    """

    behind = tuple(t.key for t in toks[max(0, i - _LONGEST) : i])

    def before(*words: str) -> bool:
        return behind[-len(words) :] == words

    joined = toks[end].key if end < len(toks) else ""
    if joined in {"-", "to", "or", "and"} and end + 1 < len(toks):
        second = number(toks, end + 1)
        is_range = (
            joined == "-"
            or before("between")
            and joined == "and"
            or (joined == "to" and not _moves(toks, i))
            or joined == "or"
        )
        scale = SCALES.get(toks[second[1] - 1].key, 1) if second else 1
        near = joined != "or" or second and second[0] <= 2 * value * (scale if scale > value else 1)
        if second and is_range and second[0] > value and not second[2] and near:
            start = i - 1 if before("between") or before("from") else i
            if end == i + 1 and scale > value and second[0] > value * scale:
                value *= scale  # "three to four thousand"
            if value < 1000 < second[0] and "," in toks[end + 1].text and value * 1000 < second[0]:
                value *= 1000  # "50-60,000 men"
            return value, second[0], "range", start, second[1]
    if vague:
        return value, None, "at_least", i, end
    # "no more than" ends in "more than": the longer phrase is the one meant.
    for bound in _BOUNDS:
        if not before(*bound):
            continue
        if bound == ("over",) and i > 1 and toks[i - 2].key in _OVER:
            continue  # "handed over six posts"
        if bound == ("up", "to") and (i > 2 and toks[i - 3].key in _GONE or is_brought(toks, i - 2)):
            continue  # "went up to 900", "bring the contingent up to 450"
        start = i - len(bound)
        return (value, None, "at_least", start, end) if bound in _LEAST else (None, value, "at_most", start, end)
    for bound in _NEAR:
        if before(*bound):
            return value, value, "about", i - len(bound), end
    k = i
    if i > 1 and toks[i - 1].text == "." and toks[i - 2].key in _SHORT and toks[i - 2].end == toks[i - 1].start:
        k = i - 2  # "approx. 80", "c. 150"
    while k and (
        toks[k - 1].key in ABOUT
        and not (toks[k - 1].key == "close" and toks[k].key != "to")  # "will close seven posts"
        or toks[k - 1].key in {"to", "an", "the", "only"}
        and k > 1
        and toks[k - 2].key in ABOUT
    ):
        k -= 1
    if k < i:
        return value, value, "about", k, end
    for bound, name in _AFTER:
        if tuple(t.key for t in toks[end : end + len(bound)]) == bound:
            low, high = (None if name == "at_most" else value), (None if name == "at_least" else value)
            return low, high, name, i, end + len(bound)
    if _is_capped(toks, i):
        return None, value, "at_most", i, end
    if end < len(toks) and toks[end].text == "+":
        return value, None, "at_least", i, end + 1
    if value % 1000 == 0 and i and toks[i - 1].key == "a" and toks[i].key in SCALES:
        return value, value, "exact", i - 1, end
    return value, value, "exact", i, end


def _is_capped(toks: tuple[Token, ...], i: int) -> bool:
    """ "Capped by law at 800", "caps its force there at 400": no more than that."""
    return (
        bool(i) and toks[i - 1].key == "at" and any(t.key in words("capped") for t in toks[max(0, i - _CAP_REACH) : i])
    )


#: So many words before the number the verb stands that caps it.
_CAP_REACH = 8


def is_brought(toks: tuple[Token, ...], up: int) -> bool:
    """ "Up" belongs to the verb: "bring its part up to 900", not "bring in up to 900"."""
    at = next((k for k in range(up - 1, max(-1, up - 14), -1) if toks[k].key in _BRINGS), None)
    return at is not None and any(t.key in _BROUGHT_UP for t in toks[at + 1 : up])


_BRINGS = frozenset(
    f"{verb}{end}" for verb in ("bring", "build", "beef", "push", "ramp") for end in ("", "s", "ing")
) | frozenset("brought built beefed pushed ramped".split())
_BROUGHT_UP = words("brought_up")


def _moves(toks: tuple[Token, ...], i: int) -> bool:
    if any(t.key in _SPREADS for t in toks[max(0, i - 6) : i]):
        return False  # "estimates run from 400 to 2,000"
    if is_range(toks, i - 1):
        return False  # "from 300 to 400 are there"
    while i and toks[i - 1].key in _HEDGES:
        i -= 1  # "by more than 4,000 to 22,000"
    return any(t.key in {"from", "by"} for t in toks[max(0, i - 2) : i])


_HEDGES = ABOUT | frozenset("more less fewer than at least most over under".split())


def is_missed(toks: tuple[Token, ...], i: int) -> bool:
    """ "Still short of the 70 that it wants", "falls short of 70": so many there are not."""
    at = next((k for k in range(i - 1, max(0, i - 6), -1) if toks[k].key in {"short", "shy"}), 0)
    if not at or toks[at + 1].key != "of":
        return False
    whose = {t.key for t in toks[at + 2 : i]} & _WHOSE
    return bool(whose) or toks[at - 1].key in _FAR


_WHOSE = frozenset("the its their our a an 's planned authorised authorized promised pledged intended".split())
_FAR = words("bounds.far")
