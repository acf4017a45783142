"""Guests in a country: no country's own soldiers leave it, or are counted in it, as a whole. Where the text doesn't say
whose those are, they are not the host's, though nobody else may have been named so often; and men are of their own
nation, whoever hosts or leads them.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses import View
from ..families import MOVES
from ..geography.homewards import is_back
from ..language.classes import words
from ..language.grammar import SUBJECT
from ..language.inflection import inflected
from ..memory import Memory
from ..mentions import ForceMention, PlaceMention
from ..quantity.levels import HAS
from ..reading import Reading
from .pronouns import Party
from .referents import Codes


def of_another(view: View, memory: Memory, host: Codes) -> Codes:
    """The foreigner meant: whose leader the sentence names, else who was spoken of before; () where nobody was."""
    lands = [p.last for p in view.spotted.places if p.place.kind_code == "country" and (p.place.country_code,) == host]
    if any(view.key(k + 1) in HAS for k in [*lands, *(f.last for f in view.spotted.forces if f.codes == host)]):
        return ()  # "France has 1,450 soldiers in the country"
    people = memory.forces.people
    named = [people[t.key] for t in view.toks if t.key in people and people[t.key] != host]
    return named[0] if named else memory.forces.pick("foreign", view.number, host)


def guests(view: View, memory: Memory, codes: Codes, party: Party | None, at: PlaceMention | None) -> Codes:
    """ "About 68,000 are in Mali": none of Mali's own, where another's were spoken of."""
    is_named = party is not None and party.is_named
    if is_named or at is None or at.place.kind_code != "country" or codes != (at.place.country_code,):
        return codes
    return of_another(view, memory, codes) or codes


def not_own(r: Reading, memory: Memory, party: Party, codes: Codes) -> Codes:
    """Who leaves or comes, unless they are only thought to be the soldiers of the country as a whole that is left, or
    to which they are sent.

    Args:
        party: whose they are by the sentence or the text before it.
        codes: its ids.
    """
    if (
        party.is_named
        or len(codes) != 1
        or not (_is_left(r, codes[0]) or _is_goal(r, codes[0]) and not _was_away(r, memory, codes[0]))
    ):
        return codes
    return of_another(r.view, memory, codes) or codes


def of_pact(r: Reading, codes: Codes) -> Codes:
    """ "Japan and the United States agreed to move 4,000 marines from Okinawa": the guest's, whoever decides."""
    tree = r.view.tree
    is_agreed = tree.labels[r.first] == "xcomp" and tree.keys[tree.heads[r.first]] in _AGREED
    if r.type_code not in MOVES or len(codes) != 2 or not is_agreed or not _is_counted(r):
        return codes
    ends = ("from", "in", "at") if r.type_code in {"withdrawal", "relocation"} else ("to", "in", "at", "into")
    lands = {p.place.country_code for w, s, e in r.phrases if w in ends for p in r.view.places_in(s, e)}
    return tuple(c for c in codes if c not in lands) or codes


def _is_counted(r: Reading) -> bool:
    """So many, or some, and not "their troops"."""
    words = r.view.words_in(*r.object)
    counts = any(r.object[0] <= q.first and q.last < r.object[1] for q in r.view.quantities)
    return counts or r.type_code == "deployment" and not words & {"their", "both"}


_AGREED = inflected("agree decide")


def _is_left(r: Reading, code: str) -> bool:
    """ "Leave Germany", "the withdrawal from Germany": the country itself."""
    spans = [r.object, *((s, e) for p, s, e in r.phrases if p == "from")]
    return r.type_code == "withdrawal" and _is_country(r, code, spans)


def _is_goal(r: Reading, code: str) -> bool:
    """ "Two brigades are due to go to Iraq", "the deployment of 700 men to Iraq": the country itself, and not where its
    own army puts its men."""
    spans = [(s, e) for p, s, e in r.phrases if p in {"to", "into", "for"}]
    return r.type_code == "deployment" and _is_country(r, code, spans)


def _was_away(r: Reading, memory: Memory, code: str) -> bool:
    """ "The contingent will return to France": its own force, which comes home."""
    at = memory.places.by_force.get(code)
    return is_back(r) or at is not None and at.place.country_code != code


def _is_country(r: Reading, code: str, spans: Sequence[tuple[int, int]]) -> bool:
    return any(
        p.place.kind_code == "country" and p.place.country_code == code and p.form != "owner"
        for s, e in spans
        for p in r.view.places_in(s, e)
    )


MEN = words("strangers.men")


def nation_behind(view: View, at: int) -> ForceMention | None:
    """ "A force of 500, most of them Kenyans, arrived"."""
    tree = view.tree
    if tree.labels[at] not in SUBJECT:
        return None
    behind = (f for f in view.spotted.forces if at < f.first < tree.heads[at] and f.noun == "people" and f.codes)
    return next((f for f in behind if tree.keys[f.first - 2 : f.first] == ("of", "them")), None)
