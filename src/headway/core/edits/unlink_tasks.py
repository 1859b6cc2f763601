"""Takes a link away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Remove
from headway.core.edits.edit import Edit, EditKind, ends_of, link_of
from headway.core.message import Message

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class UnlinkTasks(Edit, frozen=True, tag="unlink_tasks"):
    """``link`` is the id of the link."""

    link: int


def expand(plan: Plan, edit: UnlinkTasks) -> tuple[Change, ...]:
    """The link removed."""
    return (Remove("link", link_of(plan, edit.link)),)


def describe(plan: Plan, edit: UnlinkTasks) -> Message:
    """What it does, naming both tasks."""
    return Message("edit.unlink_tasks", ends_of(plan, link_of(plan, edit.link)))


KIND = EditKind(UnlinkTasks, expand, describe)
