"""Calendars for a draft: week, exceptions, work weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.time import TENTHS_PER_DAY
from headway.formats.writing.draft import DraftCalendar, DraftException, DraftRule, DraftShifts, DraftWeek
from headway.formats.writing.p6 import PROJECT_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.core.plan.entities import Calendar, CalendarException, Recurrence, Shift
    from headway.formats.writing.context import Context


def draft_calendars(context: Context) -> tuple[DraftCalendar, ...]:
    """All calendars, parents before those that inherit from them."""
    return tuple(_calendar(calendar, context) for calendar in _parents_first(context.plan.calendars))


def _parents_first(calendars: dict[int, Calendar]) -> list[Calendar]:
    placed: dict[int, Calendar] = {}
    waiting = dict(calendars)
    while waiting:
        ready = [each for each in waiting.values() if each.parent not in waiting]
        for each in ready or list(waiting.values()):  # a circle of parents: in any order
            placed[each.id] = each
            del waiting[each.id]
    return list(placed.values())


def _kind(calendar: Calendar, context: Context) -> str | None:
    """P6 lets calendars of resources and projects inherit, global ones not."""
    if not context.format.p6:
        return None
    if calendar.parent is None and not calendar.personal:
        return "GLOBAL"
    used = any(resource.calendar == calendar.id for resource in context.plan.resources.values())
    return "RESOURCE" if calendar.personal or used else "PROJECT"


def _minutes(calendar: Calendar, context: Context) -> tuple[int | None, int | None, int | None]:
    """Minutes of a day, a week and a month; P6 wants them of every calendar."""
    own = (calendar.minutes_per_day, calendar.minutes_per_week, calendar.minutes_per_month)
    if not context.format.p6:
        return own
    project = context.plan.project
    day, week, month = (
        project.minutes_per_day,
        project.minutes_per_week,
        project.minutes_per_day * project.days_per_month,
    )
    names = ("minutes_per_day", "minutes_per_week", "minutes_per_month")
    usual = zip(names, own, (day, week, month), strict=True)
    first, second, third = (
        context.assume("calendar", calendar.id, name, each) if has is None else has for name, has, each in usual
    )
    return first, second, third


def _calendar(calendar: Calendar, context: Context) -> DraftCalendar:
    kind = _kind(calendar, context)
    return DraftCalendar(
        kind=kind,
        project=PROJECT_NUMBER if kind == "PROJECT" else None,
        id=context.calendars[calendar.id],
        name=calendar.name or context.assume("calendar", calendar.id, "name", f"Calendar {calendar.id}"),
        parent=context.calendars.get(calendar.parent),
        guid=None if calendar.external is None else calendar.external.guid,
        personal=calendar.personal,
        minutes=_minutes(calendar, context),
        days=tuple(None if day is None else shifts_of(day) for day in calendar.days),
        exceptions=tuple(_exception(each) for each in calendar.exceptions),
        weeks=tuple(
            DraftWeek(each.first, each.last, each.name, tuple(None if d is None else shifts_of(d) for d in each.days))
            for each in calendar.work_weeks
        ),
    )


def shifts_of(shifts: Iterable[Shift]) -> DraftShifts:
    """Start and finish of each shift as times of the day: what ends past midnight ends at a time before its start."""
    return tuple((shift.start, shift.finish % TENTHS_PER_DAY) for shift in shifts)


def _exception(exception: CalendarException) -> DraftException:
    rule = None if exception.recurrence is None else rule_of(exception.recurrence)
    return DraftException(exception.first, exception.last, exception.name, shifts_of(exception.shifts), rule)


def rule_of(rule: Recurrence) -> DraftRule:
    """The rule; where it counts weeks of a month the week stands in the place of the day."""
    return DraftRule(
        kind=rule.kind,
        start=rule.start,
        finish=rule.finish,
        occurrences=rule.occurrences,
        every=rule.every,
        weekdays=rule.weekdays,
        relative=rule.week is not None,
        day=rule.day if rule.week is None else rule.week,
        month=rule.month,
    )
