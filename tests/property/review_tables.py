"""A plan as a table, the way somebody would count it in a spreadsheet: rows, a list of links, hours on a wall clock.

Nothing of the review is used here.  Plans have one calendar, the standard week, and whole hours.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from headway.core.plan.entities import ResourceKind, TaskKind
from headway.core.plan.plan import Rules
from headway.core.time import TENTHS_PER_HOUR, weekday

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.core.plan.entities import Link, Task
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

NO_WORK = frozenset({TaskKind.LEVEL_OF_EFFORT, TaskKind.HAMMOCK, TaskKind.WBS_SUMMARY, TaskKind.WBS})
MILESTONES = frozenset({TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE})
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
        return progress is not None and (progress.actual_finish is not None or progress.percent_complete >= 10_000)

    @property
    def begun(self) -> bool:
        progress = self.task.progress
        return progress is not None and (progress.actual_start is not None or progress.percent_complete > 0)

    @property
    def event(self) -> bool:
        return self.task.milestone or self.task.duration == 0 or self.task.kind in MILESTONES

    @property
    def leaf(self) -> bool:
        task = self.task
        return not (self.children or task.inactive or task.external_link or task.kind in NO_WORK)

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
        while above in lines:
            line.above.append(above)
            above = plan.tasks[above].parent
        if line.task.parent in lines:
            lines[line.task.parent].children.append(number)
    for link in plan.links.values():
        if (
            {link.predecessor, link.successor} <= lines.keys()
            and not lines[link.predecessor].task.inactive
            and not lines[link.successor].task.inactive
        ):
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


def inherits(links: Iterable[Link], kinds: str) -> bool:
    """Whether one of the links is of these kinds."""
    return any(link.kind.value in kinds.split() for link in links)


def held_from_above(lines: dict[int, Line], line: Line, kinds: str) -> bool:
    return any(inherits(lines[above].before, kinds) for above in line.above)


def handed_on_above(lines: dict[int, Line], line: Line, kinds: str) -> bool:
    return any(inherits(lines[above].after, kinds) for above in line.above)


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


def findings(plan: Plan, lines: dict[int, Line], baselined: set[int]) -> dict[str, list[int]]:
    """Tasks that each rule must find, for the rules that need no calendar; nothing for those that do not apply."""
    rows = [line for line in lines.values() if line.open]
    lasting = [line for line in rows if not line.event]
    links = live_links(lines)
    names = Counter(name_of(line) for line in lines.values() if line.leaf)
    people = {number for number, each in plan.resources.items() if each.kind is ResourceKind.WORK}
    busy = {each.task for each in plan.assignments.values() if each.resource in people}
    owned = {number for number, line in lines.items() if line.task.owner or number in busy}
    project = plan.project.rules is Rules.MSPROJECT
    population = counted(lines, baselined)
    found = {
        "dangling-start": [
            line
            for line in population
            if line.before
            and not line.begun
            and not inherits(line.before, "FS SS")
            and not held_from_above(lines, line, "FS SS")
        ],
        "dangling-finish": [
            line
            for line in population
            if line.after and not inherits(line.after, "FS FF") and not handed_on_above(lines, line, "FS FF")
        ],
        "no-owner": [line for line in lasting if line.task.id not in owned],
        "manual-tasks": [line for line in rows if line.task.manual and project],
        "estimated-durations": [line for line in lasting if line.task.estimated and not line.begun and project],
        "elapsed-durations": [line for line in lasting if line.task.elapsed and project],
        "not-in-baseline": [line for line in rows if baselined and line.task.id not in baselined],
        "task-names": [
            line
            for line in rows
            if not name_of(line)[1] or (names[name_of(line)] > 1 and not is_recurring(plan, line.task.parent))
        ],
        "links-on-summaries": [
            lines[link.successor]
            for link in links
            if lines[link.predecessor].children or lines[link.successor].children
        ],
    }
    if not any(line.leaf and number in owned for number, line in lines.items()):
        found["no-owner"] = []
    return {rule: sorted(line.task.id for line in each) for rule, each in found.items()}


def name_of(line: Line) -> tuple[int, str]:
    """What makes two names the same: the summary, and the words."""
    return line.task.parent, " ".join(line.task.name.casefold().split())


def is_recurring(plan: Plan, task: int) -> bool:
    return task in plan.tasks and plan.tasks[task].recurring
