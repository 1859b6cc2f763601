"""Loading the engine while a file is read."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from headway.cli import engine, loading
from headway.cli.failures import BadFileError
from headway.core.plan.plan import Rules


@pytest.mark.parametrize(
    ("name", "asked", "rules"),
    [
        ("plan.mpp", None, Rules.MSPROJECT),
        ("PLAN.XER", None, Rules.P6),
        ("plan.pmxml", None, Rules.P6),
        ("plan.xer", Rules.MSPROJECT, Rules.MSPROJECT),
    ],
)
def test_the_rules_are_guessed_from_the_ending_unless_asked_for(name: str, asked: Rules | None, rules: Rules) -> None:
    assert engine.likely_rules(loading.Asked(Path(name), rules=asked)) is rules


def test_a_file_that_cannot_be_read_leaves_no_work_behind(tmp_path: Path) -> None:
    before = threading.active_count()
    with pytest.raises(BadFileError):
        engine.schedule_file(loading.Asked(tmp_path / "none.mpp"))
    assert threading.active_count() == before
