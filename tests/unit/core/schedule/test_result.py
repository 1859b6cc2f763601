"""What the engine answers."""

from __future__ import annotations

import pytest

from headway.core.schedule import Schedule, TaskDates, schedule
from headway.core.schedule.result import present
from headway.core.time import NEVER
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import compiled_from, dates_of, plan_from, solved_from


def test_dates_of_a_task() -> None:
    found = schedule(plan_from("A 1d\nB 3d"))
    assert found.dates(1) == TaskDates(
        start=instant("2027-03-01", 4_800),
        finish=instant("2027-03-01", 10_200),
        early_start=instant("2027-03-01", 4_800),
        early_finish=instant("2027-03-01", 10_200),
        late_start=instant("2027-03-03", 4_800),
        late_finish=instant("2027-03-03", 10_200),
        total_float=9_600,
        free_float=9_600,
        start_float=9_600,
        finish_float=9_600,
        critical=False,
    )
    assert found.finish == instant("2027-03-03", 10_200)


def test_an_unknown_task() -> None:
    with pytest.raises(KeyError):
        schedule(plan_from("A 1d")).dates(7)


def test_dates_are_plain_numbers() -> None:
    dates = schedule(plan_from("A 1d")).dates(1)
    assert type(dates.start) is int
    assert type(dates.critical) is bool


def test_missing_is_none() -> None:
    assert present(NEVER) is None
    assert present(0) == 0


@pytest.mark.parametrize(
    ("line", "critical"),
    [
        ("A 5d", True),
        ("A 1d", False),
        ("A 5d actual start=2027-03-01 finish=2027-03-05", False),
        ("A 5d inactive", False),
        ("A 1d ALAP", True),
    ],
)
def test_critical(line: str, critical: bool) -> None:
    assert dates_of(solved_from(f"{line}\nX 5d"), "A").critical is critical


def test_a_schedule_knows_what_it_was_computed_from() -> None:
    compiled = compiled_from("A 1d")
    found = solved_from("A 1d")
    assert isinstance(found, Schedule)
    assert found.compiled.task_ids == compiled.task_ids
    assert found.arrays.size == compiled.network.tasks.size
