"""What a sentence asks, passes over or tells again in other words: no act of its own, and the reason."""

from __future__ import annotations

from ..clauses import GOVERNORS, View
from ..families import MOVES
from ..language.classes import verbs, words
from ..quantity.levels import LEVEL_NOUNS, is_told_of
from ..reading import Reading


def _asks(v: View, start: int) -> bool:
    """ "To ask the Secretary how many are deployed"."""
    return any(v.key(i) in _ASKS for i in range(start))


_ASKS = frozenset("ask asks asked asking wonder wondered inquired enquired".split())


def left_open(r: Reading) -> str | None:
    """ "How many will leave is not clear", "drive rather than be flown out": asked, or passed over. The reason."""
    v = r.view
    start = r.subject[0]
    asked = r.trigger.kind == "verb" and start < r.first and v.key(start) == "how"
    clause = v.tree.clause(r.first)
    is_topic = v.tree.labels[clause] == "pcomp"  # "few details, including how many will leave"
    if asked and v.key(start + 1) in {"many", "much"} and (clause < v.tree.root or is_topic or _asks(v, start)):
        return "question"
    if _is_asked(r) or _is_unknown(r) or _is_not_told(r):
        return "question"
    if r.trigger.lemma == "be gone" and v.tree.labels[r.first] == "advcl" and _marks(r) & {"when", "until", "once"}:
        return "presupposed"  # "will end when they are gone"
    if (
        r.code in {"relieve", "reinforce"}
        and v.tree.labels[r.first] in {"advcl", "acl", "xcomp"}
        and v.key(r.first - 1) == "to"
    ):
        above = v.key(v.tree.heads[r.first])
        told = (
            () if above in (GOVERNORS | _OFFERING) - _ORDERING else v.vocabulary.by_first.get(above, ())
        )  # "pledged to reinforce"
        frames = {t.frame for t in told if t.lemma.split()[0] != "be"}
        goals = [p for p, s, e in v.tree.phrases(v.tree.heads[r.first]) if v.places_in(s, e) and p in {"to", "into"}]
        elsewhere = r.code == "reinforce" and goals  # "sent to Chad to reinforce the garrison at X"
        if not elsewhere and any(v.vocabulary.frames[f]["type"] in {"deployment", "reinforcement"} for f in frames):
            return "same_fact"  # "moved in to take their place"
    if _is_how(r):
        return "same_fact"
    if r.code == "deploy" and r.trigger.kind == "noun" and is_told_of(r.view, r.last):
        return "part_of_other_frame"
    if r.code == "deploy" and r.trigger.kind == "verb" and v.tree.labels[r.first] == "acl" and r.passive:
        noun = v.tree.heads[r.first]
        of = v.tree.heads[noun]
        if {v.key(noun), v.key(v.tree.heads[of]) if v.key(of) in {"of", "in"} else ""} & LEVEL_NOUNS:
            return "presupposed"  # "a reduction of the personnel deployed to X"
    if r.trigger.lemma == "rotate" and v.tree.labels[r.first] == "acl" and v.tree.tags[r.first] == "VBG":
        return "presupposed"  # "the marines rotating through X"
    if r.code == "close_base" and r.trigger.kind == "verb" and v.tree.labels[r.first] == "acl" and r.passive:
        if v.tree.heads[r.first] == r.first - 1:
            return "presupposed"  # "to use the barracks vacated in X"
    if r.code == "promise" and r.trigger.kind == "verb" and v.tree.labels[r.first] == "relcl":
        if v.tree.subject(r.first) != v.tree.heads[r.first] and v.key(r.first)[:8] == "announce":
            return "presupposed"  # "the 2,500 troops that I announced"
    if _stays(r):
        return "not_left"
    if r.type_code.startswith("base_") and r.trigger.kind == "verb" and _is_summed_up(r):
        if all(p.place.kind_code in {"country", "theatre"} for p in v.places_in(*v.tree.span(r.first))):
            return "same_fact"  # "this was the fifth base handed over"
    if r.type_code in MOVES and (_is_summed_up(r) or _is_purpose(r)):
        return "same_fact" if r.trigger.kind == "noun" else "purpose"
    since = r.trigger.kind == "verb" and v.tree.labels[r.first] == "advcl"
    if r.type_code == "deployment" and since and any(v.key(m) == "since" for m in v.tree.of(r.first, "mark")):
        start, end = v.toks[v.tree.of(r.first, "mark")[0]].start, v.sentence.end
        if not any(start < t.start < end for t in v.times):
            return "presupposed"  # "since they first went in"
    if r.type_code == "agreement" and _is_awaited(r):
        return "deal_awaited"
    if r.type_code == "attack_on_force" and r.status in {"planned", "considered"}:
        return "attack_ahead"  # "retaliation against its soldiers is to be expected"
    begin, _ = v.group_before(r.first)
    before = [v.key(begin - 2), v.key(begin - 1)]
    return "passed_over" if before in (["rather", "than"], ["instead", "of"]) else None


