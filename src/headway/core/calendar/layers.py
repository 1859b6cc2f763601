"""From a calendar and its ancestors to the rule for each day: week, work weeks and exceptions by precedence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from headway.core.calendar.recurrence import Days, occurrences
from headway.core.time import TENTHS_PER_DAY, weekday

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.plan.entities import Calendar, Shift

Span = tuple[int, int]
"""Start and finish of a shift, tenths of a minute after midnight."""
DayShifts = tuple[Span, ...]

STANDARD_DAY: DayShifts = ((4_800, 7_200), (7_800, 10_200))
STANDARD_WEEK: tuple[DayShifts, ...] = (STANDARD_DAY,) * 5 + ((),) * 2
ROUND_THE_CLOCK: DayShifts = ((0, TENTHS_PER_DAY),)


class LayerKind(StrEnum):
    EXCEPTION = "exception"
    WORK_WEEK = "work_week"


_RECURRENCE_ORDER = {"weekly": 0, "monthly": 1, "yearly": 2, "daily": 3}
_SINGLE = 4


@dataclass(frozen=True, slots=True)
class CalendarWarning:
    """Something odd in a calendar that the compiler bridged: a code of the message catalogue and its parameters."""

    code: str
    calendar: int
    name: str = ""


class Layer(NamedTuple):
    """Days that differ from what lies below: ``first`` to ``last``, both inclusive, or only ``days`` of them."""

    kind: LayerKind
    name: str
    first: int
    last: int
    days: Days | None
    week: tuple[DayShifts | None, ...]
    """Monday first; ``None`` keeps what lies below."""

    def shifts(self, day: int) -> DayShifts | None:
        """What this layer says about a day, ``None`` for nothing."""
        if not self.first <= day <= self.last or (self.days is not None and day not in self.days):
            return None
        return self.week[weekday(day)]


@dataclass(frozen=True, slots=True)
class Layered:
    """A calendar resolved against its ancestors: the week below, then layers of rising precedence."""

    id: int
    name: str
    week: tuple[DayShifts, ...]
    work_weeks: tuple[Layer, ...] = ()
    exceptions: tuple[Layer, ...] = ()
    source: tuple[int, ...] = ()
    """The calendars the layers come from: two calendars of the same week and source work the same time."""


class Resolver:
    """Resolves the calendars of one plan; what several descendants inherit is worked out once."""

    def __init__(self, calendars: Mapping[int, Calendar]) -> None:
        self._calendars = calendars
        self._work_weeks: dict[int, tuple[Layer, ...]] = {}
        self._exceptions: dict[int, tuple[Layer, ...]] = {}
        self._warnings: dict[CalendarWarning, None] = {}

    @property
    def warnings(self) -> tuple[CalendarWarning, ...]:
        return tuple(self._warnings)

    def resolve(self, wanted: int) -> Layered:
        """Resolve one calendar; the order of precedence is written in ``docs/algorithms/calendar.md``."""
        chain, broken = lineage(self._calendars, wanted)
        own = self._calendars[wanted]
        if broken is not None:
            self._warn(broken, own)
        week = list(STANDARD_WEEK)
        for calendar in chain:
            for position, shifts in enumerate(calendar.days[:7]):
                if shifts is not None:
                    week[position] = self._tidy(shifts, calendar)
        for calendar in chain:
            if calendar.id not in self._exceptions:
                self._work_weeks[calendar.id] = self._own_work_weeks(calendar)
                self._exceptions[calendar.id] = self._own_exceptions(calendar)
        work_weeks = tuple(layer for calendar in chain for layer in self._work_weeks[calendar.id])
        exceptions = tuple(layer for calendar in chain for layer in self._exceptions[calendar.id])
        source = tuple(calendar.id for calendar in chain if calendar.exceptions or calendar.work_weeks)
        return Layered(wanted, own.name, tuple(week), work_weeks, exceptions, source)

    def _own_work_weeks(self, calendar: Calendar) -> tuple[Layer, ...]:
        layers = []
        for entry in sorted(calendar.work_weeks, key=lambda entry: entry.first):
            days = (*entry.days, *(None,) * 7)[:7]
            week = tuple(None if shifts is None else self._tidy(shifts, calendar) for shifts in days)
            layers.append(Layer(LayerKind.WORK_WEEK, entry.name, entry.first, entry.last, None, week))
        return tuple(layers)

    def _own_exceptions(self, calendar: Calendar) -> tuple[Layer, ...]:
        """Exceptions by rising rank: rules by kind, then ranges and single days, each by their first day."""
        ranked: list[tuple[int, int, int, Layer]] = []
        exception = LayerKind.EXCEPTION
        for position, entry in enumerate(calendar.exceptions):
            week = (self._tidy(entry.shifts, calendar),) * 7
            rank, first, last, days = _SINGLE, entry.first, entry.last, None
            if entry.recurrence is not None:
                days = occurrences(entry.recurrence, entry.last)
                rank = _SINGLE if len(days) == 1 else _RECURRENCE_ORDER.get(entry.recurrence.kind, 0)
                first, last = (int(days[0]), int(days[-1])) if len(days) else (1, 0)
            if first <= last:
                ranked.append((rank, first, position, Layer(exception, entry.name, first, last, days, week)))
        ranked.sort(key=lambda entry: entry[:3])
        return tuple(entry[3] for entry in ranked)

    def _warn(self, code: str, calendar: Calendar) -> None:
        self._warnings[CalendarWarning(code, calendar.id, calendar.name)] = None

    def _tidy(self, shifts: tuple[Shift, ...], calendar: Calendar) -> DayShifts:
        if not shifts:
            return ()
        tidied, odd = tidy(shifts)
        if odd:
            self._warn("calendar_shifts_odd", calendar)
        return tidied


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


def tidy(shifts: tuple[Shift, ...]) -> tuple[DayShifts, bool]:
    """Shifts in order, without overlaps, and whether something had to be left out or joined.

    A shift that ends before it starts runs over midnight.  Shifts that touch become one, which is not odd.
    """
    spans: list[Span] = []
    odd = False
    for shift in shifts:
        start, finish = shift.start, shift.finish
        if finish < start:
            finish += TENTHS_PER_DAY
        if 0 <= start < TENTHS_PER_DAY and start < finish <= start + TENTHS_PER_DAY:
            spans.append((start, finish))
        else:
            odd = True
    merged: list[Span] = []
    for start, finish in sorted(spans):
        if merged and start <= merged[-1][1]:
            odd = odd or start < merged[-1][1]
            merged[-1] = (merged[-1][0], max(merged[-1][1], finish))
        else:
            merged.append((start, finish))
    return tuple(merged), odd
