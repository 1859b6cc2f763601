"""What a mend never touches: what has happened.

One place looks at the changes themselves, whatever edit they come from: actual dates and progress, tasks that are done,
the logic into them, baselines, and the past as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Put, Remove, Set
from headway.core.message import Message, TaskName, message
from headway.core.plan.entities import Link, Task
from headway.core.review.logic import has_begun
from headway.core.review.reviewed import DONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.core.changes import Change
    from headway.core.plan.plan import Plan

_OPEN_FIELDS = ("constraint", "secondary_constraint", "deadline")
"""All that a mend may change of a task that has begun."""
_FREE = ("task", "link")
"""Entities that a mend may change at all."""


def touched_past(plan: Plan, changes: Iterable[Change]) -> Message | None:
    """The first thing of the past that ``changes`` of ``plan`` would touch, ``None`` when they touch nothing of it."""
    parents = frozenset(task.parent for task in plan.tasks.values())
    for change in changes:
        if change.entity not in _FREE:
            return message("fix.past.entity", entity=change.entity)
        found = _of_task(plan, change) if change.entity == "task" else _of_link(plan, change, parents)
        if found is not None:
            return found
    return None


def _of_task(plan: Plan, change: Change) -> Message | None:
    """A task that has begun keeps all but its constraints; dates that are new lie after the data date."""
    before = plan.tasks.get(change.id) if isinstance(change, Set) else change.before
    after = None if isinstance(change, Remove) else change.after
    if before is not None and has_begun(before):
        fields = (change.field,) if isinstance(change, Set) else _differing(before, after)
        if _is_done(before) or any(field not in _OPEN_FIELDS for field in fields):
            return message("fix.past.begun", task=TaskName(before.id, before.name))
    if isinstance(change, Set):
        if change.field == "progress":
            return message("fix.past.progress", task=_name(plan, change.id))
        return _new_date(plan, change.id, _dates_in(change), before)
    if after is not None and after.progress != (None if before is None else before.progress):
        return message("fix.past.progress", task=TaskName(after.id, after.name))
    return None if after is None else _new_date(plan, after.id, _dates_of(after), before)


def _differing(before: Task, after: Task | None) -> tuple[str, ...]:
    fields = Task.__struct_fields__
    return tuple(field for field in fields if after is None or getattr(before, field) != getattr(after, field))


def _is_done(task: Task) -> bool:
    progress = task.progress
    return progress is not None and (progress.actual_finish is not None or progress.percent_complete >= DONE)


def _dates_of(task: Task) -> set[int]:
    """Dates that hold a task: of its constraints, and its deadline."""
    constraints = (task.constraint, task.secondary_constraint)
    dates = {task.deadline, *(each.date for each in constraints if each is not None)}
    return {date for date in dates if date is not None}


def _dates_in(change: Set) -> set[int]:
    """Dates that a changed field holds the task by from now on."""
    if change.field not in _OPEN_FIELDS:
        return set()
    date = change.after if change.field == "deadline" else getattr(change.after, "date", None)
    return {date} if isinstance(date, int) else set()


def _new_date(plan: Plan, task_id: int, dates: set[int], before: Task | None) -> Message | None:
    """A date before the data date that the task did not have."""
    data_date = plan.project.data_date
    fresh = dates - (_dates_of(before) if before is not None else set())
    if data_date is None or all(date >= data_date for date in fresh):
        return None
    return message("fix.past.date", task=_name(plan, task_id))


def _of_link(plan: Plan, change: Change, parents: frozenset[int]) -> Message | None:
    """No link into a task that is done changes, and none that is new or other leads into one that has begun."""
    before = plan.links.get(change.id) if isinstance(change, Set) else change.before
    after = before if isinstance(change, Set) else change.after if isinstance(change, Put) else None
    for link, is_new in ((before, False), (after, True)):
        task = plan.tasks.get(link.successor) if isinstance(link, Link) else None
        if task is None or task.id in parents or not has_begun(task):
            continue
        if _is_done(task) or is_new:
            return message("fix.past.link", task=TaskName(task.id, task.name))
    return None


def _name(plan: Plan, task_id: int) -> TaskName:
    task = plan.tasks.get(task_id)
    return TaskName(task_id, task.name if task is not None else "")
