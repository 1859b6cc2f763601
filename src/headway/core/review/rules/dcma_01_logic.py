"""DCMA 1: nearly every task waits for something and has something waiting for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Tasks without a predecessor or without a successor, as a share of the population.

    The task that starts the project and the one that ends it are exempt.
    """
    return asked.share(rows(asked.reviewed), len(asked.reviewed.population))


def rows(reviewed: Reviewed) -> Iterator[Row]:
    """One row a task: what it lacks."""
    first, last = project_start(reviewed), project_finish(reviewed)
    for task in reviewed.population:
        lacks_before = task.id not in reviewed.predecessors and task.id != first
        lacks_after = task.id not in reviewed.successors and task.id != last
        if lacks_before and lacks_after:
            yield reviewed.row(task, "rule.dcma-01.row.both")
        elif lacks_before:
            yield reviewed.row(task, "rule.dcma-01.row.predecessor")
        elif lacks_after:
            yield reviewed.row(task, "rule.dcma-01.row.successor")


def project_start(reviewed: Reviewed) -> int | None:
    """The leaf without predecessors that starts first, milestones before others: where the project starts."""
    open_ = [task for task in reviewed.leaves if task.id not in reviewed.predecessors]
    dated = [
        (start, not reviewed.is_milestone(task), at, task.id)
        for at, task in enumerate(open_)
        if (start := reviewed.schedule.dates(task.id).start) is not None
    ]
    return min(dated)[-1] if dated else None


def project_finish(reviewed: Reviewed) -> int | None:
    """The leaf without successors that finishes last, milestones before others: where the project ends."""
    open_ = [task for task in reviewed.leaves if task.id not in reviewed.successors]
    dated = [
        (finish, reviewed.is_milestone(task), at, task.id)
        for at, task in enumerate(open_)
        if (finish := reviewed.schedule.dates(task.id).finish) is not None
    ]
    return max(dated)[-1] if dated else None


RULE = Rule("dcma-01", Family.DCMA, check, {"most_percent": 5}, weight=5, basis=True)
