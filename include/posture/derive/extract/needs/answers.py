"""Strikes told by other words: an answer with arms ("the army responded with artillery"), targets that are named
("targets included a depot near A", "an airfield outside B was a target as well")."""

from __future__ import annotations

from collections.abc import Callable

from ..facts.acts import Act, conjuncts, is_tool, phrase_heads
from ..forces.targets import forces_of, who
from ..language.classes import nouns
from ..language.verbgroup import mood
from ..reading import Reading
from .hurt import decided

_NAMING = frozenset("included include includes including were was are is".split())
_AMONG = frozenset({"among", "amongst"})


def _answers(r: Reading) -> bool:
    """ "Answered with air strikes on the valley": by an armed force, with what flies."""
    v, tree = r.view, r.view.tree
    doer = tree.subject(r.first)
    if r.passive or doer is None or who(v, (doer,)) not in {"state", "group"} or not v.is_military:
        return False
    tools = [at for p, at in phrase_heads(v, r.last) if p in {"with", "by"} and is_tool(v, at)]
    tools = [t for t in tools if v.key(t) in nouns("fires") or v.words_in(*tree.span(t)) & nouns("fires")]
    if not tools:
        return False
    aims = [at for t in tools for p, at in phrase_heads(v, t) if p in {"on", "against", "at"}]
    r.act = Act((doer,), tuple(aims), tuple(tools), frozenset())
    return bool(v.spotted.places) or v.is_at_war


def _targets_named(r: Reading) -> bool:
    """ "Targets of the raids included A", "among the targets was A", "A was a target, too": in a text of war."""
    v, tree = r.view, r.view.tree
    noun = tree.first_conjunct(r.last)
    verb = tree.clause(noun)
    raids = [at for p, at in phrase_heads(v, r.last) if p in {"of", "in", "for"}]
    if (
        not any(v.key(at) in nouns("event") for at in raids)
        or v.key(verb) not in _NAMING
        or mood(tree, verb).modal
        or mood(tree, verb).is_negative
    ):
        return False
    label = tree.labels[noun]
    if label in {"nsubj", "nsubjpass"}:
        named = [*tree.of(verb, "attr", "dobj"), *tree.under(verb)]
    elif label == "attr" or label == "pobj" and v.key(tree.heads[noun]) in _AMONG:
        named = [n for n in tree.of(verb, "nsubj", "attr") if n != noun]
    else:
        return False
    named = [x for n in named for x in (n, *conjuncts(tree, n))]
    named = [n for n in named if any(v.places_in(*tree.span(i)) for i in (n, *(at for _, at in phrase_heads(v, n))))]
    forces = [at for at in raids if any(f.codes for f in forces_of(v, at))]
    r.act = Act(tuple(forces), tuple(named), (), frozenset(raids))
    return bool(named)


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"answers": decided(_answers), "targets_named": decided(_targets_named)}
