"""Sets or removes the date constraint of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Set
from headway.core.edits.edit import Edit, EditError, EditKind, named, task_of
from headway.core.message import Message, Moment, message
from headway.core.plan.entities import Constraint, ConstraintKind

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


_STARTS = (
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.START_NO_LATER_THAN,
    ConstraintKind.START_ON,
    ConstraintKind.MUST_START_ON,
)


class SetConstraint(Edit, frozen=True, tag="set_constraint"):
    """``kind`` is ``None`` for as soon as possible; ``date`` is an instant, for all kinds that need one."""

    task: int
    kind: ConstraintKind | None = None
    date: int | None = None


def expand(plan: Plan, edit: SetConstraint) -> tuple[Change, ...]:
    """The constraint; :class:`EditError` without the date it needs, or when it is that already."""
    task = task_of(plan, edit.task)
    needs = edit.kind not in (None, ConstraintKind.AS_LATE_AS_POSSIBLE)
    if needs and edit.date is None:
        raise EditError(f"the constraint of task {task.id} needs a date")
    wanted = None if edit.kind is None else Constraint(edit.kind, edit.date if needs else None)
    if task.constraint == wanted:
        raise EditError(f"task {task.id} has that constraint already")
    return (Set("task", task.id, "constraint", task.constraint, wanted),)


def describe(plan: Plan, edit: SetConstraint) -> Message:
    """The task and what holds it from now on."""
    task = named(plan, edit.task)
    if edit.kind is None:
        return message("edit.set_constraint.none", task=task)
    if edit.date is None:
        return message(f"edit.set_constraint.{edit.kind}", task=task)
    date = Moment(edit.date, finish=edit.kind not in _STARTS)
    return message(f"edit.set_constraint.{edit.kind}", task=task, date=date)


KIND = EditKind(SetConstraint, expand, describe)
