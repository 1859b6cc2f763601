"""Dates, spans, money and units of the reader's JSON as the integers of the plan.

The tables below remember what they have converted: a plan of 100,000 tasks has a million dates and few different ones.
What does not fit a tenth of a minute is rounded to the nearest and counted, each time it occurs.
"""

from __future__ import annotations

from datetime import date, datetime

from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_MINUTE, to_day, to_instant

Custom = dict[str, str | int | float | bool]
"""Custom values of one row, by the name users gave the field."""

_EXACT = 1e-4
"""Tenths of a minute that a double may be off and still count as whole (the reader converts units in doubles)."""


class Instants(dict[str, int]):
    """``instants["2026-03-12T08:00:00.0"]`` is the instant; ``rounded`` counts those that did not fit exactly."""

    rounded: int = 0

    def __missing__(self, text: str) -> int:
        moment = datetime.fromisoformat(text[:19])
        instant = to_instant(moment)
        if moment.second % 6 or text[20:] not in ("", "0"):
            self.rounded += 1
            return instant
        self[text] = instant
        return instant

    def get_or_none(self, text: str | None) -> int | None:
        """The instant, or ``None`` where the file says nothing."""
        return None if text is None else self[text]


class Spans(dict[float, int]):
    """``spans[480.0]`` minutes is 4,800 tenths; ``rounded`` counts those that did not fit exactly."""

    rounded: int = 0

    def __missing__(self, minutes: float) -> int:
        exact = minutes * TENTHS_PER_MINUTE
        span = round(exact)
        if abs(exact - span) > _EXACT:
            self.rounded += 1
            return span
        self[minutes] = span
        return span


def day_of(text: str) -> int:
    """Days since 1970-01-01 of ``YYYY-MM-DD``.

    >>> day_of("1970-01-11")
    10
    """
    return to_day(date.fromisoformat(text[:10]))


def time_of_day(text: str) -> int:
    """Tenths of a minute after midnight of ``HH:MM``.

    >>> time_of_day("08:30")
    5100
    """
    return (int(text[:2]) * 60 + int(text[3:5])) * TENTHS_PER_MINUTE % TENTHS_PER_DAY


def money(amount: float) -> int:
    """1/10,000 of the plan's currency.

    >>> money(12.5)
    125000
    """
    return round(amount * 10_000)


def percent(value: float) -> int:
    """Hundredths of a percent: 10,000 is all of it; also units, where 10,000 is one full-time resource.

    >>> percent(62.5)
    6250
    """
    return round(value * 100)


def start_of_work(text: str | None) -> int:
    """When work begins on a day, in tenths of a minute after midnight; 08:00 where the file does not say."""
    return 4_800 if text is None else time_of_day(text)
