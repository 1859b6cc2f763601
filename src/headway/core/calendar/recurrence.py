"""Days of a recurring calendar exception or task, as arrays of day numbers."""

from __future__ import annotations

import calendar as gregorian
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from headway.core.time import from_day, to_day, weekday

if TYPE_CHECKING:
    from headway.core.plan.entities import Recurrence

Days = NDArray[np.int64]

MOST_OCCURRENCES = 20_000
"""A rule yields at most this many days (54 years of a daily rule)."""
LAST_YEAR = 2299
"""No rule yields days after this year."""
LAST_OF_MONTH = 5


def occurrences(rule: Recurrence, last: int | None = None) -> Days:
    """Ascending day numbers a rule yields.

    ``rule.finish`` ends it, else ``rule.occurrences``, else ``last``, else :data:`MOST_OCCURRENCES`.  A monthly or
    yearly rule with a ``day`` beyond the month's end takes the month's last day, as MS Project does.  A kind that is
    not known yields its first day only.
    """
    finish = rule.finish if rule.finish is not None else (None if rule.occurrences else last)
    limit = MOST_OCCURRENCES
    if rule.finish is None and rule.occurrences:
        limit = min(limit, max(1, rule.occurrences))
    end = to_day(date(LAST_YEAR, 12, 31)) if finish is None else min(finish, to_day(date(LAST_YEAR, 12, 31)))
    every = max(1, rule.every)
    if rule.kind == "daily":
        days = _daily(rule, every, end)
    elif rule.kind == "weekly":
        days = _weekly(rule, every, end, limit)
    elif rule.kind in ("monthly", "yearly"):
        days = _by_month(rule, every, end, limit)
    else:
        days = np.array([rule.start], dtype=np.int64)
    return days[(days >= rule.start) & (days <= end)][:limit]


def _daily(rule: Recurrence, every: int, end: int) -> Days:
    end = min(end, rule.start + every * MOST_OCCURRENCES)
    return np.arange(rule.start, end + 1, every, dtype=np.int64)


def _weekly(rule: Recurrence, every: int, end: int, limit: int) -> Days:
    """Weeks begin on Sunday, as in MS Project: it matters for rules of every second week on several days."""
    sunday = rule.start - (weekday(rule.start) + 1) % 7
    chosen = rule.weekdays or (weekday(rule.start),)
    offsets = np.array(sorted({(day + 1) % 7 for day in chosen}), dtype=np.int64)
    end = min(end, rule.start + 7 * every * (limit + 1))
    weeks = np.arange(sunday, end + 1, 7 * every, dtype=np.int64)
    return (weeks[:, None] + offsets[None, :]).ravel()


def _by_month(rule: Recurrence, every: int, end: int, limit: int) -> Days:
    first = from_day(rule.start)
    yearly = rule.kind == "yearly"
    month = (rule.month or first.month) if yearly else first.month
    step = 12 * every if yearly else every
    position = first.year * 12 + month - 1
    found: list[int] = []
    while position < (LAST_YEAR + 1) * 12 and len(found) < limit:
        day = _day_in_month(rule, position // 12, position % 12 + 1, first.day)
        if day > end:
            break
        if day >= rule.start:
            found.append(day)
        elif yearly or rule.week is None:
            # The rule's day of the first month has passed: the next month of the calendar is the first one.
            position += 12 - step if yearly else 1 - step
        position += step
    return np.array(found, dtype=np.int64)


def _day_in_month(rule: Recurrence, year: int, month: int, default_day: int) -> int:
    first_weekday, length = gregorian.monthrange(year, month)
    start = to_day(date(year, month, 1))
    if rule.week is None:
        return start + min(rule.day or default_day, length) - 1
    wanted = rule.weekdays[0] if rule.weekdays else first_weekday
    offset = (wanted - first_weekday) % 7
    if rule.week >= LAST_OF_MONTH:
        return start + offset + 7 * ((length - 1 - offset) // 7)
    return start + offset + 7 * (max(1, rule.week) - 1)
