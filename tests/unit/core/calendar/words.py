"""Dates and shifts as people write them."""

from __future__ import annotations

from datetime import date, datetime

from headway.core.plan.entities import CalendarException, Shift, WorkWeek
from headway.core.time import to_datetime, to_day, to_instant


def at(text: str) -> int:
    """The instant of ``2024-03-15 17:00``."""
    return to_instant(datetime.fromisoformat(text))


def when(instant: int) -> str:
    """``Fri 2024-03-15 17:00``."""
    return to_datetime(int(instant)).strftime("%a %Y-%m-%d %H:%M")


def day(text: str) -> int:
    return to_day(date.fromisoformat(text))


def shifts(text: str) -> tuple[Shift, ...]:
    """The shifts of ``8-12 13-17``; ``22-6`` runs over midnight, ``""`` is a free day."""
    found = []
    for part in text.split():
        start, finish = part.split("-")
        found.append(Shift(_clock(start), _clock(finish)))
    return tuple(found)


def _clock(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 600 + int(minutes or 0) * 10


def week(monday_to_friday: str, saturday: str = "", sunday: str = "") -> tuple[tuple[Shift, ...], ...]:
    return (*(shifts(monday_to_friday),) * 5, shifts(saturday), shifts(sunday))


def free(first: str, last: str | None = None, name: str = "", work: str = "") -> CalendarException:
    """An exception from ``first`` to ``last``, not worked unless ``work`` says when."""
    return CalendarException(day(first), day(last or first), shifts(work), name)


def work_week(first: str, last: str, days: tuple[tuple[Shift, ...] | None, ...], name: str = "") -> WorkWeek:
    return WorkWeek(day(first), day(last), days, name)
