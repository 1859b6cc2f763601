"""All parts together: from the reader's JSON to a plan and what it does not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.plan import Plan
from headway.formats.mapping.baselines import to_baselines
from headway.formats.mapping.calendars import to_calendars
from headway.formats.mapping.context import make_context
from headway.formats.mapping.links import to_links
from headway.formats.mapping.progress import saved_dates
from headway.formats.mapping.project import to_project
from headway.formats.mapping.remainder import decode_remainder
from headway.formats.mapping.resources import to_assignments, to_resources
from headway.formats.mapping.tasks import foreign_tasks, to_tasks
from headway.formats.raw import RawExtra, RawPlan
from headway.formats.results import Loss

if TYPE_CHECKING:
    from headway.formats.mapping.context import Context
    from headway.formats.registry import Format


class Mapped(msgspec.Struct, frozen=True, gc=False):
    """A plan, its losses, and the program that wrote the file."""

    plan: Plan
    losses: tuple[Loss, ...]
    application: str | None


def map_plan(plan_json: bytes, extra_json: bytes, format_: Format, name: str, *, has_options: bool) -> Mapped:
    """Map one project.  ``name`` is the plan's name if the file has none; ``has_options`` says whether a P6 file
    carries schedule options.

    Raises ``msgspec.ValidationError`` when the JSON is not the reader's.
    """
    raw = msgspec.json.decode(plan_json, type=RawPlan)
    extra = msgspec.json.decode(extra_json, type=RawExtra)
    remainder = decode_remainder(plan_json, raw, extra)
    context = make_context(format_, raw, extra, remainder.custom)
    context.has_schedule_options = has_options
    _add_activity_codes(context)
    tasks = to_tasks(context)
    tasks |= foreign_tasks(context)
    plan = Plan(
        project=to_project(context, name),
        tasks=tasks,
        links=to_links(context, tasks),
        calendars=to_calendars(raw.calendars, context.calendars),
        resources=to_resources(raw.resources, context),
        assignments=to_assignments(raw.assignments, context),
        baselines=to_baselines(remainder.baselines, context, tasks),
        saved=saved_dates(context, tasks),
    )
    application = raw.property_values.full_application_name or raw.property_values.file_application
    return Mapped(plan, (*losses_of(context), *remainder.losses), application)


def _add_activity_codes(context: Context) -> None:
    """P6's activity codes become custom values: the code's name and the value's description or name."""
    meanings = {
        value.unique_id: (code.name, value.description or value.name)
        for code in context.raw.activity_codes
        for value in code.values
    }
    for row in context.raw.tasks:
        for unique_id in row.activity_code_values:
            if unique_id in meanings and row.unique_id is not None:
                code, meaning = meanings[unique_id]
                context.custom.setdefault(("task", row.unique_id), {})[code] = meaning


def _note_details(context: Context) -> None:
    """Facts of kept rows that have no place in the plan."""
    for row in context.raw.tasks:
        for link in row.predecessors:
            if link.notes:
                context.drop("link", "notes", f"{row.name}: {link.notes[:60]}")
    for unique_id, rule in context.extra.recurring.items():
        if rule.working_days_only:
            context.drop("task", "recurrence on working days only", f"unique id {unique_id}")
    _note_resources(context)
    for assignment in context.raw.assignments:
        if (assignment.work_contour or "").upper() == "CONTOURED" and assignment.resource_unique_id is not None:
            context.drop("assignment", "work divided over time by hand", f"task {assignment.task_unique_id}")


def _note_resources(context: Context) -> None:
    for resource in context.raw.resources:
        if resource.type == "NON_LABOR" and resource.unique_id is not None:
            context.drop("resource", "type NON_LABOR (kept as WORK)", resource.name)
        if resource.role_assignments:
            context.drop("resource", "roles and skill levels", resource.name)


def losses_of(context: Context) -> tuple[Loss, ...]:
    """Rows and precision that got lost on the way."""
    _note_details(context)
    losses = [Loss(entity, what, dropped.count, dropped.example) for (entity, what), dropped in context.dropped.items()]
    rounded = (("date", context.instants.rounded), ("duration", context.spans.rounded))
    losses += [Loss("task", what, count, reason="rounded to a tenth of a minute") for what, count in rounded if count]
    return tuple(losses)
