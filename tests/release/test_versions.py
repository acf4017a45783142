from __future__ import annotations

import random

import pytest

from posture.errors import PublishError
from posture.release import lake, versions
from releases import copy_versions, publish_sample


def test_before_the_first_publish_nothing_is_served(settings):
    assert versions.current(settings) is None
    assert versions.folders(settings) == []
    assert versions.verify(settings) == []
    assert versions.next_name(settings, "ab" * 32) == "000001-abababab"


def test_only_complete_versions_are_versions(settings):
    publish_sample(settings)
    for name in (".candidate-9", "notes", "7-abcdefab", "000009-xyz"):
        (settings.releases_dir / name).mkdir()
    assert len(versions.folders(settings)) == 1


def test_a_pointer_to_nothing_is_put_back_on_the_newest_version_that_is_whole(settings):
    names = [publish_sample(settings).manifest["version"], *copy_versions(settings, 2)]
    (settings.releases_dir / names[2] / "manifest.json").chmod(0o644)
    (settings.releases_dir / names[2] / "manifest.json").write_text("{torn")
    settings.current.unlink()
    settings.current.symlink_to("000099-gone")
    (settings.releases_dir / ".current.tmp").symlink_to("000099-gone")
    with pytest.raises(PublishError, match="points at '000099-gone', which is not there"):
        versions.current(settings)
    assert versions.verify(settings)[0].where == "releases/current"
    versions.settle(settings)
    assert settings.current.readlink().name == names[1]
    assert not (settings.releases_dir / ".current.tmp").is_symlink()


def test_a_sound_pointer_is_left_alone_even_if_it_is_not_the_newest(settings):
    names = [publish_sample(settings).manifest["version"], *copy_versions(settings, 1)]
    versions.flip(settings, settings.releases_dir / names[0])
    versions.settle(settings)
    assert versions.current(settings)["version"] == names[0], "somebody went back on purpose"
    assert versions.next_name(settings, "ab" * 32) == "000003-abababab"


def test_every_flipped_bit_of_every_published_file_is_found(settings):
    publish_sample(settings)
    dice = random.Random(11)
    folder = versions.served(settings)
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole = path.read_bytes()
        path.chmod(0o644)
        for _ in range(6):
            at = dice.randrange(len(whole))
            with path.open("r+b") as file:
                file.seek(at)
                file.write(bytes([whole[at] ^ (1 << dice.randrange(8))]))
            assert [p for p in versions.verify(settings) if path.name in p.where], (path.name, at)
            path.write_bytes(whole)
    assert versions.verify(settings) == []


def test_missing_additional_and_unlisted_files_are_found(settings):
    publish_sample(settings)
    folder = versions.served(settings)
    (folder / "marts" / "bases.parquet").unlink()
    (folder / "posture.duckdb.wal").write_text("")
    found = {p.where.partition("/")[2].partition("/")[2]: p.what for p in versions.verify(settings)}
    assert found == {"marts/bases.parquet": "missing", "posture.duckdb.wal": "not listed in the manifest"}
    assert all(p.remedy for p in versions.verify(settings))


def test_verify_looks_at_the_lake_too(settings):
    publish_sample(settings)
    (lake.paths(settings.lake_dir, "records")[0]).unlink()
    assert [p.where for p in versions.verify(settings)] == ["lake/alpha/2026-01-01-01/records.parquet"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 3}'])
def test_a_manifest_that_is_none_is_a_problem_not_a_crash(settings, text):
    publish_sample(settings)
    path = versions.served(settings) / "manifest.json"
    path.chmod(0o644)
    path.write_text(text)
    assert [p.where.rpartition("/")[2] for p in versions.verify(settings)] == ["manifest.json"]


@pytest.mark.parametrize(("keep", "kept"), [(0, [3, 4]), (1, [3, 4]), (2, [2, 3, 4]), (10, [0, 1, 2, 3, 4])])
def test_retention_keeps_the_served_version_and_the_one_before_whatever_it_is_told(settings, keep, kept):
    names = [publish_sample(settings).manifest["version"], *copy_versions(settings, 4)]
    removed = versions.prune(settings, keep)
    assert [path.name for path in versions.folders(settings)] == [names[index] for index in kept]
    assert removed == [name for name in names if name not in {names[index] for index in kept}]
    assert versions.verify(settings) == []


def test_a_lost_fence_does_not_fall_behind_what_was_published(settings):
    publish_sample(settings)
    publish_sample(settings, 1)
    (settings.releases_dir / ".fence").unlink()
    assert versions.highest_token(settings) == 2
    assert publish_sample(settings, 5).manifest["token"] == 3
