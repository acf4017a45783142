from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace

import duckdb
import pyarrow.parquet as pq
import pytest

from factory import sample
from posture.errors import BuildError, LockHeld, PublishError, ValidationFailed
from posture.release import build, lock, publish, query, versions
from posture.release.candidate import Candidate
from posture.release.publish import Published, Unchanged
from posture.release.verdict import Result
from posture.settings import Settings
from releases import candidate_of, copy_versions, die_at, grown, passed, publish_sample, run_apart, tree

MARTS = ["activities", "bases", "commitments", "disputes", "movements", "sources", "strength"]


def records(settings: Settings) -> int:
    return query.query(settings, "SELECT count(*) AS n FROM records").to_pylist()[0]["n"]


def test_a_version_holds_database_marts_verdict_and_manifest_and_cannot_be_written(settings):
    published = publish_sample(settings)
    folder = settings.releases_dir / "current"
    assert folder.readlink().name == published.manifest["version"]
    assert published.manifest["version"] == f"000001-{published.manifest['fingerprint'][:8]}"
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()) == sorted([
        *(f"marts/{mart}.parquet" for mart in MARTS), "manifest.json", "posture.duckdb", "validation.json",
    ])  # fmt: skip
    assert {oct(p.stat().st_mode & 0o777) for p in folder.rglob("*") if p.is_file()} == {"0o444"}
    manifest = publish.current(settings)
    assert manifest == published.manifest
    assert (manifest["predecessor"], manifest["counts"]["records"], manifest["engines"]) == (None, 7, ["engine-1"])
    assert publish.verify(settings) == []
    assert list(settings.releases_dir.glob(".candidate-*")) == []


def test_the_marts_in_parquet_are_those_of_the_database_and_guarded_page_by_page(settings):
    publish_sample(settings)
    for mart in MARTS:
        path = settings.current / "marts" / f"{mart}.parquet"
        read = pq.read_table(path, page_checksum_verification=True)
        assert read.to_pylist() == query.query(settings, f"FROM {mart}").to_pylist()
        assert read.num_rows > 0
        assert pq.ParquetFile(path).metadata.row_group(0).column(0).compression == "ZSTD"


def test_an_unchanged_ledger_changes_nothing_that_is_served(settings):
    first = publish_sample(settings)
    before = tree(settings.releases_dir)
    again = candidate_of(settings)
    answer = publish.publish(again, passed(again), settings)
    assert (type(answer), answer.manifest) == (Unchanged, first.manifest)
    after = {k: v for k, v in tree(settings.releases_dir).items() if k != ".fence"}
    assert after == {k: v for k, v in before.items() if k != ".fence"}


def test_each_publish_takes_the_next_number_and_names_the_one_before(settings):
    names = [publish_sample(settings, n).manifest["version"] for n in range(2)]
    assert [name[:6] for name in names] == ["000001", "000002"]
    assert publish.current(settings)["predecessor"] == names[0]


def test_a_verdict_that_forbids_or_is_anothers_stops_the_publish(settings):
    publish_sample(settings)
    made = candidate_of(settings, grown(1))
    for verdict, message in (
        (passed(made, Result("records", "unique", "critical", False)), "validation failed: records: unique"),
        (replace(passed(made), results=()), "validation evaluated nothing"),
        (replace(passed(made), is_empty=True), "nothing to publish"),
        (replace(passed(made), token=made.token - 1), "belongs to another candidate"),
        (replace(passed(made), fingerprint="0" * 64), "belongs to another candidate"),
    ):
        with pytest.raises(PublishError, match=message) as caught:
            publish.publish(made, verdict, settings)
        assert caught.value.remedy
    assert records(settings) == 7
    made.path.joinpath("validation.json").unlink()
    with pytest.raises(ValidationFailed, match="no verdict"):
        publish.publish_folder(made.path, settings)


def test_a_database_that_is_not_whole_is_not_published(settings):
    made = candidate_of(settings)
    wal = made.path / "posture.duckdb.wal"
    wal.write_bytes(b"rows that never arrived")
    with pytest.raises(PublishError, match="not written out whole"):
        publish.publish(made, passed(made), settings)
    wal.unlink()
    with duckdb.connect(str(made.database)) as connection:
        connection.execute("DELETE FROM records WHERE record_id = 'strike'")
    with pytest.raises(PublishError, match="does not hold what was built: records"):
        publish.publish(made, passed(made), settings)
    made.database.write_bytes(made.database.read_bytes()[:100_000])
    with pytest.raises(PublishError, match="could not be published"):
        publish.publish(made, passed(made), settings)
    assert not settings.current.exists()


def test_an_overtaken_candidate_is_not_served_even_if_its_build_did_not_notice(settings, monkeypatch):
    publish_sample(settings)
    made = candidate_of(settings, grown(1))
    fence = settings.releases_dir / ".fence"
    written = versions.next_name

    def overtaken(*arguments):
        # Another build takes a token while this one, which still believes in its lock, completes its folder.
        lock.next_token(fence)
        return written(*arguments)

    monkeypatch.setattr(versions, "next_name", overtaken)
    with pytest.raises(PublishError, match="candidate 2 was overtaken by build 3"):
        publish.publish(made, passed(made), settings)
    assert records(settings) == 7


def test_a_publish_while_another_writes_says_who(settings, monkeypatch):
    made = candidate_of(settings)
    monkeypatch.setattr(publish, "_PATIENCE", 0.0)
    with lock.hold(settings.releases_dir / ".lock", "publishing"), pytest.raises(LockHeld, match=r"\(publishing\)"):
        publish.publish(made, passed(made), settings)


