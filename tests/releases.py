"""Candidates, verdicts and versions without Great Expectations; and children that die at a chosen step."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from factory import Ledger, sample
from posture.model import REPRINTS
from posture.release import build, durable, publish, versions
from posture.release.candidate import Candidate
from posture.release.verdict import Result, Verdict
from posture.settings import Settings

#: What changes something on disk for good, or is a step towards it.
STEPS = ("replace", "rename", "fsync", "symlink", "unlink", "rmdir", "mkdir", "chmod")
NO_REPRINTS = REPRINTS.schema.empty_table()

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["releases", "posture.release.publish", "posture.release.lake"])


def passed(candidate: Candidate, *more: Result) -> Verdict:
    fine = Result("records", "checked_by_hand", "critical", True)
    return Verdict(candidate.token, candidate.fingerprint, False, dict(candidate.counts), (fine, *more))


def candidate_of(settings: Settings, ledger: Ledger | None = None) -> Candidate:
    """Write a ledger (else the sample), build, and pass the candidate. The sample in a new home is made once."""
    if ledger is None and not settings.home.exists():
        home, made = _home(None)
        shutil.copytree(home, settings.home, symlinks=True)
        return replace(made, path=settings.releases_dir / made.path.name)
    ledger = ledger or sample()
    ledger.write(settings)
    made = build.build(settings, ledger.reprints())
    passed(made).save(made.path)
    return made


def grown(articles: int) -> Ledger:
    """The sample with more articles: another fingerprint each."""
    ledger = sample()
    for index in range(articles):
        ledger.record(ledger.article("2025-04-01", id=f"more-{index}", source="alpha"), how_many=1000 + index)
    return ledger


def publish_sample(settings: Settings, articles: int = 0) -> publish.Published:
    """Publish the sample, grown by `articles`. The first one of a home is made once a session and copied."""
    if settings.home.exists():
        made = candidate_of(settings, grown(articles))
        published = publish.publish(made, passed(made), settings)
        assert isinstance(published, publish.Published)
        return published
    shutil.copytree(_home(articles)[0], settings.home, symlinks=True)
    manifest = versions.current(settings)
    assert manifest is not None
    return publish.Published(manifest)


@cache
def _home(published: int | None) -> tuple[Path, Candidate]:
    """A home with the sample as a candidate; or published, grown by so many articles. Made once a session."""
    folder = Path(tempfile.mkdtemp(prefix="posture-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = Settings(home=folder / "home", memory_limit="512MB")
    settings.home.mkdir()
    made = candidate_of(settings, grown(published or 0))
    if published is not None:
        publish.publish(made, passed(made), settings)
    return settings.home, made


def copy_versions(settings: Settings, count: int) -> list[str]:
    """Serve `count` copies of the served version under the next numbers; returns their names."""
    names = []
    for _ in range(count):
        old = versions.served(settings)
        assert old is not None
        new = settings.releases_dir / versions.next_name(settings, old.name[-8:])
        shutil.copytree(old, new)
        manifest = {**versions.read_manifest(old), "version": new.name, "predecessor": old.name}
        (new / "manifest.json").unlink()
        durable.write(new / "manifest.json", durable.as_json(durable.seal(manifest)))
        versions.flip(settings, new)
        names.append(new.name)
    return names


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Every path below a folder with its size and time of change; `.lock` is written by whoever looks."""
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.name != ".lock"
    }


def die_at(step: int, work: Callable[..., Any], *arguments: Any) -> int:
    """Run `work` in a child that kills itself, as `kill -9` does, instead of its n-th step; returns the exit code."""
    child = _PROCESSES.Process(target=_victim, args=(step, work, arguments))
    child.start()
    child.join()
    return int(child.exitcode or 0)


def run_apart(work: Callable[..., Any], *argument_lists: tuple[Any, ...]) -> list[Any]:
    """Run `work` in several children at once; returns what each gave back, or its error."""
    answers = _PROCESSES.Queue()
    children = [_PROCESSES.Process(target=_worker, args=(answers, work, arguments)) for arguments in argument_lists]
    for child in children:
        child.start()
    given = [answers.get(timeout=60) for _ in children]
    for child in children:
        child.join()
    return given


def _victim(step: int, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    left = [step]

    def counted(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*given, **named)

        return call

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    work(*arguments)


def _worker(answers: Any, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    try:
        answers.put(work(*arguments))
    except Exception as error:
        answers.put(error)
