"""Dangling starts: the finish of a task waits for others, its start for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.logic import HOLDS_START, has_begun, links_above
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Tasks whose predecessors all hold only their finish (FF, SF), of those ahead that have duration and predecessors.

    A link on a summary above that holds its start counts. Tasks that have begun do not count, nor do those without any
    predecessor: DCMA 1 finds these.
    """
    reviewed = asked.reviewed
    tasks = [
        task
        for task in reviewed.population
        if task.id in reviewed.predecessors and not has_begun(task) and not reviewed.is_milestone(task)
    ]
    return asked.share(rows(reviewed, tasks), len(tasks))


def rows(reviewed: Reviewed, tasks: list[Task]) -> Iterator[Row]:
    """One row a task."""
    for task in tasks:
        into = reviewed.predecessors[task.id]
        if any(link.kind in HOLDS_START for link in into):
            continue
        if any(link.kind in HOLDS_START for link in links_above(reviewed, task, reviewed.predecessors)):
            continue
        yield reviewed.row(task, "rule.dangling-start.row", predecessor=reviewed.name(into[0].predecessor))


RULE = Rule("dangling-start", Family.EXTRA, check, {"most_percent": 5}, weight=2)
