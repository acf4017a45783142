"""Going home and setting out: a force that was abroad and goes to its own country leaves where it was, one that leaves
its own country for another is sent there (RECORDS.md §2)."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from ..language.classes import nouns, words
from ..mentions import PlaceMention
from ..reading import Reading

#: Frames of going or sending whose goal can be home.
_FRAMES = frozenset(
    (
        "are_at arrival come convey deploy due_in enter go leave move move_itself on_way relocate send set_out supply "
        "travel"
    ).split()
)
#: Frames of which the force itself says where it goes: who sends troops to a town at home need not bring them home.
_ITSELF = frozenset("set_out enter due_in on_way go travel arrival come come_bare".split())
#: "Deployed soldiers throughout the country": nobody comes home.
_ALL_OVER = frozenset({"throughout", "across"})
_BACK = frozenset("return returns returned returning".split())
#: "Are already back in": there again, wherever they were.
IS_BACK = "be ~ back"
#: Kilometres: nearer than this, a state's troops may go to and fro between their own land and the front.
_FAR = 1500


def goes_home(
    r: Reading, actors: tuple[str, ...], goal: PlaceMention, was_at: PlaceMention | None, *, is_said: bool = False
) -> bool:
    """The goal lies in the force's own country, and it comes from another one.

    Args:
        goal: where the force goes.
        was_at: where the text last had it, if it did.
        is_said: the sentence itself says that it was there.
    """
    home = goal.place.country_code
    if r.code not in _FRAMES or actors != (home,) or goal.prep in _ALL_OVER:
        return False
    abroad = was_at is not None and is_abroad(was_at, actors)
    if was_at is not None and was_at.place.country_code is None and not is_back(r):
        abroad = False
    if was_at is None and r.trigger.lemma.startswith(IS_BACK):
        return True
    if goal.place.kind_code == "country":
        return abroad or is_back(r)
    if not abroad or was_at is None:
        return False
    return (
        is_back(r) or is_said and r.code == "supply" or r.code in _ITSELF and (is_said or _apart(goal, was_at) > _FAR)
    )


def is_there_again(r: Reading) -> bool:
    """ "Are back at the field", now."""
    return r.trigger.lemma.startswith(IS_BACK) and r.view.key(r.first) in {"is", "are"} and r.status != "denied"


def is_abroad(p: PlaceMention, actors: tuple[str, ...]) -> bool:
    """A place in another country, at sea or in a part of the world."""
    if p.place.country_code is None:
        return p.place.kind_code in {"theatre", "sea"}
    return p.place.country_code not in actors


def was_abroad(r: Reading, actors: tuple[str, ...], places: Sequence[PlaceMention]) -> PlaceMention | None:
    """ "Landed at Fort Hood after being deployed to X", "after a year's tour in X": where they come home from."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or not any(tree.keys[c] in _AFTER for c in tree.children[r.first]):
        return None
    for p in places:
        if not is_abroad(p, actors) or p.first < r.last or p.form in {"bare", "owner"}:
            continue
        way = [p.last]
        while way[-1] != r.first and tree.heads[way[-1]] != way[-1]:
            way.append(tree.heads[way[-1]])
        if way[-1] == r.first and tree.keys[way[-2]] in _AFTER:
            if any(tree.keys[k] in _SERVED for k in (*way, *range(way[-2], p.first))):
                return p
    return None


_AFTER = frozenset({"after", "following", "from"})
_SERVED = words("homewards.served")


def falls_back(code: str) -> bool:
    """A frame of withdrawing may lead from one place of a country to another ("fell back on X")."""
    return code in {"withdraw", "return_home"}


def sets_out(r: Reading, actors: tuple[str, ...], start: PlaceMention, goal: PlaceMention | None) -> bool:
    """The start lies in the force's own country and the goal, or where the text has it else, far abroad: it is sent."""
    home = start.place.country_code
    if r.trigger.kind == "verb" and _is_by_ship(r) and (goal is None or not _is_home(goal, actors)):
        if home in actors and start.place.kind_code != "country":
            return True  # "the frigate left Portsmouth"
        bound = goal is not None and any(p in _BOUND and s <= goal.first < e for p, s, e in r.phrases)
        if bound and start.place.kind_code not in {"sea", "theatre"}:
            return True  # "the carrier left Yokosuka for the Yellow Sea": a port is no place that it gives up
    if r.trigger.kind != "verb" or actors != (home,) or goal is None:
        return False
    bound = any(p == "for" and s <= goal.first < e for p, s, e in r.phrases) or _is_on_tour(r, goal)
    if (
        r.code == "leave"
        and bound
        and (goal.place.country_code not in {None, home} or goal.place.kind_code in {"sea", "theatre"})
    ):
        return True
    if start.place.kind_code == "country":
        return start.prep in {"from", "out"} and goal.place.country_code not in {None, home}
    return goal.place.country_code != home and _apart(start, goal) > _FAR


