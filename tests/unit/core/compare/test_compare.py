"""Counting agreement: which tasks and fields are compared, and what counts as the same instant."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest

from headway.core.compare import Comparison, compare
from headway.core.compare.compare import FIELDS, INSTANTS
from headway.core.plan.entities import Calendar, Link, SavedDates, Shift, Task, TaskKind
from headway.core.plan.plan import Plan, Project
from headway.core.schedule import Schedule, schedule
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_MINUTE, TENTHS_PER_WEEK, to_instant

MONDAY = to_instant(datetime(2027, 3, 1, 8, 0))
WORKDAY = (Shift(4_800, 7_200), Shift(7_800, 10_200))
WEEK = Calendar(1, "Standard", days=(WORKDAY,) * 5 + ((),) * 2)
FRIDAY_EVENING = to_instant(datetime(2027, 3, 5, 17, 0))
NEXT_MONDAY = to_instant(datetime(2027, 3, 8, 8, 0))
PLAN = Plan(
    Project(start=MONDAY, calendar=1),
    tasks={
        1: Task(1, "Dig a week", duration=5 * 4_800),
        2: Task(2, "Build a week", duration=5 * 4_800),
        3: Task(3, "Watch", duration=4_800),
    },
    links={1: Link(1, 1, 2)},
    calendars={1: WEEK},
)


def solved() -> Schedule:
    return schedule(PLAN)


def saved_as_computed(plan: Plan) -> dict[int, SavedDates]:
    """For each task the dates that we compute ourselves."""
    found = schedule(plan)
    return {i: SavedDates(i, **{name: getattr(found.dates(i), name) for name in FIELDS}) for i in plan.tasks}


def compared(saved: dict[int, SavedDates], plan: Plan = PLAN) -> Comparison:
    return compare(schedule(msgspec.structs.replace(plan, saved=saved)))


def test_equal_dates_agree_in_every_field() -> None:
    found = compared(saved_as_computed(PLAN))
    assert found.share == 1.0
    assert (found.tasks, found.tasks_equal, found.differences) == (3, 3, ())
    assert {name: (count.compared, count.equal) for name, count in found.fields.items()} == dict.fromkeys(
        FIELDS, (3, 3)
    )


def test_without_saved_dates_there_is_nothing_to_compare() -> None:
    found = compared({})
    assert (found.tasks, found.differences) == (0, ())
    assert found.share == 1.0
    assert all(count.compared == 0 and count.share == 1.0 for count in found.fields.values())


def test_a_task_without_saved_dates_is_not_counted() -> None:
    saved = saved_as_computed(PLAN)
    del saved[3]
    assert compared(saved).tasks == 2


@pytest.mark.parametrize("field", FIELDS)
def test_an_empty_field_is_not_compared(field: str) -> None:
    saved = saved_as_computed(PLAN)
    saved[1] = msgspec.structs.replace(saved[1], **{field: None})
    found = compared(saved)
    assert found.fields[field].compared == 2
    assert found.tasks_equal == 3


@pytest.mark.parametrize("field", FIELDS)
def test_a_difference_is_told_with_both_values(field: str) -> None:
    saved = saved_as_computed(PLAN)
    ours: int = getattr(saved[2], field)
    saved[2] = msgspec.structs.replace(saved[2], **{field: ours + TENTHS_PER_WEEK})
    found = compared(saved)
    told = [(d.task, d.field, d.saved, d.computed) for d in found.differences]
    assert told == [(2, field, ours + TENTHS_PER_WEEK, ours)]
    assert (found.tasks, found.tasks_equal) == (3, 2)
    assert found.share == pytest.approx(2 / 3)
    assert found.fields[field].share == pytest.approx(2 / 3)
    assert all(count.share == 1.0 for name, count in found.fields.items() if name != field)


def test_several_differences_of_one_task_count_the_task_once() -> None:
    saved = saved_as_computed(PLAN)
    saved[1] = msgspec.structs.replace(saved[1], start=NEXT_MONDAY, finish=MONDAY)
    found = compared(saved)
    assert [d.field for d in found.differences] == ["start", "finish"]
    assert found.tasks_equal == 2


def test_differences_stand_in_the_order_of_the_plan() -> None:
    saved = {
        i: msgspec.structs.replace(s, start=NEXT_MONDAY + TENTHS_PER_DAY) for i, s in saved_as_computed(PLAN).items()
    }
    assert [d.task for d in compared(saved).differences] == list(PLAN.tasks)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("field", FIELDS)
def test_less_than_a_minute_is_rounding(field: str, sign: int) -> None:
    saved = saved_as_computed(PLAN)
    saved[3] = msgspec.structs.replace(saved[3], **{field: getattr(saved[3], field) + sign * (TENTHS_PER_MINUTE - 1)})
    assert compared(saved).tasks_equal == 3


@pytest.mark.parametrize(("field", "inwards"), [("start", 1), ("finish", -1), ("late_finish", -1)])
def test_a_working_minute_is_a_difference(field: str, inwards: int) -> None:
    saved = saved_as_computed(PLAN)
    saved[1] = msgspec.structs.replace(saved[1], **{field: getattr(saved[1], field) + inwards * TENTHS_PER_MINUTE})
    assert [d.field for d in compared(saved).differences] == [field]


def test_friday_evening_is_monday_morning() -> None:
    assert solved().dates(1).finish == FRIDAY_EVENING
    assert solved().dates(2).start == NEXT_MONDAY
    saved = saved_as_computed(PLAN)
    saved[1] = msgspec.structs.replace(saved[1], finish=NEXT_MONDAY)
    saved[2] = msgspec.structs.replace(saved[2], start=FRIDAY_EVENING)
    assert compared(saved).tasks_equal == 3


@pytest.mark.parametrize("field", INSTANTS)
def test_the_middle_of_a_free_day_is_the_same_instant_of_work(field: str) -> None:
    saved = saved_as_computed(PLAN)
    sunday_noon = to_instant(datetime(2027, 3, 7, 12, 0))
    task = 2 if getattr(saved[2], field) == NEXT_MONDAY else 1
    if getattr(saved[task], field) not in (FRIDAY_EVENING, NEXT_MONDAY):
        sunday_noon, task = MONDAY - TENTHS_PER_DAY, 1  # the Sunday before the project
    saved[task] = msgspec.structs.replace(saved[task], **{field: sunday_noon})
    assert compared(saved).tasks_equal == 3


def test_float_is_compared_as_a_number() -> None:
    saved = saved_as_computed(PLAN)
    saved[1] = msgspec.structs.replace(saved[1], total_float=TENTHS_PER_MINUTE)
    assert [(d.field, d.saved, d.computed) for d in compared(saved).differences] == [("total_float", 10, 0)]


def test_a_date_that_our_rules_do_not_give_equals_nothing() -> None:
    plan = msgspec.structs.replace(PLAN, tasks={**PLAN.tasks, 3: msgspec.structs.replace(PLAN.tasks[3], inactive=True)})
    found = compared({3: SavedDates(3, start=MONDAY)}, plan)
    ours = schedule(plan).dates(3).start
    assert (found.tasks_equal == 1) == (ours == MONDAY)


def test_summaries_are_left_to_their_members() -> None:
    tasks = {**PLAN.tasks, 9: Task(9, "All of it"), 1: msgspec.structs.replace(PLAN.tasks[1], parent=9)}
    plan = msgspec.structs.replace(PLAN, tasks=tasks)
    saved = saved_as_computed(plan)
    saved[9] = SavedDates(9, start=NEXT_MONDAY, finish=MONDAY)
    found = compared(saved, plan)
    assert (found.tasks, found.differences) == (3, ())


def test_elements_of_a_work_breakdown_have_no_dates_of_their_own() -> None:
    plan = msgspec.structs.replace(PLAN, tasks={**PLAN.tasks, 9: Task(9, "Empty", kind=TaskKind.WBS)})
    assert compared({9: SavedDates(9, start=MONDAY)}, plan).tasks == 0


def test_comparing_changes_neither_plan_nor_dates() -> None:
    plan = msgspec.structs.replace(PLAN, saved={1: SavedDates(1, start=NEXT_MONDAY)})
    found = schedule(plan)
    before = [found.dates(i) for i in plan.tasks]
    compare(found)
    assert [found.dates(i) for i in plan.tasks] == before
    assert plan.saved == {1: SavedDates(1, start=NEXT_MONDAY)}


def test_saved_dates_are_never_an_input() -> None:
    late = MONDAY + 77 * TENTHS_PER_DAY
    nonsense = {i: SavedDates(i, start=late, finish=late, early_start=late, late_finish=late) for i in PLAN.tasks}
    plan = msgspec.structs.replace(PLAN, saved=nonsense)
    assert [schedule(plan).dates(i) for i in PLAN.tasks] == [solved().dates(i) for i in PLAN.tasks]


def test_inactive_tasks_are_left_out() -> None:
    """They have no dates of ours, so there is nothing to compare."""
    resting = msgspec.structs.replace(PLAN.tasks[3], inactive=True)
    plan = msgspec.structs.replace(PLAN, tasks=PLAN.tasks | {3: resting})
    found = compared(saved_as_computed(PLAN), plan)
    assert (found.tasks, found.tasks_equal) == (2, 2)
