"""The docs tell the truth: generated pages are fresh, commands and tasks exist, questions can be asked, links work."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from docs import generate
from docs.generators import cli as cli_page
from docs.generators import rejections

from factory import Ledger
from ledgers import load
from posture import __main__ as command

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "include").rglob("README.md")])
#: What a section of the runbook says of its task.
SECTION = ("**Does:**", "**Red means", "do:**", "**Data:**", "**Safe to clear?**")
#: Machines' own paths; in pieces, so that this file does not hold them.
MACHINE_PATHS = re.compile(
    r"(?<![\w.])/" + "(" + "|".join(("work/(main|shared)", "far" + "m/", "tmp/" + "(w/|bash_jobs)")) + ")"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ── generated pages ──


def test_generated_pages_are_fresh(capsys: pytest.CaptureFixture[str]):
    assert generate.main(["--check"]) == 0, capsys.readouterr().err


def test_no_feed_is_listed_twice():
    lines = (DOCS / "sources.md").read_text("utf-8").splitlines()
    feeds = [feed for line in lines for feed in re.findall(r"`(?:rss|atom|\w+)` [\w.-]+/[^ ;|]*", line)]
    assert len(feeds) > 20
    assert len(feeds) == len(set(feeds))


def test_a_stale_page_is_named_with_its_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert generate.main([], tmp_path) == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(generate.PAGES)
    page = tmp_path / "sources.md"
    page.write_text(page.read_text("utf-8") + "\nadded by hand\n", encoding="utf-8")
    capsys.readouterr()
    assert generate.main(["--check"], tmp_path) == 1
    told = capsys.readouterr().err
    assert "stale: docs/sources.md" in told
    assert "added by hand" in told
    assert "make docs" in told


def test_every_reason_code_has_its_sentence():
    """A new one is described in docs/generators/reasons.py; a sentence whose code is gone goes too."""
    assert rejections.undescribed() == []


# ── commands ──


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_make_targets_that_are_named_exist(page: Path):
    code = "\n".join(re.findall(r"```.*?```|`[^`]+`", page.read_text("utf-8"), re.DOTALL))
    named = set(re.findall(r"\bmake\s+([a-z]+)\b", code))
    assert named <= targets()


def test_the_readme_names_the_two_commands_and_every_posture_command():
    assert "make run" in README
    assert "make test" in README
    missing = [n for n in cli_page.subcommands(command._parser()) if f"| `posture {n}` |" not in README]
    assert not missing


def test_every_command_and_argument_has_help():
    parser = command._parser()
    for name, sub in cli_page.subcommands(parser).items():
        assert cli_page._help(parser, name), name
        for action in sub._actions:
            assert action.help or action.choices, f"posture {name} {action.dest}"


def test_every_environment_variable_is_documented():
    sources = [p for folder in ("include", "dags", "plugins", "benchmarks") for p in (ROOT / folder).rglob("*.py")]
    read = {
        name for path in sources for name in re.findall(r"[\"'](POSTURE_[A-Z_]+[A-Z])[\"']", path.read_text("utf-8"))
    }
    told = "\n".join(page.read_text("utf-8") for page in PAGES)
    assert read
    assert not [name for name in sorted(read) if name not in told]


# ── the runbook ──


def tasks() -> Iterator[str]:
    """`<dag>.<task>` of every task, from the source."""
    for path in sorted((ROOT / "dags").glob("*.py")):
        functions = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.FunctionDef)]
        for dag in (f for f in functions if decorator(f, "dag")):
            for task in (f for f in ast.walk(dag) if isinstance(f, ast.FunctionDef) and decorator(f, "task")):
                given = [k.value for k in getattr(decorator(task, "task"), "keywords", []) if k.arg == "task_id"]
                yield f"{dag.name}.{ast.literal_eval(given[0]) if given else task.name}"


def decorator(function: ast.FunctionDef, name: str) -> ast.expr | None:
    return next((d for d in function.decorator_list if ast.unparse(d).partition("(")[0] == name), None)


def sections() -> dict[str, str]:
    parts = re.split(r"^## (.+)$", (DOCS / "runbook.md").read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_runbook_has_a_heading_for_each_task_and_no_other_task():
    there = [title for title in sections() if re.fullmatch(r"[a-z_]+\.[a-z_]+", title)]
    assert sorted(there) == sorted(tasks())


@pytest.mark.parametrize("task", sorted(tasks()))
def test_each_section_of_the_runbook_says_what_an_operator_needs(task: str):
    text = sections()[task]
    assert not [label for label in SECTION if label.lower() not in text.lower()]


def test_each_dag_sends_its_operator_to_the_sections_of_its_tasks():
    for path in sorted((ROOT / "dags").glob("*.py")):
        text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        mine = [task for task in tasks() if task.startswith(f"{path.stem}.")]
        assert not [task for task in mine if f"`{task}`" not in text]


# ── what can be tried ──


def statements() -> Iterator[tuple[str, str]]:
    for page in [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]:
        for block in re.findall(r"```sql\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            for statement in filter(str.strip, block.split(";")):
                yield name_of(page), statement.strip()


def test_every_sql_question_of_the_docs_can_be_asked():
    ledger = Ledger()
    ledger.record(ledger.article("2024-03-01"), how_many=900)
    ledger.record(ledger.article("2025-01-10", source="bravo"), how_many=2000, dates=("2024-12-01", "2024-12-31"))
    asked = dict(statements())
    with duckdb.connect(":memory:") as connection:
        load(connection, ledger)
        for page, statement in statements():
            assert connection.execute(statement).fetchall() is not None, page
        two_clocks = next(s for _, s in statements() if "as told then" in s)
        answers = {row[0]: row[1] for row in connection.execute(two_clocks).fetchall()}
    assert "README.md" in asked
    assert answers == {"as told then": 900, "as known since": 2000}


# ── links, paths, records of decisions ──


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_lead_to_files(page: Path):
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    links = [unquote(link.partition("#")[0]) for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    dead = [link for link in links if link and "://" not in link and not (page.parent / link).exists()]
    assert not dead


def test_the_runbook_has_no_relative_links():
    """It is shown in Airflow's UI too, where they would lead nowhere."""
    assert not re.findall(r"\]\((?!https?://)", (DOCS / "runbook.md").read_text("utf-8"))


def test_no_path_of_a_machine_is_in_the_repository():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.splitlines()
    if not names:
        pytest.skip("not a git checkout")
    found = []
    for name in names:
        try:
            text = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        if MACHINE_PATHS.search(text):
            found.append(name)
    assert not found


def test_decisions_are_numbered_without_gaps_and_say_why():
    records = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    index = (DOCS / "decisions" / "README.md").read_text("utf-8")
    for path in records:
        text = path.read_text("utf-8")
        assert text.startswith(f"# {path.name[:4]} ")
        assert [label for label in ("**Context.**", "**Decision.**", "**Consequences.**") if label not in text] == []
        assert f"]({path.name})" in index


def test_the_version_is_the_changelogs_newest():
    version = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    newest = re.search(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert version
    assert newest
    assert version[1] == newest[1]
