"""When two drafts tell one fact: the same type, force, place, number and time, as far as each says."""

from __future__ import annotations

from datetime import date

from ..draft import Draft
from ..families import BODIES, MOVES, OTHER_END
from ..language.text import fold
from ..language.vocabulary import vocabulary
from ..mentions import PlaceMention
from .onebase import is_unnamed, one_base

#: Kinds of places from the widest to the narrowest; what is not listed is a spot.
_WIDTH = {"theatre": 0, "sea": 1, "country": 1, "region": 2, "border_area": 2}

#: Characters between two sentences of which the one may count what the other places.
_NEAR = 400


def _are_parts(a: Draft, b: Draft) -> bool:
    """What one verb says of several: "400 leave in May and the rest in June", "left A for B and C"."""
    if (end := OTHER_END.get(a.type_code)) and len({place_key(getattr(d, end)) for d in (a, b)} - {""}) > 1:
        return True
    return a.type_code in MOVES and (a.quantity, a.date_start, a.date_end) != (b.quantity, b.date_start, b.date_end)


_AHEAD = frozenset({"planned", "considered"})


def holds(wide: PlaceMention | None, narrow: PlaceMention | None) -> bool:
    """The one place is, or lies around, the other, as far as their countries and kinds tell."""
    if wide is None:
        return True
    if narrow is None or place_key(wide) == place_key(narrow):
        return narrow is not None
    if wide.place.kind_code == "sea" or narrow.place.kind_code == "sea":
        return False
    home, where = wide.place.country_code, narrow.place.country_code
    wider = _WIDTH.get(wide.place.kind_code, 3) < _WIDTH.get(narrow.place.kind_code, 3)
    return wider and (home == where or home is None and wide.place.kind_code == "theatre")


def place_key(p: PlaceMention | None) -> str:
    """What makes two places one: the register's code, else country and folded name without its common noun."""
    if p is None:
        return ""
    if p.place.site_code and p.place.site_code != "unregistered":
        return p.place.site_code
    words = [
        w
        for w in fold(p.place.name).replace("-", " ").replace("'", " ").split()
        if w
        not in {"the", "al", "base", "airbase", "air", "camp", "province", "governorate", "region", "of", "military"}
    ]
    return (p.place.country_code or "") + ":" + " ".join(sorted(words))


def overlap(a: Draft, b: Draft) -> bool:
    """Their times have a day in common, as far as they are told."""
    if not (a.date_start or a.date_end) or not (b.date_start or b.date_end):
        return True
    return all((x.date_start or date.min) <= (y.date_end or date.max) for x, y in ((a, b), (b, a)))


