"""Published versions: one folder each, `current` points at the served one. Nothing here changes what is in them.

A folder gets its name `<NNNNNN>-<fingerprint8>` only when it is complete and proved, so every folder with such a
name can be served. `current` is a relative symlink, replaced in one step.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import PublishError
from ..settings import Settings
from . import durable, lake
from .candidate import MANIFEST
from .lake import Problem

_NAME = re.compile(r"(?P<number>\d{6,})-[0-9a-f]{8}")
_POINTER = ".current.tmp"
_GRAVE = ".removed-"
_REPUBLISH = (
    "Remove the folder if it is not the served one; else point `current` at an older version and publish again."
)


def folders(settings: Settings) -> list[Path]:
    """Folders of all published versions, oldest first."""
    if not settings.releases_dir.is_dir():
        return []
    found = [
        p for p in settings.releases_dir.iterdir() if p.is_dir() and not p.is_symlink() and _NAME.fullmatch(p.name)
    ]
    return sorted(found, key=number)


def number(path: Path) -> int:
    """A version folder's number."""
    return int(path.name.partition("-")[0])


def next_name(settings: Settings, fingerprint: str) -> str:
    """Name of the next version: above every number that was ever given to a folder that is still there."""
    above = max((number(path) for path in folders(settings)), default=0)
    return f"{above + 1:06d}-{fingerprint[:8]}"


def served(settings: Settings) -> Path | None:
    """Folder of the served version with the pointer resolved; None before the first publish.

    Raises:
        PublishError: `current` points at nothing.
    """
    if not settings.current.is_symlink():
        return None
    folder = settings.releases_dir / settings.current.readlink()
    if not folder.is_dir():
        raise PublishError(
            f"`current` points at {folder.name!r}, which is not there",
            where=settings.current,
            stage="publish",
            remedy="Publish again: the newest complete version is put back in service first.",
        )
    return folder


def read_manifest(folder: Path) -> dict[str, Any]:
    """A version's manifest.

    Raises:
        PublishError: it is missing or no JSON object.
    """
    try:
        read = json.loads((folder / MANIFEST).read_text("utf-8"))
        if isinstance(read, dict):
            return read
        reason = "it holds no object"
    except (OSError, ValueError) as error:
        reason = str(error)
    raise PublishError(
        f"manifest of version {folder.name} can't be read: {reason}", where=folder, stage="publish", remedy=_REPUBLISH
    )


def current(settings: Settings) -> dict[str, Any] | None:
    """Manifest of the served version; None before the first publish.

    Raises:
        PublishError: the pointer or the manifest is broken.
    """
    folder = served(settings)
    return None if folder is None else read_manifest(folder)


def flip(settings: Settings, folder: Path) -> None:
    """Serve `folder` from now on. One rename: a reader finds the old version or this one."""
    temporary = settings.releases_dir / _POINTER
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(folder.name)
    os.replace(temporary, settings.current)  # noqa: PTH105 -- the one step that publishes; tests count the calls
    durable.sync(settings.releases_dir)


def settle(settings: Settings) -> None:
    """Put right what a crash left behind. Call it with the lock held.

    A half-made pointer and half-removed versions go away. Where `current` is missing or points nowhere and complete
    versions are there, the newest whose bytes fit its manifest is served again.
    """
    (settings.releases_dir / _POINTER).unlink(missing_ok=True)
    for grave in settings.releases_dir.glob(f"{_GRAVE}*"):
        durable.remove(grave)
    try:
        if served(settings) is not None:
            return
    except PublishError:
        pass
    for folder in reversed(folders(settings)):
        if not list(verify_version(folder)):
            flip(settings, folder)
            return


def prune(settings: Settings, keep: int) -> list[str]:
    """Remove all but the newest `keep` versions beside the served one; returns the names of those removed.

    Never removes the served version or the one that it replaced, whatever `keep` says.
    """
    now = served(settings)
    if now is None:
        return []
    kept = {now.name, str(read_manifest(now).get("predecessor"))}
    others = [path for path in folders(settings) if path.name not in kept]
    allowed = max(0, keep - (len(kept & {p.name for p in folders(settings)}) - 1))
    removed = others[: max(0, len(others) - allowed)]
    for path in removed:
        # Out of sight first: a purge that is cut short must not leave half a version under a version's name.
        grave = settings.releases_dir / f"{_GRAVE}{path.name}"
        durable.remove(grave)
        path.rename(grave)
        durable.remove(grave)
    return [path.name for path in removed]


def highest_token(settings: Settings) -> int:
    """The highest fencing token that any version was published under; a lost fence file may not fall behind it."""
    tokens = [0]
    for folder in folders(settings):
        try:
            tokens.append(int(read_manifest(folder).get("token", 0)))
        except (PublishError, TypeError, ValueError):
            continue
    return max(tokens)


def verify(settings: Settings) -> list[Problem]:
    """Compare every published file and every lake batch with its manifest. An empty list: all is as it was written."""
    problems: list[Problem] = []
    try:
        served(settings)
    except PublishError as error:
        problems.append(Problem("releases/current", error.what, error.remedy))
    for folder in folders(settings):
        problems += verify_version(folder)
    return problems + (lake.verify(settings.lake_dir) if settings.lake_dir.is_dir() else [])


def verify_version(folder: Path) -> Iterator[Problem]:
    """Compare one version's files with its manifest: missing, changed, or not listed."""
    place = f"releases/{folder.name}"
    try:
        manifest = read_manifest(folder)
        listed = {str(name): str(entry["sha256"]) for name, entry in manifest["files"].items()}
    except PublishError as error:
        yield Problem(f"{place}/{MANIFEST}", error.what, _REPUBLISH)
        return
    except (KeyError, TypeError, AttributeError) as error:
        yield Problem(f"{place}/{MANIFEST}", f"lists no files: {error!r}", _REPUBLISH)
        return
    if not durable.is_sealed(manifest):
        yield Problem(f"{place}/{MANIFEST}", "its bytes differ from its own seal", _REPUBLISH)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(there - set(listed) - {MANIFEST}):
        yield Problem(
            f"{place}/{name}", "not listed in the manifest", "Remove it; nothing writes into a published version."
        )
    for name, expected in sorted(listed.items()):
        if name not in there:
            yield Problem(f"{place}/{name}", "missing", _REPUBLISH)
        elif durable.sha256(folder / name) != expected:
            yield Problem(f"{place}/{name}", "its bytes differ from the manifest's SHA-256", _REPUBLISH)
