"""Split tasks for Microsoft Project XML: the work of their assignments divided over the worked stretches.

That format knows no other sign of a split than work that stops for a while.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.formats.writing.draft import DraftWork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.calendar.working import WorkingCalendar
    from headway.core.plan.entities import Assignment, Task
    from headway.core.plan.plan import Plan

Stretch = tuple[int, int]


def divided_work(plan: Plan, task: Task, assignment: Assignment) -> tuple[DraftWork, ...]:
    """The assignment's work piece by piece, with pieces without work for the gaps; empty when the task is not split."""
    if not task.parts:
        return ()
    first = task.parts[0].start if assignment.start is None else assignment.start
    last = task.parts[-1].finish if assignment.finish is None else assignment.finish
    parts = [(max(part.start, first), min(part.finish, last)) for part in task.parts]
    parts = [(start, finish) for start, finish in parts if start < finish]
    if not parts:
        return ()
    turn = _turn(assignment, parts)
    calendar = _calendar(plan, task, assignment)
    before = [(start, min(finish, turn)) for start, finish in parts if start < turn]
    after = [(max(start, turn), finish) for start, finish in parts if finish > turn]
    done = _shared(before, assignment.actual_work, calendar)
    rest = _shared(after, assignment.remaining_work, calendar)
    return (*_with_gaps(done, calendar, done=True), *_with_gaps(rest, calendar, done=False))


def _turn(assignment: Assignment, parts: list[Stretch]) -> int:
    """Where what is done ends."""
    if not assignment.actual_work:
        return parts[0][0]
    if not assignment.remaining_work:
        return parts[-1][1]
    return parts[0][1] if assignment.stop is None else assignment.stop


def _shared(parts: list[Stretch], work: int, calendar: WorkingCalendar) -> list[tuple[int, int, int]]:
    """``work`` over the parts by their working time; what rounding leaves goes to the last."""
    spans = [calendar.work_between(start, finish) for start, finish in parts]
    total, left = sum(spans), work
    shared = []
    for place, ((start, finish), span) in enumerate(zip(parts, spans, strict=True), 1):
        share = left if place == len(parts) else round(work * span / total) if total else 0
        left -= share
        shared.append((start, finish, share))
    return shared


def _with_gaps(pieces: list[tuple[int, int, int]], calendar: WorkingCalendar, *, done: bool) -> Iterator[DraftWork]:
    """The pieces, and between them the working time in which nothing was done."""
    for number, (start, finish, work) in enumerate(pieces):
        if number:
            free_from, free_to = calendar.next_start(pieces[number - 1][1]), calendar.previous_finish(start)
            if free_from < free_to:
                yield DraftWork(free_from, free_to, 0, done)
        yield DraftWork(start, finish, work, done)


def _calendar(plan: Plan, task: Task, assignment: Assignment) -> WorkingCalendar:
    from headway.core.calendar.compile import compile_calendars  # late: few plans have split tasks, numba takes long
    from headway.core.calendar.working import working_calendar  # late: as above

    resource = None if assignment.resource is None else plan.resources.get(assignment.resource)
    own = None if resource is None or task.ignore_resource_calendars else resource.calendar
    calendar = own or task.calendar or plan.project.calendar
    return working_calendar(compile_calendars(plan.calendars, [] if calendar is None else [calendar]), calendar)
