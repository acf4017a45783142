"""Clauses whose parts stand in another order than usual, set right: what the parser hangs wrong when a phrase comes
before the subject, or between subject and verb.

"From the base at X American troops left" hides the subject in the phrase; "The soldiers, he said, would stay" gives it
to the saying; "had since May trained" tears the verb from its auxiliary. Labels and tags decide, as in `mending`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .grammar import set_of

if TYPE_CHECKING:
    from .syntax import Tree

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SAID = set_of(
    "said says say told tells announced announces claimed claims reported reports added adds stated states confirmed "
    "confirms wrote writes explained explains insisted insists declared declares warned warns noted notes argued "
    "recalled recalls conceded admitted acknowledged believes thinks promised stressed maintains maintained reckons "
    "reckoned suggested estimates estimated predicted alleged alleges revealed learned heard understands"
)
_HAVE = frozenset({"has", "have", "had"})


def in_order(tree: Tree) -> Tree:
    """The tree with subjects where they belong; itself where nothing is out of order."""
    for mend in (_that_clause, _parenthesis, _parted, _cleft, _inverted, _fronted):
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


def _changed(tree: Tree, heads: list[int], labels: list[str], tags: list[str] | None = None) -> Tree:
    return replace(tree, heads=tuple(heads), labels=tuple(labels), tags=tuple(tags or tree.tags))


def _group(tree: Tree, verb: int) -> int:
    """Where a verb's group begins: its first auxiliary, adverbs between them included."""
    own = [c for c in tree.of(verb, "aux", "auxpass") if c < verb]
    return min(own, default=verb)


# ── "That troops have left was denied" ──
def _that_clause(tree: Tree) -> Tree:
    """A clause with "that" at the head of the sentence is the subject of the finite verb behind it."""
    if tree.keys[:1] != ("that",) or tree.labels[0] != "mark":
        return tree
    inner = tree.heads[0]
    if tree.heads[inner] != inner:
        return tree
    for verb in range(inner + 1, len(tree.keys)):
        start = _group(tree, verb)
        finite = tree.tags[start] in _FINITE or tree.tags[verb] in _FINITE
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
        return _changed(tree, heads, labels)
    return tree


# ── "The soldiers, he said, would stay" ──
def _parenthesis(tree: Tree) -> Tree:
    """What somebody says of the subject between commas takes neither the subject nor the sentence."""
    keys = tree.keys
    for said, key in enumerate(keys):
        if key not in _SAID and key != "had" or tree.labels[said] in {"aux", "auxpass", "amod", "relcl", "acl"}:
            continue
        if key == "had" and keys[said + 1 : said + 3] != ("it", ","):
            continue
        subjects = [c for c in tree.of(said, *_SUBJECT, "dep") if c < said]
        if not subjects:
            continue
        opens = tree.span(subjects[-1])[0] - 1
        if opens < 1 or keys[opens] != ",":
            continue
        verb = _after(tree, said)
        if verb is None or tree.of(verb, *_SUBJECT):
            continue
        end = opens - 2 if keys[opens - 1] in {'"', "”", "''", "’"} else opens - 1
        noun = next((c for c in subjects[:-1] if c < opens), None)
        if noun is None:
            noun = next((k for k in (end,) if tree.tags[k][:2] == "NN" and tree.labels[k] in {"dep", *_SUBJECT}), None)
        if noun is None or tree.tags[noun][:2] not in {"NN", "CD", "PR", "DT", "JJ"}:
            continue
        return _without(tree, said, verb, noun, opens)
    return tree


def _after(tree: Tree, said: int) -> int | None:
    """The verb that goes on after the comma that ends the parenthesis."""
    for verb in range(said + 1, len(tree.keys)):
        if tree.labels[verb] not in {"ccomp", "conj", "ROOT", "dep"} or not tree.is_verb(verb):
            continue
        start = _group(tree, verb)
        if tree.keys[start - 1] != "," or start - 1 <= said:
            return None
        above = tree.heads[verb]
        finite = tree.tags[start] in _FINITE or tree.tags[verb] in _FINITE
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
    return _changed(tree, heads, labels)


