from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pytest

from headway.cli import app, kernels
from headway.core.plan.plan import Rules
from headway.formats.own import encode_own
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Answer(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.out)


@pytest.fixture
def headway(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Answer]:
    """Run a command line in this process, as in a pipe of 80 columns, with a warm engine."""
    monkeypatch.setitem(os.environ, "NUMBA_CACHE_DIR", str(tmp_path / "kernels"))
    monkeypatch.delenv("COLUMNS", raising=False)
    for rules in Rules:
        kernels.mark_warm(rules)

    def run(*arguments: object) -> Answer:
        code = app.run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return run


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """The invented plan in our own format, which no Java machine has to read."""
    path = tmp_path / "bridge.headway"
    path.write_bytes(encode_own(example()))
    return path
