"""Tasks without owner: nobody is named who does them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.plan.entities import ResourceKind
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Unfinished tasks with neither an owner nor anybody assigned, milestones apart, of all such tasks.

    Material and cost are nobody. Not evaluated when no task of the plan names anybody: then owners are kept elsewhere.
    """
    reviewed = asked.reviewed
    if not any(has_owner(reviewed, task) for task in reviewed.leaves):
        return asked.not_evaluated(message("rule.reason.no_owners"))
    tasks = [task for task in reviewed.incomplete if not reviewed.is_milestone(task)]
    rows = (reviewed.row(task, "rule.no-owner.row") for task in tasks if not has_owner(reviewed, task))
    return asked.share(rows, len(tasks))


def has_owner(reviewed: Reviewed, task: Task) -> bool:
    """Whether a task has an owner, or somebody works on it."""
    if task.owner:
        return True
    resources = reviewed.plan.resources
    return any(
        each.resource in resources and resources[each.resource].kind is ResourceKind.WORK
        for each in reviewed.assignments.get(task.id, ())
    )


RULE = Rule("no-owner", Family.EXTRA, check, {"most_percent": 5}, weight=2)
