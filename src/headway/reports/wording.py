"""How dates, lengths of time and counts read in a document or on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_MINUTE, to_datetime

if TYPE_CHECKING:
    from headway.core.plan.plan import Project

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUS = "\u2212"
NONE = "\u2013"


def day(instant: int | None) -> str:
    """The date of an instant.

    >>> day(300_513_600)
    '20 Feb 2027'
    """
    if instant is None:
        return NONE
    moment = to_datetime(instant)
    return f"{moment.day:02d} {MONTHS[moment.month - 1]} {moment.year}"


def moment(instant: int | None) -> str:
    """Weekday, date and time of an instant.

    >>> moment(300_513_600 + 8 * 600)
    'Sat 20 Feb 2027 08:00'
    """
    if instant is None:
        return NONE
    at = to_datetime(instant)
    return f"{DAYS[at.weekday()]} {day(instant)} {at.hour:02d}:{at.minute:02d}"


def iso(instant: int | None) -> str | None:
    """Local time without a zone, for machines.

    >>> iso(300_513_600 + 8 * 600)
    '2027-02-20T08:00:00'
    """
    return None if instant is None else to_datetime(instant).isoformat(timespec="seconds")


def minutes(span: int | None) -> int | float | None:
    """Tenths of a minute as minutes, whole where they are.

    >>> minutes(4800), minutes(5), minutes(None)
    (480, 0.5, None)
    """
    if span is None:
        return None
    whole, rest = divmod(span, TENTHS_PER_MINUTE)
    return span / TENTHS_PER_MINUTE if rest else whole


def weekday(instant: int) -> str:
    """Short name of the day of the week.

    >>> weekday(300_513_600)
    'Sat'
    """
    return DAYS[to_datetime(instant).weekday()]


def days(span: int | None, project: Project, sign: bool = False) -> str:
    """A span in working days of the project, one decimal at most.

    >>> from headway.core.plan.plan import Project
    >>> days(7200, Project()), days(-4800, Project()), days(4800, Project(), sign=True)
    ('1.5d', '−1d', '+1d')
    """
    return days_of(span, project.minutes_per_day, sign)


def days_of(span: int | None, minutes_per_day: int, sign: bool = False) -> str:
    """The same for days of so many minutes.

    >>> days_of(None, 480), days_of(0, 480, sign=True)
    ('–', '0d')
    """
    if span is None:
        return NONE
    value = round(span / (minutes_per_day * TENTHS_PER_MINUTE), 1)
    text = f"{abs(value):,.1f}".removesuffix(".0")
    mark = MINUS if value < 0 else "+" if sign and value > 0 else ""
    return f"{mark}{text}d"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "task"), count(1200, "task"), count(0, "activity", "activities")
    ('1 task', '1,200 tasks', '0 activities')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share as a percentage that says 100 % and 0 % only when it means it.

    >>> percent(1.0), percent(0.99999), percent(0.5), percent(0.00001)
    ('100 %', '99.9 %', '50.0 %', '0.1 %')
    """
    if share in (0.0, 1.0):
        return f"{share:.0%}".replace("%", " %")
    return f"{min(max(share * 100, 0.1), 99.9):.1f} %"
