"""The lake: what was derived, in Parquet, one folder a batch, each folder one transaction.

A batch is replaced whole or not at all. It may be read by anyone at any time; it is never edited, and it says
nothing that its archive batch did not give: `manifest.json` names the engine and the archive bytes it came from.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ..errors import LakeError
from ..model import LAKE_TABLES, TABLES
from . import durable
from .lock import hold

MANIFEST = "manifest.json"
_CODE = re.compile(r"(?P<source>[A-Za-z0-9][A-Za-z0-9_.-]*)/(?P<day>\d{4}-\d{2}-\d{2})-(?P<number>\d{2,})")
_LOCK_PATIENCE = 120.0


@dataclass(frozen=True)
class Problem:
    """Something that `verify` found: where, what is wrong, and what to do about it."""

    where: str
    what: str
    remedy: str


def write_batch(
    lake_dir: Path,
    batch_code: str,
    tables: Mapping[str, pa.Table],
    engine: str,
    captures_sha256: str,
    furniture_patterns: Sequence[str] = (),
) -> Path:
    """Write or replace one batch; returns its folder. Its manifest keeps what it was derived with.

    A batch whose content is already there byte for byte is left alone. A crash leaves the old batch, the new
    one, or (between two renames) none, which the next writer or build puts back.

    Raises:
        LakeError: a table is missing or does not fit the model; the disk is full.
        LockHeld: the lake is being written by another process for too long.
    """
    folder = _folder(lake_dir, batch_code)
    fitted = {table.name: _fit(batch_code, table.name, tables) for table in LAKE_TABLES}
    with hold(lake_dir / ".lock", f"writing batch {batch_code}", patience=_LOCK_PATIENCE):
        _settle(lake_dir)
        staged = lake_dir / f".tmp-{batch_code.replace('/', '--')}"
        try:
            made_with = {
                "engine": engine,
                "captures_sha256": captures_sha256,
                "furniture_patterns": list(furniture_patterns),
            }
            _write(staged, batch_code, fitted, made_with)
            is_same = manifest(lake_dir, batch_code) == json.loads((staged / MANIFEST).read_text("utf-8"))
            # A whole manifest may stand over a damaged table: then the fresh batch replaces it.
            if is_same and next(_verify_batch(lake_dir, batch_code), None) is None:
                durable.remove(staged)
            else:
                _swap(lake_dir, staged, folder)
        except OSError as error:
            if not durable.is_disk_full(error):
                raise
            durable.remove(staged)
            raise LakeError(
                f"batch {batch_code} does not fit on the disk",
                where=lake_dir,
                stage="lake",
                remedy=durable.DISK_FULL_REMEDY,
            ) from error
    return folder


def batches(lake_dir: Path) -> list[str]:
    """Codes of all batches, ordered by source, day and number. A batch exists if its manifest does."""
    found = [match for path in lake_dir.glob(f"*/*/{MANIFEST}") if (match := _CODE.fullmatch(_code(lake_dir, path)))]
    return [m[0] for m in sorted(found, key=lambda m: (m["source"], m["day"], int(m["number"])))]


def manifest(lake_dir: Path, batch_code: str) -> dict[str, Any] | None:
    """A batch's manifest as it was sealed. None where there is none, or one that can't be believed.

    Either way the batch counts as not derived: the archive can give it again, and replaces it whole.
    """
    try:
        read = _manifest(lake_dir, batch_code)
    except LakeError:
        return None
    return read if durable.is_sealed(read) else None


def read_table(lake_dir: Path, name: str, columns: list[str] | None = None) -> pa.Table:
    """One table over all batches, in the order of `batches`; page checksums are verified.

    Raises:
        LakeError: a file is missing or damaged.
    """
    schema = TABLES[name].schema
    if columns is not None:
        schema = pa.schema([schema.field(c) for c in columns])
    parts = [_read(lake_dir, code, name, columns).cast(schema) for code in batches(lake_dir)]
    return pa.concat_tables(parts) if parts else schema.empty_table()


def paths(lake_dir: Path, name: str) -> list[Path]:
    """The Parquet files of one table, in the order of `batches`."""
    return [_folder(lake_dir, code) / f"{name}.parquet" for code in batches(lake_dir)]


def fingerprint(lake_dir: Path) -> str:
    """SHA-256 over all manifests in order. The manifests hold the files' hashes, so it stands for every byte."""
    digest = hashlib.sha256()
    for code in batches(lake_dir):
        digest.update(f"{code}\0{durable.sha256(_folder(lake_dir, code) / MANIFEST)}\n".encode())
    return digest.hexdigest()


