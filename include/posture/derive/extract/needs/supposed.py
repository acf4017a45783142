"""Acts of arms that nobody has done: prepared for, guarded against, within reach, or what any enemy would do."""

from __future__ import annotations

from ..assertion.status import told_status
from ..clauses import View
from ..facts.acts import Act, phrase_heads
from ..families import UNDONE
from ..forces.targets import who
from ..language.classes import nouns, verbs
from ..language.subjects import TIMES
from ..language.verbgroup import mood
from ..reading import Reading

_IF = frozenset({"if", "unless", "should"})


def is_supposed(r: Reading) -> bool:
    """The sentence only imagines the act: "if it attacks", "in the event of a raid", "to stop raids on the port"."""
    v, tree = r.view, r.view.tree
    above = tree.clause(r.first)
    if tree.labels[above] == "pcomp" and tree.keys[tree.heads[above]] in {"to", "on"}:
        return True  # "shift their focus to striking": a role, no act
    marked = {tree.keys[m] for m in tree.of(above, "mark")}
    if "whether" in marked and tree.labels[above] in {"csubj", "csubjpass", "nsubj"}:
        return True  # "whether they were hit is not known"
    if marked & {"after", "since"} and tree.labels[above] == "advcl" and _is_measured(v, above):
        return True  # "Seven years after gunmen first attacked the post"
    if tree.labels[above] in {"advcl", "xcomp"} and tree.tags[above] == "VB":
        head = v.key(tree.heads[above])
        ordered = head.startswith("order") and tree.labels[above] == "xcomp"
        sortie = is_sortie(r, above)
        if sortie:
            r.fixed_status = "completed"
        if head in v.vocabulary.classes["moving_verbs"] | _SENDING and not ordered and not sortie:
            return True  # "crossed the border to destroy camps": what they came for
    marks = {tree.keys[m] for m in tree.of(above, "mark")}
    if marks & _IF and tree.labels[above] == "advcl":
        return True
    if r.trigger.kind == "noun" and tree.labels[r.last] == "nsubj" and mood(tree, above).modal == "would":
        if any(tree.keys[c] in {"a", "an", "any", "such"} for c in tree.of(r.last, "det", "amod", "predet")):
            return True  # "an armed attack on its ships would bring the treaty into play"
    if r.trigger.kind == "noun":
        return _is_any(v, r.last) or _is_awaited(v, tree.first_conjunct(r.last))
    return _is_reach(v, r.first) or _is_of_any(v, r.first)


def is_sortie(r: Reading, verb: int) -> bool:
    """ "Sent jets to bomb the port": what aircraft are sent up for is done."""
    tree = r.view.tree
    up = tree.heads[verb]
    sent = tree.subject(up) if tree.is_passive(up) else tree.object(up)
    counted = r.view.vocabulary.units
    flown = sent is not None and (tree.keys[sent] in _FLOWN or counted.get(r.view.key(sent)) == "aircraft")
    if tree.tags[up] not in {"VBD", "VBN", "VBZ"} or mood(tree, up).modal:
        return False  # "plans to send jets"
    return flown and r.view.key(up) in _SENDING | _SCRAMBLING and r.view.is_military


_FLOWN = (nouns("aircraft") | nouns("flying")) - {"air"}
_SENDING = frozenset("send sends sent sending deploy deployed dispatched despatched".split())
_SCRAMBLING = frozenset("scramble scrambles scrambled scrambling".split())


def _is_measured(v: View, verb: int) -> bool:
    """How long ago stands before it: the act only tells when something else is so."""
    return any(v.key(c) in TIMES - _SHORT for c in v.tree.of(verb, "npadvmod") if c < verb)


#: So little before it is news as well: "two days after 16 soldiers were killed".
_SHORT = frozenset("hour hours day days".split())


