"""Who does what a verb says: its subject, also where another clause names it.

Infinitives, relative clauses and co-ordinations have no subject of their own: it is found above them, by what governs
them ("accused the rebels of entering", "gave the garrison until May to leave").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .classes import nouns, verbs
from .grammar import BE_FORMS, HAS, RELATIVE

if TYPE_CHECKING:
    from .syntax import Tree

_OF_ANOTHER = verbs("subjects.of_another")
_GIVING = verbs("subjects.giving")
TIMES = frozenset("hours days day week weeks month months year years minutes deadline time ultimatum".split())
#: Verbs of asking, and the preposition of whom they ask to do what follows.
_CALLING = {
    f"{verb}{ending}": prepositions
    for verbs, prepositions in (
        ("call count", "on upon"), ("appeal", "to"), ("plead", "with"), ("wait look", "for to"), ("press push", "for"),
    )
    for verb in verbs.split()
    for ending in ("", "s", "ed", "ing")
} | dict.fromkeys("rely relies relied relying prevail prevails prevailed prevailing".split(), "on upon")  # fmt: skip
_ASKED = nouns("subjects.asked")
_GRANTING = verbs("subjects.granting")
_ONES = frozenset("first last next latest those ones".split())


def subject_of(tree: Tree, verb: int) -> int | None:
    """The head noun of a verb's (or passive's) subject, also where another clause names it."""
    found = _subject(tree, verb, 0)
    is_above = found == tree.heads[verb] and tree.labels[verb] in {"relcl", "acl"}
    return _identified(tree, found) if is_above and found is not None else found


def _identified(tree: Tree, noun: int) -> int:
    """Of "the last to leave were 40 engineers", the engineers: who is meant stands after the verb of being."""
    verb = tree.heads[noun]
    if tree.keys[noun] not in _ONES or tree.labels[noun] != "nsubj" or tree.keys[verb] not in BE_FORMS:
        return noun
    return next((k for k in tree.of(verb, "attr") if tree.tags[k][:2] == "NN"), noun)


def _subject(tree: Tree, verb: int, depth: int) -> int | None:
    if depth > 6:
        return None
    own = tree.of(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    # "France, which …, has since 2018 kept troops there": a year is no subject beside one
    own = [o for o in own if not (tree.tags[o] == "CD" and o and tree.keys[o - 1] in {"since", "in"})] or own
    if own:
        found = own[0] if _is_aside(tree, own, verb) or _is_listed(tree, own) else own[-1]
        if tree.labels[verb] == "relcl" and tree.keys[found] in RELATIVE:
            return _antecedent(tree, verb)
        if tree.labels[verb] == "advcl" and tree.keys[found] == "which" and found - tree.heads[verb] == 2:
            return _subject(tree, tree.heads[verb], depth + 1)  # "A company is stationed, which patrols the road"
        return found
    label, head = tree.labels[verb], tree.heads[verb]
    if label == "ccomp" and _is_found(tree, verb):
        return None  # "said there were 300 fighters": none of the sayer's
    if (
        label in {"ROOT", "ccomp"}
        and tree.keys[verb] in BE_FORMS
        and (behind := _subject_behind(tree, verb)) is not None
    ):
        return behind
    if label in {"ROOT", "ccomp"} and (stray := _stray_subject(tree, verb)) is not None:
        return stray
    if head == verb:
        return None
    if label in {"acomp", "attr"} and tree.is_verb(head):
        return _subject(tree, head, depth + 1)  # "the posts are due to be handed over"
    if tree.tags[verb] == "VB" and (given := _given_time(tree, verb)) is not None:
        return given
    if tree.tags[verb] == "VB" and (asked := _called_on(tree, verb)) is not None:
        return asked
    if label in {"acl", "relcl"}:
        if label == "acl" and tree.tags[verb] == "VB":
            asked = _asked_for(tree, verb)
            return _of_noun(tree, head, depth) if asked is None else asked
        return head
    if label == "xcomp" and tree.labels[head] == "amod" and tree.heads[head] < head:
        return tree.heads[head]  # "with another 140 due to arrive"
    if label == "xcomp" and not tree.is_verb(head):  # "is prepared to strike"
        above = tree.clause(head)
        return _subject(tree, above, depth + 1) if above != verb else None
    if (
        label == "pcomp"
        and (blamed := tree.of(tree.clause(head), "dobj"))
        and tree.keys[tree.clause(head)] in _OF_ANOTHER
    ):
        return blamed[-1]  # "accused the rebels of entering"
    if label == "pcomp" or (label == "conj" and not tree.is_verb(head)):
        above = tree.clause(head)
        return _subject(tree, above, depth + 1) if above != verb else None
    if label in {"xcomp", "ccomp"}:
        objects = tree.of(head, "dobj", "dative")
        if objects and label == "xcomp" and not tree.is_passive(head):
            return objects[0]
        return _subject(tree, head, depth + 1)
    if label in {"conj", "advcl", "dep", "prep", "aux", "auxpass"} and tree.is_verb(head):
        return _subject(tree, head, depth + 1)
    return None


def _subject_behind(tree: Tree, verb: int) -> int | None:
    """ "Among those who left were 40 Danes", "Still in the country are 200 engineers"."""
    noun = next((c for c in tree.of(verb, "attr") if c > verb), None)
    opens = tree.of(verb, "prep", "advmod", "acomp") if not tree.of(verb, "expl") else []
    return noun if noun is not None and opens and opens[0] < verb and tree.span(noun)[0] == verb + 1 else None


def _is_found(tree: Tree, verb: int) -> bool:
    """ "There were 300 fighters"; where it is denied or owned up to, the sayer is meant: "denied that there was"."""
    if not any(tree.keys[c] == "there" for c in tree.of(verb, "expl")):
        return False
    is_none = any(tree.keys[d] == "no" for n in tree.of(verb, "attr") for d in tree.of(n, "det"))
    return not is_none and not tree.keys[tree.heads[verb]].startswith(("den", "admi", "ackn", "conf"))


def _called_on(tree: Tree, verb: int) -> int | None:
    """Who is to act in "called on the rebels to leave", "appealed to Rome to send ships"."""
    call = tree.heads[verb]
    wanted = _CALLING.get(tree.keys[call], "")
    to = next((c for c in tree.of(verb, "aux") if tree.keys[c] == "to"), None)
    if not wanted or to is None:
        return None
    called = tree.under(call, wanted.split())
    return next((n for n in called if call < n < to and tree.span(n)[1] in {to, to - 1}), None)


def _asked_for(tree: Tree, verb: int) -> int | None:
    """Who is to act in "Chad's demand for the troops to go", "a deadline for them to go"."""
    to = next((c for c in tree.of(verb, "aux") if tree.keys[c] == "to"), None)
    return next((n for n in tree.under(tree.heads[verb], {"for"}) if to and tree.span(n)[1] == to), None)


def _antecedent(tree: Tree, verb: int) -> int:
    """Of whom a relative clause tells: "a spokesman for the rebels who lives abroad" is one, whatever noun the
    parser hung the clause on."""
    noun = tree.heads[verb]
    whose = tree.heads[tree.heads[noun]]
    is_who = any(tree.keys[c] == "who" for c in tree.of(verb, "nsubj", "nsubjpass"))
    if is_who and tree.keys[tree.heads[noun]] == "by":
        return noun  # "attacks by the militia, who say that …"
    if is_who and tree.labels[noun] == "pobj" and tree.tags[noun] == "NNP" and tree.tags[whose] == "NN":
        return whose  # "the general in Niamey, who took power"
    finite = next((c for c in tree.of(verb, "aux", "auxpass")), verb)
    is_one = tree.tags[finite] == "VBZ" or tree.keys[finite] == "was"
    is_many = tree.tags[finite] == "VBP" or tree.keys[finite] == "were"
    above = tree.heads[tree.heads[noun]]
    if tree.labels[noun] != "pobj" or not (is_one or is_many) or tree.of(noun, "conj"):
        return noun
    wrong, right = ("NNS", "NN") if is_one else ("NN", "NNS")
    return above if tree.tags[noun] == wrong and tree.tags[above] == right else noun


def _given_time(tree: Tree, verb: int) -> int | None:
    """Who has to act in "gave the garrison until May to leave", "were given a month to go", "has 72 hours to leave"."""
    if "to" not in (tree.keys[c] for c in tree.of(verb, "aux")):
        return None
    give, inner = tree.heads[verb], list[int]()
    while not tree.is_verb(give) and tree.heads[give] != give and len(inner) < _FAR:
        inner.append(give)
        give = tree.heads[give]
    owns = tree.keys[give] in HAS
    if not (owns or tree.keys[give] in _GIVING):
        return None
    objects = tree.of(give, "dobj")
    time = [k for k in (*inner, *objects, *tree.of(give, "npadvmod")) if tree.keys[k] in TIMES]
    until = [k for k in (*inner, *(c for w in (give, *objects) for c in tree.of(w, "prep"))) if tree.keys[k] in _UNTIL]
    if not (until or time and (inner or not owns)):
        return None
    if owns or tree.is_passive(give):
        return next(iter(tree.of(give, "nsubj", "nsubjpass")), None)
    whom = tree.of(give, "dative") or [c for c in objects if c not in time]
    return whom[0] if whom and (tree.is_noun(whom[0]) or tree.tags[whom[0]] == "PRP") else None


_UNTIL = frozenset({"until", "till"})
#: So many words stand between a verb and the verb of giving.
_FAR = 4


def _is_aside(tree: Tree, subjects: list[int], verb: int) -> bool:
    """Of two subjects the later stands between commas: "its sites, among them Gao and Kidal, are …"."""
    first, last = subjects[0], subjects[-1]
    between = [i for i in range(first, last) if tree.keys[i] == ","]
    before_verb = range(tree.span(last)[1], verb)
    return first != last and bool(between) and any(tree.keys[i] == "," for i in (*before_verb, tree.span(last)[1] - 1))


def _is_listed(tree: Tree, subjects: list[int]) -> bool:
    """The later of two subjects ends a list of names behind the first: "men of the 1st, 2nd and 3rd Brigade"."""
    first, last = subjects[0], subjects[-1]
    at = tree.span(last)[0] - 1
    if at > first and tree.keys[at] == "," and tree.keys[at - 1] == tree.keys[last] and tree.of(last, "cc"):
        return True
    if tree.tags[last] != "NNP" or at < first + 2 or tree.keys[at] not in {"and", "or"} or tree.tags[first] == "NNP":
        return False
    before = at - 1 if tree.keys[at - 1] != "," else at - 2
    return (
        tree.tags[before] == "NNP"
        and tree.labels[before] in {"conj", "pobj", "appos"}
        and "," in tree.keys[first:before]
    )


def _stray_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a main verb where the parser hung it on a word before: "Two posts further north … were shut",
    "in the years that followed the contingent grew"."""
    for c in tree.children[verb]:
        if c > verb or tree.is_verb(c):
            continue
        if found := tree.of(c, "nsubj", "nsubjpass"):
            return found[0]
        if tree.labels[c] == "prep":
            named = [k for k in tree.of(c, "pobj") if tree.tags[k][:3] == "NNP" and tree.span(k)[1] == verb]
            if named and tree.tags[verb] in {"VBD", "VBZ", "VBP"}:
                return named[0]  # "Across the border Venezuela said"
            beside = [a for a in range(c, verb) if tree.labels[a] == "appos" and c in tree.ancestors(a)]
            beside = [a for a in beside if _opens_clause(tree, a, verb)]
            if beside and tree.tags[verb] in {"VBD", "VBZ", "VBP", "VBG", "VBN"}:
                return beside[0]  # "In the Red Sea the rebels have been attacking ships"
            ending = [k for k in range(c, verb) if tree.labels[k] == "dobj" and tree.span(k)[1] == verb]
            if ending and tree.labels[tree.heads[ending[0]]] == "relcl":
                return ending[0]
    return None


def _opens_clause(tree: Tree, noun: int, verb: int) -> bool:
    """A noun that the parser took for an apposition, right before a verb without a subject."""
    if tree.keys[tree.span(noun)[0] - 1] != ",":
        return bool(tree.of(noun, "det"))
    return tree.keys[verb - 1] != "," and tree.tags[verb] in {"VBD", "VBZ", "VBP"} and bool(tree.of(noun, "nummod"))


def _of_noun(tree: Tree, noun: int, depth: int) -> int | None:
    """Who acts in "the army's plan to leave", "a NATO request to stay", "France took the decision to leave"."""
    if tree.keys[noun] in _ASKED and tree.keys[tree.clause(noun)] in _GRANTING:
        return _subject(tree, tree.clause(noun), depth + 1)  # "Chad agreed to a request by Mali to send troops"
    owner = tree.of(noun, "poss") or [c for c in tree.of(noun, "compound", "nmod") if tree.tags[c] == "NNP"]
    owner = owner or tree.under(noun, {"by"})
    if owner:
        return owner[-1]
    above = tree.clause(noun)
    return _subject(tree, above, depth + 1) if above != noun else None
