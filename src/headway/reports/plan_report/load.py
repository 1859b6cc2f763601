"""Work by month and resource: each assignment spread evenly over working time.

Done work lies before the data date, open work after it; without a data date all work is spread over the whole task.
Where the file's own dates of the task still hold, the assignment's own dates are taken, else those of the task.
Contours are not followed.  Shares of months are rounded so that they add up to the work of the assignment.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from headway.core.calendar.compile import ELAPSED
from headway.core.calendar.kernels import work_at
from headway.core.plan.entities import ResourceKind
from headway.core.time import to_datetime, to_instant
from headway.reports.plan_report.values import Load, ResourceLoad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from headway.core.plan.entities import Assignment
    from headway.reports.plan_report.known import Known

MOST_PERIODS = 24
"""So many columns are read; a longer plan is shown by quarters, then by years."""
STEPS = (1, 3, 12)


class Portion(NamedTuple):
    """Work of one resource, evenly over the working time of a calendar between two instants."""

    resource: int | None
    calendar: int
    start: int
    finish: int
    work: int


def load_of(known: Known) -> Load | None:
    """The load of a plan; ``None`` where no assignment of a person or machine has work."""
    found, unspread = [], 0
    for assignment in known.plan.assignments.values():
        work = _work(assignment)
        if work <= 0 or not _is_work(known, assignment):
            continue
        portions = list(_portions(known, assignment, work))
        found += portions
        unspread += work if not portions else 0
    if not found:
        return None
    first, last = min(each.start for each in found), max(each.finish for each in found)
    step, bounds = periods(first, last)
    return _load(known, found, step, bounds, unspread)


def periods(first: int, last: int) -> tuple[int, list[int]]:
    """Months in a period, and the beginnings of all periods that hold the time, with the end of the last one.

    >>> from headway.core.time import TENTHS_PER_DAY
    >>> step, bounds = periods(0, 40 * TENTHS_PER_DAY)
    >>> step, [to_datetime(each).date().isoformat() for each in bounds]
    (1, ['1970-01-01', '1970-02-01', '1970-03-01'])
    """
    begin, end = to_datetime(first), to_datetime(max(last - 1, first))
    months = (begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1)
    step = next((each for each in STEPS if months[1] // each - months[0] // each < MOST_PERIODS), STEPS[-1])
    numbers = range(months[0] // step * step, months[1] // step * step + step + 1, step)
    return step, [to_instant(datetime(each // 12, each % 12 + 1, 1)) for each in numbers]  # noqa: DTZ001 (wall clock)


def _work(assignment: Assignment) -> int:
    return max(assignment.actual_work + assignment.remaining_work, assignment.work)


def _is_work(known: Known, assignment: Assignment) -> bool:
    if assignment.resource is None:
        return True
    resource = known.plan.resources.get(assignment.resource)
    return resource is not None and resource.kind is ResourceKind.WORK


def _portions(known: Known, assignment: Assignment, work: int) -> Iterator[Portion]:
    """Done work until the data date and open work from there on; one portion where only one of them has room."""
    dates = known.schedule.dates(assignment.task) if assignment.task in known.plan.tasks else None
    if dates is None or dates.start is None or dates.finish is None:
        return
    start, finish = _own_dates(known, assignment, dates.start, dates.finish)
    calendar = _calendar(known, assignment)
    done, split = min(assignment.actual_work, work), known.plan.project.data_date
    if split is None or not start < split < finish:
        yield Portion(assignment.resource, calendar, start, finish, work)
        return
    yield Portion(assignment.resource, calendar, start, split, done)
    yield Portion(assignment.resource, calendar, split, finish, work - done)


def _own_dates(known: Known, assignment: Assignment, start: int, finish: int) -> tuple[int, int]:
    """Dates of the assignment where the file saved the task with the dates that it has now."""
    saved = known.plan.saved.get(assignment.task)
    if saved is None or (saved.start, saved.finish) != (start, finish):
        return start, finish
    own = (assignment.start, assignment.finish)
    if own[0] is None or own[1] is None or not start <= own[0] <= own[1] <= finish:
        return start, finish
    return own[0], own[1]


def _calendar(known: Known, assignment: Assignment) -> int:
    """Dense index of the calendar by which the assigned one works: its own, else the task's."""
    compiled, task = known.schedule.compiled, known.plan.tasks[assignment.task]
    resource = known.plan.resources.get(assignment.resource) if assignment.resource is not None else None
    own = resource.calendar if resource is not None and not task.ignore_resource_calendars else None
    if own is not None and own in compiled.calendars.index:
        return compiled.calendars.at(own)
    return int(compiled.network.tasks["calendar"][compiled.index[assignment.task]])


def _load(known: Known, portions: list[Portion], step: int, bounds: list[int], unspread: int) -> Load:
    reached: dict[int, NDArray[np.int64]] = {}
    sums: dict[int | None, NDArray[np.int64]] = {}
    for portion in portions:
        spread = _spread(known, portion, bounds, reached)
        sums[portion.resource] = sums.get(portion.resource, 0) + spread
    rows = sorted(
        (ResourceLoad(resource, _name(known, resource), tuple(spread.tolist())) for resource, spread in sums.items()),
        key=lambda row: (-sum(row.work), row.name),
    )
    total = np.sum([*sums.values()], axis=0).tolist()
    # A task may start in the last minute of a month: work begins in the next one.
    busy = [at for at, work in enumerate(total) if work]
    shown = slice(busy[0], busy[-1] + 1)
    kept = tuple(replace(row, work=row.work[shown]) for row in rows)
    return Load(tuple(bounds[:-1][shown]), step, kept, tuple(total[shown]), unspread)


def _spread(
    known: Known, portion: Portion, bounds: list[int], reached: dict[int, NDArray[np.int64]]
) -> NDArray[np.int64]:
    """Work of a portion in each period.  ``reached`` keeps the work of each calendar up to each bound."""
    wt = known.schedule.compiled.calendars.working_time
    calendar = portion.calendar
    if work_at(wt, calendar, portion.finish) <= work_at(wt, calendar, portion.start):
        calendar = ELAPSED
    if calendar not in reached:
        reached[calendar] = np.array([work_at(wt, calendar, bound) for bound in bounds], dtype=np.int64)
    begin, end = work_at(wt, calendar, portion.start), work_at(wt, calendar, portion.finish)
    if end <= begin:
        # No time at all: everything falls into the period of that instant.
        at = min(portion.start, bounds[-1] - 1)
        passed = np.array([portion.work if bound > at else 0 for bound in bounds], dtype=np.int64)
    else:
        passed = (np.clip(reached[calendar], begin, end) - begin).astype(object) * portion.work // (end - begin)
    return np.diff(passed).astype(np.int64)


def _name(known: Known, resource: int | None) -> str:
    return known.plan.resources[resource].name if resource is not None else ""
