"""Who passes from one hand to another: a unit under a command, a watch to its relief, equipment."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.themes import themes as site_themes
from ..language.classes import words
from ..reading import Reading
from .forces import is_nation
from .movers import ARMS, head_nouns, kind
from .moves import needs_named, theme, themes
from .nouns import is_mission
from .sitenouns import is_site


def _under_command(r: Reading) -> bool:
    """ "under the command of", "under the new brigade", "under the ministry's control": not under fire or pressure."""
    v, head = r.view, theme(r)
    if r.trigger.kind == "verb" and not r.passive and "~" not in r.trigger.lemma:
        head = r.subject_head  # "the brigade came under the command of"
    if head is None or v.key(head) in v.vocabulary.classes["materiel"] or is_site(v, head, by_force=True):
        return False
    if not any(kind(v, n) == "force" or _is_unit(v, n) for n in head_nouns(v, head)):
        return False
    return any(
        p in {"to", "of"}
        and (v.words_in(s, e) & _OVER or v.has_class(s, e, "units") and r.trigger.lemma in _JOINING)
        or p == "under"
        and (
            v.words_in(s, e) & _OVER
            or v.words_in(s, e) & {"control", "authority", "leadership", "headquarters", "umbrella"}
            or v.has_class(s, e, "units")
            or any(f.codes for f in v.forces_in(v.tree.top(s, e), v.tree.top(s, e) + 1))
        )
        for p, s, e in r.phrases
    )


#: What a force is put under.
_OVER = frozenset({"command", "ministry", "ministries"})
_JOINING = frozenset(
    {"become part of", "attach ~ to", "report to", "answer to", "be subordinate to", "subordinate ~ to"}
)


def _command_passes(r: Reading) -> bool:
    """ "Handed the command of the brigade to": one force's command goes to another."""
    v, tree = r.view, r.view.tree
    head = r.subject_head if r.passive else r.object_head
    if head is None or v.key(head) not in {"command", "leadership"}:
        return False
    inner = tree.under(head, {"of", "over"})
    doer = tree.agent(r.first) if r.passive else r.subject_head
    states = doer is None or any(f.codes and not f.is_weak and f.first < r.first for f in v.spotted.forces)
    return states and any(kind(v, n) == "force" for i in inner for n in head_nouns(v, i))


def _moved_unit(r: Reading) -> bool:
    """A unit is formed, or assigned to a larger one."""
    v = r.view
    head = r.subject_head if r.passive else r.object_head
    if r.trigger.kind == "noun":
        return any(_is_unit(v, n) for t in site_themes(r) for n in head_nouns(v, t))
    if head is None or not any(_is_unit(v, n) for n in head_nouns(v, head)):
        return False
    if v.key(head) in _SHARES:
        return False  # "form the core of the brigade"
    if r.trigger.lemma not in {"assign", "attach"}:
        doer = v.tree.agent(r.first) if r.passive else None  # "is formed by 150 airmen": of whom it consists
        return doer is None or v.key(doer) not in v.vocabulary.classes["personnel"]
    return any(
        p == "to" and (v.has_class(s, e, "units") or v.key(s) == "it" or "command" in v.words_in(s, e))
        for p, s, e in r.phrases
    )


_SHARES = frozenset("core part backbone nucleus bulk basis majority half third quarter rest spearhead".split())
_BODY = ("brigade", "battalion", "regiment", "division", "korps")


def _is_unit(view: View, noun: int) -> bool:
    key = view.key(noun)
    start, end = view.tree.span(noun)
    named = [view.key(k) for k in range(start, end) if view.tree.tags[k][:3] == "NNP"]
    return (
        key in view.vocabulary.classes["units"]
        or key.endswith(_BODY)
        or any(w.endswith(_BODY) for w in named)
        or any(f.form == "unit" and f.is_military for f in view.forces_in(noun, noun + 1))
        or key == "command"
        and view.is_military
        and bool(view.tree.of(noun, "amod", "compound", "nmod"))
        or key in {"forces", "army", "navy"}
        and any(f.is_military and f.codes for f in view.forces_in(noun, noun + 1))
    )


