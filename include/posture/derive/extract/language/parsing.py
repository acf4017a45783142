"""Sentences to trees: what the parser is shown, and what is set right in what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from .designations import designations
from .finite import finite_again, participles_again, pasts_again, presents_again
from .framing import dateline, outside
from .freerelatives import free_relatives
from .fronting import in_order
from .interrupted import uninterrupted
from .knots import is_knot
from .lostobjects import lost_objects, swallowed
from .mending import mended
from .misnamed import designated
from .misreadings import nouns_again, readable, verbs_again
from .parser import language
from .saidclauses import both_said, said_aside
from .syntax import Tree
from .text import Sentence, Token
from .voices import subjects_again

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Pasts that the tagger does not know.
_PASTS = frozenset("retook overran overflew withstood overtook undertook shot fought struck sank".split())


def parse(sentences: Sequence[Sentence]) -> list[Tree]:
    """A tree for each sentence, in order."""
    nlp = language()
    frames = [outside(s.tokens, s.label) for s in sentences]
    seen = [[t for i, t in enumerate(s.tokens) if i not in f] for s, f in zip(sentences, frames, strict=True)]
    read = [[w for i, w in enumerate(readable(s.tokens)) if i not in f] for s, f in zip(sentences, frames, strict=True)]
    docs = nlp.pipe([_doc(nlp, toks, words) for toks, words in zip(seen, read, strict=True)], batch_size=128)
    trees = [_tree(toks, doc) for toks, doc in zip(seen, docs, strict=True)]
    return [_framed(tree, s, f) if f else tree for tree, s, f in zip(trees, sentences, frames, strict=True)]


def _doc(nlp: Language, toks: Sequence[Token], words: list[str]) -> Doc:
    from spacy.tokens import Doc

    spaces = [a.end < b.start for a, b in pairwise(toks)] + [False] if toks else []
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _tree(toks: Sequence[Token], doc: Doc) -> Tree:
    if not toks:
        return Tree((), (), (), ())  # nothing stands behind a dateline
    keys = tuple(t.key for t in toks)
    heads, labels, tags = [t.head.i for t in doc], [t.dep_ for t in doc], [t.tag_ for t in doc]
    tags = ["VBD" if tag in {"VBP", "VB"} and key in _PASTS else tag for tag, key in zip(tags, keys, strict=True)]
    nouns_again(keys, heads, labels, tags)
    participles_again(heads, labels, tags)
    finite_again(heads, labels, tags, keys)
    subjects_again(heads, labels, tags, keys)
    pasts_again(heads, labels, tags)
    presents_again(heads, labels, tags, keys)
    done = verbs_again(toks, tuple(heads), labels, tags)
    done = tuple(t.head.i for t in doc) if is_knot(done) else done
    tree = lost_objects(swallowed(uninterrupted(Tree(keys, done, tuple(labels), tuple(tags)))))
    return said_aside(both_said(free_relatives(in_order(mended(tree)))))


def _framed(tree: Tree, sentence: Sentence, frame: frozenset[int]) -> Tree:
    """The tree of a sentence with its frame: what the parser did not see hangs loosely on the root."""
    toks = sentence.tokens
    at = [i for i in range(len(toks)) if i not in frame]
    if not at:
        return Tree(tuple(t.key for t in toks), tuple(range(len(toks))), ("ROOT",) * len(toks), (":",) * len(toks))
    heads, labels, tags = [at[tree.root]] * len(toks), ["parataxis"] * len(toks), [":"] * len(toks)
    line = sentence.label or dateline(toks)
    for i in range(line - 1):
        heads[i] = line - 1  # past its dash: a place there is no place of the sentence's verb
    for k, i in enumerate(at):
        heads[i], labels[i], tags[i] = at[tree.heads[k]], tree.labels[k], tree.tags[k]
    keys = [t.key for t in toks]
    for d in designations(toks):
        keys[d.mark] = d.noun
        designated(d.mark, heads, labels)
        for i in range(d.mark + 1, d.end):
            heads[i], labels[i], tags[i] = d.mark, "punct", "HYPH"
    return Tree(tuple(keys), tuple(heads), tuple(labels), tuple(tags))
