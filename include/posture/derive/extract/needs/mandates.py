"""What a council gives a mission: more time, another mandate, new tasks.

"The council gave the mission another year", "was granted a broader mandate", "tasked it with the protection of
civilians".
"""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..language.classes import nouns, words
from ..reading import Reading
from .nouns import is_mission
from .sitenouns import phrase

_SPANS = frozenset("year years month months week weeks extension lease life term".split())
_MORE = frozenset("another further more additional extra final last new second third fresh longer".split())
_MANDATES = nouns("task") | {"authority", "teeth", "focus"}
_OTHER = words("mandates.other")
_GETTING = frozenset("get receive win obtain gain".split())
_COUNCILS = frozenset("council parliament assembly resolution vote cabinet government ministers union".split())


def _recipients(r: Reading) -> list[int]:
    """Who is given something: right behind the verb, after "to", a passive's subject, who gets it."""
    tree, at = r.view.tree, r.first
    if r.passive or r.trigger.lemma in _GETTING:
        return [] if r.subject_head is None else [r.subject_head]
    made = [n for c in tree.of(at, "dative", "dobj", "iobj") for n in (c, *tree.of(c, "pobj"))]
    made += tree.under(at, {"to"}) + [n for o in tree.of(at, "dobj") for n in tree.under(o, {"to"})]
    ends = tree.of(at, "dobj", "ccomp", "oprd")
    made += [k for k in range(r.last + 1, max(ends, default=r.last)) if tree.labels[k] in {"nsubj", "compound", "nmod"}]
    return made


def _things(r: Reading) -> list[int]:
    """What is given."""
    tree = r.view.tree
    made = tree.of(r.first, "dobj", "oprd", "npadvmod", "ccomp", "attr", "tmod")
    return [n for n in made if n > r.first] + ([r.subject_head] if r.passive and r.subject_head is not None else [])


def _is_meant(view: View, i: int) -> bool:
    return is_mission(view, i) or view.mission_before and view.key(i) in {"it", "them", "peacekeepers", "troops"}


def _more_time(r: Reading) -> bool:
    """ "Gave the mission another six months", "added a year to its mandate"."""
    v = r.view
    spans = [n for n in _things(r) if v.key(n) in _SPANS]
    if r.trigger.lemma == "add":
        to = [n for at in (r.first, *spans) for n in v.tree.under(at, {"to"})]
        return bool(spans) and any(v.key(n) == "mandate" or _is_meant(v, n) for n in to)
    more = [n for n in spans if phrase(v, n) & _MORE]
    return bool(more) and any(_is_meant(v, n) for n in _recipients(r))


def _new_mandate(r: Reading) -> bool:
    """ "Gave the force a more robust mandate", "added the protection of civilians to the mission's tasks"."""
    v, tree = r.view, r.view.tree
    if r.trigger.lemma == "add":
        to = [n for at in (r.first, *_things(r)) for n in tree.under(at, {"to"}) if v.key(n) in _MANDATES]
        return any(is_mission(v, k) for n in to for k in range(*tree.span(n)))
    if r.trigger.lemma in {"task", "charge", "entrust"}:
        whom = r.subject_head if r.passive else tree.object(r.first)
        is_of_body = r.passive or r.subject_head is not None and bool(v.words_in(*r.subject) & _COUNCILS)
        return whom is not None and _is_meant(v, whom) and is_of_body and bool(tree.under(r.first, {"with"}))
    given = [n for n in _things(r) if v.key(n) in _MANDATES and phrase(v, n) & _OTHER]
    return bool(given) and any(_is_meant(v, n) for n in _recipients(r))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"more_time": _more_time, "new_mandate": _new_mandate}
