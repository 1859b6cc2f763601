"""A plan as rows: each task with its dates, its place and the texts that people read.

The dates are those in ``plan.saved``: the file's own, or, for a plan that was scheduled first, the computed ones.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import (
    Assignment,
    BaselineDates,
    External,
    Link,
    PercentKind,
    Resource,
    ResourceKind,
    SavedDates,
    Task,
    TaskKind,
)
from headway.core.plan.outline import Outline, outline_of
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_MINUTE
from headway.formats.tables.links import link_text
from headway.formats.tables.working_days import WorkingDays, working_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.plan.plan import Plan, Project

DONE = 10_000
"""Percentages are in hundredths of a percent."""
WHOLE_UNITS = 10_000
USUAL_DAY = 480
"""Minutes of a day where a file says that a day has none."""
_NO_SOURCE = External()
_MILESTONES = (TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task, where it stands and what is worked out from others."""

    task: Task
    row: int
    """The file's own row number, else the place in the outline."""
    unique_id: int
    level: int
    wbs: str
    summary: bool
    milestone: bool
    dates: SavedDates
    """A summary without dates of its own has those of the rows below it."""
    duration_days: float
    """Working days; calendar days where the duration counts calendar time; of a summary from its start to its
    finish."""
    remaining_days: float | None
    percent: int
    """Hundredths of a percent."""
    baseline: BaselineDates | None
    predecessors: str
    successors: str
    resources: str
    calendar: str = ""
    """The task's own calendar."""

    @property
    def critical(self) -> bool:
        """Critical by the dates' own source; never so for what is done, or for a summary that only contains it."""
        return bool(self.dates.critical) and self.percent < DONE and not self.summary

    @property
    def reached(self) -> bool:
        """Done."""
        return self.percent >= DONE

    @property
    def code(self) -> str:
        """The activity id."""
        return (self.task.external and self.task.external.code) or ""


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of a plan, in order, and what they are made from."""

    plan: Plan
    outline: Outline
    tasks: tuple[TaskRow, ...]
    calendar: WorkingDays
    """The project's calendar from the first date to the last."""

    @property
    def by_id(self) -> dict[int, TaskRow]:
        return {row.task.id: row for row in self.tasks}


def tables_of(plan: Plan) -> Tables:
    """The rows of a plan."""
    outline = outline_of(plan)
    dates = _dates(plan, outline)
    calendar = _calendar(plan, dates.values())
    percents = _percents(plan, outline)
    codes = outline.wbs()
    baseline = {each.task: each for each in _first_baseline(plan)}
    before, after = _link_texts(plan, outline)
    people = _people(plan)
    rows = []
    for task_id in outline.order:
        task, found, summary = plan.tasks[task_id], dates[task_id], outline.is_summary(task_id)
        rows.append(
            TaskRow(
                task=task,
                row=row_number(task, outline),
                unique_id=unique_id(task),
                level=outline.levels[task_id],
                wbs=codes[task_id],
                summary=summary,
                milestone=is_milestone(task) and not summary,
                dates=found,
                duration_days=days(_length(found, calendar) if summary else task.duration, task, plan.project),
                remaining_days=None if summary else _remaining(task, plan.project),
                percent=percents[task_id],
                baseline=baseline.get(task_id),
                predecessors=before.get(task_id, ""),
                successors=after.get(task_id, ""),
                resources=people.get(task_id, ""),
                calendar=plan.calendars[task.calendar].name if task.calendar in plan.calendars else "",
            )
        )
    return Tables(plan, outline, tuple(rows), calendar)


def unique_id(task: Task) -> int:
    """The file's own unique id; ours for a task that came from no file."""
    return task.id if task.external is None or task.external.unique_id is None else task.external.unique_id


def row_number(task: Task, outline: Outline) -> int:
    """The row number the file gives the task, else its place in the outline."""
    return outline.rows[task.id] if task.external is None or task.external.row is None else task.external.row


def is_milestone(task: Task) -> bool:
    """Marked as a milestone, or of a milestone's kind."""
    return task.milestone or task.kind in _MILESTONES


def has_event(row: TaskRow) -> bool:
    """Whether a calendar of milestones has something for the row: its date or its deadline."""
    dated = row.milestone and row.dates.finish is not None
    return not row.task.inactive and (dated or row.task.deadline is not None)


def percent_of(task: Task) -> int:
    """How much of a task is done, in hundredths of a percent, by the measure the task itself goes by."""
    progress = task.progress
    if progress is None:
        return 0
    if progress.actual_finish is not None:
        return DONE
    if progress.percent_kind is PercentKind.PHYSICAL and progress.physical_percent is not None:
        return min(progress.physical_percent, DONE)
    return min(progress.percent_complete, DONE)