def engines(lake_dir: Path) -> list[str]:
    """Fingerprints of the engines that derived the batches, each once, sorted."""
    return sorted({str((manifest(lake_dir, code) or {}).get("engine")) for code in batches(lake_dir)})


def verify(lake_dir: Path) -> list[Problem]:
    """Compare every batch's files with its manifest."""
    problems = _damaged(lake_dir)
    if not problems:
        return problems
    with between_writes(lake_dir):  # a batch that is being replaced is gone for the instant between two renames
        return _damaged(lake_dir)


def _damaged(lake_dir: Path) -> list[Problem]:
    return [problem for code in batches(lake_dir) for problem in _verify_batch(lake_dir, code)]


@contextmanager
def reading(lake_dir: Path) -> Iterator[None]:
    """Keep writers out for the length of a `with` block, after putting right what a crash left behind."""
    with hold(lake_dir / ".lock", "settling the lake", patience=_LOCK_PATIENCE):
        _settle(lake_dir)
    with hold(lake_dir / ".lock", "reading the lake", shared=True, patience=_LOCK_PATIENCE):
        yield


@contextmanager
def between_writes(lake_dir: Path) -> Iterator[None]:
    """Keep writers out for the length of a `with` block, and leave all as it is; for a second look at what seems gone.

    Raises:
        LockHeld: a writer takes too long.
    """
    lock = lake_dir / ".lock"
    if not os.access(lock, os.W_OK):  # nobody has written here, or nobody can
        yield
        return
    with hold(lock, "verifying the lake", shared=True, patience=_LOCK_PATIENCE):
        yield


# ── one batch ───────────────────────────────────────────────────────────────────────────────────


def _folder(lake_dir: Path, batch_code: str) -> Path:
    if not (match := _CODE.fullmatch(batch_code)):
        raise LakeError(
            f"batch code {batch_code!r} is not <source>/<day>-<nn>",
            where=lake_dir,
            stage="lake",
            remedy="Take batch codes from the archive.",
        )
    return lake_dir / match["source"] / f"{match['day']}-{match['number']}"


def _code(lake_dir: Path, manifest_path: Path) -> str:
    return manifest_path.parent.relative_to(lake_dir).as_posix()


def _manifest(lake_dir: Path, batch_code: str) -> dict[str, Any]:
    """What a batch's manifest says, sealed or not.

    Raises:
        LakeError: it is not there, can't be read, or is no JSON object.
    """
    path = _folder(lake_dir, batch_code) / MANIFEST
    try:
        read = json.loads(path.read_text("utf-8"))
        if isinstance(read, dict):
            return read
        reason = "it holds no object"
    except OSError as error:
        reason = str(error.strerror)
    except (ValueError, RecursionError) as error:
        reason = str(error)
    raise LakeError(f"unreadable manifest: {reason}", where=path, stage="lake", remedy=_rederive(batch_code))


def _rederive(batch_code: str) -> str:
    return f"Derive the batch again from the archive: posture rederive {batch_code}"


