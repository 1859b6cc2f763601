"""The columns are those that the page on documents promises."""

from __future__ import annotations

import re

import pytest

from headway.core.plan.entities import Task, TaskKind
from headway.core.plan.plan import Plan
from headway.formats.tables.columns import (
    COLUMNS,
    FIRST_NOT_PRINTED,
    MOST_CUSTOM,
    Kind,
    custom_names,
    kind_of,
    spelled,
)
from headway.formats.tables.rows import tables_of
from tests.gates.sources import ROOT


def test_every_column_of_the_file_is_on_the_page_and_no_other() -> None:
    page = (ROOT / "docs/reference/documents.md").read_text(encoding="utf-8")
    table = page.partition("| column | what |")[2].partition("\n\n")[0]
    named = {name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert named == {column.key for column in COLUMNS if column.key} | {"drivers"}


def test_keys_and_titles_are_unique() -> None:
    for names in ([each.key for each in COLUMNS if each.key], [each.title for each in COLUMNS if each.title]):
        assert len(names) == len(set(names))
    assert FIRST_NOT_PRINTED in [each.title for each in COLUMNS]


@pytest.mark.parametrize(
    ("task", "kind"),
    [
        (Task(1), "task"),
        (Task(1, milestone=True), "milestone"),
        (Task(1, kind=TaskKind.START_MILESTONE), "start milestone"),
        (Task(1, kind=TaskKind.LEVEL_OF_EFFORT), "level of effort"),
        (Task(1, kind=TaskKind.WBS), "summary"),
    ],
)
def test_kinds_in_words(task: Task, kind: str) -> None:
    assert kind_of(tables_of(Plan(tasks={1: task})).tasks[0]) == kind


@pytest.mark.parametrize(
    ("value", "kind", "number"),
    [
        (7_200, Kind.DAYS, 1.5),
        (-4_800, Kind.DAYS, -1),
        (4_801, Kind.MINUTES, 480.1),
        (333, Kind.PERCENT, 3.33),
        (12_345, Kind.MONEY, 1.23),
        (None, Kind.DAYS, None),
    ],
)
def test_numbers_in_their_unit(value: int | None, kind: Kind, number: float | None) -> None:
    assert spelled(value, kind, 480) == number


def test_custom_fields_have_an_end() -> None:
    custom: dict[str, str | int | float | bool] = {f"Field {number}": number for number in range(MOST_CUSTOM + 50)}
    assert len(custom_names(tables_of(Plan(tasks={1: Task(1, custom=custom)})).tasks)) == MOST_CUSTOM
