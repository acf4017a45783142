"""Whether a clause tells of the past, of what is over, or of now."""

from __future__ import annotations

from ..clauses import View
from .syntax import Tree
from .verbgroup import mood

_EARLIER = frozenset(
    "then originally initially once formerly previously earlier beforehand historically before".split()
)
_HOURS = frozenset("dawn noon midnight sunrise sunset dusk nightfall daybreak morning evening now".split())
_BEGINNINGS = frozenset("start beginning outset height peak zenith time outbreak".split())


def is_past(tree: Tree, at: int) -> bool:
    """The clause around token `at` tells in the past tense: "left", "were sent", "had left"; not "have left"."""
    verb = tree.clause(at)
    for _ in range(4):
        aux = {tree.keys[c] for c in tree.of(verb, "aux", "auxpass")}
        tag = tree.tags[verb]
        if "could" in aux and tree.keys[verb] in {"seen", "heard"}:
            return True  # "could be seen leaving": what was to be seen
        if aux & _NOT_PAST or tag in {"VBZ", "VBP", "MD"}:
            return False
        if tag == "VBD" or aux & {"was", "were", "had", "did"}:
            return True
        if tag == "VBN" and not aux and tree.labels[verb] == "ROOT":
            return True  # "the marines trained there", taken for a participle
        if tree.labels[verb] not in _TENSED or tree.heads[verb] == verb:
            return False
        verb = tree.clause(tree.heads[verb])
    return False


_NOT_PAST = frozenset("has have is are 's am being will would can may could might shall".split())
_TENSED = frozenset({"relcl", "acl", "advcl", "xcomp", "pcomp", "conj", "prep"})


def is_perfect(tree: Tree, at: int) -> bool:
    """ "has left", "have been bombing": of what reaches into the present."""
    return any(tree.keys[c] in {"has", "have", "'ve"} for c in tree.of(tree.clause(at), "aux"))


def is_flashback(view: View, at: int) -> bool:
    """Told as earlier than the text's present: the past perfect, "at its height", "then", "before the coup"."""
    tree = view.tree
    verb = tree.clause(at)
    had = [c for c in tree.of(verb, "aux") if tree.keys[c] == "had"]
    if had and not _is_reported(tree, verb):
        return True
    for c in tree.children[verb]:
        if tree.labels[c] == "advmod" and tree.keys[c] in _EARLIER:
            return True
        if tree.labels[c] == "prep" and tree.keys[c] in {"at", "during"}:
            if any(tree.keys[n] in _BEGINNINGS for n in tree.of(c, "pobj")):
                return True
    return is_before(view, at)


def is_before(view: View, at: int) -> bool:
    """ "before the coup", "until the raid", "had been there before": over by the text's present."""
    tree = view.tree
    for c in tree.children[tree.clause(at)]:
        if tree.keys[c] not in {"before", "until", "beforehand", "previously"}:
            continue
        if tree.labels[c] == "advmod":
            return True
        if tree.labels[c] == "prep" and not any(tree.keys[n] in _HOURS for n in tree.of(c, "pobj")):
            return True
    return False


def _is_reported(tree: Tree, verb: int) -> bool:
    """ "said it had left": the past perfect of reported speech is the perfect of direct speech."""
    return tree.labels[verb] == "ccomp" and mood(tree, tree.heads[verb]).is_finite
