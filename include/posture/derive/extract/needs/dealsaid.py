"""Deals that a word points back to, that others make alike, and how old they are.

"The two presidents signed it", "a similar one with Kenya", "Norway did the same", "a pact that dates from 1998".
"""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..draft import Draft
from ..facts.themes import members, themes
from ..language.classes import nouns, verbs, words
from ..reading import Reading
from .nouns import FORCE_WORDS, is_deal
from .sitenouns import phrase

#: How many sentences before a deal may have been spoken of.
_REACH = 2
_IT = frozenset({"it", "this", "that"})
_ONES = frozenset({"one", "another", "that", "those"})
#: What is done to papers alone: "it" is a deal, whatever else was spoken of.
_ON_PAPER = verbs("on_paper")
_STATES = words("dealsaid.states")


def is_pointed(r: Reading, i: int) -> bool:
    """Word i stands for a deal that the text has spoken of just before."""
    v, key = r.view, r.view.key(i)
    here = any(v.tree.is_noun(k) and is_deal(v, k) for k in range(i - 1, -1, -1))
    if not here and v.deal_since > _REACH:
        return False
    if key in _IT and not v.tree.children[i]:
        # "it" may also be a mission or a base that was spoken of since
        return here or _is_paper_act(r) or v.deal_since <= 1 and not (v.mission_before or v.site_before)
    if key in _ONES:
        return _is_paper_act(r) and (key != "that" or bool(v.tree.under(i, {"with"})))
    known = {v.key(c) for c in v.tree.of(i, "det", "poss")} & {"the", "this", "its", "their", "that"}
    return key in nouns("text_of_deal") and bool(known) and not phrase(v, i) - {key, *known, "final", "full", "new"}


def of_deal(r: Reading) -> bool:
    """ "The accord that X and Y signed in May", "under the pact, concluded a year ago": it tells of the deal."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or v.key(r.first) not in verbs("sign") or (noun := _signed(r)) is None:
        return False
    rests = tree.labels[noun] == "pobj" and v.key(tree.heads[noun]) in _BY - {"to"}
    if v.key(noun) in nouns("declaration") | {"document"} and tree.labels[r.first] != "advcl":
        return v.is_military and (rests or len(members(v, tree.of(r.first, "nsubj"))) > 1)
    above = v.key(tree.heads[noun])
    if "peace" in v.words_in(*tree.span(noun)) or tree.labels[noun] == "dobj" and above in _BREACHING:
        return False  # of a peace; "broke the ceasefire signed in May"
    if (
        rests
        and v.is_military
        and v.key(noun) in nouns("paper") | _PLANNED
        and not phrase(v, noun) & words("civil_deal")
    ):
        return True  # "left under the plan signed in May"
    return is_deal(v, noun) or v.is_military and v.key(noun) in v.vocabulary.classes["deals"] & nouns("pact")


def _signed(r: Reading) -> int | None:
    """The noun of which a clause tells that it was signed."""
    v, tree = r.view, r.view.tree
    if tree.labels[r.first] in {"acl", "relcl"}:
        return tree.heads[r.first]
    if tree.labels[r.first] == "advcl" and tree.tags[r.first] == "VBN" and v.key(r.first - 1) == ",":
        return r.first - 2
    if tree.tags[r.first] == "VBN" and tree.labels[r.first - 1] == "pobj" and v.key(tree.heads[r.first - 1]) in _BY:
        return r.first - 1  # "according to a pact concluded in May, …", as the parser reads it
    return None


_BREACHING = verbs("breach")
#: What an act rests on stands behind these: "in accordance with the plan", "under the accord".
_BY = frozenset({"under", "with", "by", "per", "to"})
_PLANNED = frozenset("plan plans roadmap schedule undertaking settlement understanding paper declaration".split())


def speaks_of_deal(view: View, drafts: list[Draft], *, is_parsed: bool) -> bool:
    """A deal on forces is told of, or only named: "the pact took everyone by surprise"; where the sentence's grammar
    was not read, its words tell."""
    if any(d.type_code == "agreement" for d in drafts):
        return True
    words = view.vocabulary.classes["deals"]
    return any(
        t.key in words and (is_deal(view, i) if is_parsed else bool(_keys(view) & FORCE_WORDS))
        for i, t in enumerate(view.toks)
    )


def _keys(view: View) -> set[str]:
    return {t.key for t in view.toks}


def parties_of_deal(view: View, drafts: list[Draft], before: tuple[str, ...]) -> tuple[str, ...]:
    """Who make the deal that the sentence tells of or names: those of its record, else the only two that it names."""
    told = [d.actors for d in drafts if d.type_code == "agreement"]
    if told:
        return told[-1] if len(told[-1]) > 1 or not set(told[-1]) <= set(before) else before
    named = tuple(dict.fromkeys(c for f in view.spotted.forces if not f.is_military for c in f.codes))
    return named if len(named) == 2 else before


def _is_paper_act(r: Reading) -> bool:
    words = r.trigger.lemma.split()
    return r.view.key(r.first) in _ON_PAPER or words[-1] in {"force", "effect"} or "names" in words


def _dates(r: Reading) -> bool:
    """ "A treaty that dates from 1998", "have had a pact since 2008"."""
    v, tree = r.view, r.view.tree
    if r.trigger.lemma == "have":
        since = any(t.lead == "since" and tree.clause(k) == r.first for k, t in v.timed)
        return since and any(_is_known(r, i) for i in themes(r))
    subject = tree.subject(r.first)
    if subject is not None and tree.tags[subject] in {"WDT", "WP"}:
        subject = tree.heads[r.first]
    dated = any(k > r.first and r.first in tree.ancestors(k) for k, _ in v.timed)
    return subject is not None and dated and not r.passive and _is_known(r, subject)


def _is_known(r: Reading, i: int) -> bool:
    if is_deal(r.view, i):
        return True
    if r.view.key(i) not in _ONES:
        return is_pointed(r, i)
    near = r.view.deal_since <= _REACH or any(is_deal(r.view, k) for k in range(i))
    return near and (r.trigger.lemma == "have" or bool(r.view.tree.under(i, {"with", "between"})))


def _likewise(r: Reading) -> bool:
    """ "Norway did the same in May", where the sentence before told of a deal: its state makes one, too."""
    v, tree, head = r.view, r.view.tree, r.subject_head
    if v.told_before != "agreement" or head is None or r.passive or head > r.first or v.key(r.first) == "following":
        return False
    if r.trigger.lemma == "follow" and (r.object_head is not None or tree.of(r.first, "ccomp", "xcomp")):
        return False
    is_state = any(f.codes and not f.is_military for f in v.forces_in(*tree.span(head)))
    is_state = is_state or any(p.place.kind_code == "country" for p in v.places_in(*tree.span(head)))
    return is_state or v.key(head) in _STATES


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"deal_dates": _dates, "deal_likewise": _likewise}
