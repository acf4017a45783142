"""The subject of a clause that opens with a phrase: "From the base at X American troops left".

The parser takes it for a part of the phrase. Where it stands shows by what stands before it: the phrase is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import FINITE, MONTH_NAMES, SUBJECT, set_of
from .subjects import subject_of

if TYPE_CHECKING:
    from .syntax import Tree

#: A phrase that ends in one of these is whole.
_TIMES = set_of(
    "monday tuesday wednesday thursday friday saturday sunday morning evening afternoon night day week weekend month "
    "year time moment dawn dusk midnight noon hour hours summit ceremony"
)


def group_of(tree: Tree, verb: int) -> int:
    """Where a verb's group begins: its first auxiliary, adverbs between them included."""
    own = [c for c in tree.of(verb, "aux", "auxpass") if c < verb]
    return min(own, default=verb)


def end_of(tree: Tree, i: int) -> int:
    """Behind the last word that depends on i."""
    end, stack = i, [i]
    while stack:
        at = stack.pop()
        end = max(end, at)
        stack += tree.children[at]
    return end + 1


def fronted(tree: Tree) -> Tree:
    """The subject right before the verb is no part of the phrase that opens the clause."""
    if not tree.tags or tree.tags[0] not in {"IN", "TO"} or tree.labels[0] not in {"prep", "ROOT"}:
        return tree
    verb = next((i for i, tag in enumerate(tree.tags) if tag in FINITE or _is_past(tree, i)), None)
    if verb is None or verb < 3:
        return swallowed(tree)
    group, main = verb, verb
    if tree.labels[verb] in {"aux", "auxpass"}:
        main = tree.heads[verb]
    head, own = tree.heads[main], list[int]()
    if main < verb or tree.labels[main] not in {"ROOT", "acl", "relcl", "conj"}:
        return swallowed(tree)
    if tree.labels[main] == "ROOT":
        own = tree.of(main, *SUBJECT)
        is_lost = not own or not tree.of(0, "pobj", "prep", "pcomp") and tree.span(own[0])[0] == 1
    else:
        is_lost = tree.labels[0] == "ROOT" and head < verb
    if is_lost and tree.labels[0] == "prep" and not own and (noun := _beside(tree, group)) is not None:
        heads, labels = list(tree.heads), list(tree.labels)
        heads[noun], labels[noun] = main, "nsubjpass" if tree.of(main, "auxpass") else "nsubj"
        return tree.changed(heads, labels)
    start = _boundary(tree, group) if is_lost else None
    return swallowed(tree) if start is None else _divided(tree, start, group, main)


def _is_past(tree: Tree, i: int) -> bool:
    """ "From the fort Greek soldiers left in May.": the parser sees a participle, and no verb at all."""
    return (
        tree.tags[i] == "VBN" and tree.labels[i] == "acl" and tree.labels[0] == "ROOT"
        and tree.heads[i] == i - 1 and tree.keys[-1] == "." and not tree.of(i, "agent", "auxpass")
    )  # fmt: skip


def _beside(tree: Tree, group: int) -> int | None:
    """ "From X, a port with cranes, columns of lorries have come": the subject, taken for a second apposition."""
    for noun, label in enumerate(tree.labels[:group]):
        if label == "appos" and tree.tags[noun][:2] == "NN" and end_of(tree, noun) == group:
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
        elif heads[i] == main and labels[i] in SUBJECT:
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
    return tree.changed(heads, labels)


def swallowed(tree: Tree) -> Tree:
    """ "On Friday gunmen of the clan attacked the post": a subject with words of its own behind it, in the phrase."""
    main = tree.root
    if tree.tags[0] not in {"IN", "TO"} or not tree.is_verb(main) or subject_of(tree, main) is not None:
        return tree
    group = group_of(tree, main)
    is_past = tree.tags[main] == "VBN" and group == main and not tree.of(main, "agent")
    if not {tree.tags[group], tree.tags[main]} & FINITE and not is_past:
        return tree
    edge = group
    while edge > 1 and (tree.keys[edge - 1] == "," or tree.labels[edge - 1] in {"advmod", "neg"}):
        edge -= 1
    for noun in range(edge - 1, 1, -1):
        if tree.tags[noun][:2] == "NN" and end_of(tree, noun) in range(edge, group + 1):
            if (start := _opening(tree, noun)) is not None:
                return _parted_from(tree, start, noun, group)
    return tree


