"""The real thing: Airflow's own scheduler on the sample site, in folders of its own, then questions to the database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from newsroom.server import serve
from posture.release import query
from posture.settings import REPOSITORY, Settings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@dataclass
class Desk:
    """One person's checkout: data, Airflow home, and how to start things there."""

    root: Path
    more: dict[str, str] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        return Settings(home=self.root / "data")

    @property
    def environment(self) -> dict[str, str]:
        ours = {"POSTURE_HOME": str(self.settings.home), "POSTURE_AIRFLOW_HOME": str(self.root / "airflow-home")}
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("AIRFLOW", "POSTURE"))}
        return {**kept, **ours, **self.more}

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "posture.local", *arguments],
            env=self.environment, cwd=REPOSITORY, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def run(self, *arguments: str) -> tuple[int, str]:
        process = self.start(*(arguments or ("run",)))
        shown = process.communicate()[0]
        return process.returncode, shown

    def left_running(self) -> list[str]:
        """Processes that were started for this desk and are still there."""
        found = []
        for process in psutil.process_iter():
            try:
                if process.status() != "zombie" and process.environ().get("AIRFLOW_HOME") == str(
                    self.root / "airflow-home"
                ):
                    found.append(" ".join(process.cmdline()))
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue
        return found

    def count(self, table: str) -> int:
        return int(query.query(self.settings, f"SELECT count(*) AS n FROM {table}").to_pylist()[0]["n"])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.run("down")
    assert desk.left_running() == []


def wait_for_line(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdout is not None
    seen = []
    for line in process.stdout:
        seen.append(line)
        if words in line:
            return
    pytest.fail(f"never said {words!r}:\n{''.join(seen)}")


def test_a_first_run_publishes_and_a_second_changes_nothing(desk: Desk) -> None:
    code, shown = desk.run()
    assert code == 0, shown
    assert "Published a new version" in shown
    assert desk.left_running() == []
    records, articles = desk.count("records"), desk.count("articles")
    assert articles >= 30
    assert records > 100
    assert desk.count("strength") > 5
    assert desk.count("disputes") > 0
    assert query.query(desk.settings, "FROM records WHERE evidence_quote = ''").num_rows == 0
    version = desk.settings.current.readlink()

    code, shown = desk.run()
    assert code == 0, shown
    assert "Nothing new was published" in shown
    assert ", 0 new" in shown
    assert desk.settings.current.readlink() == version
    assert (desk.count("records"), desk.count("articles")) == (records, articles)
    assert desk.left_running() == []


def test_a_run_on_an_inbox_killed_while_publishing_is_made_good_by_the_next(desk: Desk, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "note.txt").write_text(
        "US troops in Syria\n\nThe United States has about 900 troops in Syria, the Pentagon said on March 1, 2025.\n"
    )
    desk.more = {"POSTURE_INBOX": str(inbox)}
    process = desk.start("run")
    wait_for_line(process, "publish ")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert desk.left_running(), "the kill came too late to test anything"

    code, shown = desk.run()
    assert code == 0, shown
    assert "interrupted run(s)" in shown
    assert desk.left_running() == []
    found = query.query(desk.settings, "SELECT best, country_code FROM strength WHERE force_code = 'USA'").to_pylist()
    assert found == [{"best": 900, "country_code": "SYR"}]


def test_a_run_goes_through_an_airflow_that_is_up_and_on_without_a_source_that_fails(desk: Desk) -> None:
    with serve(breaks={"harbour-wire": "500"}) as site:
        catalogue = REPOSITORY / "include" / "posture" / "collect" / "newsroom.yaml"
        desk.more = {"POSTURE_SOURCES": str(catalogue), "POSTURE_NEWSROOM_URL": site.url, "POSTURE_RETRIES": "0"}
        code, shown = desk.run("up")
        assert code == 0, shown
        assert "Password" in shown
        assert len(desk.left_running()) >= 4

        code, shown = desk.run()
        assert code == 0, shown
    assert "Airflow is up already" in shown
    assert "Sources that could not be reached" in shown
    assert "ingest.collect_source[harbour-wire]" in shown
    assert "500" in shown
    assert len(desk.left_running()) >= 4
    sources = query.query(desk.settings, "SELECT DISTINCT source_code FROM articles").to_pylist()
    others = {"levant-monitor", "defence-brief", "sahel-dispatch", "country-reports"}
    assert {row["source_code"] for row in sources} == others

    assert "Airflow is stopped" in desk.run("down")[1]
    assert desk.left_running() == []


def test_an_interrupted_run_leaves_nothing_behind(desk: Desk) -> None:
    process = desk.start("run")
    wait_for_line(process, "waits for Airflow")
    process.send_signal(signal.SIGINT)
    shown = process.communicate(timeout=60)[0]
    assert process.returncode == 130
    assert "Interrupted" in shown
    assert desk.left_running() == []
