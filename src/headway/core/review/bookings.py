"""Who is booked when and for how much: assignments of open work as stretches of time, added up."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from headway.core.calendar.kernels import add_work, work_between
from headway.core.plan.entities import ResourceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from headway.core.plan.entities import Assignment, Resource, Task
    from headway.core.review.reviewed import Reviewed

FULL = 10_000
"""Units of one whole resource."""


class Booking(NamedTuple):
    """A stretch of time (instants) for which a task has some units of a resource."""

    start: int
    finish: int
    units: int
    task: int


class Overload(NamedTuple):
    """A resource with more booked than there is of it."""

    resource: int
    days: float
    """Working days, of the resource's calendar, in which it is so."""
    peak: int
    """Most units booked at a time when that is too much, and the units there are at that time."""
    limit: int
    first: int
    """When it begins (instant)."""
    tasks: tuple[int, ...]
    """Tasks that are booked at the worst time, in the order of the plan."""


class Stretch(NamedTuple):
    """A stretch of time with the same bookings throughout."""

    start: int
    finish: int
    units: int
    limit: int
    tasks: frozenset[int]


def bookings_of(reviewed: Reviewed) -> dict[int, list[Booking]]:
    """Bookings of open work by resource id; people and machines only, none without units."""
    plan = reviewed.plan
    has_work = any(each.work for each in plan.assignments.values())
    found: dict[int, list[Booking]] = {}
    for task in reviewed.incomplete:
        for assignment in reviewed.assignments.get(task.id, ()):
            resource = plan.resources.get(assignment.resource or 0)
            if resource is None or not can_be_overbooked(resource) or (has_work and not remaining(assignment)):
                continue
            booking = booking_of(reviewed, task, assignment)
            if booking is not None:
                found.setdefault(resource.id, []).append(booking)
    return found


def can_be_overbooked(resource: Resource) -> bool:
    """Whether a resource works, and the plan says how much of it there is."""
    return resource.kind is ResourceKind.WORK and bool(resource.max_units or resource.availability)


def remaining(assignment: Assignment) -> int:
    """Work still to do on an assignment (span)."""
    return assignment.remaining_work or max(0, assignment.work - assignment.actual_work)


def booking_of(reviewed: Reviewed, task: Task, assignment: Assignment) -> Booking | None:
    """The stretch of one assignment; ``None`` when it has no units or no time."""
    start, finish = reviewed.starts.get(task.id), reviewed.finishes.get(task.id)
    units = assignment.remaining_units or assignment.units
    if start is None or finish is None or units <= 0:
        return None
    progress = task.progress
    if progress is not None and progress.actual_start is not None:
        start = max(start, progress.resume or progress.stop or reviewed.data_date or start)
    calendars = reviewed.schedule.compiled.calendars
    resource = reviewed.plan.resources[assignment.resource or 0]
    at = calendars.at(resource.calendar or reviewed.plan.project.calendar)
    if assignment.delay:
        start = int(add_work(calendars.working_time, at, start, assignment.delay))
    if remaining(assignment):
        done = int(add_work(calendars.working_time, at, start, max(1, remaining(assignment) * FULL // units)))
        finish = min(finish, done)
    return Booking(start, finish, units, task.id) if start < finish else None


def overload_of(reviewed: Reviewed, resource_id: int, bookings: Sequence[Booking]) -> Overload | None:
    """Where one resource is booked for more than there is; ``None`` when nowhere."""
    calendars = reviewed.schedule.compiled.calendars
    resource = reviewed.plan.resources[resource_id]
    at = calendars.at(resource.calendar or reviewed.plan.project.calendar)
    over = [
        (stretch, span)
        for stretch in stretches(resource, bookings)
        if stretch.units > stretch.limit
        and (span := int(work_between(calendars.working_time, at, stretch.start, stretch.finish))) > 0
    ]
    if not over:
        return None
    worst = max((stretch for stretch, _ in over), key=lambda each: (each.units - each.limit, -each.start))
    rows = reviewed.outline.rows
    return Overload(
        resource_id,
        sum(span for _, span in over) / reviewed.day(),
        worst.units,
        worst.limit,
        over[0][0].start,
        tuple(sorted(worst.tasks, key=rows.__getitem__)),
    )


def stretches(resource: Resource, bookings: Sequence[Booking]) -> Iterator[Stretch]:
    """The bookings of one resource added up, in the order of time."""
    edges = sorted(
        {edge for each in bookings for edge in (each.start, each.finish)}
        | {edge for period in resource.availability for edge in (period.start, period.finish) if edge is not None}
    )
    opening = sorted(bookings)
    running: list[Booking] = []
    taken = 0
    for start, finish in itertools.pairwise(edges):
        while taken < len(opening) and opening[taken].start <= start:
            running.append(opening[taken])
            taken += 1
        running = [each for each in running if each.finish > start]
        if running:
            tasks = frozenset(each.task for each in running)
            yield Stretch(start, finish, sum(each.units for each in running), limit_at(resource, start), tasks)


def limit_at(resource: Resource, instant: int) -> int:
    """How many units there are at an instant."""
    for period in resource.availability:
        if (period.start is None or period.start <= instant) and (period.finish is None or instant < period.finish):
            return period.units
    return resource.max_units
