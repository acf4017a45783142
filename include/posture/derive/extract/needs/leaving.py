"""Verbs of going with nothing after them: "the last have gone", "3,000 will return by spring"."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..geography.placekinds import POINTERS
from ..language.classes import nouns, words
from ..lasttold import is_rest
from ..quantity.changes import changed
from ..reading import Reading
from .course import is_asked
from .forces import is_nation
from .movers import MEASURES, designation, has_place, head_nouns, kind, place_at
from .moves import somewhere, themes

#: Adverbs that leave a going a leaving.
_ALONE = frozenset("home away already yesterday today now soon too first later well also completely all".split())


def _goes_for(r: Reading) -> bool:
    """ "Go after the rebels", "gone to look for them", "come and go", "went missing", "if all goes well": to act, or no
    going at all."""
    v, tree = r.view, r.view.tree
    follows = v.key(r.first + 1)
    if follows in {"missing", "wrong", "well"} or tree.tags[r.first] == "VBZ" and v.key(r.first - 1) == "all":
        return True
    if follows == "to" and tree.tags[r.first + 2 : r.first + 3] == ("VB",):
        return True
    if follows == "after" and any(p == "after" and v.forces_in(s, e) for p, s, e in r.phrases):
        return True
    return tree.labels[r.first] == "conj" and tree.keys[tree.heads[r.first]] in {"come", "came", "coming"}


def _goes_away(r: Reading) -> bool:
    """ "The last of them have gone": nothing follows but whence and when."""
    v, tree = r.view, r.view.tree
    if any(v.key(c) == "where" for c in tree.of(r.first, "advmod")):
        return False  # "where they will go, he did not say"
    if r.subject_head is None or r.object_head is not None or tree.of(r.first, "acomp", "xcomp", "prt", "oprd", "dobj"):
        return False
    if any(v.key(c) in {"could", "might"} for c in tree.of(r.first, "aux")):
        return False  # "1,000 could go": thither
    if tree.labels[r.first] == "xcomp" and tree.keys[tree.heads[r.first]] in _READY:
        return False  # "stands ready to go"
    if v.key(r.first + 1) == "on" and tree.tags[r.first + 2 : r.first + 3] == ("VBG",):
        return False  # "will go on operating"
    if _goes_for(r):
        return False
    for p, s, e in r.phrases:
        if p in {"into", "to", "onto"} and e <= r.first:
            return False  # "Into X its units have gone"
        if e <= r.first or p == "of" and any(a < s and e <= b for _, a, b in r.phrases):
            continue  # "of the 500 in the north, 200 went by the end of May": of a part, of a month
        top = tree.top(s, e)
        if p not in {"from", "in", "by", "on", "at", "after", "before", "since", "during", "within", "between"}:
            return False
        if p in {"in", "on", "at"} and place_at(v, top):
            return False
    alone = _ALONE | {"back"} if r.trigger.particles else _ALONE
    if any(c > r.first and v.key(c) not in alone for c in tree.of(r.first, "advmod")):
        return False  # "gone forward"
    counted = v.key(r.subject_head) in MEASURES or tree.tags[r.subject_head] == "CD"  # "300 of them", "half of whom"
    return any(
        kind(v, n) == "force"
        or kind(v, n) == "them"
        and v.is_military
        and (
            counted or v.key(n) in MEASURES or tree.tags[n] == "CD" or is_nation(v, n) and (_is_gone(r) or is_asked(r))
        )
        for n in head_nouns(v, r.subject_head)
    )


def _is_gone(r: Reading) -> bool:
    """ "The Russians had gone in the night"."""
    return r.trigger.kind == "verb" and r.view.key(r.first) == "gone"


_READY = frozenset("ready prepared willing poised raring fit".split())


def _goes_back(r: Reading) -> bool:
    """ "11,000 are to return by May", "the 2nd Brigade will return": so many of those spoken of, or a unit by its name,
    with no word of where to."""
    v = r.view
    return _goes_away(r) and any(
        v.tree.tags[n] == "CD"
        or v.key(n) in MEASURES
        or any(f.form == "unit" for f in v.forces_in(n, n + 1))
        or r.trigger.particles
        and _is_known_number(v, n)
        or _was_away(v, n)
        for n in themes(r)
    )


def _was_away(view: View, noun: int) -> bool:
    """ "Five soldiers who served in Mali returned", "the last members of the mission in Kabul came back"."""
    tree = view.tree
    if kind(view, noun) not in {"force", "soft"}:
        return False
    served = [c for c in tree.of(noun, "relcl", "acl") if view.key(c) in _AWAY_WORDS]
    last = any(view.key(c) in {"last", "final", "remaining", "first"} for c in tree.of(noun, "amod"))
    of = [noun, *tree.under(noun, {"of"})] if last else []
    at = [n for c in [*served, *of] for n in tree.under(c, {"in", "at", "on", "to"})]
    return any(place_at(view, n) for n in at)


_AWAY_WORDS = words("sent") | frozenset("served serving stationed based".split())


def _is_known_number(view: View, noun: int) -> bool:
    """ "The 460 soldiers at the camp will be back in May": so many who are told to be away."""
    tree = view.tree
    known = {view.key(c) for c in tree.of(noun, "det", "poss", "predet")} & {"the", "all", "its", "their", "these"}
    counted = any(q.number <= noun <= q.last for q in view.quantities)
    return counted and bool(known) and any(view.key(p) in {"in", "at"} for p in tree.of(noun, "prep"))


_ABOARD = frozenset({"aboard", "onto"})


def _embarks(r: Reading) -> bool:
    """ "The last 264 soldiers took off on 29 June", "boarded a chartered jet": men, not aircraft on a sortie."""
    v, tree = r.view, r.view.tree
    if r.subject_head is None or r.passive or tree.of(r.first, "xcomp", "ccomp"):
        return False
    if r.object_head is not None and v.key(r.object_head) not in _CRAFT:
        return False
    if _ABOARD & set(r.trigger.particles):
        onto = {w for p, s, e in r.phrases if p in _ABOARD for w in v.words_in(s, e)}
        if not onto & (_CRAFT | nouns("warship") | nouns("conveyance")):
            return False  # "filed onto the parade ground"
    if any(f.codes for f in v.forces_in(*r.object)) and v.forces_in(*r.subject):
        return False  # "coast guards boarded navy boats": somebody else's
    personnel = v.vocabulary.classes["personnel"]
    heads = [r.subject_head, *head_nouns(v, r.subject_head)]
    craft = any(v.key(n) in _CRAFT or designation(v, n) for n in heads)
    if craft and (aboard := [n for p, s, e in r.phrases if p == "with" for n in head_nouns(v, tree.top(s, e))]):
        heads = aboard  # "a plane took off with the last of the marines"
    counted = any(q.unit == "personnel" and q.number <= n <= q.last for q in v.quantities for n in heads)
    return v.is_military and any(
        v.key(n) in personnel
        and kind(v, n) == "force"
        or kind(v, n) == "them"
        and (counted or v.key(n) in MEASURES or is_nation(v, n) or bool(craft) and v.key(n) == "them")
        for n in heads
    )


_CRAFT = nouns("conveyance")
_HOMES = words("leaving.homes")
#: So are these, where they are said to be their own.
_STATIONS = frozenset("base bases camp camps station stations".split())


def _goes_home(r: Reading) -> bool:
    """ "Return to their home countries", "sent the guns back to barracks": from where they were."""
    v, tree = r.view, r.view.tree
    tops = [tree.top(s, e) for p, s, e in r.phrases if p in {"to", "into"}]
    if r.trigger.words[-1] in {"to", "in", "at", "on"} and r.object_head is not None:
        tops.append(r.object_head)
    if not any(v.key(t) in _HOMES or v.key(t) in _STATIONS and _is_own(v, t) or _is_station(v, t) for t in tops):
        return False
    moved = r.subject_head if r.passive or r.object_head in {None, *tops} else r.object_head
    return moved is not None and any(
        kind(v, n) in {"force", "soft"} or kind(v, n) == "them" and v.is_military for n in head_nouns(v, moved)
    )


def _is_own(view: View, noun: int) -> bool:
    return any(view.key(c) in {"their", "its", "home", "permanent"} for c in view.tree.children[noun])


def _is_station(view: View, noun: int) -> bool:
    """ "Their points of permanent deployment", "the permanent deployment site"."""
    return view.key(noun) in nouns("deployed_ground") and {"permanent", "deployment"} <= view.words_in(
        *view.tree.span(noun)
    )


def _follows(r: Reading) -> bool:
    """ "The rest followed", "the first 170 were followed by a second group": others make the move told before."""
    v, tree = r.view, r.view.tree
    if v.key(r.first) == "following":
        return False  # "after"
    if r.trigger.lemma == "move":  # "the rest will be moved in May"
        return r.passive and v.is_military and not v.is_of_civilians and is_rest(r) and not somewhere(r)
    if r.passive:
        led = r.subject_head
        r.subject_head, r.passive = tree.agent(r.first), False
        if led is not None and r.subject_head is not None and _is_shadowed(v, led, r.subject_head):
            return False
        r.subject = tree.span(r.subject_head) if r.subject_head is not None else r.subject
    elif r.object_head is not None and v.key(r.object_head) not in {"them", "suit", "it"}:
        if not any(kind(v, n) in {"force", "them"} for n in head_nouns(v, r.object_head)):
            return False
    if r.subject_head is None or tree.of(r.first, "ccomp", "xcomp", "acomp"):
        return False
    chased = r.object_head is not None and v.key(r.object_head) in {"them", "it"}
    if chased and v.vocabulary.units.get(v.key(r.subject_head)) == "aircraft":
        return False  # fighters that follow a ship watch it
    counted = any(q.number <= n <= q.last for q in v.quantities for n in head_nouns(v, r.subject_head))
    found = {kind(v, n) for n in head_nouns(v, r.subject_head)}
    owner = bool(tree.of(r.subject_head, "case")) and bool(v.forces_in(r.subject_head, r.subject_head + 1))
    known = any(v.key(c) in {"the", "other", "second", "third", "two"} for c in tree.children[r.subject_head])
    return v.is_military and (
        bool(found & {"force", "state"}) or "them" in found or owner or "soft" in found and (counted or known)
    )


def _is_shadowed(v: View, led: int, after: int) -> bool:
    """ "Two US destroyers were followed by Chinese ships": by those of another, who watch them."""
    first, second = ({c for f in v.forces_in(*v.tree.span(n)) for c in f.codes} for n in (led, after))
    return (
        bool(first and second) and not first & second and v.vocabulary.units.get(v.key(after)) in {"ships", "aircraft"}
    )


def _place_left(r: Reading) -> bool:
    """ "The town was vacated in May", "will be left by the brigade": what was held, by troops of whom the text is."""
    v, head = r.view, r.subject_head
    if not r.passive or head is None or v.is_of_civilians:
        return False
    if r.trigger.lemma in {"leave", "quit", "evacuate", "abandon", "desert"}:
        by = v.tree.agent(r.first)
        if by is None or not any(kind(v, n) in {"force", "them", "state"} for n in head_nouns(v, by)):
            return False
    of = v.tree.under(head, {"of"})
    named = [head, *v.tree.of(head, "appos"), *(of if v.key(head) in POINTERS else [])]
    return any(p.first <= n <= p.last and p.form == "place" for n in named for p in v.spotted.places)


def _comes_back(r: Reading) -> bool:
    """ "The return of 300 men from X", "brought two battalions back from X", "their return home"."""
    v, tree = r.view, r.view.tree
    own = tree.children[r.first] + tree.children[r.last]
    if r.trigger.kind == "verb" and r.passive and not any(p in _THITHER for p, s, _ in r.phrases if s > r.last):
        return True  # "were brought back in May"
    is_way = r.trigger.kind == "noun" and r.trigger.lemma != "return"  # "their flight home", not from X
    if any(v.key(c) in {"home", "homeward", "homewards"} for c in own) or v.key(r.last + 1) == "home":
        return True
    return not is_way and has_place(r, frozenset({"from"}))


_THITHER = frozenset("to into onto".split())


def _not_to_level(r: Reading) -> bool:
    """ "Drew down its forces there to 600": a level that changes."""
    v = r.view
    if (
        r.trigger.kind != "verb"
        or r.trigger.words[0][:2] != "dr"
        or "down" not in r.view.words_in(r.first, r.first + 9)
    ):
        return True
    return not any(part == "to" for part, _ in changed(v, r))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "follows": _follows,
    "goes_home": _goes_home,
    "embarks": _embarks,
    "goes_away": _goes_away,
    "place_left": _place_left,
    "goes_back": _goes_back,
    "comes_back": _comes_back,
    "not_to_level": _not_to_level,
}
