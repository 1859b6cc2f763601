"""Open ends are linked to the milestones between which the whole project lies.

That is the least that can be said of them without guessing, and it is true: they are part of the project, so they
begin after its start and are done before its end.  Whoever knows what really needs them links them closer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.add_milestone import AddMilestone
from headway.core.edits.link_tasks import LinkTasks
from headway.core.review.logic import has_begun, links_above
from headway.core.review.mends import summary_links
from headway.core.review.mends.anchors import finish_milestone, first_tasks, last_tasks, start_milestone
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.rule import Asked
    from headway.core.review.values import Result


def logic(asked: Asked, result: Result) -> Iterator[Offer]:
    """For tasks that lack a predecessor, a successor or both.

    Where a summary above carries the logic, its link is moved to the tasks that it is about; only what has none at all
    is an open end.
    """
    reviewed = asked.reviewed
    tasks = _tasks(reviewed, result)
    starts = [task for task in tasks if task.id not in reviewed.predecessors]
    ends = [task for task in tasks if task.id not in reviewed.successors]
    above = {task.id: list(links_above(reviewed, task, reviewed.predecessors)) for task in starts}
    below = {task.id: list(links_above(reviewed, task, reviewed.successors)) for task in ends}
    carried = {link.id: link for found in (above, below) for links in found.values() for link in links}
    yield from summary_links.offers_for(reviewed, result.rule, carried.values())
    yield from _ends(reviewed, result.rule, [task for task in ends if not below[task.id]])
    yield from _starts(reviewed, result.rule, [task for task in starts if not above[task.id]])


def finish(asked: Asked, result: Result) -> Iterator[Offer]:
    """For a plan that does not end with a milestone: one that waits for the tasks that finish last."""
    last = last_tasks(asked.reviewed)
    if last and result.rows:
        yield Offer(result.rule, AddMilestone(finish=True, tasks=tuple(last)), tuple(last))


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
    """Links from the milestone at the start; where there is none, one that these tasks and the first ones wait for.

    Work that has begun keeps its logic, and a project that is under way gets no new start.
    """
    mark = start_milestone(reviewed)
    open_ = [task.id for task in tasks if not has_begun(task) and (mark is None or task.id != mark.id)]
    if mark is not None:
        for task in open_:
            yield Offer(rule, LinkTasks(mark.id, task), (task,))
    elif open_ and not any(has_begun(task) for task in reviewed.leaves):
        waiting = tuple(dict.fromkeys((*open_, *first_tasks(reviewed))))
        yield Offer(rule, AddMilestone(finish=False, tasks=waiting), tuple(open_))
