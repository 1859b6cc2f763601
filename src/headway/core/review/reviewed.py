"""The plan as the rules look at it: who counts, which links count, lengths in working days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from headway.core.calendar.kernels import work_between
from headway.core.message import Length, Message, TaskName, message
from headway.core.plan.entities import TaskKind
from headway.core.plan.outline import Outline, outline_of
from headway.core.plan.plan import Rules
from headway.core.review.values import Row
from headway.core.time import NEVER, TENTHS_PER_MINUTE, TENTHS_PER_WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from headway.core.message import Param, Part
    from headway.core.plan.entities import Assignment, BaselineDates, Link, Task
    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule

WHOLE_DAYS = 10
"""From this many days on nobody wants to read hours."""
DONE = 10_000
"""Hundredths of a percent."""
MILESTONES = frozenset({TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE})
SPANNING = frozenset({TaskKind.LEVEL_OF_EFFORT, TaskKind.HAMMOCK, TaskKind.WBS_SUMMARY})
"""Tasks whose dates are those of others: no rule counts them."""


@dataclass(frozen=True)
class Reviewed:
    """A schedule with what several rules ask of it; everything is found on first use and kept."""

    schedule: Schedule
    leave_out_milestones: bool = True
    """As Deltek counts: tasks without duration are no part of :attr:`population`."""
    leave_out_unbaselined: bool = True
    """The same for tasks that the baseline does not know, where there is a baseline."""

    @property
    def plan(self) -> Plan:
        return self.schedule.compiled.plan

    @property
    def data_date(self) -> int | None:
        """Status date of the plan (instant)."""
        return self.plan.project.data_date

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self.plan)

    @cached_property
    def leaves(self) -> tuple[Task, ...]:
        """Tasks that are work or milestones of this plan, in row order: no summaries, no level of effort or other
        spanning activities, nothing inactive, no task of another project."""
        tasks = self.plan.tasks
        return tuple(
            tasks[i]
            for i in self.outline.leaves()
            if tasks[i].kind not in SPANNING and not tasks[i].inactive and not tasks[i].external_link
        )

    @cached_property
    def incomplete(self) -> tuple[Task, ...]:
        """The leaves that are not complete, milestones included."""
        return tuple(task for task in self.leaves if not self.is_complete(task))

    @cached_property
    def population(self) -> tuple[Task, ...]:
        """Who the DCMA checks count: incomplete leaves, without milestones and tasks that have no baseline."""
        return tuple(task for task in self.incomplete if self.counts(task))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links that the DCMA checks count: those into a task or summary that is not complete, by id."""
        tasks = self.plan.tasks
        return tuple(
            link
            for _, link in sorted(self.plan.links.items())
            if self.is_live(link) and not self.is_complete(tasks[link.successor])
        )

    @cached_property
    def predecessors(self) -> dict[int, list[Link]]:
        """Links into each task, by task id; tasks without any are not in it."""
        found: dict[int, list[Link]] = {}
        for _, link in sorted(self.plan.links.items()):
            if self.is_live(link):
                found.setdefault(link.successor, []).append(link)
        return found

    @cached_property
    def successors(self) -> dict[int, list[Link]]:
        """Links out of each task, by task id; tasks without any are not in it."""
        found: dict[int, list[Link]] = {}
        for _, link in sorted(self.plan.links.items()):
            if self.is_live(link):
                found.setdefault(link.predecessor, []).append(link)
        return found

    @cached_property
    def assignments(self) -> dict[int, list[Assignment]]:
        """Assignments of each task, by task id; tasks without any are not in it."""
        found: dict[int, list[Assignment]] = {}
        for _, assignment in sorted(self.plan.assignments.items()):
            found.setdefault(assignment.task, []).append(assignment)
        return found

    @cached_property
    def starts(self) -> dict[int, int]:
        """Scheduled start (instant) of each task that has one: actual where there is one, else forecast."""
        return self.column("start")

    @cached_property
    def finishes(self) -> dict[int, int]:
        """Scheduled finish (instant) of each task that has one: actual where there is one, else forecast."""
        return self.column("finish")

    @cached_property
    def floats(self) -> dict[int, int]:
        """Total float (span of the task's calendar) of each task that has one."""
        return self.column("total_float")

    def column(self, name: str) -> dict[int, int]:
        """One of the schedule's ``DATES`` by task id, where it is present."""
        ids = self.schedule.compiled.task_ids
        values = self.schedule.arrays[name][: len(ids)].tolist()
        return {task: value for task, value in zip(ids, values, strict=True) if value != NEVER}

    @cached_property
    def baseline(self) -> dict[int, BaselineDates]:
        """Dates of the baseline in force (the first one), by task id; empty without a baseline."""
        if not self.plan.baselines:
            return {}
        first = self.plan.baselines[min(self.plan.baselines)]
        return {each.task: each for each in first.dates if each.start is not None or each.finish is not None}

    def is_live(self, link: Link) -> bool:
        """Whether both ends of a link are in the plan and neither is inactive: links of inactive tasks count for
        nothing."""
        ends = self.plan.tasks.get(link.predecessor), self.plan.tasks.get(link.successor)
        return all(end is not None and not end.inactive for end in ends)

    def is_complete(self, task: Task) -> bool:
        """Whether all of a task is done."""
        progress = task.progress
        return progress is not None and (progress.actual_finish is not None or progress.percent_complete >= DONE)

    def is_milestone(self, task: Task) -> bool:
        """Marked as one, of such a kind, or without duration."""
        return task.milestone or task.kind in MILESTONES or not task.duration

    def counts(self, task: Task) -> bool:
        """Whether a leaf is in the population, completeness apart."""
        if self.leave_out_milestones and self.is_milestone(task):
            return False
        return not (self.leave_out_unbaselined and self.baseline) or task.id in self.baseline

    def day(self, task: Task | None = None) -> int:
        """The span that counts as one working day of a task: P6 asks its calendar, Project the project."""
        minutes = self.plan.project.minutes_per_day
        if task is not None and self.plan.project.rules is Rules.P6 and task.calendar in self.plan.calendars:
            minutes = self.plan.calendars[task.calendar].minutes_per_day or minutes
        return max(minutes, 1) * TENTHS_PER_MINUTE

    def days(self, span: int, task: Task | None = None) -> float:
        """A span in working days (of a task, else of the project).

        Spans of a task whose duration counts calendar time are calendar time as well: a week of them is a working
        week of the project.
        """
        if task is not None and task.elapsed:
            project = self.plan.project
            return span * project.minutes_per_week / (TENTHS_PER_WEEK * max(project.minutes_per_day, 1))
        return span / self.day(task)

    def span(self, days: float, task: Task) -> int:
        """The span of a number of working days of a task, the inverse of :meth:`days`."""
        return round(days / self.days(1, task))

    def length(self, days: float) -> Length:
        """Working days as a message shows them, to the minute; whole days from ten days on."""
        shown = round(days) if abs(days) >= WHOLE_DAYS else days
        return Length(round(shown * self.day()))

    def work(self, begin: int, end: int) -> int:
        """Working time of the project's calendar from one instant to another, negative backwards."""
        calendars = self.schedule.compiled.calendars
        at = calendars.at(self.plan.project.calendar)
        if end < begin:
            return -int(work_between(calendars.working_time, at, end, begin))
        return int(work_between(calendars.working_time, at, begin, end))

    def name(self, task_id: int) -> TaskName:
        """A task as a message shows it."""
        task = self.plan.tasks[task_id]
        code = task.external.code if task.external is not None else None
        return TaskName(task_id, task.name.strip() or code or "")

    def names(self, task_ids: Sequence[int], most: int) -> tuple[Part, ...]:
        """The first few tasks by name, the others by number."""
        named: list[Part] = [self.name(task) for task in task_ids[:most]]
        if len(task_ids) > most:
            named.append(message("tasks.more", count=len(task_ids) - most))
        return tuple(named)

    def row(self, task: Task, code: str, **params: Param) -> Row:
        """A row of a result: the task, and a message that has its name as ``task``."""
        return Row(task.id, message(code, task=self.name(task.id), **params))

    def link_row(self, link: Link, code: str, **params: Param) -> Row:
        """A row about a link: it stands with its successor; ``predecessor`` and ``successor`` are in the message."""
        ends = {"predecessor": self.name(link.predecessor), "successor": self.name(link.successor)}
        return Row(link.successor, Message(code, {**ends, **params}), link=link.id)
