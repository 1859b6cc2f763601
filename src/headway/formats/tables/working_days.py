"""Working time of the project's own calendar, counted without the engine: enough for lengths of summaries and for the
shading of free days."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from headway.core.calendar.layers import STANDARD_WEEK, DayShifts, Layered, Resolver
from headway.core.time import TENTHS_PER_DAY, weekday

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

MOST_DAYS = 40_000
"""About a hundred years; a longer plan counts its first ones."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Shifts from one day to another, as instants in order, and the work up to the start of each."""

    starts: tuple[int, ...]
    finishes: tuple[int, ...]
    before: tuple[int, ...]
    worked: frozenset[int]
    """Days on which a shift begins."""

    def work(self, start: int, finish: int) -> int:
        """Working time (span) between two instants."""
        return max(0, self._until(finish) - self._until(start))

    def _until(self, instant: int) -> int:
        at = bisect_right(self.starts, instant) - 1
        if at < 0:
            return 0
        return self.before[at] + min(instant, self.finishes[at]) - self.starts[at]


def working_days(plan: Plan, first: int, last: int) -> WorkingDays:
    """The project calendar from day ``first`` to day ``last`` (days since 1970-01-01, both inclusive)."""
    calendar = plan.project.calendar
    known = calendar is not None and calendar in plan.calendars
    layered = Resolver(plan.calendars).resolve(calendar) if known and calendar is not None else None
    starts: list[int] = []
    finishes: list[int] = []
    worked = set()
    for day in range(first, min(last, first + MOST_DAYS) + 1):
        for start, finish in _shifts(layered, day):
            worked.add(day)
            begin, end = day * TENTHS_PER_DAY + start, day * TENTHS_PER_DAY + finish
            begin = max(begin, finishes[-1]) if finishes else begin
            if begin < end:
                starts.append(begin)
                finishes.append(end)
    spans = [finish - start for start, finish in zip(starts, finishes, strict=True)]
    before = tuple(accumulate(spans, initial=0))[: len(spans)]
    return WorkingDays(tuple(starts), tuple(finishes), before, frozenset(worked))


def _shifts(layered: Layered | None, day: int) -> DayShifts:
    if layered is None:
        return STANDARD_WEEK[weekday(day)]
    for layer in reversed((*layered.work_weeks, *layered.exceptions)):
        shifts = layer.shifts(day)
        if shifts is not None:
            return shifts
    return layered.week[weekday(day)]
