"""Working time of the project's own calendar, counted without the engine: enough for lengths of summaries and for the
shading of free days."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from headway.core.calendar.layers import STANDARD_WEEK, DayShifts, Resolver
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
    starts: list[int] = []
    finishes: list[int] = []
    worked = set()
    for day, shifts in enumerate(_shifts(plan, first, min(last, first + MOST_DAYS)), start=first):
        for start, finish in shifts:
            worked.add(day)
            begin, end = day * TENTHS_PER_DAY + start, day * TENTHS_PER_DAY + finish
            begin = max(begin, finishes[-1]) if finishes else begin
            if begin < end:
                starts.append(begin)
                finishes.append(end)
    spans = [finish - start for start, finish in zip(starts, finishes, strict=True)]
    before = tuple(accumulate(spans, initial=0))[: len(spans)]
    return WorkingDays(tuple(starts), tuple(finishes), before, frozenset(worked))


def _shifts(plan: Plan, first: int, last: int) -> list[DayShifts]:
    """The shifts of each day: those of the week, changed by each layer that says something about it."""
    calendar = plan.project.calendar
    if calendar is None or calendar not in plan.calendars:
        return [STANDARD_WEEK[weekday(day)] for day in range(first, last + 1)]
    layered = Resolver(plan.calendars).resolve(calendar)
    found = [layered.week[weekday(day)] for day in range(first, last + 1)]
    for layer in (*layered.work_weeks, *layered.exceptions):
        for day in range(max(first, layer.first), min(last, layer.last) + 1):
            shifts = layer.shifts(day)
            if shifts is not None:
                found[day - first] = shifts
    return found
