"""What a movement comes to, once its phrases are known: left, moved or sent (RECORDS.md §2)."""

from __future__ import annotations

from ..clauses import View
from ..families import UNDONE
from ..language.classes import verbs, words
from ..language.grammar import BOUND_FOR
from ..needs.movers import head_nouns, kind, place_at
from ..needs.moves import themes
from ..needs.sending import added
from ..quantity.changes import falls
from ..reading import Reading
from .presences import is_presupposed
from .tocome import is_known, is_to_be_gone, is_to_come

#: Frames of changing places that a bare "from" turns into leaving.
_SHIFTING = frozenset({"relocate", "transfer_noun", "movement_of"})
#: Frames of going that a bare "from" turns into leaving.
_GOING = frozenset("go move transfer shift fly sail steam roll march drive ship carry".split())


#: Words of changing places: whom they tell of was somewhere before, whether or not that is named.
_SHIFTED = frozenset("move shift transfer regroup reassign concentrate consolidate reallocate switch".split())
#: Ways that lead ahead, not from one post to another.
_ONWARD = frozenset("into toward towards onto up across over closer nearer".split())
#: What these move from somewhere comes to where the text plays.
_HITHER = frozenset("bring call summon invite draft".split())


def movement(r: Reading) -> str:
    """Type of a reading, as its phrases decide: "the tanks moved from the town" leaves it, "moved from the town to the
    port" changes places.
    """
    kind = r.type_code
    if is_to_be_gone(r):
        r.status = "planned"
        return "withdrawal"
    if is_to_come(r):
        return "deployment"
    if r.code == "level_change" and r.quantity_index is None:
        return "withdrawal" if falls(r) else "reinforcement"  # by a number that is not told
    if r.code == "hold" and r.trigger.lemma == "secure" and _is_done(r):
        return "ground_operation"
    if r.code == "hold" and r.trigger.lemma == "occupy" and _is_taken(r):
        return "deployment"
    if r.code == "enter" and r.trigger.lemma in _MOORED and _lies(r):
        return "presence"
    if r.code == "flag_down":
        return kind if _another_has_it(r) else "base_closure"
    if r.code == "have_troops" and (change := _more_or_less(r)) is not None:
        return change
    if r.code == "deploy" and r.trigger.kind == "verb" and _holds(r):
        return "presence"
    if r.code == "return_bare" and any(r.view.key(t) in {"none", "nobody"} for t in themes(r)):
        return "deployment"  # "none will return": to where they were
    if r.code == "leave" and r.trigger.lemma in {"go back", "head back", "cross back"} and leads_on(r):
        # "Will go back to the south": sent there again; who went back there left where he was.
        return "deployment" if r.status in UNDONE else kind
    if r.code == "withdraw" and r.trigger.lemma == "redeploy from" and _goes_to(r):
        return "relocation"
    if r.code in _SHIFTING and _comes_from(r) and not (leads_on(r) or _goes_to(r)):
        return "withdrawal"  # "redeployed the battalion out of the valley"
    if r.code == "leave_bare" and _is_led_in(r):
        return "deployment"
    goes = r.code in {"travel", "convey"} and r.trigger.lemma not in _HITHER or r.trigger.lemma.split()[0] in _GOING
    if (
        kind in {"relocation", "deployment"}
        and r.trigger.kind == "verb"
        and goes
        and r.code not in {"come_bare", "come_barely"}
    ):
        if _comes_from(r) and not leads_on(r) and not brings(r):
            kind = "presence" if _is_habit(r) else "withdrawal"
    return "reinforcement" if kind == "deployment" and _adds(r) else kind


def _adds(r: Reading) -> bool:
    """ "Authorised 450 additional soldiers", "a request for more jets": beside those who are there already."""
    v, tree = r.view, r.view.tree
    if r.code in {"follow", "alert"}:
        return False  # "200 more will follow": with those who came before; who is put on alert joins nobody yet
    about = themes(r)
    if r.trigger.kind == "noun" or r.code in _ASKING:
        about = about + [tree.top(s, e) for p, s, e in r.phrases if p == "for"] + tree.under(r.last, {"for"})
    more = _MORE | _ANOTHER if r.code in _ASKING or r.trigger.lemma == "order" else _MORE
    nouns = [n for t in about for n in head_nouns(v, t)]
    if nouns and all(v.key(n) in _STORES for n in nouns) and r.status not in UNDONE and _goes_to(r):
        return True  # "flew ammunition into the airport": for those who are there
    return any(
        v.key(n) in {"reinforcement", "reinforcements"}
        or more & added(v, n)
        and kind(v, n) in {"force", "soft", "them"}
        for n in nouns
    )


