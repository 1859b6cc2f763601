"""From a calendar and its ancestors to the rule for each day: weeks, work weeks and exceptions in order of precedence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from headway.core.calendar.recurrence import Days, occurrences
from headway.core.plan.entities import Calendar, CalendarException, Shift, WorkWeek
from headway.core.time import TENTHS_PER_DAY

Span = tuple[int, int]
"""Start and finish of a shift, tenths of a minute after midnight."""
DayShifts = tuple[Span, ...]

STANDARD_DAY: DayShifts = ((4_800, 7_200), (7_800, 10_200))
STANDARD_WEEK: tuple[DayShifts, ...] = (STANDARD_DAY,) * 5 + ((),) * 2
ROUND_THE_CLOCK: DayShifts = ((0, TENTHS_PER_DAY),)

_RECURRENCE_ORDER = {"weekly": 0, "monthly": 1, "yearly": 2, "daily": 3}
_SINGLE = 4


@dataclass(frozen=True, slots=True)
class CalendarWarning:
    """Something odd in a calendar that the compiler bridged: a code of the message catalogue and its parameters."""

    code: str
    calendar: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """Days that differ from what lies below.  ``days`` is None for the whole range ``first`` to ``last``, both inclusive."""

    kind: str
    """``exception`` or ``work_week``."""
    name: str
    first: int
    last: int
    days: Days | None
    week: tuple[DayShifts | None, ...]
    """Monday first; ``None`` keeps what lies below."""

    def covers(self, day: int) -> bool:
        return self.first <= day <= self.last and (self.days is None or bool(np.isin(day, self.days)))


@dataclass(frozen=True, slots=True)
class Layered:
    """A calendar resolved against its ancestors: the week below, then layers of rising precedence."""

    id: int
    name: str
    week: tuple[DayShifts, ...]
    layers: tuple[Layer, ...]
    warnings: tuple[CalendarWarning, ...]


def lineage(calendars: Mapping[int, Calendar], wanted: int) -> tuple[list[Calendar], str | None]:
    """The calendar and its ancestors, root first, and a warning code when the chain is broken or bites its tail."""
    chain: list[Calendar] = []
    seen: set[int] = set()
    current: int | None = wanted
    while current is not None:
        if current in seen:
            return chain[::-1], "calendar_parent_cycle"
        if current not in calendars:
            return chain[::-1], "calendar_parent_missing"
        seen.add(current)
        chain.append(calendars[current])
        current = calendars[current].parent
    return chain[::-1], None


def resolve(calendars: Mapping[int, Calendar], wanted: int) -> Layered:
    """Resolve inheritance of one calendar; the order of precedence is written in ``docs/algorithms/calendar.md``."""
    chain, broken = lineage(calendars, wanted)
    own = calendars[wanted]
    warnings = [] if broken is None else [CalendarWarning(broken, wanted, own.name)]
    week: list[DayShifts] = list(STANDARD_WEEK)
    for calendar in chain:
        for position, shifts in enumerate(calendar.days[:7]):
            if shifts is not None:
                week[position] = _tidy(shifts, calendar, warnings)
    layers: list[Layer] = []
    for calendar in chain:
        ordered = sorted(calendar.work_weeks, key=lambda entry: entry.first)
        layers.extend(_of_work_week(entry, calendar, warnings) for entry in ordered)
    for calendar in chain:
        found = [_of_exception(entry, calendar, warnings) for entry in calendar.exceptions]
        found.sort(key=lambda ranked: (ranked[0], ranked[1].first))
        layers.extend(layer for _, layer in found if layer.first <= layer.last)
    return Layered(wanted, own.name, tuple(week), tuple(layers), tuple(warnings))


def _of_work_week(entry: WorkWeek, calendar: Calendar, warnings: list[CalendarWarning]) -> Layer:
    days = (*entry.days, *(None,) * 7)[:7]
    week = tuple(None if shifts is None else _tidy(shifts, calendar, warnings) for shifts in days)
    return Layer("work_week", entry.name, entry.first, entry.last, None, week)


def _of_exception(entry: CalendarException, calendar: Calendar, warnings: list[CalendarWarning]) -> tuple[int, Layer]:
    """The layer of an exception and its rank: single days and ranges rank above rules, rules by kind as in MS Project."""
    week = (_tidy(entry.shifts, calendar, warnings),) * 7
    if entry.recurrence is None:
        return _SINGLE, Layer("exception", entry.name, entry.first, entry.last, None, week)
    days = occurrences(entry.recurrence, entry.last)
    if len(days) == 0:
        return _SINGLE, Layer("exception", entry.name, 1, 0, None, week)
    rank = _SINGLE if len(days) == 1 else _RECURRENCE_ORDER.get(entry.recurrence.kind, 0)
    return rank, Layer("exception", entry.name, int(days[0]), int(days[-1]), days, week)


def _tidy(shifts: tuple[Shift, ...], calendar: Calendar, warnings: list[CalendarWarning]) -> DayShifts:
    """Shifts in order, without overlaps; a shift that ends before it starts runs over midnight."""
    if not shifts:
        return ()
    spans: list[Span] = []
    odd = False
    for shift in shifts:
        start, finish = shift.start, shift.finish
        if finish < start:
            finish += TENTHS_PER_DAY
        if not (0 <= start < TENTHS_PER_DAY and start < finish <= start + TENTHS_PER_DAY):
            odd = True
            continue
        spans.append((start, finish))
    merged: list[Span] = []
    for start, finish in sorted(spans):
        if merged and start <= merged[-1][1]:
            odd = odd or start < merged[-1][1]
            merged[-1] = (merged[-1][0], max(merged[-1][1], finish))
        else:
            merged.append((start, finish))
    if odd:
        warning = CalendarWarning("calendar_shifts_odd", calendar.id, calendar.name)
        if warning not in warnings:
            warnings.append(warning)
    return tuple(merged)
