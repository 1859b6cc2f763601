"""Makes the milestone that starts or ends the project, and links tasks to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.changes import Put
from headway.core.edits.edit import Edit, EditError, EditKind, named, next_id, task_of
from headway.core.edits.placing import rank_first, rank_last, top
from headway.core.message import Message, Part, message
from headway.core.plan.entities import Link, Task, TaskKind
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Rules

if TYPE_CHECKING:
    from headway.core.changes import Change
    from headway.core.plan.plan import Plan

_NAMED = 5
"""Tasks that the sentence names."""


class AddMilestone(Edit, frozen=True, tag="add_milestone"):
    """``tasks`` are linked to a milestone at the finish, or from one at the start.  ``task`` is its id, ``links`` those
    of the links, the next free ones when ``None`` or empty."""

    name: str = ""
    finish: bool = True
    tasks: tuple[int, ...] = ()
    task: int | None = None
    links: tuple[int, ...] = ()


def expand(plan: Plan, edit: AddMilestone) -> tuple[Change, ...]:
    """The milestone, as first or last row of the plan, and a finish-to-start link for each task."""
    parent = top(outline_of(plan))
    kind = TaskKind.FINISH_MILESTONE if edit.finish else TaskKind.START_MILESTONE
    milestone = Task(
        next_id(plan.tasks) if edit.task is None else edit.task,
        edit.name or plan.project.name,
        parent=parent,
        rank=(rank_last if edit.finish else rank_first)(plan, parent),
        kind=kind if plan.project.rules is Rules.P6 else TaskKind.TASK,
        milestone=True,
    )
    ends = [task_of(plan, each).id for each in edit.tasks]
    if len(set(ends)) < len(ends):
        raise EditError("a task is named twice")
    free = next_id(plan.links)
    numbers = edit.links or tuple(range(free, free + len(ends)))
    if len(numbers) < len(ends):
        raise EditError(f"{len(ends)} links need as many ids")
    pairs = [(each, milestone.id) if edit.finish else (milestone.id, each) for each in ends]
    links = (Put("link", None, Link(n, *pair)) for n, pair in zip(numbers, pairs, strict=False))
    return (Put("task", None, milestone), *links)


def describe(plan: Plan, edit: AddMilestone) -> Message:
    """Where the milestone stands and how many tasks are linked to it."""
    where = "finish" if edit.finish else "start"
    tasks: list[Part] = [named(plan, each) for each in edit.tasks[:_NAMED]]
    if len(edit.tasks) > _NAMED:
        tasks.append(message("tasks.more", count=len(edit.tasks) - _NAMED))
    return message(f"edit.add_milestone.{where}", tasks=tuple(tasks))


def naming(_plan: Plan, edit: AddMilestone) -> Message:
    """What such a milestone is called."""
    return message("edit.add_milestone.name.finish" if edit.finish else "edit.add_milestone.name.start")


KIND = EditKind(AddMilestone, expand, describe, naming)