_STORES = words("movement.stores")
#: "Another 200", "a further 200" may be the next of one lot.
_MORE = frozenset("additional more extra supplementary".split())
_ANOTHER = frozenset({"another", "further"})
#: Whoever asks for another 200, or grants them, has some there.
_ASKING = frozenset({"seek_troops", "ask_noun", "authorise_troops"})


def shifts(r: Reading) -> bool:
    """ "The battery was moved to X", "have redeployed to X": from one post to another, though the first is not named.
    Who moves into a place is sent there, and so is who was not spoken of before: "moved a battery to X"; a passive
    hides who sends, and is about those whom it moves."""
    v, tree = r.view, r.view.tree
    if r.code != "relocate" and not (r.code == "move_itself" or r.trigger.lemma.split()[0] in _SHIFTED):
        return False
    ways = {v.key(c) for c in tree.of(r.first, "prt", "advmod", "prep")} | {v.key(r.first + 1)}
    is_told = r.code == "relocate" or r.passive or any(is_known(v, t) for t in themes(r))
    return is_told and not ways & _ONWARD


_MOORED = frozenset({"moor", "berth", "dock", "tie up in", "tie up at"})


def _lies(r: Reading) -> bool:
    """ "Is moored at X", "have been berthed there since May": where a ship is, not that she came."""
    v, tree = r.view, r.view.tree
    aux = {tree.keys[c] for c in tree.of(r.first, "aux", "auxpass")}
    since = any(t.lead == "since" and tree.clause(k) == r.first for k, t in v.timed)
    return r.passive and (bool(aux) and aux <= {"is", "are"} or since and bool(aux & {"has", "have"}))


def none_left(r: Reading) -> str:
    """ "No soldier is left in X", "not a single one will remain after June": what a presence that is denied tells of a
    leaving, as its status; "" where it tells of none."""
    v, tree = r.view, r.view.tree
    if r.status != "denied" or r.trigger.kind != "verb" or r.subject_head is None or r.subject_head > r.first:
        return ""
    if v.key(r.subject_head) in {"one", "nobody"} or not _NONE & v.words_in(
        tree.span(r.subject_head)[0], r.subject_head + 1
    ):
        return ""
    _, group = v.group_before(r.first)
    ahead = bool({"will", "would", "shall", "'ll", "to"} & set(group))
    if r.trigger.lemma in {"remain", "stay"}:
        return "planned" if ahead else ""
    return ("planned" if ahead else "completed") if v.key(r.first) == "left" else ""


_NONE = frozenset("no none single".split())
_RISING = verbs("movement.rising") | {"up"}


def _is_done(r: Reading) -> bool:
    """ "Secured the airport on Monday": taken; "secures it" holds it."""
    tree = r.view.tree
    had = any(tree.keys[c] in {"had", "has", "have"} for c in tree.of(r.first, "aux"))
    return not r.passive and (tree.tags[r.first] == "VBD" or had and tree.tags[r.first] == "VBN")


def _is_taken(r: Reading) -> bool:
    """ "Occupied the station on Monday", "were occupied within minutes by militiamen": taken over; "occupied it until
    May", "has occupied it since" hold it."""
    v, tree = r.view, r.view.tree
    if tree.labels[r.first] in {"acl", "amod"} or v.words_in(r.first - 3, r.last + 1) & {
        "still",
        "long",
        "has",
        "have",
    }:
        return False
    lasted = any(tree.keys[p] in _LASTING for p in tree.of(r.first, "prep", "mark", "advmod"))
    lasted = lasted or any(
        tree.keys[c] in {"until", "till", "while"} for a in tree.of(r.first, "advcl") for c in tree.of(a, "mark")
    )
    if lasted or is_presupposed(r) or not r.passive and r.subject_head is None:
        return False
    if r.passive:
        return tree.agent(r.first) is not None and bool(v.words_in(r.first - 3, r.first) & {"was", "were", "had"})
    return tree.tags[r.first] in {"VBD", "VBN"}


_LASTING = frozenset("since until till for throughout during".split())


def _another_has_it(r: Reading) -> bool:
    """ "The flag came down and that of Mali went up": somebody takes the place over."""
    v = r.view
    return any(v.key(k) in _RISING for k in range(len(v.toks)) if not r.first <= k <= r.last)


