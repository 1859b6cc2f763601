"""All parts together: from the reader's JSON to a plan and what it does not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.plan import Plan
from headway.formats.mapping.calendars import to_calendars
from headway.formats.mapping.context import make_context
from headway.formats.mapping.links import to_links
from headway.formats.mapping.progress import saved_dates
from headway.formats.mapping.project import to_project
from headway.formats.mapping.resources import to_assignments, to_resources
from headway.formats.mapping.tasks import to_tasks
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
    context = make_context(format_, raw, extra, {})
    context.has_schedule_options = has_options
    tasks = to_tasks(context)
    plan = Plan(
        project=to_project(context, name),
        tasks=tasks,
        links=to_links(context, tasks),
        calendars=to_calendars(raw.calendars, context.calendars),
        resources=to_resources(raw.resources, context),
        assignments=to_assignments(raw.assignments, context),
        saved=saved_dates(context, tasks),
    )
    application = raw.property_values.full_application_name or raw.property_values.file_application
    return Mapped(plan, losses_of(context), application)


def losses_of(context: Context) -> tuple[Loss, ...]:
    """Rows and precision that got lost on the way."""
    losses = [
        Loss(entity, what, dropped.count, dropped.example) for (entity, what), dropped in context.dropped.items()
    ]
    rounded = (("date", context.instants.rounded), ("duration", context.spans.rounded))
    losses += [
        Loss("task", what, count, reason="rounded to a tenth of a minute") for what, count in rounded if count
    ]
    return tuple(losses)