def is_same(a: Draft, b: Draft) -> bool:
    """Two drafts that no reader would tell apart as facts."""
    if a.type_code != b.type_code or (a.status == "denied") != (b.status == "denied"):
        return False
    if (
        not (set(a.actors) & set(b.actors) or _is_contingent(a, b) or is_unnamed(a, b))
        or a.is_materiel != b.is_materiel
    ):
        return False
    if a.type_code == "agreement" and _are_deals_apart(a, b):
        return False
    if a.type_code == "restructuring" and (a.rule == "raise_unit") != (b.rule == "raise_unit"):
        return False  # "disbanded its battalion, formed in 1998"
    if a.rule != b.rule and "follow" in {a.rule, b.rule}:
        return False  # others than those whom they follow
    qa, qb = a.quantity or a.quantity_delta, b.quantity or b.quantity_delta
    if qa and qb and (qa.low, qa.high, qa.unit) != (qb.low, qb.high, qb.unit) and not _is_rough(a, b):
        return False
    pa, pb = place_key(a.main_place), place_key(b.main_place)
    if one_base(a, b):
        pa = pb
    if a.type_code.startswith("base_") and pa != pb and bool(qa) != bool(qb):
        return False  # "24 camps were closed": more than the one that is named elsewhere
    if _is_wider(a, b) or _is_scene(a, b):
        return True
    if pa != pb and (b.rule == "site_list" or not (a.is_place_open or b.is_place_open or not pa or not pb)):
        return False
    if a.start != b.start and (a.rule == "shot_down") != (b.rule == "shot_down"):
        return False  # what was fired, and what of it was brought down
    if a.start == b.start and (pa != pb or a.trigger_start == b.trigger_start and _are_parts(a, b)):
        return False
    if a.type_code in MOVES and pa != pb and not (a.is_title or b.is_title) and bool(qa) != bool(qb):
        counted = a if qa else b
        is_done = counted.status not in _AHEAD
        if is_done and (counted.is_place_open or counted.main_place is None) and abs(a.start - b.start) > _NEAR:
            return False  # who has moved, so many, is told of at once
    if a.type_code in {"strike", "ground_operation", "exercise", "attack_on_force", "agreement", "patrol"}:
        dated = (a.date_start or a.date_end) and (b.date_start or b.date_end)
        if _is_span(a) != _is_span(b) and bool(qa) != bool(qb) and not (a.is_place_open or b.is_place_open):
            return False  # "50 strikes over the past week" is more than last night's
        # "The agreement is historic": no place is told, or only understood
        is_loose = (
            a.type_code == "agreement"
            and (not (pa and pb) or a.is_place_inferred or b.is_place_inferred)
            and (bool(dated) or b.date_basis in {"publication", "unknown"})
        )
        if pa != pb and a.start != b.start and (a.is_place_open != b.is_place_open) and not is_loose:
            return bool(dated and overlap(a, b))
    if a.type_code in MOVES and (_is_later(a, b) or _ends_apart(a, b) or _are_others(a, b)):
        return False
    if a.type_code == "exercise" and (_is_next(a, b) or _with_others(a, b)):
        return False
    return overlap(a, b) or a.date_basis == "publication" or b.date_basis == "publication"


def _are_deals_apart(a: Draft, b: Draft) -> bool:
    """ "Signed a pact with X; gave up those with Y and Z": other sides, or one made and one dropped."""
    x, y = set(a.actors), set(b.actors)
    others = min(len(x), len(y)) > 1 and not (x <= y or y <= x) or (a.rule == "join") != (b.rule == "join")
    if others or a.is_title or b.is_title or (a.rule in _DROPS) == (b.rule in _DROPS):
        return others
    return a.start != b.start or bool({a.rule, b.rule} & _MAKES)  # "ended the pact signed in May"


_DROPS = frozenset({"drop_deal", "refuse_deal", "cooperation"})
_MAKES = frozenset({"make_deal", "renew_deal"})


def _is_wider(a: Draft, b: Draft) -> bool:
    """ "Struck targets in the country on Monday", and further on which: one act, told of its country and its spot."""
    if a.type_code not in _ACTS or a.start == b.start or set(a.actors) != set(b.actors) or a.status != b.status:
        return False
    if (a.date_start, a.date_end) != (b.date_start, b.date_end) or not a.date_start or a.date_start != a.date_end:
        return False
    if a.is_place_open or b.is_place_open or not (a.main_place and b.main_place):
        return False
    if place_key(a.main_place) == place_key(b.main_place):
        return False
    wide, narrow = (a, b) if holds(a.main_place, b.main_place) else (b, a)
    same = wide.quantity is not None and wide.quantity == narrow.quantity
    kinds = {"country", "region", "border_area"} if same else {"country"}
    if wide.main_place is None or wide.main_place.place.kind_code not in kinds or wide.quantity and not narrow.quantity:
        return False
    return holds(wide.main_place, narrow.main_place)


_ACTS = frozenset({"attack_on_force"})


def is_nearer(full: Draft, lost: Draft) -> bool:
    """Of one attack that is told twice, the other telling has the spot where this one has a country or region."""
    if full.type_code not in _ACTS or lost.is_place_inferred or not full.place or not lost.place:
        return False
    if lost.quantity is not None and lost.quantity != full.quantity or lost.is_title:
        return False
    wide, near = full.place.place, lost.place.place
    known = near.country_code in {None, wide.country_code}
    return wide.kind_code in _WIDTH and near.kind_code not in _WIDTH and known


