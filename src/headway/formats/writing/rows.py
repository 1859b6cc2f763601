"""Fields that rows of the outline have in every format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from headway.core.plan.entities import ConstraintKind
from headway.formats.writing.quantities import money

if TYPE_CHECKING:
    from headway.core.plan.entities import Amounts, Constraint, External, Task
    from headway.formats.writing.context import Context
    from headway.formats.writing.draft import Fields

NO_NAME = "(blank)"
_LONGEST_NAMES = {"mspdi": 512, "pmxml": 120, "xer": 120}
_GUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


def filled(fields: Fields) -> Fields:
    """Only what has a value."""
    return {name: value for name, value in fields.items() if value is not None}


def guid_of(external: External | None) -> str | None:
    """The GUID, where it is one."""
    guid = None if external is None else external.guid
    return guid if guid is not None and _GUID.fullmatch(guid) else None


def identity_fields(task: Task, context: Context) -> Fields:
    """Number, name, notes."""
    return {
        "UNIQUE_ID": context.tasks[task.id],
        "NAME": _name(task, context),
        "NOTES": task.notes,
        "GUID": guid_of(task.external),
    }


def _name(task: Task, context: Context) -> str:
    """The name, as long as the format has it; P6 takes no row without one."""
    if context.format.p6 and not task.name.strip():
        return str(context.assume("task", task.id, "name", NO_NAME))
    return task.name[: _LONGEST_NAMES.get(context.format.name, len(task.name))]


def shape_fields(task: Task, context: Context) -> Fields:
    """How long, of which kind, by whose calendar."""
    units = context.units
    span = units.elapsed(task.duration) if task.elapsed else units.working(task.duration)
    manual = task.manual
    fields: Fields = {
        "DURATION": span,
        "ESTIMATED": task.estimated,
        "MILESTONE": task.milestone,
        "ACTIVE": not task.inactive,
        "TASK_MODE": "AUTO_SCHEDULED" if manual is None else "MANUALLY_SCHEDULED",
        "CALENDAR_UNIQUE_ID": context.calendars.get(task.calendar),
        "IGNORE_RESOURCE_CALENDAR": task.ignore_resource_calendars,
        "PRIORITY": task.priority,
        "TYPE": task.type.name,
        "EFFORT_DRIVEN": task.effort_driven,
        "RECURRING": task.recurring,
    }
    if manual is not None:
        fields["MANUAL_DURATION"] = span if manual.duration is None else units.working(manual.duration)
    if task.levelling_delay:
        delay = units.elapsed if task.levelling_delay_elapsed else units.working
        fields["LEVELING_DELAY"] = delay(task.levelling_delay)
    return fields


def limit_fields(task: Task, context: Context) -> Fields:
    """Constraints and deadlines."""
    fields: Fields = {"DEADLINE": task.deadline, "EXPECTED_FINISH": task.expected_finish}
    fields |= _constraint(task.constraint, "CONSTRAINT")
    if task.secondary_constraint is not None and context.format.p6:
        fields |= _constraint(task.secondary_constraint, "SECONDARY_CONSTRAINT")
    return fields


def _constraint(constraint: Constraint | None, name: str) -> Fields:
    if constraint is None or (constraint.date is None and constraint.kind is not ConstraintKind.AS_LATE_AS_POSSIBLE):
        # A kind that wants a date and has none holds nothing.
        return {f"{name}_TYPE": "AS_SOON_AS_POSSIBLE"}
    return {f"{name}_TYPE": constraint.kind.name, f"{name}_DATE": constraint.date}


def amount_fields(amounts: Amounts | None, context: Context) -> Fields:
    """Work and cost of a task."""
    if amounts is None:
        return {}
    work = context.units.work
    return {
        "WORK": work(amounts.work),
        "ACTUAL_WORK": work(amounts.actual_work),
        "REMAINING_WORK": work(amounts.remaining_work),
        "COST": money(amounts.cost),
        "ACTUAL_COST": money(amounts.actual_cost),
        "REMAINING_COST": money(amounts.remaining_cost),
        "FIXED_COST": money(amounts.fixed_cost),
    }
