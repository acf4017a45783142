"""Which places make one list: "A, B and C", "A, a port in the north, and B", "at A (in June) and around B".

What tells more of a place stands aside: in brackets, between commas or dashes. It's left out before the words between
two places are looked at, which then may be no more than those that join, where, and what a place is.
"""

from __future__ import annotations

from ..clauses import View
from ..language.classes import words
from ..language.grammar import BETWEEN_PLACES, set_of
from ..mentions import PlaceMention
from .datedlists import is_dated, undated
from .grounds import GROUNDS
from .placekinds import POINTERS

#: "The dam at A and a bridge near B": nouns between two names of one list.
NOUNS = GROUNDS | POINTERS | {"a", "an"}
_JOINING = set_of("and or & plus")
_MARKS = {"(": frozenset(")"), "[": frozenset("]"), ",": frozenset(","), **dict.fromkeys("–—-", frozenset("–—-"))}
_CLOSING = frozenset(")]")
#: No aside is longer, in tokens; nor is one behind the "and" that it follows.
_LONGEST, _LONGEST_BEHIND = 16, 6
_RELATIVE = set_of("which where whose who whom")
#: These begin an aside that may have a verb of its own: a relative clause, "home to a garrison of …".
_OPENING = _RELATIVE | {"home"}
#: Where a place of a list is, whatever stands before the others.
_LOCAL = set_of("around near outside inside nearby")
_IN_ALL = set_of("in at and near outside around")
_ON = set_of("on off inside")
_AFTER = set_of("in at near outside around from") | {""}
NAMED_SITES = words("named_site")


def is_joined(view: View, group: list[PlaceMention], p: PlaceMention) -> bool:
    """Whether an "and" or the like joins a place to a group before it."""
    return bool(_JOINING & view.words_in(group[-1].last + 1, p.first)) and goes_on(view, group, p)


def goes_on(view: View, group: list[PlaceMention], p: PlaceMention) -> bool:
    """Whether a place goes on the list of a group before it."""
    prev, before = group[-1], group[0]
    start = behind_held(view, prev, p)
    said = [view.key(k) for k in range(start, p.first)]
    plain = _without_asides(view, start, p.first)
    if plain != said and not _JOINING & set(plain):
        return False  # "At A, outside B, the army keeps …"
    dateless = undated(view, start, p.first) if {"and", ","} & set(said) else plain
    between = min(plain, dateless, key=len)
    bare = without_sort(between)
    if p.prep == "of" or _JOINING & set(between) or bare == [","]:  # not "A, in the state of B"
        between = bare
    between = between[:-2] if between[-2:] == ["out", "of"] and view.key(prev.first - 1) == "of" else between
    joins = _joins(view, before, between)
    if joins and _is_short(between) and _says_where_alike(view, before, p, between):
        return True
    return _is_item(view, prev, p, start)


#: Where a thing of a list is.
_OF_ITEMS = _IN_ALL | _ON | {"of"} - {"and"}
#: No force and nobody's men: they are where they are, and do not what is said of the place before.
_ACTING = ("movers", "materiel", "units", "personnel")


def _is_item(view: View, prev: PlaceMention, p: PlaceMention, start: int) -> bool:
    """ "The base at A, the oil terminal of B and a depot near C", "on the hills of A and in B": things and phrases at
    places that grammar makes one list."""
    tree = view.tree
    end = p.first - 1 if view.key(p.first - 1) == "the" else p.first
    noun, first = end - 2, start + (view.key(start) == "," and view.key(start + 1) in _JOINING) + 1
    if view.key(end - 1) not in _OF_ITEMS or view.key(first - 1) not in _JOINING | {","}:
        return False
    if noun == first - 1:
        return view.key(noun) in _JOINING and tree.labels[end - 1] == "conj" and tree.heads[end - 1] < prev.first
    if (
        noun < first
        or not all(tree.tags[k] in _IN_PHRASE for k in range(first, noun))
        or "other" in view.words_in(first, noun)
    ):
        return False
    if tree.tags[noun][:2] != "NN" or any(view.has_class(noun, noun + 1, kind) for kind in _ACTING):
        return False
    own = tree.heads[tree.heads[prev.last]] if tree.labels[prev.last] == "pobj" else prev.last
    above, chain = tree.heads[noun], tree.first_conjunct(own)
    if view.key(first - 1) == ",":  # a third follows, and the parser may take the second for another name of the first
        third = [c for n in (noun, p.last) for c in tree.of(n, "conj") if _JOINING & view.words_in(p.last + 1, c)]
        is_list = bool(third) and tree.labels[noun] in {"conj", "appos"}
        return is_list and (prev.first <= above <= prev.last or above in {own, chain})
    return tree.labels[noun] == "conj" and (prev.first <= above <= prev.last or tree.first_conjunct(noun) == chain)


#: Tags of what may stand before the noun of a phrase.
_IN_PHRASE = set_of("DT JJ JJR JJS NN NNS NNP CD PRP$ VBN POS HYPH")


def behind_held(view: View, prev: PlaceMention, p: PlaceMention) -> int:
    """Where the words between two places begin: behind what the first lies in, its bracket included."""
    held = prev.container
    if held is None or not prev.last < held.last < p.first:
        return prev.last + 1
    return held.last + (2 if view.key(held.last + 1) in _CLOSING else 1)


_SORTS = words("joined.sorts")