def _is_retold(a: Draft, b: Draft) -> bool:
    """No day of its own, a place that is inferred or that nobody knows, and no more dead or hurt than were told of."""
    if a.quantity is None or a.date_basis not in {"resolved", "stated"} or b.main_place is None:
        return False
    if a.date_start is None or b.date_start is None or not 0 <= (b.date_start - a.date_start).days <= 7:
        return False
    qa, qb = a.quantity, b.quantity
    if qb is not None and (qb.unit != qa.unit or (qb.low or 0) > (qa.low or 0)):
        return False
    where = b.main_place.place
    is_vague = b.is_place_inferred or where.country_code is None or " of the " in where.name
    return is_vague and (qb is None or qb == qa or b.is_place_inferred or " of the " in where.name)


def _is_contingent(a: Draft, b: Draft) -> bool:
    """ "Four AU soldiers killed", "killing four Ugandan peacekeepers": of the same toll, on the same day."""
    if a.type_code != "attack_on_force" or a.quantity is None or b.quantity is None or a.start == b.start:
        return False
    if (a.quantity.low, a.quantity.unit) != (b.quantity.low, b.quantity.unit) or not overlap(a, b):
        return False
    kinds = vocabulary().kinds
    return any(all(kinds.get(c) in BODIES for c in d.actors) for d in (a, b))


def _is_rough(a: Draft, b: Draft) -> bool:
    """ "Killing four soldiers", and further on "several soldiers have lost their lives": of the same day and place."""
    qa, qb = a.quantity, b.quantity
    if a.type_code != "attack_on_force" or qa is None or qb is None or qa.unit != qb.unit or a.start >= b.start:
        return False
    if (a.date_start, a.date_end) != (b.date_start, b.date_end) or a.date_start is None:
        return False
    same = b.is_place_inferred or b.is_place_open or place_key(a.main_place) == place_key(b.main_place)
    return same and qb.high is None and qb.low is not None and qa.low is not None and qb.low <= qa.low


def _is_scene(a: Draft, b: Draft) -> bool:
    """ "First a bomber rammed a nearby checkpoint": the attack of which the text has told, and how it went; at a place
    that nobody knows, on that day, with no toll of its own."""
    if a.type_code not in _ACTS or a.start >= b.start or a.actors != b.actors or b.status != a.status:
        return False
    if b.date_basis == "publication" and _is_retold(a, b):
        return True
    if (
        b.quantity
        or a.date_start is None
        or (a.date_start, a.date_end) != (b.date_start, b.date_end)
        or a.date_start != a.date_end
    ):
        return False
    if a.main_place is None or b.main_place is None or a.is_place_open:
        return False
    where = b.main_place.place
    return where.name.startswith("nearby ") or where.country_code is None and where.kind_code == "unresolved"


def _are_others(a: Draft, b: Draft) -> bool:
    """ "The last units rolled out", "others went by river": parts are facts of their own beside the whole."""
    if are_bodies_apart(a, b):
        return True
    if a.is_title or b.is_title or a.part == b.part:
        return False
    if any(x.part == "also" and x.status == "planned" and y.status not in _AHEAD for x, y in ((a, b), (b, a))):
        return True  # "a ship will also be sent"
    return (a.quantity or a.quantity_delta) != (b.quantity or b.quantity_delta) or bool(a.part and b.part)


def are_bodies_apart(a: Draft, b: Draft) -> bool:
    """ "The 3rd Division takes over from the 49th", "moves troops out of X, and its headquarters to Y"."""
    if a.movers and b.movers and not a.movers & b.movers:
        return True
    if a.start == b.start and a.part != b.part and {a.part, b.part} & {"others", "other"}:
        return True  # "withdrew 300 men from X and sent others to Y"
    staffs = [d.movers == {"headquarters"} for d in (a, b)]
    return staffs[0] != staffs[1] and not (a.is_title or b.is_title) and a.start == b.start


