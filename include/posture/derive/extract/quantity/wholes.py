"""Wholes and their parts: "6,000 fighters in the country, most of them in X", "mainly in Y and Z".

The number is the whole's; of the part a sentence only says where it is.
"""

from __future__ import annotations

from ..clauses import View
from ..draft import Draft
from ..geography.placed import LOCATIVE
from ..language.classes import nouns
from ..mentions import PlaceMention

#: Words for a part of the troops spoken of.
PARTS = frozenset(
    (
        "most majority bulk half third quarter fifth two-thirds three-quarters many some several part rest remainder "
        "others few fraction proportion handful dozens hundreds thousands"
    ).split()
)
_MAINLY = frozenset("mainly mostly chiefly primarily largely notably especially particularly predominantly".split())
_WAY = frozenset("pobj prep conj compound nmod appos amod poss advmod acomp".split())


def part_of(view: View, p: PlaceMention) -> int | None:
    """The word for a part of which a place is said: "most" in "most of them in X", "third" in "a third are at X"."""
    tree, at = view.tree, p.last
    for _ in range(10):
        if tree.keys[at] in PARTS and at < p.first:
            return at if view.key(at + 1) != "of" or view.key(at + 2) in _THEM else None
        if tree.is_predicate(at):
            found = [c for c in tree.of(at, "nsubj", "nsubjpass") if tree.keys[c] in PARTS]
            if not found or found[0] > p.first or "," in tree.keys[found[0] : at]:
                return None  # "850 men, most of them Ghanaians, were at X": all of them
            return found[0]
        if tree.heads[at] == at or tree.labels[at] not in _WAY:
            return None
        at = tree.heads[at]
    return None


#: "Half of the country" is no part of any troops.
_THEM = frozenset("them whom these those its their his the".split())


def is_part(view: View, p: PlaceMention, after: int) -> bool:
    """A place after a count says where only a part of the counted are."""
    if p.first > after and (view.key(_lead(view, p) - 1) in _MAINLY or _is_namely(view, p)):
        return True
    part = part_of(view, p)
    return part is not None and after < part and view.key(part - 1) != "not"


def _lead(view: View, p: PlaceMention) -> int:
    """The preposition that says where: "at" of "at the air bases of X", too."""
    tree, at = view.tree, view.tree.heads[p.last]
    while view.key(at) == "of" and tree.labels[tree.heads[at]] == "pobj" and tree.heads[at] < p.first:
        at = tree.heads[tree.heads[at]]
    return at if at < p.first and view.key(at) in LOCATIVE else p.first - 1


def _is_namely(view: View, p: PlaceMention) -> bool:
    """ "900 troops in the country, namely the remote X base"."""
    start = view.tree.span(p.last)[0]
    return "namely" in {view.key(start - 1), view.key(start)} and start <= p.first


def _is_seat(view: View, p: PlaceMention, after: int) -> bool:
    """ "Has 6,000 men, with forward headquarters at X and a depot at Y": where they have a site."""
    tree = view.tree
    noun = tree.heads[tree.heads[p.last]]
    if p.first <= after or tree.labels[p.last] != "pobj" or not _SEATS & {view.key(noun)}:
        return False
    first = tree.first_conjunct(noun)
    return after < first and tree.labels[first] == "pobj" and view.key(tree.heads[first]) == "with"


_SEATS = nouns("wholes.seats")


def part_groups(view: View, groups: list[list[PlaceMention]], after: int) -> list[list[PlaceMention]]:
    """Where parts of the counted are, by a phrase without a verb ("most of them are in X" is read by its verb)."""
    found = []
    for group in groups:
        first = group[0]
        if view.key(_lead(view, first)) not in LOCATIVE and first.prep not in LOCATIVE and not _is_namely(view, first):
            continue
        if not (is_part(view, first, after) or _is_seat(view, first, after)):
            continue
        if not any(view.tree.is_predicate(k) for k in range(part_of(view, first) or first.first, first.first)):
            found.append(group)
    return found


def parts(view: View, groups: list[list[PlaceMention]], whole: Draft) -> list[Draft]:
    """Presences where a count's parts are; how many they are is not said."""
    at = next((i for i, t in enumerate(view.toks) if t.start >= whole.trigger_end), len(view.toks))
    found: list[Draft] = []
    for group in part_groups(view, groups, at - 1):
        if group[0] is whole.place or whole.is_place_open and len(group) == 1 and _is_minor(view, group[0]):
            continue
        if any(view.key(k) in {";", "and"} for k in range(at, group[0].first)):
            continue
        found += [present(whole, p, "mainly") for p in group]
    return found


def _is_minor(view: View, p: PlaceMention) -> bool:
    part = part_of(view, p)
    return part is not None and view.key(part) not in {"most", "majority", "bulk", "rest", "remainder"}


def present(whole: Draft, place: PlaceMention, rule: str) -> Draft:
    """The same troops at a place of their own, uncounted."""
    part = whole.copy()
    part.type_code, part.quantity, part.quantity_before, part.quantity_delta = "presence", None, None, None
    part.place, part.rule, part.is_place_inferred, part.place_reason = place, rule, False, None
    return part


def is_share(view: View, noun: int) -> bool:
    """ "The majority", "most of them", "all of whom": the troops spoken of, or a part of them; no other noun."""
    if view.key(noun) not in PARTS | {"all", "both"}:
        return False
    inner = view.tree.under(noun)
    return all(view.key(n) in _THEM for n in inner) and not view.tree.of(noun, "amod", "compound")
