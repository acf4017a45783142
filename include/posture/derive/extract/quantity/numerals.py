"""Numbers as the press writes them: digits with spaced or dotted thousands, spelt out, vague; and what is a date's."""

from __future__ import annotations

import re

from ..language.classes import nouns, words
from ..language.grammar import BEFORE_YEAR, MONTH_NAMES, SPEAKS
from ..language.text import Sentence, Token

_ONES = {
    w: i
    for i, w in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ).split()
    )
}
_TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000}
#: "Half a dozen", "half a million".
_HALVES = {"dozen": 6, "thousand": 500, "million": 500_000}
_VAGUE = {"several": 3, "some": 3, "tens": 10, "scores": 20, "dozens": 12, "hundreds": 100, "thousands": 1000}


_LABELLED = words("numerals.labelled")

_UNITS = nouns("numbered_unit")


def _is_label(toks: tuple[Token, ...], i: int) -> bool:
    """ "hull numbers 5304 and 23514", "Battalion 372": digits that tell things apart."""
    k = i - 1
    while k > 1 and toks[k].key in {"and", ",", "or"} and toks[k - 1].key.isdecimal():
        k -= 2
    if k >= 0 and toks[k].key in _UNITS and toks[k].text[0].isupper():
        return True
    return k > 0 and toks[k].key in {"number", "numbers"} and toks[k - 1].key in _LABELLED


#: A longer run of digits is no count of anything.
_LONGEST = 12


def number(toks: tuple[Token, ...], i: int) -> tuple[int, int, bool] | None:
    """Value, index after it, and whether it is a vague word, of the number that begins at token i; None without one."""
    if i >= len(toks):
        return None  # the text is cut off here
    t = toks[i]
    if t.key[0].isdecimal():
        if _is_label(toks, i):
            return None
        if i and toks[i - 1].end == t.start and toks[i - 1].text[-1].isalpha():
            return None  # "M23"
        if (
            i
            and toks[i - 1].text in {"$", "€", "£", "-", "/", ".", ":", "#"}
            and toks[i - 1].end == t.start
            and not (toks[i - 1].text == "-" and i > 1 and toks[i - 2].key[0].isdecimal())
        ):
            return None
        if i > 1 and toks[i - 1].text == "," and toks[i - 1].end == t.start and toks[i - 2].end == toks[i - 1].start:
            return None  # a note's number: "in 1991,2"
        if (
            i + 1 < len(toks)
            and toks[i + 1].start == t.end
            and toks[i + 1].text[0].isalpha()
            and toks[i + 1].key not in {"k", "m"}
        ):
            return None  # "5th", "82nd"
        if (
            i + 2 < len(toks)
            and toks[i + 1].text == ":"
            and toks[i + 2].key.isdecimal()
            and toks[i + 1].end == toks[i + 2].start
        ):
            return None  # "13:20"
        digits = re.sub(r"[,.\u00a0\u202f\u2009 ](?=\d{3})", "", t.text)
        if len(digits) > _LONGEST or not re.fullmatch(r"\d+(?:\.\d+)?", digits):
            return None
        if "." in digits:
            if i + 1 < len(toks) and toks[i + 1].key in SCALES:
                return int(float(digits) * SCALES[toks[i + 1].key]), i + 2, False
            return None
        value, at = int(digits), i + 1
        if [x.key for x in toks[at : at + 1]] == ["-"] and [x.key for x in toks[at + 1 : at + 2] if x.key in SCALES]:
            at += 1  # "130-thousand troops", as it is written to be read aloud
        if at < len(toks) and toks[at].key in SCALES:
            return value * SCALES[toks[at].key], at + 1, False
        if at < len(toks) and toks[at].key == "k" and toks[at].start == t.end:
            return value * 1000, at + 1, False  # "200K troops"
        return value, at, False
    if (
        t.key in _ONES
        or t.key in _TENS
        or (t.key == "a" and i + 1 < len(toks) and (toks[i + 1].key in {*SCALES, "dozen"}))
        or _is_alone(toks, i)
    ):
        return _spelled(toks, i)
    half = _HALVES.get(toks[i + 2].key) if t.key == "half" and i + 2 < len(toks) and toks[i + 1].key == "a" else None
    if half is not None:
        return half, i + 3, False
    if t.key == "couple" and [x.key for x in toks[i + 1 : i + 2]] == ["of"] and i + 2 < len(toks):
        scale = (SCALES | {"dozen": 12}).get(toks[i + 2].key)  # "a couple of hundred"
        return (2 * scale, i + 3, False) if scale else None
    if t.key == "dozen":
        return 12, i + 1, False
    if t.key in _VAGUE:
        follows = toks[i + 1].key if i + 1 < len(toks) else ""
        if t.key == "some":
            return None
        if t.key == "several" and follows in SCALES | {"dozen": 12}:  # "several hundred" is hundreds
            return (SCALES | {"dozen": 12})[follows], i + 2, True
        if t.key == "tens" and follows == "of" and i + 2 < len(toks) and toks[i + 2].key == "thousands":
            return 10_000, i + 3, True
        if t.key == "hundreds" and follows == "of" and i + 2 < len(toks) and toks[i + 2].key == "thousands":
            return 100_000, i + 3, True
        return _VAGUE[t.key], i + 1, True
    if t.key == "few" and i + 1 < len(toks) and toks[i + 1].key in {"hundred", "dozen", "thousand"}:
        return {"hundred": 100, "dozen": 12, "thousand": 1000}[toks[i + 1].key], i + 2, True
    return None


