"""A schedule with all that the facts of its report are made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from headway.core.calendar.kernels import work_between
from headway.core.plan.entities import TaskKind
from headway.core.plan.outline import ROOT, Outline, outline_of
from headway.core.time import TENTHS_PER_MINUTE
from headway.formats.mapping.baselines import PLANNED
from headway.reports.plan_report.values import ALL, Loss, Reference, Row

if TYPE_CHECKING:
    from headway.core.plan.entities import Baseline, BaselineDates, Task
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule
    from headway.core.schedule.drivers import Drivers

_MILESTONES = frozenset({TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE})
_SPANNING = frozenset({TaskKind.LEVEL_OF_EFFORT, TaskKind.HAMMOCK, TaskKind.WBS_SUMMARY})
"""Tasks whose dates are those of others."""
NEGLIGIBLE = 20
"""This part of a working day shows as 0.0 days: nobody promises by the minute."""


@dataclass(frozen=True, slots=True)
class Source:
    """What the report says about where its plan is from, beside the plan itself."""

    file: str
    today: int
    """Stands in for the data date where the plan has none, unless the plan lies elsewhere in time."""
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True)
class Known:
    """A schedule and its source; everything else is found on first use and kept."""

    schedule: Schedule
    source: Source

    @property
    def plan(self) -> Plan:
        return self.schedule.compiled.plan

    @property
    def drivers(self) -> Drivers:
        return self.schedule.drivers

    @property
    def day(self) -> int:
        """A working day of the project (span)."""
        return max(self.plan.project.minutes_per_day, 1) * TENTHS_PER_MINUTE

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self.plan)

    @cached_property
    def leaves(self) -> tuple[Row, ...]:
        """Every task with dates of its own, in the order of the plan: no summaries, no level of effort, no ghosts of
        tasks of other projects."""
        critical, index, tasks = self.drivers.critical(), self.schedule.compiled.index, self.plan.tasks
        own = (i for i in self.outline.leaves() if tasks[i].kind not in _SPANNING and not tasks[i].external_link)
        found = (self._row(task_id, bool(critical[index[task_id]])) for task_id in own)
        return tuple(row for row in found if row is not None)

    @cached_property
    def unfinished(self) -> tuple[Row, ...]:
        return tuple(row for row in self.leaves if row.percent < ALL)

    @cached_property
    def people(self) -> dict[int, list[str]]:
        """Names of the resources of each task."""
        found: dict[int, list[str]] = {}
        for assignment in self.plan.assignments.values():
            resource = self.plan.resources.get(assignment.resource) if assignment.resource is not None else None
            if resource is not None and resource.name:
                found.setdefault(assignment.task, []).append(resource.name)
        return found

    @cached_property
    def promise(self) -> Baseline | None:
        """The baseline in force (the first one).  P6's planned dates are none: they move with the plan."""
        baselines = self.plan.baselines
        first = baselines[min(baselines)] if baselines else None
        return first if first is not None and first.name != PLANNED else None

    @cached_property
    def baseline(self) -> dict[int, BaselineDates]:
        """Its dates by task id."""
        return {each.task: each for each in self.promise.dates} if self.promise is not None else {}

    @cached_property
    def reference(self) -> tuple[int, Reference]:
        """The data date; without one today, and where that lies outside the plan the last actual date or the start."""
        data_date, today = self.plan.project.data_date, self.source.today
        if data_date is not None:
            return data_date, Reference.DATA_DATE
        start = min((row.start for row in self.leaves), default=today)
        if not self.leaves or start <= today <= self.schedule.finish:
            return today, Reference.TODAY
        if self.actuals:
            return max(self.actuals), Reference.PROGRESS
        return start, Reference.START

    @cached_property
    def actuals(self) -> tuple[int, ...]:
        """Every actual date."""
        found = (self.plan.tasks[row.task].progress for row in self.leaves)
        dates = (date for each in found if each is not None for date in (each.actual_start, each.actual_finish))
        return tuple(date for date in dates if date is not None)

    @property
    def now(self) -> int:
        return self.reference[0]

    def span(self, begin: int, end: int) -> int:
        """Working time of the project's calendar between two instants, negative backwards."""
        calendars = self.schedule.compiled.calendars
        at = calendars.at(self.plan.project.calendar)
        return int(work_between(calendars.working_time, at, begin, end))

    def slip(self, promised: int, now: int) -> int:
        """Working time by which a date is later than promised; less than a twentieth of a day is none."""
        span = self.span(promised, now)
        return 0 if abs(span) * NEGLIGIBLE < self.day else span

    def _row(self, task_id: int, critical: bool) -> Row | None:
        task, dates = self.plan.tasks[task_id], self.schedule.dates(task_id)
        if dates.start is None or dates.finish is None:
            return None
        above = self.outline.parents[task_id]
        people = ([task.owner] if task.owner else []) + self.people.get(task_id, [])
        row = task.external.row if task.external is not None else None
        planned = self.baseline.get(task_id)
        return Row(
            task=task_id,
            row=self.outline.rows[task_id] if row is None else row,
            name=task.name,
            phase=self.plan.tasks[above].name if above != ROOT else "",
            people=tuple(dict.fromkeys(people)),
            milestone=task.milestone or task.kind in _MILESTONES,
            start=dates.start,
            finish=dates.finish,
            total_float=dates.total_float,
            percent=percent_of(task),
            critical=critical,
            baseline_start=planned.start if planned is not None else None,
            baseline_finish=planned.finish if planned is not None else None,
        )


def percent_of(task: Task) -> int:
    """Progress: all only with an actual finish, none without an actual start."""
    progress = task.progress
    if progress is None:
        return 0
    if progress.actual_finish is not None:
        return ALL
    if progress.actual_start is None:
        return 0
    return min(progress.percent_complete, ALL - 1)
