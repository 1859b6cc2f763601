"""A scheduled plan carries its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.plan.entities import Assignment, Part, Progress, Resource, SavedDates, Task, TaskKind
from headway.core.plan.plan import Rules
from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import plan_from

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

MONDAY = instant("2027-03-01", 4_800)
TUESDAY = instant("2027-03-02", 4_800)
DAY = 14_400


def with_task(plan: Plan, task_id: int, **fields: object) -> Plan:
    task = msgspec.structs.replace(plan.tasks[task_id], **fields)
    return msgspec.structs.replace(plan, tasks=plan.tasks | {task_id: task})


def as_p6(plan: Plan) -> Plan:
    return msgspec.structs.replace(plan, project=msgspec.structs.replace(plan.project, rules=Rules.P6))


def test_every_task_has_the_dates_computed() -> None:
    plan = plan_from("A 1d\nB 3d\nC 1d after A")
    found = schedule(plan)
    saved = dated(found).saved
    assert saved.keys() == plan.tasks.keys()
    for task_id, dates in saved.items():
        computed = found.dates(task_id)
        assert (dates.start, dates.finish) == (computed.start, computed.finish)
        assert (dates.early_start, dates.early_finish) == (computed.early_start, computed.early_finish)
        assert (dates.late_start, dates.late_finish) == (computed.late_start, computed.late_finish)
        assert (dates.total_float, dates.free_float) == (computed.total_float, computed.free_float)
        assert dates.critical == computed.critical


def test_dates_of_before_are_gone() -> None:
    plan = plan_from("A 1d")
    stale = msgspec.structs.replace(plan, saved={1: SavedDates(1, start=7), 99: SavedDates(99, start=8)})
    assert dated(schedule(stale)).saved.keys() == {1}
    assert dated(schedule(stale)).saved[1].start == MONDAY


def test_the_rest_of_the_plan_stays() -> None:
    plan = plan_from("A 1d\nB 3d after A")
    answer = dated(schedule(plan))
    assert answer.tasks == plan.tasks
    assert answer.links == plan.links
    assert answer.calendars == plan.calendars


def test_the_same_dates_come_out_again() -> None:
    once = dated(schedule(plan_from("A 1d\nB 3d after A\nC 2d")))
    assert dated(schedule(once)) == once


def test_the_project_ends_when_its_work_does() -> None:
    found = schedule(plan_from("A 1d\nB 3d after A"))
    assert dated(found).project.finish == found.finish == instant("2027-03-04", 10_200)


def test_a_finish_that_is_given_stays() -> None:
    plan = plan_from("A 1d")
    given = instant("2027-03-31", 10_200)
    backward = msgspec.structs.replace(plan.project, from_finish=True, finish=given)
    assert dated(schedule(msgspec.structs.replace(plan, project=backward))).project.finish == given


def test_elements_of_a_work_breakdown_have_no_dates() -> None:
    plan = as_p6(plan_from("A 1d"))
    plan = msgspec.structs.replace(plan, tasks=plan.tasks | {9: Task(9, "Phase", kind=TaskKind.WBS, rank="z")})
    assert dated(schedule(plan)).saved.keys() == {1}


def test_microsoft_project_knows_no_longest_path() -> None:
    saved = dated(schedule(plan_from("A 1d"))).saved[1]
    assert saved.longest_path is None
    assert saved.remaining_early_start is None


def test_p6_keeps_the_longest_path_and_what_is_left() -> None:
    saved = dated(schedule(as_p6(plan_from("A 1d\nB 3d")))).saved
    assert (saved[1].longest_path, saved[2].longest_path) == (False, True)
    assert saved[2].remaining_early_start == saved[2].early_start == MONDAY
    assert saved[2].remaining_late_finish == saved[2].late_finish


def test_finished_work_of_p6_has_nothing_left() -> None:
    done = Progress(actual_start=MONDAY, actual_finish=instant("2027-03-01", 10_200), percent_complete=10_000)
    plan = as_p6(with_task(plan_from("A 1d\nB 1d"), 1, progress=done))
    saved = dated(schedule(plan)).saved
    assert saved[1].remaining_early_start is None
    assert saved[2].remaining_early_start is not None


@pytest.mark.parametrize(
    ("before", "start", "finish", "expected"),
    [
        ((MONDAY, MONDAY + 5_400), MONDAY, MONDAY + 5_400, (TUESDAY, TUESDAY + 5_400)),
        ((MONDAY, MONDAY + 5_400), MONDAY + 600, MONDAY + 1_200, (TUESDAY + 600, TUESDAY + 1_200)),
        ((MONDAY, MONDAY + 5_400), None, None, (TUESDAY, TUESDAY + 5_400)),
        (None, None, None, (TUESDAY, TUESDAY + 5_400)),
        (None, MONDAY, MONDAY + 5_400, (MONDAY, MONDAY + 5_400)),
    ],
    ids=["with the task", "inside the task", "no dates yet", "nothing known", "on its own"],
)
def test_assignments_go_with_their_task(
    before: tuple[int, int] | None, start: int | None, finish: int | None, expected: tuple[int, int]
) -> None:
    plan = plan_from("A 1d\nB 1d after A")
    plan = msgspec.structs.replace(
        plan,
        resources={1: Resource(1, "Mason")},
        assignments={1: Assignment(1, 2, 1, work=4_800, start=start, finish=finish)},
        saved={} if before is None else {2: SavedDates(2, start=before[0], finish=before[1])},
    )
    moved = dated(schedule(plan)).assignments[1]
    assert (moved.start, moved.finish) == expected


def test_an_assignment_to_no_task_stays() -> None:
    plan = plan_from("A 1d")
    lost = Assignment(1, 1, None, start=MONDAY, finish=MONDAY + 5_400)
    plan = msgspec.structs.replace(plan, assignments={1: lost})
    assert dated(schedule(plan)).assignments[1] == lost


@pytest.mark.parametrize("begun", [False, True])
def test_parts_move_with_a_task_that_has_not_begun(begun: bool) -> None:
    parts = (Part(MONDAY, MONDAY + 5_400), Part(MONDAY + 2 * DAY, MONDAY + 2 * DAY + 5_400))
    progress = Progress(actual_start=MONDAY, percent_complete=1_000) if begun else None
    plan = with_task(plan_from("A 1d\nB 3d after A"), 2, parts=parts, progress=progress)
    plan = msgspec.structs.replace(plan, saved={2: SavedDates(2, start=MONDAY, finish=parts[1].finish)})
    moved = dated(schedule(plan)).tasks[2].parts
    distance = 0 if begun else DAY
    assert moved == tuple(Part(part.start + distance, part.finish + distance) for part in parts)
