"""Heads of entries and sections: the place that a line names and nothing but it, of which what follows tells.

"Kidal: …" and "Camp Dwyer, Helmand. Handed over in May." open an entry, as long as its block; a heading that names one
place opens a section, until the next heading.
"""

from __future__ import annotations

from dataclasses import replace

from ....lexicon import Place
from ..clauses import View
from ..language import classes
from ..language.framing import dateline
from ..language.grammar import FINITE
from ..mentions import PlaceMention
from ..quantity.listlines import after_bullet, bracket
from .capitals import capital
from .discourse import PlaceMemory

#: The longest first sentence that is a name with what says where or whose it is.
_LONGEST = 16
_COUNTED = frozenset({"personnel", "aircraft", "ships", "vehicles", "units"})
#: Among so many sentences the dateline stands.
_TOP = 4
_VAGUE = frozenset({"theatre", "area", "border_area"})
_GENRES = classes.words("entryheads.genres")
_LANDS = frozenset({"country", "region", "admin1", "territory"})


def under(view: View, memory: PlaceMemory, kind: str, is_first: bool, goes_on: bool) -> None:
    """Keep the head under which the sentence stands.

    Args:
        kind: of its block.
        is_first: it opens its block, and is not the article's first.
        goes_on: its block has more sentences.
    """
    if (
        is_first
        and not goes_on
        and (kind == "heading" or _is_label(view) or kind == "list_item" and _is_numbered(view))
    ):
        memory.head = None
        memory.section, memory.section_at = _section(view), memory.at
        if memory.section is not None and memory.at < _TOP and _is_own_line(view, memory.section):
            memory.dateline, memory.section = memory.section, None
        if memory.section is not None and _is_alone(view, memory.section):
            wide = _LANDS if kind == "list_item" else {"country"}
            memory.head = memory.section if memory.section.place.kind_code not in wide else None
        return
    if memory.at <= _TOP and memory.dateline is None:
        memory.dateline = _dateline(view)
    if is_first:
        # A heading's place heads all its paragraphs; an entry's only its own.
        memory.head = memory.section if memory.section is not None and memory.head is memory.section else None
        found = entry_head(view, goes_on)
        if found is not None and found.place.kind_code == "unresolved" and not (memory.entries or view.sentence.label):
            found = None  # a single word in front is a headline's, not the name of an entry
        if found is not None and memory.at <= _TOP and _is_filed(view, found):
            memory.dateline, found = memory.dateline or found, None
        memory.entries += found is not None
        if found is not None and not (memory.hosting and found.place.country_code not in {memory.hosting, None}):
            memory.head = _settled(view, memory, found)
    elif (found := entry_head(view)) is not None and not memory.hosting:
        memory.head = found  # "Cyprus: 2,800. Brunei: a battalion."


def _dateline(view: View) -> PlaceMention | None:
    """ "GOMA, March 14 (XYZ) –", "CEIBA, Puerto Rico --": where the text was written."""
    p = next((p for p in view.spotted.places if p.first == 0), None)
    end = dateline(view.toks)
    if p is None and end > 1 and view.toks[0].text.isupper() and len(view.toks[0].text) > 3:
        if view.toks[0].key in _GENRES:
            return None
        code = next((q.place.country_code for q in view.spotted.places if q.last < end), None)
        words = view.toks[0].text.title()
        return PlaceMention(0, 0, Place(words, code, "city", None, None, "unresolved"), words)
    if p is None or not p.words.isupper() or view.key(p.last + 1) not in {",", "(", "-", "–", "—"}:
        return None
    return replace(p, form="place", prep="")


def _is_filed(view: View, p: PlaceMention) -> bool:
    """ "ISLAMABAD: The army has …": a dateline before the first sentence, which stands beside no other entry."""
    opens = p.first == 0 and p.place.kind_code == "city" and not view.sentence.label and view.key(p.last + 1) == ":"
    return opens and any(tag in FINITE for tag in view.tree.tags[p.last + 2 :])


def _is_own_line(view: View, p: PlaceMention) -> bool:
    """ "NEW DELHI", "Lagos, 3 May": a dateline above the text, on a line of its own; no section's heading."""
    opens = p.place.kind_code == "city" and view.toks[0].text == view.toks[p.first].text
    return opens and (all(t.text.isupper() or not t.text.isalpha() for t in view.toks) or bool(view.times))


