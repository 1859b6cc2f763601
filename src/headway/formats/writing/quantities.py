"""Spans, money and units of the plan as the amounts a file shows to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR, TENTHS_PER_MINUTE, TENTHS_PER_WEEK

if TYPE_CHECKING:
    from headway.formats.writing.draft import Duration

_SHARES = 4
"""Quarters of a day or an hour are exact in a double and read well; anything finer is written in minutes."""


@dataclass(frozen=True, slots=True)
class Units:
    """How durations are to be shown: in days of ``per_day`` tenths of a minute where they come out even, else in hours
    or minutes; in hours of working time throughout where ``hours`` is set (P6 keeps nothing else)."""

    per_day: int
    per_week: int = 24_000
    hours: bool = False

    def working(self, span: int) -> Duration:
        """Working time.

        >>> Units(4_800).working(7_200), Units(4_800).working(1_500), Units(4_800).working(10)
        ((1.5, 'DAYS'), (2.5, 'HOURS'), (1.0, 'MINUTES'))
        """
        if self.hours:
            return span / TENTHS_PER_HOUR, "HOURS"
        if span * _SHARES % self.per_day == 0:
            return span / self.per_day, "DAYS"
        return _fine(span, "")

    def elapsed(self, span: int) -> Duration:
        """Calendar time; where the format has none the working time of an ordinary week in its proportion.

        >>> Units(4_800).elapsed(14_400), Units(4_800, hours=True).elapsed(100_800)
        ((1.0, 'ELAPSED_DAYS'), (40.0, 'HOURS'))
        """
        if self.hours:
            return round(span * self.per_week / TENTHS_PER_WEEK) / TENTHS_PER_HOUR, "HOURS"
        if span * _SHARES % TENTHS_PER_DAY == 0:
            return span / TENTHS_PER_DAY, "ELAPSED_DAYS"
        return _fine(span, "ELAPSED_")

    def work(self, span: int) -> Duration:
        """Effort, which people count in hours; in minutes where quarters of an hour do not do."""
        return (span / TENTHS_PER_HOUR, "HOURS") if self.hours else _fine(span, "")


def _fine(span: int, prefix: str) -> Duration:
    if span * _SHARES % TENTHS_PER_HOUR == 0:
        return span / TENTHS_PER_HOUR, f"{prefix}HOURS"
    return span / TENTHS_PER_MINUTE, f"{prefix}MINUTES"


def money(amount: int) -> float:
    """Plain currency.

    >>> money(125_000)
    12.5
    """
    return amount / 10_000


def percent(hundredths: int) -> float:
    """Plain percent, also of units: 100 is all of it, or one full-time resource.

    >>> percent(6_250)
    62.5
    """
    return hundredths / 100
