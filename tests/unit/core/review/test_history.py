"""What a mend never touches, looked for in the changes themselves."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.changes import Change, Put, Remove, Set
from headway.core.plan.entities import Assignment, Constraint, ConstraintKind, Link, LinkKind, Progress, Task
from headway.core.review.history import touched_past
from headway.messages import render
from tests.drawn import build
from tests.drawn.words import instant

PLAN = build(
    """
    project: start 2027-03-01; data date 2027-03-08
    Done 2d; actual start=2027-03-01 finish=2027-03-02
    Begun 9d after Done; actual start=2027-03-03; percent 20; MFO 2027-03-19
    Open 2d after Begun; SNET 2027-03-02
    Phase after Done
      Inner 2d; percent 10
    """
)
DONE, BEGUN, OPEN, PHASE = (PLAN.tasks[n] for n in (1, 2, 3, 4))
TUESDAY, THURSDAY = instant("2027-03-02", 4_800), instant("2027-03-11", 4_800)
NOT_BEFORE = ConstraintKind.START_NO_EARLIER_THAN


def said(*changes: Change) -> str | None:
    found = touched_past(PLAN, changes)
    return None if found is None else render(found)


def replaced(task: Task, **fields: object) -> Put:
    return Put("task", task, msgspec.structs.replace(task, **fields))


@pytest.mark.parametrize(
    "change",
    [
        Set("task", 3, "deadline", None, THURSDAY),
        Set("task", 3, "constraint", OPEN.constraint, None),
        Set("task", 3, "constraint", OPEN.constraint, Constraint(NOT_BEFORE, THURSDAY)),
        Set("task", 3, "duration", OPEN.duration, 4_800),
        Set("task", 2, "constraint", BEGUN.constraint, None),
        Set("task", 2, "deadline", None, THURSDAY),
        Put("task", None, Task(9, "New")),
        Put("link", None, Link(9, 1, 3)),
        Put("link", None, Link(9, 2, 4)),
        Set("link", 2, "lag", 0, 4_800),
        Remove("link", PLAN.links[2]),
        Remove("link", PLAN.links[1]),
        replaced(OPEN, name="Renamed"),
    ],
    ids=repr,
)
def test_what_is_still_to_come_is_free(change: Change) -> None:
    assert said(change) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Set("task", 1, "name", "Done", "Dug"), "'Done' has begun or is done"),
        (Set("task", 1, "deadline", None, THURSDAY), "'Done' has begun or is done"),
        (Remove("task", DONE), "'Done' has begun or is done"),
        (replaced(BEGUN, duration=4_800), "'Begun' has begun or is done"),
        (Set("task", 2, "duration", BEGUN.duration, 4_800), "'Begun' has begun or is done"),
        (Set("task", 2, "progress", BEGUN.progress, None), "'Begun' has begun or is done"),
        (Set("task", 3, "progress", None, Progress(percent_complete=10_000)), "the progress of 'Open'"),
        (replaced(OPEN, progress=Progress(actual_start=TUESDAY)), "the progress of 'Open'"),
        (Put("task", None, Task(9, "New", progress=Progress(percent_complete=1))), "the progress of 'New'"),
        (Put("task", None, Task(9, "New", deadline=TUESDAY)), "a date before the data date"),
        (Set("task", 3, "deadline", None, TUESDAY - 10), "'Open' a date before the data date"),
        (
            Set("task", 3, "constraint", OPEN.constraint, Constraint(NOT_BEFORE, TUESDAY + 10)),
            "'Open' a date before the data date",
        ),
        (replaced(OPEN, deadline=TUESDAY + 10), "'Open' a date before the data date"),
        (Put("link", None, Link(9, 3, 1)), "the logic of 'Done'"),
        (Put("link", None, Link(9, 3, 2, LinkKind.FF)), "the logic of 'Begun'"),
        (Set("link", 1, "lag", 0, 4_800), "the logic of 'Begun'"),
        (Put("assignment", None, Assignment(1, 3)), "more than tasks and links (assignment)"),
        (Set("project", 0, "data_date", PLAN.project.data_date, THURSDAY), "more than tasks and links (project)"),
    ],
    ids=repr,
)
def test_what_has_happened_is_not(change: Change, reason: str) -> None:
    found = said(change)
    assert found is not None
    assert reason in found


def test_a_date_that_the_task_had_already_may_stay_under_another_kind() -> None:
    before = OPEN.constraint
    assert before is not None
    assert said(Set("task", 3, "constraint", before, Constraint(ConstraintKind.MUST_START_ON, before.date))) is None


def test_one_change_among_many_is_enough() -> None:
    free = Set("task", 3, "deadline", None, THURSDAY)
    assert said(free, free, Set("task", 1, "name", "Done", "Dug")) is not None


def test_a_plan_without_a_data_date_has_no_past_but_what_was_done() -> None:
    plan = msgspec.structs.replace(PLAN, project=msgspec.structs.replace(PLAN.project, data_date=None))
    assert touched_past(plan, [Set("task", 3, "deadline", None, TUESDAY - 10)]) is None
    assert touched_past(plan, [Set("task", 1, "deadline", None, THURSDAY)]) is not None
