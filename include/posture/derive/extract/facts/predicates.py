"""What a clause says of troops that are its subject: what they are or are like, where they have their base."""

from __future__ import annotations

from ..clauses import View
from ..geography.placed import LOCATIVE, STATIONED, TRAINS, by_turns, located
from ..language.classes import verbs, words
from ..language.grammar import BE_FORMS
from ..needs.locative import stands

_THERE = words("predicates.there")
_HOMES = words("predicates.homes")


def is_so(view: View, verb: int) -> bool:
    """ "Two thousand men are free", "ten are bases": what they are or are like, not where they are."""
    tree = view.tree
    ways = {n for c in tree.of(verb, "prep") for n in tree.children[c]}
    if {tree.keys[n] for n in ways} & {"way", "route"}:
        return True  # "are on their way"
    if any(tree.keys[c] == "among" for c in tree.of(verb, "prep")):
        return True  # "are among the forces that were sent"
    like = [c for c in tree.of(verb, "acomp") if tree.keys[c] not in STATIONED | _THERE]
    if like and not _names_spot(view, verb, *like):
        return True
    units = view.vocabulary.units
    kinds = [c for c in tree.of(verb, "attr") if tree.tags[c] in {"NN", "NNS"} and c > verb]
    kinds = [c for c in kinds if tree.keys[c] != "part"]  # "are part of the force in X"
    return any(units.get(tree.keys[c]) != "personnel" for c in kinds) and not _names_spot(view, verb)


def _names_spot(view: View, *at: int) -> bool:
    """A phrase of one of these says where: "there", "at the base"; "in March" does not."""
    tree = view.tree
    if any(tree.keys[c] in LOCATIVE for k in at for c in tree.of(k, "advmod")):
        return True
    return any(located(view, k) or _at_site(view, k) for k in at)


def _at_site(view: View, at: int) -> bool:
    return any(p in LOCATIVE and view.has_class(s, e, "sites") for p, s, e in view.tree.phrases(at))


def is_at_home(view: View, verb: int) -> bool:
    """ "1,700 of the troops have their base at X"."""
    tree = view.tree
    if view.key(verb) in {"spend", "spends", "spent"}:
        return located(view, verb)  # "have spent four months at X"
    return view.key(verb)[:3] in {"hav", "has", "had", "mak", "mad"} and any(
        tree.keys[c] in _HOMES for c in tree.of(verb, "dobj")
    )


def is_at_work(view: View, verb: int) -> bool:
    """ "Sixty instructors are training recruits", "200 soldiers coordinate aid": who does such work now is there."""
    tree = view.tree
    if view.key(verb) not in _WORKS or tree.of(verb, "neg") or by_turns(view, verb):
        return False
    if view.key(verb) in TRAINS and not tree.of(verb, "dobj"):
        return False  # "are training in X": an exercise
    is_going_on = tree.tags[verb] == "VBG" and {tree.keys[c] for c in tree.of(verb, "aux")} & BE_FORMS
    return tree.tags[verb] in {"VBZ", "VBP"} or bool(is_going_on)


_WORKS = verbs("lasting_work")


def is_there(view: View, verb: int) -> bool:
    """ "900 fighters winter in the gorge", "winter there": whatever they do now, the verb's own phrase says where."""
    tag = view.tree.tags[verb]
    is_now = tag in {"VBZ", "VBP"}
    where = (is_now or tag == "VBG") and located(view, verb) or is_now and stands(view, verb)
    return where and not by_turns(view, verb)