def _is_any(v: View, noun: int) -> bool:
    """ "any attack": of none, unless it is denied."""
    if not any(v.key(c) == "any" for c in v.tree.of(noun, "det", "amod")):
        return False
    return not any(v.key(a) in _DENYING or mood(v.tree, a).is_negative for a in v.tree.ancestors(noun))


_DENYING = frozenset("deny denies denied denying rejected dismissed refuted".split())


def _is_of_any(v: View, verb: int) -> bool:
    """ "any ships attacking the coast"."""
    tree = v.tree
    return tree.labels[verb] in {"acl", "relcl"} and _is_any(v, tree.heads[verb])


def _is_awaited(v: View, noun: int) -> bool:
    """ "the response to an invasion", "defend the island against a raid", "to deter an attack"."""
    tree = v.tree
    head = tree.heads[noun]
    if tree.labels[noun] == "appos" and tree.keys[head] in {"scenario", "contingency", "eventuality"}:
        return True  # "exercises with a scenario, an incursion from across the border"
    if tree.labels[noun] == "pobj":
        prep, above = tree.keys[head], tree.heads[head]
        if prep in {"of", "for", "to"} and tree.keys[above] in nouns("imagined") and not tree.is_verb(above):
            return tree.keys[above] not in {"plan", "plans"} or bool(tree.of(above, "amod", "compound"))
        if prep == "from" and v.key(above) in verbs("flee"):
            return True
        return prep == "against" and tree.keys[above] in verbs("guard") | nouns("shield") | {"train", "trains"}
    if tree.labels[noun] == "dobj" and v.key(head) in verbs("flee"):
        return True  # "fled the shelling"
    if tree.labels[noun] != "dobj" or v.key(head) not in verbs("prevent"):
        return False
    while tree.labels[head] == "conj" and tree.is_verb(tree.heads[head]):
        head = tree.heads[head]
    said = mood(tree, head)
    if said.modal and said.is_negative:
        return False  # "would not stop its attacks"
    return said.is_infinitive or tree.tags[head] == "VB" or tree.labels[head] == "pcomp"


def _is_reach(v: View, verb: int) -> bool:
    """ "missiles capable of hitting the capital", "jets able to strike the island"."""
    tree = v.tree
    head = tree.heads[verb]
    if tree.labels[verb] == "relcl" and any(tree.keys[c] in {"can", "could"} for c in tree.of(verb, "aux")):
        return True  # "an island that can be shelled from the mainland"
    if tree.labels[verb] == "pcomp":
        head = tree.heads[head]
    if tree.labels[verb] not in {"pcomp", "xcomp", "advcl", "ccomp"}:
        return False
    return v.key(head) in _REACH or v.key(head) in _BUILT and tree.is_passive(head)


_REACH = frozenset("capable able suitable useful designed".split())
_BUILT = frozenset("designed built intended meant developed".split())


def is_background(r: Reading, noun: int) -> bool:
    """ "since Russia's full-scale invasion of Ukraine": of a whole country, on no day that it tells."""
    v, tree = r.view, r.view.tree
    if tree.labels[noun] not in {"pobj", "nsubj", "nsubjpass"}:
        return False
    phrase = [noun, *(at for _, at in phrase_heads(v, noun))]
    if any(p.place.kind_code != "country" for i in phrase for p in v.places_in(*tree.span(i))):
        return False
    start, end = tree.span(noun)
    first, last = v.toks[start].start, v.toks[end - 1].end
    return not any(first <= t.start < last or 0 <= t.start - last < 5 for t in v.times)


def is_weighed(r: Reading, act: Act) -> bool:
    """Whose it would be is named, and where; and that it has not come about is what the sentence says."""
    if r.view.tree.tags[r.last] == "NNS" or not act.agents:
        return False  # "will coordinate operations around X": no one act
    if r.trigger.kind != "noun" or who(r.view, act.agents) not in {"state", "group"}:
        return False
    if not any(p.place.kind_code != "country" for p in r.view.spotted.places):
        return False
    return told_status(r.view, r.first, r.last, r.trigger, r.type_code)[0] in UNDONE
