"""What must hold in tasks and in what hangs on them: fields of their own, references, assignments."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Assignment, ConstraintKind, Part, Progress, Resource, Task
from headway.core.plan.graph import parent_cycles
from headway.core.plan.invariants.problem import Problem
from headway.core.plan.invariants.ranges import LONGEST, bad_dates
from headway.core.plan.outline import ROOT
from headway.core.plan.ranks import is_rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.plan import Plan

_TASK_DATES = ("deadline", "expected_finish")
_PROGRESS_DATES = ("actual_start", "actual_finish", "stop", "resume", "suspended")
_PERCENTAGES = ("percent_complete", "physical_percent", "work_percent")
_ASSIGNMENT_DATES = ("actual_start", "actual_finish", "start", "finish", "stop", "resume")
_ASSIGNMENT_SPANS = ("work", "actual_work", "remaining_work", "overtime_work")
_MOST_URGENT = 1_000


def check_tasks(plan: Plan) -> Iterator[Problem]:
    """Every task by itself, then cycles of parents."""
    known_ranks: dict[str, bool] = {}
    for task in plan.tasks.values():
        if task.rank not in known_ranks:
            known_ranks[task.rank] = is_rank(task.rank)
        if not known_ranks[task.rank]:
            yield Problem("task.rank_characters", "task", task.id, "rank", task.rank)
        yield from _references(plan, task)
        yield from _amounts(task)
        if task.progress is not None:
            yield from _progress(plan, task.id, task.progress)
        if task.constraint is not None or task.secondary_constraint is not None:
            yield from _constraints(task)
        if task.manual is not None or task.parts or task.estimate is not None or task.custom:
            yield from _rare(task)
    parents = {number: task.parent if task.parent != ROOT else None for number, task in plan.tasks.items()}
    for cycle in parent_cycles(parents):
        yield Problem("task.parent_cycle", "task", cycle[0], "parent", tasks=cycle)


def _references(plan: Plan, task: Task) -> Iterator[Problem]:
    if task.parent != ROOT and task.parent not in plan.tasks:
        yield Problem("task.parent_missing", "task", task.id, "parent", other=task.parent)
    if task.calendar is not None and task.calendar not in plan.calendars:
        yield Problem("task.calendar_missing", "task", task.id, "calendar", other=task.calendar)
    if task.agile is not None and task.agile.sprint is not None and task.agile.sprint not in plan.sprints:
        yield Problem("task.sprint_missing", "task", task.id, "agile", other=task.agile.sprint)


def _amounts(task: Task) -> Iterator[Problem]:
    if task.duration < 0:
        yield Problem("task.duration_negative", "task", task.id, "duration", task.duration)
    elif task.duration > LONGEST:
        yield Problem("task.duration_out_of_range", "task", task.id, "duration", task.duration)
    if not 0 <= task.priority <= _MOST_URGENT:
        yield Problem("task.priority_out_of_range", "task", task.id, "priority", task.priority)
    if task.deadline is not None or task.expected_finish is not None:
        yield from bad_dates("task.date_out_of_range", "task", task.id, task, _TASK_DATES)


def _progress(plan: Plan, number: int, progress: Progress) -> Iterator[Problem]:
    start, finish, data_date = progress.actual_start, progress.actual_finish, plan.project.data_date
    if finish is not None and start is None:
        yield Problem("task.actual_finish_without_start", "task", number, "progress", finish)
    if finish is not None and start is not None and finish < start:
        yield Problem("task.actual_finish_before_start", "task", number, "progress", finish)
    if data_date is not None and max(start or data_date, finish or data_date) > data_date:
        yield Problem("task.actual_after_data_date", "task", number, "progress", max(start or 0, finish or 0))
    if progress.stop is not None and progress.resume is not None and progress.resume < progress.stop:
        yield Problem("task.resume_before_stop", "task", number, "progress", progress.resume)
    if progress.remaining_duration is not None and progress.remaining_duration < 0:
        yield Problem("task.remaining_negative", "task", number, "progress", progress.remaining_duration)
    if progress.actual_duration is not None and progress.actual_duration < 0:
        yield Problem("task.actual_negative", "task", number, "progress", progress.actual_duration)
    for field in _PERCENTAGES:
        percent = getattr(progress, field)
        if percent is not None and not 0 <= percent <= 10_000:
            yield Problem("task.percent_out_of_range", "task", number, f"progress.{field}", percent)
    yield from bad_dates("task.date_out_of_range", "task", number, progress, _PROGRESS_DATES, within="progress.")


def _constraints(task: Task) -> Iterator[Problem]:
    for field in ("constraint", "secondary_constraint"):
        constraint = getattr(task, field)
        if constraint is None or constraint.kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
            continue
        if constraint.date is None:
            yield Problem("task.constraint_without_date", "task", task.id, field, constraint.kind.value)
        yield from bad_dates("task.date_out_of_range", "task", task.id, constraint, ("date",), within=f"{field}.")


def _rare(task: Task) -> Iterator[Problem]:
    manual, estimate = task.manual, task.estimate
    if manual is not None:
        if manual.start is not None and manual.finish is not None and manual.finish < manual.start:
            yield Problem("task.manual_finish_before_start", "task", task.id, "manual", manual.finish)
        if manual.duration is not None and manual.duration < 0:
            yield Problem("task.duration_negative", "task", task.id, "manual.duration", manual.duration)
        yield from bad_dates("task.date_out_of_range", "task", task.id, manual, ("start", "finish"), within="manual.")
    if not _in_order(task.parts):
        yield Problem("task.parts_order", "task", task.id, "parts")
    if estimate is not None and not 0 <= estimate.minimum <= estimate.likely <= estimate.maximum:
        yield Problem("task.estimate_order", "task", task.id, "estimate", estimate.likely)
    for name, value in (task.custom or {}).items():
        if isinstance(value, float) and not math.isfinite(value):
            yield Problem("task.custom_not_finite", "task", task.id, f"custom.{name}", str(value))


def _in_order(parts: tuple[Part, ...]) -> bool:
    """True when each part has a length or none and starts no earlier than the one before ends."""
    ends = [moment for part in parts for moment in (part.start, part.finish)]
    return all(early <= late for early, late in pairwise(ends))


def check_resources(plan: Plan) -> Iterator[Problem]:
    """Every resource, then cycles of parents."""
    for resource in plan.resources.values():
        yield from _resource(plan, resource)
    for cycle in parent_cycles({number: each.parent for number, each in plan.resources.items()}):
        yield _named_cycle(plan, cycle)


def _named_cycle(plan: Plan, cycle: tuple[int, ...]) -> Problem:
    names = tuple(plan.resources[number].name for number in cycle)
    problem = Problem("resource.parent_cycle", "resource", cycle[0], "parent", name=names[0], names=names)
    return msgspec.structs.replace(problem, value=" > ".join(map(str, cycle)))


def _resource(plan: Plan, resource: Resource) -> Iterator[Problem]:
    number, name = resource.id, resource.name
    if resource.calendar is not None and resource.calendar not in plan.calendars:
        yield Problem("resource.calendar_missing", "resource", number, "calendar", other=resource.calendar, name=name)
    if resource.parent is not None and resource.parent not in plan.resources:
        yield Problem("resource.parent_missing", "resource", number, "parent", other=resource.parent, name=name)
    if resource.max_units < 0:
        yield Problem("resource.units_negative", "resource", number, "max_units", resource.max_units, name=name)


def check_assignments(plan: Plan) -> Iterator[Problem]:
    """Every assignment; ``tasks`` is its task."""
    seen: set[tuple[int, int]] = set()
    for assignment in plan.assignments.values():
        for problem in _assignment(plan, assignment):
            yield msgspec.structs.replace(problem, tasks=(assignment.task,))
        if assignment.resource is None:
            continue
        pair = (assignment.task, assignment.resource)
        if pair in seen:
            other = assignment.resource
            yield Problem("assignment.duplicate", "assignment", assignment.id, other=other, tasks=(assignment.task,))
        seen.add(pair)


def _assignment(plan: Plan, assignment: Assignment) -> Iterator[Problem]:
    number, start, finish = assignment.id, assignment.actual_start, assignment.actual_finish
    if assignment.task not in plan.tasks:
        yield Problem("assignment.task_missing", "assignment", number, "task", other=assignment.task)
    if assignment.resource is not None and assignment.resource not in plan.resources:
        yield Problem("assignment.resource_missing", "assignment", number, "resource", other=assignment.resource)
    if assignment.units < 0:
        yield Problem("assignment.units_negative", "assignment", number, "units", assignment.units)
    if start is not None and finish is not None and finish < start:
        yield Problem("assignment.actual_finish_before_start", "assignment", number, "actual_finish", finish)
    for field in _ASSIGNMENT_SPANS:
        span = getattr(assignment, field)
        if span < 0:
            yield Problem("assignment.work_negative", "assignment", number, field, span)
    yield from bad_dates("assignment.date_out_of_range", "assignment", number, assignment, _ASSIGNMENT_DATES)
