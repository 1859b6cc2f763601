"""Our own source files, parsed once, for the gates that read them."""

from __future__ import annotations

import ast
import io
import tokenize
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "headway"


@dataclass(frozen=True)
class Source:
    """A parsed file; ``name`` is its path from the checkout, with slashes."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    @property
    def is_test(self) -> bool:
        return self.name.startswith("tests/")


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file under ``src``, ``tests`` and ``benchmarks``, in order of name."""
    paths = [path for folder in ("src", "tests", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, path.relative_to(ROOT).as_posix(), text, ast.parse(text, filename=str(path)))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(source: Source) -> list[Function]:
    """All functions and methods of a file, inner ones included."""
    return [node for node in ast.walk(source.tree) if isinstance(node, Function)]


def docstring_lines(node: ast.AST) -> int:
    """How many lines the docstring of a module, class or function takes."""
    body = getattr(node, "body", [])
    first = body[0] if body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return (first.end_lineno or first.lineno) - first.lineno + 1
    return 0


def code_lines(source: Source) -> int:
    """Lines that are not blank, comment or docstring."""
    skip = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type not in skip:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)