def _is_led_in(r: Reading) -> bool:
    """ "Into the town the units have gone": whither opens the sentence."""
    v = r.view
    return v.key(r.first) in {"gone", "went", "go"} and any(
        p in {"into", "to"} and s < r.first and place_at(v, v.tree.top(s, e)) for p, s, e in r.phrases
    )


def _more_or_less(r: Reading) -> str | None:
    """ "The army will have fewer soldiers in the north": a reduction without any number."""
    v = r.view
    if r.object_head is None or not {"will", "would"} & set(v.group_before(r.first)[1]):
        return None
    words = {v.key(c) for c in v.tree.of(r.object_head, "amod", "nummod")}
    return "withdrawal" if words & {"fewer", "less"} else "reinforcement" if "more" in words else None


def moves(r: Reading, noun: Reading) -> bool:
    """The noun is who moves, no act of its own: "a column of reinforcements has arrived", "sent reinforcements"."""
    if r.trigger.kind != "verb" or r.type_code not in {"deployment", "reinforcement"}:
        return False
    start, end = (
        r.patient
        if r.passive or r.object_head is not None and not r.subject[0] <= noun.first < r.subject[1]
        else r.subject
    )
    return start <= noun.first < end and r.view.key(noun.last).endswith("s")


def _holds(r: Reading) -> bool:
    """ "The country deploys 300 soldiers in the north": a present of custom."""
    v = r.view
    at = r.first
    prepositions = {p for p, s, e in r.phrases if place_at(v, v.tree.top(s, e))}
    return (
        v.tree.tags[at] in {"VBZ", "VBP"}
        and v.tree.labels[at] == "relcl"
        and not v.tree.of(at, "aux")
        and bool(prepositions & {"in", "at", "on"})
        and not prepositions & {"to", "into"}
    )


def _is_habit(r: Reading) -> bool:
    """ "Five jets now fly from Y": where they are based."""
    tree = r.view.tree
    flies = r.trigger.lemma.split()[0] in {"fly", "sail", "operate"}
    return (
        flies
        and r.view.sentence.kind != "heading"
        and tree.tags[r.first] in {"VBZ", "VBP"}
        and not tree.of(r.first, "aux", "auxpass")
    )


def brings(r: Reading) -> bool:
    """ "A company of Marines was flown from X": of whom the text did not tell before come to where it plays; "the last
    of them were flown from X" leave it."""
    v = r.view
    if r.trigger.kind != "verb" or not (r.passive or r.object_head is not None) or r.status == "denied":
        return False
    if r.trigger.lemma.split()[0] in _SHIFTED | {"go"} or _AWAY & {v.key(k) for k in range(r.first, r.last + 3)}:
        return False
    return bool(themes(r)) and not any(is_known(v, t) for t in themes(r))


_AWAY = frozenset("away out off back home".split())


def _comes_from(r: Reading) -> bool:
    v = r.view
    return any(p == "from" and place_at(v, v.tree.top(s, e)) for p, s, e in r.phrases)


def _goes_to(r: Reading) -> bool:
    v = r.view
    return any(p in BOUND_FOR and place_at(v, v.tree.top(s, e)) for p, s, e in r.phrases if not _is_said(v, s))


def leads_on(r: Reading) -> bool:
    """Where to is said, if only by "here"."""
    v = r.view
    if r.trigger.words[-1] in {"in", "up", "over"}:
        return True  # "a division flown in from"
    moved = [n for n in (r.first, r.object_head) if n is not None]
    if any(v.key(c) in {"here", "there", "to"} and c > r.first for n in moved for c in v.tree.of(n, "advmod")):
        return True  # "moved two batteries there from X"
    if any(v.key(c) in {"in", "over", "up"} for c in v.tree.of(r.first, "prt", "advmod")):
        return True  # "flew in from"; "flew in 150 from"; "was moved up from"
    if any(v.key(c) in _COMING for c in v.tree.of(r.first, "conj")):
        return True  # "sailed from X and came into Y"
    return any(
        p in BOUND_FOR and (v.tree.tags[v.tree.top(s, e)][:2] == "NN" or place_at(v, v.tree.top(s, e)))
        for p, s, e in r.phrases
        if not _is_said(v, s)
    )


_COMING = verbs("movement.coming")


def _is_said(view: View, start: int) -> bool:
    """ "According to X": no way that leads there."""
    return view.key(start - 2) == "according"
