"""DCMA 10: every task of a day or more has work or cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.message import message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.values import Status

if TYPE_CHECKING:
    from headway.core.plan.entities import Assignment, Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Tasks of at least the setting ``days`` (working days) without work and cost.

    A plan that nobody has loaded at all is told about it, and not judged.
    """
    reviewed, least = asked.reviewed, asked.settings["days"]
    bare = [
        task
        for task in reviewed.population
        if reviewed.days(task.duration, task) >= least and not is_loaded(task, reviewed.assignments.get(task.id, []))
    ]
    rows = (reviewed.row(task, f"rule.dcma-10.row.{lack(reviewed, task)}") for task in bare)
    result = asked.none_allowed(rows, len(reviewed.population))
    if result.status is Status.NOT_EVALUATED or is_plan_loaded(reviewed):
        return result
    reason = message("rule.dcma-10.not_loaded")
    return msgspec.structs.replace(result, status=Status.NOT_EVALUATED, informative=True, reason=reason)


def is_loaded(task: Task, assignments: list[Assignment]) -> bool:
    """Whether a task has work or cost, of its own or of somebody or something assigned to it."""
    own = task.amounts
    if own is not None and (own.work > 0 or own.cost > 0 or own.fixed_cost > 0):
        return True
    return any(each.work > 0 or each.cost > 0 for each in assignments)


def is_plan_loaded(reviewed: Reviewed) -> bool:
    """Whether any task has an assignment, work or cost."""
    return any(reviewed.assignments.get(task.id) or is_loaded(task, []) for task in reviewed.plan.tasks.values())


def lack(reviewed: Reviewed, task: Task) -> str:
    """What a task without work and cost lacks: anybody at all, or hours and money."""
    return "amount" if reviewed.assignments.get(task.id) else "anybody"


RULE = Rule("dcma-10", Family.DCMA, check, {"most_count": 0, "days": 1}, weight=2)
