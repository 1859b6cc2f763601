"""What only the format wants, taken out of a plan read back: rows made for it, and calendars that say nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from headway.formats.mapping.baselines import PLANNED

if TYPE_CHECKING:
    from headway.core.plan.entities import Calendar
    from headway.core.plan.plan import Plan
    from headway.formats.writing.context import Context


def without_additions(back: Plan, context: Context) -> Plan:
    """``back`` (with the numbers of the file) without the rows that were added for the format."""
    return _without_calendars(_without_planned(_without_tasks(back, context), context), context)


def _without_tasks(back: Plan, context: Context) -> Plan:
    """Children of an added row move to where it stood."""
    added = context.added.get("task", set())
    if not added:
        return back
    parents = {number: back.tasks[number].parent for number in added if number in back.tasks}
    tasks = {
        key: msgspec.structs.replace(task, parent=parents.get(task.parent, task.parent))
        for key, task in back.tasks.items()
        if key not in added
    }
    baselines = {
        number: msgspec.structs.replace(each, dates=tuple(row for row in each.dates if row.task not in added))
        for number, each in back.baselines.items()
    }
    saved = {key: dates for key, dates in back.saved.items() if key not in added}
    return msgspec.structs.replace(back, tasks=tasks, baselines=baselines, saved=saved)


def _without_planned(back: Plan, context: Context) -> Plan:
    """Planned dates, which every P6 file has, read as a baseline: not one of a plan without such."""
    if not context.format.p6 or any(each.name == PLANNED for each in context.plan.baselines.values()):
        return back
    baselines = {key: each for key, each in back.baselines.items() if each.name != PLANNED}
    return msgspec.structs.replace(back, baselines=baselines)


def _without_calendars(back: Plan, context: Context) -> Plan:
    """A calendar that the plan does not have and that only passes on its parent stands for the parent."""
    written = context.calendars.back()
    passing = {
        key: calendar.parent
        for key, calendar in back.calendars.items()
        if key not in written and calendar.parent is not None and _passes_on(calendar)
    }
    added = context.added.get("calendar", set())
    if not passing and not added:
        return back

    def real(key: int | None) -> int | None:
        while key in passing:
            key = passing[key]
        return None if key is None or key in added else key

    def pointed(rows: dict[int, Any]) -> dict[int, Any]:
        return {key: msgspec.structs.replace(row, calendar=real(row.calendar)) for key, row in rows.items()}

    return msgspec.structs.replace(
        back,
        project=msgspec.structs.replace(back.project, calendar=real(back.project.calendar)),
        calendars={
            key: msgspec.structs.replace(calendar, parent=real(calendar.parent))
            for key, calendar in back.calendars.items()
            if key not in passing and key not in added
        },
        resources=pointed(back.resources),
        tasks=pointed(back.tasks),
    )


def _passes_on(calendar: Calendar) -> bool:
    return not calendar.exceptions and not calendar.work_weeks and all(day is None for day in calendar.days)
