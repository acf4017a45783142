"""Acts that are only spoken of: what one means, who minds it, who would bring it about or is good for it.

"The drawdown marks a turn" and "parties opposed to the deployment" refer to what the text has told; "in a bid to force
a withdrawal" is somebody's goal, which is no posture (RECORDS.md §1).
"""

from __future__ import annotations

from collections.abc import Iterable

from ..draft import Draft
from ..families import FIGHTS
from ..language.classes import verbs, words
from ..language.syntax import Tree
from ..reading import Reading

_TYPES = frozenset({"withdrawal", "deployment", "reinforcement", "relocation", "mission_end", "mission_continuation"})
_DEFINITE = frozenset("the this that these those such its their his her our any".split())
_MINDING = frozenset("opposed averse hostile wary critical supportive".split())
_TIDINGS = words("spokenof.tidings")
_JUDGEMENTS = words("spokenof.judgements")
#: What stands beside an act in these is itself the news.
_OF_COURSE = frozenset("part start beginning end result stage phase step first second last due under over".split())


def spoken_of(r: Reading, told: Iterable[Draft]) -> str | None:
    """The reason why an act is only spoken of, or None. `told`: what the text has told before."""
    if r.type_code in FIGHTS and _is_taken_for_granted(r):
        return "presupposed"
    if r.trigger.kind == "verb":
        return _merit(r) or ("refers_back" if _is_decided(r) and any(_is_move(d, r) for d in told) else None)
    if r.trigger.kind == "noun" and r.type_code in FIGHTS and _is_beside(r):
        return "refers_back" if any(d.type_code == r.type_code for d in told) else None
    if r.trigger.kind != "noun" or r.type_code not in _TYPES or r.status == "denied":
        return None
    if _is_goal(r):
        return "goal"
    if not _is_definite(r) or _adds(r) or not _is_remarked(r):
        return None
    is_told = any(d.type_code == r.type_code or r.code == "departure" and d.rule == "leave" for d in told)
    return "refers_back" if is_told or _is_minded(r) and not _is_insisted(r) else None


def _is_beside(r: Reading) -> bool:
    """ "As it announced its raids, the UN appealed for calm": an act that was told is what else happens meanwhile."""
    tree = r.view.tree
    clause = tree.clause(r.last)
    if r.status == "denied" or tree.labels[clause] != "advcl" or tree.labels[r.last] not in {"dobj", "nsubj"}:
        return False
    marks = {tree.keys[c] for c in tree.of(clause, "mark", "advmod")}
    return bool(marks & {"as", "while", "after", "when"}) and _is_definite(r) and not _adds(r)


def _is_taken_for_granted(r: Reading) -> bool:
    """ "would be emboldened in their attacks on the garrison": that they attack it is not what is said."""
    tree, noun = r.view.tree, r.last
    if not {tree.keys[c] for c in tree.of(noun, "poss")} & {"their", "its", "his"}:
        return False
    way = tree.heads[noun]
    felt = tree.heads[way]
    is_state = tree.labels[felt] == "acomp" or tree.tags[felt][:2] == "JJ" or bool(tree.of(felt, "acomp"))
    return tree.labels[noun] == "pobj" and tree.keys[way] == "in" and is_state


def _merit(r: Reading) -> str | None:
    """ "The base has been instrumental in strengthening local forces", "no longer interested in keeping troops there":
    what somebody is good for, or no longer cares for."""
    tree = r.view.tree
    verb = tree.first_conjunct(r.first)
    if tree.labels[verb] != "pcomp" or tree.keys[tree.heads[verb]] != "in":
        return None
    above = tree.heads[tree.heads[verb]]
    above = next(iter(tree.of(above, "acomp")), above)  # the parser may hang "in" on the verb of being
    if tree.keys[above] in _USEFUL and tree.labels[above] == "acomp":
        return "role"
    around = tree.keys[max(0, above - 2) : above]
    return "goal" if tree.keys[above] in _CARING and {"no", "not", "n't", "never"} & set(around) else None


#: Types of a move that a later sentence may call by another name.
_MOVES = frozenset({"deployment", "reinforcement", "relocation"})
_DECISIONS = frozenset("decision move plan order announcement pledge promise".split())


