"""Whose "the government" is, where the sentence has named a state's parliament, president or opposition before it."""

from __future__ import annotations

from ..clauses import View

_POLITY = frozenset(
    (
        "parliament parliamentarians lawmakers lawmaker mps mp opposition cabinet president minister ministers premier "
        "chancellor king deputies senate senators senator congress assembly legislature politicians voters public "
        "court courts press newspapers people ministry spokesman spokeswoman capital party parties prime "
        "foreign defence defense lower upper supreme constitutional national"
    ).split()
)


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
