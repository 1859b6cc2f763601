"""Resources and assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import Assignment, External, Rate, Resource, ResourceKind, UnitsPeriod
from headway.formats.mapping.quantities import money, percent

if TYPE_CHECKING:
    from headway.formats.mapping.context import Context
    from headway.formats.raw import RawAssignment, RawRate, RawResource

_KINDS = {"MATERIAL": ResourceKind.MATERIAL, "COST": ResourceKind.COST}
_EARLIEST, _LATEST = "1984-01-02", "2049-12-31"
"""Microsoft Project's first and last day: a date at or beyond them means "no limit"."""


def to_resources(raws: tuple[RawResource, ...], context: Context) -> dict[int, Resource]:
    """All named resources by id; Microsoft Project's nameless row 0 stands for "nobody" and is not one."""
    return {context.resources.of(raw.unique_id): _resource(raw, context) for raw in raws if raw.unique_id is not None}


def _resource(raw: RawResource, context: Context) -> Resource:
    return Resource(
        id=context.resources.of(raw.unique_id or 0),
        name=raw.name,
        kind=_KINDS.get(raw.type, ResourceKind.WORK),
        calendar=context.calendars.get(raw.calendar_unique_id),
        max_units=_max_units(raw),
        availability=_availability(raw, context),
        rates=tuple(
            rate
            for table, entries in sorted(raw.cost_rate_tables.items())
            for entry in entries
            if (rate := _rate(entry, int(table), context)) is not None
        ),
        group=raw.group,
        initials=raw.initials,
        email=raw.email_address,
        parent=context.resources.get(raw.parent_id),
        notes=raw.notes,
        inactive=not raw.active,
        generic=raw.generic or raw.role,
        unit_label=raw.material_label,
        custom=context.custom.get(("resource", raw.unique_id or 0)),
        external=External(unique_id=raw.unique_id, row=raw.id or None, guid=raw.guid, code=raw.resource_id),
    )


def _max_units(raw: RawResource) -> int:
    """The most there ever is of a resource.  Where availability changes over time the reader's own figure is that of
    the day of reading, which no plan may depend on."""
    periods = [percent(each.units) for each in raw.availability_table]
    return max(periods, default=0) or percent(raw.max_units if not periods else raw.default_units) or 10_000


def _availability(raw: RawResource, context: Context) -> tuple[UnitsPeriod, ...]:
    periods = tuple(
        UnitsPeriod(
            None if each.start is None or each.start < _EARLIEST else context.instants[each.start],
            None if each.end is None or each.end >= _LATEST else context.instants[each.end],
            percent(each.units),
        )
        for each in raw.availability_table
    )
    return () if len(periods) == 1 and periods[0].start is None and periods[0].finish is None else periods


def _rate(raw: RawRate, table: int, context: Context) -> Rate | None:
    standard = _hourly(raw.rates.get("0"), context)
    overtime = _hourly(raw.rates.get("1"), context)
    if not (standard or overtime or raw.cost_per_use):
        return None
    return Rate(
        start=context.instants.get_or_none(raw.start_date),
        finish=context.instants.get_or_none(raw.end_date),
        standard=standard,
        overtime=overtime,
        per_use=money(raw.cost_per_use),
        table=table,
    )


def _hourly(text: str | None, context: Context) -> int:
    """Money an hour of ``45.0/h``, ``360.0/d`` and the like."""
    if text is None:
        return 0
    amount, _, unit = text.partition("/")
    return round(float(amount) * 10_000 * 60 / context.minutes_in.get(unit, 60.0))


def to_assignments(raws: tuple[RawAssignment, ...], context: Context) -> dict[int, Assignment]:
    """Assignments of a resource to a task; Microsoft Project's placeholders for nobody are left out (their work is in
    the task's amounts)."""
    made: dict[int, Assignment] = {}
    for raw in raws:
        task = context.tasks.get(raw.task_unique_id)
        resource = context.resources.get(raw.resource_unique_id or raw.role_unique_id)
        if task is None or resource is None:
            continue
        key = raw.unique_id if raw.unique_id and raw.unique_id not in made else context.assignments.fresh()
        made[key] = _assignment(raw, key, (task, resource), context)
    return made


def _assignment(raw: RawAssignment, key: int, ends: tuple[int, int], context: Context) -> Assignment:
    spans, instants = context.spans, context.instants
    remaining = percent(raw.remaining_assignment_units)
    units = percent(raw.assignment_units)
    return Assignment(
        id=key,
        task=ends[0],
        resource=ends[1],
        units=units,
        work=spans[raw.work],
        actual_work=spans[raw.actual_work],
        remaining_work=spans[raw.remaining_work],
        overtime_work=spans[raw.overtime_work],
        delay=spans[raw.assignment_delay],
        levelling_delay=spans[raw.leveling_delay],
        contour=None if raw.work_contour is None else raw.work_contour.lower(),
        actual_start=instants.get_or_none(raw.actual_start),
        actual_finish=instants.get_or_none(raw.actual_finish),
        start=instants.get_or_none(raw.start),
        finish=instants.get_or_none(raw.finish),
        stop=instants.get_or_none(raw.stop),
        resume=instants.get_or_none(raw.resume),
        remaining_units=None if remaining in (units, 0) else remaining,
        cost=money(raw.cost),
        actual_cost=money(raw.actual_cost),
        remaining_cost=money(raw.remaining_cost),
        rate_table=raw.cost_rate_table or raw.rate_index,
        external=External(unique_id=raw.unique_id, guid=raw.guid),
        remaining_overtime_work=spans[raw.remaining_overtime_work],
    )
