"""The time scale: where an instant stands, and the two lines of labels that suit the length of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_DAY, to_datetime, to_instant
from headway.reports.wording import DAYS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HOURS_FROM = 24 * 6
_MONTHS_FROM = 3.2
"""Pixels of a day from which the scale counts hours, and months."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From ``first`` to ``last`` (instants) over the pixels from ``left`` on."""

    first: int
    last: int
    left: float
    width: float

    def x(self, instant: int) -> float:
        """Where an instant stands; what lies outside is put on the edge."""
        inside = min(max(instant, self.first), self.last)
        return self.left + (inside - self.first) / (self.last - self.first) * self.width

    def holds(self, instant: int) -> bool:
        """Whether an instant lies on the scale."""
        return self.first <= instant <= self.last

    @property
    def day(self) -> float:
        """Pixels of a day."""
        return TENTHS_PER_DAY / (self.last - self.first) * self.width

    @property
    def shows_hours(self) -> bool:
        """The lower line counts hours."""
        return self.day >= _HOURS_FROM

    @property
    def shows_years(self) -> bool:
        """The upper line counts years."""
        return self.day < _MONTHS_FROM

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Stretch:
    """A labelled part of a line of the scale, from ``begin`` to ``end`` in pixels."""

    begin: float
    end: float
    label: str


def scale_over(first: int, last: int, left: float, width: float) -> TimeScale:
    """A scale of whole days with some air at both ends, more at the right, where labels stand."""
    length = max(last - first, TENTHS_PER_DAY // 4)
    air = max(length // 50, TENTHS_PER_DAY // 12)
    begin, end = first - air, last + air * 4
    if length > 4 * TENTHS_PER_DAY:
        begin = begin // TENTHS_PER_DAY * TENTHS_PER_DAY
        end = -(-end // TENTHS_PER_DAY) * TENTHS_PER_DAY
    return TimeScale(begin, end, left, width)


def lines(scale: TimeScale) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The upper and the lower line: hours to years, whichever the width has room for."""
    upper, lower = _kinds(scale.day)
    return tuple(_stretches(scale, upper)), tuple(_stretches(scale, lower))


Kind = tuple["Callable[[datetime], datetime]", "Callable[[datetime], datetime]", "Callable[[datetime], str]"]
"""Where the stretch around a moment begins, where the next one does, and its label."""


def _kinds(day: float) -> tuple[Kind, Kind]:
    if day >= _HOURS_FROM:
        return _DAY_LONG, _hours(1 if day >= 24 * 24 else 2 if day >= 24 * 14 else 6)
    if day >= 17:
        return _MONTH_LONG, _DAY
    if day >= _MONTHS_FROM:
        return _MONTH_LONG, _WEEK
    if day >= 0.75:
        return _YEAR, _MONTH
    if day >= 0.22:
        return _YEAR, _QUARTER
    return _YEARS_BY_TEN, _YEAR if day >= 0.07 else _YEARS_BY_FIVE


def _stretches(scale: TimeScale, kind: Kind) -> Iterator[Stretch]:
    floor, following, label = kind
    at, end = floor(to_datetime(scale.first)), to_datetime(scale.last)
    while at < end:
        after = following(at)
        yield Stretch(scale.x(to_instant(at)), scale.x(to_instant(after)), label(at))
        at = after


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _first_of_month(at: datetime, months: int = 0, every: int = 1) -> datetime:
    number = (at.year * 12 + at.month - 1) // every * every + months
    return datetime(number // 12, number % 12 + 1, 1)  # noqa: DTZ001 (the plan's wall clock)


def _first_of_years(at: datetime, every: int, years: int = 0) -> datetime:
    return datetime(max(at.year // every * every + years, 1), 1, 1)  # noqa: DTZ001 (the plan's wall clock)


def _hours(every: int) -> Kind:
    return (
        lambda at: at.replace(hour=at.hour // every * every, minute=0, second=0, microsecond=0),
        lambda at: at + timedelta(hours=every),
        lambda at: f"{at.hour:02d}",
    )


def _years(every: int) -> Kind:
    return (
        lambda at: _first_of_years(at, every),
        lambda at: _first_of_years(at, every, every),
        lambda at: str(at.year) if every == 1 else f"{at.year} to {at.year + every - 1}",
    )


_DAY_LONG: Kind = (
    _midnight,
    lambda at: at + timedelta(days=1),
    lambda at: f"{DAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]} {at.year}",
)
_DAY: Kind = (_midnight, lambda at: at + timedelta(days=1), lambda at: str(at.day))
_WEEK: Kind = (
    lambda at: _midnight(at) - timedelta(days=at.weekday()),
    lambda at: at + timedelta(days=7),
    lambda at: str(at.day),
)
_MONTH: Kind = (_first_of_month, lambda at: _first_of_month(at, 1), lambda at: MONTHS[at.month - 1])
_MONTH_LONG: Kind = (
    _first_of_month,
    lambda at: _first_of_month(at, 1),
    lambda at: f"{MONTHS[at.month - 1]} {at.year}",
)
_QUARTER: Kind = (
    lambda at: _first_of_month(at, 0, 3),
    lambda at: _first_of_month(at, 3, 3),
    lambda at: f"Q{(at.month + 2) // 3}",
)
_YEAR: Kind = _years(1)
_YEARS_BY_FIVE: Kind = _years(5)
_YEARS_BY_TEN: Kind = _years(10)