def _fit(batch_code: str, name: str, tables: Mapping[str, pa.Table]) -> pa.Table:
    if name not in tables:
        raise LakeError(
            f"batch {batch_code} has no table {name!r}", stage="lake", remedy="Derive all of model.LAKE_TABLES."
        )
    declared = TABLES[name].schema
    try:
        fitted = tables[name].select(declared.names).cast(declared)
        fitted.validate(full=True)
    except (KeyError, ValueError) as error:
        raise LakeError(
            f"table {name!r} of batch {batch_code} does not fit the model: {error}",
            stage="lake",
            remedy=f"Make the rows with model.TABLES[{name!r}].table().",
        ) from error
    return fitted.combine_chunks()


def _write(folder: Path, batch_code: str, tables: Mapping[str, pa.Table], made_with: Mapping[str, Any]) -> None:
    durable.remove(folder)
    folder.mkdir(parents=True)
    listed: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        path = folder / f"{name}.parquet"
        pq.write_table(table, path, compression="zstd", write_page_checksum=True)
        durable.sync(path)
        listed[name] = {"rows": table.num_rows, "sha256": durable.sha256(path)}
    states = Counter(str(state) for state in tables["documents"].column("state_code").to_pylist())
    content = {
        "batch_code": batch_code,
        **made_with,
        "tables": listed,
        "documents_by_state": dict(states),
    }
    durable.write(folder / MANIFEST, durable.as_json(durable.seal(content)))


def _swap(lake_dir: Path, staged: Path, folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    old = lake_dir / f".old-{folder.parent.name}--{folder.name}"
    # A folder can't be renamed over a folder that holds files, so the old one steps aside first.
    if folder.exists():
        folder.rename(old)
    staged.rename(folder)
    durable.sync(folder.parent)
    durable.sync(lake_dir)
    durable.remove(old)


def _settle(lake_dir: Path) -> None:
    """Put back batches whose replacement was cut short, and drop unfinished ones. Needs the exclusive lock."""
    for old in _debris(lake_dir, ".old-"):
        source, _, rest = old.name.removeprefix(".old-").rpartition("--")
        folder = lake_dir / source / rest
        if folder.exists():
            durable.remove(old)
        else:
            folder.parent.mkdir(exist_ok=True)
            old.rename(folder)
            durable.sync(folder.parent)
    for staged in _debris(lake_dir, ".tmp-"):
        durable.remove(staged)


def _debris(lake_dir: Path, prefix: str) -> Iterable[Path]:
    return [Path(entry.path) for entry in os.scandir(lake_dir) if entry.name.startswith(prefix)]


def _read(lake_dir: Path, code: str, name: str, columns: list[str] | None) -> pa.Table:
    path = _folder(lake_dir, code) / f"{name}.parquet"
    try:
        return pq.read_table(path, columns=columns, page_checksum_verification=True)
    except (OSError, pa.ArrowInvalid) as error:
        raise LakeError(
            f"{name}.parquet can't be read: {error}", where=path, stage="lake", remedy=_rederive(code)
        ) from error


def _verify_batch(lake_dir: Path, code: str) -> Iterator[Problem]:
    folder = _folder(lake_dir, code)
    try:
        read = _manifest(lake_dir, code)
        expected = {str(name): str(entry["sha256"]) for name, entry in read["tables"].items()}
    except LakeError as error:
        yield Problem(f"lake/{code}/{MANIFEST}", error.what, error.remedy)
        return
    except (KeyError, TypeError, AttributeError) as error:
        yield Problem(f"lake/{code}/{MANIFEST}", f"lists no tables: {error!r}", _rederive(code))
        return
    if not durable.is_sealed(read):
        yield Problem(f"lake/{code}/{MANIFEST}", "its bytes differ from its own seal", _rederive(code))
    for table in LAKE_TABLES:
        path, where = folder / f"{table.name}.parquet", f"lake/{code}/{table.name}.parquet"
        if table.name not in expected:
            yield Problem(where, "not listed in the manifest", _rederive(code))
        elif not path.is_file():
            yield Problem(where, "missing", _rederive(code))
        elif durable.sha256(path) != expected[table.name]:
            yield Problem(where, "its bytes differ from the manifest's SHA-256", _rederive(code))
