"""Makes one task wait for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Put
from headway.core.edits.edit import Edit, EditError, EditKind, lag_words, named, next_id, task_of
from headway.core.message import Message, message
from headway.core.plan.entities import LagKind, Link, LinkKind

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class LinkTasks(Edit, frozen=True, tag="link_tasks"):
    """A new link; ``lag`` is a span, negative for a lead.  ``link`` is its id, the next free one when ``None``."""

    predecessor: int
    successor: int
    kind: LinkKind = LinkKind.FS
    lag: int = 0
    lag_kind: LagKind = LagKind.WORKING
    link: int | None = None


def expand(plan: Plan, edit: LinkTasks) -> tuple[Change, ...]:
    """One new link.  :class:`EditError` when an end is missing or the two are linked that way already."""
    ends = task_of(plan, edit.predecessor).id, task_of(plan, edit.successor).id
    if ends[0] == ends[1]:
        raise EditError(f"task {ends[0]} cannot wait for itself")
    if any((each.predecessor, each.successor, each.kind) == (*ends, edit.kind) for each in plan.links.values()):
        raise EditError(f"task {ends[1]} is linked to task {ends[0]} that way already; change the lag of that link")
    number = next_id(plan.links) if edit.link is None else edit.link
    return (Put("link", None, Link(number, *ends, edit.kind, edit.lag, edit.lag_kind)),)


def describe(plan: Plan, edit: LinkTasks) -> Message:
    """What it does, naming both tasks."""
    first, then = named(plan, edit.predecessor), named(plan, edit.successor)
    lag = "" if not edit.lag else ".lag" if edit.lag > 0 else ".lead"
    amount = lag_words(edit.lag, edit.lag_kind)
    return message(f"edit.link_tasks.{edit.kind}{lag}", predecessor=first, successor=then, lag=amount)


KIND = EditKind(LinkTasks, expand, describe)
