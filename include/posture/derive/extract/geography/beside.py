"""Words beside a name that show it to be a place, or where it ends: "the town of X", "reached X", "withdrew from X"."""

from __future__ import annotations

from ..language.classes import nouns, verbs, words
from ..language.grammar import BE_FORMS, ENDS_COUNT, set_of
from ..language.phrases import COMPASS, LOCATIVE, ROLES
from ..language.text import Token
from .placekinds import MANY_PLACES

SITE_WORDS = words("beside.site_words")
#: Nouns that make a name behind or before them a place.
GEO_NOUNS = words("geo_noun")
#: "The villages of X and Y", "camps at X": names of several follow.
GEO_MANY = MANY_PLACES | set_of("outskirts mines oases farms centres centers")
_LEAVING = verbs("beside.leaving") | {"destined"}
OVER_WATER = words("beside.over_water")
#: What follows a name that ends there.
ENDS_NAME = frozenset(
    "in on at by for from to with after before early late last this yesterday today aboard and or under when as over "
    "during again without within".split()
)
AT_ONCE = verbs("beside.at_once")
_MOVED = verbs("beside.moved")


def is_moved(toks: tuple[Token, ...], at: int) -> bool:
    """ "sent from X to Y and Z": a verb of moving stands right before."""
    return any(t.key in _MOVED for t in toks[max(0, at - 14) : at])


def is_left(toks: tuple[Token, ...], at: int, within: int = 4) -> bool:
    """ "withdrew from X and Y", "left W for X": a verb of leaving stands right before."""
    return any(t.key in _LEAVING for t in toks[max(0, at - within) : at])


_BOUND = words("beside.bound")
_MEANT = words("beside.meant")


def is_bound(toks: tuple[Token, ...], at: int) -> bool:
    """ "left the port for X", "bound for X": where they go, not for whose good."""
    at -= 1
    while at > 0 and (toks[at].key in COMPASS | {"the"} or toks[at].text == "-"):
        at -= 1  # "left for northern Iraq", "for the Gambia"
    if toks[at].key != "for":
        return False
    near = {t.key for t in toks[max(0, at - 3) : at]}
    return bool(near & _MEANT) or any(t.key in _BOUND for t in toks[max(0, at - 8) : at])


_AMONG = (("including",), ("namely",), ("notably",), ("among", "them"), ("among", "which"), ("such", "as"))
LANDS = frozenset("countries states nations republics lands".split())
#: So many words a phrase of several countries has before its noun: "in a dozen other African".
_FEW = 5


def among(toks: tuple[Token, ...], first: int) -> str:
    """The preposition of several lands of which the name is one: "in four countries, including X"; else ""."""
    for these in _AMONG:
        at = first - len(these)
        if at < 2 or tuple(t.key for t in toks[at:first]) != these:
            continue
        at -= 2 if toks[at - 1].text == "," else 1
        before = range(at - 1, max(at - 2 - _FEW, -1), -1)
        if toks[at].key in LANDS and (prep := next((k for k in before if toks[k].key in ROLES), None)) is not None:
            return toks[prep].key if toks[prep].key in LOCATIVE | {"to"} else ""
    return ""


def is_where(toks: tuple[Token, ...], first: int) -> bool:
    """ "In Entebbe", "moved from Northwood": the town, whose name stands for a government elsewhere."""
    before = toks[first - 1].key if first else ""
    return before in {"in", "at", "near", "outside"} or before in {"from", "to"} and is_left(toks, first, 8)


def is_fired_at(toks: tuple[Token, ...], first: int) -> bool:
    """ "Fired missiles against Chad": arms fall on the land; a war is fought against the state."""
    is_against = first > 1 and toks[first - 1].key == "against"
    return is_against and any(t.key in nouns("falls_on_land") for t in toks[max(0, first - 6) : first])


#: "The suburbs of Damascus": the town.
_PARTS_OF_TOWNS = words("part_of_town")


def names_town(toks: tuple[Token, ...], first: int) -> bool:
    """ "The outskirts of Cairo", "most streets of West Beirut": a capital's name that means the town."""
    of = first - 1
    while of > 0 and toks[of].key in COMPASS:
        of -= 1
    return of > 0 and toks[of].key == "of" and toks[of - 1].key in COMPASS | _PARTS_OF_TOWNS


def is_scene(toks: tuple[Token, ...], last: int) -> bool:
    """ "Bamako hosts 900 soldiers", "Bamako is home to …", "Bamako, where …": the town, not its government."""
    after = tuple(t.key for t in toks[last + 1 : last + 4])
    if after[:1] and after[0] in _OF_TOWNS or after[1:2] == ("where",) and after[0] == "is":
        return True
    if after[:1] and after[0] in _IS and {t.key for t in toks[last + 2 : last + 8]} & _HELD:
        return True
    return after[:1] in {("hosts",), ("hosted",), ("houses",), ("housed",), ("accommodates",)} or (
        after[:2] == (",", "where")
        or after[1:2] in {("host",), ("hosted",), ("house",)}
        or after[1:3] == ("home", "to")
        or after[1:2] == ("home",)
        and after[0] in _IS  # but "Washington brought home its troops"
    )


def is_of_town(toks: tuple[Token, ...], at: int) -> bool:
    """ "At Bangui's airport", "in Kabul's suburbs": what towns have, and states not, stands at a token."""
    return at < len(toks) and toks[at].key in _OF_TOWNS | _QUARTERS


#: What only a town has.
_OF_TOWNS = frozenset("airport harbour harbor garrison aerodrome".split())
_QUARTERS = frozenset("suburb suburbs outskirts streets port gates districts".split())
_IS = frozenset("is has was remains remained".split())
_HELD = words("beside.held")


def describes(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "Died in a US air strike on X", "in UK raids": short for a nation's adjective, no place where it happened."""
    if toks[last].text.replace(".", "") not in _ADJECTIVES or last + 1 >= len(toks):
        return False
    nxt = toks[last + 1]
    if not nxt.text.isalpha() or not nxt.text.islower() or nxt.key in ENDS_COUNT | BE_FORMS | _NO_NOUNS:
        return False
    return not first or toks[first - 1].key != "the" or nxt.key in _ACTS


def is_joined_adjective(toks: tuple[Token, ...], last: int, movers: frozenset[str]) -> bool:
    """ "From Mombasa, and U.S. and Canadian marines fell back": an adjective beside the next one, and no place."""
    if toks[last].text.replace(".", "") not in _ADJECTIVES or last + 3 >= len(toks) or toks[last + 1].key != "and":
        return False
    return toks[last + 2].text[:1].isupper() and toks[last + 3].key in movers


#: Names of states that are adjectives, too.
_ADJECTIVES = frozenset({"US", "UK"})
_ACTS = words("beside.acts")
#: What may follow a state's name that is a place.
_NO_NOUNS = frozenset(
    (
        "as have has had will would may might can could must should said says where when while which that who than "
        "then because if so too also ever once again since until under over early late now alone itself anyway next "
        "last this not no without within between among along there here"
    ).split()
)