def _is_move(d: Draft, r: Reading) -> bool:
    return d.status != "denied" and (d.type_code == r.type_code or {d.type_code, r.type_code} <= _MOVES)


def _is_decided(r: Reading) -> bool:
    """ "The decision to send more troops followed a surge in violence": a decision that is known, and nothing new."""
    view, tree = r.view, r.view.tree
    noun = tree.heads[r.first]
    if tree.labels[r.first] != "acl" or tree.keys[noun] not in _DECISIONS or r.type_code not in _TYPES:
        return False
    if not any(tree.keys[c] in {"the", "this", "that"} for c in tree.of(noun, "det")):
        return False
    if tree.labels[noun] not in {"nsubj", "pobj"} or tree.keys[tree.heads[noun]] in {"under", "with"}:
        return False
    start, end = tree.span(r.first)
    first, last = view.toks[start].start, view.toks[end - 1].end
    is_dated = any(first <= t.start < last for t in view.times)
    return not is_dated and not any(start <= q.first < end for q in view.quantities)


_USEFUL = words("spokenof.useful")
_CARING = frozenset("interested invested interest keen".split())


def _is_goal(r: Reading) -> bool:
    """ "shell the base in a bid to force a withdrawal", "to bring about the departure of foreign troops"."""
    tree = r.view.tree
    noun = tree.first_conjunct(r.last)
    verb = tree.heads[noun]
    if tree.labels[noun] != "dobj" or tree.keys[verb] not in verbs("bring"):
        return False
    infinitive = tree.tags[verb] == "VB" and any(tree.keys[c] == "to" for c in tree.of(verb, "aux"))
    aimed = tree.labels[verb] == "pcomp" and tree.keys[tree.heads[verb]] in {"at", "of"}
    return aimed or infinitive and tree.labels[verb] in {"acl", "advcl", "xcomp", "relcl"}


def _is_definite(r: Reading) -> bool:
    tree = r.view.tree
    return any(tree.keys[c] in _DEFINITE for c in tree.of(r.last, "det", "poss"))


def _adds(r: Reading) -> bool:
    """The noun brings a place, a number or a day of its own."""
    view, (start, end) = r.view, r.view.tree.span(r.last)
    first, last = view.toks[start].start, view.toks[end - 1].end
    if any(first <= t.start < last for t in view.times) or view.places_in(start, end):
        return True
    known = {"these", "those", "both"}
    return any(start <= q.first < end and view.key(q.first - 1) not in known for q in view.quantities)


def _is_minded(r: Reading) -> bool:
    """ "opposed to the deployment", "wary of the pullout", "insisted on the withdrawal"."""
    tree = r.view.tree
    if tree.labels[r.last] != "pobj":
        return False
    above = tree.keys[tree.heads[tree.heads[r.last]]]
    return above in _MINDING or above in verbs("insist") and tree.keys[tree.heads[r.last]] in {"on", "upon"}


def _is_insisted(r: Reading) -> bool:
    """What is insisted on is demanded, where nothing was told of it before."""
    tree = r.view.tree
    return tree.keys[tree.heads[tree.heads[r.last]]] in verbs("insist")


def _is_remarked(r: Reading) -> bool:
    """The clause says what the act means or who thinks what of it, not how it goes."""
    tree, noun = r.view.tree, r.last
    if tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] == "of":
        news = tree.heads[tree.heads[noun]]
        noun = news if tree.keys[news] in _TIDINGS else noun  # "the announcement of the end of the mission"
    above = tree.heads[noun]
    if tree.labels[noun] == "nsubj" or tree.labels[noun] == "compound" and tree.is_verb(above):
        return tree.keys[above] in verbs("remark") | _AFTER or _is_judged(tree, above)
    if tree.labels[noun] == "dobj":
        return tree.keys[above] in verbs("stance")
    return _is_minded(r)


#: "The departure followed the return of others": when it was.
_AFTER = frozenset("follows followed following precedes preceded coincides coincided".split())


def _is_judged(tree: Tree, verb: int) -> bool:
    """ "the pullout is a victory for the mayor", "the deployment was a mistake"."""
    if any(tree.keys[c] in _JUDGEMENTS for c in tree.of(verb, "acomp")):
        return True
    said = tree.of(verb, "attr")
    return bool(said) and not {tree.keys[k] for a in said for k in range(*tree.span(a))} & _OF_COURSE
