"""Days without work between two instants, with the name of the holiday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.calendar.working import Reason
from headway.core.message import Days
from headway.core.schedule.explain.values import Gap
from headway.core.time import TENTHS_PER_DAY, weekday

if TYPE_CHECKING:
    from headway.core.calendar.working import WorkingCalendar

MOST_DAYS = 800
"""Longer stretches are cut: nobody reads the list of all weekends of five years."""
WEEKEND = (5, 6)


def days_off(calendar: WorkingCalendar, begin: int, end: int) -> tuple[Gap, ...]:
    """Whole days without work between two instants, both ends included; neighbours of one kind are joined."""
    first = begin // TENTHS_PER_DAY
    last = min(end // TENTHS_PER_DAY, first + MOST_DAYS)
    gaps: list[Gap] = []
    for day in range(first, last + 1):
        gap = day_off(calendar, day)
        if gap is None:
            continue
        before = gaps[-1] if gaps else None
        if before is not None and (before.kind, before.name, before.days.last) == (gap.kind, gap.name, day - 1):
            gaps[-1] = Gap(gap.kind, Days(before.days.first, day), gap.name)
        else:
            gaps.append(gap)
    return tuple(gaps)


def day_off(calendar: WorkingCalendar, day: int) -> Gap | None:
    """A day without work as a gap: a holiday where the ordinary week would work; ``None`` for a day with work."""
    rule = calendar.why_not_working(day)
    if rule is None:
        return None
    days, position = Days(day, day), weekday(day)
    if rule.reason is Reason.EXCEPTION and calendar.layered.week[position]:
        return Gap("holiday", days, rule.name.strip())
    return Gap("weekend" if position in WEEKEND else "off", days)
