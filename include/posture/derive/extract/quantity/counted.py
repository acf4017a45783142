"""What a number counts: unit, last token and noun, by the words behind it or by the grammar of its phrase."""

from __future__ import annotations

from ..language.classes import nouns, words
from ..language.grammar import ENDS_COUNT, SOFT_HEADS
from ..language.syntax import Tree
from ..language.text import Token
from ..language.vocabulary import Vocabulary
from .bounds import ABOUT
from .numerals import number

#: Unit of a count, last token of its noun, and the noun.
Counted = tuple[str, int, str]
#: What follows a number that counts none of ours.
UNCOUNTED = frozenset(
    (
        "% percent per cent km kilometres kilometers miles mile metres meters tonnes tons feet mm kg "
        "million-dollar dollars euros pounds $ € £ years year months month weeks week days day hours hour minutes "
        "minute times deep abreast degrees nautical gmt am pm people's centuries decades"
    ).split()
)
#: "strong", "member": behind a dash, men are counted.
_HEADS = frozenset("strong member man person people soldier troop men woman".split())
_BRANCHES = words("counted.branches")
#: A name in a list is no longer.
_NAME = 3


def by_words(toks: tuple[Token, ...], at: int, v: Vocabulary) -> Counted | None:
    """Unit, last token and noun that the number counts: the first counted noun within a short noun phrase."""
    hops = 0
    best: Counted | None = None
    is_of_one = tuple(t.key for t in toks[at : at + 2]) in {("of", "the"), ("of", "its"), ("of", "their")}
    while at < len(toks) and hops < 7:
        key = toks[at].key
        if key in UNCOUNTED or key in {"them", "whom"}:
            return best
        if key == "of" and so_many(toks, at + 1):
            return best  # "200 of the 900 troops": those are another number
        for parts in v.multi.get(key, ()):
            noun = " ".join(parts).replace(" - ", "-")
            if noun in v.units and tuple(t.key for t in toks[at : at + len(parts)]) == parts:
                is_one = is_of_one and v.units[noun] == "units" and not noun.endswith("s")
                return (
                    ("personnel", at + len(parts) - 1, "men") if is_one else (v.units[noun], at + len(parts) - 1, noun)
                )
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
            if is_of_one and best[0] == "units" and not toks[head].key.endswith("s"):
                return "personnel", head, "men"  # "the 400 of the task force"
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
        if key == "and" and at + 1 < len(toks) and {toks[at - 1].key, toks[at + 1].key} <= _BRANCHES:
            at, hops = at + 1, hops + 1
            continue  # "nine army and navy boats"
        if toks[at].text in {",", ";", ".", ":", "(", ")"} or key in ENDS_COUNT or key in v.classes["speakers"]:
            if toks[at].text == "," and at + 1 < len(toks) and toks[at + 1].key in v.classes["modifiers"]:
                at += 1
                continue
            return best
        hops += toks[at].text != "-" or toks[at].start > toks[at - 1].end  # "BrahMos-armed Su-30MKI jets"
        at += 1
    return best


def so_many(toks: tuple[Token, ...], at: int) -> bool:
    """ "The 900", "its roughly 900", "an estimated 900": a number stands there, behind what says whose or how exact it
    is."""
    while at < len(toks) and (toks[at].key in _WHOSE | _BOUNDING | ABOUT):
        at += 1
    read = number(toks, at) if at < len(toks) else None
    return read is not None and not read[2] and read[0] > 1


_WHOSE = frozenset("the its their those these his our".split())


def of_nations(toks: tuple[Token, ...], v: Vocabulary, end: int) -> Counted | None:
    """ "400 Kenyan and nearly 5,000 Malian soldiers": the noun stands behind the second nation."""
    if end + 3 >= len(toks) or not toks[end].text[:1].isupper() or toks[end + 1].key not in {"and", ",", "or"}:
        return None
    at = end + 2
    while at < len(toks) and (toks[at].key in ABOUT or toks[at].key in _BOUNDING):
        at += 1
    read = number(toks, at) if at < len(toks) else None
    if read is None or read[1] >= len(toks) or not toks[read[1]].text[:1].isupper():
        return None
    found = by_words(toks, read[1] + 1, v) or of_nations(toks, v, read[1])
    return (found[0], end, found[2]) if found is not None and found[1] - read[1] < _NAME + 2 else None


