from __future__ import annotations

import pytest

from posture.errors import BuildError
from posture.release import sqlfile


def write(folder, name, text):
    path = folder / f"{name}.sql"
    path.write_text(text, "utf-8")
    return path


def test_a_header_is_read_with_its_columns_and_continuations(tmp_path):
    path = write(
        tmp_path,
        "t",
        "-- t: what it holds,\n--   and more\n-- grain: a row\n"
        "-- columns:\n--   a: one\n--     and a half\n--   b: two: three\n"
        "SELECT 1 AS a, 2 AS b; \n",
    )
    file = sqlfile.read(path)
    assert (file.name, file.word, file.fields) == ("t", "t", {"t": "what it holds, and more", "grain": "a row"})
    assert file.columns == {"a": "one and a half", "b": "two: three"}
    assert (file.body, file.text) == ("SELECT 1 AS a, 2 AS b", "what it holds, and more Grain: a row")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT 1", "has no header"),
        ("-- t: x\n", "has no statement"),
        ("-- no word here\nSELECT 1", "neither `word: text` nor a continuation"),
    ],
)
def test_a_file_that_breaks_the_form_is_named(tmp_path, text, message):
    with pytest.raises(BuildError, match=message) as caught:
        sqlfile.read(write(tmp_path, "t", text))
    assert caught.value.where == str(tmp_path / "t.sql")


def test_files_come_after_what_they_mention(tmp_path):
    write(tmp_path, "a", "-- a: x\nSELECT * FROM c -- z is not needed\n")
    write(tmp_path, "b", "-- b: x\nSELECT 'a' AS word FROM z\n")
    write(tmp_path, "c", "-- c: x\nSELECT * FROM b\n")
    write(tmp_path, "z", "-- z: x\nSELECT 1\n")
    assert [f.name for f in sqlfile.in_order(sqlfile.read_folder(tmp_path))] == ["z", "b", "c", "a"]


def test_a_circle_is_named(tmp_path):
    write(tmp_path, "a", "-- a: x\nFROM b")
    write(tmp_path, "b", "-- b: x\nFROM a")
    with pytest.raises(BuildError, match=r"circle: [ab] → [ab] → [ab]"):
        sqlfile.in_order(sqlfile.read_folder(tmp_path))


def test_two_files_of_one_name_and_an_empty_folder_are_refused(tmp_path):
    file = sqlfile.read(write(tmp_path, "a", "-- a: x\nSELECT 1"))
    with pytest.raises(BuildError, match="share a name"):
        sqlfile.in_order([file, file])
    with pytest.raises(BuildError, match="no SQL files"):
        sqlfile.read_folder(tmp_path / "nothing")
