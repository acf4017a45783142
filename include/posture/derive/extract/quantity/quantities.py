"""Numbers and what they count: "around 2,000", "2 500 troops", "three small bases", "dozens of soldiers".

Bounds follow RECORDS.md §3; words without a number take ACLED's conservative values (codebook:
several 3, tens 10, dozens 12, hundreds 100, thousands 1000).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..draft import Count
from ..language.framing import outside
from ..language.grammar import ENDS_COUNT, SOFT_HEADS
from ..language.syntax import Tree
from ..language.text import Token
from ..language.vocabulary import Vocabulary
from .bare import Bare
from .casualties import fate
from .numerals import SCALES, is_date, is_year, number

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
    *((word,) for word in "exceeds exceed exceeded surpassing surpasses surpassed topped tops topping".split()),
)
_MOST = (
    ("fewer", "than"),
    ("less", "than"),
    ("up", "to"),
    ("at", "most"),
    *((no, "more", "than") for no in ("no", "not", "never", "n't", "seldom", "rarely", "hardly")),
    ("under",),
    ("below",),
    ("a", "maximum", "of"),
    ("as", "many", "as"),
    ("ceiling", "of"),
    ("limit", "of"),
    ("cap", "of"),
    *((no, word) for no in ("not", "n't", "never", "without") for word in ("exceed", "exceeding", "surpass", "top")),
    ("short", "of"),
    ("shy", "of"),
    ("a", "little", "under"),
)
#: Qualifiers that stand behind their number.
_AFTER: dict[tuple[str, ...], Callable[[int], tuple[int | None, int | None, str]]] = {
    ("or", "so"): lambda n: (n, n, "about"),
    **dict.fromkeys((("or", "more"), ("at", "least"), ("at", "the", "least")), lambda n: (n, None, "at_least")),
    **dict.fromkeys(
        (("or", "fewer"), ("or", "less"), ("at", "most"), ("at", "the", "most"), ("maximum",), ("at", "maximum")),
        lambda n: (None, n, "at_most"),
    ),
}
_BOUNDS = sorted((*_LEAST, *_MOST), key=len, reverse=True)
_NOT_COUNTS = frozenset(
    (
        "% percent per cent km kilometres kilometers miles mile metres meters tonnes tons feet mm kg "
        "million-dollar dollars euros pounds $ € £ years year months month weeks week days day hours hour minutes "
        "minute times degrees nautical gmt am pm people's centuries decades"
    ).split()
)


#: What follows a number and a dash says how large or long one thing is.
_SIZES = frozenset(
    "metre meter foot feet ft ton tonne mile kilometre kilometer km inch mm cm knot seat bed hour day week month year "
    "minute member-state point acre hectare gun m lb pound kilo kg tube megawatt".split()
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


def as_count(q: Quantity, sign: int = 1) -> Count:
    """A count found in text as a slot's value."""
    low = None if q.low is None else sign * q.low
    high = None if q.high is None else sign * q.high
    return Count(low, high, q.qualifier, q.unit)


def count_at(toks: tuple[Token, ...], i: int, unit: str = "personnel") -> tuple[int, int, Count] | None:
    """A number that stands at token i of a list: its first and last token, and its bounds."""
    read = number(toks, i)
    if read is None:
        return None
    low, high, qualifier, first, end = _bounds(toks, i, read[1], read[0], read[2])
    return first, end - 1, Count(low, high, qualifier, unit)


#: Before the number of a make.
_MODELS = frozenset({"Type", "Mark", "Mk", "Block", "Model", "Project", "Flight"})


