"""A scheduled plan as a plan that carries its dates, to be written to a file or kept for comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Part, SavedDates, TaskKind
from headway.core.plan.plan import Rules

if TYPE_CHECKING:
    from headway.core.plan.entities import Assignment, Task
    from headway.core.plan.plan import Plan, Project
    from headway.core.schedule.result import Schedule, TaskDates

Saved = dict[int, SavedDates]


def dated(schedule: Schedule) -> Plan:
    """The plan of ``schedule`` with ``saved`` holding the dates computed, for every task that has dates of its own.

    What follows the dates of its task goes with them: assignments, the parts of split tasks that have not begun (moved
    as far as their task), and the project's finish unless the plan is scheduled from there.
    """
    plan = schedule.compiled.plan
    longest = schedule.drivers.longest_path() if plan.project.rules is Rules.P6 else None
    saved: Saved = {}
    for task_id, task in plan.tasks.items():
        if task.kind is not TaskKind.WBS:
            on_path = None if longest is None else bool(longest[schedule.compiled.index[task_id]])
            saved[task_id] = _saved(task_id, schedule, on_path)
    return msgspec.structs.replace(
        plan,
        project=_project(schedule),
        tasks={key: _with_parts(task, plan.saved.get(key), saved.get(key)) for key, task in plan.tasks.items()},
        assignments={key: _moved(each, plan.saved, saved) for key, each in plan.assignments.items()},
        saved=saved,
    )


def _project(schedule: Schedule) -> Project:
    project = schedule.compiled.plan.project
    return project if project.from_finish else msgspec.structs.replace(project, finish=schedule.finish)


def _saved(task_id: int, schedule: Schedule, longest_path: bool | None) -> SavedDates:
    task, dates = schedule.compiled.plan.tasks[task_id], schedule.dates(task_id)
    saved = SavedDates(
        task=task_id,
        start=dates.start,
        finish=dates.finish,
        early_start=dates.early_start,
        early_finish=dates.early_finish,
        late_start=dates.late_start,
        late_finish=dates.late_finish,
        total_float=dates.total_float,
        free_float=dates.free_float,
        critical=dates.critical,
        longest_path=longest_path,
    )
    done = task.progress is not None and task.progress.actual_finish is not None
    return saved if longest_path is None or done else _with_remaining(saved, dates)


def _with_remaining(saved: SavedDates, dates: TaskDates) -> SavedDates:
    """P6 keeps the early and late dates of what is left of unfinished work; its early dates are those."""
    return msgspec.structs.replace(
        saved,
        remaining_early_start=dates.early_start,
        remaining_early_finish=dates.early_finish,
        remaining_late_start=dates.late_start,
        remaining_late_finish=dates.late_finish,
    )


def _moved(assignment: Assignment, before: Saved, after: Saved) -> Assignment:
    """An assignment that lay with its task lies with it again, another is moved as far as the task's end it is near."""
    new = after.get(assignment.task)
    if new is None:
        return assignment
    old = before.get(assignment.task)
    start = _followed(assignment.start, None if old is None else old.start, new.start)
    finish = _followed(assignment.finish, None if old is None else old.finish, new.finish)
    if (start, finish) == (assignment.start, assignment.finish):
        return assignment
    return msgspec.structs.replace(assignment, start=start, finish=finish)


def _followed(own: int | None, old: int | None, new: int | None) -> int | None:
    if own is None or new is None:
        return own if new is None else new
    return own if old is None else own + new - old


def _with_parts(task: Task, old: SavedDates | None, new: SavedDates | None) -> Task:
    begun = task.progress is not None and task.progress.actual_start is not None
    if not task.parts or begun or new is None or new.start is None:
        return task
    distance = new.start - (task.parts[0].start if old is None or old.start is None else old.start)
    if not distance:
        return task
    return msgspec.structs.replace(
        task, parts=tuple(Part(part.start + distance, part.finish + distance) for part in task.parts)
    )
