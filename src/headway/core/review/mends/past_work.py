"""Work that lies in the past and has not begun is put after the data date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.reschedule_unfinished import RescheduleUnfinished
from headway.core.plan.entities import ConstraintKind
from headway.core.review.logic import has_begun
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.rule import Asked
    from headway.core.review.values import Result


def offer(asked: Asked, result: Result) -> Iterator[Offer]:
    """A start after the data date for the first task of each chain; what follows moves with it."""
    reviewed = asked.reviewed
    found = {row.task for row in result.rows if can_move(reviewed, reviewed.plan.tasks[row.task])}
    for row in result.rows:
        before = {link.predecessor for link in reviewed.predecessors.get(row.task, ())}
        if row.task in found and not before & found:
            yield Offer(result.rule, RescheduleUnfinished(row.task), (row.task,))


def can_move(reviewed: Reviewed, task: Task) -> bool:
    """Whether nothing but the calendar holds a task in the past: no work done, no dates typed, no other constraint."""
    free = task.constraint is None or task.constraint.kind is ConstraintKind.START_NO_EARLIER_THAN
    start = reviewed.schedule.dates(task.id).start
    return free and not has_begun(task) and task.manual is None and start is not None
