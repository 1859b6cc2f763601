"""Work of assignments that decides when its task ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.calendar.kernels import work_between
from headway.core.plan.entities import Assignment, ResourceKind, Task, TaskType
from headway.core.plan.plan import Plan, Rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from headway.core.calendar.compile import CompiledCalendars

EVEN = (None, "flat")
"""Contours that spread work evenly, so that work over units is the span."""


class SharedTimeMissingError(LookupError):
    """The common time of a task's and a resource's calendar is not among the compiled ones."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Work of one assignment: a span in the calendar that the resource works by, ``delay`` after the task's start."""

    calendar: int
    span: int
    remaining: int
    delay: int


def pieces_of(
    plan: Plan, task: Task, assignments: Sequence[Assignment], calendars: CompiledCalendars, own: int
) -> list[Piece]:
    """Pieces that decide a task's finish; empty when its duration does."""
    if plan.project.rules is Rules.P6:
        if not task.resource_dependent:
            return []
    elif task.type is TaskType.FIXED_DURATION or task.elapsed:
        return []
    working = [a for a in assignments if a.units > 0 and is_work(plan, a)]
    begin = min((a.start for a in working if a.start is not None), default=None)
    pieces = []
    for assignment in working:
        calendar = calendar_of(plan, task, assignment, calendars, own)
        if begin is not None and keeps_shape(task, assignment):
            pieces.append(shaped(assignment, calendar, begin, calendars))
        else:
            pieces.append(even(assignment, calendar))
    if all(p.span == 0 for p in pieces):
        return []
    if all(p.calendar == own and p.span == task.duration and p.delay == 0 for p in pieces):
        return []
    return pieces


def shared_calendars(plan: Plan, calendars: CompiledCalendars) -> set[tuple[int, int]]:
    """Pairs of task and resource calendar whose common time some assignment is worked in (MS Project)."""
    pairs: set[tuple[int, int]] = set()
    if plan.project.rules is Rules.P6:
        return pairs
    for assignment in plan.assignments.values():
        task = plan.tasks.get(assignment.task)
        if task is None or task.calendar is None or task.ignore_resource_calendars or not is_work(plan, assignment):
            continue
        resource = plan.resources[assignment.resource or 0]
        if resource.calendar is not None:
            pairs.add((calendars.at(task.calendar), calendars.at(resource.calendar)))
    return pairs


def is_work(plan: Plan, assignment: Assignment) -> bool:
    resource = None if assignment.resource is None else plan.resources.get(assignment.resource)
    return resource is not None and resource.kind is ResourceKind.WORK


def calendar_of(plan: Plan, task: Task, assignment: Assignment, calendars: CompiledCalendars, own: int) -> int:
    """The resource's calendar, unless the task says to ignore it or the resource has none.

    In MS Project a task with a calendar of its own is worked when both calendars work; in P6 the resource's decides.
    """
    resource = plan.resources[assignment.resource or 0]
    if task.ignore_resource_calendars or resource.calendar is None:
        return own
    calendar = calendars.index.get(resource.calendar, own)
    if task.calendar is None or plan.project.rules is Rules.P6:
        return calendar
    if (own, calendar) not in calendars.intersections:
        raise SharedTimeMissingError
    return calendars.intersections[own, calendar]


def keeps_shape(task: Task, assignment: Assignment) -> bool:
    """Split, contoured and delayed work is spread as the file has it, not evenly."""
    uneven = (
        bool(task.parts) or assignment.contour not in EVEN or assignment.delay != 0 or assignment.levelling_delay != 0
    )
    return uneven and assignment.start is not None and assignment.finish is not None


def even(assignment: Assignment, calendar: int) -> Piece:
    """Regular work over units."""
    regular = assignment.work - assignment.overtime_work
    remaining = assignment.remaining_work - assignment.remaining_overtime_work
    delay = assignment.delay + assignment.levelling_delay
    return Piece(calendar, regular * 10_000 // assignment.units, remaining * 10_000 // assignment.units, delay)


def shaped(assignment: Assignment, calendar: int, begin: int, calendars: CompiledCalendars) -> Piece:
    """The stretch from the assignment's start to its finish, as far from the task's start as the file has it."""
    wt = calendars.working_time
    start, finish = assignment.start or 0, assignment.finish or 0
    resume = start if assignment.resume is None else max(start, assignment.resume)
    return Piece(
        calendar,
        work_between(wt, calendar, start, finish),
        max(0, work_between(wt, calendar, resume, finish)),
        work_between(wt, calendar, begin, start),
    )


def split_span(task: Task, calendar: int, calendars: CompiledCalendars) -> int:
    """Start to finish of a split task in working time, its gaps included."""
    return work_between(calendars.working_time, calendar, task.parts[0].start, task.parts[-1].finish)
