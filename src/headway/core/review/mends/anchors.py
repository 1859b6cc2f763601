"""Where the project starts and ends: the milestones that open ends are linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.logic import has_begun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed


def finish_milestone(reviewed: Reviewed) -> Task | None:
    """The milestone without successors at which everything else is over; ``None`` when work goes on after it."""
    ends = [(finish, task) for finish, task in _dated(reviewed, finish=True) if task.id not in reviewed.successors]
    last = max((finish for finish, _ in _dated(reviewed, finish=True)), default=None)
    marks = [task for finish, task in ends if finish == last and reviewed.is_milestone(task) and not has_begun(task)]
    return marks[-1] if marks else None


def start_milestone(reviewed: Reviewed) -> Task | None:
    """The milestone without predecessors before which nothing happens; ``None`` when work begins earlier."""
    first = min((start for start, _ in _dated(reviewed, finish=False)), default=None)
    marks = [
        task
        for start, task in _dated(reviewed, finish=False)
        if start == first and reviewed.is_milestone(task) and task.id not in reviewed.predecessors
    ]
    return marks[0] if marks else None


def last_tasks(reviewed: Reviewed) -> list[int]:
    """The ids of the leaves without successors that finish last of all: what a milestone at the end waits for."""
    last = max((finish for finish, _ in _dated(reviewed, finish=True)), default=None)
    return [
        task.id
        for finish, task in _dated(reviewed, finish=True)
        if finish == last and task.id not in reviewed.successors and not reviewed.is_complete(task)
    ]


def _dated(reviewed: Reviewed, *, finish: bool) -> Iterator[tuple[int, Task]]:
    """The leaves with their finish or start, in row order."""
    for task in reviewed.leaves:
        dates = reviewed.schedule.dates(task.id)
        at = dates.finish if finish else dates.start
        if at is not None:
            yield at, task
