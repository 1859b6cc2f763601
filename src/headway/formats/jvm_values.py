"""Inside the child process: plain values of a draft as the objects that the fields of a project take.

Dates and durations are remembered: a plan of 100,000 tasks has a million of them and few different ones, and a call
into the Java machine costs microseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TENTHS_PER_DAY = 14_400
SECONDS_PER_TENTH = 6
ANY_DATE = (-10_355_932_800, 42_233_716_790)
"""From the year 1 to the year 9999."""

_KINDS = {
    "CONSTRAINT": "ConstraintType",
    "TASK_TYPE": "TaskType",
    "RESOURCE_TYPE": "ResourceType",
    "TASK_MODE": "TaskMode",
    "ACTIVITY_TYPE": "ActivityType",
    "ACTIVITY_STATUS": "ActivityStatus",
    "PERCENT_COMPLETE_TYPE": "PercentCompleteType",
    "CRITICAL_ACTIVITY_TYPE": "CriticalActivityType",
    "TOTAL_SLACK_TYPE": "TotalSlackCalculationType",
    "RELATIONSHIP_LAG_CALENDAR": "RelationshipLagCalendar",
    "SCHEDULING_PROGRESSED_ACTIVITIES": "SchedulingProgressedActivities",
    "SCHEDULE_FROM": "ScheduleFrom",
    "TIME_UNITS": "TimeUnit",
    "PROJECT_DATE_FORMAT": "ProjectDateFormat",
    "PROJECT_TIME_FORMAT": "ProjectTimeFormat",
}
"""Types of fields whose values are names of a fixed list, and the list."""


class JavaValues:
    """Makes Java objects of plain values."""

    def __init__(self, jpype: Any) -> None:
        self.find = jpype.JClass
        self._utc = self.find("java.time.ZoneOffset").UTC
        self._moment = self.find("java.time.LocalDateTime").ofEpochSecond
        self._time = self.find("java.time.LocalTime").ofSecondOfDay
        self._day = self.find("java.time.LocalDate").ofEpochDay
        self._span = self.find("org.mpxj.Duration").getInstance
        self._units = self.find("org.mpxj.TimeUnit")
        self._double = self.find("java.lang.Double").valueOf
        self._integer = self.find("java.lang.Integer").valueOf
        self._text = self.find("java.lang.String")
        self._moments: dict[int, Any] = {}
        self._dates: tuple[int, int] = ANY_DATE
        self._spans: dict[tuple[float, str], Any] = {}
        self._makers = self._all_makers()

    def _all_makers(self) -> dict[str, Callable[[Any], Any]]:
        truth = self.find("java.lang.Boolean")
        yes, no = truth.TRUE, truth.FALSE
        notes = self.find("org.mpxj.Notes")
        priority = self.find("org.mpxj.Priority").getInstance
        unique = self.find("java.util.UUID").fromString
        makers: dict[str, Callable[[Any], Any]] = {
            "STRING": self.text,
            "NOTES": lambda value: notes(self.text(value)),
            "DATE": self.moment,
            "TIME": self.time,
            "BOOLEAN": lambda value: yes if value else no,
            "PRIORITY": priority,
            "GUID": lambda value: unique(self.text(value)),
        }
        makers |= dict.fromkeys(("DURATION", "WORK", "DELAY"), self.span)
        makers |= dict.fromkeys(("CURRENCY", "UNITS", "NUMERIC", "PERCENTAGE"), self.number)
        makers |= dict.fromkeys(("INTEGER", "SHORT"), self.integer)
        return makers | {name: self.kinds(kind) for name, kind in _KINDS.items()}

    def limit_dates(self, dates: tuple[int, int]) -> None:
        """Take the first or last of these instants for any before or after them."""
        if dates != self._dates:
            self._dates = dates
            self._moments = {}

    def maker(self, data_type: str) -> Callable[[Any], Any]:
        """What makes the value of a field of this type.  ``KeyError`` for a type no draft uses."""
        return self._makers[data_type]

    def kinds(self, name: str) -> Callable[[str], Any]:
        """The members of an enumeration by their names."""
        known = {str(member.name()): member for member in self.find(f"org.mpxj.{name}").values()}
        return known.__getitem__

    def text(self, value: str) -> Any:
        """A Java string; halves of surrogate pairs, which no file can hold, become question marks."""
        return self._text(value.encode("utf-8", "replace").decode("utf-8"))

    def number(self, value: float) -> Any:
        """A double of its own class."""
        return self._double(float(value))

    def integer(self, value: int) -> Any:
        """An integer of its own class."""
        return self._integer(int(value))

    def moment(self, instant: int) -> Any:
        """A local date and time of tenths of a minute since 1970."""
        found = self._moments.get(instant)
        if found is None:
            first, last = self._dates
            known = min(max(instant, first), last)
            found = self._moments[instant] = self._moment(known * SECONDS_PER_TENTH, 0, self._utc)
        return found

    def moment_or_none(self, instant: int | None) -> Any:
        """The same for a date that may be missing."""
        return None if instant is None else self.moment(instant)

    def time(self, tenths: int) -> Any:
        """A time of the day."""
        return self._time(tenths % TENTHS_PER_DAY * SECONDS_PER_TENTH)

    def day(self, day: int) -> Any:
        """A date of days since 1970."""
        return self._day(day)

    def span(self, value: tuple[float, str]) -> Any:
        """A duration of amount and unit."""
        key = (value[0], value[1])
        found = self._spans.get(key)
        if found is None:
            found = self._spans[key] = self._span(float(value[0]), getattr(self._units, value[1]))
        return found
