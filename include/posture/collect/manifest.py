"""`manifest.jsonl` of an inbox: what its owner says about the documents.

One JSON object a line: `id`, `path` (relative to the folder), `source`, `url`, `published`; all but
`path` may be null or missing. A wrong line costs that line, a wrong field that field: the document
itself is taken all the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from . import dates
from .listing import plain, sound

NAME = "manifest.jsonl"
_FIELDS = frozenset({"id", "path", "source", "url", "published"})


@dataclass(frozen=True)
class Line:
    """What one line says of one document. `path` is relative, in the form of `PurePosixPath`."""

    number: int
    path: str
    id: str | None = None
    source: str | None = None
    url: str | None = None
    published: dates.When = dates.UNDATED


@dataclass
class Manifest:
    """Lines by path, in order; and what is wrong, by line number."""

    lines: dict[str, Line] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)


def read(body: bytes) -> Manifest:
    """A manifest from its bytes."""
    manifest = Manifest()
    ids: set[str] = set()
    for number, raw in enumerate(body.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            given = json.loads(raw.decode("utf-8"))
        except (ValueError, RecursionError):
            manifest.faults[number] = "is not JSON in UTF-8"
            continue
        path = _path(given)
        if path is None:
            manifest.faults[number] = "names no `path` of a document below this folder"
            continue
        if path in manifest.lines:
            manifest.faults[number] = f"names {path} again; line {manifest.lines[path].number} counts"
            continue
        line, faults = _line(number, path, given)
        if line.id is not None and line.id in ids:
            faults.append(f"repeats the id {line.id!r}")
        ids.add(line.id or "")
        if faults:
            manifest.faults[number] = "; ".join(faults)
        manifest.lines[path] = line
    return manifest


def _path(given: Any) -> str | None:
    text = given.get("path") if isinstance(given, dict) else None
    if not isinstance(text, str) or not text.strip() or "\0" in text or sound(text) != text:
        return None
    path = PurePosixPath(text)
    return None if path.is_absolute() or ".." in path.parts or str(path) == "." else str(path)


def _line(number: int, path: str, given: dict[str, Any]) -> tuple[Line, list[str]]:
    faults = []
    if unknown := sorted(set(given) - _FIELDS):
        faults.append(f"has unknown fields: {', '.join(plain(name) or '?' for name in unknown)[:100]}")
    texts: dict[str, str | None] = {}
    for name in ("id", "source", "url", "published"):
        value = given.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
            faults.append(f"`{name}` is not a text")
            value = None
        texts[name] = plain(str(value), is_markup=False) if value is not None else None
    published = dates.read(texts["published"])
    if texts["published"] and published.on is None:
        faults.append(f"`published` is no date: {texts['published'][:40]!r}")
    if texts["url"] and not texts["url"].lower().startswith(("http://", "https://")):
        faults.append(f"`url` is no web address: {texts['url'][:40]!r}")
        texts["url"] = None
    return Line(number, path, texts["id"], texts["source"], texts["url"], published), faults
