"""What starts and finishes in the next six weeks, week by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_WEEK, weekday
from headway.reports.plan_report.values import Happening, Week, WeekRow

if TYPE_CHECKING:
    from headway.reports.plan_report.known import Known
    from headway.reports.plan_report.values import Row

WEEKS = 6


def next_weeks(known: Known) -> tuple[Week, ...]:
    """The weeks from the reference date on; a week in which no working time is left is left out.

    What lies before the day of the reference date is overdue or done, not to come.
    """
    today = known.now - known.now % TENTHS_PER_DAY
    first = monday_of(known.now)
    if known.span(known.now, first + TENTHS_PER_WEEK) == 0:
        first += TENTHS_PER_WEEK
    mondays = [first + number * TENTHS_PER_WEEK for number in range(WEEKS)]
    return tuple(
        Week(monday, _week(known.unfinished, max(monday, today), monday + TENTHS_PER_WEEK)) for monday in mondays
    )


def monday_of(instant: int) -> int:
    """Midnight at the beginning of the week of an instant.

    >>> from datetime import datetime
    >>> from headway.core.time import to_datetime, to_instant
    >>> to_datetime(monday_of(to_instant(datetime(2027, 3, 4, 17)))).isoformat()
    '2027-03-01T00:00:00'
    """
    day = instant // TENTHS_PER_DAY
    return (day - weekday(day)) * TENTHS_PER_DAY


def _week(rows: tuple[Row, ...], begin: int, end: int) -> tuple[WeekRow, ...]:
    found = []
    for row in rows:
        happening = _happening(row, begin, end)
        if happening is not None:
            at = row.start if happening is Happening.STARTS else row.finish
            found.append((at, row.row, WeekRow(row, happening)))
    return tuple(each for _, _, each in sorted(found, key=lambda entry: entry[:2]))


def _happening(row: Row, begin: int, end: int) -> Happening | None:
    starts = row.percent == 0 and begin <= row.start < end
    # Midnight belongs to the day that it ends.
    finishes = begin < row.finish <= end
    if row.milestone:
        return Happening.DUE if begin <= row.finish < end else None
    if starts and finishes:
        return Happening.STARTS_AND_FINISHES
    return Happening.STARTS if starts else Happening.FINISHES if finishes else None