def begun(tree: Tree) -> Tree:
    """ "Starting in 1995 more than 900 men from Chad were sent": those who are sent, no object of the participle; "from
    2003 on" is a year, no number of them."""
    main = tree.root
    if tree.keys[:1] not in {("starting",), ("beginning",)} or not tree.is_verb(main) or main < _SHORTEST:
        return tree
    group = group_of(tree, main)
    nouns = [n for n in tree.of(0, "dobj") if n < group]
    years = [k for k in range(1, group) if _is_dated(tree, k) and tree.labels[k] == "nummod"]
    if not nouns and tree.labels[0] in {"csubj", "csubjpass"}:  # the year is taken for how many they are
        nouns = [tree.heads[k] for k in years if k < tree.heads[k] < group and tree.labels[tree.heads[k]] == "pobj"]
    if not nouns or set(tree.of(main, *SUBJECT)) - {0}:
        return tree
    heads, labels = list(tree.heads), list(tree.labels)
    noun = nouns[0]
    for k in years:
        if heads[k] == noun:
            heads[k], labels[k] = tree.heads[noun], "pobj"
    heads[noun], labels[noun] = main, "nsubjpass" if tree.of(main, "auxpass") else "nsubj"
    heads[0], labels[0] = main, "advcl"
    return tree.changed(heads, labels)


#: The verb stands no nearer to "starting in May men …".
_SHORTEST = 4


def _opening(tree: Tree, noun: int) -> int | None:
    """Where the phrase of a noun begins, behind a phrase that is whole without it."""
    tags, keys = tree.tags, tree.keys
    for k in range(noun, 1, -1):
        before, here = tags[k - 1], tags[k]
        if before in {"IN", "TO", "CC", ",", "WDT", "WP"} or before[:2] in {"VB", "MD"}:
            is_plain = k < noun and tags[noun] == "NNS" and tags[noun - 1] == "NN" and tags[noun - 2][:2] == "NN"
            return noun if is_plain else None
        if _is_dated(tree, k - 1) or before in {"NNS", "NNP"} and here == "NNS" and k == noun:
            return k
        if before[:2] == "NN" and here in {"DT", "PRP$", "JJ", "CD"}:
            return k
        if before == "CD" and here == "NNP" and keys[k + 1] in {"'s", "’s"}:
            return k
    return None


def _is_dated(tree: Tree, i: int) -> bool:
    """A phrase that ends here names a time: "on Friday", "on 9 March", "on April 9", "in 2014"."""
    key, before = tree.keys[i], tree.keys[i - 1]
    if key.isdecimal():
        return before in MONTH_NAMES or len(key) == len("2020") and key[:2] in {"18", "19", "20"}
    return key in _TIMES or key in MONTH_NAMES and (before.isdecimal() or before == "th")


def _parted_from(tree: Tree, start: int, noun: int, group: int) -> Tree:
    heads, labels = list(tree.heads), list(tree.labels)
    main, inside = tree.root, range(start, group)
    above, label = tree.heads[noun], tree.labels[noun]
    for i in inside:
        if i != noun and tree.heads[i] not in inside and tree.labels[i] != "punct":
            heads[i] = noun
            is_modifier = labels[i] in {"det", "nummod", "compound", "poss", "amod", "prep", "relcl", "acl", "appos"}
            labels[i] = labels[i] if is_modifier else "amod"
    heads[noun], labels[noun] = main, "nsubjpass" if tree.of(main, "auxpass") else "nsubj"
    hung = [i for i in range(1, start) if heads[i] in inside]
    for i in hung:
        heads[i] = hung[-1]
    if hung:
        heads[hung[-1]], labels[hung[-1]] = (above, label) if above < start else (0, "pobj")
    tags = list(tree.tags)
    tags[main] = "VBD" if tags[main] == "VBN" and group == main else tags[main]
    return tree.changed(heads, labels, tags)
