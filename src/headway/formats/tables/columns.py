"""The columns of a task, once, for every table: key, title, kind of value and how to get it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from headway.core.plan.entities import TaskKind
from headway.core.time import TENTHS_PER_HOUR, TENTHS_PER_MINUTE
from headway.formats.tables.rows import USUAL_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from headway.formats.tables.rows import TaskRow

NO_NAME = "(no name)"
USUAL_PRIORITY = 500
MOST_CUSTOM = 200
"""Custom fields that become columns."""

Value = str | int | float | bool | None


class Kind(Enum):
    """What a value is, and so how it is written."""

    TEXT = auto()
    LONG_TEXT = auto()
    COUNT = auto()
    NUMBER = auto()
    INSTANT = auto()
    """The value is an instant."""
    DAYS = auto()
    """The value is a span."""
    MINUTES = auto()
    """The value is a span."""
    HOURS = auto()
    """The value is a span."""
    PERCENT = auto()
    """The value is in hundredths of a percent."""
    MONEY = auto()
    """The value is in 1/10,000."""
    FLAG = auto()
    AS_IS = auto()
    """A text or a number, as it comes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` heads it in a comma-separated file, ``title`` in a workbook; an empty one leaves it out."""

    key: str
    title: str
    kind: Kind
    get: Callable[[TaskRow], Value]
    always: bool = False
    """In a workbook also when no task has a value."""


def kind_of(row: TaskRow) -> str:
    """What kind of row it is, in a word."""
    if row.summary:
        return "summary"
    if row.milestone and row.task.kind is TaskKind.TASK:
        return "milestone"
    return row.task.kind.value.replace("_", " ")


def _constraint(row: TaskRow) -> str:
    return row.task.constraint.kind.value.replace("_", " ") if row.task.constraint is not None else ""


def _late(row: TaskRow) -> int | None:
    """Calendar days from the baseline's finish to the finish."""
    if row.baseline is None or row.baseline.finish is None or row.dates.finish is None:
        return None
    return row.dates.finish // 14_400 - row.baseline.finish // 14_400


def _progress(field: str) -> Callable[[TaskRow], int | None]:
    def get(row: TaskRow) -> int | None:
        return None if row.task.progress is None else getattr(row.task.progress, field)

    return get


FIRST_NOT_PRINTED = "Kind"
"""The column from which a workbook's printed page leaves out the rest: all of them would be too small to read."""

COLUMNS: tuple[Column, ...] = (
    Column("unique_id", "", Kind.COUNT, lambda r: r.unique_id),
    Column("id", "Row", Kind.COUNT, lambda r: r.row, always=True),
    Column("activity_id", "Activity ID", Kind.TEXT, lambda r: r.code),
    Column("wbs", "WBS", Kind.TEXT, lambda r: r.wbs, always=True),
    Column("name", "Task", Kind.TEXT, lambda r: r.task.name, always=True),
    Column("level", "", Kind.COUNT, lambda r: r.level),
    Column("summary", "", Kind.FLAG, lambda r: r.summary),
    Column("milestone", "", Kind.FLAG, lambda r: r.milestone),
    Column("duration_days", "Duration (days)", Kind.NUMBER, lambda r: r.duration_days, always=True),
    Column("start", "Start", Kind.INSTANT, lambda r: r.dates.start, always=True),
    Column("finish", "Finish", Kind.INSTANT, lambda r: r.dates.finish, always=True),
    Column("percent_complete", "% complete", Kind.PERCENT, lambda r: r.percent, always=True),
    Column("critical", "Critical", Kind.FLAG, lambda r: r.critical, always=True),
    Column("total_float_days", "Total float (days)", Kind.DAYS, lambda r: r.dates.total_float, always=True),
    Column("resources", "Resources", Kind.TEXT, lambda r: r.resources),
    Column("baseline_finish", "Baseline finish", Kind.INSTANT, lambda r: r.baseline.finish if r.baseline else None),
    Column("", "Days later than baseline", Kind.COUNT, _late),
    Column("deadline", "Deadline", Kind.INSTANT, lambda r: r.task.deadline),
    Column("kind", "Kind", Kind.TEXT, kind_of, always=True),
    Column("elapsed", "Calendar time", Kind.FLAG, lambda r: r.task.elapsed),
    Column("", "Free float (days)", Kind.DAYS, lambda r: r.dates.free_float),
    Column("total_float_minutes", "", Kind.MINUTES, lambda r: r.dates.total_float),
    Column("free_float_minutes", "", Kind.MINUTES, lambda r: r.dates.free_float),
    Column("predecessors", "Predecessors", Kind.TEXT, lambda r: r.predecessors, always=True),
    Column("constraint", "Constraint", Kind.TEXT, _constraint),
    Column(
        "constraint_date",
        "Constraint date",
        Kind.INSTANT,
        lambda r: r.task.constraint.date if r.task.constraint is not None else None,
    ),
    Column("baseline_start", "Baseline start", Kind.INSTANT, lambda r: r.baseline.start if r.baseline else None),
    Column("actual_start", "Actual start", Kind.INSTANT, _progress("actual_start")),
    Column("actual_finish", "Actual finish", Kind.INSTANT, _progress("actual_finish")),
    Column("remaining_days", "Remaining (days)", Kind.NUMBER, lambda r: r.remaining_days),
    Column("early_start", "Early start", Kind.INSTANT, lambda r: r.dates.early_start),
    Column("early_finish", "Early finish", Kind.INSTANT, lambda r: r.dates.early_finish),
    Column("late_start", "Late start", Kind.INSTANT, lambda r: r.dates.late_start),
    Column("late_finish", "Late finish", Kind.INSTANT, lambda r: r.dates.late_finish),
    Column("work_hours", "Work (hours)", Kind.HOURS, lambda r: r.task.amounts.work if r.task.amounts else None),
    Column("cost", "Cost", Kind.MONEY, lambda r: r.task.amounts.cost if r.task.amounts else None),
    Column("calendar", "Calendar", Kind.TEXT, lambda r: r.calendar),
    Column("type", "Type", Kind.TEXT, lambda r: "" if r.summary else r.task.type.value.replace("_", " ")),
    Column(
        "priority", "Priority", Kind.COUNT, lambda r: None if r.task.priority == USUAL_PRIORITY else r.task.priority
    ),
    Column("owner", "Owner", Kind.TEXT, lambda r: r.task.owner),
    Column("manual", "Manual dates", Kind.FLAG, lambda r: r.task.manual is not None),
    Column("inactive", "Inactive", Kind.FLAG, lambda r: r.task.inactive),
    Column("notes", "Notes", Kind.LONG_TEXT, lambda r: r.task.notes),
    Column("", "Unique ID", Kind.COUNT, lambda r: r.unique_id),
)


def custom_names(rows: Iterable[TaskRow]) -> tuple[str, ...]:
    """The custom fields that some task has, in the order in which they first occur."""
    names = dict.fromkeys(name for row in rows for name in row.task.custom or ())
    return tuple(names)[:MOST_CUSTOM]


def custom_column(name: str) -> Column:
    """The column of a custom field; its values keep their kind."""

    def get(row: TaskRow) -> Value:
        value = (row.task.custom or {}).get(name)
        return ("yes" if value else "no") if isinstance(value, bool) else value

    return Column("", name or NO_NAME, Kind.AS_IS, get)


def spelled(value: Value, kind: Kind, minutes_per_day: int) -> int | float | None:
    """A span, share or amount in the unit of its kind; two decimals at most.

    >>> spelled(7_200, Kind.DAYS, 480), spelled(4_800, Kind.HOURS, 480), spelled(2_550, Kind.PERCENT, 480)
    (1.5, 8, 25.5)
    """
    if value is None or isinstance(value, str):
        return None
    tenths = {
        Kind.DAYS: (minutes_per_day or USUAL_DAY) * TENTHS_PER_MINUTE,
        Kind.HOURS: TENTHS_PER_HOUR,
        Kind.MINUTES: TENTHS_PER_MINUTE,
        Kind.PERCENT: 100,
        Kind.MONEY: 10_000,
    }[kind]
    exact = value / tenths
    return int(exact) if exact == int(exact) else round(exact, 2)
