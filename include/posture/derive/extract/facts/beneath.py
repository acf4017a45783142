"""What an act's verb or noun has beneath other words: the object of a verb joined to it, what a count or "using" holds,
those counted before, and what it is for."""

from __future__ import annotations

from ..clauses import View
from ..language import cues
from ..language.syntax import Tree

_AMOUNTS = frozenset(
    "total series number string couple handful hail dozens scores hundreds thousands tens pair lot lots hundred dozen "
    "salvo volley barrage shower rain".split()
)
_OTHERS = frozenset("others other more one two three four five six seven eight nine ten dozens several".split())


def used(tree: Tree, verb: int) -> list[int]:
    """ "Attacked the camp, using bombers to carry out seven strikes": the bombers and the strikes."""
    using = [c for c in tree.of(verb, "advcl", "xcomp") if tree.keys[c] in {"using", "employing"}]
    below = [u for c in using for u in (c, *tree.of(c, "xcomp", "advcl"))]
    return [t for u in below for t in tree.of(u, "dobj")]


def counted(tree: Tree, noun: int | None) -> int | None:
    """ "Dropped a total of 12 bombs", "fired a series of rockets": the bombs."""
    if noun is None or tree.keys[noun] not in _AMOUNTS:
        return noun
    return next(iter(tree.under(noun, {"of"})), noun)


def shared(tree: Tree, verb: int) -> int | None:
    """ "Ambushed and killed many soldiers": the object of the verb that is joined to it."""
    mate = next((c for c in tree.of(verb, "conj") if tree.is_verb(c) and not tree.of(c, "aux", "nsubj")), None)
    if (
        mate is None
        or tree.labels[verb] == "pcomp"
        or any(tree.keys[i] not in {"and", ","} and not tree.is_verb(i) for i in range(verb, mate))
    ):
        return None
    return next(iter(tree.of(mate, "dobj")), None)


def those_before(tree: Tree, verb: int, subject: int) -> int | None:
    """ "Two soldiers were killed and three others wounded in the raid": the soldiers."""
    if tree.keys[subject] not in _OTHERS:
        return None
    above = next((tree.heads[i] for i in (subject, verb) if tree.labels[i] == "conj"), None)
    return tree.subject(above) if above is not None and tree.is_verb(above) else None


def planned_in(tree: Tree, noun: int) -> int | None:
    """The plan of "has no plans for an offensive", "drew up a plan for a raid"."""
    prep = tree.heads[noun]
    if tree.labels[noun] != "pobj" or tree.keys[prep] not in {"for", "of"}:
        return None
    above = tree.heads[prep]
    return above if cues.nouns().get(tree.keys[above]) in {"planned", "considered"} else None


def is_called_for(tree: Tree, noun: int) -> bool:
    """ "The generals have called for an assault"."""
    return tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] == "for"


def purposes(tree: Tree, noun: int) -> list[int]:
    """Verbs that say what an act is for: "an operation to flush out the rebels", "was launched to free hostages"."""
    verb = tree.heads[noun]
    below = [*tree.of(noun, "acl", "relcl")]
    below += tree.of(verb, "advcl", "xcomp") if tree.labels[noun] in {"dobj", "nsubjpass"} else []
    return [c for c in below if c > noun and any(tree.keys[a] == "to" for a in tree.of(c, "aux"))]


def is_bordering(view: View, first: int) -> bool:
    """ "Along the border with Chad": a phrase that begins there is a neighbour's."""
    return view.key(first - 1) == "with" and view.key(first - 2) in _LINES


_LINES = frozenset("border borders frontier frontiers boundary".split())


def is_done(tree: Tree, noun: int) -> bool:
    """The noun is what its verb is about ("began with raids"), not when or why it happens ("left after the raids")."""
    first = tree.first_conjunct(noun)
    prep = tree.heads[first]
    if tree.labels[first] == "pobj" and tree.keys[prep] == "to":
        return tree.keys[tree.heads[prep]][:6] in {"resort", "contri", "turned", "return", "took", "commit"}
    return tree.labels[first] != "pobj" or tree.keys[prep] in {"with", "in", "by", "of", "during"}
