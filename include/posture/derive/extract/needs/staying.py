"""Troops that stay on, until when or on what terms, where nobody says where; those kept beside others, with a place."""

from __future__ import annotations

from ..geography.placed import LOCATIVE
from ..language.classes import verbs, words
from ..reading import Reading
from .movers import kind


def for_time(r: Reading) -> bool:
    """ "The troops will stay until June", "remain for two more years", "will stay": where they are is known."""
    v, tree = r.view, r.view.tree
    if not v.is_military or v.is_of_civilians or tree.of(r.first, "acomp", "oprd", "xcomp"):
        return False
    spans = [n for n in tree.of(r.first, "npadvmod", "attr", "dobj") if tree.keys[n].removesuffix("s") in _SPANS]
    if set(tree.of(r.first, "attr")) - set(spans):
        return False
    if r.trigger.lemma not in {"stay", "remain"} or _is_told_with_coming(r):
        return False
    if v.places_in(r.first, tree.span(r.first)[1]) or any(tree.keys[n] in _STATES for n in tree.under(r.first)):
        return False  # "will remain on alert until Friday"
    if any(tree.keys[c] in {"until", "till", "beyond"} for c in tree.of(r.first, "prep")):
        return True
    ends = [c for c in tree.of(r.first, "advcl") for m in tree.of(c, "mark") if tree.keys[m] in {"until", "till"}]
    long = [n for n in tree.under(r.first, {"for"}) if tree.keys[n].removesuffix("s") in _SPANS]
    return bool(ends or long or spans) or _on_terms(r)


def _is_told_with_coming(r: Reading) -> bool:
    """ "Arrived in the port and will stay until Monday"; but "are no mercenaries and will stay"."""
    tree = r.view.tree
    if tree.labels[r.first] != "conj":
        return False
    above = tree.heads[r.first]
    return tree.keys[above] not in _BEING and not tree.of(r.first, "nsubj") or not tree.of(r.first, "aux")


def _on_terms(r: Reading) -> bool:
    """ "The rest will stay", "would remain after that date", "stay on as a reserve": said outright, of no manner."""
    tree = r.view.tree
    if r.view.sentence.kind == "heading" or tree.of(r.first, "dobj", "dative", "neg"):
        return False
    above = tree.heads[r.first]
    is_meant = tree.labels[r.first] == "xcomp" and tree.keys[above] in _MEANING and not tree.of(above, "neg")
    is_going = is_meant and not (tree.keys[above] == "going" and tree.of(above, "prep"))
    at = above if is_going else r.first  # "are going to stay", "means to stay"
    said = tree.of(at, "mark", "aux", "advmod")
    if any(tree.keys[c] in _OPEN for at in said for c in (at, *tree.children[at])):
        return False  # "whether they may stay", "cannot afford to stay", "how long they will stay"
    ways = {tree.keys[c] for c in tree.of(r.first, "prep") if tree.of(c, "pobj", "pcomp")}
    manner = {tree.keys[c] for c in tree.of(r.first, "prt", "advmod")}
    if tree.labels[at] in {"relcl", "advcl"} or not is_going and not {tree.keys[c] for c in said} & _PROMISED:
        if not _is_staying(r):
            return False  # "both of which stay", "while the others stay"
    return ways <= _TERMS and not any(w.endswith("ly") or w in _AWAY for w in manner)


def _is_staying(r: Reading) -> bool:
    """ "Poland is staying": in a clause of its own."""
    tree = r.view.tree
    is_on = tree.tags[r.first] == "VBG" and {tree.keys[c] for c in tree.of(r.first, "aux")} & {"is", "are", "'re"}
    return bool(is_on) and tree.labels[r.first] in {"ROOT", "ccomp", "conj", "parataxis"}


def stays_on(r: Reading) -> bool:
    """ "Poland is staying", "we will stay until they return": a state's men, or those who speak."""
    v, head = r.view, r.subject_head
    if r.code != "remain" or r.trigger.kind != "verb" or head is None or r.trigger.lemma not in {"stay", "remain"}:
        return False
    is_whose = v.key(head) == "we" or kind(v, head) == "state"
    return is_whose and v.is_military and for_time(r)


_BEING = frozenset("is are was were be 're am".split())
_MEANING = verbs("staying.meaning") | {"going"}
_STATES = words("staying.states")
_SPANS = ("day", "week", "month", "year")
#: On what terms, and how long, somebody stays.
_TERMS = frozenset("after past as for during under with despite because beyond".split())
_PROMISED = frozenset("will would shall 'll".split())
_AWAY = frozenset("away out apart together aside so put low up down off high quiet still back".split())
#: Nothing is said outright behind these.
_OPEN = frozenset("whether if to how where can could might may".split())


def is_kept_beside(r: Reading) -> bool:
    """ "Keeps 400 men at A and a company at B": others, not counted, with a place of their own."""
    v = r.view
    for p in v.spotted.places:
        a = next((k for k in range(p.first - 1, r.last, -1) if v.key(k) in _JOINS), None)
        if a is None or p.prep not in LOCATIVE or p.first - a > _PART or v.verbs & set(range(a, p.first)):
            continue
        counted = any(a < q.number < p.first and q.unit == "personnel" for q in v.quantities)
        if not counted and any(kind(v, k) in {"force", "soft"} for k in range(a + 1, p.first)):
            return True
    return False


_JOINS = frozenset({"and", ",", ";"})
#: Words of a part with its border: "and a company of marines at".
_PART = 9
