"""How men die without an enemy: crashes, quakes, illness."""

from __future__ import annotations

from ..clauses import View
from ..facts.acts import phrase_heads
from ..language.classes import nouns, verbs
from ..language.syntax import Tree
from ..reading import Reading


def died_by_mishap(r: Reading) -> bool:
    """ "The earthquake in which 18 of its soldiers died", "were killed in a helicopter crash", "when a wall fell"."""
    v, tree = r.view, r.view.tree
    causes = [at for p, at in phrase_heads(v, r.first) if p in {"in", "of", "from", "by", "during", "to"}]
    if tree.labels[r.first] == "relcl":
        causes += [a for a in list(tree.ancestors(r.first))[:5] if tree.is_noun(a)]  # past "of January 2010"
    hows = [
        c for c in tree.of(r.first, "advcl") if any(tree.keys[m] in {"when", "as", "after"} for m in marks(tree, c))
    ]
    if tree.labels[r.first] in {"conj", "advcl"} and tree.is_verb(tree.heads[r.first]):
        hows.append(tree.heads[r.first])  # "a helicopter crashed near X, and two were hurt", "…, killing two"
    failed = any(v.key(c) in verbs("fails") and not _is_made(v, c) for c in hows)
    return failed or any(v.key(c) in nouns("mishap") and not _is_of_arms(v, c) for c in causes)


def _is_of_arms(v: View, cause: int) -> bool:
    """ "An outbreak of fighting", "the collapse of a tunnel under shelling"."""
    return any(
        p in {"of", "under"} and v.key(at) in nouns("event") | nouns("impact") for p, at in phrase_heads(v, cause)
    )


def _is_made(v: View, clause: int) -> bool:
    """ "When rockets fell on the camp", "after their helicopter was shot down and crashed": an enemy's doing."""
    words = v.words_in(*v.tree.span(clause))
    return bool(words & (nouns("weapon") | nouns("flying") | nouns("event") | _DOWNED))


_DOWNED = frozenset({"shot", "hit", "downed", "struck", "fire", "mine", "bomb", "ied", "blast"})


def marks(tree: Tree, clause: int) -> list[int]:
    """What opens a clause: "when", "as"."""
    return tree.of(clause, "advmod", "mark")