def _is_alone(toks: tuple[Token, ...], i: int) -> bool:
    """ "Its hundred soldiers", "the first thousand", "another hundred": one hundred, without the word for one."""
    if toks[i].text not in {"hundred", "thousand"}:
        return False
    before = toks[i - 1].key if i else ""
    return before not in _MULTIPLIES | _ONES.keys() | _TENS.keys() | SCALES.keys() and not before[:1].isdecimal()


#: Before "hundred" they say how many hundreds.
_MULTIPLIES = frozenset("a an several few many couple tens dozen - of per in by".split())


def _spelled(toks: tuple[Token, ...], i: int) -> tuple[int, int, bool] | None:
    total, current, at, seen = 0, 0, i, False
    while at < len(toks):
        key = toks[at].key
        if key in _ONES and not (seen and current % 10 and current < 20):
            current += _ONES[key]
        elif key in _TENS:
            current += _TENS[key]
        elif key == "hundred":
            current = (current or 1) * 100
        elif key in {"thousand", "lakh", "million"}:
            total, current = total + (current or 1) * SCALES[key], 0
        elif key == "dozen":
            current = (current or 1) * 12
        elif (
            key in {"a", "an"}
            and at == i
            or key == "-"
            and at > i
            or key == "and"
            and current >= 100
            and at + 1 < len(toks)
            and (toks[at + 1].key in _ONES or toks[at + 1].key in _TENS)
        ):
            at += 1
            continue
        else:
            break
        seen = True
        at += 1
    while at > i and toks[at - 1].key in {"-", "and"}:
        at -= 1
    return (total + current, at, False) if seen else None


#: What is called by its year: "the 2020 war", "its 1991 constitution".
_DATED = nouns("dated")
#: So many words behind its year the noun of a deal's title stands.
_TITLE = 6


