"""Puts in the place of a hard constraint what says the same without bending the logic: a deadline, or a date before
which the task does not start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Set
from headway.core.edits.edit import Edit, EditError, EditKind, named, task_of
from headway.core.message import Message, Moment, message
from headway.core.plan.entities import Constraint, ConstraintKind

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


HARD = frozenset(
    {
        ConstraintKind.START_NO_LATER_THAN,
        ConstraintKind.FINISH_NO_LATER_THAN,
        ConstraintKind.MUST_START_ON,
        ConstraintKind.MUST_FINISH_ON,
        ConstraintKind.START_ON,
        ConstraintKind.FINISH_ON,
    }
)
"""Constraints that hold a task although its logic says otherwise."""


class ReplaceConstraint(Edit, frozen=True, tag="replace_constraint"):
    """Instants: the deadline, or the date before which the task does not start; one of the two."""

    task: int
    deadline: int | None = None
    start_no_earlier: int | None = None


def expand(plan: Plan, edit: ReplaceConstraint) -> tuple[Change, ...]:
    """The hard constraint gone, the deadline or the softer constraint there.

    :class:`EditError` when the task has no hard constraint, has an earlier deadline, or neither or both dates are
    given.
    """
    task = task_of(plan, edit.task)
    if task.constraint is None or task.constraint.kind not in HARD:
        raise EditError(f"task {task.id} has no hard constraint")
    if (edit.deadline is None) == (edit.start_no_earlier is None):
        raise EditError("give a deadline or a date before which the task does not start, one of the two")
    if edit.start_no_earlier is not None:
        softer = Constraint(ConstraintKind.START_NO_EARLIER_THAN, edit.start_no_earlier)
        return (Set("task", task.id, "constraint", task.constraint, softer),)
    gone = Set("task", task.id, "constraint", task.constraint, None)
    if task.deadline is not None and task.deadline <= (edit.deadline or 0):
        # The deadline that is there asks for more: it says it all.
        return (gone,)
    return (gone, Set("task", task.id, "deadline", task.deadline, edit.deadline))


def describe(plan: Plan, edit: ReplaceConstraint) -> Message:
    """The constraint that goes and what comes in its place."""
    task = named(plan, edit.task)
    if edit.start_no_earlier is not None:
        return message("edit.replace_constraint.start", task=task, date=Moment(edit.start_no_earlier))
    return message("edit.replace_constraint.deadline", task=task, date=Moment(edit.deadline or 0, finish=True))


KIND = EditKind(ReplaceConstraint, expand, describe)
