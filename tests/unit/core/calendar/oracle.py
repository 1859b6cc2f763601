"""Working time the slow way: the rules read day by day, the time walked cell by cell.

Nothing here is shared with the code under test.  A cell is six minutes; shifts, instants and spans of the tests that
use the oracle are whole cells.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from headway.core.plan.entities import Calendar, CalendarException, Recurrence, Shift

CELL = 60
CELLS_A_DAY = 240
EPOCH = date(1970, 1, 1)
STANDARD = ((4_800, 7_200), (7_800, 10_200))
RANKS = {"weekly": 0, "monthly": 1, "yearly": 2, "daily": 3}
SINGLE = 4
MOST_DAYS = 3_000
"""No walk looks further than this many days."""


def as_date(day: int) -> date:
    return EPOCH + timedelta(days=day)


def sunday_before(day: date) -> date:
    return day - timedelta(days=day.isoweekday() % 7)


def month_length(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def nth_weekday(rule: Recurrence, day: date) -> bool:
    """Whether a day is the rule's first, second ... or last Tuesday, say, of its month."""
    assert rule.week is not None
    if day.weekday() != rule.weekdays[0]:
        return False
    if rule.week == 5:
        return day.day + 7 > month_length(day)
    return (day.day - 1) // 7 + 1 == rule.week


def on_day_of_month(rule: Recurrence, day: date) -> bool:
    if rule.week is not None:
        return nth_weekday(rule, day)
    assert rule.day is not None
    return day.day == min(rule.day, month_length(day))


def fits_but_for_interval(rule: Recurrence, day: date) -> bool:
    if rule.kind == "daily":
        return True
    if rule.kind == "weekly":
        return day.weekday() in rule.weekdays
    if rule.kind == "yearly" and day.month != rule.month:
        return False
    return on_day_of_month(rule, day)


def steps_between(rule: Recurrence, first: date, day: date) -> int:
    """Days, weeks, months or years from the beginning of the rule."""
    if rule.kind == "daily":
        return (day - first).days
    if rule.kind == "weekly":
        return (sunday_before(day) - sunday_before(first)).days // 7
    if rule.kind == "monthly":
        return (day.year - first.year) * 12 + day.month - first.month
    return day.year - first.year


def days_of_rule(rule: Recurrence, until: int) -> Iterator[int]:
    """The days a rule yields, by looking at each day from its start."""
    found = 0
    first = as_date(rule.start)
    counts_from_month = rule.kind == "monthly" and rule.week is not None
    origin = first if rule.kind in ("daily", "weekly") or counts_from_month else None
    last = until if rule.finish is None else min(until, rule.finish)
    for number in range(rule.start, last + 1):
        day = as_date(number)
        if not fits_but_for_interval(rule, day):
            continue
        if origin is None:
            origin = day
        if steps_between(rule, origin, day) % rule.every:
            continue
        found += 1
        yield number
        if rule.finish is None and rule.occurrences and found >= rule.occurrences:
            return


class Oracle:
    """One calendar of a plan."""

    def __init__(self, calendars: Mapping[int, Calendar], wanted: int, until: int) -> None:
        self.chain: list[Calendar] = []
        current: int | None = wanted
        while current is not None:
            self.chain.append(calendars[current])
            current = calendars[current].parent
        self.ruled = {
            id(entry): frozenset(days_of_rule(entry.recurrence, until))
            for calendar in self.chain
            for entry in calendar.exceptions
            if entry.recurrence is not None
        }
        self.cells = lru_cache(maxsize=None)(self._cells)

    def rank(self, entry: CalendarException) -> tuple[int, int]:
        if entry.recurrence is None:
            return SINGLE, entry.first
        days = self.ruled[id(entry)]
        return (SINGLE if len(days) == 1 else RANKS[entry.recurrence.kind]), min(days)

    def covers(self, entry: CalendarException, day: int) -> bool:
        if entry.recurrence is None:
            return entry.first <= day <= entry.last
        return day in self.ruled[id(entry)]

    def shifts(self, day: int) -> tuple[tuple[int, int], ...]:
        """The shifts that begin on a day; of equals the one further down the list holds."""
        position = as_date(day).weekday()
        for calendar in self.chain:
            covering = [entry for entry in calendar.exceptions if self.covers(entry, day)]
            if covering:
                return plain(sorted(covering, key=self.rank)[-1].shifts)
        for calendar in self.chain:
            for week in sorted(calendar.work_weeks, key=lambda week: week.first)[::-1]:
                own = week.days[position]
                if week.first <= day <= week.last and own is not None:
                    return plain(own)
        for calendar in self.chain:
            own = calendar.days[position]
            if own is not None:
                return plain(own)
        return STANDARD if position < 5 else ()

    def _cells(self, day: int) -> tuple[bool, ...]:
        """Whether each cell of a day is worked, with what the night shift of the day before leaves."""
        worked = [False] * CELLS_A_DAY
        for origin, source in ((-14_400, day - 1), (0, day)):
            for start, finish in self.shifts(source):
                for cell in range(max(0, (start + origin) // CELL), min(CELLS_A_DAY, (finish + origin) // CELL)):
                    worked[cell] = True
        return tuple(worked)

    def works(self, cell: int) -> bool:
        return self.cells(cell // CELLS_A_DAY)[cell % CELLS_A_DAY]

    def work_between(self, start: int, finish: int) -> int:
        if finish < start:
            return -self.work_between(finish, start)
        return sum(self.works(cell) for cell in range(start // CELL, finish // CELL)) * CELL

    def worked_cells(self, cell: int, direction: int) -> Iterator[int]:
        """Worked cells from ``cell`` on, forwards or backwards, skipping free days."""
        for _ in range(MOST_DAYS * CELLS_A_DAY):
            if not any(self.cells(cell // CELLS_A_DAY)):
                day = cell // CELLS_A_DAY
                cell = (day + 1) * CELLS_A_DAY if direction > 0 else day * CELLS_A_DAY - 1
                continue
            if self.works(cell):
                yield cell
            cell += direction
        raise AssertionError("nothing worked for years")

    def next_start(self, instant: int) -> int:
        return next(self.worked_cells(instant // CELL, 1)) * CELL

    def previous_finish(self, instant: int) -> int:
        return (next(self.worked_cells(instant // CELL - 1, -1)) + 1) * CELL

    def add_work(self, instant: int, span: int) -> int:
        if span == 0:
            return instant
        direction = 1 if span > 0 else -1
        cells = self.worked_cells(instant // CELL - (direction < 0), direction)
        last = -1
        for _ in range(abs(span) // CELL):
            last = next(cells)
        return (last + (direction > 0)) * CELL


def plain(shifts: tuple[Shift, ...]) -> tuple[tuple[int, int], ...]:
    """Shifts with a finish before the start read as running over midnight."""
    return tuple((s.start, s.finish + (14_400 if s.finish < s.start else 0)) for s in shifts)