def quantities(
    toks: tuple[Token, ...],
    v: Vocabulary,
    people: frozenset[int] = frozenset(),
    grammar: Callable[[], Tree] | None = None,
    before: str = "",
    label: int = 0,
) -> list[Quantity]:
    """All counts of a sentence whose unit is one of ours, left to right. "83 per cent" is none.

    Args:
        people: tokens that name people of a nation ("the Americans"), counted as personnel.
        grammar: gives the sentence's tree; asked only where a number has no noun of its own.
        before: unit of what the text counted last; "some 1,500 remain" counts it again.
        label: how many tokens are the label of an entry, in which nothing is counted.
    """
    made: list[Quantity] = []
    frame = outside(toks, label)
    i = 0
    while i < len(toks):
        read = number(toks, i)
        if read is None or is_year(toks, i) or _is_day(toks, i) or i in frame:
            i += 1
            continue
        value, end, vague = read
        if i and toks[i - 1].text in _MODELS:
            i = end  # "the Type 26 frigates"
            continue
        if value == 1 and end < len(toks) and toks[end].key == "of" and _many_follow(toks, end + 1):
            i = end  # "one of some 40 soldiers": so many are spoken of
            continue
        if end + 2 < len(toks) and (toks[end].key, toks[end + 1].key) == ("out", "of") and number(toks, end + 2):
            i = end + 3  # "four out of five Australians"
            continue
        low, high, qualifier, first, end = _bounds(toks, i, end, value, vague)
        if _is_often(toks, end):
            made.append(Quantity(low, high, qualifier, "strikes", first, end, i, "times"))
            i = end + 1
            continue
        found = _strong(toks, end) or _type(toks, end) or _unit(toks, end, v)
        if grammar is not None and _counts(toks, i, end):
            found = (
                _checked(grammar(), v, found, end) if found else _paired(toks, v, i, end) or _head(grammar(), v, end)
            )
        nation = next((k for k in range(end, min(end + 2, len(toks))) if k in people), None)
        if (
            nation is not None
            and toks[end].key not in ENDS_COUNT
            and not _of_so_many(toks, nation)
            and (found is None or found[1] > nation + 1)
        ):
            found = "personnel", nation, toks[nation].key
        if found is None and _counts(toks, i, end) and grammar is not None and not is_date(toks, i):
            bare = Bare(
                toks, v, grammar(), i, end, made[-1] if made else None, _meant(before or spoken_of(toks[:i], v), value)
            )
            found = bare.counted() or bare.fallen() or _ahead(toks, v, i, end)
        if found is None or not _counts(toks, i, end):
            i = end
            continue
        unit, last, noun = found
        if unit == "units" and _is_called(toks, i, end, last):
            i = last + 1
            continue
        if noun in _BODIES and value < _FEW and not vague:
            i = end
            continue
        if grammar is not None and (
            unit == "personnel" or unit == "units" and end < len(toks) and toks[end].key == "of"
        ):
            unit = fate(grammar(), end - 1) or unit
        more = any(
            t.key in {"additional", "extra", "further"} or t.key == "more" and toks[k + 1].key != "than"
            for k, t in enumerate(toks[max(first - 1, 0) : last], max(first - 1, 0))
        )
        made.append(Quantity(low, high, qualifier, unit, first, last, i, noun, more))
        i = max(end, last)
        i += 1 if i == last else 0
    return made


def _meant(before: str, value: int) -> str:
    """What a bare number counts after what was counted before it: so many are men, not ships or companies."""
    return "personnel" if before in {"ships", "aircraft", "units"} and value >= _MEN else before


_MEN = 500


def _is_day(toks: tuple[Token, ...], i: int) -> bool:
    """ "between 17 and 29 February", "[71]": days and notes count nothing."""
    return is_date(toks, i) and toks[i].key.isdecimal() and len(toks[i].key) < 3


def _many_follow(toks: tuple[Token, ...], at: int) -> bool:
    while at < len(toks) and (toks[at].key in _ABOUT or toks[at].key in {"the", "more", "than", "its", "their"}):
        at += 1
    read = number(toks, at) if at < len(toks) else None
    return read is not None and read[0] > 1 and not read[2]


#: What troops, ships … are counted by.
COUNTED = frozenset({"personnel", "ships", "aircraft", "units"})
_MANY = frozenset("men servicemen airmen personnel aircraft".split())


def spoken_of(toks: tuple[Token, ...], v: Vocabulary) -> str:
    """Unit of the troops, ships … that are named last, in the plural; "" where none are."""
    many = (v.units.get(t.key, "") for t in reversed(toks) if t.key.endswith("s") or t.key in _MANY)
    return next((unit for unit in many if unit in COUNTED), "")


