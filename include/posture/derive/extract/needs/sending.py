"""What is sent or added: troops, ships or equipment as what the verb acts upon, more of them than there were."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..language import classes
from ..language.classes import nouns, verbs, words
from ..quantity.changes import goes_from_to
from ..quantity.levels import GIVES
from ..reading import Reading, content
from .forces import only_number
from .movers import DRONES, FIRED, has_place, head_nouns, kind
from .moves import near, needs_named, noun_themes, says_moved, theme
from .sitenouns import STRONG_SITES


def _sent(r: Reading) -> bool:
    """Troops, ships or equipment are what the verb acts upon."""
    v = r.view
    if r.trigger.lemma.startswith("carry") and any(v.key(c) in {"out", "on"} for c in v.tree.of(r.first, "prt")):
        return False
    own = [(s, e) for p, s, e in r.phrases if p == "from" or p == "of" and v.tree.heads[s - 1] == r.first]
    if any(v.words_in(s, e) & _OFFICES for s, e in own):
        return False  # "to remove the Taliban from power"
    if r.trigger.lemma == "send" and any(v.key(c) in _PUT_TO_FLIGHT for n in _acted_on(r) for c in v.tree.of(n, "acl")):
        return False  # "the raids killed nine and sent hundreds fleeing"
    if r.trigger.lemma.startswith("take ~ out") and any(v.key(n) in _WRECKED for n in _acted_on(r)):
        return False  # "took out a depot with a missile"
    if r.code == "send" and any(v.key(v.tree.top(s, e)) in _HELPERS for p, s, e in r.phrases if p == "to"):
        return False  # "sends young soldiers to the chaplains at their bases"
    if _is_flown_at(r):
        return False  # "sent jets to bomb the port"
    if r.trigger.lemma == "bring" and any(v.key(c) == "together" for c in v.tree.of(r.first, "advmod", "prt")):
        return False  # "the parade brought together nine bands"
    if r.trigger.lemma == "take ~ to" and goes_from_to(v, r):
        return False  # "takes the garrison from 90 to 70"
    if r.trigger.lemma.startswith(("take", "bring")):
        is_to_count = any(v.tree.tags[n] == "CD" for n in v.tree.under(r.first, {"to"}))
        if is_to_count or any(_is_size(r, n) for n in _acted_on(r)):
            return False  # "taking its troop deployment to 5,000", "taking the force to 5,100"
    if r.trigger.lemma.startswith("take") and (_TAKEN & {v.key(n) for n in _acted_on(r)} or "street" in _behind(r)):
        return False  # "are taking part in the drill off X", "taken off the street"
    if r.trigger.lemma.startswith("take") and not r.passive and r.subject_head is not None:
        if v.key(r.subject_head) in v.vocabulary.classes["sites"] | v.vocabulary.classes["buildings"]:
            return False  # "the camp can take 300 soldiers": room for them
    if r.trigger.lemma == "fly" and not (_is_there(r) or has_place(r, frozenset({"to", "into", "from", "in"}))):
        return False  # "flew drones over the desert"
    flown = r.subject_head if r.passive else r.object_head
    if r.trigger.lemma == "fly" and flown is not None and all(v.key(n) in DRONES for n in head_nouns(v, flown)):
        return False  # "who flew drones from the airport"
    if flown is not None and all(v.key(n) in DRONES | FIRED for n in head_nouns(v, flown)):
        if any(p in {"against", "at", "towards", "toward"} for p, _, _ in r.phrases):
            return False  # drones sent against a port hit it
    if r.trigger.kind == "noun":
        return needs_named(r)
    if r.trigger.lemma.split()[0] in _SHARED_OUT and not has_place(r, _AMONG):
        return False  # "will be divided among three battalions"
    if r.trigger.lemma == "send" and any(v.key(c) in {"up", "aloft"} for c in v.tree.of(r.first, "prt", "advmod")):
        return False  # fighters that meet an intruder come back
    head = r.subject_head if r.passive else r.object_head
    if head is None and (r.code == "add" or r.trigger.lemma == "recall" and v.tree.of(r.first, "ccomp")):
        return False  # "recalled that its battalion had left"
    if head is not None:
        bare = frozenset({"them", "strong"} if v.key(r.first) in GIVES else {"them"})
        return says_moved(r, head) or v.is_military and only_number(v, [r.patient], bare)
    if v.key(len(v.toks) - 1) == ":" and not content(v, *r.object):
        return True  # "will send there:", what is sent stands in the list that follows
    return r.passive and near(r) or any(f.is_military and 0 < f.first - r.last <= 2 for f in v.spotted.forces)


_HELPERS = words("sending.helpers")


def _is_size(r: Reading, noun: int) -> bool:
    """A figure; "a total of 5,000 troops" are those troops."""
    tree = r.view.tree
    return tree.keys[noun] in _SIZES and not any(tree.keys[c] in {"a", "an"} for c in tree.of(noun, "det"))


def _acted_on(r: Reading) -> list[int]:
    head = r.subject_head if r.passive else r.object_head
    return [r.first] if head is None else [r.first, head]


def _behind(r: Reading) -> set[str]:
    """Words of the phrases behind a verb, streets as one."""
    return {"street" if k == "streets" else k for _, s, e in r.phrases for k in r.view.words_in(s, e)}


_SHARED_OUT = frozenset("divide split distribute parcel share".split())
_AMONG = frozenset("among amongst between over across to at in".split())
_TAKEN = words("sending.taken")


def _is_flown_at(r: Reading) -> bool:
    """Aircraft are sent up to strike, and come back: a strike, whatever place is named."""
    v, tree = r.view, r.view.tree
    flown = r.subject_head if r.passive else r.object_head
    if flown is None or v.key(flown) not in classes.nouns("aircraft") | classes.nouns("flying"):
        return False
    below = [c for h in (r.first, flown) for c in tree.of(h, "xcomp", "advcl", "acl", "relcl") if c > r.first]
    return any(tree.tags[c] == "VB" and v.key(c) in _STRIKING for c in below)


_STRIKING = verbs("strike") | verbs("pound")
_WRECKED = classes.nouns("post") | classes.nouns("lair") | classes.nouns("built") | classes.nouns("leader")
_SIZES = nouns("figure") | nouns("commitment")
_PUT_TO_FLIGHT = frozenset("fleeing running scrambling rushing scurrying packing reeling tumbling".split())
_OFFICES = words("sending.offices")


def _is_there(r: Reading) -> bool:
    v = r.view
    return any(v.key(c) in {"there", "here", "home"} for c in v.tree.of(r.first, "advmod", "npadvmod", "prt"))


def _extra(r: Reading) -> bool:
    """More than there is already: "additional", "a further battalion", "reinforcements"."""
    v = r.view
    head = theme(r) if r.trigger.kind == "verb" else None
    if head is None and r.trigger.kind == "verb":
        return False
    for moved in [head] if head is not None else noun_themes(r):
        for noun in head_nouns(v, moved):
            if v.key(noun) in {"reinforcement", "reinforcements", "more"}:
                return True
            if _ADDED & added(v, noun) and kind(v, noun) in {"force", "them"}:
                return True
    return False


def added(view: View, noun: int) -> set[str]:
    """The words before a noun or its number: "additional troops", "600 more troops", not "more than 600"."""
    tree = view.tree
    return {
        view.key(c) for n in (noun, *tree.of(noun, "nummod")) for c in tree.children[n] if view.key(c + 1) != "than"
    }


_ADDED = frozenset("additional more extra further fresh another supplementary added".split())


def _put_there(r: Reading) -> bool:
    """ "Putting soldiers on the island", "installed a radar at the airport"; not "put their number there at 500"."""
    v, tree = r.view, r.view.tree
    head = r.subject_head if r.passive else r.object_head
    if head is None or v.key(head) in _FIGURES or tree.of(r.first, "prt") or _is_readied(r):
        return False
    if v.key(head) in STRONG_SITES | {"post", "posts", "camp", "camps", "checkpoint", "checkpoints"}:
        return False  # "installed a base at the port": it is set up, not sent
    return has_place(r, frozenset("on in into onto at along near".split()))


def _is_readied(r: Reading) -> bool:
    """ "Placed in a higher state of readiness", "put two battalions on standby"."""
    return any(p in {"on", "in", "under", "of"} and r.view.words_in(s, e) & _READY for p, s, e in r.phrases)


_READY = frozenset("readiness alert standby notice alertness preparedness".split())
_FIGURES = nouns("figure")


def _told(r: Reading) -> bool:
    """Not "as part of a build-up", "amid the build-up": what else happens is told."""
    tree = r.view.tree
    if r.trigger.kind == "noun" and _is_of_ground(r):
        return False
    prep = tree.heads[r.last]
    if r.trigger.kind == "verb" or tree.labels[r.last] != "pobj":
        return True
    above = tree.keys[tree.heads[prep]]
    bare = not tree.of(r.last, "prep", "poss", "compound") and {tree.keys[c] for c in tree.of(r.last, "amod")} <= _KNOWN
    if tree.keys[prep] == "with" and bare and {"the", "this"} & {tree.keys[c] for c in tree.of(r.last, "det")}:
        return False  # "with the last deployment"
    if tree.keys[prep] == "for" and tree.keys[tree.heads[prep]][:4] in {"make", "made", "maki", "comp"}:
        return False  # "to make up for the departure of"
    if tree.keys[prep] == "of" and above in _STAGES and not _is_event(r, tree.heads[prep]):
        return False  # "at the end of its third deployment"
    scene = tree.keys[prep] == "of" and (above == "part" or bare and above in _SCENES)
    if tree.keys[prep] in {"after", "following"} and _is_told_anew(r):
        return True
    return not (tree.keys[prep] in {"amid", "despite", "since", "after", "before", "until", "following"} or scene)


def _is_event(r: Reading, stage: int) -> bool:
    """ "Saw the start of the withdrawal", "the start of the withdrawal was put off": it is what happens, not when."""
    tree = r.view.tree
    is_act = r.type_code == "withdrawal" or tree.keys[stage] in {"start", "beginning"} and bool(tree.of(r.last, "prep"))
    return is_act and tree.labels[stage] in {"dobj", "nsubj", "nsubjpass", "attr", "ROOT"}


def _is_of_ground(r: Reading) -> bool:
    """ "The deployment zone", "its point of permanent deployment", "returned from a deployment to X": where they are to
    be or have been, no act."""
    tree, at = r.view.tree, r.last
    head, above = tree.heads[at], tree.heads[tree.heads[at]]
    if tree.labels[at] in {"compound", "nmod", "amod"} and head > at:
        return tree.keys[head] in _GROUNDS
    if tree.labels[at] != "pobj":
        return False
    if tree.keys[head] in {"of", "for"}:
        return tree.keys[above] in _GROUNDS
    return tree.keys[head] == "from" and tree.keys[above] in _BACK


_GROUNDS = nouns("deployed_ground")
_BACK = words("sending.back")


def _is_told_anew(r: Reading) -> bool:
    """ "After the withdrawal of 300 French soldiers from X in May": who left where and when is all there."""
    v, tree = r.view, r.view.tree
    if r.type_code != "withdrawal" or not any(kind(v, n) == "force" for t in noun_themes(r) for n in head_nouns(v, t)):
        return False
    start, end = v.toks[r.last].start, v.toks[tree.span(r.last)[1] - 1].end
    is_told = any(start < t.start < end for t in v.times) or any(
        q.unit in {"personnel", "units"} and r.last < q.number < tree.span(r.last)[1] for q in v.quantities
    )
    return is_told and has_place(r, frozenset({"from"}))


_STAGES = frozenset("end beginning start middle midst halfway height remainder".split())
_KNOWN = frozenset("last latest first new current recent".split())
_SCENES = words("sending.scenes")


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "sent": _sent,
    "extra": _extra,
    "put_there": _put_there,
    "told": _told,
}
