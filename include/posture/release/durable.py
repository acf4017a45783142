"""Writing so that a crash or a full disk leaves the old or the new, never a mixture."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: What an operator does when the disk or the quota is full; the served version is not touched by it.
DISK_FULL_REMEDY = (
    "Free space below POSTURE_HOME (or raise the quota), or lower POSTURE_KEEP_VERSIONS, then run the task again; "
    "the served version is unchanged."
)
_FULL_ERRNOS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# DuckDB gives the operating system's sentence, not its number.
_FULL_WORDS = ("no space left", "quota exceeded", "file too large", "disk full", "could not write all bytes")


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Force a file's bytes, or a folder's entries, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write(path: Path, text: str) -> None:
    """Replace a small text file in one step: a reader sees the old text or the new one."""
    temporary = path.with_name(f"{path.name}.tmp")
    temporary.unlink(missing_ok=True)
    with temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync(path.parent)


def as_json(value: Any) -> str:
    """JSON whose bytes depend on the value only."""
    return json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def seal(content: Mapping[str, Any]) -> dict[str, Any]:
    """The same with `seal`, the SHA-256 of all the rest: a manifest guards every file but itself."""
    body = {key: value for key, value in content.items() if key != "seal"}
    return {**body, "seal": hashlib.sha256(as_json(body).encode(errors="surrogatepass")).hexdigest()}


def is_sealed(content: Mapping[str, Any]) -> bool:
    """Whether the seal is there and fits."""
    return bool(content.get("seal") == seal(content)["seal"])


def remove(path: Path) -> None:
    """Remove a file, a symlink or a whole folder; nothing there is no error."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def is_disk_full(error: BaseException) -> bool:
    """Whether an error says that the disk, a quota or a file-size limit is exhausted."""
    if isinstance(error, OSError) and error.errno in _FULL_ERRNOS:
        return True
    return any(words in str(error).lower() for words in _FULL_WORDS)