def entry_head(view: View, goes_on: bool = False) -> PlaceMention | None:
    """The place at the head of an entry: its label's, one before a colon, or in a first sentence that only names it."""
    at = after_bullet(view)
    if view.sentence.is_dated:
        return None
    if view.sentence.label:
        named = [p for p in view.spotted.places if at <= p.first < view.sentence.label and p.form in {"place", "bare"}]
        if len(named) > 1 and named[0].place.kind_code in {"country", "territory", "admin1", "region"}:
            named = named[1:]  # "Bermuda - Kindley Field: closed"
        seat = None if any(p.is_site for p in named) else _seat(view, at)
        return seat or (replace(named[0], form="place", prep="") if named else None)
    p = next((p for p in view.spotted.places if p.first == at), _seat(view, at))
    if p is not None and view.key(p.last + 1) == ":" and p.form in {"place", "bare"}:
        return replace(p, form="place")
    if p is not None and (inner := _bracketed(view, p)) is not None:
        return replace(inner, form="place", prep="")
    if not goes_on or len(view.toks) - at > _LONGEST or view.key(len(view.toks) - 1) not in {".", ")"}:
        return None
    if any(q.unit in _COUNTED for q in view.quantities):
        return None
    p = next((p for p in view.spotted.places if p.first >= at), None)
    found = _unknown(view, at) if p is None else None if p.prep and p.first > at else replace(p, form="place", prep="")
    # The tree is asked last: most first sentences need not be parsed for this.
    if found is None or any(view.tree.tags[i] in FINITE for i in range(at, len(view.toks))):
        return None
    return found


def _seat(view: View, at: int) -> PlaceMention | None:
    """ "Dushanbe –": in running text a government, in front of an entry a place."""
    f = next((f for f in view.spotted.forces if f.first == at and f.form == "capital"), None)
    place = capital(f.codes[0]) if f is not None else None
    return replace(place, first=f.first, last=f.last, form="place", prep="") if f is not None and place else None


def _bracketed(view: View, p: PlaceMention) -> PlaceMention | None:
    """ "Latvia (Ādaži):": the place in the brackets; the outer one where they hold none, or its country."""
    opens, close = bracket(view) or (0, 0)
    if not opens or p.last >= opens:
        return None
    inner = (o for o in view.spotted.places if opens < o.first < close and o.place.kind_code != "country")
    return next(inner, p)


def _unknown(view: View, at: int) -> PlaceMention | None:
    """ "Gabala.": a name that no gazetteer knows, alone at the head of its entry."""
    names = view.toks[at:-1]
    if not 0 < len(names) <= 3 or not all(t.text[0].isupper() and t.text.isalpha() and len(t.text) > 3 for t in names):
        return None
    if view.spotted.forces or any(t.key in view.vocabulary.by_first for t in names):
        return None
    words = " ".join(t.text for t in names)
    place = Place(words, None, "unresolved", None, None, "unresolved")
    return PlaceMention(at, at + len(names) - 1, place, words)


def _section(view: View) -> PlaceMention | None:
    """The one place that a heading names."""
    named = [p for p in view.spotted.places if p.form in {"place", "bare"} and p.place.kind_code not in _VAGUE]
    seat = next((f for f in view.spotted.forces if f.form == "capital"), None)
    if not named and seat is not None and seat.first == after_bullet(view) and seat.last + 1 == len(view.toks):
        return capital(seat.codes[0])  # "Nicosia": in running text its government, at the head a place
    bracket = next((i for i in range(len(view.toks)) if view.key(i) == "("), len(view.toks))
    named = [p for p in named if p.first < bracket] or named  # "Camp Dwyer (Helmand)"
    if len({p.place.name for p in named}) != 1 or len(view.toks) > 8:
        return None
    return replace(named[0], form="place", prep="")


def _is_label(view: View) -> bool:
    """ "Fort Rock (4th brigade)", a line of its own that ends with a bracket."""
    at = after_bullet(view)
    p = next((p for p in view.spotted.places if p.first == at), None)
    marks = p is not None and view.key(p.last + 1) == "(" and view.key(len(view.toks) - 1) == ")"
    return marks and len(view.toks) - at <= _LONGEST and not view.times


def _is_numbered(view: View) -> bool:
    """ "(4) Gibraltar", "3. Gao": a number and a name."""
    at = after_bullet(view)
    p = next((p for p in view.spotted.places if p.first == at), None)
    return p is not None and p.last + 1 == len(view.toks) and any(view.key(k).isdecimal() for k in range(at))


def _is_alone(view: View, p: PlaceMention) -> bool:
    """ "3. Gao", "Camp Dwyer (Helmand)": the heading is the name."""
    if p.last < 0:
        return True
    at = after_bullet(view)
    while view.key(at) in {"#", ".", "the"} or view.key(at).isdecimal():
        at += 1
    return p.first == at and (p.last + 1 == len(view.toks) or view.key(p.last + 1) in {"(", ",", ":"})


def _settled(view: View, memory: PlaceMemory, p: PlaceMention) -> PlaceMention:
    """A name that no gazetteer knows lies in the country that the head or the section names."""
    if p.place.country_code or p.place.kind_code in {"sea", "theatre"}:
        return p
    within = view.sentence.label or len(view.toks)  # "Camp Dwyer, Helmand - moved to Kuwait in May"
    codes = [c for o in view.spotted.places if (c := o.place.country_code) and p.last < o.first < within]
    if not codes and view.sentence.label:
        codes = [c for o in view.spotted.places if (c := o.place.country_code) and o.last < p.first]
    if not codes and memory.section is not None and memory.section.place.country_code:
        codes = [memory.section.place.country_code]
    if not codes and view.sentence.label and (memory.hosting or memory.weights.get(memory.about, 0.0) >= 0.3):
        codes = [memory.hosting or memory.about]
    return replace(p, place=p.place._replace(country_code=codes[0])) if codes else p
