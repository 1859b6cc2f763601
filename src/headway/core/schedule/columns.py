"""Columns of the network, read out of the plan's tasks, assignments and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from headway.core.calendar.compile import ELAPSED, CompiledCalendars
from headway.core.plan.entities import (
    ConstraintKind,
    LagKind,
    Link,
    LinkKind,
    Manual,
    Task,
    TaskKind,
)
from headway.core.plan.plan import LagCalendar, Plan, Rules
from headway.core.schedule import network as net
from headway.core.time import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from headway.core.schedule.network import Codes, Indices, Ints

CONSTRAINTS = {
    ConstraintKind.AS_LATE_AS_POSSIBLE: net.ALAP,
    ConstraintKind.START_NO_EARLIER_THAN: net.SNET,
    ConstraintKind.START_NO_LATER_THAN: net.SNLT,
    ConstraintKind.FINISH_NO_EARLIER_THAN: net.FNET,
    ConstraintKind.FINISH_NO_LATER_THAN: net.FNLT,
    ConstraintKind.START_ON: net.START_ON,
    ConstraintKind.FINISH_ON: net.FINISH_ON,
    ConstraintKind.MUST_START_ON: net.MUST_START,
    ConstraintKind.MUST_FINISH_ON: net.MUST_FINISH,
}
LINK_KINDS = {LinkKind.FS: net.FS, LinkKind.SS: net.SS, LinkKind.FF: net.FF, LinkKind.SF: net.SF}
ROLES = {
    TaskKind.LEVEL_OF_EFFORT: net.LEVEL_OF_EFFORT,
    TaskKind.WBS_SUMMARY: net.WBS_SUMMARY,
    TaskKind.HAMMOCK: net.HAMMOCK,
    TaskKind.WBS: net.ASIDE,
}


def filled(size: int, value: int) -> Ints:
    return np.full(size, value, np.int64)


def optional(values: Iterable[int | None], size: int) -> Ints:
    return np.fromiter((NEVER if v is None else v for v in values), np.int64, size)


@dataclass(frozen=True, slots=True)
class TaskColumns:
    """One entry a task (see :class:`headway.core.schedule.network.Network`)."""

    role: Codes
    marks: Codes
    calendar: Indices
    parent: Indices
    span: Ints
    remaining: Ints
    actual_duration: Ints
    progress: Codes
    actual_start: Ints
    actual_finish: Ints
    resume: Ints
    given_start: Ints
    given_finish: Ints
    constraint: Codes
    constraint_date: Ints
    second: Codes
    second_date: Ints
    deadline: Ints
    expected_finish: Ints
    external_early_start: Ints
    external_late_finish: Ints
    delay: Ints
    delay_calendar: Indices


def task_columns(
    plan: Plan, tasks: Sequence[Task], index: Mapping[int, int], calendars: CompiledCalendars
) -> TaskColumns:
    """All columns of all tasks: what has children is a summary, whatever it says it is."""
    columns = own_columns(plan, tasks, index, calendars)
    columns.role[columns.parent[columns.parent >= 0]] = net.SUMMARY
    return columns


def own_columns(
    plan: Plan, tasks: Sequence[Task], index: Mapping[int, int], calendars: CompiledCalendars
) -> TaskColumns:
    """What depends on one task alone; ``tasks`` may be some of the plan's, ``index`` gives the node of all."""
    n = len(tasks)
    default = calendars.at(plan.project.calendar)
    ids = calendars.index
    calendar = np.fromiter(
        (ELAPSED if t.elapsed else default if t.calendar is None else ids.get(t.calendar, default) for t in tasks),
        np.int32,
        n,
    )
    parent = np.fromiter((index.get(t.parent, -1) for t in tasks), np.int32, n)
    columns = TaskColumns(
        role=own_roles(tasks),
        marks=np.zeros(n, np.int8),
        calendar=calendar,
        parent=parent,
        span=np.fromiter((t.duration for t in tasks), np.int64, n),
        remaining=np.fromiter((t.duration for t in tasks), np.int64, n),
        actual_duration=np.zeros(n, np.int64),
        progress=np.zeros(n, np.int8),
        actual_start=filled(n, NEVER),
        actual_finish=filled(n, NEVER),
        resume=filled(n, NEVER),
        given_start=filled(n, NEVER),
        given_finish=filled(n, NEVER),
        constraint=np.zeros(n, np.int8),
        constraint_date=filled(n, NEVER),
        second=np.zeros(n, np.int8),
        second_date=filled(n, NEVER),
        deadline=optional((t.deadline for t in tasks), n),
        expected_finish=optional((t.expected_finish for t in tasks), n),
        external_early_start=filled(n, NEVER),
        external_late_finish=filled(n, NEVER),
        delay=np.fromiter((t.levelling_delay for t in tasks), np.int64, n),
        delay_calendar=np.where([t.levelling_delay_elapsed for t in tasks], ELAPSED, calendar).astype(np.int32),
    )
    for i, task in enumerate(tasks):
        fill_row(columns, i, task)
    if plan.project.rules is Rules.P6:
        # P6 schedules what remains, also of activities that have not started.
        waiting = columns.progress == net.NOT_STARTED
        columns.span[waiting] = columns.remaining[waiting]
    return columns


