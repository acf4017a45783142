"""Numbers without a noun, which parsers hang on what stands before them: "over 300 have left", "in Mali about 200"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .classes import words
from .grammar import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .syntax import Tree
    from .text import Token

_ROUGHLY = frozenset("over about around under above".split())
_LOOSE = frozenset(
    "some about roughly nearly almost around over under only another just perhaps than more fewer less".split()
)
_NUMBERED = words("lonenumbers.numbered")
_FEW = frozenset("one two three four five six seven eight nine".split())
_ENDS = frozenset(", . ; : and ) – —".split())
#: "900 home on Monday", but "900 home guards".
_BEHIND_HOME = frozenset(". , on in by from before after for to and as until this last next within when".split())


def is_homewards(toks: Sequence[Token], at: int) -> bool:
    """ "Ordered the contingent of 900 home": an adverb, and no house of that number."""
    behind = {t.key for t in toks[at + 1 : at + 2]}
    return at > 0 and toks[at - 1].key[0].isdecimal() and bool(behind & _BEHIND_HOME)


def lone_numbers(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """Hang each such number on its verb, as its subject, or on the number before it, with its place."""
    for k, tag in enumerate(tree.tags):
        if tag == "NNP" and labels[k] in {"conj", "dobj"}:
            _next_year(tree, k, heads, labels)
        if tag != "CD" or not _is_count(tree.keys[k]):
            continue
        if (verb := _verb_behind(tree, k)) is not None:
            _subject_after_all(tree, k, verb, heads, labels)
        elif labels[k] in {"pobj", "nummod", "appos", "npadvmod", "dep", "nsubj", "conj"}:
            _in_turn(tree, k, heads, labels)


def _next_year(tree: Tree, k: int, heads: list[int], labels: list[str]) -> None:
    """ "Flew against X in 1991 and Y in 2001", "left X in 1991 and Y a year later": Y goes on with X, and is neither a
    year nor a verb."""
    verb, start = tree.heads[k], tree.span(k)[0]
    if tree.is_verb(verb):
        thing = tree.object(verb)
        between = tree.keys[tree.span(thing)[1] : start] if thing is not None and verb < thing < k else ()
        if thing is not None and len(between) == 3 and between[0] == "in" and between[-1] == "and":
            if between[1].isdecimal() and tree.tags[thing] == "NNP":
                heads[k], labels[k] = thing, "conj"
        return
    prep = tree.heads[tree.heads[k]]
    name = prep - 1
    if tree.tags[tree.heads[k]] != "CD" or tree.keys[prep] != "in" or k + 1 >= len(tree.keys) or name < 1:
        return
    is_name = tree.tags[name] == "NNP" and tree.heads[name] != prep and tree.labels[name] in {"pobj", "dobj", "conj"}
    if is_name and tree.keys[tree.span(k)[0] - 1] == "and" and tree.keys[k + 1] == "in":
        heads[k], labels[k] = name, "conj"


def _is_count(key: str) -> bool:
    """No single digit, no year."""
    return key not in _FEW and not (
        key.isdecimal() and (len(key) < 2 or len(key) == 4 and key[:2] in {"18", "19", "20"})
    )


def _verb_behind(tree: Tree, k: int) -> int | None:
    """The finite verb right behind a number that lacks a subject."""
    at = k + 1
    at += at < len(tree.tags) and tree.keys[at] in {"more", "others"}
    if at >= len(tree.tags) or tree.tags[at] not in ({"MD", "VBZ", "VBP", "VBD"} | ({"VBN"} if at > k + 1 else set())):
        return None
    verb = tree.heads[at] if tree.labels[at] in {"aux", "auxpass"} else at
    return verb if tree.is_verb(verb) and not tree.of(verb, *SUBJECT, "expl") else None


def _subject_after_all(tree: Tree, k: int, verb: int, heads: list[int], labels: list[str]) -> None:
    """ "Over 300 have left", "at present 300 are there": no number of the phrase before it."""
    up, label = tree.heads[k], "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
    if tree.labels[k] == "nummod" and tree.keys[up] in {"more", "others"} and up == k + 1:
        heads[up], labels[up] = verb, label
    elif tree.labels[k] in {"nummod", "appos", "npadvmod"} and up < k and tree.keys[k - 1] not in _NUMBERED:
        heads[k], labels[k] = verb, label  # "in the border region 300 are based"
    elif tree.labels[k] == "pobj" and tree.keys[up] in _ROUGHLY and up == k - 1:
        heads[k], labels[k], heads[up], labels[up] = verb, label, k, "quantmod"
    elif tree.labels[k] == "pobj" and up < k - 1 and tree.labels[up] == "prep":
        between = [c for c in range(up + 1, k) if tree.heads[c] in {k, up} and tree.tags[c][:2] in {"NN", "JJ"}]
        inner = [c for c in between if tree.keys[c] not in _LOOSE]
        if inner and inner[0] - up <= 2 and tree.keys[up] not in {"between", "from", "than"}:
            heads[inner[-1]], labels[inner[-1]] = up, "pobj"
            heads[k], labels[k] = verb, label


def _in_turn(tree: Tree, k: int, heads: list[int], labels: list[str]) -> None:
    """ "There are 300 in Mali; in Chad, 200": of the same as the number before it, at a place of its own."""
    end = k + 1
    if end < len(tree.keys) and tree.keys[end] not in _ENDS:
        return
    name = k - 1
    while name > 0 and (tree.keys[name] in _LOOSE or tree.keys[name] == "," and tree.keys[name - 1] != ","):
        name -= 1
    if name < 2 or tree.tags[name][:3] not in {"NNP", "NN"} or tree.tags[k - 1] in {"CD", "$"}:
        return
    start = name
    while start > 0 and (tree.tags[start][:2] in {"NN", "JJ", "DT"} or tree.keys[start] in {"of", "-", "al"}):
        start -= 1
    if (
        tree.keys[start] not in {"in", "at", "on"}
        or start < 2
        or tree.keys[start - 1] not in {",", ";", "and", "while"}
    ):
        return
    before = next((c for c in range(start - 2, -1, -1) if tree.tags[c] == "CD" and _is_count(tree.keys[c])), None)
    if before is None or not name - start <= 6:
        return
    verbs = [v for v in range(before, start) if tree.tags[v][:2] in {"VB", "MD"} and tree.is_predicate(v)]
    if len(verbs) > 1 or any(tree.tags[v][:2] == "VB" for v in range(start, k)):
        return
    top = next((c for c in range(start + 1, name + 1) if tree.heads[c] == start), name)
    heads[top], labels[top] = start, "pobj"
    heads[start], labels[start] = k, "prep"
    heads[k], labels[k] = before, "conj"
    for c in range(name + 1, k):
        if tree.tags[c] not in {","}:
            heads[c], labels[c] = k, "quantmod" if tree.tags[c] != "RB" else "advmod"
