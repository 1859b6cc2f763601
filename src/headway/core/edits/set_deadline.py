"""Sets or removes the deadline of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Set
from headway.core.edits.edit import Edit, EditError, EditKind, named, task_of
from headway.core.message import Message, Moment, message

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class SetDeadline(Edit, frozen=True, tag="set_deadline"):
    """``date`` is an instant, ``None`` for no deadline."""

    task: int
    date: int | None = None


def expand(plan: Plan, edit: SetDeadline) -> tuple[Change, ...]:
    """The deadline; :class:`EditError` when it is that already."""
    task = task_of(plan, edit.task)
    if task.deadline == edit.date:
        raise EditError(f"task {task.id} has that deadline already")
    return (Set("task", task.id, "deadline", task.deadline, edit.date),)


def describe(plan: Plan, edit: SetDeadline) -> Message:
    """The task and its new deadline."""
    task = named(plan, edit.task)
    if edit.date is None:
        return message("edit.set_deadline.none", task=task)
    return message("edit.set_deadline", task=task, date=Moment(edit.date, finish=True))


KIND = EditKind(SetDeadline, expand, describe)
