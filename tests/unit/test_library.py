"""The public library: reading, scheduling, and leaving plans as they are."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

import headway
from headway.core.plan.entities import Calendar, Link, Shift, Task
from headway.core.plan.plan import Plan, Project

if TYPE_CHECKING:
    from pathlib import Path

    from headway.core.schedule import Schedule

MONDAY = datetime(2027, 3, 1, 8, 0)
DAY = (Shift(4_800, 7_200), Shift(7_800, 10_200))
WEEK = Calendar(1, "Standard", days=(DAY,) * 5 + ((),) * 2)
PLAN = Plan(
    Project(name="Two steps", start=headway.to_instant(MONDAY), calendar=1),
    tasks={1: Task(1, "Dig", duration=4_800), 2: Task(2, "Build", duration=9_600)},
    links={1: Link(1, 1, 2)},
    calendars={1: WEEK},
)


def finish(schedule: Schedule, task: int) -> datetime:
    moment = schedule.dates(task).finish
    assert moment is not None
    return headway.to_datetime(moment)


def test_a_plan_made_in_python_is_scheduled() -> None:
    schedule = headway.schedule(PLAN)
    assert finish(schedule, 1) == MONDAY.replace(hour=17)
    assert finish(schedule, 2) == datetime(2027, 3, 3, 17, 0)


@pytest.mark.parametrize("rules", ["msproject", "p6"])
def test_both_rule_sets_can_be_asked_for(rules: str) -> None:
    schedule = headway.schedule(PLAN, rules=rules)  # type: ignore[arg-type]
    assert finish(schedule, 2) == datetime(2027, 3, 3, 17, 0)


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(ValueError, match="asta"):
        headway.schedule(PLAN, rules="asta")  # type: ignore[arg-type]


def test_a_data_date_moves_unfinished_work_and_not_the_plan() -> None:
    as_of = MONDAY + timedelta(days=7)
    schedule = headway.schedule(PLAN, as_of=as_of)
    assert finish(schedule, 2) == datetime(2027, 3, 10, 17, 0)
    assert PLAN.project.data_date is None
    assert finish(headway.schedule(PLAN), 2) == datetime(2027, 3, 3, 17, 0)


def test_a_file_that_is_no_plan_says_so(tmp_path: Path) -> None:
    photo = tmp_path / "plan.mpp"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(headway.PlanFileError, match=r"plan\.mpp"):
        headway.read(photo)


def test_a_date_is_explained_in_a_sentence() -> None:
    answer = headway.explain(headway.schedule(PLAN), 2)
    assert answer.start.cause == "link"
    assert headway.render(answer.start.message) == "Starts Tue 2 Mar 2027 because 'Dig' finishes Mon 1 Mar."


def test_a_task_that_is_not_there_cannot_be_explained() -> None:
    with pytest.raises(KeyError):
        headway.explain(headway.schedule(PLAN), 3)
