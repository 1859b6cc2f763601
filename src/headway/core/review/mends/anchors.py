"""Where the project starts and ends: the milestones that open ends are linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.logic import HANDS_ON_FINISH, HOLDS_START, has_begun
from headway.core.review.reviewed import MILESTONES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed


def finish_milestone(reviewed: Reviewed) -> Task | None:
    """The milestone that ends the plan: nothing finishes after it or waits for it, and no other end is waited for by
    more.  ``None`` where there is no such one."""
    ends = [reviewed.plan.tasks[each] for each in last_tasks(reviewed) if each not in reviewed.successors]
    leading = max((len(reviewed.predecessors.get(task.id, ())) for task in ends), default=0)
    marks = [task for task in ends if is_marked(task) and len(reviewed.predecessors.get(task.id, ())) == leading]
    return marks[-1] if marks and not has_begun(marks[-1]) else None


def start_milestone(reviewed: Reviewed) -> Task | None:
    """The milestone that starts the plan: nothing begins before it, it waits for nothing, and something waits for it.
    ``None`` where there is no such one."""
    first = min((start for start, _ in _dated(reviewed, finish=False)), default=None)
    marks = [
        task
        for start, task in _dated(reviewed, finish=False)
        if start == first
        and is_marked(task)
        and task.id not in reviewed.predecessors
        and task.id in reviewed.successors
    ]
    return max(marks, key=lambda task: len(reviewed.successors[task.id])) if marks else None


def is_marked(task: Task) -> bool:
    """Whether somebody made the task a milestone; no duration alone is no sign of that."""
    return task.milestone or task.kind in MILESTONES


def last_tasks(reviewed: Reviewed) -> list[int]:
    """The ids of the leaves that finish last of all and hand their finish on to nobody: what a milestone at the end
    waits for.  Others may wait for their start."""
    last = max((finish for finish, _ in _dated(reviewed, finish=True)), default=None)
    return [
        task.id
        for finish, task in _dated(reviewed, finish=True)
        if finish == last and not hands_on_finish(reviewed, task) and not reviewed.is_complete(task)
    ]


def first_tasks(reviewed: Reviewed) -> list[int]:
    """The ids of the leaves that start first of all and whose start waits for nobody: what waits for a milestone at the
    start."""
    first = min((start for start, _ in _dated(reviewed, finish=False)), default=None)
    return [
        task.id
        for start, task in _dated(reviewed, finish=False)
        if start == first and not holds_start(reviewed, task) and not has_begun(task)
    ]


def hands_on_finish(reviewed: Reviewed, task: Task) -> bool:
    """Whether something waits for the finish of a task."""
    return any(link.kind in HANDS_ON_FINISH for link in reviewed.successors.get(task.id, ()))


def holds_start(reviewed: Reviewed, task: Task) -> bool:
    """Whether the start of a task waits for something."""
    return any(link.kind in HOLDS_START for link in reviewed.predecessors.get(task.id, ()))


def _dated(reviewed: Reviewed, *, finish: bool) -> Iterator[tuple[int, Task]]:
    """The leaves with their finish or start, in row order."""
    for task in reviewed.leaves:
        dates = reviewed.schedule.dates(task.id)
        at = dates.finish if finish else dates.start
        if at is not None:
            yield at, task
