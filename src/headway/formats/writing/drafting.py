"""From a plan to the draft of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.formats.writing.activities import draft_activities
from headway.formats.writing.calendars import draft_calendars
from headway.formats.writing.custom import CustomSlots
from headway.formats.writing.date_range import known_dates
from headway.formats.writing.draft import Draft
from headway.formats.writing.links import draft_links
from headway.formats.writing.resources import draft_assignments, draft_resources
from headway.formats.writing.settings import draft_settings
from headway.formats.writing.tasks import draft_tasks
from headway.formats.writing.texts import with_stand_ins, without_controls

if TYPE_CHECKING:
    from headway.formats.writing.context import Context

_TABBED = ("xer", "mpx")
"""Formats of one line a record."""
_PLAIN_XML = ("pmxml", "planner")
"""Formats written by the plainer of the library's XML writers."""


def draft_plan(context: Context) -> Draft:
    """The draft of ``context.plan`` for ``context.format``."""
    slots = CustomSlots(context.plan, context.format)
    draft = Draft(
        settings=draft_settings(context),
        calendars=draft_calendars(context),
        resources=draft_resources(context, slots),
        tasks=draft_activities(context, slots) if context.format.p6 else draft_tasks(context, slots),
        links=draft_links(context),
        assignments=draft_assignments(context),
        names=slots.names(),
        currency=context.plan.project.currency if context.format.p6 else None,
    )
    draft = msgspec.structs.replace(draft, dates=known_dates(context.format.name))
    draft = without_controls(draft, tabbed=context.format.name in _TABBED)
    return with_stand_ins(draft) if context.format.name in _PLAIN_XML else draft