def _is_how(r: Reading) -> bool:
    """ "The company drove home, its lorries crossing at X": how the move goes that the clause above tells."""
    v, tree = r.view, r.view.tree
    above = tree.heads[r.first]
    if r.trigger.kind != "verb" or tree.tags[r.first] != "VBG" or tree.labels[r.first] not in {"advcl", "dep", "acl"}:
        return False
    if r.subject_head is None or r.subject_head > r.first:
        return False
    own = any(v.key(c) in {"its", "their"} for c in tree.of(r.subject_head, "poss"))
    above = above if tree.is_verb(above) else tree.clause(above)
    if v.key(above).startswith(_ENDS):
        return False  # "ended its mission in X, its last soldiers boarding a plane": two facts
    return own and v.key(above) in v.vocabulary.classes["moving_verbs"] | {"go", "went", "gone", "going"}


_ENDS = ("end", "terminat", "conclud", "wind", "wound", "wrap")

_CAUSED = words("leftopen.caused")


def _marks(r: Reading) -> set[str]:
    tree = r.view.tree
    return {tree.keys[c] for c in tree.of(r.first, "mark", "advmod")}


def _is_asked(r: Reading) -> bool:
    """ "When the rest can follow it was too early to say": asked, and not answered."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or not any(tree.keys[c] in _ASKING for c in tree.of(r.first, "advmod", "mark")):
        return False
    if not any(tree.tags[c] == "MD" for c in tree.of(r.first, "aux")):
        return False
    words = v.words_in(0, len(v.toks))
    return tree.heads[r.first] != r.first and bool({"unclear", "undecided"} & words or {"too", "early"} <= words)


def _is_unknown(r: Reading) -> bool:
    """ "Whether X, which has troops there, lost any is unconfirmed"."""
    tree = r.view.tree
    at = tree.clause(r.first)
    while tree.labels[at] == "relcl":
        at = tree.clause(tree.heads[at])
    asked = any(tree.keys[c] in {"whether", "if"} for c in tree.of(at, "mark"))
    above = tree.heads[at]
    return asked and above > at and any(tree.keys[c] in _UNKNOWN for c in tree.of(above, "acomp"))


def _is_not_told(r: Reading) -> bool:
    """ "Could not say if they had left", "it is not clear whether he sent any"; what may happen is weighed."""
    tree = r.view.tree
    at = tree.clause(r.first)
    for _ in range(3):
        if any(tree.keys[c] in {"whether", "if"} for c in tree.of(at, "mark")):
            break
        if tree.labels[at] not in {"conj", "xcomp", "ccomp"} or tree.heads[at] == at:
            return False
        at = tree.clause(tree.heads[at])
    above = tree.heads[at]
    if above == at or any(tree.tags[c] == "MD" for c in tree.of(at, "aux")):
        return False
    telling = {tree.keys[k] for k in (above, *tree.of(above, "acomp"))} & _TELLING
    refused = tree.labels[above] == "xcomp" and tree.keys[tree.heads[above]] in _REFUSING
    return bool(telling) and (refused or bool(tree.of(above, "neg")))


_TELLING = words("leftopen.telling")
_REFUSING = frozenset("refused refuses declined declines unable impossible".split())
_UNKNOWN = frozenset("unclear unconfirmed unknown uncertain open undecided".split())
_ASKING = frozenset("when whether where how".split())


def _is_summed_up(r: Reading) -> bool:
    """ "It was its first withdrawal from X", "this is the third deployment": one told before, and what it is."""
    tree = r.view.tree
    if r.trigger.kind == "noun" and r.code in {"reinforce", "deploy", "relocate", "withdraw"}:
        verb = tree.heads[r.last]
        bare = {tree.labels[c] for c in tree.children[r.last]} <= {"det"} and tree.of(r.last, "det")
        if bare and tree.labels[r.last] == "nsubjpass" and tree.keys[verb] in _CAUSED:
            return True  # "The deployment was triggered by a raid"
    is_relative = r.trigger.kind == "verb" and tree.labels[r.first] in {"relcl", "acl"}
    if r.trigger.kind == "noun" and tree.labels[r.last] == "pobj" and tree.keys[tree.heads[r.last]] == "as":
        return True  # "is regarded as its most dangerous deployment"
    at = tree.heads[r.first] if is_relative else r.last  # "the fourth rotation that it has sent"
    if r.trigger.kind != "noun" and not is_relative or tree.labels[at] != "attr" or tree.of(tree.heads[at], "neg"):
        return False
    told = tree.subject(tree.heads[at])
    if is_relative and not r.passive and tree.object(r.first) not in {at, None}:
        return False  # "it was a week in which Chad sent troops"
    told_first = {tree.keys[c] for c in tree.of(at, "amod")} & _COUNTING
    if (
        is_relative
        and not r.passive
        and not told_first
        and tree.subject(r.first) == at
        and tree.keys[told or 0] == "it"
    ):
        return False  # "it was Chad that sent them"
    return told is not None and tree.keys[told] in {"it", "this", "that", "move", "step", "these"}


def _is_purpose(r: Reading) -> bool:
    """ "A team that will help to extract troops", "keep 200 men to bring home equipment": what some are there for."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or tree.tags[r.first] != "VB" or r.type_code != "withdrawal":
        return False
    above = tree.heads[r.first]
    return tree.labels[r.first] in {"advcl", "xcomp", "ccomp"} and tree.keys[above] in _THERE_FOR


