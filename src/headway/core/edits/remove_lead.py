"""Takes the lead (a negative lag) out of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Set
from headway.core.edits.edit import Edit, EditError, EditKind, ends_of, lag_words, link_of
from headway.core.message import Message
from headway.core.plan.entities import LagKind

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class RemoveLead(Edit, frozen=True, tag="remove_lead"):
    """``link`` is the id of the link; its lag becomes none at all."""

    link: int


def expand(plan: Plan, edit: RemoveLead) -> tuple[Change, ...]:
    """No lag; :class:`EditError` when the link has no lead."""
    link = link_of(plan, edit.link)
    if link.lag >= 0:
        raise EditError(f"link {link.id} has no lead")
    lag = Set("link", link.id, "lag", link.lag, 0)
    if link.lag_kind is LagKind.WORKING:
        return (lag,)
    return (lag, Set("link", link.id, "lag_kind", link.lag_kind, LagKind.WORKING))


def describe(plan: Plan, edit: RemoveLead) -> Message:
    """The lead that goes, and between which tasks."""
    link = link_of(plan, edit.link)
    return Message("edit.remove_lead", {**ends_of(plan, link), "lag": lag_words(link.lag, link.lag_kind)})


KIND = EditKind(RemoveLead, expand, describe)