def _becomes_unit(r: Reading) -> bool:
    """ "The brigade is to be enlarged into a division": a unit becomes another kind of unit."""
    v, tree = r.view, r.view.tree
    head = r.subject_head if r.passive or r.trigger.lemma in {"become", "grow into", "evolve into"} else r.object_head
    if head is None or not (_is_unit(v, head) or v.words_in(tree.span(head)[0], head + 1) & _COMMANDS):
        return False
    made = [tree.top(s, e) for p, s, e in r.phrases if p in {"into", "to", "as"}]
    if r.trigger.lemma == "become":
        made = [n for n in (r.object_head,) if n is not None]
    return any(_is_unit(v, n) or v.key(n) in _COMMANDS for n in made)


_COMMANDS = words("transfers.commands")


_MERGING = words("transfers.merging")


def _restructured(r: Reading) -> bool:
    """A force is merged, renamed or dissolved, or merges parts of its own."""
    v = r.view
    if r.trigger.lemma in {"inactivate", "deactivate"} and any(_is_staff(v, i) for i in site_themes(r)):
        return True
    if any(is_site(v, i, by_force=True) for i in site_themes(r)):
        return False  # "turn the airfield into a base"
    if r.trigger.lemma.split()[0] not in _MERGING and any(is_mission(v, n) for n in themes(r)):
        return False  # "the mission was turned into a police force", "overhauled its mission"
    if r.trigger.lemma.startswith("split") and any(v.key(n) in _ON_THE_WAY for n in themes(r)):
        return False  # "the convoy split up near the town"
    if needs_named(r) or r.trigger.kind == "verb" and any(_is_unit(v, i) for i in site_themes(r)):
        return True
    if r.trigger.kind != "verb" or r.passive or r.object_head is None or r.subject_head is None:
        return False
    if r.trigger.lemma in {"integrate", "incorporate", "absorb"}:
        return False  # "integrate their structures"
    own = any(v.key(c) in {"its", "their"} for c in v.tree.of(r.object_head, "poss"))
    return own and any(kind(v, n) == "force" for n in head_nouns(v, r.subject_head))


_ON_THE_WAY = frozenset("convoy convoys column columns group groups crowd crowds patrol patrols team teams".split())


def _is_staff(v: View, noun: int) -> bool:
    """ "The VII Corps headquarters": the staff of a unit."""
    units = v.vocabulary.classes["units"] | {"corps", "army", "fleet"}
    of = [*v.tree.of(noun, "compound", "nmod"), *v.tree.under(noun, {"of"})]
    return v.key(noun) in {"headquarters", "hq"} and any(v.key(c) in units for c in of)


_FIGHTERS = words("transfers.fighters")


def _demobilised(r: Reading) -> bool:
    """Armed men of no state are demobilised or disarmed."""
    v, tree = r.view, r.view.tree
    heads = [n for t in themes(r) for n in head_nouns(v, t)]
    if r.trigger.kind == "noun" and tree.labels[r.last] in {"compound", "amod", "nmod"}:
        return False
    return any(v.key(n) in _FIGHTERS for n in heads) and any(
        v.key(n) in _IRREGULAR
        or any(v.vocabulary.kinds.get(c) == "non_state" for f in v.forces_in(n - 2, n + 1) for c in f.codes)
        for n in heads
    )


_IRREGULAR = _FIGHTERS - frozenset("members men forces army groups".split())


def _relieves(r: Reading) -> bool:
    """One force or ship takes another's place: who comes is the subject, or a passive's agent."""
    v, tree = r.view, r.view.tree
    comes = tree.agent(r.first) if r.passive else r.subject_head
    goes = r.subject_head if r.passive else r.object_head
    if goes is None and r.phrases:
        goes = tree.top(r.phrases[0][1], r.phrases[0][2])
    if r.passive and comes is None:
        comes = next((tree.top(s, e) for p, s, e in r.phrases if p == "with"), None)
    if comes is not None and {"its", "their", "her"} & set(r.trigger.words):
        return any(kind(v, n) == "force" for n in head_nouns(v, comes))  # "is to take its place"
    if comes is None or goes is None:
        return False
    if all(is_mission(v, k) for k in (comes, goes)):
        return False  # one mission succeeds another
    coming, going = ({kind(v, n) for n in head_nouns(v, k)} for k in (comes, goes))
    ousted = "force" in going or any(is_nation(v, n) or v.key(n) == "them" for n in head_nouns(v, goes))
    if v.is_military and ousted and any(is_nation(v, n) for n in head_nouns(v, comes)):
        return True  # "the Danes relieve the Dutch"
    if v.is_military and "them" in coming and ousted and v.key(comes) in {"they", "it", "these"}:
        return True  # "they are to replace units of …"
    if not coming & {"force", "soft"}:
        return False
    return any(
        kind(v, n) in {"force", "them", "soft"}
        or v.key(n) in {"st", "nd", "rd", "th"}
        or v.key(n) in {"her", "him"}
        or v.tree.tags[n] in {"NNP", "CD", "JJ"}
        for n in head_nouns(v, goes)
    )


