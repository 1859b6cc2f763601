"""Calendars: week, exceptions, work weeks, and rules that recur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import Calendar, CalendarException, External, Recurrence, Shift, WorkWeek
from headway.core.time import TENTHS_PER_DAY
from headway.formats.mapping.quantities import day_of, time_of_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.formats.mapping.identity import Ids
    from headway.formats.raw import RawCalendar, RawDay, RawException, RawHours, RawRecurrence, RawWeek

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OFFICE_DAY = (Shift(4_800, 7_200), Shift(7_800, 10_200))
"""8-12 and 13-17: what an unspecified working day of a calendar without a parent means."""


def to_calendars(raws: Iterable[RawCalendar], ids: Ids) -> dict[int, Calendar]:
    """All calendars of the file by id; ``ids`` maps the file's own ids."""
    return {ids.of(raw.unique_id): _calendar(raw, ids) for raw in raws}


def _calendar(raw: RawCalendar, ids: Ids) -> Calendar:
    has_parent = raw.parent_unique_id is not None and raw.parent_unique_id in ids
    return Calendar(
        id=ids.of(raw.unique_id),
        name=raw.name,
        parent=ids.of(raw.parent_unique_id) if has_parent and raw.parent_unique_id is not None else None,
        days=_days(raw, inherits=has_parent),
        exceptions=tuple(exception for each in raw.exceptions if (exception := _exception(each)) is not None),
        work_weeks=tuple(week for each in raw.working_weeks if (week := _work_week(each)) is not None),
        personal=raw.personal,
        minutes_per_day=raw.minutes_per_day,
        minutes_per_week=raw.minutes_per_week,
        minutes_per_month=raw.minutes_per_month,
        external=External(unique_id=raw.unique_id, guid=raw.guid),
    )


def _days(raw: RawCalendar | RawWeek, *, inherits: bool) -> tuple[tuple[Shift, ...] | None, ...]:
    days = (raw.monday, raw.tuesday, raw.wednesday, raw.thursday, raw.friday, raw.saturday, raw.sunday)
    return tuple(_day(day, weekday, inherits=inherits) for weekday, day in enumerate(days))


def _day(raw: RawDay, weekday: int, *, inherits: bool) -> tuple[Shift, ...] | None:
    if raw.type == "default":
        if inherits:
            return None
        return _OFFICE_DAY if weekday < 5 else ()
    return shifts_of(raw.hours) if raw.type == "working" else ()


def shifts_of(hours: Iterable[RawHours]) -> tuple[Shift, ...]:
    """Shifts in order; an end at or before its start lies on the next day, ``00:00`` to ``00:00`` is the whole day."""
    shifts = []
    for each in hours:
        start, finish = time_of_day(each.start), time_of_day(each.finish)
        shifts.append(Shift(start, finish if finish > start else finish + TENTHS_PER_DAY))
    return tuple(sorted(shifts, key=lambda shift: (shift.start, shift.finish)))


def _exception(raw: RawException) -> CalendarException | None:
    shifts = shifts_of(raw.hours) if raw.type == "working" else ()
    if raw.recurrence is not None:
        rule = recurrence_of(raw.recurrence)
        if rule is None:
            return None
        last = rule.finish if rule.finish is not None else rule.start
        return CalendarException(rule.start, last, shifts, raw.name, rule)
    if raw.first is None:
        return None
    first = day_of(raw.first)
    return CalendarException(first, max(first, day_of(raw.last or raw.first)), shifts, raw.name)


def _work_week(raw: RawWeek) -> WorkWeek | None:
    if raw.effective_from is None or raw.effective_to is None:
        return None
    return WorkWeek(day_of(raw.effective_from), day_of(raw.effective_to), _days(raw, inherits=True), raw.name)


def recurrence_of(raw: RawRecurrence) -> Recurrence | None:
    """The rule, or ``None`` when it has no first day.  In relative rules the day number counts the weeks of a month."""
    if raw.start_date is None:
        return None
    weekdays = tuple(sorted(_WEEKDAYS.index(day) for day in raw.weekly_days))
    by_week = raw.relative and raw.type in ("monthly", "yearly")
    return Recurrence(
        kind=raw.type,
        start=day_of(raw.start_date),
        finish=None if raw.finish_date is None else day_of(raw.finish_date),
        occurrences=None if raw.use_end_date else raw.occurrences,
        every=raw.frequency or 1,
        weekdays=weekdays,
        day=None if by_week else raw.day_number,
        week=raw.day_number if by_week else None,
        month=raw.month_number,
    )
