"""One writer a source: Airflow may run two attempts of one task at once after a scheduler dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import LockHeld

#: Seconds to wait for another run to finish before giving up; a retry of the task comes later anyway.
WAIT = 60.0
_POLL = 0.1


@contextmanager
def source_lock(archive_dir: Path, source_code: str, wait: float | None = None) -> Iterator[None]:
    """Hold the source's lock. The kernel lets go of it when the process ends, however it ends.

    Raises:
        LockHeld: another run still holds it after `wait` seconds (`WAIT` by default); names its process.
    """
    path = archive_dir / source_code / ".lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    # Never written to: a run that finds nothing new changes no file.
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    deadline = time.monotonic() + (WAIT if wait is None else wait)
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise LockHeld(
                        f"another run is collecting this source ({_holder(handle)})",
                        source=source_code,
                        where=path,
                        stage="collect",
                        remedy="Wait until it has ended, or end it; then run again.",
                    ) from None
                time.sleep(_POLL)
        yield
    finally:
        os.close(handle)


def _holder(handle: int) -> str:
    """The process that holds the lock, where the system tells (Linux, same machine)."""
    inode = os.fstat(handle).st_ino
    try:
        lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return "process unknown"
    for line in lines:
        fields = line.split()
        if len(fields) > 5 and fields[1] == "FLOCK" and fields[5].endswith(f":{inode}"):
            return f"process {fields[4]}"
    return "process unknown"