_THERE_FOR = verbs("leftopen.there_for")


def _stays(r: Reading) -> bool:
    """ "With 10,000 men left": who is left is there; "landed in May and never left": who came is there still."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "verb" or r.code not in {"leave", "withdraw"}:
        return False
    if v.key(r.first) == "left" and any(tree.keys[m] == "with" for m in tree.of(r.first, "mark", "prep")):
        return r.object_head is None
    came = v.key(tree.heads[r.first]) in v.vocabulary.classes["moving_verbs"] | _CAME
    return tree.labels[r.first] == "conj" and came and any(tree.keys[c] == "never" for c in tree.of(r.first, "neg"))


_COUNTING = frozenset("first second third fourth fifth sixth last latest only next other new".split())
_CAME = words("leftopen.came")


def _is_awaited(r: Reading) -> bool:
    """ "until a truce is reached", "if a deal were signed": a condition tells of no deal."""
    tree = r.view.tree
    at = r.first if r.trigger.kind == "verb" else tree.clause(r.last)
    if tree.labels[at] != "advcl":
        return False
    marks = {tree.keys[c] for c in tree.of(at, "mark", "advmod", "prep")}
    return bool(marks & {"until", "till", "unless", "if"})


_OFFERING = verbs("leftopen.offering")
_ORDERING = frozenset({"order", "orders", "ordered", "ordering", "committed", "commit", "commits"})
