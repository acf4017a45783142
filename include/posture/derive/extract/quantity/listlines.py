"""Lists of numbers: "3. Syria: 800", "Camp X | 500", and items below "will send there:"."""

from __future__ import annotations

from ....lexicon import Place
from ..clauses import View
from ..draft import Count, Draft
from ..geography.discourse import country_mention
from ..language.grammar import ABOUT
from ..language.text import Sentence, Token
from ..memory import Memory
from ..mentions import PlaceMention
from ..timing.times import dates_of
from .numerals import number
from .quantities import COUNTED, as_count, count_at

#: Facts that are told of several sites at once.
OF_SITES = frozenset({"base_opening", "base_closure", "base_handover", "withdrawal"})


def below(view: View, lead: Draft, own: list[Draft], text: str, is_first: bool) -> list[Draft]:
    """What an item of a list says below a lead: the lead's fact of as many, or at another place; or what is its own.

    Args:
        own: what the item states by itself.
        is_first: the sentence opens its item.
    """
    found = item(view, lead) if not lead.type_code.startswith("base_") else None
    if found is None and is_first and not own and lead.type_code in OF_SITES:
        found = named_item(view, lead, text)
    return [found] if found is not None else own


_GOING_ON = frozenset(
    "they these those them are is include includes comprise comprises among consist consists of".split()
)


def goes_on(sentence: Sentence) -> bool:
    """ "They are:", "These include:": the list says what was spoken of before."""
    words = [t.key for t in sentence.tokens[:-1]]
    return 1 < len(words) < 4 and set(words) <= _GOING_ON


def item(view: View, lead: Draft) -> Draft | None:
    """ "• support personnel: about 200" below "will send there:": the lead's fact with the item's count."""
    toks = view.toks
    mark = next((i for i, t in enumerate(toks) if t.text == ":"), None)
    counted = next((q for q in view.quantities), None)
    if counted is not None:
        quantity, first, last = as_count(counted), counted.first, counted.last
    else:
        if mark is None or mark + 1 >= len(toks):
            return None
        at = _skip_about(view, mark + 1)
        read = number(toks, at)
        unit = next(
            (view.vocabulary.units[t.key] for t in reversed(toks[:mark]) if t.key in view.vocabulary.units), None
        )
        if read is None or unit is None:
            return None
        quantity = Count(read[0], read[0], "exact" if at == mark + 1 else "about", unit)
        first, last = mark, read[1] - 1
    made = lead.copy()
    made.quantity, made.rule = quantity, "list_item"
    made.start, made.end = toks[0].start, toks[-1].end
    made.trigger_start, made.trigger_end = toks[first].start, toks[last].end
    return made


def named_item(view: View, lead: Draft, text: str) -> Draft | None:
    """ "• Gossi (19 April)" below "The army gave up these camps:": the lead's fact at the item's place."""
    toks, start = view.toks, after_bullet(view)
    end = next((i for i in range(start, len(toks)) if _ends_name(view, i)), len(toks))
    if not start < end <= start + 6 or not all(_is_of_name(view, t) for t in toks[start:end]) or view.verbs:
        return None
    found = next((p for p in view.spotted.places if start <= p.first < end and p.place.kind_code != "country"), None)
    if found is None:
        words = text[toks[start].start : toks[end - 1].end]
        code = lead.main_place.place.country_code if lead.main_place is not None else None
        place = Place(words, code, "site", None, None, "unresolved", "unregistered")
        found = PlaceMention(start, end - 1, place, words, "", True)
    made = lead.copy()
    made.quantity, made.rule, made.is_place_inferred = None, "named_item", False
    setattr(made, "origin" if lead.type_code == "withdrawal" else "place", found)
    made.start, made.end = toks[0].start, toks[-1].end
    made.trigger_start, made.trigger_end = toks[start].start, toks[end - 1].end
    if len(view.timed) == 1:
        made.date_start, made.date_end, made.date_basis, made.date_precision = dates_of(view.timed[0][1])
    return made


def _ends_name(view: View, i: int) -> bool:
    t = view.toks[i]
    return t.text in {"(", ",", ";", "."} or t.text in {"-", "–", "—"} and i > 0 and t.start > view.toks[i - 1].end


def _is_of_name(view: View, t: Token) -> bool:
    return (
        t.text[0].isupper()
        or t.text == "-"
        or t.key in view.vocabulary.classes["sites"] | {"al", "el", "de", "of", "and", "'s"}
    )


def is_list_line(view: View) -> bool:
    """ "3. Syria: 800", "Camp X | 500", "Camp X – 3rd Brigade, 500 men": a place, a mark, a number."""
    p = _label(view)
    return p is not None and _counted(view, p) is not None


