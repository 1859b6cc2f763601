"""A scheduled plan as a plan that carries its dates, to be written to a file or kept for comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import SavedDates, TaskKind
from headway.core.plan.plan import Rules

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan, Project
    from headway.core.schedule.result import Schedule, TaskDates


def dated(schedule: Schedule) -> Plan:
    """The plan of ``schedule`` with ``saved`` holding the dates computed, for every task that has dates of its own, and
    the project's computed end (its start where it is scheduled from the finish)."""
    compiled = schedule.compiled
    plan = compiled.plan
    p6 = plan.project.rules is Rules.P6
    longest = schedule.drivers.longest_path() if p6 else None
    saved = {
        task_id: _saved(task_id, schedule, None if longest is None else bool(longest[compiled.index[task_id]]))
        for task_id, task in plan.tasks.items()
        if task.kind is not TaskKind.WBS
    }
    return msgspec.structs.replace(plan, project=_project(schedule), saved=saved)


def _project(schedule: Schedule) -> Project:
    project = schedule.compiled.plan.project
    if project.from_finish:
        return project
    return msgspec.structs.replace(project, finish=schedule.finish)


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
