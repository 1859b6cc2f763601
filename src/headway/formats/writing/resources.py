"""Resources and assignments for a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Amounts, Assignment
from headway.formats.writing.draft import DraftAssignment, DraftRate, DraftResource, Fields
from headway.formats.writing.p6 import resource_codes
from headway.formats.writing.quantities import money, percent
from headway.formats.writing.rows import guid_of
from headway.formats.writing.splits import divided_work

if TYPE_CHECKING:
    from headway.core.plan.entities import Rate, Resource
    from headway.formats.writing.context import Context
    from headway.formats.writing.custom import CustomSlots

RATE_TABLES = 5
"""A resource has at most so many."""


def draft_resources(context: Context, slots: CustomSlots) -> tuple[DraftResource, ...]:
    """All resources, parents first; Microsoft Project gets its row 0, which stands for nobody."""
    resources = _parents_first(context.plan.resources)
    made = [_resource(resource, row, context, slots) for row, resource in enumerate(resources, 1)]
    if context.format.p6:
        codes = resource_codes(context)
        return tuple(_p6_resource(draft, each, codes[each.id]) for draft, each in zip(made, resources, strict=True))
    return (*_nobody(context), *made) if context.format.name == "mspdi" else tuple(made)


def _nobody(context: Context) -> tuple[DraftResource, ...]:
    """A resource without a name, for the personal calendar that is nobody's."""
    used = {resource.calendar for resource in context.plan.resources.values()}
    left = [each for each in context.plan.calendars.values() if each.personal and each.id not in used]
    if not left:
        return ()
    return (DraftResource({"UNIQUE_ID": 0, "ID": 0, "CALENDAR_UNIQUE_ID": context.calendars[left[0].id]}),)


def _p6_resource(draft: DraftResource, resource: Resource, code: str) -> DraftResource:
    """In P6 a generic resource is a role, a material has a unit from a list, and rates and availability are rows of
    one table, so that each needs the other."""
    fields = draft.fields | {"RESOURCE_ID": code}
    if resource.generic:
        fields["ROLE"] = True
    starts = [start for start, *_ in draft.availability]
    rates = draft.rates or tuple(DraftRate(0, start, None, 0.0, 0.0, 0.0) for start in starts)
    return msgspec.structs.replace(draft, fields=fields, rates=rates, unit=resource.unit_label)


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
        "GUID": guid_of(external),
        "RESOURCE_ID": None if external is None else external.code,
    }
    fields |= slots.fields("resource", resource.custom)
    return DraftResource(
        fields={name: value for name, value in fields.items() if value is not None},
        rates=_rates(resource, context),
        availability=_availability(resource),
        parent=context.resources.get(resource.parent),
    )


def _availability(resource: Resource) -> tuple[tuple[int | None, int | None, float], ...]:
    """When how much of it there is; where that never changes, always the most there is."""
    periods = tuple((each.start, each.finish, percent(each.units)) for each in resource.availability)
    return periods or ((None, None, percent(resource.max_units)),)


def _rates(resource: Resource, context: Context) -> tuple[DraftRate, ...]:
    """All rates; Microsoft Project XML gets one of nothing before a first rate that begins some day, since a table of
    one rate is written without its date."""
    made = tuple(_rate(rate) for rate in resource.rates if 0 <= rate.table < RATE_TABLES)
    if context.format.name != "mspdi" or not made or made[0].start is None or made[0].table:
        return made
    return (DraftRate(0, None, made[0].start, 0.0, 0.0, 0.0), *made)


def _rate(rate: Rate) -> DraftRate:
    return DraftRate(
        rate.table, rate.start, rate.finish, money(rate.standard), money(rate.overtime), money(rate.per_use)
    )


def draft_assignments(context: Context) -> tuple[DraftAssignment, ...]:
    """All assignments whose task is there and may have some: in P6 no summary may."""
    plan = context.plan
    tasks = {key for key in plan.tasks if not (context.format.p6 and context.outline.is_summary(key))}
    made = [_assignment(each, context) for each in plan.assignments.values() if each.task in tasks]
    return (*made, *_unassigned(context)) if context.format.name == "mspdi" else tuple(made)


def _unassigned(context: Context) -> list[DraftAssignment]:
    """Split tasks nobody works on: the file wants an assignment of nobody to show the split by."""
    plan = context.plan
    busy = {each.task for each in plan.assignments.values()}
    made = []
    for task in plan.tasks.values():
        if task.parts and task.id not in busy:
            amounts = task.amounts or Amounts(work=task.duration, remaining_work=task.duration)
            stop = None if task.progress is None else task.progress.stop
            stand_in = Assignment(
                id=0,
                task=task.id,
                work=amounts.work,
                actual_work=amounts.actual_work,
                remaining_work=amounts.remaining_work,
                start=task.parts[0].start,
                finish=task.parts[-1].finish,
                stop=stop,
            )
            draft = _assignment(stand_in, context, context.add("assignment", context.assignments))
            made.append(draft)
    return made


def _assignment(assignment: Assignment, context: Context, number: int | None = None) -> DraftAssignment:
    work, units = context.units.work, context.units
    remaining_units = assignment.units if assignment.remaining_units is None else assignment.remaining_units
    fields: Fields = {
        "UNIQUE_ID": context.assignments[assignment.id] if number is None else number,
        "GUID": guid_of(assignment.external),
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
        "COST_RATE_TABLE": _rate_table(assignment),
    }
    if context.format.name == "planner" and not assignment.units:
        fields["ASSIGNMENT_UNITS"] = 100.0  # its readers divide by them
    resource = context.resources.get(assignment.resource)
    if context.format.p6:
        fields |= _p6_assignment(assignment, fields)
        if assignment.resource in context.plan.resources and context.plan.resources[assignment.resource].generic:
            fields["ROLE_UNIQUE_ID"] = resource  # beside the resource, see headway.formats.p6_text
    return DraftAssignment(
        task=context.tasks[assignment.task],
        resource=resource,
        fields={name: value for name, value in fields.items() if value is not None},
        contour=assignment.contour,
        worked=divided_work(context.plan, context.plan.tasks[assignment.task], assignment)
        if context.format.name == "mspdi"
        else (),
    )


def _rate_table(assignment: Assignment) -> int:
    return assignment.rate_table if 0 <= assignment.rate_table < RATE_TABLES else 0


def _p6_assignment(assignment: Assignment, fields: Fields) -> Fields:
    """What P6 knows of an assignment beyond the others: what was planned, and when what is left will be done."""
    more: Fields = {
        "RATE_INDEX": _rate_table(assignment),
        "PLANNED_WORK": fields["WORK"],
        "PLANNED_COST": fields["COST"],
        "PLANNED_START": assignment.start,
        "PLANNED_FINISH": assignment.finish,
    }
    if assignment.actual_finish is None:
        begun = assignment.resume if assignment.actual_start is not None else None
        more |= {
            "REMAINING_EARLY_START": assignment.start if begun is None else begun,
            "REMAINING_EARLY_FINISH": assignment.finish,
        }
    return more
