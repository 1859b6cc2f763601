"""The time axis of a chart: where its lines stand and what they are called."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_WEEK, to_datetime, to_instant, weekday
from headway.reports.charts.values import Tick

if TYPE_CHECKING:
    from headway.reports.locales import Form

MOST_TICKS = 9
SHORT = 16
"""Weeks up to which the axis counts in weeks."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
_EDGE = 0.02


def extent(instants: list[int]) -> tuple[int, int]:
    """From the first to the last, with a little room at both ends."""
    first, last = min(instants), max(instants)
    margin = max(int((last - first) * _EDGE), TENTHS_PER_DAY)
    return first - margin, last + margin


def ticks(first: int, last: int, form: Form) -> tuple[Tick, ...]:
    """Mondays of a short time, else starts of months or years, only so many that their labels do not touch."""
    weeks = (last - first) // TENTHS_PER_WEEK + 1
    found = _mondays(first, last, -(-weeks // MOST_TICKS), form) if weeks <= SHORT else _months(first, last, form)
    return tuple(Tick(to_datetime(instant), label) for instant, label in found)


def _months(first: int, last: int, form: Form) -> list[tuple[int, str]]:
    begin, end = to_datetime(first), to_datetime(last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    step = next((step for step in _STEPS if months / step <= MOST_TICKS), _STEPS[-1])
    found: list[tuple[int, str]] = []
    for number in range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month):
        instant = to_instant(datetime(number // 12, number % 12 + 1, 1))  # noqa: DTZ001 (the plan's wall clock)
        if number % step == 0 and first < instant < last:
            found.append((instant, _month(instant, step, not found, form)))
    return found


def _month(instant: int, step: int, first: bool, form: Form) -> str:
    """A year where only such are marked; else a month, with its year where that is new."""
    if step % 12 == 0:
        return form.year(instant)
    is_new = first or to_datetime(instant).month <= step
    return form.month(instant) if is_new else form.month_only(instant)


def _mondays(first: int, last: int, every: int, form: Form) -> list[tuple[int, str]]:
    monday = first // TENTHS_PER_DAY + (-weekday(first // TENTHS_PER_DAY)) % 7
    instants = (number * TENTHS_PER_DAY for number in range(monday, last // TENTHS_PER_DAY + 1, 7 * every))
    return [(instant, form.short_day(instant)) for instant in instants if first < instant < last]
