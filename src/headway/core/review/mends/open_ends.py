"""Open ends are linked to the milestones between which the whole project lies.

That is the least that can be said of them without guessing, and it is true: they are part of the project, so they
begin after its start and are done before its end.  Whoever knows what really needs them links them closer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.add_milestone import AddMilestone
from headway.core.edits.link_tasks import LinkTasks
from headway.core.review.logic import has_begun
from headway.core.review.mends.anchors import finish_milestone, last_tasks, start_milestone
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.rule import Asked
    from headway.core.review.values import Result


def logic(asked: Asked, result: Result) -> Iterator[Offer]:
    """For tasks that lack a predecessor, a successor or both."""
    reviewed = asked.reviewed
    tasks = _tasks(reviewed, result)
    yield from _ends(reviewed, result.rule, [task for task in tasks if task.id not in reviewed.successors])
    yield from _starts(reviewed, result.rule, [task for task in tasks if task.id not in reviewed.predecessors])


def dangling_finishes(asked: Asked, result: Result) -> Iterator[Offer]:
    """For tasks whose finish nobody waits for."""
    return _ends(asked.reviewed, result.rule, _tasks(asked.reviewed, result))


def dangling_starts(asked: Asked, result: Result) -> Iterator[Offer]:
    """For tasks whose start waits for nobody."""
    return _starts(asked.reviewed, result.rule, _tasks(asked.reviewed, result))


def _tasks(reviewed: Reviewed, result: Result) -> list[Task]:
    return [reviewed.plan.tasks[row.task] for row in result.rows]


def _ends(reviewed: Reviewed, rule: str, tasks: Iterable[Task]) -> Iterator[Offer]:
    """Links to the milestone at the end; where there is none, one that waits for these tasks and for the last ones."""
    mark = finish_milestone(reviewed)
    open_ = [task.id for task in tasks if mark is None or task.id != mark.id]
    if mark is not None:
        for task in open_:
            yield Offer(rule, LinkTasks(task, mark.id), (task,))
    elif open_:
        waited = tuple(dict.fromkeys((*open_, *last_tasks(reviewed))))
        yield Offer(rule, AddMilestone(finish=True, tasks=waited), tuple(open_))


def _starts(reviewed: Reviewed, rule: str, tasks: Iterable[Task]) -> Iterator[Offer]:
    """Links from the milestone at the start; where there is none, one that these tasks wait for.

    Work that has begun keeps its logic, and a project that is under way gets no new start.
    """
    mark = start_milestone(reviewed)
    open_ = [task.id for task in tasks if not has_begun(task) and (mark is None or task.id != mark.id)]
    if mark is not None:
        for task in open_:
            yield Offer(rule, LinkTasks(mark.id, task), (task,))
    elif open_ and not any(has_begun(task) for task in reviewed.leaves):
        yield Offer(rule, AddMilestone(finish=False, tasks=tuple(open_)), tuple(open_))
