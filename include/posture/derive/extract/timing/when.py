"""Which of a sentence's times is a fact's own: the one that hangs on its predicate, by the tree.

A time belongs to the word that it depends on. It is a fact's where that word is the predicate itself, an argument of
it, or a verb above that shares it ("began withdrawing in May"); never where it is another clause's: the saying's ("said
on Friday that …"), a relative clause's about a noun beside it, another conjunct's.
"""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..language import cues
from ..language.classes import nouns, verbs
from ..language.framing import outside
from ..language.grammar import AFTER_SAYING, BESIDE_EVENTS, set_of
from ..language.syntax import Tree
from ..language.tense import is_past, is_perfect
from ..language.verbgroup import mood
from ..reading import Reading
from .context import Time
from .governors import extent, governor, is_further_on, is_of_record
from .sayings import is_speech


def time_of(r: Reading) -> Time | None:
    """The time of the reading's fact, or None."""
    return nearest(r.view, r.first, r.last, r.trigger.kind == "noun" or not r.view.tree.is_verb(r.first))


def nearest(view: View, first: int, last: int, is_noun: bool) -> Time | None:
    """The time that belongs to the predicate, noun or number at tokens first..last."""
    tree = view.tree
    at = last if is_noun else first
    if tree.labels[at] in {"aux", "auxpass"}:
        at = tree.heads[at]
    ranked = [
        (rank + 0.3 * view.cost(k, at), t)
        for k, t in view.timed
        if not (is_of_record(tree, k) or is_further_on(tree, at, k))
        and (rank := _rank(view, tree, k, at, is_noun)) is not None
    ]
    if not ranked:
        return None
    best = min(ranked, key=lambda r: r[0])
    # "In 1982 they landed at the bay on 21 May": of two that fit, the one inside the other says more
    inner = [t for cost, t in ranked if cost < best[0] + 0.6 and _is_inside(t, best[1])]
    return _bounded(view, inner[0] if inner else best[1], at)


def _is_inside(a: Time, b: Time) -> bool:
    if not (a.start_on and a.end_on and b.start_on and b.end_on) or (a.start_on, a.end_on) == (b.start_on, b.end_on):
        return False
    return b.start_on <= a.start_on and a.end_on <= b.end_on


_HOURS = frozenset("dawn daybreak sunrise noon midday dusk sunset nightfall midnight daylight sundown".split())
#: Words that make a dated event the bound of another.
_BOUNDS = frozenset({"after", "following", "since", "before", "until"})


def _bounded(view: View, t: Time, at: int) -> Time:
    """ "since the war of 1991", "before the raid of 5 May": the event's time bounds the fact's."""
    tree = view.tree
    k = next(k for k, other in view.timed if other is t)
    over = governor(tree, k)
    word = ""
    if tree.keys[over] in _HOURS:
        return t  # "before dawn on Sunday"
    if tree.labels[over] == "pobj" and tree.heads[over] not in {at, *tree.ancestors(at)}:
        word = tree.keys[tree.heads[over]]
    elif tree.is_verb(over) and tree.labels[over] == "advcl" and over not in {at, *tree.ancestors(at)}:
        word = next((tree.keys[c] for c in tree.of(over, "mark") if tree.keys[c] in {"since", "until"}), "")
    if word == "since" or word in {"after", "following"} and not _is_done(tree, at):
        return replace(t, end_on=None, lead="since")
    if word in {"before", "until"}:
        return replace(t, start_on=None, end_on=t.start_on or t.end_on, lead="before")
    return t


def _is_done(tree: Tree, at: int) -> bool:
    """ "Left", "has left"; not "has been leaving"."""
    return is_past(tree, at) or is_perfect(tree, at) and tree.tags[tree.clause(at)] == "VBN"


