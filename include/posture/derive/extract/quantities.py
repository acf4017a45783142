"""Numbers and what they count: "around 2,000", "2 500 troops", "three small bases", "dozens of soldiers".

Bounds follow RECORDS.md §3; words without a number take ACLED's conservative values (codebook:
several 3, tens 10, dozens 12, hundreds 100, thousands 1000).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .grammar import AFTER_CARRIED, ENDS_COUNT, SOFT_HEADS
from .numerals import SCALES, is_date, is_year, number
from .text import Token
from .vocabulary import Vocabulary

_ABOUT = frozenset(
    ("about around approximately roughly some nearly almost estimated circa perhaps close approx. near just ~").split()
)
_LEAST = (
    ("more", "than"),
    ("at", "least"),
    ("over",),
    ("upwards", "of"),
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("not", "less", "than"),
    ("exceeding",),
    ("in", "excess", "of"),
    ("a", "minimum", "of"),
    ("well", "over"),
    ("above",),
)
_MOST = (
    ("fewer", "than"),
    ("less", "than"),
    ("up", "to"),
    ("at", "most"),
    ("no", "more", "than"),
    ("not", "more", "than"),
    ("under",),
    ("below",),
    ("a", "maximum", "of"),
    ("as", "many", "as"),
)
_BOUNDS = sorted((*_LEAST, *_MOST), key=len, reverse=True)
_SKIP = frozenset(
    (
        "of the its their his these those other additional more extra new further remaining suspected former "
        "newly american"
    ).split()
)
_NOT_COUNTS = frozenset(
    (
        "% percent per cent km kilometres kilometers miles mile metres meters tonnes tons feet mm kg "
        "million-dollar dollars euros pounds $ € £ years year months month weeks week days day hours hour minutes "
        "minute times degrees nautical gmt am pm people's centuries decades"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in a sentence. `first`, `last`: token range with its qualifier and noun; `unit` as in RECORDS.md."""

    low: int | None
    high: int | None
    qualifier: str
    unit: str
    first: int
    last: int
    number: int  # token of the number itself
    noun: str = ""
    is_more: bool = False  # "200 more", "additional": added to what is there


def quantities(toks: tuple[Token, ...], v: Vocabulary, people: frozenset[int] = frozenset()) -> list[Quantity]:
    """All counts of a sentence whose unit is one of ours, left to right. "83 per cent" is none.

    `people`: tokens that name people of a nation ("the Americans"), counted as personnel.
    """
    made: list[Quantity] = []
    i = 0
    while i < len(toks):
        read = number(toks, i)
        if read is None or is_year(toks, i):
            i += 1
            continue
        value, end, vague = read
        low, high, qualifier, first, end = _bounds(toks, i, end, value, vague)
        found = _strong(toks, end) or _unit(toks, end, v) or _bare(toks, i, end, v)
        nation = next((k for k in range(end, min(end + 2, len(toks))) if k in people), None)
        if (
            nation is not None
            and toks[end].key not in ENDS_COUNT
            and not _of_so_many(toks, nation)
            and (found is None or found[1] > nation + 1)
        ):
            found = "personnel", nation, toks[nation].key
        if found is None or not _counts(toks, i, end):
            # "2,500 troops in Iraq and 900 in Syria": the noun is carried over
            carried = made[-1] if made and _carries(toks, made[-1], i, end) else None
            if carried is None:
                i = end
                continue
            made.append(Quantity(low, high, qualifier, carried.unit, first, end - 1, i, carried.noun))
            i = end
            continue
        unit, last, noun = found
        if unit == "personnel":
            unit = _casualties(toks, first, last) or unit
        more = any(t.key in {"more", "additional", "extra", "further"} for t in toks[max(first - 1, 0) : last + 1])
        made.append(Quantity(low, high, qualifier, unit, first, last, i, noun, more))
        i = max(end, last)
        i += 1 if i == last else 0
    return made


_KILL = frozenset("killed kill kills killing dead died slain slew lost lose losing loses loss".split())
_WOUND = frozenset("wounded wounding wound wounds injured injuring injures hurt".split())


def _of_so_many(toks: tuple[Token, ...], at: int) -> bool:
    """ "four Australians in five": a share, not a count."""
    return at + 2 < len(toks) and toks[at + 1].key in {"in", "out"} and number(toks, at + 2) is not None


