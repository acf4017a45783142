"""Ships by name: whose "the carrier Shandong" is, and who is meant by "the Ford" after "USS Gerald R. Ford"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .... import lexicon
from ..language.classes import nouns, words
from ..language.grammar import set_of
from ..language.text import Sentence, Token, fold
from ..mentions import ForceMention, Spotted

#: What stands before the name of a navy's ship.
PREFIXES = words("ship_prefix")
#: Kinds of ships, before a name of their own.
_WAR = nouns("warship")
_KINDS = _WAR | nouns("auxiliary_ship")
_GROUPS = set_of("carrier strike group amphibious ready battle")
_SHORTEST = 4
#: What stands before a warship's name, if it does not say what kind of ship it is.
_SHIPS = _WAR | set_of("ship vessel boat ships vessels boats")


@lru_cache(maxsize=1)
def _flags() -> dict[tuple[str, ...], str]:
    """The words of a warship's name, folded → its flag."""
    return {tuple(fold(name).replace(".", "").split()): code for name, code in lexicon.ships().items()}


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _flags()))


def name_ships(sentences: Sequence[Sentence], spots: Sequence[Spotted]) -> None:
    """Ships are forces where the register knows them, and where the text calls one by the name that it gave before."""
    known: dict[str, tuple[str, ...]] = {}
    for sentence, spotted in zip(sentences, spots, strict=True):
        known.update(_registered(sentence.tokens, spotted))
        if known:
            _call(sentence.tokens, spotted, known)
        for f in spotted.forces:
            known.update(_introduced(sentence.tokens, f))


def _registered(toks: tuple[Token, ...], spotted: Spotted) -> dict[str, tuple[str, ...]]:
    """Names behind kinds of ships of which the text does not say whose they are: "the carriers Kaga and Izumo"."""
    made: dict[str, tuple[str, ...]] = {}
    for at, t in enumerate(toks):
        if t.key not in _SHIPS or not t.text.islower():
            continue
        behind = at + 1
        while behind < len(toks) and toks[behind].key in {",", "the"} and behind <= at + 2:
            behind += 1  # "its sister ship, the Shandong"
        while found := _flag(toks, behind):
            last, code = found
            if not any(f.codes and f.first <= at <= f.last for f in spotted.forces):
                start = at if behind == at + 1 else behind
                _put(spotted, ForceMention(start, last, (code,), True, "unit", "ship"))
                made[toks[last].key] = (code,)
            behind = last + 1
            if not (t.key.endswith("s") and behind < len(toks) and toks[behind].key in {"and", ","}):
                break
            behind += 1
    return made


def _flag(toks: tuple[Token, ...], first: int) -> tuple[int, str] | None:
    """The last token of the name that the register has there, and the flag."""
    words: list[str] = []
    best = None
    for at in range(first, min(len(toks), first + 2 * _longest())):
        if toks[at].key != ".":
            words.append(toks[at].key.replace(".", ""))
        if toks[first].text[:1].isupper() and (code := _flags().get(tuple(words))):
            best = at, code
    return best


def _put(spotted: Spotted, ship: ForceMention) -> None:
    """The ship in place of what else was seen in its words."""
    inside = range(ship.first, ship.last + 1)
    spotted.forces[:] = [f for f in spotted.forces if f.last not in inside and f.first not in inside]
    spotted.forces.append(ship)
    spotted.forces.sort(key=lambda f: f.first)
    spotted.taken.update(inside)
    spotted.places[:] = [p for p in spotted.places if p.first not in inside]


def _introduced(toks: tuple[Token, ...], f: ForceMention) -> dict[str, tuple[str, ...]]:
    """The last words of the names that a mention gives to ships ("the destroyers Carney and Mason"), and whose."""
    if toks[f.first].key in PREFIXES and toks[f.first].text.isupper():
        last = f.last
        while toks[last].key in _GROUPS:
            last -= 1
        return {toks[last].key: f.codes} if last > f.first and len(toks[last].key) >= _SHORTEST else {}
    if not (toks[f.last].key in _KINDS and toks[f.last].text.islower()):
        return {}
    made, at = {}, f.last + 1
    while at < len(toks):
        start = at
        while at < len(toks) and (toks[at].text[:1].isupper() or toks[at].text == "." and len(toks[at - 1].text) == 1):
            at += 1
        if at == start:
            break
        if len(toks[at - 1].key) >= _SHORTEST:
            made[toks[at - 1].key] = f.codes
        if not (toks[f.last].key.endswith("s") and at < len(toks) and toks[at].key in {"and", ","}):
            break
        at += 1
    return made


#: What a ship does, after its name without an article ("Argyll sailed in May").
_DOES = set_of(
    "sailed sails left leaves returned returns arrived arrives departed joined joins steamed docked berthed relieved "
    "replaced deployed entered reached headed patrolled escorted completed visited spent will has had is was"
)


def _call(toks: tuple[Token, ...], spotted: Spotted, known: dict[str, tuple[str, ...]]) -> None:
    """ "The Ford", or "Ford sailed": and nothing else that the name could belong to."""
    covered = {k for f in spotted.forces for k in range(f.first, f.last + 1)}
    for at, t in enumerate(toks):
        if t.key not in known or not t.text[:1].isupper() or at in covered:
            continue
        start = at
        while start and toks[start - 1].text[:1].isupper() and toks[start - 1].key != "the":
            start -= 1
        after = toks[at + 1] if at + 1 < len(toks) else None
        if after is not None and after.text[:1].isupper():
            continue
        with_article = bool(start) and toks[start - 1].key == "the"
        if not with_article and (after is None or after.key not in _DOES or at - start > 1):
            continue
        _put(spotted, ForceMention(start, at, known[t.key], True, "unit", "ship"))
