"""Milestones without logic: events whose date nothing decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.logic import has_begun, links_above
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.rules.dcma_01_logic import project_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Milestones that wait for nothing, of all that are not reached.

    The one that starts the project is exempt; so is one on a date of its own that others wait for, such as a
    delivery. DCMA 1 leaves milestones out, so this rule looks at them.
    """
    reviewed = asked.reviewed
    milestones = [task for task in reviewed.incomplete if reviewed.is_milestone(task)]
    return asked.none_allowed(rows(reviewed, milestones), len(milestones))


def rows(reviewed: Reviewed, milestones: list[Task]) -> Iterator[Row]:
    """One row a milestone: whether anything waits for it."""
    first = project_start(reviewed)
    for task in milestones:
        waits = task.id in reviewed.predecessors or any(links_above(reviewed, task, reviewed.predecessors))
        awaited = task.id in reviewed.successors
        if waits or (awaited and task.id == first) or has_begun(task):
            continue
        if not awaited:
            yield reviewed.row(task, "rule.milestones-without-logic.row.alone")
        elif not is_dated(task):
            yield reviewed.row(task, "rule.milestones-without-logic.row.undated")


def is_dated(task: Task) -> bool:
    """Whether somebody gave the milestone a date."""
    if task.manual is not None and task.manual.start is not None:
        return True
    return any(each is not None and each.date is not None for each in (task.constraint, task.secondary_constraint))


RULE = Rule("milestones-without-logic", Family.EXTRA, check, {"most_count": 0})