def _casualties(toks: tuple[Token, ...], first: int, last: int) -> str | None:
    """ "killing two soldiers", "two peacekeepers were wounded": casualties, not a strength."""
    before = {t.key for t in toks[max(0, first - 3) : first]}
    after = [t.key for t in toks[last + 1 : last + 12]]
    for words, unit in ((_KILL, "killed"), (_WOUND, "wounded")):
        if before & words and not before & {"was", "were"}:
            return unit
    for k, w in enumerate(after):
        if w in {",", ".", ";", "who", "which", "that"}:
            return None
        if w in _KILL and after[k - 1] not in {"have", "had", "has"}:
            return "killed"
        if w in _WOUND:
            return "wounded"
    return None


def _bounds(
    toks: tuple[Token, ...], i: int, end: int, value: int, vague: bool
) -> tuple[int | None, int | None, str, int, int]:
    def before(*words: str) -> bool:
        n = len(words)
        return i >= n and tuple(t.key for t in toks[i - n : i]) == words

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
        if second and is_range and second[0] > value and not second[2] and (joined != "or" or second[0] <= 2 * value):
            start = i - 1 if before("between") or before("from") else i
            return value, second[0], "range", start, second[1]
    if vague:
        return value, None, "at_least", i, end
    # "no more than" ends in "more than": the longer phrase is the one meant.
    for words in _BOUNDS:
        if before(*words):
            start = i - len(words)
            return (value, None, "at_least", start, end) if words in _LEAST else (None, value, "at_most", start, end)
    k = i
    while k and (
        toks[k - 1].key in _ABOUT
        or toks[k - 1].key in {"to", "an", "the", "only"}
        and k > 1
        and toks[k - 2].key in _ABOUT
    ):
        k -= 1
    if k < i:
        return value, value, "about", k, end
    if end + 1 < len(toks) and toks[end].key == "or" and toks[end + 1].key in {"so", "more"}:
        return (
            (value, value, "about", i, end + 2) if toks[end + 1].key == "so" else (value, None, "at_least", i, end + 2)
        )
    if end < len(toks) and toks[end].text == "+":
        return value, None, "at_least", i, end + 1
    if value % 1000 == 0 and i and toks[i - 1].key == "a" and toks[i].key in SCALES:
        return value, value, "exact", i - 1, end
    return value, value, "exact", i, end


def _moves(toks: tuple[Token, ...], i: int) -> bool:
    return i > 0 and toks[i - 1].key == "from"


def _counts(toks: tuple[Token, ...], i: int, end: int) -> bool:
    nxt = toks[end].key if end < len(toks) else ""
    return nxt not in _NOT_COUNTS and not (
        i
        and toks[i - 1].key
        in {"$", "€", "£", "aged", "article", "section", "resolution", "chapter", "page", "pp", "figure"}
    )


def _unit(toks: tuple[Token, ...], at: int, v: Vocabulary) -> tuple[str, int, str] | None:
    """Unit, last token and noun that the number counts: the first counted noun within a short noun phrase."""
    hops = 0
    best: tuple[str, int, str] | None = None
    while at < len(toks) and hops < 7:
        key = toks[at].key
        if key in _NOT_COUNTS:
            return best
        for parts in v.multi.get(key, ()):
            noun = " ".join(parts).replace(" - ", "-")
            if noun in v.units and tuple(t.key for t in toks[at : at + len(parts)]) == parts:
                return v.units[noun], at + len(parts) - 1, noun
        if key in v.units:
            if (
                key in SOFT_HEADS
                and at + 1 < len(toks)
                and toks[at + 1].key in v.units
                and toks[at + 1].key != "military"
            ):
                at += 1
                continue
            head = at
            while head + 1 < len(toks) and toks[head + 1].key in v.units:  # "two patrol boats", "20 army engineers"
                head += 1
            best = (v.units[toks[head].key], head, toks[head].key)
            if (
                toks[head].key in {"military", "force", "staff"}
                and head + 1 < len(toks)
                and toks[head + 1].text[0].isalpha()
                and toks[head + 1].key not in {"in", "at", "and"}
            ):
                at = head + 1
                hops += 1
                continue
            return best
        if key in {"killed", "dead"}:
            return "killed", at, key
        if key in {"wounded", "injured", "hurt"}:
            return "wounded", at, key
        if (
            key == "others"
            or key == "more"
            and at + 1 < len(toks)
            and toks[at + 1].key in {"killed", "wounded", "injured", "died"}
        ):
            at += 1
            hops += 1
            continue
        if toks[at].text in {",", ";", ".", ":", "(", ")"} or key in ENDS_COUNT or key in v.classes["speakers"]:
            if toks[at].text == "," and at + 1 < len(toks) and toks[at + 1].key in v.classes["modifiers"]:
                at += 1
                continue
            return best
        at += 1
        hops += 1
    return best


