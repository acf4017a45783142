"""A denial that names no act of its own: "called the report erroneous", "has rejected the idea", "ruled it out".

What is denied is the claim that the text made last. The denial becomes a record of its own, with the claim's slots and
the denial's words; the merge joins the two by `denies`. And a denial that names an act but no place is about the place
of the claim before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..clauses import View
from ..draft import Draft
from ..language import cues
from ..language.classes import words
from ..language.text import Sentence
from ..language.verbgroup import mood

_FALSE = (
    r"(?:erroneous|false|untrue|baseless|unfounded|groundless|fake|fabricated|nonsense|inaccurate"
    r"|incorrect|wrong|misleading|disinformation|a lie|lies|speculation|fantasy|fiction|propaganda)"
)
#: "That was untrue", "this is not the case": said of what the sentence before tells.
_POINTED = re.compile(
    rf"\b(?:that|this|it)\s+(?:is|was|were)\s+(?:(?:\w+\s+)?{_FALSE}"
    r"|(?:simply\s+)?not\s+(?:the case|true|so|correct|accurate))\b(?!\s+(?:that|to|of|for)\b)",
    re.I,
)  # fmt: skip
_CLAIM = (
    r"(?:reports?|claims?|allegations?|rumou?rs?|assertions?|stor(?:y|ies)"
    r"|article|statements?|suggestions?|speculation|account|accusations?)"
)
_DENIAL = re.compile(
    rf"\b(?:call(?:ed|s)|describ(?:ed|es)|dismiss(?:ed|es)|brand(?:ed|s)|label(?:led|ed|s))\b[^.;]{{0,60}}\b(?:{_CLAIM}|it|them|this|that)\b[^.;]{{0,25}}\b{_FALSE}"
    rf"|\b(?:den(?:ied|ies|y|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing))\s+(?:\w+\s+){{0,4}}{_CLAIM}\b(?!\s+of\b)(?![^.;]*\bthat\b)"
    rf"|\b{_CLAIM}\s+(?:is|are|was|were)\s+(?:\w+\s+)?{_FALSE}"
    rf"|\bthere (?:is|was) no truth (?:in|to)\b"
    rf"|\bno such (?:plans?|requests?|decisions?|agreements?|deals?|talks|orders?|intentions?|moves?|offers?"
    rf"|commitments?|steps?|proposals?|discussions?|thing)\b",
    re.I,
)  # fmt: skip
#: What answers a question with a no: "No, we are not", "we have no plans at this time".
_NO = re.compile(
    r"(?:^|[:\"\u201c]\s*)(?:absolutely |certainly |of course )?not?[,.]"
    r"|\bno (?:such |\w+ )?(?:plans?|intentions?)\b"
    r"|\bnot (?:planning|considering|contemplating|thinking|at all)\b",
    re.I,
)
#: "Would neither confirm nor deny it": it stays open.
_NEITHER = re.compile(r"\bconfirm\w*\W+(?:(?:n?or|to|\w+ly)\W+){0,4}den(?:y|ied|ies)\b", re.I)
_DENIES = frozenset({"deny", "refute", "rebut", "reject", "dismiss", "discount", "exclude"})
_IDEAS = words("denials.ideas")
_PRONOUNS = frozenset("it this that them these those".split())
_POINTING = frozenset("the this that such these those any all both".split())
_FAMILIES = (
    frozenset({"withdrawal", "presence", "strength"}),
    frozenset({"deployment", "presence", "strength", "reinforcement", "relocation"}),
    frozenset({"base_opening", "base_closure", "base_handover"}),
)


def denial(
    view: View, text: str, earlier: Sequence[Draft], asked: Sequence[Draft], attribution: Callable[[], tuple[str, ...]]
) -> Draft | None:
    """The record of a bare denial in the sentence, or None.

    Args:
        view: the sentence.
        text: the article.
        earlier: the drafts of the sentence before it, in order.
        asked: what the sentence before it asks, if it is a question.
        attribution: gives who says so.
    """
    sentence = view.sentence
    if not (earlier or asked) or _NEITHER.search(text, sentence.start, sentence.end):
        return None
    m = _DENIAL.search(text, sentence.start, sentence.end) or _POINTED.search(text, sentence.start, sentence.end)
    if asked:
        m = m or _NO.search(text[sentence.start : sentence.end]) and _whole(text, sentence)
    span = m.span() if m else _rejected(view)
    if span is None:
        return None
    claims = [d for d in asked or earlier if d.status != "denied" and (m or d.type_code != "strength")]
    if m:
        claims = [d for d in claims if d.status in {"considered", "planned"}] or claims
        claims = [d for d in claims if d.type_code != "strength"] or claims
    elif by := _refuses(view, span):
        claims = [d for d in claims if by & _involved(d)]  # a third state rejects a plan: it may come true all the same
    if not claims or any(d.status == "denied" for d in earlier):
        return None
    made = claims[-1].copy()
    made.status, made.attribution, made.rule = "denied", attribution(), "bare_denial"
    made.start, made.end, made.trigger_start, made.trigger_end = sentence.start, sentence.end, *span
    made.date_start = made.date_end = None
    made.date_basis = made.date_precision = "unknown"
    made.is_place_inferred, made.is_headline = True, False
    made.quantity = made.quantity_before = made.quantity_delta = None
    return made


def _whole(text: str, sentence: Sentence) -> re.Match[str] | None:
    return re.compile(r"\S+").search(text, sentence.start, sentence.end)


def _refuses(view: View, span: tuple[int, int]) -> set[str]:
    """The states or forces that are the subject of the verb of refusing; empty where none is named."""
    verb = next(i for i, t in enumerate(view.toks) if t.start == span[0])
    subject = view.tree.subject(verb)
    return set() if subject is None else {c for f in view.forces_in(subject, subject + 1) for c in f.codes}


def _involved(d: Draft) -> set[str]:
    """Whose act a draft is, with whom and where."""
    places = {p.place.country_code for p in (d.place, d.origin, d.destination) if p is not None}
    return {*d.actors, *d.counterparties, *(c for c in places if c)}


def _rejected(view: View) -> tuple[int, int] | None:
    """ "has rejected the idea", "ruled them out": a verb of denying whose object only points back."""
    lemma_of = cues.lemmas()
    for i, token in enumerate(view.toks):
        lemma = lemma_of.get(token.key, "")
        if lemma not in _DENIES | {"rule"}:
            continue
        tree = view.tree
        if not tree.is_verb(i) or mood(tree, i).is_negative or mood(tree, i).modal:
            continue
        if lemma == "rule" and not any(tree.keys[c] == "out" for c in tree.children[i]):
            continue
        for o in tree.of(i, "dobj", "nsubjpass"):
            if o < i and tree.labels[o] == "dobj":
                continue  # "a figure that the other side denied"
            points = {tree.keys[c] for c in tree.of(o, "det", "predet", "amod")} & _POINTING
            bare = not tree.of(o, "acl", "relcl", "prep", "appos", "ccomp")
            if tree.keys[o] in _PRONOUNS and bare or tree.keys[o] in _IDEAS and points and bare:
                return token.start, token.end
    return None


def place_of_claim(d: Draft, earlier: Sequence[Draft]) -> None:
    """Give a denial that names no place that of the last fact of its kind and force, if all those lie elsewhere."""
    family = next((f for f in _FAMILIES if d.type_code in f), frozenset({d.type_code}))
    claims = [c for c in earlier[-12:] if set(c.actors) & set(d.actors) and not c.is_place_inferred and c.main_place]
    countries = {c.main_place.place.country_code for c in claims if c.main_place}
    if d.main_place is None or d.main_place.place.country_code in countries:
        return
    for claim in reversed(claims):
        if claim.type_code in family:
            where = claim.main_place
            if where is None:
                continue
            for slot in ("place", "origin", "destination"):
                if getattr(d, slot) is not None and getattr(d, slot) is d.main_place:
                    setattr(d, slot, where)
                    return
