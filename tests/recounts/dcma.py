"""The DCMA 14 counted again, as somebody would with a spreadsheet: one line a task, one column a question.

Nothing of the review is used here; the lines come from the plan itself and from the dates of its schedule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from headway.core.plan.outline import outline_of
from tests.unit.core.calendar.oracle import Oracle

if TYPE_CHECKING:
    from headway.core.plan.entities import Assignment, BaselineDates, Constraint, Link, Task
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

DAY = 14_400
NOT_WORK = ("level_of_effort", "hammock", "wbs_summary", "wbs")
HARD = (
    *("must_start_on", "must_finish_on", "start_on", "finish_on"),
    *("start_no_later_than", "finish_no_later_than"),
)


@dataclass(frozen=True)
class Count:
    """``found`` of ``among``; ``value`` where it is no count; ``None`` among: nothing to say."""

    found: int = 0
    among: int | None = None
    value: float | None = None


@dataclass(frozen=True)
class Line:
    """One task, with its columns."""

    id: int
    done: bool
    milestone: bool
    planned: tuple[int | None, int | None, int | None] | None
    """Start, finish and duration in the baseline."""
    start: int | None
    finish: int | None
    actual_start: int | None
    actual_finish: int | None
    float_days: float | None
    days: float
    long_days: float
    loaded: bool
    hard: bool


@dataclass
class Sheet:
    """All leaves of a plan."""

    schedule: Schedule
    lines: list[Line] = field(default_factory=list)
    baseline: dict[int, BaselineDates] = field(default_factory=dict)
    assigned: dict[int, list[Assignment]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        plan = self.plan
        if plan.baselines:
            dates = plan.baselines[min(plan.baselines)].dates
            self.baseline = {each.task: each for each in dates if each.start is not None or each.finish is not None}
        for assignment in plan.assignments.values():
            self.assigned.setdefault(assignment.task, []).append(assignment)
        above = {task.parent for task in plan.tasks.values()}
        for task in (plan.tasks[number] for number in outline_of(plan).order):
            aside = task.inactive or task.external_link or str(task.kind) in NOT_WORK
            if task.id not in above and not aside:
                self.lines.append(self.line(task))

    @property
    def plan(self) -> Plan:
        return self.schedule.compiled.plan

    @property
    def status(self) -> int | None:
        return self.plan.project.data_date

    @property
    def has_baseline(self) -> bool:
        return bool(self.baseline)

    def line(self, task: Task) -> Line:
        dates, progress = self.schedule.dates(task.id), task.progress
        remaining = task.duration
        if progress is not None:
            remaining = max(0, task.duration - (progress.actual_duration or 0))
            remaining = remaining if progress.remaining_duration is None else progress.remaining_duration
        planned = self.planned(task)
        long = remaining if planned is None or planned[2] is None else planned[2]
        return Line(
            id=task.id,
            done=is_done(task),
            milestone=task.milestone or "milestone" in str(task.kind) or task.duration == 0,
            planned=planned,
            start=dates.start,
            finish=dates.finish,
            actual_start=None if progress is None else progress.actual_start,
            actual_finish=None if progress is None else progress.actual_finish,
            float_days=None if dates.total_float is None else self.in_days(task, dates.total_float),
            days=self.in_days(task, task.duration),
            long_days=self.in_days(task, long),
            loaded=self.is_loaded(task),
            hard=any(c.date is not None and str(c.kind) in HARD for c in constraints(task)),
        )

    def planned(self, task: Task) -> tuple[int | None, int | None, int | None] | None:
        dates = self.baseline.get(task.id)
        return None if dates is None else (dates.start, dates.finish, dates.duration)

    def in_days(self, task: Task, span: int) -> float:
        """Working days of the project; of the task's calendar under P6; seven calendar days are a working week."""
        project = self.plan.project
        minutes = project.minutes_per_day
        if task.elapsed:
            return span / (7 * DAY) * (project.minutes_per_week / minutes)
        if str(project.rules) == "p6" and task.calendar in self.plan.calendars:
            minutes = self.plan.calendars[task.calendar].minutes_per_day or minutes
        return span / (minutes * 10)

    def is_loaded(self, task: Task) -> bool:
        amounts = sum(each.work + each.cost for each in self.assigned.get(task.id, []))
        if task.amounts is not None:
            amounts += task.amounts.work + task.amounts.cost + task.amounts.fixed_cost
        return amounts > 0

    def work_days(self, begin: int, end: int) -> float:
        """Working days of the project from one instant to another, day by day."""
        if end < begin:
            return -self.work_days(end, begin)
        oracle = Oracle(self.plan.calendars, self.plan.project.calendar or 0, end // DAY + 400)
        total = 0
        for day in range(begin // DAY - 1, end // DAY + 1):
            for first, last in oracle.shifts(day):
                total += max(0, min(day * DAY + last, end) - max(day * DAY + first, begin))
        return total / (self.plan.project.minutes_per_day * 10)


def constraints(task: Task) -> list[Constraint]:
    return [each for each in (task.constraint, task.secondary_constraint) if each is not None]


def is_done(task: Task) -> bool:
    progress = task.progress
    return progress is not None and (progress.actual_finish is not None or progress.percent_complete == 10_000)


def counted(sheet: Sheet) -> list[Line]:
    """Incomplete tasks of some length that the baseline knows."""
    known = [line for line in sheet.lines if not line.milestone and not line.done]
    return [line for line in known if line.planned is not None] if sheet.has_baseline else known


def links(sheet: Sheet) -> list[Link]:
    """Links into what is not done, between tasks that count for something."""
    tasks = sheet.plan.tasks
    found = [link for link in sheet.plan.links.values() if link.predecessor in tasks and link.successor in tasks]
    active = [x for x in found if not (tasks[x.predecessor].inactive or tasks[x.successor].inactive)]
    return [link for link in active if not is_done(tasks[link.successor])]


def logic(sheet: Sheet) -> Count:
    """DCMA 1: without a predecessor or a successor; the first task that starts and the last that ends may be."""
    tasks = sheet.plan.tasks
    live = [
        link
        for link in sheet.plan.links.values()
        if all(end in tasks and not tasks[end].inactive for end in (link.predecessor, link.successor))
    ]
    followers, leaders = {link.successor for link in live}, {link.predecessor for link in live}
    starts = [line for line in sheet.lines if line.id not in followers and line.start is not None]
    ends = [line for line in sheet.lines if line.id not in leaders and line.finish is not None]
    first = sorted(starts, key=lambda line: (line.start, not line.milestone))[:1]
    last = sorted(ends, key=lambda line: (line.finish, line.milestone))[-1:]
    found = [
        line
        for line in counted(sheet)
        if (line.id not in followers and line not in first) or (line.id not in leaders and line not in last)
    ]
    return Count(len(found), len(counted(sheet)))


def leads(sheet: Sheet) -> Count:
    return Count(sum(link.lag < 0 for link in links(sheet)), len(links(sheet)))


def lags(sheet: Sheet) -> Count:
    return Count(sum(link.lag > 0 for link in links(sheet)), len(links(sheet)))


def link_types(sheet: Sheet) -> Count:
    """Those that do not run from a finish to a start."""
    return Count(sum(str(link.kind) != "FS" for link in links(sheet)), len(links(sheet)))


def hard_constraints(sheet: Sheet) -> Count:
    return Count(sum(line.hard for line in counted(sheet)), len(counted(sheet)))


def high_float(sheet: Sheet) -> Count:
    found = [line for line in counted(sheet) if line.float_days is not None and line.float_days > 44]
    return Count(len(found), len(counted(sheet)))


def negative_float(sheet: Sheet) -> Count:
    found = [line for line in counted(sheet) if line.float_days is not None and line.float_days < 0]
    return Count(len(found), len(counted(sheet)))


def high_duration(sheet: Sheet) -> Count:
    return Count(sum(line.long_days > 44 for line in counted(sheet)), len(counted(sheet)))


def invalid_dates(sheet: Sheet) -> Count:
    """Forecast before the data date, or actual after it."""
    now = sheet.status
    if now is None:
        return Count()

    def wrong(line: Line) -> bool:
        actual = [date for date in (line.actual_start, line.actual_finish) if date is not None and date > now]
        forecast = []
        if not line.done:
            forecast = [line.finish] if line.actual_start is not None else [line.start, line.finish]
        return bool(actual or [date for date in forecast if date is not None and date < now])

    return Count(sum(wrong(line) for line in sheet.lines), len(sheet.lines))


def resources(sheet: Sheet) -> Count:
    return Count(sum(line.days >= 1 and not line.loaded for line in counted(sheet)), len(counted(sheet)))


def due(sheet: Sheet) -> list[Line]:
    """Tasks that the baseline has finished by the data date."""
    now = sheet.status or 0
    return [x for x in sheet.lines if x.planned is not None and x.planned[1] is not None and x.planned[1] <= now]


def missed(sheet: Sheet) -> Count:
    if sheet.status is None or not sheet.has_baseline:
        return Count()
    found = [line for line in due(sheet) if not line.milestone]
    late = [x for x in found if x.planned is not None and (x.finish or 0) > (x.planned[1] or 0)]
    return Count(len(late), len(found))


def cpli(sheet: Sheet) -> Count:
    finishes = [x.planned[1] for x in sheet.lines if x.planned is not None and x.planned[1] is not None]
    promised = max(finishes, default=sheet.plan.project.must_finish_by)
    if sheet.status is None or promised is None or all(line.done for line in sheet.lines):
        return Count()
    length = sheet.work_days(sheet.status, sheet.schedule.finish)
    if length <= 0:
        return Count()
    room = sheet.work_days(sheet.schedule.finish, promised)
    return Count(0, sum(not line.done for line in sheet.lines), (length + room) / length)


def bei(sheet: Sheet) -> Count:
    now = sheet.status
    if now is None or not sheet.has_baseline:
        return Count()
    unknown = [line for line in sheet.lines if line.planned is None or line.planned[1] is None]
    should = [*due(sheet), *unknown]
    done = [line for line in sheet.lines if line.done and (line.actual_finish is None or line.actual_finish <= now)]
    if not should:
        return Count()
    return Count(len([line for line in should if line not in done]), len(should), len(done) / len(should))


RECOUNTS = {
    "dcma-01": logic,
    "dcma-02": leads,
    "dcma-03": lags,
    "dcma-04": link_types,
    "dcma-05": hard_constraints,
    "dcma-06": high_float,
    "dcma-07": negative_float,
    "dcma-08": high_duration,
    "dcma-09": invalid_dates,
    "dcma-10": resources,
    "dcma-11": missed,
    "dcma-13": cpli,
    "dcma-14": bei,
}
