"""Numbers that the parser hangs wrong: behind the noun they count, and behind "up to".

"Engineers, 42 in all, are sent", "the British, 377 strong, hold …": the number belongs to the noun before the comma.
"Up to 600 are at X and up to 1,450 at Y": "up to" belongs to the number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .classes import words
from .grammar import MONTH_NAMES, SUBJECT
from .phrases import SPOTS

if TYPE_CHECKING:
    from .syntax import Tree

#: What closes such a number.
CLOSERS = (
    ("in", "all"), ("in", "total"), ("all", "told"), ("altogether",), ("of", "them"), ("strong",), ("at", "most"),
    ("at", "the", "most"), ("at", "least"), ("at", "the", "least"), ("or", "so"), ("apiece",), ("as", "a", "rule"),
)  # fmt: skip
_QUALIFIERS = frozenset(
    "about around some roughly nearly almost approximately perhaps only just over under more fewer less than up to "
    "at least an estimated".split()
)
_OPENS = frozenset({",", "(", "–", "—"})
_ENDS = frozenset({",", ")", ".", ";", "–", "—", ":"})
_WITHIN = frozenset("pobj prep compound nmod amod poss appos nummod det conj".split())


def counts_behind(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """Hang a number that stands in an aside of its own on the noun before the aside; one alone behind a verb on it."""
    for at, tag in enumerate(tree.tags):
        if tag != "CD" or at < 2:
            continue
        end = at + 1
        while end < len(tree.tags) and tree.tags[end] == "CD":
            end += 1
        counted = at
        if end + 1 < len(tree.keys) and tree.tags[end] == "NNS" and tree.keys[end + 1] == "strong":
            counted, end = end, end + 1  # "450 men strong"
        closer = next((c for c in CLOSERS if tree.keys[end : end + len(c)] == c), None)
        if closer is None:
            continue
        opens = at - 1
        while opens > 0 and tree.keys[opens] in _QUALIFIERS:
            opens -= 1
        if opens < 1 or tree.keys[opens] not in _OPENS or not _is_closed(tree, end + len(closer)):
            continue
        noun = _noun_before(tree, opens)
        if noun is None:
            continue
        if (
            end <= heads[noun] < end + len(closer)
        ):  # "the British, 377 strong, hold …", read as "the British are strong"
            heads[noun] = heads[heads[noun]]
        heads[counted], labels[counted] = noun, "appos"
        for k in range(end, end + len(closer)):
            if heads[k] != counted and not end <= heads[k] < end + len(closer):
                heads[k], labels[k] = counted, "advmod"
    _bare_objects(tree, heads, labels)


def listed_names(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Men from A, B and C": names in a row with an "and" before the last are a list, none of them another's name."""
    for at, label in enumerate(tree.labels):
        above = tree.heads[at]
        if label != "appos" or not tree.tags[at] == tree.tags[above] == "NNP" or above > at:
            continue
        row = [c for c in tree.of(above, "appos") if above < c <= at and tree.tags[c] == "NNP"]
        ends = [above, *(tree.span(c)[1] - 1 for c in row)]
        is_next = all(
            end == tree.span(c)[0] - 2 and tree.keys[end + 1] == "," for end, c in zip(ends, row, strict=False)
        )
        last = next((c for c in tree.of(at, "conj") if tree.tags[c] in {"NNP", "NNPS"}), None)
        if is_next and last is not None and last > at and tree.keys[tree.span(last)[0] - 1] == "and":
            for name in row:
                labels[name] = "conj"


