"""Calendars for a draft: week, exceptions, work weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Shift
from headway.core.time import TENTHS_PER_DAY
from headway.formats.writing.draft import DraftCalendar, DraftException, DraftRule, DraftShifts, DraftWeek
from headway.formats.writing.p6 import PROJECT_NUMBER
from headway.formats.writing.rows import guid_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.plan.entities import Calendar, CalendarException, Recurrence, WorkWeek
    from headway.formats.writing.context import Context

_OFFICE_DAY: DraftShifts = ((4_800, 7_200), (7_800, 10_200))
STANDARD_WEEK: tuple[DraftShifts, ...] = (*(_OFFICE_DAY,) * 5, (), ())
"""8-12 and 13-17 from Monday to Friday."""

_STANDARD = "Standard"
_RULES = frozenset({"daily", "weekly", "monthly", "yearly"})


def draft_calendars(context: Context) -> tuple[DraftCalendar, ...]:
    """All calendars, parents before those that inherit from them; and the standard one, where the project has none,
    since a file wants one."""
    ordered = _parents_first(context.plan.calendars)
    made = tuple(_calendar(_flattened(calendar, context), context) for calendar in ordered)
    if context.plan.project.calendar in context.calendars:
        return made
    minutes = _usual_minutes(context)
    return (*made, DraftCalendar(context.standard, _STANDARD, minutes=minutes, days=STANDARD_WEEK))


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


def _usual_minutes(context: Context) -> tuple[int, int, int]:
    project = context.plan.project
    return project.minutes_per_day, project.minutes_per_week, project.minutes_per_day * project.days_per_month


def _calendar(calendar: Calendar, context: Context) -> DraftCalendar:
    kind = _kind(calendar, context)
    return DraftCalendar(
        kind=kind,
        project=PROJECT_NUMBER if kind == "PROJECT" else None,
        id=context.calendars[calendar.id],
        name=calendar.name or context.assume("calendar", calendar.id, "name", f"Calendar {calendar.id}"),
        parent=context.calendars.get(calendar.parent),
        guid=guid_of(calendar.external),
        personal=calendar.personal,
        minutes=_minutes(calendar, context),
        days=_days(calendar, context),
        exceptions=tuple(_exception(each) for each in calendar.exceptions),
        weeks=tuple(
            DraftWeek(
                week.first, week.last, week.name, tuple(day if day is None else shifts_of(day) for day in week.days)
            )
            for week in calendar.work_weeks
        ),
    )


def _flattened(calendar: Calendar, context: Context) -> Calendar:
    """A calendar that inherits work weeks without that: the library fails when it writes one out in full itself."""
    calendars = context.plan.calendars
    line = _line(calendar, calendars)
    if context.format.p6 or len(line) == 1 or not any(each.work_weeks for each in line):
        return calendar
    exceptions, weeks = list(calendar.exceptions), list(calendar.work_weeks)
    for above in line[1:]:
        exceptions += [each for each in above.exceptions if not any(_overlap(each, own) for own in exceptions)]
        weeks += [each for each in above.work_weeks if not any(_overlap(each, own) for own in weeks)]
    return msgspec.structs.replace(
        calendar,
        parent=None,
        days=_resolved_week(line),
        exceptions=tuple(sorted(exceptions, key=lambda each: each.first)),
        work_weeks=tuple(sorted(weeks, key=lambda each: each.first)),
    )


def _overlap(one: CalendarException | WorkWeek, other: CalendarException | WorkWeek) -> bool:
    return one.first <= other.last and other.first <= one.last


def _line(calendar: Calendar, calendars: Mapping[int, Calendar]) -> list[Calendar]:
    """The calendar and those it inherits from, the nearest first."""
    line, seen = [calendar], {calendar.id}
    above = calendars.get(calendar.parent or 0)
    while above is not None and above.id not in seen:
        line.append(above)
        seen.add(above.id)
        above = calendars.get(above.parent or 0)
    return line


def _resolved_week(line: list[Calendar]) -> tuple[tuple[Shift, ...], ...]:
    """The week with what it inherits, at last from the standard one."""
    standard = [tuple(Shift(*shift) for shift in day) for day in STANDARD_WEEK]
    found = [next((each.days[at] for each in line if each.days[at] is not None), standard[at]) for at in range(7)]
    return tuple(day or () for day in found)


def _days(calendar: Calendar, context: Context) -> tuple[DraftShifts | None, ...]:
    """The week; a day that says "as in the parent" of a calendar without one is that of the standard week."""
    if calendar.parent in context.calendars:
        return tuple(None if day is None else shifts_of(day) for day in calendar.days)
    return tuple(STANDARD_WEEK[weekday] if day is None else shifts_of(day) for weekday, day in enumerate(calendar.days))


def shifts_of(shifts: Iterable[Shift]) -> DraftShifts:
    """Start and finish of each shift as times of the day: what ends past midnight ends at a time before its start."""
    return tuple((shift.start, shift.finish % TENTHS_PER_DAY) for shift in shifts)


def _exception(exception: CalendarException) -> DraftException:
    rule = rule_of(exception.recurrence)
    return DraftException(exception.first, exception.last, exception.name, shifts_of(exception.shifts), rule)


def rule_of(rule: Recurrence | None) -> DraftRule | None:
    """The rule; where it counts weeks of a month the week stands in the place of the day.  ``None`` for one that the
    formats do not know."""
    if rule is None or rule.kind not in _RULES:
        return None
    return DraftRule(
        kind=rule.kind,
        start=rule.start,
        finish=rule.finish,
        occurrences=rule.occurrences,
        every=rule.every,
        weekdays=tuple(weekday for weekday in rule.weekdays if 0 <= weekday < 7),
        relative=rule.week is not None,
        day=rule.day if rule.week is None else rule.week,
        month=rule.month,
    )
