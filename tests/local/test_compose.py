"""docker-compose.yaml: what can be known of it without a Docker engine."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from posture.local import compose
from posture.settings import REPOSITORY, Settings

FILE = REPOSITORY / "docker-compose.yaml"
DOCUMENT: dict[str, Any] = yaml.safe_load(FILE.read_text())
SERVICES: dict[str, dict[str, Any]] = DOCUMENT["services"]
ONCE = {"airflow-init"}
AIRFLOW = [name for name in SERVICES if name.startswith("airflow-")]


def dependencies(service: dict[str, Any]) -> dict[str, dict[str, str]]:
    return dict(service.get("depends_on", {}))


def test_it_has_the_services_of_airflows_own_compose_file() -> None:
    parts = {"apiserver", "scheduler", "dag-processor", "worker", "triggerer", "init"}
    assert {name.removeprefix("airflow-") for name in AIRFLOW} == parts
    assert {"postgres", "redis"} <= set(SERVICES)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_whole(name: str) -> None:
    service = SERVICES[name]
    assert "image" in service
    assert name in ONCE or {"test", "interval", "timeout", "retries"} <= set(service["healthcheck"])
    for needed, condition in dependencies(service).items():
        assert needed in SERVICES
        how = condition["condition"]
        assert how != "service_completed_successfully" or needed in ONCE
        assert how != "service_healthy" or "healthcheck" in SERVICES[needed]
    for volume in service.get("volumes", []):
        assert volume.split(":")[0] in DOCUMENT["volumes"]


def test_a_service_that_runs_once_is_waited_for_and_not_restarted() -> None:
    assert SERVICES["airflow-init"]["restart"] == "no"
    for name in set(AIRFLOW) - ONCE:
        assert "airflow-init" in dependencies(SERVICES[name])


@pytest.mark.parametrize("name", AIRFLOW)
def test_all_of_airflow_shares_image_data_and_logs(name: str) -> None:
    service = SERVICES[name]
    assert service["build"] == "."
    assert set(service["volumes"]) == {"posture-data:/data", "airflow-logs:/opt/airflow/logs"}
    assert service["environment"]["POSTURE_HOME"] == "/data"
    assert service["environment"]["AIRFLOW__CORE__EXECUTOR"] == "CeleryExecutor"


@pytest.mark.parametrize("name", AIRFLOW)
def test_every_airflow_option_that_is_set_exists(name: str) -> None:
    from airflow.configuration import conf

    options = conf.configuration_description
    for variable in SERVICES[name]["environment"]:
        if variable.startswith("AIRFLOW__"):
            section, option = variable.removeprefix("AIRFLOW__").lower().split("__", 1)
            assert option in options[section]["options"], variable


def test_ports_are_open_on_loopback_only() -> None:
    published = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_every_secret_is_required_and_none_is_written_here() -> None:
    text = FILE.read_text()
    used = dict(re.findall(r"\$\{(\w+)(:[-?])", text))
    secret = {n for n in used if n.endswith(("PASSWORD", "KEY", "SECRET"))}
    assert len(secret) == 6
    assert {used[name] for name in secret} == {":?"}
    example = (REPOSITORY / ".env.example").read_text()
    assert {n for n in used if used[n] == ":?"} == set(re.findall(r"^(\w+)=$", example, re.MULTILINE))
    assert {n for n in used if used[n] == ":-"} == set(re.findall(r"^(?:# )?(\w+)=.+$", example, re.MULTILINE))


@pytest.mark.parametrize("name", AIRFLOW)
def test_every_setting_reaches_the_tasks(name: str) -> None:
    fixed = {"home", "newsroom_url"}
    not_there = {"inbox", "sql_dir", "suites_dir"}  # a folder of the host, and what belongs to the image
    for field in fields(Settings):
        if field.name not in not_there:
            variable = f"POSTURE_{field.name.upper()}"
            value = SERVICES[name]["environment"][variable]
            assert field.name in fixed or value.startswith(f"${{{variable}:-"), variable


def test_settings_of_the_example_are_the_defaults_and_none_becomes_a_secret() -> None:
    given = dict(re.findall(r"^# (POSTURE_\w+)=(.+)$", (REPOSITORY / ".env.example").read_text(), re.MULTILINE))
    del given["POSTURE_USER_AGENT"]
    assert Settings.from_environment({**given, "POSTURE_HOME": "/data"}) == Settings(home=Path("/data"))
    assert "\n# POSTURE_USER_AGENT=" in compose.filled((REPOSITORY / ".env.example").read_text())


def test_the_environment_is_filled_once_and_private(tmp_path: Path) -> None:
    target = tmp_path / ".env"
    assert compose.write_environment(target)
    before = target.read_text()
    assert target.stat().st_mode & 0o777 == 0o600
    assert not re.findall(r"^\w+=$", before, re.MULTILINE)
    values = dict(line.split("=", 1) for line in before.splitlines() if re.match(r"\w+=", line))
    assert len({v for n, v in values.items() if n.endswith(("PASSWORD", "KEY", "SECRET"))}) == 6
    assert not compose.write_environment(target)
    assert target.read_text() == before


def test_secrets_may_stand_in_an_address() -> None:
    values = re.findall(r"^\w+PASSWORD=(.+)$", compose.filled("POSTGRES_PASSWORD=\nREDIS_PASSWORD=\n"), re.MULTILINE)
    assert len(values) == 2
    assert all(re.fullmatch(r"[\w-]{16,}", value) for value in values)


def test_the_image_is_of_the_locked_airflow_and_packages() -> None:
    text = (REPOSITORY / "Dockerfile").read_text()
    (locked,) = re.findall(r"^apache-airflow==(\S+)", (REPOSITORY / "requirements.txt").read_text(), re.MULTILINE)
    assert f"apache/airflow:slim-{locked}-python3.11" in text
    assert "--require-hashes --requirement requirements.txt" in text
    kept = set((REPOSITORY / ".dockerignore").read_text().split())
    for source in re.findall(r"^COPY --chown=\S+ (.+) \S+$", text, re.MULTILINE):
        for name in source.split():
            assert f"!{name}" in kept, name
            assert (REPOSITORY / name).exists(), name


def command() -> list[str]:
    """Compose, whichever there is; its configuration can be read without an engine."""
    if (
        shutil.which("docker")
        and not subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode
    ):
        return ["docker", "compose"]
    return ["docker-compose"] if shutil.which("docker-compose") else []


@pytest.mark.skipif(not command(), reason="no compose to ask; the tests above stand in")
def test_compose_itself_reads_the_file(tmp_path: Path) -> None:
    compose.write_environment(tmp_path / ".env")
    # docker-compose 1.x, which Debian still packages, does not know `name`.
    text = re.sub(r"^name: .*\n", "", FILE.read_text(), flags=re.MULTILINE)
    (tmp_path / "docker-compose.yaml").write_text(text)
    done = subprocess.run([*command(), "config", "--quiet"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
