"""Rules of STYLE.md that no off-the-shelf linter knows."""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from tests.gates.sources import ROOT, Source, functions, sources

BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools", "stuff"}
BANNED_TEXTS = (
    re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users)/\w+"),
    re.compile(r"--(?:extra-)?index-url|--find-links"),
)
PATHS_ALLOWED = {"tests/gates/test_house_rules.py"}
_TEXT_ENDINGS = {".py", ".md", ".toml", ".lock", ".pyi", ".txt", ".xml", ".yml", ".html", ".css", ".json", ""}
_MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def test_modules_are_named_by_a_noun() -> None:
    bad = [source.name for source in sources() if BANNED_NAMES & set(source.name.removesuffix(".py").split("/"))]
    assert not bad, f"name these by what they are about: {bad}"


def test_imports_stand_at_the_top() -> None:
    inside = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        if not source.is_test
        for function in functions(source)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and not late_import_has_reason(source, node.lineno)
    ]
    assert not inside, f"imports inside functions hide cycles; say why with a '# late: reason' comment: {inside}"


def late_import_has_reason(source: Source, line: int) -> bool:
    return "# late: " in source.text.splitlines()[line - 1]


def test_no_module_keeps_mutable_state() -> None:
    found = [f"{s.name}:{line}" for s in sources() if not s.is_test for line in mutable_state(s.tree)]
    assert not found, f"module state changes under the feet of every caller; pass it in: {found}"


def mutable_state(tree: ast.Module) -> list[int]:
    """Lines with a ``global`` statement, or a collection bound to a module name that is not a constant's."""
    lines = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)]
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = getattr(node, "value", None)
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        if isinstance(value, _MUTABLE) and any(name.upper() != name and name != "__all__" for name in names):
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("cache = {}", [1]),
        ("KINDS = {'a': 1}", []),
        ("__all__ = ['a']", []),
        ("def f():\n    global x", [2]),
        ("seen: list[int] = []", [1]),
    ],
)
def test_mutable_state_is_seen(code: str, expected: list[int]) -> None:
    assert mutable_state(ast.parse(code)) == expected


def committed_texts() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    return [name for name in names if (ROOT / name).suffix in _TEXT_ENDINGS and name not in PATHS_ALLOWED]


def test_no_machine_leaks_into_the_repository() -> None:
    found = [
        f"{name}:{number}: {match.group()}"
        for name in committed_texts()
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").splitlines(), start=1)
        for pattern in BANNED_TEXTS
        if (match := pattern.search(line)) and name != "bin/lock"
    ]
    assert not found, f"absolute paths of one machine, or addresses of a package index: {found}"


def test_every_module_says_what_it_is_about() -> None:
    silent = [
        s.name for s in sources() if s.tree.body and not ast.get_docstring(s.tree) and s.path.name != "conftest.py"
    ]
    assert not silent, f"a line at the top that says what this is: {silent}"


def test_what_others_use_of_the_core_is_documented() -> None:
    used = {name for source in sources() if not source.is_test for name in imported_from_other_packages(source)}
    silent = [
        f"{source.name}::{node.name}"
        for source in sources()
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef)
        and (module_name(source), node.name) in used
        and module_name(source).startswith("headway.core")
        and not ast.get_docstring(node)
    ]
    assert not silent, f"say shapes, units, errors: {silent}"


def module_name(source: Source) -> str:
    return source.name.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported_from_other_packages(source: Source) -> list[tuple[str, str]]:
    """Module and name of what a file takes from a package that is not its own."""
    package = module_name(source).rpartition(".")[0]
    return [
        (node.module or "", alias.name)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[0] != package
        for alias in node.names
    ]