def own_roles(tasks: Sequence[Task]) -> Codes:
    """Role of each task as long as it has no children."""
    role = np.zeros(len(tasks), np.int8)
    for i, task in enumerate(tasks):
        if task.inactive:
            role[i] = net.ASIDE
        elif task.kind in ROLES:
            role[i] = ROLES[task.kind]
    return role


def fill_row(columns: TaskColumns, i: int, task: Task) -> None:
    """What only some tasks have."""
    if task.kind is TaskKind.START_MILESTONE:
        columns.marks[i] |= net.MILESTONE | net.START_MILESTONE
    elif task.kind is TaskKind.FINISH_MILESTONE:
        columns.marks[i] |= net.MILESTONE | net.FINISH_MILESTONE
    elif task.milestone or task.duration == 0:
        columns.marks[i] |= net.MILESTONE
    if task.external_link:
        columns.marks[i] |= net.EXTERNAL
    if task.manual is not None and task.manual.start is not None:
        fill_manual(columns, i, task.manual, task)
    if task.constraint is not None:
        columns.constraint[i] = CONSTRAINTS[task.constraint.kind]
        columns.constraint_date[i] = NEVER if task.constraint.date is None else task.constraint.date
    if task.secondary_constraint is not None:
        columns.second[i] = CONSTRAINTS[task.secondary_constraint.kind]
        columns.second_date[i] = NEVER if task.secondary_constraint.date is None else task.secondary_constraint.date
    if task.progress is not None:
        fill_progress(columns, i, task)


def fill_manual(columns: TaskColumns, i: int, manual: Manual, task: Task) -> None:
    """Dates typed by hand; a missing finish is left to the duration."""
    columns.marks[i] |= net.MANUAL
    columns.given_start[i] = NEVER if manual.start is None else manual.start
    if manual.finish is not None:
        columns.given_finish[i] = manual.finish
    columns.span[i] = columns.remaining[i] = own_span(task)


def own_span(task: Task) -> int:
    """Span of a task by its duration alone: without the gaps of a split, and not by its resources."""
    manual = task.manual
    if manual is not None and manual.start is not None and manual.duration is not None and task.duration == 0:
        return manual.duration
    return task.duration


def fill_progress(columns: TaskColumns, i: int, task: Task) -> None:
    progress = task.progress
    assert progress is not None
    if progress.actual_start is not None:
        columns.progress[i] = net.STARTED
        columns.actual_start[i] = progress.actual_start
        columns.actual_duration[i] = progress.actual_duration or 0
        if progress.actual_finish is not None:
            columns.progress[i] = net.FINISHED
            columns.actual_finish[i] = progress.actual_finish
        elif progress.resume is not None:
            columns.resume[i] = progress.resume
    if progress.remaining_duration is not None:
        columns.remaining[i] = progress.remaining_duration
    elif columns.progress[i] != net.NOT_STARTED:
        columns.remaining[i] = max(0, task.duration - (progress.actual_duration or 0))
    if progress.external_early_start is not None:
        columns.external_early_start[i] = progress.external_early_start
    if progress.external_late_finish is not None:
        columns.external_late_finish[i] = progress.external_late_finish


@dataclass(frozen=True, slots=True)
class LinkColumns:
    """One entry a link, in the order of ``ids``."""

    ids: list[int]
    predecessor: Indices
    successor: Indices
    kind: Codes
    lag: Ints
    calendar: Indices


def link_columns(
    plan: Plan, links: Sequence[Link], index: Mapping[int, int], calendar_of: Indices, default: int
) -> LinkColumns:
    """Links whose ends exist; ``calendar_of`` each task and the ``default`` one are what their lag is counted in."""
    k = len(links)
    predecessor = np.fromiter((index[x.predecessor] for x in links), np.int32, k)
    successor = np.fromiter((index[x.successor] for x in links), np.int32, k)
    lag = np.fromiter((x.lag for x in links), np.int64, k)
    calendar = lag_calendars(plan, calendar_of, predecessor, successor, default)
    for e, link in enumerate(links):
        if link.lag_kind is not LagKind.WORKING:
            lag[e] = span_of_lag(link, plan.tasks[link.predecessor])
            if link.lag_kind is not LagKind.PERCENT:
                calendar[e] = ELAPSED
    return LinkColumns(
        [x.id for x in links],
        predecessor,
        successor,
        np.fromiter((LINK_KINDS[x.kind] for x in links), np.int8, k),
        lag,
        calendar,
    )


def span_of_lag(link: Link, predecessor: Task) -> int:
    """The lag as a span; in percent it is a share of the predecessor's duration."""
    if link.lag_kind is LagKind.ELAPSED:
        return link.lag
    return own_span(predecessor) * link.lag // 10_000


def lag_calendars(plan: Plan, calendar_of: Indices, predecessor: Indices, successor: Indices, default: int) -> Indices:
    """MS Project counts lag in the successor's calendar; P6 as its options say."""
    if plan.project.rules is Rules.MSPROJECT:
        return calendar_of[successor]
    choice = LagCalendar.PREDECESSOR if plan.project.p6 is None else plan.project.p6.lag_calendar
    if choice is LagCalendar.PREDECESSOR:
        return calendar_of[predecessor]
    if choice is LagCalendar.SUCCESSOR:
        return calendar_of[successor]
    return np.full(predecessor.size, default if choice is LagCalendar.PROJECT else ELAPSED, np.int32)
