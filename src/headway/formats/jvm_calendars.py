"""Inside the child process: calendars and recurring rules of a project, from the rows of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from headway.formats.jvm_values import JavaValues

Row = dict[str, Any]


class CalendarBuilder:
    """Adds calendars to a project."""

    def __init__(self, values: JavaValues) -> None:
        self._values = values
        self._find = values.find
        self._weekdays = tuple(self._find("java.time.DayOfWeek").values())  # Monday first
        types = self._find("org.mpxj.DayType")
        self._default, self._working, self._free = types.DEFAULT, types.WORKING, types.NON_WORKING
        self._range = self._find("org.mpxj.LocalTimeRange")
        self._rules = {str(kind).lower(): kind for kind in self._find("org.mpxj.RecurrenceType").values()}

    def build(self, project: Any, rows: list[Row]) -> None:
        """Add all calendars, parents first."""
        made: dict[int, Any] = {}
        for row in rows:
            calendar = project.addCalendar()
            calendar.setUniqueID(self._values.integer(row["id"]))
            calendar.setName(self._values.text(row["name"]))
            if row.get("guid"):
                calendar.setGUID(self._values.maker("GUID")(row["guid"]))
            if row.get("kind"):
                calendar.setType(self._values.kinds("CalendarType")(row["kind"]))
            if row.get("project"):
                calendar.setProjectUniqueID(self._values.integer(row["project"]))
            calendar.setPersonal(bool(row.get("personal")))
            parent = made.get(row.get("parent", 0))
            if parent is not None:
                calendar.setParent(parent)
            self._fill_minutes(calendar, row.get("minutes", (None, None, None)))
            self._fill_week(calendar, row["days"])
            for exception in row.get("exceptions", ()):
                self._add_exception(calendar, exception)
            for week in row.get("weeks", ()):
                self._add_week(calendar, week)
            made[row["id"]] = calendar

    def _fill_minutes(self, calendar: Any, minutes: list[int | None]) -> None:
        for amount, period in zip(minutes, ("Day", "Week", "Month"), strict=True):
            if amount is not None:
                getattr(calendar, f"setCalendarMinutesPer{period}")(self._values.integer(amount))

    def _fill_week(self, target: Any, days: list[Any]) -> None:
        for weekday, shifts in zip(self._weekdays, days, strict=True):
            kind = self._default if shifts is None else self._working if shifts else self._free
            target.setCalendarDayType(weekday, kind)
            if shifts:
                self._fill_hours(target.addCalendarHours(weekday), shifts)
            elif shifts is not None:
                target.addCalendarHours(weekday)

    def _fill_hours(self, hours: Any, shifts: list[Any]) -> None:
        for start, finish in shifts:
            hours.add(self._range(self._values.time(start), self._values.time(finish)))

    def _add_exception(self, calendar: Any, row: Row) -> None:
        first, last = self._values.day(row["first"]), self._values.day(row["last"])
        rule = row.get("rule")
        if rule is None:
            exception = calendar.addCalendarException(first, last)
        else:
            recurring = self._find("org.mpxj.RecurringData")()
            self.fill_rule(recurring, rule)
            exception = calendar.addCalendarException(recurring)
        if row.get("name"):
            exception.setName(self._values.text(row["name"]))
        self._fill_hours(exception, row.get("shifts", ()))

    def _add_week(self, calendar: Any, row: Row) -> None:
        week = calendar.addWorkWeek()
        week.setName(self._values.text(row.get("name", "")))
        dates = self._find("org.mpxj.LocalDateRange")
        week.setDateRange(dates(self._values.day(row["first"]), self._values.day(row["last"])))
        self._fill_week(week, row["days"])

    def fill_rule(self, target: Any, rule: Row) -> None:
        """Set a recurring rule on what takes one."""
        target.setRecurrenceType(self._rules[rule["kind"]])
        target.setStartDate(self._values.day(rule["start"]))
        target.setFrequency(self._values.integer(rule.get("every", 1)))
        if rule.get("finish") is not None:
            target.setFinishDate(self._values.day(rule["finish"]))
        if rule.get("occurrences") is None:
            target.setUseEndDate(True)
        else:
            target.setUseEndDate(False)
            target.setOccurrences(self._values.integer(rule["occurrences"]))
        target.setRelative(bool(rule.get("relative")))
        for weekday in rule.get("weekdays", ()):
            target.setWeeklyDay(self._weekdays[weekday], True)
        for name, setter in (("day", target.setDayNumber), ("month", target.setMonthNumber)):
            if rule.get(name) is not None:
                setter(self._values.integer(rule[name]))
