"""The fields that scripts rely on stand on their page, and those that the page names are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.gates.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.unit.cli.conftest import Answer

    Run = Callable[..., Answer]

PAGE = ROOT / "docs" / "reference" / "answers.md"


def section(command: str) -> str:
    """What the page says about a command."""
    return next(part for part in PAGE.read_text().split("\n## ") if part.startswith(f"`{command}`"))


def fields_of(record: Any, depth: int) -> Iterator[str]:
    """Names of the fields of a record, and of the records in it to a depth."""
    if isinstance(record, list):
        for each in record:
            yield from fields_of(each, depth)
    elif isinstance(record, dict) and depth:
        for name, value in record.items():
            yield name
            yield from fields_of(value, depth - 1)


@pytest.mark.parametrize(
    ("command", "more", "depth"),
    [
        ("review", ("--since", "plan", "--fix", "all", "--dry-run"), 2),
        ("diff", ("plan",), 2),
        ("convert", ("-o", "out.csv"), 1),
        ("report", ("-o", "out.html"), 1),
    ],
)
def test_every_field_is_documented(
    headway: Run, plan_file: Path, tmp_path: Path, command: str, more: tuple[str, ...], depth: int
) -> None:
    arguments = [plan_file if each == "plan" else tmp_path / each if each.startswith("out") else each for each in more]
    answer = headway(command, plan_file, *arguments, "--json")
    assert answer.code == 0, answer.err
    known = set(re.findall(r"`([a-z_]+)`", section(command)))
    assert sorted(set(fields_of(answer.json, depth)) - known) == []


def test_a_task_is_the_record_that_is_documented(headway: Run, plan_file: Path) -> None:
    known = set(re.findall(r"`([a-z_]+)`", section("schedule")))
    dates = {f"{prefix}{end}" for prefix in ("", "early_", "late_") for end in ("start", "finish")}
    tasks = headway("schedule", plan_file, "--json").json["tasks"]
    assert set(fields_of(tasks, 1)) - dates <= known
