"""Every case says whose rule it is."""

from __future__ import annotations

import ast
from pathlib import Path

HERE = Path(__file__).parent


def test_every_case_names_its_source() -> None:
    """Source: house rule: a case without a source cannot be argued with."""
    silent = [
        f"{path.name}::{node.name}"
        for path in sorted(HERE.glob("test_*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if "Source: " not in (ast.get_docstring(node) or "")
    ]
    assert not silent, f"say in the docstring where the rule comes from: {silent}"