def _rank(view: View, tree: Tree, k: int, at: int, is_noun: bool) -> float | None:
    """How well the time at k belongs to the predicate at `at`: 0 its own … 3 its neighbour's; None not at all."""
    over = governor(tree, k)
    if over == at:
        return 0.0
    if _is_said(view, tree, k, over, at) or _is_compared(tree, k, at) or _is_of_paper(tree, k, at):
        return None
    if tree.labels[tree.clause(at)] == "relcl" and tree.heads[tree.clause(at)] in {over, *extent(tree, k)}:
        return 0.3  # "Sunday's raids, in which …", "the clash on 5 May, in which …", "in March, when …"
    if over != at and tree.labels[over] == "pobj" and (word := tree.keys[tree.heads[over]]) in BESIDE_EVENTS:
        if at in tree.ancestors(over) or tree.heads[over] in tree.ancestors(at):
            return None if word not in _BOUNDS else 2.2
        # "after the attack on Sunday", "since the war of 1991"; but "despite the defeat in 2019"
        return 2.4 if word in _BOUNDS and tree.clause(at) in tree.ancestors(over) else None
    if is_noun and tree.labels[at] == "pobj" and tree.keys[tree.heads[at]] in {"after", "following"}:
        if at not in tree.ancestors(over) and not is_past(tree, tree.heads[tree.heads[at]]):
            return None  # "will be flown home in the coming weeks, following the handover"
    clause = over if tree.is_predicate(over) else tree.clause(over)
    mine = tree.clause(at)
    if is_noun and tree.labels[clause] in {"acl", "relcl"} and tree.heads[clause] == at and _is_held(tree, clause):
        return 0.3  # "the exercise, held in May, …"
    if is_noun and clause == mine:
        return 0.6
    if clause == mine:
        if over != clause and tree.labels[over] in {"nsubj", "nsubjpass"} and k > over:
            return 1.2
        return 0.4
    up = [mine, *tree.ancestors(mine)]
    if over != clause and tree.labels[clause] == "advcl" and tree.tags[clause] == "VBG" and clause not in up:
        if tree.labels[over] in {"pobj", "dobj"} and tree.tags[over][:2] == "NN":
            return None  # "complying with a ruling last year"
    if over in up and tree.labels[mine] == "acl" and over == tree.heads[mine]:
        return 0.5  # "Sunday's raids, carried out by …"
    found = _from_above(tree, up, clause, k, mine) if clause in up else _from_below(tree, clause, mine, over)
    found = _from_beside(tree, up, clause, k, mine) if found is None else found
    return _from_front(view, k, over, at) if found is None else found


def _is_of_paper(tree: Tree, k: int, at: int) -> bool:
    """ "Left under the accord of 2015", "in breach of the 2003 truce": the paper's year."""
    papers = (a for a in tree.ancestors(k) if tree.labels[a] == "pobj" and tree.keys[a] in nouns("pact") | _PAPERS)
    paper = next(papers, None)
    if paper is None or tree.clause(paper) != tree.clause(k) or paper in {at, *tree.ancestors(at)}:
        return False  # of what is told of the paper itself it is the time
    if tree.keys[tree.heads[paper]] in BESIDE_EVENTS | {"in"}:
        return False  # "as they agreed in last year's accord"
    return k < paper or tree.keys[k] == "of"


_PAPERS = frozenset("truce ceasefire armistice resolution law constitution".split())


def _is_compared(tree: Tree, k: int, at: int) -> bool:
    """ "six ships, against four a week ago": the time is the other number's."""
    over = set(tree.ancestors(at)) | {at}
    for a in tree.ancestors(k):
        if tree.is_verb(a) or a in over:
            return False
        if (
            tree.keys[a] in {"against", "than"}
            or tree.keys[a] in {"from", "with"}
            and tree.keys[tree.heads[a]] in _COMPARED
        ):
            return True
    return False


_COMPARED = frozenset("compared up down opposed contrast".split())


def _from_beside(tree: Tree, up: list[int], clause: int, k: int, mine: int) -> float | None:
    """A time of a clause that hangs on the same verb: "when it ends in May, the posts will start to be closed"."""
    shared = next((a for a in tree.ancestors(clause) if a in up), None)
    if shared is None or shared in {clause, mine} or tree.labels[clause] != "advcl" or not tree.is_predicate(shared):
        return None
    below = _from_below(tree, clause, shared, clause)
    above = _from_above(tree, up, shared, k, mine)
    return None if below is None or above is None else below + above


