"""A plan as a table, the way somebody would count it in a spreadsheet: rows, a list of links, hours on a wall clock.

Nothing of the review is used here.  Plans have one calendar, the standard week, and whole hours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR, weekday

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.core.plan.entities import Link, Task
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

DAY = 8
"""Hours of a working day."""


def works(hour: int) -> bool:
    """Whether the hour that begins there (hours since 1970) is worked in the standard week."""
    day, time = divmod(hour, 24)
    return weekday(day) < 5 and (8 <= time < 12 or 13 <= time < 17)


def worked(begin: int, end: int) -> int:
    """Working hours from one instant to another, negative backwards, counted one by one."""
    first, last = begin // TENTHS_PER_HOUR, end // TENTHS_PER_HOUR
    return sum(works(hour) for hour in range(first, last)) - sum(works(hour) for hour in range(last, first))


@dataclass
class Line:
    """A row of the table."""

    task: Task
    start: int
    finish: int
    children: list[int] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    before: list[Link] = field(default_factory=list)
    after: list[Link] = field(default_factory=list)

    @property
    def done(self) -> bool:
        progress = self.task.progress
        return progress is not None and (progress.actual_finish is not None or progress.percent_complete == 10_000)

    @property
    def begun(self) -> bool:
        progress = self.task.progress
        return progress is not None and (progress.actual_start is not None or progress.percent_complete > 0)

    @property
    def event(self) -> bool:
        return self.task.milestone or self.task.duration == 0

    @property
    def leaf(self) -> bool:
        return not self.children and not self.task.inactive

    @property
    def open(self) -> bool:
        return self.leaf and not self.done


def table_of(plan: Plan, schedule: Schedule) -> dict[int, Line]:
    """The rows of a plan by task id."""
    lines: dict[int, Line] = {}
    for number, task in plan.tasks.items():
        dates = schedule.dates(number)
        lines[number] = Line(task, dates.start or 0, dates.finish or 0)
    for number, line in lines.items():
        above = line.task.parent
        while above:
            line.above.append(above)
            above = plan.tasks[above].parent
        if line.task.parent:
            lines[line.task.parent].children.append(number)
    for link in plan.links.values():
        if not lines[link.predecessor].task.inactive and not lines[link.successor].task.inactive:
            lines[link.successor].before.append(link)
            lines[link.predecessor].after.append(link)
    return lines


def live_links(lines: dict[int, Line]) -> list[Link]:
    """The links that count: into what is not done."""
    return sorted((link for line in lines.values() if not line.done for link in line.before), key=lambda link: link.id)


def counted(lines: dict[int, Line], baselined: set[int]) -> list[Line]:
    """The population: open rows with duration, in the baseline where there is one."""
    found = (line for line in lines.values() if line.open and not line.event)
    return [line for line in found if not baselined or line.task.id in baselined]


def inherits(lines: dict[int, Line], links: Iterable[Link], kinds: str) -> bool:
    """Whether one of the links is of these kinds."""
    return any(link.kind.value in kinds.split() for link in links)


def held_from_above(lines: dict[int, Line], line: Line, kinds: str) -> bool:
    return any(inherits(lines, lines[above].before, kinds) for above in line.above)


def handed_on_above(lines: dict[int, Line], line: Line, kinds: str) -> bool:
    return any(inherits(lines, lines[above].after, kinds) for above in line.above)


def peak_hours(bookings: list[tuple[int, int, int]], most: int) -> int:
    """Worked hours in which the units booked exceed ``most``, counted hour by hour."""
    first = min((start for start, _, _ in bookings), default=0) // TENTHS_PER_HOUR
    last = max((finish for _, finish, _ in bookings), default=0) // TENTHS_PER_HOUR
    over = 0
    for hour in range(first, last):
        at = hour * TENTHS_PER_HOUR
        booked = sum(units for start, finish, units in bookings if start <= at < finish)
        over += works(hour) and booked > most
    return over


def midnight(day: int) -> int:
    return day * TENTHS_PER_DAY
