"""Ships by the name alone: after "USS Gerald R. Ford" or "the frigate Hessen", "the Ford" and "the Hessen" are they."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.classes import nouns, words
from ..language.grammar import set_of
from ..language.text import Sentence, Token
from ..mentions import ForceMention, Spotted

#: What stands before the name of a navy's ship.
PREFIXES = words("ship_prefix")
#: Kinds of ships, before a name of their own.
_KINDS = nouns("warship") | nouns("auxiliary_ship")
_GROUPS = set_of("carrier strike group amphibious ready battle")
_SHORTEST = 4


def name_ships(sentences: Sequence[Sentence], spots: Sequence[Spotted]) -> None:
    """Wherever a ship that the text has named before is called by its name alone, it is a force."""
    known: dict[str, tuple[str, ...]] = {}
    for sentence, spotted in zip(sentences, spots, strict=True):
        if known:
            _call(sentence.tokens, spotted, known)
        for f in spotted.forces:
            known.update(_introduced(sentence.tokens, f))


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
        spotted.forces.append(ForceMention(start, at, known[t.key], True, "unit", "ship"))
        spotted.taken.update(range(start, at + 1))
        spotted.places[:] = [p for p in spotted.places if not start <= p.first <= at]
    spotted.forces.sort(key=lambda f: f.first)