def _is_on_tour(r: Reading, goal: PlaceMention) -> bool:
    """ "Will leave for rotations in A and B", "pack up for a tour in A": where they will serve."""
    tree = r.view.tree
    if goal not in r.view.spotted.places:
        return False
    above = tree.heads[tree.heads[tree.first_conjunct(goal.last)]]
    return tree.keys[above] in _SERVED and tree.keys[tree.heads[above]] == "for"


def _is_home(goal: PlaceMention, actors: tuple[str, ...]) -> bool:
    return goal.place.country_code in actors


def _is_by_ship(r: Reading) -> bool:
    """A ship of the navy puts to sea, or somebody on board: "the frigate left", "sailed from"."""
    v = r.view
    said = range(*r.subject)
    if any(v.key(k) in _LAST for k in said):
        return False  # "the last ship sailed"
    if r.trigger.words[0].startswith(("sail", "steam", "weigh")):
        return True
    named = any(f.noun == "ship" for f in v.forces_in(*r.subject))
    return named or any(v.key(k) in _SHIPS or v.key(k) in _PREFIXES and v.toks[k].text.isupper() for k in said)


_SHIPS = nouns("warship") | {"ship", "ships", "vessel", "vessels"}
_PREFIXES = words("ship_prefix")
_LAST = frozenset("last remaining final".split())
_BOUND = frozenset("for to toward towards".split())
_THERE = words("homewards.there")
_AT = frozenset("at in to into off for near on".split())


def second_leg(r: Reading) -> tuple[int, int] | None:
    """ "Left the port on 2 May and anchored off X", "left and are now at the airport": the tokens of the second leg."""
    return _joined(r, _THERE) if r.code == "leave" else None


def regrouping(r: Reading) -> tuple[int, int] | None:
    """ "Pulled out of X and regrouped in Y": the tokens that tell where they are now."""
    return _joined(r, _ANEW)


def _joined(r: Reading, words: frozenset[str]) -> tuple[int, int] | None:
    """The tokens of what the same people do next."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or r.status == "denied":
        return None
    for c in tree.of(r.first, "conj"):
        if tree.keys[c] in words and c > r.last and tree.is_verb(c) and not tree.of(c, "nsubj", "nsubjpass", "expl"):
            if any(tree.keys[k] == "back" for k in tree.of(c, "advmod")):
                continue  # "left X and are back at Y"
            return c, next((k for k in range(c, len(tree.keys)) if tree.keys[k] in {";", "."}), len(tree.keys))
    return None


_ANEW = words("homewards.anew")


def where_to(r: Reading, leg: tuple[int, int], places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of a second leg."""
    return next((p for p in places if leg[0] < p.first < leg[1] and p.prep in _AT | {""}), None)


def joins(r: Reading, leg: tuple[int, int]) -> bool:
    """ "Is due to join them": where they are to whom it goes."""
    return bool(r.view.words_in(*leg) & {"join", "joins", "joined"})


def is_back(r: Reading) -> bool:
    """ "Returned", "came back"."""
    v, at = r.view, r.first
    return v.key(at) in _BACK or any(v.key(c) in {"back", "home"} for c in v.tree.children[at])


def _apart(a: PlaceMention, b: PlaceMention) -> float:
    """Kilometres between two places; 0 where the register doesn't know."""
    lat, lon, north, east = a.place.latitude, a.place.longitude, b.place.latitude, b.place.longitude
    if lat is None or lon is None or north is None or east is None:
        return 0.0
    half = (
        sin(radians(north - lat) / 2) ** 2 + cos(radians(lat)) * cos(radians(north)) * sin(radians(east - lon) / 2) ** 2
    )
    return 12742 * asin(sqrt(min(1.0, half)))
