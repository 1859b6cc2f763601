"""The public library: reading, scheduling, and leaving plans as they are."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

import headway
from headway.core.plan.entities import Calendar, External, Link, Shift, Task
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
    with pytest.raises(ValueError, match="there are no rules 'asta'; say 'msproject' or 'p6'"):
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


@pytest.mark.parametrize("name", ["Build", " Build ", "2"])
def test_a_task_goes_by_name_or_code(name: str) -> None:
    schedule = headway.schedule(PLAN)
    assert headway.explain(schedule, name) == headway.explain(schedule, 2)


def test_an_activity_code_will_do() -> None:
    tasks = {**PLAN.tasks, 2: Task(2, "Build", duration=9_600, external=External(code="A1020"))}
    schedule = headway.schedule(Plan(PLAN.project, tasks, PLAN.links, PLAN.calendars))
    assert headway.explain(schedule, "A1020").task.id == 2


def test_a_name_that_several_tasks_have_is_refused() -> None:
    tasks = {**PLAN.tasks, 3: Task(3, "Build", duration=9_600)}
    schedule = headway.schedule(Plan(PLAN.project, tasks, PLAN.links, PLAN.calendars))
    with pytest.raises(KeyError, match=r"2 tasks .* one of \[2, 3\]"):
        headway.explain(schedule, "Build")


def test_a_name_that_no_task_has_is_refused() -> None:
    with pytest.raises(KeyError, match="no task with the code or name 'Paint'"):
        headway.explain(headway.schedule(PLAN), "Paint")


def test_a_plan_is_reviewed_as_its_schedule_is() -> None:
    found = headway.review(PLAN)
    assert found.score == headway.review(headway.schedule(PLAN)).score
    assert found.result("dcma-01").status.value == "pass"


def test_what_there_is_to_use_can_be_listed() -> None:
    assert dir(headway) == sorted(headway.__all__)


def test_importing_the_library_is_quick_and_starts_no_compiler() -> None:
    code = "import sys, headway; print(any(name in sys.modules for name in ('numba', 'numpy', 'jpype')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