def test_two_publishers_of_one_candidate_publish_once(settings):
    made = candidate_of(settings)
    answers = run_apart(publish.publish_folder, *[(made.path, settings)] * 4)
    assert [a for a in answers if not isinstance(a, Published | Unchanged)] == []
    assert [path.name for path in versions.folders(settings)] == [f"000001-{made.fingerprint[:8]}"]
    assert publish.verify(settings) == []


def build_and_publish(settings: Settings, articles: int) -> str:
    made = build.build(settings, sample().reprints())
    return str(publish.publish(made, passed(made), settings).manifest["version"]) + f" with {articles}"


def test_runs_at_once_leave_one_whole_version_and_each_loser_says_why(settings):
    publish_sample(settings)
    grown(2).write(settings)
    answers = run_apart(build_and_publish, *[(settings, 2)] * 4)
    losers = [a for a in answers if not isinstance(a, str)]
    assert len(losers) < 4
    assert all(isinstance(a, LockHeld | PublishError | BuildError) for a in losers), losers
    assert publish.verify(settings) == []
    assert (records(settings), publish.current(settings)["version"][:6]) == (9, "000002")


# ── killed, full, broken ────────────────────────────────────────────────────────────────────────


#: Few where the candidate is completed, many around rename, flip and retention; the last is beyond the end.
STEPS = [1, 12, 25, 33, *range(36, 44), 47, 52, 99]


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_of_a_publish_the_old_or_the_new_version_is_served(settings, versioned, step):
    made = versioned(settings)
    settings = replace(settings, keep_versions=0)
    code = die_at(step, publish.publish_folder, made.path, settings)
    assert code == (0 if step == STEPS[-1] else -9) or step > 50
    assert records(settings) in {7, 8}
    assert [p for p in publish.verify(settings) if "/current" in p.where] == []
    answer = publish.publish_folder(made.path, settings)
    assert (records(settings), answer.manifest["fingerprint"]) == (8, made.fingerprint)
    assert publish.verify(settings) == []
    assert {p.name for p in settings.releases_dir.iterdir()} == {
        ".lock", ".fence", "current", *(path.name for path in versions.folders(settings)),
    }  # fmt: skip


@pytest.mark.parametrize("step", [30, 37, 39])
def test_killed_at_the_first_publish_the_next_run_heals(settings, first, step):
    made = first(settings)
    die_at(step, publish.publish_folder, made.path, settings)
    assert settings.current.exists() in {True, False}
    again = build.build(settings, sample().reprints())
    assert publish.publish(again, passed(again), settings).manifest["fingerprint"] == made.fingerprint
    assert (records(settings), publish.verify(settings)) == (7, [])


@pytest.mark.parametrize("step", [1, 4, 12])
def test_killed_in_a_build_the_served_version_stays_and_the_next_build_cleans_up(settings, versioned, step):
    versioned(settings)
    assert die_at(step, build.build, settings, sample().reprints()) in {0, -9}
    assert records(settings) == 7
    made = build.build(settings, sample().reprints())
    assert [p.name for p in settings.releases_dir.glob(".candidate-*")] == [made.path.name]


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    """Two homes to copy: one with a served version and a newer candidate, one with a first candidate."""
    made = {}
    for name in ("versioned", "first"):
        settings = Settings(home=tmp_path_factory.mktemp(name) / "home", memory_limit="512MB")
        if name == "versioned":
            publish_sample(settings)
            copy_versions(settings, 1)
        made[name] = (settings.home, candidate_of(settings, grown(1) if name == "versioned" else None))
    return made


@pytest.fixture
def versioned(homes):
    return lambda settings: _copied(*homes["versioned"], settings)


@pytest.fixture
def first(homes):
    return lambda settings: _copied(*homes["first"], settings)


def _copied(home, made: Candidate, settings: Settings) -> Candidate:
    shutil.copytree(home, settings.home, symlinks=True)
    return replace(made, path=settings.releases_dir / made.path.name)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("where", ["fsync", "mkdir", "rename"])
def test_a_full_disk_leaves_the_old_version_and_names_the_remedy(settings, versioned, monkeypatch, number, where):
    made = versioned(settings)

    def full(*_args, **_kwargs):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, where, full)
    with pytest.raises(PublishError, match=r"do not fit on the disk .* Free space"):
        publish.publish(made, passed(made), settings)
    monkeypatch.undo()
    assert records(settings) == 7
    assert isinstance(publish.publish_folder(made.path, settings), Published), "after space is freed it just works"
    assert records(settings) == 8


def test_old_versions_that_cannot_be_removed_are_a_warning(settings, monkeypatch):
    settings = replace(settings, keep_versions=0)
    publish_sample(settings)
    copy_versions(settings, 1)

    def stuck(_path):
        raise PermissionError(errno.EACCES, "no")

    made = candidate_of(settings, grown(2))
    monkeypatch.setattr(
        versions.durable,
        "remove",
        lambda path: stuck(path) if path.name.startswith(".removed-") else shutil.rmtree(path, ignore_errors=True),
    )
    answer = publish.publish(made, passed(made), settings)
    assert isinstance(answer, Published)
    assert "could not be removed" in answer.warnings[0]
    assert records(settings) == 9


def test_a_candidate_that_never_was_is_no_success(settings):
    publish_sample(settings)
    with pytest.raises(PublishError, match="no version was made from it"):
        publish.publish_folder(settings.releases_dir / ".candidate-77", settings)
