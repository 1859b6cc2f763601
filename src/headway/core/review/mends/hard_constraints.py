"""Hard constraints become deadlines, or dates before which a task does not start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.calendar.kernels import finish_at, work_at
from headway.core.edits.replace_constraint import ReplaceConstraint
from headway.core.plan.entities import ConstraintKind
from headway.core.plan.plan import Rules
from headway.core.review.logic import has_begun
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Constraint, Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.rule import Asked
    from headway.core.review.values import Result

_STARTS_ON = (ConstraintKind.MUST_START_ON, ConstraintKind.START_ON)
_FINISHES = (ConstraintKind.MUST_FINISH_ON, ConstraintKind.FINISH_NO_LATER_THAN)


def offer(asked: Asked, result: Result) -> Iterator[Offer]:
    """The softer form of each first constraint that is hard, for work that has not begun."""
    for row in result.rows:
        task = asked.reviewed.plan.tasks[row.task]
        if task.constraint is None or task.constraint.date is None or has_begun(task) or task.manual is not None:
            continue
        edit = softened(asked.reviewed, task, task.constraint)
        if edit is not None:
            yield Offer(result.rule, edit, (task.id,))


def softened(reviewed: Reviewed, task: Task, constraint: Constraint) -> ReplaceConstraint | None:
    """What says the same: a promise about the finish is a deadline, one about the start a date to start from.

    P6 has no deadlines, so a promise about the finish stays there what it is.
    """
    date = constraint.date or 0
    if constraint.kind in _STARTS_ON:
        return ReplaceConstraint(task.id, start_no_earlier=date)
    if reviewed.plan.project.rules is Rules.P6:
        return None
    if constraint.kind in _FINISHES:
        return ReplaceConstraint(task.id, deadline=date)
    if constraint.kind is ConstraintKind.START_NO_LATER_THAN:
        return ReplaceConstraint(task.id, deadline=finish_from(reviewed, task, date))
    return None


def finish_from(reviewed: Reviewed, task: Task, start: int) -> int:
    """When the task would be finished if it began at ``start`` (instants): by then it is late."""
    if task.elapsed:
        return start + task.duration
    calendars = reviewed.schedule.compiled.calendars
    at = calendars.at(task.calendar if task.calendar is not None else reviewed.plan.project.calendar)
    working_time = calendars.working_time
    return int(finish_at(working_time, at, work_at(working_time, at, start) + task.duration))
