"""Whose a state's bodies and leaders are: "the government", where the sentence has named that state's parliament,
president or opposition before it; those who decide on its forces, by their surnames ("Obama sent 300 soldiers").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from .... import lexicon
from ..clauses import View
from ..language.classes import words
from ..language.text import Sentence
from ..mentions import Spotted
from .referents import Codes

_POLITY = words("polity")


def polity(view: View, at: int, without: frozenset[str]) -> tuple[str, ...]:
    """The one state of which such a body is named before `at` in its sentence: "Kenya's parliament backed the
    government's plan", "lawmakers in Canada", "the Polish opposition"."""
    found: list[tuple[str, ...]] = []
    for f in view.spotted.forces:
        if (
            f.last >= at
            or len(f.codes) != 1
            or f.codes[0] in without
            or view.vocabulary.kinds.get(f.codes[0]) != "state"
        ):
            continue
        behind = f.last + 1 + (view.key(f.last + 1) in {"'s", "’s", "'"})
        has_body = view.key(behind) in _POLITY or view.key(f.last) in _POLITY
        is_in = view.key(f.first - 1) == "in" and view.key(f.first - 2) in _POLITY
        if (has_body or is_in) and f.codes not in found:
            found.append(f.codes)
    return found[0] if len(found) == 1 else ()


_ISSUES = words("polities.issues")


#: How they begin: "The Ministry of Defence of Peru informs that".
_INFORMS = frozenset("informs inform announces announce communicates regrets wishes notifies".split())


def issuer(opening: Sequence[Sentence], named: Sequence[Spotted], reporting: Collection[str]) -> Codes:
    """Whose statement a text is, by its title ("Statement by the Ministry of Defence of the Republic of Chad") or by
    how it opens."""
    for at, (sentence, spotted) in enumerate(zip(opening, named, strict=False)):
        keys = [t.key for t in sentence.tokens]
        is_title = not at and sentence.kind == "heading" and set(keys).isdisjoint(reporting)
        end = len(keys) if is_title else next((k for k, key in enumerate(keys) if key in _INFORMS), 0)
        codes = {c for f in spotted.forces if f.last < end for c in f.codes}
        if len(codes) == 1 and not _ISSUES.isdisjoint(keys[:end]):
            return tuple(codes)
    return ()


def armed(shares: Mapping[str, float], home: str, about: str) -> tuple[dict[str, float], str, str]:
    """Shares of lands in a text's names, and those it plays in, by whose soldiers theirs are: "the soldiers" of a text
    about Guam are no army of Guam."""
    owner = {land: state for state, held in lexicon.words()["defended"].items() for land in held}
    of_states: dict[str, float] = {}
    for code, share in shares.items():
        state = owner.get(code, code)
        of_states[state] = of_states.get(state, 0.0) + share
    return of_states, owner.get(home, home), owner.get(about, about)


#: Share of a state in the names of a text from which the text speaks of it.
_NAMED = 0.02


def leaders(weights: Mapping[str, float]) -> dict[str, Codes]:
    """Surname, in small letters → its state; of states that the text names, and of no two of them."""
    meant: dict[str, Codes] = {}
    doubtful: set[str] = set()
    known = lexicon.leaders()
    famous = set(known["famous"])
    for code, names in known.items():
        is_named = weights.get(code, 0.0) >= _NAMED
        for name in () if code == "famous" else names if is_named else famous & set(names):
            doubtful |= {name} & meant.keys()
            meant[name] = (code,)
    return {name: codes for name, codes in meant.items() if name not in doubtful}