def is_year(toks: tuple[Token, ...], i: int) -> bool:
    """ "in November 2024", "5 March", "of 2021": a number of a date."""
    key = toks[i].key
    if not key.isdecimal() or len(key) > _LONGEST:
        return False
    before = toks[i - 1].key if i else ""
    if before == "." and i > 1:
        before = toks[i - 2].key  # "Jan. 24"
    after = toks[i + 1].key if i + 1 < len(toks) else ""
    if before.isdecimal() and len(before) <= 2 and i > 1 and toks[i - 2].key in MONTH_NAMES:
        before = toks[i - 2].key  # "Dec 26 2013"
    if toks[i].text == key and 1900 <= int(key) <= 2100 and _is_titled(toks, i + 1):
        return True  # "the 1998 Status of Forces Agreement"
    if before in MONTH_NAMES and len(key) == 4 and 1900 <= int(key) <= 2100 and toks[i].text == key:
        return True  # "in July 2016 soldiers fought"
    if (
        before in MONTH_NAMES
        and len(key) <= 2
        and after not in {"troops", "soldiers"}
        or after in MONTH_NAMES
        and len(key) <= 2
    ):
        return True
    return (
        len(key) == 4
        and 1900 <= int(key) <= 2100
        and (before in BEFORE_YEAR or i == 0 or before in {"the", "this", "its", "their", "that"} and after in _DATED)
        and after not in {"troops", "soldiers", "personnel", "men", "marines", "military"}
    )


def _is_titled(toks: tuple[Token, ...], start: int) -> bool:
    """A deal's name in capitals begins here."""
    title = toks[start : start + _TITLE]
    at = next((k for k, t in enumerate(title) if t.key in nouns("pact") and t.text[0].isupper()), 0)
    return at > 0 and all(t.text[0].isupper() or t.key in {"of", "on", "for", "and"} for t in title[:at])


_TO = frozenset("and to - – — or until till through".split())


def is_date(toks: tuple[Token, ...], i: int) -> bool:
    """The number at i belongs to a date: a year, or a day beside its month."""
    key = toks[i].key
    if key.isdecimal() and len(key) == 4 and 1900 <= int(key) <= 2100:
        return True
    if i and i + 1 < len(toks) and toks[i - 1].text == "[" and toks[i + 1].text == "]":
        return True  # a note's number
    near = {t.key for t in toks[max(0, i - 1) : i + 2] if t.text != "may"}
    joined = i + 3 < len(toks) and toks[i + 1].key in _TO and toks[i + 2].key.isdecimal()
    until = i > 2 and toks[i - 1].key in _TO and toks[i - 2].key.isdecimal() and toks[i - 3].text != "may"
    return (
        bool(near & MONTH_NAMES)
        or joined
        and toks[i + 3].key in MONTH_NAMES
        or until
        and toks[i - 3].key in MONTH_NAMES  # "from April 11 to 28"
    )


def is_rate(toks: tuple[Token, ...], end: int) -> bool:
    """ "Ten a day", the number ending before `end`; but "800 a year earlier" is a level of then."""
    words = [t.key for t in toks[end : end + 3]]
    if len(words) < 2 or words[0] not in {"a", "an", "per", "each", "every"}:
        return False
    is_then = words[2:] and words[2] in {"earlier", "ago", "later", "before", "after"}
    return not is_then and words[1] in {"day", "week", "month", "year", "night"}


def is_hour(toks: tuple[Token, ...], end: int) -> bool:
    """ "At 7 p.m.", "at 7:30", "at seven o'clock"."""
    words = [t.key for t in toks[end : end + 2]]
    if len(words) < 2 or words[0] not in {"a", "p", "am", "pm", "o", "local", ":", "."}:
        return False
    return words[1] in {".", "m", "clock", "time"} or words[1].isdecimal()


def claims(sentence: Sentence) -> bool:
    """ "The opposition speaks of 3,000": another number of those spoken of."""
    toks = sentence.tokens
    spoken = (i + 2 for i in range(len(toks) - 2) if toks[i].key in SPEAKS and toks[i + 1].key == "of")
    return any(number(toks, i + (toks[i].key in _SOME)) is not None for i in spoken if i + 1 < len(toks))


_SOME = frozenset("about some around nearly almost".split())


def opens(sentence: Sentence) -> bool:
    """A number opens a sentence, and may be of men: "Forty left in March"."""
    toks = sentence.tokens
    return len(toks) > 2 and not is_year(toks, 0) and not is_date(toks, 0) and number(toks, 0) is not None
