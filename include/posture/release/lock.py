"""One writer at a time, and no writer that was overtaken.

The lock is `flock`: the kernel frees it when its holder dies, however it dies. The fence is a number that only
rises: a build takes the next one, and a publish may flip the pointer only while its number is still the newest.
The lock keeps two runs apart; the fence stops one that lost the lock without noticing.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from ..errors import LockHeld
from . import durable

_PAUSE_SECONDS = 0.05


@contextmanager
def hold(path: Path, purpose: str, *, shared: bool = False, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock file at `path` for the length of a `with` block.

    Args:
        path: the lock file; made where missing, with its folder.
        purpose: what the holder does, for the message that others get.
        shared: many readers at once instead of one writer.
        patience: seconds to wait for another holder.

    Raises:
        LockHeld: another process still holds it after `patience`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        _acquire(file.fileno(), path, shared, time.monotonic() + patience)
        try:
            if not shared:
                _sign(file, purpose)
            yield
        finally:
            fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def _acquire(handle: int, path: Path, shared: bool, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise LockHeld(
                    f"{_holder(path)} is writing",
                    where=path,
                    stage="release",
                    remedy="Wait for it to end and run the task again; the lock frees itself when that process ends.",
                ) from None
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _sign(file: TextIO, purpose: str) -> None:
    # On a full disk the lock must still work: making room needs it.
    with suppress(OSError):
        os.ftruncate(file.fileno(), 0)
        os.write(
            file.fileno(), json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "purpose": purpose}).encode()
        )


def _holder(path: Path) -> str:
    try:
        who = json.loads(path.read_text("utf-8"))
        return f"process {who['pid']} on {who['host']} ({who['purpose']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def fence(path: Path) -> int:
    """The newest token that was given out; 0 before the first, or where the file can't be read."""
    try:
        return int(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return 0


def next_token(path: Path, floor: int = 0) -> int:
    """Give out the next token, above `floor` and all before it. Call it with the lock held."""
    token = max(fence(path), floor) + 1
    durable.write(path, f"{token}\n")
    return token