def without_sort(between: list[str]) -> list[str]:
    """The words before a sort of place and its adjectives: "and (the northern island of) X"."""
    if between[-1:] != ["of"] or between[-2:-1] == [] or between[-2] not in _SORTS:
        return between
    at = len(between) - 2
    while at and between[at - 1] not in BETWEEN_PLACES | {"the", "an", "a"}:
        at -= 1
    return between[: at - 1] if at and between[at - 1] in {"the", "an", "a"} else between[:at]


def _joins(view: View, first: PlaceMention, between: list[str]) -> bool:
    """The words between are such as join places, and one of them does."""
    loose = BETWEEN_PLACES | {"plus"}
    if "and" in between:
        loose |= NOUNS | NAMED_SITES | {"outside", "around"}
    if between[:1] == [";"]:
        loose |= {";"}
    if "but" in between and {"not", "only"} <= view.words_in(first.first - 4, first.first):
        loose |= {"but"}
    numbered = any(w.isdecimal() for w in between) and any(
        w in {"in", "at", "from", "to", "near", "on"} for w in between
    )
    return (
        not (numbered and not is_dated(between))
        and all(w in loose or w.isdecimal() for w in between)
        and any(w in {"and", ",", "or", "&", "well", "plus", ";", "but"} or w.isdecimal() for w in between)
    )


def _is_short(between: list[str]) -> bool:
    return bool(between) and (len(between) <= 6 or len(between) <= 8 and "and" in between)


def _says_where_alike(view: View, before: PlaceMention, p: PlaceMention, between: list[str]) -> bool:
    """The preposition is that of the list, or one that says where as that does."""
    if not p.prep or p.prep == before.prep or between[-1] in _LOCAL and between[-2:-1] and between[-2] in _JOINING:
        return True
    if before.prep == "of" and p.prep in {"from", "to"} and p.prep in view.words_in(before.first - 4, before.first):
        return True
    if {"from", "to"} & set(between):
        return False
    if _JOINING & set(between):
        return p.prep in _IN_ALL | _ON and before.prep in _AFTER | _ON
    return p.prep in _IN_ALL and before.prep in _AFTER


def _without_asides(view: View, start: int, end: int) -> list[str]:
    """The words of a range without what stands aside."""
    kept: list[str] = []
    i = start
    while i < end:
        if (behind := _behind_aside(view, i, end)) is not None:
            i = behind
            continue
        kept.append(view.key(i))
        i += 1
    return kept


def _behind_aside(view: View, i: int, end: int) -> int | None:
    """Where the words go on behind an aside that is opened at i; None if none is."""
    closing = _MARKS.get(view.key(i))
    if closing is None:
        return None
    close = next((k for k in range(i + 1, min(end, i + 2 + _LONGEST)) if view.key(k) in closing), None)
    if close is None:
        is_dash = view.key(i) in "–—-"
        return i + 1 if is_dash and view.key(i + 1) in _JOINING else None
    if closing <= _CLOSING:  # but "in Libya (Tripoli) and Syria (Damascus)": the towns are where
        return close + 1 if view.key(i + 1) in _RENAMED or not view.places_in(i + 1, close) else None
    if close == i + 1:
        return None
    if view.key(i - 1) in _JOINING:  # "and, further north, B"
        is_plain = close - i <= _LONGEST_BEHIND and not _has_verb(view, i + 1, close)
        return close + 1 if is_plain and not view.places_in(i + 1, close) else None
    if view.key(close + 1) not in _JOINING:
        return None
    is_named = any(p.form == "place" and p.first == i + 1 for p in view.places_in(i + 1, close))
    opens = view.key(i + 1) in _OPENING
    return close if not is_named and (opens or not _has_verb(view, i + 1, close)) else None


_RENAMED = set_of("formerly previously once now aka")


def is_other_name(view: View, prev: PlaceMention, p: PlaceMention) -> bool:
    """ "A (formerly B)": what a place was called."""
    return view.key(prev.last + 1) == "(" and view.key(prev.last + 2) in _RENAMED and p.first - prev.last in {3, 4}


def _has_verb(view: View, start: int, end: int) -> bool:
    tags = view.tree.tags
    return any(tags[k] in {"VBD", "VBZ", "VBP", "MD"} for k in range(start, end))


def is_next(
    view: View, prev: PlaceMention, p: PlaceMention, places: list[PlaceMention], are_alike: bool, is_region_said: bool
) -> bool:
    """Whether, of a place and a wider one right behind a comma, the second is the next of a list: "Khost, Kunar and
    Paktika", not what the first lies in: "Izium, Kharkiv region, and Lyman".

    Args:
        view: the sentence.
        prev: the place before the comma.
        p: the wider one behind it.
        places: all places of the sentence.
        are_alike: both can be read as places of one rank.
        is_region_said: a noun says that the second is a region or province.
    """
    if p.place.kind_code in {"country", "theatre"} or is_region_said:
        return False
    at = p.last + 1
    after = next((q for q in places if q.first > p.last), None)
    if after is not None and after.first - p.last <= 4 and _lies_in_next(view, after, p, places):
        return False  # "Fayetteville, North Carolina and Killeen, Texas"
    if view.key(at) in _JOINING:
        return True
    is_open = view.key(at) == "," and after is not None and after.first - p.last <= 3
    return is_open and are_alike


def _lies_in_next(view: View, inner: PlaceMention, p: PlaceMention, places: list[PlaceMention]) -> bool:
    """Behind a place stands, after a comma, one of the kind of that before it: pairs of town and region."""
    outer = next((q for q in places if q.first == inner.last + 2 and view.key(inner.last + 1) == ","), None)
    return outer is not None and outer.place.kind_code == p.place.kind_code != inner.place.kind_code
