"""What start-up reads out of files that are slow to read, kept beside the bytecode.

Like bytecode it is made anew where it is missing or its source is another one, and nothing is lost where nothing may be
written: then it is made at each start.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "__pycache__"


def keep(name: str, source: bytes, make: Callable[[], Any]) -> Any:
    """What `make` gives, plain lists, dicts, texts and numbers; from the file where it is kept, if that is of `source`.

    Args:
        name: of the file.
        source: what the value depends on.
        make: reads the value out of its source.
    """
    digest = hashlib.sha256(source).digest()
    path = FOLDER / f"{name}.{sys.implementation.cache_tag}.marshal"
    with suppress(OSError, ValueError, EOFError, TypeError):
        # As much to be trusted as the bytecode beside it.
        of, value = marshal.loads(path.read_bytes())  # noqa: S302
        if of == digest:
            return value
    value = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):
            path.parent.mkdir(parents=True, exist_ok=True)
            begun = path.with_suffix(f".{os.getpid()}")
            begun.write_bytes(marshal.dumps((digest, value)))
            begun.replace(path)
    return value