def _not_aid(r: Reading) -> bool:
    """Arms that a state gives to another are aid; what it brings to its own, or to a place, is posture."""
    v, head = r.view, theme(r)
    if r.trigger.lemma in {"unload", "offload"} and head is not None and v.key(head) in {"ship", "ships", "aircraft"}:
        return False
    if head is None or not all(v.key(n) in ARMS for n in head_nouns(v, head)):
        return True
    if v.words_in(0, len(v.toks)) & _AID:
        return False
    tops = [v.tree.top(s, e) for p, s, e in r.phrases if p == "to"]
    giver = {c for f in v.forces_in(*r.subject) for c in f.codes}
    takers = {c for t in tops for f in v.forces_in(t, t + 1) if f.is_military for c in f.codes}
    if takers - giver:
        return False
    delivered = r.trigger.lemma in {"deliver", "ship", "transport", "supply"}
    return not delivered or not any(p.place.kind_code == "country" and p.first in tops for p in v.spotted.places)


_AID = words("transfers.aid")


def _receives(r: Reading) -> bool:
    """A base, a unit or a mission gets equipment or men: "the garrison is to get more tanks", "the port was given
    radars", "MONUC is to get another 2,500 men"."""
    v = r.view
    if r.subject_head is None or r.trigger.lemma == "give" and not r.passive:
        return False
    things = v.tree.of(r.first, "dobj") if r.passive else [r.object_head] if r.object_head is not None else []
    if not any(kind(v, n) in {"force", "soft"} for t in things for n in head_nouns(v, t)):
        return False
    if r.trigger.lemma == "lose" and v.tree.tags[r.first] != "VB":
        return False  # "the base lost nine men": they fell
    units = set() if r.trigger.lemma == "lose" else v.vocabulary.classes["units"] | {"garrison", "fleet"}
    if v.key(r.subject_head) in v.vocabulary.classes["sites"] | units:
        return True
    if any(p.is_site and p.first <= r.subject_head <= p.last for p in v.spotted.places):
        return True
    is_mission = v.key(r.subject_head) in {"mission", "operation", "force"}
    is_mission |= any(f.theatre and f.first <= r.subject_head <= f.last for f in v.spotted.forces)
    return is_mission and any(q.unit == "personnel" and q.last in things for q in v.quantities)


def _joined_by(r: Reading) -> bool:
    """ "The garrison was joined by 200 marines": who comes is the passive's agent."""
    v = r.view
    comes = v.tree.agent(r.first) if r.passive else None
    if comes is None or r.subject_head is None:
        return False
    coming, there = ({kind(v, n) for n in head_nouns(v, k)} for k in (comes, r.subject_head))
    counted = any(q.unit == "personnel" and q.number <= comes <= q.last for q in v.quantities)
    counted |= "soft" in coming and any(f.codes for f in v.forces_in(*v.tree.span(comes)))  # "a US company"
    return ("force" in coming or counted) and bool(there & {"force", "soft"} or v.is_military and "them" in there)


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "under_command": _under_command,
    "moved_unit": _moved_unit,
    "command_passes": _command_passes,
    "relieves": _relieves,
    "joined_by": _joined_by,
    "not_aid": _not_aid,
    "receives": _receives,
    "restructured": _restructured,
    "demobilised": _demobilised,
    "becomes_unit": _becomes_unit,
}
