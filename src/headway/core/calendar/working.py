"""One calendar for people: plain methods over the kernels, and why a day is not worked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from headway.core.calendar import kernels
from headway.core.calendar.compile import ELAPSED, STANDARD
from headway.core.calendar.layers import ROUND_THE_CLOCK, STANDARD_WEEK, DayShifts, Layered, LayerKind
from headway.core.time import TENTHS_PER_DAY

if TYPE_CHECKING:
    from headway.core.calendar.compile import CompiledCalendars
    from headway.core.calendar.kernels import WorkingTime
    from headway.core.calendar.layers import Layer


class Reason(StrEnum):
    """What decides about a day."""

    EXCEPTION = "exception"
    WORK_WEEK = "work_week"
    WEEK = "week"
    """The ordinary week: a weekend, say."""


class DayRule(NamedTuple):
    """What decides about a day and what it is called; the ordinary week has no name."""

    reason: Reason
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class WorkingCalendar:
    """The working time of one calendar of a plan.

    Instants and spans are tenths of a minute, days are days since 1970-01-01.
    """

    working_time: WorkingTime
    c: int
    layered: Layered

    @property
    def name(self) -> str:
        return self.layered.name

    def add_work(self, instant: int, span: int) -> int:
        """The finish of ``span`` work begun at ``instant``; for a negative span the start of the work ending there.

        >>> from headway.core.calendar.compile import compile_calendars
        >>> from headway.core.time import to_day
        >>> from datetime import date
        >>> office = working_calendar(compile_calendars({}), None)
        >>> friday = to_day(date(2024, 3, 15)) * 14_400
        >>> monday_noon = office.add_work(friday + 13 * 600, 8 * 600)
        >>> (monday_noon - friday) / 600
        84.0
        """
        return int(kernels.add_work(self.working_time, self.c, instant, span))

    def work_between(self, start: int, finish: int) -> int:
        """Work from ``start`` to ``finish``, negative when they are the wrong way round."""
        return int(kernels.work_between(self.working_time, self.c, start, finish))

    def next_start(self, instant: int) -> int:
        """``instant`` if work goes on there, else the start of the next shift."""
        return int(kernels.next_start(self.working_time, self.c, instant))

    def previous_finish(self, instant: int) -> int:
        """``instant`` if there was work just before it, else the end of the shift before."""
        return int(kernels.previous_finish(self.working_time, self.c, instant))

    def is_working(self, instant: int) -> bool:
        """Whether work goes on at ``instant``; true at the start of a shift, false at its end."""
        return self.next_start(instant) == instant

    def shifts_on(self, day: int) -> DayShifts:
        """Work of a calendar day from midnight to midnight, tenths after midnight, a night shift cut at midnight."""
        midnight = day * TENTHS_PER_DAY
        end = midnight + TENTHS_PER_DAY
        shifts: list[tuple[int, int]] = []
        start = self.next_start(midnight)
        while start < end:
            finish = self._unbroken_until(start, end)
            shifts.append((start - midnight, finish - midnight))
            start = self.next_start(finish)
        return tuple(shifts)

    def rule_of(self, day: int) -> DayRule:
        """What decides about the shifts that begin on a day."""
        layer = self._layer_of(day)
        if layer is None:
            return DayRule(Reason.WEEK, "")
        return DayRule(Reason.EXCEPTION if layer.kind is LayerKind.EXCEPTION else Reason.WORK_WEEK, layer.name)

    def why_not_working(self, day: int) -> DayRule | None:
        """What makes a day a free one; ``None`` when some of it is worked."""
        if self.next_start(day * TENTHS_PER_DAY) < (day + 1) * TENTHS_PER_DAY:
            return None
        return self.rule_of(day)

    def _unbroken_until(self, start: int, end: int) -> int:
        """The last instant up to ``end`` with nothing but work since ``start``."""
        low, high = start + 1, end
        while low < high:
            middle = (low + high + 1) // 2
            if self.work_between(start, middle) == middle - start:
                low = middle
            else:
                high = middle - 1
        return low

    def _layer_of(self, day: int) -> Layer | None:
        layers = (*reversed(self.layered.exceptions), *reversed(self.layered.work_weeks))
        return next((layer for layer in layers if layer.shifts(day) is not None), None)


def working_calendar(compiled: CompiledCalendars, calendar: int | None) -> WorkingCalendar:
    """A calendar of the plan by id; the standard one for ``None`` and for an id that is not there."""
    c = compiled.at(calendar)
    if calendar in compiled.layered:
        return WorkingCalendar(compiled.working_time, c, compiled.layered[calendar])
    return WorkingCalendar(compiled.working_time, STANDARD, Layered(0, "", STANDARD_WEEK))


def elapsed_calendar(compiled: CompiledCalendars) -> WorkingCalendar:
    """The built-in 24-hour calendar."""
    return WorkingCalendar(compiled.working_time, ELAPSED, Layered(0, "", (ROUND_THE_CLOCK,) * 7))