# ── "had since May trained recruits" ──
def _parted(tree: Tree) -> Tree:
    """An auxiliary that a phrase parts from its participle is no verb of its own."""
    heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
    for aux, label in enumerate(tree.labels):
        verb = tree.heads[aux]
        if label in {"aux", "auxpass"} and verb > aux:
            for c in tree.of(aux, *_SUBJECT, "prep", "npadvmod", "advmod"):
                if labels[c] not in _SUBJECT or not tree.of(verb, *_SUBJECT):
                    heads[c] = verb
        elif tree.keys[aux] in _HAVE and label not in {"aux", "auxpass"}:
            verb = next((v for n in tree.of(aux, "dobj") for v in tree.of(n, "amod") if tree.tags[v] == "VBN"), -1)
            if verb <= aux + 1:
                continue
            noun = tree.heads[verb]
            between = [c for c in tree.of(aux, "prep", "npadvmod") if aux < c < verb]
            if not between or between[0] != aux + 1 or max(_end(tree, c) for c in between) != verb:
                continue
            if tree.span(noun)[0] not in {verb, verb + 1}:
                continue
            heads[verb], labels[verb] = (verb if heads[aux] == aux else heads[aux]), label
            for c in tree.children[aux]:
                heads[c] = verb
            heads[aux], labels[aux] = verb, "aux"
    if tuple(heads) == tree.heads:
        return tree
    return _changed(tree, heads, labels, tags)


def _end(tree: Tree, i: int) -> int:
    end, stack = i, [i]
    while stack:
        at = stack.pop()
        end = max(end, at)
        stack += tree.children[at]
    return end + 1


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
        own = tree.of(verb, *_SUBJECT)
        moved = [c for c in tree.of(be, "prep", "advmod", "npadvmod", "neg") if that is not None and be < c < that]
        if that is None or not own or that > own[0] or not any(tree.labels[c] != "neg" for c in moved):
            continue
        heads, labels = list(tree.heads), list(tree.labels)
        heads[verb], labels[verb], labels[that] = verb, "ROOT", "mark"
        for c in tree.children[be]:
            heads[c] = verb if c in moved or c >= verb else be
        heads[be], labels[be] = verb, "dep"
        return _changed(tree, heads, labels)
    return tree


# ── "At the base stand two warplanes" ──
_STANDING = set_of("stand stands stood lie lies lay sit sits sat wait waits waited")


def _inverted(tree: Tree) -> Tree:
    """Behind a phrase that opens the sentence and a verb of standing comes the subject, no object."""
    if not tree.tags or tree.tags[0] != "IN" or tree.labels[0] != "prep":
        return tree
    verb = tree.heads[0]
    found = [c for c in tree.of(verb, "dobj") if c > verb]
    if tree.keys[verb] not in _STANDING or not found or any(c < verb for c in tree.of(verb, "nsubj", "aux", "neg")):
        return tree
    labels = list(tree.labels)
    labels[found[0]] = "nsubj"
    return _changed(tree, list(tree.heads), labels)


