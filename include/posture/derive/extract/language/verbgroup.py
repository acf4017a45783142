"""What a verb's own auxiliaries, adverbs and subject say of it: negated, to come, possible, in progress, done."""

from __future__ import annotations

from dataclasses import dataclass

from .classes import verbs, words
from .grammar import HAVE
from .syntax import Tree

_WILL = frozenset("will shall 'll wo".split())
_WOULD = frozenset({"would", "'d"})
_CAN = frozenset("could may might can should must ought ca need cannot".split())
_NEGATIVE = frozenset("not n't never n’t nt hardly scarcely nowhere".split())
_PERHAPS = frozenset("perhaps possibly maybe potentially probably likely conceivably presumably hopefully".split())
_STILL = frozenset("still gradually steadily increasingly continually continuously".split())
_BE = frozenset("is are was were be been being am 're 's 'm".split())
#: After "no": still no denial.
_AFTER_NO = frozenset("longer fewer less more doubt later sooner matter one's other surprise secret wonder".split())
_SPARING = verbs("verbgroup.sparing")
_EFFORTS = frozenset("effort efforts time expense".split())
_NOBODY = frozenset("nobody none neither nothing".split())
_NEVER = words("verbgroup.never")


@dataclass(frozen=True, slots=True)
class Mood:
    """A verb's marking by its own words."""

    is_negative: bool = False
    #: "", considered, planned, would
    modal: str = ""
    is_progressive: bool = False
    is_perfect: bool = False
    is_infinitive: bool = False
    is_finite: bool = False
    #: "not yet", "has yet to": denied so far, awaited
    is_yet: bool = False


def mood(tree: Tree, i: int) -> Mood:
    """The marking of the verb at i, without what governs it."""
    words = [(c, tree.keys[c]) for c in tree.children[i] if c < i or _is_marking(tree, c)]
    aux = [
        k
        for c, k in words
        if tree.labels[c] in {"aux", "auxpass"} and tree.keys[c] != "may" or k in _CAN and tree.tags[c] == "MD"
    ]
    adverbs = [k for c, k in words if tree.labels[c] in {"neg", "advmod", "preconj", "cc"}]
    modal = ""
    if _WILL & set(aux):
        modal = "planned"
    elif _WOULD & set(aux):
        modal = "would"
    elif _CAN & set(aux) or _PERHAPS & set(adverbs):
        modal = "considered"
    tag = tree.tags[i]
    had = bool(HAVE & set(aux))
    return Mood(
        _is_negated(tree, i, words),
        modal,
        tag == "VBG"
        and bool(_BE & set(aux))
        or "being" in aux
        and len(_BE & set(aux)) > 1
        or bool(_STILL & set(adverbs))
        and not had,
        had,
        "to" in aux,
        bool(aux) and aux != ["to"] or tag in {"VBD", "VBZ", "VBP"} or bool(tree.of(i, "nsubj", "nsubjpass", "expl")),
        "yet" in adverbs,
    )


_REASONS = frozenset("because to for as by out due in with from so".split())


def _is_marking(tree: Tree, c: int) -> bool:
    """What marks a verb from behind: "do not", "Joining them will be 90 men"."""
    return tree.keys[c] in _NEGATIVE or tree.keys[c] == "longer" or tree.labels[c] in {"aux", "auxpass"}


def _is_negated(tree: Tree, i: int, words: list[tuple[int, str]]) -> bool:
    for c, k in words:
        if k == "cannot":
            return True
        if k in _NEGATIVE and tree.labels[c] in {"neg", "advmod", "dep", "preconj"}:
            after = tree.keys[c + 1] if c + 1 < len(tree.keys) else ""
            if c > i and tree.keys[c - 1] == ",":
                continue  # "it was Kenya that struck X, not Uganda"
            if c > i and after in _REASONS and tree.keys[i] not in _BE:
                continue  # "are deployed not because they are needed, but …", "were sent not to fight but …"
            return after not in {"only", "just", "merely", "simply", "least", "long"}
        if k == "longer" and c and tree.keys[c - 1] in {"no", "any"}:
            return True
        if k == "neither" and tree.labels[c] in {"preconj", "cc", "advmod"}:
            return True
        if k == "nor" and tree.labels[c] in {"cc", "preconj", "advmod"}:
            return True
    for label in ("nsubj", "nsubjpass"):
        for s in tree.of(i, label):
            if is_nobody(tree, s):
                return True
    for p in tree.of(i, "prep"):
        for n in tree.of(p, "pobj"):
            if tree.keys[n] in _NEVER and any(tree.keys[c] == "no" for c in tree.of(n, "det")):
                return True
    return any(is_nobody(tree, o) for o in tree.of(i, "dobj", "attr"))


def is_nobody(tree: Tree, noun: int) -> bool:
    """ "no unit", "nobody", "none of them", "not one of them", "neither army"."""
    k = tree.keys[noun]
    if k in _EFFORTS and tree.keys[tree.heads[noun]] in _SPARING:
        return False
    if k in _NOBODY or k == "one" and noun and tree.keys[noun - 1] == "no":
        return True
    start = tree.span(noun)[0]
    for c in tree.children[noun]:
        word = tree.keys[c]
        if c > noun:
            continue
        after = tree.keys[c + 1] if c + 1 < len(tree.keys) else ""
        if word in {"no", "neither"} and after not in _AFTER_NO:
            return True
        if word == "not" and after in {"a", "an", "one", "any", "single"}:
            return True
        if tree.keys[c] == "not" and tree.labels[c] == "neg" and after == "all":
            return False
    return tree.keys[start] == "not" and start + 1 < len(tree.keys) and tree.keys[start + 1] in {"one", "a", "any"}


def in_question(tree: Tree, at: int) -> bool:
    """ "Would not say whether they are there", "if they are there …", "not known how many there are": the clause around
    a token is asked or supposed, not told; what may happen ("asked whether they might stay") is weighed."""
    at = tree.clause(at)
    for _ in range(4):
        marks = {tree.keys[c] for c in tree.of(at, "mark", "advmod") if c < at}
        if marks & {"if", "whether", "unless"} and "even" not in marks:
            return not any(tree.tags[c] == "MD" for c in tree.of(at, "aux"))
        if tree.labels[at] in {"ccomp", "csubj"} and _asks_how_many(tree, at):
            return True
        if tree.labels[at] not in {"ccomp", "acl", "xcomp", "conj"} or tree.heads[at] == at:
            return False
        at = tree.clause(tree.heads[at])
    return False


def _asks_how_many(tree: Tree, verb: int) -> bool:
    start = tree.span(verb)[0]
    return tree.keys[start : start + 2] in {("how", "many"), ("how", "large"), ("how", "big"), ("how", "strong")}
