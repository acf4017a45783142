"""A coming or a leaving of which nothing more is told than when: "Sweden left in 2014", "the Poles come in May"."""

from __future__ import annotations

from collections.abc import Callable

from ..language.classes import words
from ..reading import Reading
from .movers import MEASURES, head_nouns, kind
from .spoken import speaks_of

#: What may follow beside the time: how they travel, with whom, whence.
_HOW = frozenset("by with aboard in on at before after during since within until for".split())
_WAYS = words("barely.ways")
#: Adverbs that say when, how far or how, never where.
_ADVERBS = frozenset(
    "already yesterday today now soon too later earlier well also again then next ago once finally since".split()
)
_DEALS = words("barely.deals")
_AHEAD = frozenset("will would shall 'll".split())


def _is_plain(r: Reading) -> bool:
    """Nothing hangs on the verb but the time and the way of travelling."""
    v, tree, at = r.view, r.view.tree, r.first
    if tree.of(at, "xcomp", "ccomp", "oprd", "dobj", "prt", "attr") or any(
        c > r.last for c in tree.of(at, "acomp", "conj") if not tree.is_verb(c)
    ):
        return False
    if r.trigger.particles and not any(
        v.key(tree.top(s, e)) == "way" and p in {"on", "under"} for p, s, e in r.phrases
    ):
        return False
    if tree.of(r.last, "xcomp") or any(tree.of(p, "pcomp") for p in tree.of(at, "prep")):
        return False  # "are due to sink", "went on asking"
    for c in tree.of(at, "advmod", "npadvmod"):
        if v.key(c) in {"where", "how"}:
            return False
        is_time = any(tree.span(c)[0] <= k <= c or k == c for k, _ in v.timed)
        if c > r.last and not (is_time or v.key(c) in _ADVERBS or v.key(c).endswith("ly")):
            return False
    for prep, start, end in r.phrases:
        if start <= r.last or any(start - 1 <= k < end for k, _ in v.timed):
            continue
        top = tree.top(start, end)
        if prep == "under" and v.key(top) in _DEALS or r.trigger.particles and v.key(top) == "way":
            continue
        if prep not in _HOW or v.key(top) not in _WAYS:
            return False
    return True


def _is_dated(r: Reading) -> bool:
    """When it was, is or will be is said, if only by the tense."""
    v, tree, at = r.view, r.view.tree, r.first
    if r.trigger.particles:
        return True  # "are on their way"
    aux = {v.key(c) for c in tree.of(at, "aux")}
    if aux & _AHEAD and r.trigger.lemma != "go" or tree.tags[at] == "VBG" and aux & {"are", "is", "were"}:
        return True
    if (
        r.type_code == "deployment"
        and not tree.of(at, "advcl", "acl")
        and (tree.of(at, "neg") or aux & {"have", "has"} and tree.labels[at] == "ROOT")
    ):
        return True  # "the first 300 have come", "never came"
    if aux & {"has", "have", "had"} and any(v.key(c) in {"since", "already"} for c in tree.of(at, "advmod", "prep")):
        return True  # "the ship has since left"
    is_to = tree.labels[at] == "xcomp" and v.key(tree.heads[at]) in {"is", "are", "was", "were"}
    return is_to or any(tree.clause(k) == at for k, _ in v.timed)


def _goes_barely(r: Reading) -> bool:
    """Those spoken of, or a nation's men, come or leave, and only when is said."""
    v = r.view
    head = r.subject_head
    if r.passive or head is None or r.object_head is not None or not v.is_military:
        return False
    if v.key(r.first + 1) == "missing":
        return False  # "two soldiers went missing on Monday"
    found = {n: kind(v, n) for n in head_nouns(v, head)}
    if not _is_of_troops(r, found) or not _is_plain(r) or not _is_dated(r):
        return False
    vague = {"that", "which", "those", "nobody"} | (set() if r.trigger.words[0][:2] in _LEFT else {"it"})
    if {v.key(n) for n in found} & vague:
        return False
    if any(v.key(n) in MEASURES - _OTHERS and v.tree.tags[n] != "CD" for n in found):
        return False  # "a first part is due in May"
    return bool(found) and all(
        k in {"force", "them", "state"}
        or k == "soft"
        and (v.key(n) in _BODIES or _is_whose(r, n) or _is_spoken_of(r, n))
        for n, k in found.items()
    )


def _is_of_troops(r: Reading, found: dict[int, str]) -> bool:
    """Troops by a noun of their own, whoever else was spoken of; or the text is of no civilians."""
    v = r.view
    if any(k == "force" and not v.key(n).endswith("mission") for n, k in found.items()):
        return True
    return not v.is_of_civilians and all(speaks_of(v, n) != "civil" for n in found)


def _is_whose(r: Reading, noun: int) -> bool:
    """ "300 French engineers", "engineers, 300 in all": how many or whose they are is said."""
    v = r.view
    span = range(*v.tree.span(noun))
    return any(q.unit == "personnel" and q.number in span for q in v.quantities) or any(
        f.codes and f.last in span for f in v.spotted.forces
    )


def _is_spoken_of(r: Reading, noun: int) -> bool:
    """ "The ship": the one of which the sentence before told."""
    v = r.view
    return "unit" in v.themes_before and any(v.key(c) == "the" for c in v.tree.of(noun, "det"))


def _awaited_barely(r: Reading) -> bool:
    """ "270 Thai engineers are expected at the end of the month": so many men, a unit, and when they will come."""
    v, tree, at = r.view, r.view.tree, r.first
    head = r.subject_head
    if not r.passive or r.reduced or head is None or not v.is_military:
        return False
    found = {n: kind(v, n) for n in head_nouns(v, head)}
    if tree.of(at, "xcomp", "ccomp", "oprd", "agent", "acomp") or not _is_of_troops(r, found):
        return False
    if not any(tree.clause(k) == at for k, _ in v.timed):
        return False
    return any(
        k == "force" or k in {"soft", "them"} and _is_whose(r, n) and v.key(n) not in {"it", "they"}
        for n, k in found.items()
    )


#: "It left in May", not "it may come tomorrow": leave, depart, exit, pull out, withdraw.
_LEFT = frozenset({"le", "de", "ex", "pu", "wi"})
#: Words of measure that alone stand for men.
_OTHERS = frozenset(
    "last first rest remainder most some many all others both none more newcomers few several majority".split()
)
_BODIES = words("barely.bodies")


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"goes_barely": _goes_barely, "awaited_barely": _awaited_barely}
