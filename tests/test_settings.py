"""Settings are read once from the environment; what can't be one is refused with its name, its value and a remedy."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from posture.errors import ConfigError
from posture.settings import Settings


def read(tmp_path: Path, **given: str) -> Settings:
    return Settings.from_environment({"POSTURE_HOME": str(tmp_path), **given})


def test_what_is_unset_or_empty_keeps_its_default(tmp_path: Path) -> None:
    names = ("USER_AGENT", "MEMORY_LIMIT", "READ_TIMEOUT", "MAX_ARTICLES", "INBOX", "SOURCES")
    assert read(tmp_path, **{f"POSTURE_{name}": "" for name in names}) == Settings(home=tmp_path)


@pytest.mark.parametrize("name", ["CONNECT_TIMEOUT", "READ_TIMEOUT", "TOTAL_TIMEOUT", "MAX_BYTES", "MAX_ARTICLES"])
@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "many", "1e999", " "])
def test_a_number_that_can_not_be_worked_with_is_refused(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=f"POSTURE_{name}={text!r}") as refused:
        read(tmp_path, **{f"POSTURE_{name}": text})
    assert "such as" in refused.value.remedy


def test_no_pause_and_no_older_version_can_be_asked_for(tmp_path: Path) -> None:
    settings = read(tmp_path, POSTURE_HOST_INTERVAL="0", POSTURE_KEEP_VERSIONS="0")
    assert (settings.host_interval, settings.keep_versions) == (0, 0)
    with pytest.raises(ConfigError):
        read(tmp_path, POSTURE_HOST_INTERVAL="nan")


@pytest.mark.parametrize("text", ["2GB", "500mb", "1.5 GiB", " 3G ", ".5TB", "80%", "100 %", "0.5GB"])
def test_a_size_that_is_taken_is_one_that_duckdb_takes(text: str, tmp_path: Path) -> None:
    limit = read(tmp_path, POSTURE_MEMORY_LIMIT=text).memory_limit
    with duckdb.connect() as connection:
        connection.execute("SET memory_limit = $limit", {"limit": limit})


@pytest.mark.parametrize("text", ["lots", "100", "0GB", "150%", "0%", "2 gigs", "GB", "1;2GB", "-2GB"])
def test_a_size_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="POSTURE_MEMORY_LIMIT"):
        read(tmp_path, POSTURE_MEMORY_LIMIT=text)
