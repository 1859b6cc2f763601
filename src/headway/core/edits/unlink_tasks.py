"""Takes a link away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Remove
from headway.core.edits.edit import Edit, EditError, EditKind, task_of
from headway.core.message import Message, TaskName, message

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.entities import Link
    from headway.core.plan.plan import Plan


class UnlinkTasks(Edit, frozen=True, tag="unlink_tasks"):
    """``link`` is the id of the link."""

    link: int


def link_of(plan: Plan, link_id: int) -> Link:
    """The link, or an :class:`EditError` that names it."""
    link = plan.links.get(link_id)
    if link is None:
        raise EditError(f"the plan has no link {link_id}; it may have been removed")
    return link


def expand(plan: Plan, edit: UnlinkTasks) -> tuple[Change, ...]:
    """The link removed."""
    return (Remove("link", link_of(plan, edit.link)),)


def describe(plan: Plan, edit: UnlinkTasks) -> Message:
    """What it does, naming both tasks."""
    link = link_of(plan, edit.link)
    first, then = (TaskName(each, task_of(plan, each).name) for each in (link.predecessor, link.successor))
    return message("edit.unlink_tasks", predecessor=first, successor=then, kind=link.kind.value)


KIND = EditKind(UnlinkTasks, expand, describe)