def _from_front(view: View, k: int, over: int, at: int) -> float | None:
    """A time that opens the sentence is the whole sentence's, as far as that tells in the past."""
    tree = view.tree
    first = view.timed[0][0]
    frame = outside(view.toks, view.sentence.label)
    start = next((i for i in range(len(view.toks)) if i not in frame), 0)
    opens = k == first and k <= start + 2 and not any(tree.is_verb(c) for c in range(k))
    if not opens or tree.keys[start] in BESIDE_EVENTS or tree.is_verb(over) and over < at and is_speech(tree, over):
        return None
    return 2.6 if is_past(tree, at) or not tree.is_verb(tree.clause(at)) else None


def _is_said(view: View, tree: Tree, k: int, over: int, at: int) -> bool:
    """The time of saying: it hangs on a verb of saying above the fact, or stands right behind one."""
    lemma = cues.lemmas().get(tree.keys[over], "")
    if tree.is_verb(over) and lemma in cues.speech() and over != at:
        # "On Monday, he said, the men left": in front of all, it is as good as the fact's
        # "pictures showed in May six jets": what is shown has the time of the showing
        return not (k < over and k < at and tree.labels[over] == "parataxis" or over == tree.clause(at))
    return any(view.key(x) in AFTER_SAYING for x in range(max(0, k - 3), k)) and over != at


def _from_above(tree: Tree, up: list[int], clause: int, k: int, mine: int) -> float | None:
    """A time of a clause above the fact's."""
    cost = 0.8
    for v in up[: up.index(clause)]:
        label = tree.labels[v]
        if label in {"xcomp", "aux", "pcomp", "prep", "dobj", "pobj", "nsubj", "nsubjpass", "attr"}:
            cost += 0.1
        elif label == "conj" and tree.is_verb(v):
            # a time in front serves all verbs of a series; one behind an earlier verb is that verb's first
            is_own = bool(tree.of(v, "nsubj", "nsubjpass"))
            if k > clause and _is_now(tree, v) and is_past(tree, clause):
                return None  # "was dug in 1990 and shelters a company"
            if is_own and k > clause and tree.tags[v] not in {"VBD", "VBN"}:
                return None
            cost += (0.3 if k < clause else 1.0) + 0.6 * is_own
        elif label in {"advcl"}:
            if any(tree.keys[c] in {"after", "since", "although", "because", "before"} for c in tree.of(v, "mark")):
                return None
            cost += 0.5
        elif label in {"acl"} and tree.tags[v] in {"VBG"}:
            cost += 0.6
        elif label in {"relcl", "acl", "ccomp", "parataxis"}:
            named = tree.labels[tree.heads[v]] == "nsubj" and tree.keys[tree.heads[tree.heads[v]]] in _COPULA
            if label == "acl" and named:
                cost += 0.4  # "the first base to be handed over was X, on 3 May"
                continue
            where = any(tree.keys[c] == "where" for c in tree.of(v, "advmod"))
            if label == "relcl" and where and _is_same_tense(tree, v, clause):
                cost += 1.0  # "leaves in June for the camp, where it will drill"
                continue
            if label == "ccomp" and k < clause and not is_speech(tree, clause):
                cost += 0.8
                continue
            return None
    return cost


def _is_now(tree: Tree, verb: int) -> bool:
    """A present: "hosts", "is based"; not "has left"."""
    first = next(iter(tree.of(verb, "aux", "auxpass")), verb)
    return tree.tags[first] in {"VBZ", "VBP"} and not is_perfect(tree, verb)


#: What an event does that has a time: "manoeuvres, which open on 5 May".
_PASSES = verbs("begin") | verbs("go_on") | verbs("finish") | verbs("elapse")
_PASSES |= set_of("open opens opened run runs ran close closes closed")


#: "An exercise called Swift Arrow in May".
_NAMED = frozenset("called named dubbed codenamed code-named christened titled entitled known".split())


_DUE = frozenset("scheduled planned slated set due".split())


