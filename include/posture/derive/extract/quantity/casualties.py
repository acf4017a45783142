"""What became of those whom a number counts: killed, wounded, or neither; and whose losses a sentence tells.

By grammar: the number, or the noun that it counts, is what a verb of killing acts upon, who dies, whom a loss is of.
The loss is often told after the attack ("One soldier was killed."): it belongs to the attack that was told last.
"""

from __future__ import annotations

from ..language.classes import verbs, words
from ..language.syntax import Tree

_KILL = words("casualties.kill")
_WOUND = verbs("casualties.wound") | {"injuries"}
_DIES = frozenset("died dead die dies dying perished perish fell succumbed".split())
_LOSES = frozenset("lost lose loses losing".split())
_SUFFERS = frozenset("suffered sustained received incurred".split())
#: Nouns of which an "of" or a "to" names who is dead: "the loss of 20 men", "the toll rose to 54".
_DEATHS = frozenset("loss losses death deaths killing toll lives life".split())
_HURTS = frozenset("injury injuries wounding wounds".split())


_NOT_DEAD = frozenset("back to from under behind out off short below by upon".split())


def fate(tree: Tree, number: int) -> str | None:
    """killed or wounded: what became of those that the number counts."""
    at = tree.first_conjunct(tree.noun_head(number))
    if any(tree.keys[c] in _KILL | _WOUND and tree.is_passive(c) for c in tree.of(at, "acl", "relcl")):
        return _named({tree.keys[c] for c in tree.of(at, "acl", "relcl")})
    head, label = tree.heads[at], tree.labels[at]
    if _is_left_dead(tree, at):
        return _named({tree.keys[at + 1]})
    if label == "pobj":
        return _of_noun(tree, head)
    if not tree.is_verb(head):
        return None
    beside = tree.of(head, "acomp", "conj", "oprd", "xcomp", "ccomp")
    words = {tree.keys[head]} | {tree.keys[c] for c in beside if not tree.of(c, "nsubj", "nsubjpass")}
    if tree.keys[head] in {"shot", "shoot", "shoots"}:
        words |= {tree.keys[head + 1]} & {"dead"} if head + 1 < len(tree.keys) else set()  # "shot dead two men"
    passive = label == "nsubjpass" or tree.is_passive(head) and tree.labels[head] == "acl"
    if label == "dobj" and tree.keys[head] == "lose" and "will" in {tree.keys[c] for c in tree.of(head, "aux")}:
        return None  # "the base will lose 1,500 soldiers": posts, not lives
    if label == "dobj" or passive:
        return _named(words)
    if label != "nsubj":
        return None
    things = {tree.keys[c] for c in tree.of(head, "dobj")}
    if tree.keys[head] in {"fell", "fallen"} and any(tree.keys[c] in _NOT_DEAD for c in tree.children[head]):
        return None  # "300 men fell back to the river", "the number fell to 600"
    if words & _DIES or words & _LOSES and things & _DEATHS:
        return "killed"
    if words & _SUFFERS and things & _HURTS or tree.keys[head] in {"was", "were"} and words & _WOUND:
        return "wounded"
    return _named(words - {tree.keys[head]}) if tree.keys[head] in {"was", "were", "been"} else None


def _is_left_dead(tree: Tree, at: int) -> bool:
    """ "With 12 soldiers dead"."""
    start = tree.span(at)[0]
    is_with = tree.keys[start - 1] == "with" or tree.keys[tree.heads[at]] == "with" or tree.labels[at] == "nsubj"
    behind = tree.keys[at + 1] if at + 1 < len(tree.keys) else ""
    return (
        is_with
        and behind in {"dead", "killed", "wounded", "injured"}
        and "with" in tree.keys[max(0, start - 2) : start]
    )


def _named(words: set[str]) -> str | None:
    return "killed" if words & _KILL else "wounded" if words & _WOUND else None


def _of_noun(tree: Tree, prep: int) -> str | None:
    """ "with the loss of 20 of her company", "the toll has risen to 54 soldiers"."""
    noun = tree.heads[prep]
    if tree.keys[prep] == "to" and tree.is_verb(noun):
        if any(tree.keys[c] in _HURTS for c in tree.of(noun, "dobj")):
            return "wounded"  # "caused injuries to five marines"
        subject = tree.subject(noun)
        return "killed" if subject is not None and tree.keys[subject] in {"toll", "deaths"} else None
    if tree.keys[prep] not in {"of", "to", "among"}:
        return None
    return "killed" if tree.keys[noun] in _DEATHS else "wounded" if tree.keys[noun] in _HURTS else None
