"""How much a place that a sentence names is what the next sentences are about.

What a sentence opens with ("In Niger, …") or says something of ("Gao was quiet", "a drought has struck Mozambique") is
its topic. What stands in a clause about somebody ("a doctor who was trained in Cuba"), with who speaks ("officials in
Bamako") or only says where another place lies ("Kismayo, in the south of Somalia") is an aside. A state that acts
("Mali said", "Ghana sent") is no place at all.
"""

from __future__ import annotations

from ..clauses import BE, View
from ..language.classes import verbs
from ..language.framing import dateline
from ..language.grammar import SPEAKERS, set_of
from ..mentions import PlaceMention
from .capitals import capitals
from .itself import is_theme
from .theatre import PLAIN, SETTING
from .venues import is_meeting, is_spoken_at

#: What a mention counts beside a plain one.
TOPIC, ASIDE, NONE = 2.0 * PLAIN, 0.2 * PLAIN, 0.0
_FRONTED = set_of("in at on near around inside")
_WIDE = frozenset({"country", "region", "admin1", "territory", "area"})
_NEAR = 6
#: What befalls a country, or what it is, rather than what its government does.
_IS = BE | verbs("undergo")


def standing(view: View, p: PlaceMention) -> float:
    """How much the place is what the sentence is about."""
    if view.toks[0].text.isupper() and p.last < dateline(view.toks):
        return PLAIN if p.place.kind_code == "country" else ASIDE  # where it was written
    if p.form in {"bare", "owner"}:
        return PLAIN if _befalls(view, p) else NONE
    if _is_aside(view, p) or p.place.name in capitals() and _is_visit(view, p):
        return ASIDE
    if p.prep in _FRONTED and p.first <= 4 and not any(k < p.first for k in view.verbs):
        return SETTING
    return TOPIC if is_theme(view, p) else PLAIN


def _befalls(view: View, p: PlaceMention) -> bool:
    """ "A drought has struck Mali", "Mali is poor", "Mali's president was sworn in"."""
    tree = view.tree
    label, above = tree.labels[p.last], tree.heads[p.last]
    if label == "poss":
        owned = view.key(above)
        return owned not in view.vocabulary.classes["movers"] and tree.labels[above] in {"nsubjpass", "dobj", "pobj"}
    if label in {"dobj", "nsubjpass"}:
        return view.key(above) in verbs("befall")
    return label == "nsubj" and (view.key(above) in _IS or tree.labels[above] == "cop")


def _is_visit(view: View, p: PlaceMention) -> bool:
    """ "The minister was in Paris": who speaks for a state goes to capitals."""
    subject = view.tree.subject(view.tree.clause(p.last))
    return subject is not None and view.key(subject) in SPEAKERS | view.vocabulary.classes["speakers"]


def _is_aside(view: View, p: PlaceMention) -> bool:
    """It hangs on a speaker, in a clause about somebody, or on another place."""
    tree = view.tree
    speakers = SPEAKERS | view.vocabulary.classes["speakers"]
    before = [q for q in view.spotted.places if q.last < p.first]
    if before and p.place.kind_code in _WIDE and view.key(before[-1].last + 1) == "," and view.key(p.last + 1) == ",":
        if p.first - before[-1].last <= _NEAR and p.prep in _FRONTED:
            return True  # "Floods have cut Kismayo, in the south of Somalia, off"
    if p.place.kind_code not in _WIDE and is_spoken_at(view, p):
        return True
    others = {k for q in before for k in range(q.first, q.last + 1)}
    at = p.last
    for _ in range(12):
        label, above = tree.labels[at], tree.heads[at]
        if above == at:
            return False
        if above in others and label in {"appos", "prep"} and not p.first <= above <= p.last:
            return True
        if label == "relcl" and any(view.key(c) in {"who", "whom"} for c in tree.children[at]):
            return True
        if label == "prep" and view.key(above) in speakers and view.key(at) != "of":
            return True
        if label == "prep" and is_meeting(view.key(above)):
            return True  # "the agreement that was signed in Cairo"
        is_aside = not tree.is_verb(above) or tree.labels[above] in {"acl", "relcl"}
        if label == "prep" and view.key(at) == "from" and is_aside:
            return True  # "his colleague from Ghana", "aid from Oman", "jets that fly from Doha"
        at = above
    return False
