"""What every edit has: a value, a way to expand it to changes, and a sentence.

An edit is an intent.  It is stored for people; the changes that it expands to are what the plan sees, so replaying a
history never runs the code of an edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from headway.core.changes import Change
    from headway.core.message import Message
    from headway.core.plan.entities import Task
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


def task_of(plan: Plan, task_id: int) -> Task:
    """The task, or an :class:`EditError` that names it."""
    task = plan.tasks.get(task_id)
    if task is None:
        raise EditError(f"the plan has no task {task_id}; it may have been removed")
    return task


def next_id(taken: dict[int, Any]) -> int:
    """The id for a new entity where the caller has not made one."""
    return max(taken, default=0) + 1
