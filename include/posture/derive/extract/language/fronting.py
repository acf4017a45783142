"""Clauses whose parts stand in another order than usual, set right: what the parser hangs wrong when a phrase comes
before the subject, or between subject and verb.

"From the base at X American troops left" hides the subject in the phrase; "The soldiers, he said, would stay" gives it
to the saying; "had since May trained" tears the verb from its auxiliary. Labels and tags decide, as in `mending`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import FINITE, HAS, SUBJECT
from .hanging import MENDS, SAID
from .hidden import UNHIDING
from .inversions import INVERSIONS
from .saidclauses import parted
from .swallowed import begun, end_of, fronted, group_of

if TYPE_CHECKING:
    from .syntax import Tree


def in_order(tree: Tree) -> Tree:
    """The tree with subjects where they belong; itself where nothing is out of order."""
    for mend in (
        *MENDS,
        *UNHIDING,
        _that_clause,
        _unknown,
        _parenthesis,
        _parted,
        _cleft,
        *INVERSIONS,
        fronted,
        begun,
        parted,
    ):
        mended = mend(tree)
        tree = mended if mended is tree or _is_tree(mended.heads) else tree
    return tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Each word leads to a root."""
    good: set[int] = set()
    for start in range(len(heads)):
        at, way = start, list[int]()
        while at not in good and heads[at] != at:
            if at in way:
                return False
            way.append(at)
            at = heads[at]
        good.update(way)
    return True


# ── "That troops have left was denied" ──
def _that_clause(tree: Tree) -> Tree:
    """A clause with "that" at the head of the sentence is the subject of the finite verb behind it."""
    if tree.keys[:1] != ("that",) or tree.labels[0] != "mark":
        return tree
    inner = tree.heads[0]
    if tree.heads[inner] != inner:
        return tree
    for verb in range(inner + 1, len(tree.keys)):
        start = group_of(tree, verb)
        finite = tree.tags[start] in FINITE or tree.tags[verb] in FINITE
        if tree.heads[verb] != inner or tree.labels[verb] not in {"ccomp", "conj", "dep", "parataxis"} or not finite:
            continue
        if {"and", "but", "or", ";", ":"} & set(tree.keys[inner:start]) or tree.of(verb, "mark"):
            return tree
        heads, labels = list(tree.heads), list(tree.labels)
        heads[verb], labels[verb] = verb, "ROOT"
        heads[inner], labels[inner] = verb, "csubjpass" if tree.of(verb, "auxpass") else "csubj"
        for taken in tree.of(verb, "nsubj", "nsubjpass"):
            heads[taken], labels[taken] = inner, "dobj"  # "left X" of "have left X was denied"
        for c in tree.children[inner]:
            if c > verb:
                heads[c] = verb
        return tree.changed(heads, labels)
    return tree


# ── "The soldiers, he said, would stay" ──
def _parenthesis(tree: Tree) -> Tree:
    """What somebody says of the subject between commas takes neither the subject nor the sentence."""
    keys = tree.keys
    for said, key in enumerate(keys):
        if key not in SAID and key != "had" or tree.labels[said] in {"aux", "auxpass", "amod", "relcl", "acl"}:
            continue
        if key == "had" and keys[said + 1 : said + 3] != ("it", ","):
            continue
        subjects = [c for c in tree.of(said, *SUBJECT, "dep") if c < said]
        if not subjects:
            continue
        opens = tree.span(subjects[-1])[0] - 1
        if opens < 1 or keys[opens] != ",":
            continue
        verb = _after(tree, said)
        if verb is None or tree.of(verb, *SUBJECT):
            continue
        end = opens - 2 if keys[opens - 1] in {'"', "”", "''", "’"} else opens - 1
        noun = next((c for c in subjects[:-1] if c < opens), None)
        if noun is None:
            noun = next((k for k in (end,) if tree.tags[k][:2] == "NN" and tree.labels[k] in {"dep", *SUBJECT}), None)
        if noun is None or tree.tags[noun][:2] not in {"NN", "CD", "PR", "DT", "JJ"}:
            continue
        return _without(tree, said, verb, noun, opens)
    return tree


