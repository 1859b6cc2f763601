"""Resources and assignments for a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.formats.writing.draft import DraftAssignment, DraftRate, DraftResource, Fields
from headway.formats.writing.quantities import money, percent

if TYPE_CHECKING:
    from headway.core.plan.entities import Assignment, Rate, Resource
    from headway.formats.writing.context import Context
    from headway.formats.writing.custom import CustomSlots


def draft_resources(context: Context, slots: CustomSlots) -> tuple[DraftResource, ...]:
    """All resources, parents first."""
    resources = context.plan.resources
    return tuple(_resource(resource, row, context, slots) for row, resource in enumerate(_parents_first(resources), 1))


def _parents_first(resources: dict[int, Resource]) -> list[Resource]:
    placed: dict[int, Resource] = {}
    waiting = dict(resources)
    while waiting:
        ready = [each for each in waiting.values() if each.parent not in waiting]
        for each in ready or list(waiting.values()):  # a circle of parents: in any order
            placed[each.id] = each
            del waiting[each.id]
    return list(placed.values())


def _resource(resource: Resource, row: int, context: Context, slots: CustomSlots) -> DraftResource:
    external = resource.external
    fields: Fields = {
        "UNIQUE_ID": context.resources[resource.id],
        "ID": row,
        "NAME": resource.name,
        "TYPE": resource.kind.name,
        "MAX_UNITS": percent(resource.max_units),
        "CALENDAR_UNIQUE_ID": context.calendars.get(resource.calendar),
        "GROUP": resource.group,
        "INITIALS": resource.initials,
        "EMAIL_ADDRESS": resource.email,
        "NOTES": resource.notes,
        "ACTIVE": not resource.inactive,
        "GENERIC": resource.generic,
        "MATERIAL_LABEL": resource.unit_label,
        "GUID": None if external is None else external.guid,
        "RESOURCE_ID": None if external is None else external.code,
    }
    fields |= slots.fields("resource", resource.custom)
    return DraftResource(
        fields={name: value for name, value in fields.items() if value is not None},
        rates=tuple(_rate(rate) for rate in resource.rates),
        availability=tuple((each.start, each.finish, percent(each.units)) for each in resource.availability),
        parent=context.resources.get(resource.parent),
    )


def _rate(rate: Rate) -> DraftRate:
    return DraftRate(
        rate.table, rate.start, rate.finish, money(rate.standard), money(rate.overtime), money(rate.per_use)
    )


def draft_assignments(context: Context) -> tuple[DraftAssignment, ...]:
    """All assignments whose task is there."""
    return tuple(
        _assignment(each, context) for each in context.plan.assignments.values() if each.task in context.plan.tasks
    )


def _assignment(assignment: Assignment, context: Context) -> DraftAssignment:
    work, units = context.units.work, context.units
    remaining_units = assignment.units if assignment.remaining_units is None else assignment.remaining_units
    fields: Fields = {
        "UNIQUE_ID": context.assignments[assignment.id],
        "GUID": None if assignment.external is None else assignment.external.guid,
        "ASSIGNMENT_UNITS": percent(assignment.units),
        "REMAINING_ASSIGNMENT_UNITS": percent(remaining_units),
        "WORK": work(assignment.work),
        "ACTUAL_WORK": work(assignment.actual_work),
        "REMAINING_WORK": work(assignment.remaining_work),
        "OVERTIME_WORK": work(assignment.overtime_work) if assignment.overtime_work else None,
        "REMAINING_OVERTIME_WORK": work(assignment.remaining_overtime_work)
        if assignment.remaining_overtime_work
        else None,
        "ASSIGNMENT_DELAY": units.working(assignment.delay) if assignment.delay else None,
        "LEVELING_DELAY": units.elapsed(assignment.levelling_delay) if assignment.levelling_delay else None,
        "START": assignment.start,
        "FINISH": assignment.finish,
        "ACTUAL_START": assignment.actual_start,
        "ACTUAL_FINISH": assignment.actual_finish,
        "STOP": assignment.stop,
        "RESUME": assignment.resume,
        "COST": money(assignment.cost),
        "ACTUAL_COST": money(assignment.actual_cost),
        "REMAINING_COST": money(assignment.remaining_cost),
        "COST_RATE_TABLE": assignment.rate_table,
    }
    return DraftAssignment(
        task=context.tasks[assignment.task],
        resource=context.resources.get(assignment.resource),
        fields={name: value for name, value in fields.items() if value is not None},
        contour=assignment.contour,
    )