def _label(view: View) -> PlaceMention | None:
    """The place whose name, and a mark behind it, open the line."""
    i = after_bullet(view)
    p = next((p for p in view.spotted.places if i <= p.first <= i + 1), None)
    return p if p is not None and view.key(_mark(view, p)) in _MARKS else None


def _mark(view: View, p: PlaceMention) -> int:
    """Where the mark of a label stands, behind its name and bracket."""
    opens, close = bracket(view) or (0, 0)
    return close + 1 if p.last < opens else p.last + 1


def _counted(view: View, p: PlaceMention) -> tuple[int, int, Count] | None:
    """The count behind a label's mark, or behind words that say whose men it counts, with the tokens of its number."""
    at = _skip_about(view, _mark(view, p) + 1)
    if at < len(view.toks) and view.key(at)[0].isdecimal():
        read = None if _goes_on(view, at) else count_at(view.toks, at)
        own = next((q for q in view.quantities if read is not None and read[0] <= q.number <= read[1]), None)
        return read if read is None or own is None else (read[0], read[1], as_count(own))
    own = next((q for q in view.quantities if q.unit in COUNTED and q.first > p.last), None)
    if own is None or view.verbs or view.key(own.first - 1) not in {",", "(", "with"}:
        return None
    return own.first, own.last, as_count(own)


#: Between the label of a line and what is said of it.
_MARKS = frozenset({":", "|", "–", "—", "-", "\t"})


def after_head(view: View, head: Draft) -> int | None:
    """Where an entry goes on with words of its own, as in "Gabon: 900, of whom 450 are at the port"."""
    at = next((i for i, t in enumerate(view.toks) if t.start >= head.trigger_end), len(view.toks))
    return at if any(t.text.isalpha() for t in view.toks[at + 1 :]) else None


def _goes_on(view: View, at: int) -> bool:
    """ "Cyprus: 2,800 in the Base Areas": a phrase about the number says more."""
    read = count_at(view.toks, at)
    if read is None:
        return False
    end = read[1] + 1
    end += view.key(end) in view.vocabulary.units
    return view.key(end) in {"in", "at", "on", "near", "with"}


def after_bullet(view: View) -> int:
    """The first token after a list item's mark and number."""
    i = 0
    while i < len(view.toks) and (
        view.toks[i].text in {"•", "*", "-", "–", ".", ")", "(", "·"}
        or view.toks[i].key.isdecimal()
        and (i == 0 or i == 1 and view.toks[0].text == "(")
    ):
        i += 1
    return i


def bracket(view: View) -> tuple[int, int] | None:
    """ "Camp Arifjan (United States): 13,000": the bracket between an entry's name and its mark, if nothing else is."""
    start = after_bullet(view)
    opens = next((i for i in range(start + 1, min(len(view.toks), start + 8)) if view.key(i) == "("), None)
    if opens is None:
        return None
    close = next((i for i in range(opens + 2, min(opens + 8, len(view.toks) - 1)) if view.key(i) == ")"), None)
    if close is None or view.key(close + 1) not in _MARKS:
        return None
    is_name = all(t.text[0].isalnum() or t.text in "-–'’" for t in view.toks[start:opens])
    return (opens, close) if is_name else None


def _skip_about(view: View, j: int) -> int:
    while j + 1 < len(view.toks) and view.key(j) in ABOUT:
        j += 1
    return j


def list_line(view: View, memory: Memory) -> list[Draft]:
    """The strength that such a line states: at the place that it names, or of the state whose name it is.

    Under "Who has a base in Djibouti?" "Italy: 120" tells whose they are; under "Where US troops are" where.
    """
    p = _label(view)
    counted = None if p is None else _counted(view, p)
    if p is None or counted is None:
        return []
    host, named = memory.places.hosting, p.place.country_code
    is_holder = bool(host and named and p.place.kind_code == "country" and named != host)
    actors = (named,) if is_holder and named else memory.forces.entry or memory.military
    if not actors or _is_bare_year(view, counted[0]):
        return []
    first, last, count = counted
    return [
        Draft(
            "strength",
            actors,
            place=country_mention(host) if is_holder else p,
            quantity=count,
            status="in_effect",
            start=view.toks[p.first].start,
            end=max(view.toks[last].end, view.toks[p.first].start + 8),
            trigger_start=view.toks[first].start,
            trigger_end=view.toks[last].end,
            rule="list_line",
        )
    ]


def _is_bare_year(view: View, at: int) -> bool:
    """ "Camp Kasenyi | 2008 | closed": when, not how many."""
    key = view.key(at)
    after = view.key(at + 1)
    return len(key) == 4 and key.isdecimal() and 1940 <= int(key) < 2040 and (not after or not after[0].isalpha())
