"""What must hold in calendars, the project and the sprints."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.graph import parent_cycles
from headway.core.plan.invariants.problem import Problem
from headway.core.plan.invariants.ranges import bad_dates
from headway.core.time import TENTHS_PER_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Calendar, Shift
    from headway.core.plan.plan import Plan

_DAYS_PER_WEEK = 7
_MINUTES = ("minutes_per_day", "minutes_per_week", "days_per_month")


def check_project(plan: Plan) -> Iterator[Problem]:
    """Settings that the engine could not start from."""
    project = plan.project
    if project.calendar is not None and project.calendar not in plan.calendars:
        yield Problem("project.calendar_missing", "project", 0, "calendar", other=project.calendar)
    if project.from_finish and project.finish is None:
        yield Problem("project.finish_missing", "project", 0, "finish")
    if project.from_finish and None not in (project.start, project.finish) and _turned(project.start, project.finish):
        yield Problem("project.finish_before_start", "project", 0, "finish", project.finish)
    for field in _MINUTES:
        if getattr(project, field) <= 0:
            yield Problem("project.minutes_not_positive", "project", 0, field, getattr(project, field))
    dates = ("start", "finish", "data_date", "must_finish_by")
    yield from bad_dates("project.date_out_of_range", "project", 0, project, dates)


def _turned(start: int | None, finish: int | None) -> bool:
    return start is not None and finish is not None and finish < start


def check_sprints(plan: Plan) -> Iterator[Problem]:
    """Sprints that end before they begin."""
    for sprint in plan.sprints.values():
        if _turned(sprint.start, sprint.finish):
            yield Problem("sprint.finish_before_start", "sprint", sprint.id, "finish", sprint.finish, name=sprint.name)


def check_calendars(plan: Plan) -> Iterator[Problem]:
    """Every calendar, then cycles of parents; ``name`` is the calendar's."""
    calendars = plan.calendars
    cycles = parent_cycles({number: each.parent for number, each in calendars.items()})
    in_cycle = {number for cycle in cycles for number in cycle}
    for calendar in calendars.values():
        for problem in _calendar(plan, calendar):
            yield msgspec.structs.replace(problem, name=calendar.name)
        if calendar.id not in in_cycle and not _works(plan, calendar):
            yield Problem("calendar.no_working_time", "calendar", calendar.id, "days", name=calendar.name)
    for cycle in cycles:
        names = tuple(calendars[number].name for number in cycle)
        chain = " > ".join(map(str, cycle))
        yield Problem("calendar.parent_cycle", "calendar", cycle[0], "parent", chain, name=names[0], names=names)


def _calendar(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    number = calendar.id
    if calendar.parent is not None and calendar.parent not in plan.calendars:
        yield Problem("calendar.parent_missing", "calendar", number, "parent", other=calendar.parent)
    if len(calendar.days) != _DAYS_PER_WEEK:
        yield Problem("calendar.days_count", "calendar", number, "days", len(calendar.days))
    for index, shifts in enumerate(calendar.days):
        if not _in_order(shifts or ()):
            yield Problem("calendar.shift_order", "calendar", number, f"days.{index}")
    yield from _ranges(calendar)


def _ranges(calendar: Calendar) -> Iterator[Problem]:
    number = calendar.id
    for index, exception in enumerate(calendar.exceptions):
        if exception.last < exception.first:
            yield Problem("calendar.range_order", "calendar", number, f"exceptions.{index}", exception.first)
        if not _in_order(exception.shifts):
            yield Problem("calendar.shift_order", "calendar", number, f"exceptions.{index}", exception.first)
    for index, week in enumerate(calendar.work_weeks):
        if week.last < week.first:
            yield Problem("calendar.range_order", "calendar", number, f"work_weeks.{index}", week.first)
        if len(week.days) != _DAYS_PER_WEEK:
            yield Problem("calendar.days_count", "calendar", number, f"work_weeks.{index}", len(week.days))
        if not all(_in_order(shifts or ()) for shifts in week.days):
            yield Problem("calendar.shift_order", "calendar", number, f"work_weeks.{index}", week.first)


def _in_order(shifts: tuple[Shift, ...]) -> bool:
    """True when shifts start inside the day, last, follow each other and end before the next day does."""
    ends = [moment for shift in shifts for moment in (shift.start, shift.finish)]
    if not ends:
        return True
    grows = all(shift.start < shift.finish for shift in shifts)
    follows = all(early.finish <= late.start for early, late in pairwise(shifts))
    return grows and follows and ends[0] >= 0 and shifts[-1].start < TENTHS_PER_DAY and ends[-1] <= 2 * TENTHS_PER_DAY


def _works(plan: Plan, calendar: Calendar) -> bool:
    """True when some day of the week is worked, the parents' days included; a missing parent counts as worked."""
    open_days = set(range(_DAYS_PER_WEEK))
    at: Calendar | None = calendar
    seen: set[int] = set()
    while at is not None and at.id not in seen:
        seen.add(at.id)
        own = dict(enumerate(at.days))
        if any(own.get(day) for day in open_days):
            return True
        open_days = {day for day in open_days if own.get(day) is None}
        if at.parent is None:
            return bool(open_days)
        at = plan.calendars.get(at.parent)
    return bool(open_days)