def what_they_are(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Took over the bases at A and B, two ports on the Red Sea": what A and B are, no second object."""
    for at in range(3, len(tree.keys) - 1):
        if (
            tree.tags[at] != "CD"
            or tree.keys[at - 1] != ","
            or tree.tags[at - 2] != "NNP"
            or "and" not in tree.keys[:at]
        ):
            continue
        noun = tree.heads[at]
        near = at < noun <= at + 3 and tree.tags[noun] == "NNS" and tree.keys[noun] in _TOWNS
        if near and tree.labels[noun] in {"dobj", "attr", "npadvmod", "conj", "dep", "oprd", "appos"}:
            heads[noun], labels[noun] = tree.first_conjunct(at - 2), "appos"


_TOWNS = words("apposed.towns")


def _bare_objects(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "withdrew 300 from Bentiu": a number alone behind a verb is its object, no adverb."""
    for at, label in enumerate(tree.labels):
        verb = tree.heads[at]
        if label != "npadvmod" or tree.tags[at] != "CD" or not tree.is_verb(verb) or tree.of(verb, "dobj", "attr"):
            continue
        between = tree.keys[verb + 1 : at]
        if (
            verb < at
            and all(k in _QUALIFIERS for k in between)
            and at + 1 < len(tree.tags)
            and tree.tags[at + 1] in {"IN", "TO"}
        ):
            labels[at] = "dobj"


def up_to(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """Hang "up to" on its number, and the number on what "up" was hung on."""
    for up, key in enumerate(tree.keys[:-2]):
        to, number = up + 1, up + 2
        if key != "up" or tree.keys[to] != "to" or tree.tags[number] != "CD" or tree.labels[up] == "quantmod":
            continue
        if tree.labels[up] == "prt" or tree.is_verb(tree.heads[up]) and tree.tags[tree.heads[number]][:2] == "NN":
            _number_of(tree, up, heads, labels)
            continue
        if tree.labels[number] != "pobj" or tree.heads[number] != to or tree.heads[to] != up or heads[up] == up:
            continue
        heads[number], labels[number] = heads[up], "conj" if labels[up] == "conj" else "dobj"
        for k in tree.children[up]:
            heads[k] = number
        heads[up], labels[up], heads[to], labels[to] = number, "quantmod", number, "quantmod"


_WITH_UP = words("apposed.with_up")


def _number_of(tree: Tree, up: int, heads: list[int], labels: list[str]) -> None:
    """ "Killing up to 60 of them": behind a particle "up" that is none stands the object."""
    verb, to = tree.heads[up], up + 1
    found = next((n for n in tree.of(to, "pobj") if n > to), None)
    goes_on = any(tree.keys[c] == "to" and c > to for c in tree.of(verb, "prep"))  # "add up to 90 men to its force"
    if found is None or tree.heads[to] not in {up, verb} or tree.keys[verb] in _WITH_UP and not goes_on:
        return
    is_before = up < verb and not tree.of(verb, *SUBJECT)
    if not is_before and (up < verb or tree.of(verb, "dobj", "auxpass")):
        return
    passive = "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
    heads[found], labels[found] = verb, passive if is_before else "dobj"
    if is_before:
        for c in tree.children[up]:
            heads[c] = found if c > found else heads[c]
    heads[up], labels[up], heads[to], labels[to] = up + 2, "quantmod", up + 2, "quantmod"


def months_before(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "In May 450 Australians are to arrive": no day, but how many do what follows."""
    for at in range(2, len(tree.keys) - 2):
        month, noun, verb = at - 1, at + 1, at + 2
        if tree.tags[at] != "CD" or tree.heads[at] != month or tree.keys[month] not in MONTH_NAMES:
            continue
        day = tree.keys[at].replace(",", "")
        if not day.isdecimal() or int(day) <= _DAYS or len(day) == len("2020"):
            continue
        if (
            tree.tags[noun] not in {"NNS", "NNPS"}
            or tree.labels[noun] != "pobj"
            or tree.tags[verb][:2] not in {"VB", "MD"}
        ):
            continue
        above = verb if tree.labels[verb] not in {"aux", "auxpass"} else tree.heads[verb]
        heads[month], labels[month] = heads[noun], "pobj"
        heads[at], labels[at] = noun, "nummod"
        heads[noun], labels[noun] = above, "nsubjpass" if tree.of(above, "auxpass") else "nsubj"


def heavy_objects(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Raised from 4,200 to 6,500 the number of soldiers": the object stands behind its numbers, none of which counts
    it."""
    for at in range(2, len(tree.keys) - 1):
        noun, prep = tree.heads[at], tree.heads[tree.heads[at]]
        if tree.labels[at] not in {"det", "poss"} or tree.tags[at - 1] != "CD" or noun < at:
            continue
        if tree.labels[noun] != "pobj" or prep > at or not any(k in {"from", "to"} for k in tree.keys[prep:at]):
            continue
        verb = next((a for a in tree.ancestors(prep) if tree.tags[a][:2] == "VB"), None)
        if verb is None or tree.of(verb, "dobj") or tree.of(verb, "auxpass"):
            continue
        for k in range(prep + 1, at):
            if heads[k] == noun:
                heads[k], labels[k] = prep, "pobj"
        heads[noun], labels[noun] = verb, "dobj"
    _from_to(tree, heads, labels)


def numbers_after_months(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "To 2,888 by January and 2,500 by June": the second number stands beside the first, not beside its month."""
    for at, label in enumerate(tree.labels):
        month = tree.heads[at]
        if label != "conj" or tree.tags[at] != "CD" or tree.keys[month] not in MONTH_NAMES or "," not in tree.keys[at]:
            continue
        by = tree.heads[month]
        first = next((k for k in range(by - 1, max(by - 3, 0), -1) if tree.tags[k] == "CD"), None)
        if tree.labels[month] == "pobj" and first is not None:
            heads[at] = first


def _from_to(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Cut its force from 900 to 150 last year": two phrases of the verb; neither number counts years."""
    for prep in range(len(tree.keys) - 4):
        first, to = prep + 1, prep + 2
        if tree.keys[prep] != "from" or tree.tags[first] != "CD" or tree.keys[to] != "to":
            continue
        second = next((k for k in range(to + 1, min(to + 5, len(heads))) if tree.tags[k] == "CD"), None)
        if second is None or labels[first] not in {"quantmod", "nummod", "compound"} or heads[first] <= to:
            continue
        noun = heads[second]
        if tree.keys[noun] in _TIMES and labels[noun] == "pobj" and heads[noun] == prep and noun > second:
            heads[noun], labels[noun] = heads[prep], "npadvmod"
            heads[first], labels[first] = prep, "pobj"
            heads[to], labels[to] = heads[prep], "prep"
            heads[second], labels[second] = to, "pobj"


_TIMES = frozenset("year years month months week weeks decade today spring summer autumn winter".split())
_DAYS = 31


def _is_closed(tree: Tree, at: int) -> bool:
    """Nothing of the aside is left, or only a phrase ("at present", "according to diplomats")."""
    return at >= len(tree.keys) or tree.keys[at] in _ENDS or tree.tags[at] in {"IN", "RB", "VBG"}


def _noun_before(tree: Tree, opens: int) -> int | None:
    at = opens - 1
    for _ in range(8):
        up = tree.heads[at]
        if tree.labels[at] not in _WITHIN or up >= opens or tree.is_verb(up) or up == at:
            break
        at = up
    return at if tree.tags[at][:2] in {"NN", "JJ"} else None


def absolutes(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "The drawdown goes on with the camp (the last) handed to the army": the participle is the noun's."""
    for verb, label in enumerate(tree.labels):
        if (
            label != "advcl"
            or tree.tags[verb] not in {"VBD", "VBN"}
            or tree.of(verb, "nsubj", "nsubjpass", "dobj", "aux", "mark")
        ):
            continue
        edge = verb
        if tree.keys[verb - 1] == ")" and "(" in tree.keys[:verb]:
            edge = max(k for k in range(verb) if tree.keys[k] == "(")
        noun = next((n for n in range(edge - 1, 0, -1) if tree.labels[n] == "pobj" and tree.span(n)[1] == edge), 0)
        if noun and tree.keys[tree.heads[noun]] == "with" and tree.heads[tree.heads[noun]] == tree.heads[verb]:
            heads[verb], labels[verb], tags[verb] = noun, "acl", "VBN"
    _examples(tree, heads, labels)


def _examples(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "In places like X and Y", "in countries such as X": in X."""
    for at, key in enumerate(tree.keys):
        noun = tree.heads[at]
        if key not in {"like", "as"} or noun >= at or tree.keys[noun] not in SPOTS or tree.labels[noun] != "pobj":
            continue
        for name in tree.of(at, "pobj"):
            heads[name], labels[name] = tree.heads[noun], "pobj"
            heads[noun], labels[noun] = name, "nmod"


def behind_clauses(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Two years after troops left X, Ukraine still holds it": the parser takes Ukraine for the land of X, though the
    verb behind it lacks a subject."""
    for verb, tag in enumerate(tree.tags):
        is_finite = tag in {"VBD", "VBZ", "VBP"} or tag[:2] == "VB" and bool(tree.of(verb, "aux"))
        if not is_finite or tree.of(verb, *SUBJECT):
            continue
        edge = verb
        while edge and tree.labels[edge - 1] in {"aux", "auxpass", "advmod", "neg"} and tree.heads[edge - 1] == verb:
            edge -= 1
        noun = edge - 1
        if noun < 2 or tree.tags[noun][:2] != "NN" or tree.labels[noun] != "appos":
            continue
        is_led_in = any(tree.labels[a] == "advcl" and tree.heads[a] == verb for a in tree.ancestors(noun))
        if is_led_in and tree.keys[tree.span(noun)[0] - 1] == ",":
            heads[noun], labels[noun] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