def _dates(plan: Plan, outline: Outline) -> dict[int, SavedDates]:
    """Dates of all tasks; those of a summary without its own are rolled up from below."""
    found = {task_id: plan.saved.get(task_id) or SavedDates(task_id) for task_id in outline.order}
    for task_id in reversed(outline.order):
        own = found[task_id]
        if own.start is not None or own.finish is not None or task_id not in outline.children:
            continue
        below = [found[child] for child in outline.children[task_id]]
        starts = [each.start for each in below if each.start is not None]
        finishes = [each.finish for each in below if each.finish is not None]
        if starts and finishes:
            found[task_id] = msgspec.structs.replace(own, start=min(starts), finish=max(finishes))
    return found


def _calendar(plan: Plan, dates: Iterable[SavedDates]) -> WorkingDays:
    instants = [instant for each in dates for instant in (each.start, each.finish) if instant is not None]
    if not instants:
        return WorkingDays((), (), (), frozenset())
    return working_days(plan, min(instants) // TENTHS_PER_DAY - 1, max(instants) // TENTHS_PER_DAY + 1)


def _length(dates: SavedDates, calendar: WorkingDays) -> int:
    if dates.start is None or dates.finish is None:
        return 0
    return calendar.work(dates.start, dates.finish)


def _percents(plan: Plan, outline: Outline) -> dict[int, int]:
    """Progress of all rows; a summary that says nothing has the share of its tasks' duration that is done."""
    found: dict[int, int] = {}
    total: dict[int, tuple[int, int]] = {}
    for task_id in reversed(outline.order):
        task = plan.tasks[task_id]
        below = [total[child] for child in outline.children.get(task_id, ())]
        if outline.is_summary(task_id):
            whole, done = sum(each[0] for each in below), sum(each[1] for each in below)
            found[task_id] = percent_of(task) if task.progress is not None else done // whole if whole else 0
        else:
            found[task_id] = percent_of(task)
            whole, done = task.duration, task.duration * found[task_id]
        total[task_id] = (whole, done)
    return found


def days(span: int, task: Task, project: Project) -> float:
    """A span of a task in days of the project, or in days of 24 hours where the task counts calendar time."""
    day = TENTHS_PER_DAY if task.elapsed else (project.minutes_per_day or USUAL_DAY) * TENTHS_PER_MINUTE
    exact = span / day
    return int(exact) if exact == int(exact) else round(exact, 2)


def _remaining(task: Task, project: Project) -> float | None:
    if task.progress is None or task.progress.remaining_duration is None:
        return None
    return days(task.progress.remaining_duration, task, project)


def _first_baseline(plan: Plan) -> tuple[BaselineDates, ...]:
    return plan.baselines[min(plan.baselines)].dates if plan.baselines else ()


def _link_texts(plan: Plan, outline: Outline) -> tuple[dict[int, str], dict[int, str]]:
    """Predecessors and successors of each task: by activity id where all tasks with links have one, else by row."""
    links = [link for link in plan.links.values() if link.predecessor in plan.tasks and link.successor in plan.tasks]
    keys = keys_of(plan, outline, links)
    before: dict[int, list[str]] = defaultdict(list)
    after: dict[int, list[str]] = defaultdict(list)
    rows = outline.rows
    for link in sorted(links, key=lambda link: (rows[link.predecessor], rows[link.successor], link.id)):
        before[link.successor].append(link_text(keys[link.predecessor], link, plan.project))
        after[link.predecessor].append(link_text(keys[link.successor], link, plan.project))
    return {k: "; ".join(v) for k, v in before.items()}, {k: "; ".join(v) for k, v in after.items()}


def keys_of(plan: Plan, outline: Outline, links: Iterable[Link]) -> Mapping[int, str]:
    """What names a task in the text of a link."""
    ends = {task_id for link in links for task_id in (link.predecessor, link.successor)}
    codes = {task_id: code for task_id in ends if (code := (plan.tasks[task_id].external or _NO_SOURCE).code)}
    if ends and len(codes) == len(ends) == len(set(codes.values())):
        return codes
    return {task_id: str(row_number(plan.tasks[task_id], outline)) for task_id in ends}


def _people(plan: Plan) -> dict[int, str]:
    """Resources of each task, with their units where these are not whole: ``Ann; Ben [50%]``."""
    found: dict[int, list[str]] = defaultdict(list)
    for each in plan.assignments.values():
        resource = plan.resources.get(each.resource) if each.resource is not None else None
        if resource is not None:
            found[each.task].append(_assigned(resource, each))
    return {task_id: "; ".join(names) for task_id, names in found.items()}


def _assigned(resource: Resource, assignment: Assignment) -> str:
    name = resource.name or f"Resource {resource.id}"
    if resource.kind is not ResourceKind.WORK or assignment.units == WHOLE_UNITS:
        return name
    return f"{name} [{assignment.units / 100:g}%]"