#: "two militaries", "three forces": so few are bodies of troops, not men.
_BODIES = frozenset("military militaries force forces infantry member faction factions militias armies navies".split())
_FEW = 10


def _is_called(toks: tuple[Token, ...], i: int, end: int, last: int) -> bool:
    """ "7 Division", "3 Commando Brigade": a unit's name."""
    name = [t.text for t in toks[end : last + 1]]
    if name[:1] == ["("]:
        name = [n for n in name if n not in {"(", ")"}]  # "38 (Irish) Brigade"
    return bool(name) and toks[i].key.isdecimal() and name[-1][-1] != "s" and all(n[:1].isupper() for n in name)


def _is_often(toks: tuple[Token, ...], end: int) -> bool:
    """ "hit the port three times": how often something was done, not how much bigger it is."""
    if end >= len(toks) or toks[end].key != "times":
        return False
    nxt = toks[end + 1].key if end + 1 < len(toks) else "."
    return nxt not in {
        "the",
        "as",
        "more",
        "larger",
        "bigger",
        "that",
        "its",
        "their",
        "higher",
        "less",
        "over",
        "greater",
    }


def _of_so_many(toks: tuple[Token, ...], at: int) -> bool:
    """ "four Australians in five": a share, not a count."""
    if at + 2 >= len(toks) or toks[at + 1].key not in {"in", "out"} or (whole := number(toks, at + 2)) is None:
        return False
    return whole[1] >= len(toks) or not toks[whole[1]].text.isalpha() or toks[at + 1].key == "out"  # not "in two raids"


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
            scale = SCALES.get(toks[second[1] - 1].key, 1)
            if end == i + 1 and scale > value and second[0] > value * scale:
                value *= scale  # "three to four thousand"
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
    for words, bounds in _AFTER.items():
        if tuple(t.key for t in toks[end : end + len(words)]) == words:
            return *bounds(value), i, end + len(words)
    if end < len(toks) and toks[end].text == "+":
        return value, None, "at_least", i, end + 1
    if value % 1000 == 0 and i and toks[i - 1].key == "a" and toks[i].key in SCALES:
        return value, value, "exact", i - 1, end
    return value, value, "exact", i, end


_SPREADS = frozenset(
    "estimate estimates estimated range ranges ranged ranging run runs vary varies varied varying anywhere".split()
)


def _moves(toks: tuple[Token, ...], i: int) -> bool:
    if any(t.key in _SPREADS for t in toks[max(0, i - 6) : i]):
        return False  # "estimates run from 400 to 2,000"
    return any(t.key in {"from", "by"} for t in toks[max(0, i - 2) : i])


def _counts(toks: tuple[Token, ...], i: int, end: int) -> bool:
    nxt = toks[end].key if end < len(toks) else ""
    if nxt in {"-", "–"} and end + 1 < len(toks) and toks[end + 1].key in _SIZES:
        return False  # "a 97-metre cutter"
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
        if key in _NOT_COUNTS or key in {"them", "whom"}:
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


def _is_craft(tree: Tree, start: int, noun: int) -> bool:
    """ "18 MiG-29 fighters", "six stealth fighters": planes, not men."""
    words = tree.keys[start:noun]
    typed = any(w == "-" and words[k + 1 : k + 2] and words[k + 1].isdecimal() for k, w in enumerate(words))
    return typed or bool(set(words) & {"stealth", "jet", "interceptor", "multirole"})


_HEADS = frozenset("strong member man person people soldier troop men woman".split())


def _strong(toks: tuple[Token, ...], end: int) -> tuple[str, int, str] | None:
    """ "the 1,200-strong battlegroup", "a 600-man battalion": people are counted, not battlegroups."""
    is_strong = end + 1 < len(toks) and toks[end].text == "-" and toks[end + 1].key in _HEADS
    return ("personnel", end + 1, "strong") if is_strong else None


