"""One run of the inbox: a folder of somebody's own documents, taken as a source like any other.

A document is known by its path and its SHA-256; the same bytes are taken once.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from ..errors import FetchError
from ..settings import Settings
from . import archive, files, manifest
from .answer import Validators
from .batch import Batch
from .catalogue import Source
from .ledger import Details, Known, Ledger
from .report import CollectReport

REFUSED = frozenset({"outside_inbox"})
_ENDINGS = ", ".join(files.MEDIA)
MAX_MANIFEST_BYTES = 50 * 1024 * 1024


class InboxRun:
    """The state of one run; `collect_inbox` drives it."""

    def __init__(
        self,
        source: Source,
        folder: Path,
        day: date,
        settings: Settings,
        *,
        now: Callable[[], datetime],
        progress: Callable[[str], None],
    ) -> None:
        self.source, self.folder, self.day, self.settings, self.now = source, folder, day, settings, now
        self._progress = progress
        self.ledger = Ledger(settings.archive_dir, source.code)
        self.tally: Counter[str] = Counter()
        self.warnings = list(self.ledger.warnings)
        self.listed_urls: set[str] = set()
        self._later = 0
        self._redescribed = 0

    def run(self, batch: Batch) -> None:
        """Take every document that is new, and write down what could not be taken."""
        listed = self._manifest(batch)
        paths = list(self._documents())
        for number, path in enumerate(paths, start=1):
            outcome = self._take(batch, path, listed.lines.get(path))
            self._progress(f"{self.source.code}: {number}/{len(paths)} {outcome} {files.address(path)[:200]}")
        for path in sorted(set(listed.lines) - set(paths)):
            self._named_only(batch, listed.lines[path])
        if self._redescribed:
            self.warnings.append(
                f"the manifest now says other things of {self._redescribed} archived documents; the archive keeps what "
                "it said when they were taken (a changed file is taken anew)"
            )
        if self._later:
            self.warnings.append(f"{self._later} documents are dated after {self.day} and wait for their day")
        if not paths:
            self.warnings.append(f"the inbox holds no document ending in {_ENDINGS}")

    def _manifest(self, batch: Batch) -> manifest.Manifest:
        path = self.folder / manifest.NAME
        if not path.exists() and not path.is_symlink():
            return manifest.Manifest()
        try:
            body, _ = files.read(self.folder, manifest.NAME, MAX_MANIFEST_BYTES)
        except FetchError as error:
            self._setback(batch, manifest.NAME, error, None)
            return manifest.Manifest()
        self._fine(files.address(manifest.NAME))
        listed = manifest.read(body)
        for number, fault in sorted(listed.faults.items()):
            wrong = FetchError(f"line {number} {fault}", reason="manifest_line")
            self._setback(batch, f"{manifest.NAME}:{number}", wrong, None)
        return listed

    def _documents(self) -> Iterator[str]:
        """Paths of what could be documents, relative to the folder, in order. Hidden ones are nobody's documents."""
        other: dict[str, list[str]] = {}
        for folder, folders, names in os.walk(self.folder, onerror=self._unlisted):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in [name for name in folders if Path(folder, name).is_symlink()]:
                self.warnings.append(
                    f"{files.address(self._relative(folder, name))} is a link to a folder and was not followed"
                )
            for name in sorted(names):
                path = self._relative(folder, name)
                if name.startswith(".") or path == manifest.NAME:
                    continue
                if Path(name).suffix.lower() in files.MEDIA:
                    yield path
                else:
                    other.setdefault(Path(name).suffix.lower()[:20] or "no ending", []).append(files.address(path))
        for kind, paths in sorted(other.items())[:10]:
            named = ", ".join(paths[:3]) + (", …" if len(paths) > 3 else "")
            self.warnings.append(f"{len(paths)} × {kind} not taken, for a document ends in {_ENDINGS}: {named}")

    def _unlisted(self, error: OSError) -> None:
        name = self._relative(error.filename or "", "")
        self.warnings.append(f"{files.address(name)} could not be listed: {error.strerror}")

    def _relative(self, folder: str, name: str) -> str:
        return os.path.relpath(Path(folder, name), self.folder)

    def _take(self, batch: Batch, path: str, line: manifest.Line | None) -> str:
        if line and line.published.on and line.published.on > self.day:
            self._later += 1
            return "later"
        try:
            body, modified_at = files.read(self.folder, path, self.settings.max_bytes)
        except FetchError as error:
            if error.reason == "not_a_file" and line is None:
                self.warnings.append(f"{files.address(path)} {error.what} and was skipped")
                return "skipped"
            return self._setback(batch, path, error, line)
        url = files.address(path)
        self._fine(url)
        sha256 = hashlib.sha256(body).hexdigest()
        if (details := self.ledger.contents.get((url, sha256))) is not None:
            said = line or manifest.Line(0, path)
            self._redescribed += details != Details(said.id, said.url, said.published.on, said.source)
            return self._count("unchanged")
        row = self._row(path, line) | {
            "retrieved_at": modified_at,
            "outcome_code": "new",
            "media_type": files.media_type(path, body),
        }
        batch.add(row, body)
        self.ledger.archive(url, url, Known(sha256, modified_at))
        return self._count("new")

    def _named_only(self, batch: Batch, line: manifest.Line) -> None:
        """A path of the manifest that the walk did not meet: missing, hidden, or of another kind."""
        if Path(line.path).suffix.lower() in files.MEDIA:
            self._take(batch, line.path, line)
        elif os.path.lexists(self.folder / line.path):
            error = FetchError(f"is not of a kind that is taken: {_ENDINGS}", reason="unsupported_file")
            self._setback(batch, line.path, error, line)
        else:
            error = FetchError("there is no such file in the inbox", reason="missing_file")
            self._setback(batch, line.path, error, line)

    def _setback(self, batch: Batch, path: str, error: FetchError, line: manifest.Line | None) -> str:
        url = files.address(path)
        self.listed_urls.add(url)
        self.warnings.append(f"{url}: {error.reason}: {error.what}")
        if error.reason == "changing":
            return self._count("deferred")
        outcome = "refused" if error.reason in REFUSED else "failed"
        reason = f"{error.reason}: {error.what}"
        if not self.ledger.is_on_record(url, reason):
            batch.add(self._row(path, line) | {"retrieved_at": self.now(), "outcome_code": outcome, "reason": reason})
        self.ledger.failed(url, reason)
        return self._count(outcome)

    def _fine(self, url: str) -> None:
        self.listed_urls.add(url)
        if self.ledger.remembered(url).failure is not None:
            self.ledger.answered(url, Validators(), None)

    def _row(self, path: str, line: manifest.Line | None) -> dict[str, object]:
        said = line or manifest.Line(0, path)
        return {
            "requested_url": files.address(path),
            "url": said.url,
            "listed_on": said.published.on,
            "listed_at": said.published.at,
            "external_id": said.id,
            "outlet": said.source,
        }

    def _count(self, outcome: str) -> str:
        self.tally[outcome] += 1
        return outcome


def collect_inbox(
    source: Source,
    day: date,
    settings: Settings,
    now: Callable[[], datetime],
    progress: Callable[[str], None],
) -> CollectReport:
    """Collect the documents of `settings.inbox` for one day. The caller holds the source's lock.

    Raises:
        FetchError: the folder is gone or can't be listed.
        ArchiveError: the archive can't be read or written.
    """
    folder = settings.inbox
    if folder is None or not os.access(folder, os.R_OK | os.X_OK) or not folder.is_dir():
        raise FetchError(
            "the inbox is not a folder that can be listed",
            reason="missing_folder",
            source=source.code,
            where=folder,
            stage="collect",
            remedy="Set POSTURE_INBOX to a folder of .txt, .html or .pdf documents.",
        )
    run = InboxRun(source, folder, day, settings, now=now, progress=progress)
    with archive.write_batch(settings.archive_dir, source.code, day) as batch:
        run.run(batch)
        batch_code = batch.code if len(batch) else None
    run.ledger.save(run.listed_urls, now())
    return CollectReport.of(source.code, batch_code, run.tally, run.warnings)
