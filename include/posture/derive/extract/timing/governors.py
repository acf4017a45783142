"""On what word a time hangs: the verb or noun that it dates, past the words that make up the time itself."""

from __future__ import annotations

from ..language.syntax import Tree

_HANGS = frozenset(
    "pobj prep npadvmod nummod advmod amod compound pcomp quantmod det poss nmod tmod appos case".split()
)
_MODIFIES = frozenset("prep npadvmod nummod amod advmod nmod compound poss".split())
_TIME_NOUNS = frozenset(
    "january february march april may june july august september october november december year years month months "
    "week weeks day days end start beginning middle spring summer autumn fall winter night morning evening weekend "
    "half quarter early late mid monday tuesday wednesday thursday friday saturday sunday ago later earlier "
    "hours hour".split()
)
_MARKS = frozenset("after before when once as because since while although until if where".split())


def governor(tree: Tree, k: int) -> int:
    """The verb or noun on which a time at token k hangs."""
    if k and tree.labels[k] == "mark":
        return tree.clause(k - 1)  # "garrisoned there since 2011", "was formed that October": no conjunction
    over = _governor(tree, k)
    if _is_between(tree, tree.heads[over], k, over):
        return tree.heads[over]  # "said on Tuesday it will leave": the day of the saying
    if tree.labels[over] == "acl" and tree.keys[over] in {"located", "situated"} and tree.keys[k - 1] == "on":
        return tree.clause(tree.heads[over])  # "came to their barracks located in the south on 3 May"
    marks = tree.of(over, "mark", "advmod") if tree.labels[over] == "advcl" else []
    if any(k < c < over and tree.keys[c] in _MARKS for c in marks) and tree.is_verb(tree.heads[over]):
        return tree.heads[over]  # "left in May after the senate had voted": it stands before the clause it was hung on
    return over


def _is_between(tree: Tree, above: int, k: int, over: int) -> bool:
    """A time right behind a verb and before the subject of the clause that the verb governs."""
    if tree.labels[over] != "ccomp" or not above < k < over or k - above > 3 or not tree.is_verb(above):
        return False
    subjects = tree.of(over, "nsubj", "nsubjpass", "expl")
    return bool(subjects) and k < subjects[0] and not {"that", ",", '"', "“"} & set(tree.keys[above:k])


def _governor(tree: Tree, k: int) -> int:
    at = k
    while tree.heads[at] != at and (tree.labels[at] in _HANGS or tree.labels[at] == "conj" and not tree.is_verb(at)):
        if tree.is_predicate(at):
            break
        head = tree.heads[at]
        if tree.labels[at] in _MODIFIES and not (
            tree.labels[head] in _HANGS and tree.keys[head] in _TIME_NOUNS or tree.tags[head] in {"IN", "TO", "CD"}
        ):
            return head
        at = head
    return at


def extent(tree: Tree, k: int) -> set[int]:
    """The words of a time: from its first token up to what it hangs on."""
    made = {k, *tree.of(k, "pobj")}  # "on Tuesday night"
    for a in tree.ancestors(k):
        if tree.is_verb(a) or tree.keys[a] not in _TIME_NOUNS and not tree.keys[a].isdigit():
            break
        made.add(a)
    return made


def is_of_record(tree: Tree, k: int) -> bool:
    """ "15,000 are there, the largest number since 1994": since when there have not been so many."""
    since = next((i for i in range(k, max(k - 3, -1), -1) if tree.keys[i] == "since"), 0)
    for i in range(since - 1, max(since - 8, -1), -1):
        if tree.keys[i] == "," or tree.tags[i][:2] == "VB":
            return False
        if tree.tags[i] == "JJS" and tree.keys[i] != "least" or tree.keys[i] in {"most", "fewest"}:
            return True
    return False


def is_further_on(tree: Tree, at: int, k: int) -> bool:
    """ "Has 7,000 men there; in 1992 there were 25,000": a time behind a semicolon is none of what stands before it."""
    return at < k and ";" in tree.keys[at + 1 : k]
