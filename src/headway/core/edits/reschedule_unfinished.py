"""Lets work that has not begun start after the data date instead of in the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Set
from headway.core.edits.edit import Edit, EditError, EditKind, named, task_of
from headway.core.message import Message, Moment, message
from headway.core.plan.entities import Constraint, ConstraintKind, Progress

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class RescheduleUnfinished(Edit, frozen=True, tag="reschedule_unfinished"):
    """``task`` starts no earlier than the data date of the plan."""

    task: int


def expand(plan: Plan, edit: RescheduleUnfinished) -> tuple[Change, ...]:
    """The task starts no earlier than the data date.

    :class:`EditError` without a data date, for work that has begun, for a task with dates typed by hand, and where
    another constraint says something that would be lost.
    """
    task, data_date = task_of(plan, edit.task), plan.project.data_date
    if data_date is None:
        raise EditError("the plan has no data date; set it to the day up to which progress is known")
    if has_begun(task.progress):
        raise EditError(f"task {task.id} has begun; say when the rest of its work goes on")
    if task.manual is not None:
        raise EditError(f"the dates of task {task.id} were typed by hand; type new ones")
    held = task.constraint
    if held is not None and held.kind is not ConstraintKind.START_NO_EARLIER_THAN:
        raise EditError(f"task {task.id} has another constraint ({held.kind}); decide which one holds")
    if held is not None and (held.date or 0) >= data_date:
        raise EditError(f"task {task.id} starts no earlier than the data date already")
    wanted = Constraint(ConstraintKind.START_NO_EARLIER_THAN, data_date)
    return (Set("task", task.id, "constraint", held, wanted),)


def has_begun(progress: Progress | None) -> bool:
    """Whether anything of a task is done."""
    return progress is not None and (
        progress.actual_start is not None or progress.actual_finish is not None or progress.percent_complete > 0
    )


def describe(plan: Plan, edit: RescheduleUnfinished) -> Message:
    """The task and the data date."""
    return message("edit.reschedule_unfinished", task=named(plan, edit.task), date=Moment(plan.project.data_date or 0))


KIND = EditKind(RescheduleUnfinished, expand, describe)
