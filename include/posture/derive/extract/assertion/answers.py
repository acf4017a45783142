"""What the answer makes of a question: "asked whether they might send troops, she said there were no plans to"."""

from __future__ import annotations

from ..language import cues
from ..language.syntax import Tree
from ..language.verbgroup import is_nobody, mood

_ASKED = frozenset({"asked", "questioned", "pressed", "quizzed"})
#: "It would not", "they will not be doing so".
_DOES = frozenset("will would do doing does did happen happening happened going".split())
_TRUE = frozenset("so true correct case accurate".split())


def is_answered_no(tree: Tree, at: int) -> bool:
    """Whether what is asked at a token ("asked whether …, he said …") is answered with a no.

    A no is a plan or an intention that is not there, or a clause of pronouns alone that is denied ("it would not").
    That nothing has been decided, or that one will not say, leaves it open.
    """
    asked = next((a for a in tree.ancestors(at) if tree.keys[a] in _ASKED), None)
    if asked is None or tree.labels[asked] not in {"advcl", "acl", "prep", "ccomp"} or tree.of(asked, "nsubj"):
        return False
    said = tree.heads[asked]
    if cues.lemmas().get(tree.keys[said]) not in cues.speech() or tree.heads[said] == asked:
        return False
    return any(_is_no(tree, c) for c in tree.of(said, "ccomp", "parataxis") if c > asked and tree.is_verb(c))


def _is_no(tree: Tree, clause: int) -> bool:
    what = [*tree.of(clause, "attr", "dobj"), *(n for n in tree.of(clause, "nsubj") if tree.of(clause, "expl"))]
    if any(is_nobody(tree, n) and cues.nouns().get(tree.keys[n]) == "planned" for n in what):
        return True
    if not mood(tree, clause).is_negative:
        return False
    if tree.keys[clause] in _DOES:
        return not tree.of(clause, "ccomp", "xcomp")
    if any(tree.keys[c] in _TRUE for c in tree.of(clause, "acomp", "attr", "advmod")):
        return True
    weighs = cues.verbs().get((cues.lemmas().get(tree.keys[clause], ""), "")) in {"considered", "planned"}
    return weighs and all(tree.tags[o] in {"DT", "PRP"} or tree.keys[o] == "thing" for o in tree.of(clause, "dobj"))