def _type(toks: tuple[Token, ...], end: int) -> tuple[str, int, str] | None:
    """ "four F-16s", "two MiG-29s": aircraft by their type."""
    words = [t.text for t in toks[end : end + 3]]
    if len(words) < 3 or words[1] not in {"-", "–"} or not words[0].isalpha() or not words[2].isdecimal():
        return None
    at = end + 3
    if (
        at + 1 < len(toks)
        and len(toks[at].text) == 1
        and toks[at].text.isupper()
        and toks[at].start == toks[at - 1].end
    ):
        at += 1  # "F-15C"
    if at + 1 < len(toks) and toks[at].text[:1].isupper() and toks[at].text[-1].islower() and toks[at].key[-1] != "s":
        at += 1  # "F-16 Fighting Falcons"
    if at < len(toks) and toks[at].text[:1].isupper() and toks[at].text.endswith("s") and len(words[0]) <= 3:
        return "aircraft", at, "aircraft"  # "four F-15C Eagles"
    plural = end + 3 < len(toks) and toks[end + 3].key == "s" and toks[end + 3].start == toks[end + 2].end
    return ("aircraft", end + 3 if plural else end + 2, "aircraft") if plural and len(words[0]) <= 3 else None


def _paired(toks: tuple[Token, ...], v: Vocabulary, i: int, end: int) -> tuple[str, int, str] | None:
    """ "from 4,500 to 7,900 troops": the noun of the second number is the first one's."""
    is_pair = i > 0 and toks[i - 1].key == "from" and end < len(toks) and toks[end].key == "to"
    second = number(toks, end + 1) if is_pair and end + 1 < len(toks) else None
    found = _unit(toks, second[1], v) if second is not None else None
    return (found[0], end - 1, found[2]) if found else None


def _ahead(toks: tuple[Token, ...], v: Vocabulary, i: int, end: int) -> tuple[str, int, str] | None:
    """ "Uganda has 6,000, Ethiopia 4,400 and Kenya 3,700 soldiers": the noun stands at the last of the list."""
    at, seen = end, False
    while at < len(toks) and toks[at].key in {",", "and", "the"}:
        name = at = next((k for k in range(at, len(toks)) if toks[k].key not in {",", "and", "the"}), len(toks))
        while at < len(toks) and toks[at].text[:1].isupper() and at - name < _NAME:
            at += 1
        read = number(toks, at) if name < at < len(toks) else None
        if read is None:
            return None
        at, seen = read[1], True
    found = _unit(toks, at, v) if seen and at < len(toks) and toks[at].text not in {".", ";", ":"} else None
    return (found[0], end - 1, found[2]) if found is not None else None


_NAME = 3


def _head(tree: Tree, v: Vocabulary, end: int) -> tuple[str, int, str] | None:
    """The noun that the grammar says is counted, if it is one of ours."""
    head = tree.noun_head(end - 1)
    key = tree.keys[head]
    between = tree.keys[end:head]
    if (
        head < end
        or head - end > 12
        or key not in v.units
        or any(w in _NOT_COUNTS or w[0].isdecimal() for w in between)
    ):
        return None
    return v.units[key], head, key


def _checked(tree: Tree, v: Vocabulary, found: tuple[str, int, str], end: int) -> tuple[str, int, str] | None:
    """ "17 infantry fighting vehicles", "30 police stations": a noun before its noun is not what is counted."""
    unit, last, noun = found
    counted = tree.noun_head(end - 1)
    if tree.tags[last] == "VBP" and tree.labels[end - 1] == "nsubj":
        return None  # "400 man the posts"
    if (
        tree.tags[last] == "VBP"
        and last - 1 >= end
        and tree.labels[last - 1] == "nsubj"
        and tree.keys[last - 1] in v.units
    ):
        return v.units[tree.keys[last - 1]], last - 1, tree.keys[last - 1]  # "1,000 soldiers guard a depot"
    if unit == "personnel" and noun in {"fighter", "fighters"} and _is_craft(tree, end, last):
        return "aircraft", last, noun
    if end - 1 < counted < last and tree.labels[counted] == "poss":
        return None  # "three countries' ships"
    head = last
    while tree.labels[head] in {"compound", "nmod", "amod"} and head < tree.heads[head] <= last + 4:
        head = tree.heads[head]
    if head == last or tree.tags[head][:2] != "NN" or noun == "strong":
        return found
    key = tree.keys[head]
    if key in v.units:
        return v.units[key], head, key
    return None if tree.tags[head] in {"NN", "NNS"} else found
