"""Which fields of a plan each kind of document shows."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from headway.formats.tables.columns import custom_names
from headway.formats.tables.losses import Contents

if TYPE_CHECKING:
    from headway.formats.tables.rows import Tables

_WHERE = frozenset({"external.unique_id", "external.row", "external.code"})
_SHAPE = _WHERE | {"name", "kind", "milestone", "duration", "elapsed", "wbs", "progress.percent_complete"}
_TASK = _SHAPE | {
    "constraint",
    "deadline",
    "owner",
    "notes",
    "inactive",
    "progress.actual_start",
    "progress.actual_finish",
    "progress.remaining_duration",
    "amounts.work",
    "amounts.cost",
    "calendar",
    "type",
    "priority",
}
_DATES = frozenset(
    {
        "start",
        "finish",
        "early_start",
        "early_finish",
        "late_start",
        "late_finish",
        "total_float",
        "free_float",
        "critical",
    }
)
_PROMISED = frozenset({"dates.start", "dates.finish"})
_LINK = frozenset({"predecessor", "successor", "kind", "lag", "lag_kind"})
_PROJECT = frozenset(
    {"name", "rules", "data_date", "minutes_per_day", "must_finish_by", "manager", "company", "currency"}
)

_WORKBOOK = Contents(
    {
        "project": _PROJECT,
        "task": _TASK,
        "link": _LINK,
        "resource": frozenset(
            {"name", "kind", "max_units", "group", "email", "calendar", "notes", "external.unique_id"}
        ),
        "assignment": frozenset(
            {"resource", "units", "work", "actual_work", "remaining_work", "cost", "start", "finish"}
        ),
        "baseline": _PROMISED | {"name"},
        "dates": _DATES,
    },
    MappingProxyType({"calendar": "a workbook has no place for working hours"}),
)


def workbook(tables: Tables) -> Contents:
    """What a workbook of these tables shows: the custom fields, too, that have become columns."""
    custom = {f"custom.{name}" for name in custom_names(tables.tasks)}
    fields = {**_WORKBOOK.fields, "task": _WORKBOOK.fields["task"] | custom}
    return Contents(fields, _WORKBOOK.left_out)


COMMA_SEPARATED = Contents(
    {
        "project": frozenset({"minutes_per_day"}),
        "task": _TASK,
        "dates": _DATES,
        "link": _LINK,
        "assignment": frozenset({"resource", "units"}),
        "baseline": _PROMISED,
    },
    MappingProxyType(
        {"calendar": "a table of tasks holds no calendars", "resource": "only their names stand beside the tasks"}
    ),
)
CALENDAR = Contents(
    {
        "project": frozenset({"name"}),
        "task": _WHERE | {"name", "milestone", "deadline", "notes", "progress.percent_complete"},
        "dates": frozenset({"finish", "total_float", "critical"}),
        "baseline": frozenset({"dates.finish"}),
    },
    MappingProxyType(
        dict.fromkeys(
            ("link", "calendar", "resource", "assignment"),
            "a calendar of milestones holds milestones and deadlines only",
        )
    ),
)
RECORD = Contents(
    {
        "project": frozenset(
            {"name", "rules", "data_date", "must_finish_by", "from_finish", "minutes_per_day", "minutes_per_week"}
        ),
        "task": _WHERE - {"external.code"} | {"name", "milestone", "wbs"},
        "dates": _DATES,
    },
    MappingProxyType(
        dict.fromkeys(("link", "calendar", "resource", "assignment", "baseline"), "the record holds the dates of tasks")
    ),
)
PICTURE = Contents(
    {
        "project": frozenset({"name", "data_date"}),
        "task": frozenset({"name", "milestone", "deadline", "inactive", "progress.percent_complete"}),
        "dates": frozenset({"start", "finish", "critical"}),
        "baseline": frozenset({"dates.start", "dates.finish"}),
        "assignment": frozenset({"resource", "units"}),
    },
    MappingProxyType(dict.fromkeys(("link", "calendar", "resource"), "a picture shows tasks over time")),
)
