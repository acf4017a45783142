from __future__ import annotations

import errno
import os

import pytest

from posture.release import durable


def test_a_text_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "x.json"
    durable.write(path, "old\n")

    def full(handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        durable.write(path, "new\n")
    monkeypatch.undo()
    assert path.read_text() == "old\n"
    durable.write(path, "newest\n")
    assert (path.read_text(), sorted(p.name for p in tmp_path.iterdir())) == ("newest\n", ["x.json"])


def test_equal_values_give_equal_bytes():
    assert durable.as_json({"b": 1, "a": ["é"]}) == durable.as_json({"a": ["é"], "b": 1})


def test_a_seal_breaks_with_any_change():
    sealed = durable.seal({"a": 1, "b": {"c": 2}})
    assert durable.is_sealed(sealed)
    assert not durable.is_sealed({**sealed, "a": 2})
    assert not durable.is_sealed({"a": 1})
    assert durable.seal(sealed) == sealed


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "x"),
        OSError(errno.EDQUOT, "x"),
        OSError(errno.EFBIG, "x"),
        RuntimeError('Could not write file "x": No space left on device'),
        RuntimeError("Disk quota exceeded"),
    ],
)
def test_a_full_disk_is_known_in_all_its_words(error):
    assert durable.is_disk_full(error)


def test_other_errors_are_not_a_full_disk():
    assert not durable.is_disk_full(PermissionError(errno.EACCES, "x"))


def test_remove_takes_files_links_and_folders_and_minds_nothing_that_is_gone(tmp_path):
    (tmp_path / "folder" / "deep").mkdir(parents=True)
    (tmp_path / "folder" / "deep" / "file").write_text("x")
    (tmp_path / "folder" / "deep" / "file").chmod(0o444)
    (tmp_path / "link").symlink_to("folder")
    durable.remove(tmp_path / "link")
    assert (tmp_path / "folder" / "deep" / "file").is_file()
    durable.remove(tmp_path / "folder")
    durable.remove(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []
