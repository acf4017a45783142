"""Sites of which a sentence says what they are and how many are there: "X is the biggest base in Y, with 900 men"."""

from __future__ import annotations

from collections.abc import Iterable

from ..clauses import BE, View
from ..language.classes import verbs
from ..mentions import PlaceMention
from ..quantity.stocks import Role


def said_of(view: View, grouped: Iterable[list[PlaceMention]], r: Role) -> list[PlaceMention] | None:
    """The site that those are "with", not the land in which it is the biggest: what the sentence says it of ("X is the
    main base in Y, with 900 men") or calls so ("the main base in Y is X, with 900 men")."""
    tree, noun = view.tree, r.nouns[0]
    if tree.labels[noun] != "pobj" or tree.keys[tree.heads[noun]] != "with":
        return None
    above = tree.heads[tree.heads[noun]]
    verb = above if tree.keys[above] in BE else tree.heads[above]
    if tree.labels[above] == "appos":
        ends = (tree.heads[above], above)
    elif tree.keys[verb] in BE and (subject := tree.subject(verb)) is not None:
        ends = (subject, next(iter(tree.of(verb, "attr")), subject))
    else:
        return None
    if not any(_is_site(view, e) for e in ends):
        return None
    return next((g for e in ends for g in grouped if any(_is_at(view, p, e) for p in g)), None)


def _is_site(view: View, noun: int) -> bool:
    return view.key(noun) in view.vocabulary.classes["sites"]


def _is_at(view: View, p: PlaceMention, noun: int) -> bool:
    """The name itself, or that of "the base at X"."""
    tree = view.tree
    prep = tree.heads[p.last]
    return p.first <= noun <= p.last or tree.keys[prep] == "at" and tree.heads[prep] == noun and _is_site(view, noun)


def is_kept(view: View, p: PlaceMention, r: Role) -> bool:
    """ "Eighty marines secure the port of X", "300 soldiers control the town of Y": the counted are where they hold."""
    held = None if r.verb is None or r.relation != "subject" else view.tree.object(r.verb)
    if held is None or view.key(r.verb or 0) not in verbs("keep_ground"):
        return False
    start, end = view.tree.span(held)
    return start <= p.first < end
