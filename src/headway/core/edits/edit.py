"""What every edit has: a value, a way to expand it to changes, and a sentence.

An edit is an intent.  It is stored for people; the changes that it expands to are what the plan sees, so replaying a
history never runs the code of an edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from headway.core.message import Length, Message, Param, TaskName, message
from headway.core.plan.entities import LagKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from headway.core.changes import Change
    from headway.core.plan.entities import Link, Task
    from headway.core.plan.plan import Plan


class Edit(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True, tag_field="edit"):
    """Base of all edits; the tag is the name of the edit's module."""


class EditError(ValueError):
    """An edit that this plan cannot take; the text says what is in the way."""


class EditKind(NamedTuple):
    """How one kind of edit is carried out and told."""

    struct: type[Edit]
    expand: Callable[[Plan, Any], tuple[Change, ...]]
    describe: Callable[[Plan, Any], Message]
    naming: Callable[[Plan, Any], Message] | None = None
    """What the task that the edit makes is called, for whoever has to fill its ``name``."""


def task_of(plan: Plan, task_id: int) -> Task:
    """The task, or an :class:`EditError` that names it."""
    task = plan.tasks.get(task_id)
    if task is None:
        raise EditError(f"the plan has no task {task_id}; it may have been removed")
    return task


def next_id(taken: dict[int, Any]) -> int:
    """The id for a new entity where the caller has not made one."""
    return max(taken, default=0) + 1


def link_of(plan: Plan, link_id: int) -> Link:
    """The link, or an :class:`EditError` that names it."""
    link = plan.links.get(link_id)
    if link is None:
        raise EditError(f"the plan has no link {link_id}; it may have been removed")
    return link


def named(plan: Plan, task_id: int) -> TaskName:
    """A task as a sentence shows it: by its name, else by its code."""
    task = task_of(plan, task_id)
    code = task.external.code if task.external is not None else None
    return TaskName(task_id, task.name.strip() or code or "")


def ends_of(plan: Plan, link: Link) -> dict[str, Param]:
    """Both ends of a link and its kind, for a sentence."""
    return {
        "predecessor": named(plan, link.predecessor),
        "successor": named(plan, link.successor),
        "kind": link.kind.value,
    }


def lag_words(lag: int, kind: LagKind) -> Param:
    """A lag, or a lead without its sign, for a sentence."""
    if kind in (LagKind.PERCENT, LagKind.ELAPSED_PERCENT):
        return message("edit.lag.percent", percent=f"{abs(lag) / 100:g}")
    return Length(abs(lag), elapsed=kind is LagKind.ELAPSED)