def done_apart(whole: str | None, part: str | None) -> bool:
    """One of them is denied, or what was done there is still to be done elsewhere: "the rest will leave Mali"."""
    return (whole == "denied") != (part == "denied") or part == "completed" and whole in {"planned", "considered"}


def _ends_apart(a: Draft, b: Draft) -> bool:
    """ "Had gone by the middle of 2004", "will have left by September 2013": a time without a beginning is open, but
    what is over by then is not what is over years later."""
    told = {"stated", "resolved"}
    if not (a.date_end and b.date_end) or not {a.date_basis, b.date_basis} <= told:
        return False
    return abs((a.date_end - b.date_end).days) > _APART


_APART = 60


def _is_span(d: Draft) -> bool:
    """It is told of several days, not of one."""
    stated = d.date_basis in {"stated", "resolved"} and d.date_start and d.date_end
    return bool(stated and d.date_start and d.date_end and (d.date_end - d.date_start).days > 3)


def _with_others(a: Draft, b: Draft) -> bool:
    """ "With Indonesia, after a drill with Singapore": each has a partner that the other has not."""
    return bool(set(a.actors) - set(b.actors)) and bool(set(b.actors) - set(a.actors))


def _is_next(a: Draft, b: Draft) -> bool:
    """This year's drill and the next one's."""
    done, ahead = (a, b) if b.status in _AHEAD else (b, a)
    if ahead.status not in _AHEAD or done.status in _AHEAD or not (done.date_end and ahead.date_start):
        return False
    return ahead.date_basis in {"stated", "resolved"} and (ahead.date_start - done.date_end).days > _SEASON


#: Days after which a drill to come is another than the one that is told of.
_SEASON = 120


def _is_later(a: Draft, b: Draft) -> bool:
    """ "400 left last week; all will be gone by Christmas": what is done is another fact than what lies ahead."""
    done, ahead = (a, b) if b.status in _AHEAD else (b, a)
    if ahead.status not in _AHEAD or done.status in {*_AHEAD, "denied"}:
        return False
    if ahead.status == "considered" and done.status == "completed" and not (a.is_title or b.is_title):
        return done.start != ahead.start  # "asked for all to leave", and further on "a convoy has left"
    if _are_sentences(a, b) and bool(a.quantity or a.quantity_delta) != bool(b.quantity or b.quantity_delta):
        return True  # "a company has come; some 140 will follow in January"
    if a is ahead and a.type_code == "withdrawal" and done.status == "completed" and _are_sentences(a, b):
        return True  # "will leave by May", and further on "have left the east"
    told = {"stated", "resolved"}
    old = done.date_basis in told and done.date_precision == "year"
    if old and ahead.date_basis not in told and done.is_place_open and not ahead.is_place_open:
        return place_key(done.main_place) != place_key(ahead.main_place)  # "deployed in 2007 … will redeploy to X"
    if not {done.date_basis, ahead.date_basis} <= told or done.start == ahead.start:
        return False
    return bool(done.date_end and ahead.date_end and done.date_end < (ahead.date_start or ahead.date_end))


def _are_sentences(a: Draft, b: Draft) -> bool:
    """Each is told by a sentence of its own, neither by a title."""
    return a.start != b.start and not (a.is_title or b.is_title)


def is_to_come(a: Draft, b: Draft) -> bool:
    """ "The withdrawal worries Togo; the troops will leave by May": the noun alone has completed nothing."""
    done, ahead = (a, b) if b.status in _AHEAD else (b, a)
    if done.status != "completed" or ahead.status not in _AHEAD or done.date_basis != "publication":
        return False
    if a.type_code not in MOVES or a.start == b.start or ahead.date_basis not in {"stated", "resolved"}:
        return False
    return (ahead.date_end or date.min) > (done.date_end or date.max)
