"""Relative clauses that the parser hangs on the name of a place, though they tell of what lies there or was done there.

"The base in Gao, which closed in May", "the troops in Mali, who left", "the withdrawal from Gao, which began in May".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .classes import verbs
from .grammar import AT_PLACES

if TYPE_CHECKING:
    from .syntax import Tree

_AT = AT_PLACES
#: What is done to sites and units, or by them, and hardly to towns or countries.
_OF_SITES = frozenset(
    (
        "close closes closed closing shut shuts open opens opened opening reopen reopened hand handed transfer "
        "transferred turn turned return returned pass passed revert reverted begin began begun start started cease "
        "ceased build built establish established inaugurate inaugurated set install installed complete completed "
        "found founded commission commissioned dismantle dismantled bulldoze bulldozed raze razed demolish "
        "demolished pull pulled tear torn deactivate deactivated mothball mothballed decommission decommissioned "
        "vacate vacated disestablish disestablished padlock padlocked shutter shuttered come came go went gone "
        "become became cost consist consists consisted number numbers numbered comprise comprises comprised deploy "
        "deployed withdraw withdrew withdrawn give gave given rebuild rebuilt renovate renovated erect erected "
        "create created surrender surrendered sign signed deliver delivered inactivated reactivated refurbished "
        "upgraded relinquish relinquished cede ceded expand expanded employ employs employed"
    ).split()
)
#: What is done to posts, and not to the towns and districts in which they lie.
_MANNED = frozenset("manned staffed garrisoned operated run guarded".split())
_GOES_ON = verbs("begin") | verbs("go_on") | verbs("finish") | verbs("last")


def of_what_is_told(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """Hang such clauses on the noun before the place."""
    for verb, label in enumerate(tree.labels):
        name = tree.heads[verb]
        if label != "relcl" or name > verb:
            continue
        noun = _begun(tree, name, verb)
        noun = _lies(tree, name, verb) if noun is None else noun
        heads[verb] = heads[verb] if noun is None else noun
    _moved_from_where(tree, heads)
    _behind_where(tree, heads, labels)


def _behind_where(tree: Tree, heads: list[int], labels: list[str]) -> None:
    """ "Hold on to A, where men were landed, and to B": the second phrase goes on with the first, and is no part of the
    clause between."""
    for prep, label in enumerate(tree.labels):
        if label not in {"conj", "prep"} or tree.tags[prep] not in {"IN", "TO"} or prep < 2:
            continue
        verb = tree.heads[prep]
        if tree.keys[prep - 1] != "and" or tree.labels[verb] != "relcl" or not tree.is_verb(verb) or verb > prep:
            continue
        name = tree.heads[verb]
        name = tree.heads[name] if tree.labels[name] == "appos" else name
        first = tree.heads[name]
        if tree.labels[name] == "pobj" and tree.keys[first] == tree.keys[prep] and tree.of(prep, "pobj"):
            is_below = tree.is_verb(tree.heads[first])
            heads[prep], labels[prep] = (tree.heads[first], "prep") if is_below else (first, "conj")


def _moved_from_where(tree: Tree, heads: list[int]) -> None:
    """ "Moved two battalions stationed in X to Y": the second phrase says where the verb moves them, not where they
    were."""
    for verb, label in enumerate(tree.labels):
        noun = tree.heads[verb]
        if label != "acl" or tree.tags[verb] != "VBN" or noun > verb or tree.labels[noun] != "dobj":
            continue
        mover, preps = tree.heads[noun], [c for c in tree.of(verb, "prep") if c > verb]
        lies = [p for p in preps if tree.keys[p] in {"in", "at", "on", "near", "along"}]
        leads = [p for p in preps if tree.keys[p] in {"to", "into", "towards"} and lies and p > lies[0]]
        if (
            leads
            and tree.keys[mover] in _MOVES
            and not any(tree.keys[p] in {"to", "into"} for p in tree.of(mover, "prep"))
        ):
            heads[leads[0]] = mover


_MOVES = verbs("bring_troops") | verbs("shift_troops")


def _begun(tree: Tree, name: int, verb: int) -> int | None:
    """ "The withdrawal from X, which began in May": what begins is no town."""
    prep = tree.heads[name]
    noun = tree.heads[prep]
    done = tree.keys[verb] in _GOES_ON or tree.keys[verb] == "completed" and bool(tree.of(verb, "auxpass"))
    is_of_name = tree.labels[name] == "pobj" and tree.tags[name] == "NNP" and tree.labels[prep] == "prep"
    return noun if done and is_of_name and tree.tags[noun] in {"NN", "RP"} and noun < prep else None


def _lies(tree: Tree, name: int, verb: int) -> int | None:
    """The common noun that a name's preposition hangs on, past a second name ("in Gao, Mali")."""
    led = [tree.keys[c] for c in tree.of(verb, "nsubj", "nsubjpass") if c < verb]
    manned = led == ["that"] and tree.keys[verb] in _MANNED
    if not manned and led != ["who"] and (led != ["which"] or tree.keys[verb] not in _OF_SITES | _MANNED):
        return None
    if tree.keys[tree.heads[name]] == "of" and tree.tags[tree.heads[tree.heads[name]]][:2] == "NN" and manned:
        name = tree.heads[tree.heads[name]]  # "in the X district of Y"
    if tree.labels[name] == "appos" and tree.tags[tree.heads[name]] == "NNP":
        name = tree.heads[name]
    prep = tree.heads[name]
    is_name = tree.tags[name] == "NNP" or any(tree.tags[c] == "NNP" for c in tree.of(name, "compound", "nmod"))
    if not is_name or tree.labels[name] != "pobj" or tree.keys[prep] not in _AT:
        return None
    noun = tree.heads[prep]
    if tree.tags[noun] in {"NN", "NNS"} and not tree.is_verb(noun):
        return noun
    if tree.is_verb(noun) and (thing := tree.object(noun)) is not None and tree.tags[thing][:2] == "NN":
        return thing if thing < prep else None  # "described the base in Gao, which …"
    return None
