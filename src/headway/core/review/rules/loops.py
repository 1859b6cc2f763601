"""Loops: tasks that wait for each other in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.values import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result

MOST_NAMED = 5
"""Tasks of a circle that its row names."""


def check(asked: Asked) -> Result:
    """Circles of links, and links between a summary and a task below it, in the whole plan."""
    reviewed = asked.reviewed
    return asked.none_allowed(rows(reviewed), len(reviewed.plan.links))


def rows(reviewed: Reviewed) -> Iterator[Row]:
    """One row a circle, with its first task."""
    for warning in reviewed.schedule.compiled.warnings:
        tasks = [task for task in warning.tasks if task in reviewed.plan.tasks]
        if warning.code not in ("loop", "link_inside_summary") or not tasks:
            continue
        yield Row(tasks[0], message(f"rule.loops.row.{warning.code}", tasks=reviewed.names(tasks, MOST_NAMED)))


RULE = Rule("loops", Family.EXTRA, check, {"most_count": 0}, weight=2, basis=True)
