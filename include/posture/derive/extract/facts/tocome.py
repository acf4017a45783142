"""Who is to be somewhere is not there yet: that he will be is that he is sent (RECORDS.md §2)."""

from __future__ import annotations

from ..clauses import View
from ..families import UNDONE
from ..needs.moves import themes
from ..reading import Reading
from .presences import is_presupposed


def is_to_come(r: Reading) -> bool:
    """What says that somebody will be somewhere, or that none will be."""
    return r.code == "are_at" and _will_be(r) or _will_be_put(r) or _will_be_none(r)


def _will_be(r: Reading) -> bool:
    """ "The battalion will be here soon", "should be in X by May": it comes; "will still be there" is there already."""
    v, tree = r.view, r.view.tree
    if r.status not in {"planned", "considered"} or tree.labels[r.first] in {"relcl", "advcl"}:
        return False
    counts = [q for q in v.quantities if q.unit == "personnel"]
    if r.subject_head is not None and any(q.number <= r.subject_head <= q.last for q in counts):
        return False  # "1,000 soldiers will be here by May": so many are there then
    _, group = v.group_before(r.first)
    if not {"will", "should", "'ll"} & set(group) or v.words_in(r.first - 3, r.last + 2) & {"still", "back", "always"}:
        return False
    start, end = v.toks[r.first].start, v.sentence.end
    soon = {"soon", "shortly", "tomorrow"} & {tree.keys[k] for k in range(r.first, len(tree.keys))}
    return (
        bool(soon)
        or any(v.key(p) == "by" for p in tree.of(r.first, "prep"))
        or any(start < t.start < end for t in v.times)
    )


def _will_be_put(r: Reading) -> bool:
    """ "Three frigates are to be stationed there", "wants to base four jets there", "no troops will be stationed
    there": sent to where they are not yet; "most of them", who are known, may be there, and "no more than 500" says
    how many are left."""
    is_put = r.code in {"station", "based"} or r.code == "have_troops" and r.trigger.lemma in {"station", "base"}
    if not is_put or r.trigger.kind != "verb" or r.status not in UNDONE:
        return False
    if r.view.words_in(r.first - 3, r.last) & {"remain", "stay", "still", "continue"}:
        return False
    if r.status == "denied" and not _AHEAD & set(r.view.group_before(r.first)[1]):
        return False  # "none is stationed there"
    counts = [q for q in r.view.quantities if r.view.key(q.first) in {"no", "fewer"}]
    for t in themes(r):
        if (
            any(s <= q.number < e for q in counts for s, e in [r.view.tree.span(t)])
            or is_known(r.view, t)
            and not _is_none(r.view, t)
        ):
            return False
    return r.view.tree.labels[r.first] not in {"acl", "relcl"} and not is_presupposed(r)


def _will_be_none(r: Reading) -> bool:
    """ "There will be no soldiers in X": none is sent; "there will be none left" says that they leave."""
    if r.code != "there_are" or r.status != "denied" or not _AHEAD & set(r.view.group_before(r.first)[1]):
        return False
    return not r.view.words_in(r.last, len(r.view.toks)) & {"left", "longer", "more", "remaining"}


def is_to_be_gone(r: Reading) -> bool:
    """ "There will be no soldiers in X by May", "come May": those who are there leave."""
    v = r.view
    if r.code != "there_are" or r.status != "denied" or not _AHEAD & set(v.group_before(r.first)[1]):
        return False
    return any(t.lead in {"by", "before", "after"} or v.key(k - 1) == "come" for k, t in v.timed)


_AHEAD = frozenset("will would shall may might could 'll".split())


def _is_none(view: View, noun: int) -> bool:
    """ "No troops will be based in X"."""
    return any(view.key(c) == "no" for c in view.tree.of(noun, "det"))


def is_known(view: View, noun: int) -> bool:
    """ "The battery", "its headquarters", "most of them", "the 3rd Division": spoken of, not brought up."""
    tree = view.tree
    if tree.tags[noun][:3] in {"PRP", "NNP"} or view.key(noun) in _PARTS:
        return True
    return any(view.key(c) in _DEFINITE or tree.tags[c] == "POS" for c in tree.of(noun, "det", "poss", "predet"))


_DEFINITE = frozenset("the this that these those its their his all both no".split())
_PARTS = frozenset("some most many majority all part half others rest remainder headquarters ones".split())
