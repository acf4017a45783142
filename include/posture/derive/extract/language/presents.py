"""Presents that the parser tags as infinitives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .syntax import Tree


#: What is asked for is said in the same form: "demanded that he keep out".
_ASKING = frozenset(
    (
        "demand demands demanded insist insists insisted ask asks asked require requires required propose proposes "
        "proposed recommend recommends recommended urge urges urged order orders ordered request requests requested "
        "suggest suggests suggested advise advises advised see make help let"
    ).split()
)


_MANY = frozenset({"they", "we", "both", "all"})


def presents(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """ "The factions keep bases at X and hold Y": a present with a subject in the plural, tagged as an infinitive."""
    for verb, tag in enumerate(tree.tags):
        if tag != "VB" or any(heads[c] == verb and labels[c] in {"aux", "auxpass"} for c in range(verb)):
            continue
        own = [c for c in range(verb) if heads[c] == verb and labels[c] == "nsubj"]
        above = heads[verb]
        said = labels[verb] == "ccomp" and tree.keys[above] not in _ASKING
        if own and (labels[verb] in {"ROOT", "conj", "relcl"} or said):
            is_many = tree.tags[own[-1]] in {"NNS", "NNPS", "NNP"} or tree.keys[own[-1]] in _MANY
            joined = any(heads[c] == own[-1] and labels[c] == "conj" and c < verb for c in range(len(heads)))
            tags[verb] = "VBP" if is_many or joined else tag
        elif not own and labels[verb] == "conj" and tags[above] in {"VBP", "VBZ"}:
            free = not any(heads[c] == above and labels[c] in {"aux", "auxpass"} for c in range(above))
            tags[verb] = "VBP" if free and labels[above] == "ROOT" else tag
