"""Time inside the engine: integers, no zones, no clock.

An *instant* is an ``int`` of tenths of a minute since 1970-01-01 00:00 on the project's own wall clock; a *span* is an
``int`` of tenths of a minute.  Conversion to dates happens at the edge, with the functions here.  An instant at the end
of a shift has two faces: a finish keeps the earlier one (Friday 17:00), a start the later one (Monday 08:00).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

TENTHS_PER_MINUTE = 10
TENTHS_PER_HOUR = 600
TENTHS_PER_DAY = 14_400
TENTHS_PER_WEEK = 7 * TENTHS_PER_DAY

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 (wall clock of the project, no zone by design)
_EPOCH_DAY = date(1970, 1, 1)
_TENTH = timedelta(seconds=6)

NEVER = -(2**62)
"""An instant that is not there (in arrays, where ``None`` cannot stand)."""


def to_instant(moment: datetime) -> int:
    """Tenths of a minute of a wall-clock time, rounded to the nearest tenth (halves upwards).

    >>> to_instant(datetime(1970, 1, 2, 8, 0))
    19200
    """
    micros = (moment - _EPOCH) // timedelta(microseconds=1)
    return (micros + 3_000_000) // 6_000_000


def to_datetime(instant: int) -> datetime:
    """The wall-clock time of an instant.

    >>> to_datetime(19200).isoformat()
    '1970-01-02T08:00:00'
    """
    return _EPOCH + instant * _TENTH


def to_day(day: date) -> int:
    """Days since 1970-01-01.

    >>> to_day(date(1970, 1, 11))
    10
    """
    return (day - _EPOCH_DAY).days


def from_day(day: int) -> date:
    """The date of a day number, the inverse of :func:`to_day`."""
    return _EPOCH_DAY + timedelta(days=day)


def weekday(day: int) -> int:
    """Weekday of a day number, Monday is 0 (1970-01-01 was a Thursday)."""
    return (day + 3) % 7