_CHANGE = frozenset(
    (
        "drop fall rise grow shrink decline increase swell reduce reduced reducing cut cutting lower lowered "
        "bring brought raise raised raising increase increased increasing grow grew grown fall fell fallen drop "
        "dropped rise rose risen shrink shrank shrunk expand expanded swell swelled down up trimmed"
    ).split()
)
_PUT_AT = frozenset(
    (
        "put puts putting stood stands stand standing estimated capped stayed remained numbers numbered numbering "
        "totalled totalling peaked ceiling strength figure total"
    ).split()
)


def _strong(toks: tuple[Token, ...], end: int) -> tuple[str, int, str] | None:
    """ "the 1,200-strong battlegroup": people are counted, not battlegroups."""
    is_strong = end + 1 < len(toks) and toks[end].text == "-" and toks[end + 1].key == "strong"
    return ("personnel", end + 1, "strong") if is_strong else None


def _bare(toks: tuple[Token, ...], i: int, end: int, v: Vocabulary) -> tuple[str, int, str] | None:
    """ "put the contingent at 1,800", "a force of about 7,500", "7,500 strong": the noun stands before the number."""
    if not _counts(toks, i, end):
        return None
    back = i - 1
    while back >= 0 and (
        toks[back].key in _ABOUT or toks[back].key in {"than", "more", "fewer", "less", "least", "over", "up", "to"}
    ):
        back -= 1
    if end < len(toks) and toks[end].key == "strong":
        return "personnel", end, "strong"
    if (
        end + 1 < len(toks)
        and toks[end].key == "of"
        and toks[end + 1].key in {"them", "its", "their", "whom"}
        and (toks[end + 1].key in {"them", "whom"} or end + 2 < len(toks) and toks[end + 2].key == "own")
    ):
        return "personnel", end, "them"
    if back < 1:
        return None
    window = [t.key for t in toks[max(0, back - 9) : back]]
    if (
        toks[back].key == "at"
        and any(w in _PUT_AT for w in window)
        and any(
            w in v.classes["personnel"] or w in {"strength", "presence"}
            for w in [t.key for t in toks[max(0, back - 14) : back]]
        )
    ):
        return "personnel", end - 1, "strong"
    if toks[back].key in {"from", "to"} and (
        end >= len(toks) or toks[end].key not in {"in", "percent"} or end + 1 < len(toks) and is_date(toks, end + 1)
    ):
        near = {t.key for t in toks[max(0, back - 16) : back]}
        if (
            near & _CHANGE
            and near
            & (
                v.classes["personnel"]
                | {"strength", "numbers", "number", "presence", "level", "levels", "figure", "size"}
            )
            and int(re.sub(r"\D", "", toks[i].text) or 0) > 20
        ):
            return "personnel", end - 1, "strong"
    if toks[back].key == "of" and any(
        w in {"force", "contingent", "garrison", "strength", "battlegroup", "mission", "detachment"}
        for w in window[-2:]
    ):
        return "personnel", end - 1, "strong"
    return None


def _carries(toks: tuple[Token, ...], last: Quantity, i: int, end: int) -> bool:
    if i - last.last > 14:
        return False
    between = {t.key for t in toks[last.last : i]}
    nxt = toks[end].key if end < len(toks) else ""
    ends = nxt in AFTER_CARRIED | {""}
    return (
        bool(between & {"and", ",", "while", "with", "from", "to"})
        and ends
        and nxt not in _NOT_COUNTS
        and not is_date(toks, i)
    )