# ── "From the base at X American troops left" ──
def _fronted(tree: Tree) -> Tree:
    """The subject right before the verb is no part of the phrase that opens the clause."""
    if not tree.tags or tree.tags[0] not in {"IN", "TO"} or tree.labels[0] not in {"prep", "ROOT"}:
        return tree
    verb = next((i for i, tag in enumerate(tree.tags) if tag in _FINITE or _is_past(tree, i)), None)
    if verb is None or verb < 3:
        return tree
    group, main = verb, verb
    if tree.labels[verb] in {"aux", "auxpass"}:
        main = tree.heads[verb]
    head, own = tree.heads[main], list[int]()
    if main < verb or tree.labels[main] not in {"ROOT", "acl", "relcl", "conj"}:
        return tree
    if tree.labels[main] == "ROOT":
        own = tree.of(main, *_SUBJECT)
        is_lost = not own or not tree.of(0, "pobj", "prep", "pcomp") and tree.span(own[0])[0] == 1
    else:
        is_lost = tree.labels[0] == "ROOT" and head < verb
    if is_lost and tree.labels[0] == "prep" and not own and (noun := _beside(tree, group)) is not None:
        heads, labels = list(tree.heads), list(tree.labels)
        heads[noun], labels[noun] = main, "nsubjpass" if tree.of(main, "auxpass") else "nsubj"
        return _changed(tree, heads, labels)
    start = _boundary(tree, group) if is_lost else None
    return tree if start is None else _divided(tree, start, group, main)


def _is_past(tree: Tree, i: int) -> bool:
    """ "From the fort Greek soldiers left in May.": the parser sees a participle, and no verb at all."""
    return (
        tree.tags[i] == "VBN" and tree.labels[i] == "acl" and tree.labels[0] == "ROOT"
        and tree.heads[i] == i - 1 and tree.keys[-1] == "." and not tree.of(i, "agent", "auxpass")
    )  # fmt: skip


def _beside(tree: Tree, group: int) -> int | None:
    """ "From X, a port with cranes, columns of lorries have come": the subject, taken for a second apposition."""
    for noun, label in enumerate(tree.labels[:group]):
        if label == "appos" and tree.tags[noun][:2] == "NN" and _end(tree, noun) == group:
            return noun if tree.keys[tree.span(noun)[0] - 1] == "," else None
    return None


def _boundary(tree: Tree, group: int) -> int | None:
    """Where the subject before a verb group begins: a noun stands right before it, no comma between."""
    tags, keys = tree.tags, tree.keys
    k = group - 1
    if tags[k][:2] not in {"NN", "PR"} and keys[k] not in {"one", "others", "most", "some"}:
        return None
    while k > 2:
        before, here = tags[k - 1], tags[k]
        if before in {"IN", "TO", "CC", ","} or before[:2] in {"VB", "MD", "RB"}:
            return k if before == "," and tree.labels[0] == "prep" else None
        is_year = before == "CD" and len(keys[k - 1]) == 4 and keys[k - 1].isdecimal() and here != ","
        if is_year or before[:2] == "NN" and here in {"DT", "PRP$", "JJ", "PRP"}:
            return k
        k -= 1
    return None


def _divided(tree: Tree, start: int, group: int, main: int) -> Tree:
    heads, labels = list(tree.heads), list(tree.labels)
    noun = group - 1
    for i in range(start, noun):  # modifiers of the subject
        if not start <= heads[i] <= noun:
            heads[i] = noun
            labels[i] = "amod" if labels[i] not in {"det", "nummod", "compound", "poss", "amod"} else labels[i]
    heads[noun] = main
    labels[noun] = "nsubjpass" if tree.of(main, "auxpass") else "nsubj"
    last = max((k for k in range(1, start) if tree.tags[k][:2] == "NN" or tree.tags[k] == "CD"), default=start - 1)
    for i in range(1, start):
        if start <= heads[i] < group:
            heads[i] = last if i < last else 0
        elif heads[i] == main and labels[i] in _SUBJECT:
            heads[i], labels[i] = 0, "pobj"
    if heads[last] in range(start, group) or heads[last] == last:
        heads[last] = 0
    prep = next((k for k in range(last - 1, -1, -1) if tree.tags[k] in {"IN", "TO"}), 0)
    if not any(labels[c] == "pobj" and heads[c] == prep for c in range(1, start)):
        heads[last], labels[last] = prep, "pobj"
    heads[0], labels[0] = main, "prep"
    if tree.labels[main] != "ROOT":
        heads[main], labels[main] = main, "ROOT"
        for c in tree.children[0]:
            if c > main:
                heads[c] = main
    return _changed(tree, heads, labels)