def _unknown(tree: Tree) -> Tree:
    """ "Had sent troops, it could not say how many, to X": the clause before goes on behind what nobody knows of it."""
    keys = tree.keys
    for how in range(2, len(keys) - 3):
        if (
            keys[how] != "how"
            or keys[how + 1] not in {"many", "much"}
            or keys[how + 2] != ","
            or tree.tags[how + 3] != "IN"
        ):
            continue
        said = tree.clause(how - 1)
        subject = next((c for c in tree.of(said, *SUBJECT) if c < said), None)
        if subject is None or (opens := tree.span(subject)[0] - 1) < 1 or keys[opens] != ",":
            continue
        over = next(
            (k for k in range(opens - 1, -1, -1) if tree.is_verb(k) and tree.labels[k] not in {"amod", "aux"}), None
        )
        if over is None:
            continue
        way = [over, *tree.ancestors(over)]
        heads, labels = list(tree.heads), list(tree.labels)
        top = next((k for k in way if heads[k] == said), way[-1])
        if heads[top] == said:
            heads[top], labels[top] = (top, "ROOT") if heads[said] == said else (heads[said], labels[said])
        heads[said], labels[said] = over, "parataxis"
        for k in range(len(keys)):
            if k > how + 2 and opens < heads[k] <= how + 2:
                heads[k] = over
            elif k < opens and k != top and heads[k] == said:
                heads[k] = top
        return tree.changed(heads, labels)
    return tree


def _after(tree: Tree, said: int) -> int | None:
    """The verb that goes on after the comma that ends the parenthesis."""
    for verb in range(said + 1, len(tree.keys)):
        if tree.labels[verb] not in {"ccomp", "conj", "ROOT", "dep"} or not tree.is_verb(verb):
            continue
        start = group_of(tree, verb)
        if tree.keys[start - 1] != "," or start - 1 <= said:
            return None
        above = tree.heads[verb]
        finite = tree.tags[start] in FINITE or tree.tags[verb] in FINITE
        return verb if finite and (above == said or tree.heads[said] == verb) else None
    return None


def _without(tree: Tree, said: int, verb: int, noun: int, opens: int) -> Tree:
    heads, labels = list(tree.heads), list(tree.labels)
    if heads[said] != verb:
        heads[verb], labels[verb] = (verb, "ROOT") if heads[said] == said else (heads[said], labels[said])
    heads[said], labels[said] = verb, "parataxis"
    heads[noun], labels[noun] = verb, "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
    for c in tree.children[said]:
        if c < opens and c != noun or c > verb:
            heads[c] = verb
    return tree.changed(heads, labels)


# ── "had since May trained recruits" ──
def _parted(tree: Tree) -> Tree:
    """An auxiliary that a phrase parts from its participle is no verb of its own."""
    heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
    for aux, label in enumerate(tree.labels):
        verb = tree.heads[aux]
        if label in {"aux", "auxpass"} and verb > aux:
            for c in tree.of(aux, *SUBJECT, "prep", "npadvmod", "advmod"):
                if labels[c] not in SUBJECT or not tree.of(verb, *SUBJECT):
                    heads[c] = verb
        elif tree.keys[aux] in HAS and label not in {"aux", "auxpass"}:
            verb = next((v for n in tree.of(aux, "dobj") for v in tree.of(n, "amod") if tree.tags[v] == "VBN"), -1)
            if verb <= aux + 1:
                continue
            noun = tree.heads[verb]
            between = [c for c in tree.of(aux, "prep", "npadvmod") if aux < c < verb]
            if not between or between[0] != aux + 1 or max(end_of(tree, c) for c in between) != verb:
                continue
            if tree.span(noun)[0] not in {verb, verb + 1}:
                continue
            heads[verb], labels[verb] = (verb if heads[aux] == aux else heads[aux]), label
            for c in tree.children[aux]:
                heads[c] = verb
            heads[aux], labels[aux] = verb, "aux"
    if tuple(heads) == tree.heads:
        return tree
    return tree.changed(heads, labels, tags)


# ── "It was from X that troops left" ──
def _cleft(tree: Tree) -> Tree:
    """What is set apart by "it was" and "that" is said of the clause that follows."""
    be = next((c for c in range(len(tree.keys)) if tree.heads[c] == c), 0)
    if not tree.keys or tree.keys[be] not in {"was", "is"} or "it" not in {tree.keys[c] for c in tree.of(be, "nsubj")}:
        return tree
    if tree.of(be, "attr", "acomp", "dobj"):
        return tree
    for verb in tree.of(be, "ccomp"):
        that = next((c for c in tree.children[verb] if tree.keys[c] == "that"), None)
        own = tree.of(verb, *SUBJECT)
        moved = [c for c in tree.of(be, "prep", "advmod", "npadvmod", "neg") if that is not None and be < c < that]
        if that is None or not own or that > own[0] or not any(tree.labels[c] != "neg" for c in moved):
            continue
        heads, labels = list(tree.heads), list(tree.labels)
        heads[verb], labels[verb], labels[that] = verb, "ROOT", "mark"
        for c in tree.children[be]:
            heads[c] = verb if c in moved or c >= verb else be
        heads[be], labels[be] = verb, "dep"
        return tree.changed(heads, labels)
    return tree
