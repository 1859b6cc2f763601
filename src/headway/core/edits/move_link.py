"""Moves a link to other tasks: from a summary to the tasks in it that really start or end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Put, Remove
from headway.core.edits.edit import Edit, EditError, EditKind, ends_of, link_of, named, next_id, task_of
from headway.core.message import Message
from headway.core.plan.entities import Link

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan


class MoveLink(Edit, frozen=True, tag="move_link"):
    """The ids of the tasks that the link is to lead from and to; with several, each pair gets a link of that kind and
    lag.  ``links`` are the ids of the links after the first, the next free ones when empty."""

    link: int
    predecessors: tuple[int, ...]
    successors: tuple[int, ...]
    links: tuple[int, ...] = ()


def expand(plan: Plan, edit: MoveLink) -> tuple[Change, ...]:
    """The old link gone and one for each pair that is not linked that way yet; :class:`EditError` when the tasks are
    those it has already, or a task would wait for itself."""
    link = link_of(plan, edit.link)
    pairs = [(task_of(plan, a).id, task_of(plan, b).id) for a in edit.predecessors for b in edit.successors]
    if not pairs:
        raise EditError(f"link {link.id} needs a task at either end")
    if pairs == [(link.predecessor, link.successor)]:
        raise EditError(f"link {link.id} is between these tasks already")
    if any(first == then for first, then in pairs):
        raise EditError(f"link {link.id} would make a task wait for itself")
    others = {(x.predecessor, x.successor, x.kind) for x in plan.links.values() if x.id != link.id}
    fresh = [pair for pair in dict.fromkeys(pairs) if (*pair, link.kind) not in others]
    free = next_id(plan.links)
    numbers = (link.id, *(edit.links or range(free, free + len(fresh))))
    made = [Link(n, *pair, link.kind, link.lag, link.lag_kind) for n, pair in zip(numbers, fresh, strict=False)]
    if len(made) < len(fresh):
        raise EditError(f"{len(fresh)} links need as many ids")
    if not made:
        return (Remove("link", link),)
    return (Put("link", link, made[0]), *(Put("link", None, each) for each in made[1:]))


def describe(plan: Plan, edit: MoveLink) -> Message:
    """From where to where."""
    link = link_of(plan, edit.link)
    before = tuple(named(plan, each) for each in edit.predecessors)
    after = tuple(named(plan, each) for each in edit.successors)
    return Message("edit.move_link", {**ends_of(plan, link), "from": before, "to": after})


KIND = EditKind(MoveLink, expand, describe)
