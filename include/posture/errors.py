"""One family of errors. A message names the value, the place it came from and the remedy.

Only these are raised on purpose. A step turns a `PostureError` about one item into a named state
of that item and goes on; a `PostureError` about the whole step fails the task.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class PostureError(Exception):
    """Something that the reader of the message can act on.

    Args:
        what: what is wrong, with the offending value in it.
        source: the source's code, if one is at fault.
        where: the URL, file or table at fault.
        stage: the room or step in which it was noticed (`collect`, `clean`, `extract`, `build` …).
        remedy: what to do about it, as an imperative sentence.
    """

    def __init__(
        self, what: str, *, source: str | None = None, where: object = None, stage: str | None = None, remedy: str = ""
    ) -> None:
        self.what, self.source, self.stage, self.remedy = what, source, stage, remedy
        self.where = None if where is None else str(where)
        super().__init__(what)

    def __str__(self) -> str:
        place = ", ".join(
            f"{name} {value}"
            for name, value in (("stage", self.stage), ("source", self.source), ("at", self.where))
            if value
        )
        return self.what + (f" [{place}]" if place else "") + (f" Remedy: {self.remedy}" if self.remedy else "")

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders (child parsers), so they must pickle with their keywords."""
        return (_rebuild, (type(self), self.what, self.source, self.where, self.stage, self.remedy))


def _rebuild(
    kind: type[PostureError], what: str, source: str | None, where: str | None, stage: str | None, remedy: str
) -> PostureError:
    return kind(what, source=source, where=where, stage=stage, remedy=remedy)


class ConfigError(PostureError):
    """A setting, a catalogue entry or a lexicon file is wrong."""


class FetchError(PostureError):
    """A source or page could not be fetched. `reason` is the short code kept in the ledger."""

    def __init__(
        self,
        what: str,
        *,
        reason: str = "fetch_failed",
        source: str | None = None,
        where: object = None,
        stage: str | None = None,
        remedy: str = "",
    ) -> None:
        self.reason = reason
        super().__init__(what, source=source, where=where, stage=stage, remedy=remedy)

    def __reduce__(self) -> tuple[object, ...]:
        """As its parent, with the reason."""
        return (_rebuild_fetch, (self.what, self.reason, self.source, self.where, self.stage, self.remedy))


def _rebuild_fetch(
    what: str, reason: str, source: str | None, where: str | None, stage: str | None, remedy: str
) -> FetchError:
    return FetchError(what, reason=reason, source=source, where=where, stage=stage, remedy=remedy)


class ArchiveError(PostureError):
    """The archive can't be read or written."""


class LakeError(PostureError):
    """A lake batch can't be read or written, or its manifest does not fit its files."""


class BuildError(PostureError):
    """The candidate database could not be built."""


class ValidationFailed(PostureError):
    """An expectation of critical severity failed, or the validation itself was void."""


class PublishError(PostureError):
    """The candidate could not become the served version; the last good one stays."""


class NothingToPublish(PublishError):
    """The ledger holds no article and no record; another try would find the same."""


class LockHeld(PostureError):
    """Another run is writing; the message names who."""


class StorageError(PostureError):
    """A file or folder can't be read or written: permissions, a missing disk, a path that is none."""


@contextmanager
def storage(stage: str) -> Iterator[None]:
    """Around a step (as a decorator, too): what the system says of a file becomes an error with its place and remedy.

    Raises:
        StorageError: an `OSError` that nobody below had more to say about; not a reader who closed the pipe.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageError(
            f"can't be read or written: {error.strerror or error}",
            where=error.filename,
            stage=stage,
            remedy="Mend that path, its permissions or the disk, or set POSTURE_HOME to a folder that can be "
            "written; then run again.",
        ) from error
