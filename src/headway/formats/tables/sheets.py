"""The smaller sheets of a workbook as plain rows: links, resources, assignments, milestones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.plan.entities import ResourceKind
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_MINUTE
from headway.formats.tables.columns import Kind, Value
from headway.formats.tables.links import lag_text

if TYPE_CHECKING:
    from headway.formats.tables.rows import Tables, TaskRow


@dataclass(frozen=True, slots=True)
class Head:
    """Head of a column of a small sheet."""

    title: str
    kind: Kind
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of rows under heads."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    critical: frozenset[int] = frozenset()
    """Places of rows that are about something critical."""


def small_sheets(tables: Tables) -> tuple[Sheet, ...]:
    """All sheets beside that of the tasks."""
    return milestones(tables), links(tables), resources(tables), assignments(tables)


def milestones(tables: Tables) -> Sheet:
    """Milestones in order of time, each against its promise."""
    found = [row for row in tables.tasks if row.milestone]
    found.sort(key=lambda row: (row.dates.finish is None, row.dates.finish or 0, row.row))
    heads = (
        Head("Row", Kind.COUNT, 7),
        Head("Milestone", Kind.TEXT, 48),
        Head("Part of", Kind.TEXT, 30),
        Head("Date", Kind.INSTANT, 14),
        Head("Baseline", Kind.INSTANT, 14),
        Head("Days later", Kind.COUNT, 12),
        Head("Deadline", Kind.INSTANT, 14),
        Head("Total float (days)", Kind.DAYS, 11),
        Head("Reached", Kind.FLAG, 9),
        Head("Critical", Kind.FLAG, 9),
    )
    by_id = tables.by_id
    rows = tuple(
        (
            row.row,
            row.task.name,
            above.task.name if (above := by_id.get(row.task.parent)) else "",
            row.dates.finish,
            baseline,
            _later(row, baseline),
            row.task.deadline,
            row.dates.total_float,
            row.reached,
            row.critical,
        )
        for row in found
        for baseline in (row.baseline.finish if row.baseline else None,)
    )
    return Sheet("Milestones", heads, rows, frozenset(place for place, row in enumerate(found) if row.critical))


def _later(row: TaskRow, baseline: int | None) -> int | None:
    if baseline is None or row.dates.finish is None:
        return None
    return row.dates.finish // TENTHS_PER_DAY - baseline // TENTHS_PER_DAY


def links(tables: Tables) -> Sheet:
    """Every link with both ends by name."""
    heads = (
        Head("Row", Kind.COUNT, 7),
        Head("Predecessor", Kind.TEXT, 44),
        Head("Type", Kind.TEXT, 7),
        Head("Lag", Kind.TEXT, 9),
        Head("Lag (minutes)", Kind.NUMBER, 10),
        Head("Row", Kind.COUNT, 7),
        Head("Successor", Kind.TEXT, 44),
    )
    by_id = tables.by_id
    project = tables.plan.project
    known = [each for each in tables.plan.links.values() if each.predecessor in by_id and each.successor in by_id]
    known.sort(key=lambda each: (by_id[each.successor].row, by_id[each.predecessor].row, each.id))
    rows = tuple(
        (
            before.row,
            before.task.name,
            each.kind.value,
            lag_text(each, project),
            None if "percent" in each.lag_kind.value else each.lag / TENTHS_PER_MINUTE,
            after.row,
            after.task.name,
        )
        for each in known
        for before, after in ((by_id[each.predecessor], by_id[each.successor]),)
    )
    return Sheet("Links", heads, rows)


def resources(tables: Tables) -> Sheet:
    """Who and what works, is used up or is paid."""
    heads = (
        Head("ID", Kind.COUNT, 7),
        Head("Resource", Kind.TEXT, 36),
        Head("Kind", Kind.TEXT, 10),
        Head("Maximum units", Kind.PERCENT, 11),
        Head("Group", Kind.TEXT, 18),
        Head("E-mail", Kind.TEXT, 28),
        Head("Calendar", Kind.TEXT, 24),
        Head("Rate an hour", Kind.MONEY, 12),
        Head("Tasks", Kind.COUNT, 8),
        Head("Work (hours)", Kind.HOURS, 11),
        Head("Cost", Kind.MONEY, 13),
        Head("Notes", Kind.LONG_TEXT, 40),
    )
    plan = tables.plan
    given: dict[int, list[tuple[int, int, int]]] = {}
    for each in plan.assignments.values():
        if each.resource is not None:
            given.setdefault(each.resource, []).append((each.task, each.work, each.cost))
    rows = tuple(
        (
            each.external.unique_id if each.external and each.external.unique_id is not None else each.id,
            each.name,
            each.kind.value,
            each.max_units if each.kind is ResourceKind.WORK else None,
            each.group,
            each.email,
            plan.calendars[each.calendar].name if each.calendar in plan.calendars else "",
            each.rates[0].standard if each.rates else None,
            len({task for task, _, _ in given.get(each.id, ())}),
            sum(work for _, work, _ in given.get(each.id, ())) if each.kind is ResourceKind.WORK else None,
            sum(cost for _, _, cost in given.get(each.id, ())),
            each.notes,
        )
        for each in sorted(plan.resources.values(), key=lambda each: each.id)
    )
    return Sheet("Resources", heads, rows)


def assignments(tables: Tables) -> Sheet:
    """Who does what, with units, work and dates."""
    heads = (
        Head("Row", Kind.COUNT, 7),
        Head("Task", Kind.TEXT, 44),
        Head("Resource", Kind.TEXT, 30),
        Head("Units", Kind.PERCENT, 9),
        Head("Start", Kind.INSTANT, 14),
        Head("Finish", Kind.INSTANT, 14),
        Head("Work (hours)", Kind.HOURS, 11),
        Head("Actual (hours)", Kind.HOURS, 11),
        Head("Remaining (hours)", Kind.HOURS, 11),
        Head("Cost", Kind.MONEY, 13),
    )
    plan, by_id = tables.plan, tables.by_id
    known = [each for each in plan.assignments.values() if each.task in by_id]
    known.sort(key=lambda each: (by_id[each.task].row, each.id))
    rows = tuple(
        (
            by_id[each.task].row,
            by_id[each.task].task.name,
            plan.resources[each.resource].name if each.resource in plan.resources else "nobody yet",
            each.units,
            each.start,
            each.finish,
            each.work,
            each.actual_work,
            each.remaining_work,
            each.cost,
        )
        for each in known
    )
    return Sheet("Assignments", heads, rows)
