"""Dangling finishes: others wait for the start of a task, nobody for its finish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.logic import HANDS_ON_FINISH, links_above
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Tasks whose successors all wait only for their start (SS, SF), of the unfinished with duration and successors.

    A link on a summary above that hands on its finish counts. Tasks without any successor are found by DCMA 1.
    """
    reviewed = asked.reviewed
    tasks = [task for task in reviewed.population if task.id in reviewed.successors and not reviewed.is_milestone(task)]
    return asked.share(rows(reviewed, tasks), len(tasks))


def rows(reviewed: Reviewed, tasks: list[Task]) -> Iterator[Row]:
    """One row a task."""
    for task in tasks:
        out = reviewed.successors[task.id]
        if any(link.kind in HANDS_ON_FINISH for link in out):
            continue
        if any(link.kind in HANDS_ON_FINISH for link in links_above(reviewed, task, reviewed.successors)):
            continue
        yield reviewed.row(task, "rule.dangling-finish.row", successor=reviewed.name(out[0].successor))


RULE = Rule("dangling-finish", Family.EXTRA, check, {"most_percent": 5}, weight=2)