def _is_held(tree: Tree, verb: int) -> bool:
    """What is done with an event when it takes place: "held", "conducted", "which began"."""
    return (
        tree.keys[verb] in _PASSES | _NAMED | _DUE
        or cues.verbs().get((cues.lemmas().get(tree.keys[verb], ""), "")) == "carried"
    )


def _is_about(tree: Tree, relative: int) -> bool:
    """The relative pronoun itself is the subject: "drills which end in May", not "the town where the war began"."""
    return any(tree.keys[c] in {"which", "that"} for c in tree.of(relative, "nsubj", "nsubjpass"))


def _is_same_tense(tree: Tree, verb: int, above: int) -> bool:
    """Both tell of the past, or both of what is to come."""
    if is_past(tree, verb) or is_past(tree, above):
        return is_past(tree, verb) and is_past(tree, above)
    return mood(tree, verb).modal in {"planned", "would"}


_COPULA = frozenset("was were is are".split())


def _is_likened(tree: Tree, verb: int) -> bool:
    """ "As was the case in 2008", "as it did last year": another time is likened to the fact's."""
    mark = next((c for c in tree.of(verb, "mark", "advmod") if tree.keys[c] == "as"), None)
    return mark is not None and tree.keys[verb] in _LIKENS


#: Of being somewhere, to which a day or month hardly belongs.
_STAYING = frozenset("based stationed garrisoned serving posted located stranded headquartered".split())
_LIKENS = frozenset("was were did had is are does do has".split())


def _is_doer(tree: Tree, noun: int) -> bool:
    return tree.labels[noun] == "pobj" and tree.labels[tree.heads[noun]] == "agent"


def _from_below(tree: Tree, clause: int, mine: int, over: int) -> float | None:
    """A time of a clause below the fact's."""
    cost = 1.0
    for v in [clause, *tree.ancestors(clause)]:
        if v == mine:
            return cost
        label = tree.labels[v]
        if label == "advcl" and _is_likened(tree, v):
            return None
        if label == "advcl" and {"when", "once", "as", "until", "since"} & {
            tree.keys[c] for c in tree.of(v, "advmod", "mark")
        }:
            cost += 0.7
        elif label == "xcomp" or label == "advcl" and tree.tags[v] == "VBG":
            cost += 0.2
        elif label == "conj" and tree.is_verb(v):
            ahead = mood(tree, v).modal and (is_past(tree, mine) or is_perfect(tree, mine))
            if not tree.of(v, "nsubj", "nsubjpass") and mine == tree.heads[v] and not ahead:
                cost += 0.9  # "closed the base and left in May"; but "has left and will return in May"
            else:
                return None
        elif label == "relcl" and tree.keys[tree.heads[tree.heads[v]]] == "of" and _is_now(tree, mine):
            return None  # "keeps 1,100 men there as part of a mission that began in 1982"
        elif label == "relcl" and tree.keys[v] in _PASSES and tree.heads[v] > mine and _is_about(tree, v):
            cost += 0.6  # "held a drill, which ended on Sunday"
        elif label == "acl" and tree.labels[tree.heads[v]] in {"nsubj", "nsubjpass"} and _is_held(tree, v):
            cost += 0.8  # "the exercise, held in May, involved 2,000 men"
        elif label == "acl" and tree.tags[v] == "VBN" and _is_doer(tree, tree.heads[v]):
            cost += 0.9  # "was hit by a rocket fired by rebels on Monday"
        elif label == "acl" and tree.keys[v] in _STAYING and mine < tree.heads[v] and v == clause:
            cost += 0.8  # "recalled the soldiers based in X last year"
        elif label in {"relcl", "acl", "ccomp", "advcl", "parataxis", "appos", "csubj"}:
            return None
        elif label == "pcomp" and any(tree.keys[c] == "where" for c in tree.of(v, "advmod")):
            return None  # "keeps 100 men at X, from where it will remove the last planes by May"
        elif label == "amod" and tree.heads[v] < v and tree.of(v, "xcomp"):
            return None  # "with another 140 due to arrive on Tuesday"
        else:
            cost += 0.1
    return None