_BOUNDING = frozenset("more than fewer less at least most up to as many over under no an estimated upwards of".split())


_FLYING = frozenset("stealth interceptor multirole".split())


def _is_craft(tree: Tree, v: Vocabulary, start: int, noun: int) -> bool:
    """ "18 MiG-29 fighters", "six stealth fighters", "two Mirage fighters": planes, not men."""
    before = tree.keys[start:noun]
    typed = any(w == "-" and before[k + 1 : k + 2] and before[k + 1].isdecimal() for k, w in enumerate(before))
    return typed or any(w in _FLYING or v.units.get(w) == "aircraft" for w in before)


def by_strength(toks: tuple[Token, ...], end: int) -> Counted | None:
    """ "the 1,200-strong battlegroup", "a 600-man battalion": people are counted, not battlegroups."""
    is_strong = end + 1 < len(toks) and toks[end].text == "-" and toks[end + 1].key in _HEADS
    return ("personnel", end + 1, "strong") if is_strong else None


def is_of_states(toks: tuple[Token, ...], end: int) -> bool:
    """ "The nine-member council": states, or people, who are no force."""
    is_member = [t.key for t in toks[end : end + 2]] == ["-", "member"]
    return is_member and any(t.key in words("of_states") for t in toks[end + 2 : end + 8])


def by_type(toks: tuple[Token, ...], end: int) -> Counted | None:
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


def of_pair(toks: tuple[Token, ...], v: Vocabulary, i: int, end: int) -> Counted | None:
    """ "from 4,500 to 7,900 troops", "by 40 to 230 men": the noun of the second number is the first one's."""
    is_pair = i > 0 and toks[i - 1].key in {"from", "by"} and end < len(toks) and toks[end].key == "to"
    second = number(toks, end + 1) if is_pair and end + 1 < len(toks) else None
    found = by_words(toks, second[1], v) if second is not None else None
    return (found[0], end - 1, found[2]) if found else None


def of_list(toks: tuple[Token, ...], v: Vocabulary, i: int, end: int) -> Counted | None:
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
    found = by_words(toks, at, v) if seen and at < len(toks) and toks[at].text not in {".", ";", ":"} else None
    return (found[0], end - 1, found[2]) if found is not None else None


def by_grammar(tree: Tree, v: Vocabulary, end: int) -> Counted | None:
    """The noun that the grammar says is counted, if it is one of ours."""
    head = tree.noun_head(end - 1)
    key = tree.keys[head]
    between = tree.keys[end:head]
    if _are_members(tree, head, end) and key not in v.units and not any(w in UNCOUNTED for w in between):
        return "personnel", head, "personnel"
    if head < end or head - end > 12 or key not in v.units or any(w in UNCOUNTED or w[0].isdecimal() for w in between):
        return None
    return v.units[key], head, key


#: Who such a body consists of is its men, whatever they are called.
_BODIES = nouns("formation")
_AGENTS = ("ers", "ors", "ists", "ians", "men", "women", "ants", "eers")
_NO_AGENTS = words("no_agent")


def _are_members(tree: Tree, head: int, end: int) -> bool:
    """ "A task force of more than 150 planners", "a team of 40 sharpshooters": people by what they do."""
    key, of = tree.keys[head], tree.heads[head]
    if head < end or head - end > _NAME or tree.tags[head] != "NNS" or key in _NO_AGENTS or not key.endswith(_AGENTS):
        return False
    return tree.labels[head] == "pobj" and tree.keys[of] == "of" and tree.keys[tree.heads[of]] in _BODIES


def checked(tree: Tree, v: Vocabulary, found: Counted, end: int) -> Counted | None:
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
    if unit == "personnel" and noun in {"fighter", "fighters"} and _is_craft(tree, v, end, last):
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
