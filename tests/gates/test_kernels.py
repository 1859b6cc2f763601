"""Kernels never allocate: their reference counting is switched off, so what they made would never be freed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "headway" / "core"
DECORATORS = ("kernel", "inlined")
MAKERS = ("empty", "zeros", "ones", "full", "arange", "array", "copy", "concatenate", "append", "extend")


def kernels() -> list[tuple[str, ast.FunctionDef]]:
    """Every function compiled through ``headway.core.kernel``, with where it stands."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(name_of(d) in DECORATORS for d in node.decorator_list):
                found.append((f"{path.relative_to(SOURCE)}:{node.name}", node))
    return found


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def test_there_are_kernels() -> None:
    assert len(kernels()) > 50


@pytest.mark.parametrize(("where", "function"), kernels(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_kernel_makes_no_array_list_or_string(where: str, function: ast.FunctionDef) -> None:
    for node in ast.walk(function):
        assert not isinstance(node, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.JoinedStr), where
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else name_of(node.func)
            assert called not in MAKERS, f"{where} calls {called}"
