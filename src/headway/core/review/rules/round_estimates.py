"""Estimates all round: most durations are whole weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.time import TENTHS_PER_MINUTE, TENTHS_PER_WEEK

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Unfinished tasks that last one or more whole weeks, of all that have duration.

    Not evaluated for fewer than ``least_tasks`` tasks: a few round numbers say nothing.
    """
    reviewed = asked.reviewed
    tasks = [task for task in reviewed.incomplete if not reviewed.is_milestone(task)]
    if len(tasks) < asked.settings["least_tasks"]:
        return asked.not_evaluated(message("rule.reason.too_few_tasks", count=len(tasks)))
    rows = (
        reviewed.row(task, "rule.round-estimates.row", count=weeks)
        for task in tasks
        if (weeks := whole_weeks(reviewed, task))
    )
    return asked.share(rows, len(tasks))


def whole_weeks(reviewed: Reviewed, task: Task) -> int:
    """How many weeks a task lasts, 0 when it is no whole number of them."""
    week = reviewed.plan.project.minutes_per_week * TENTHS_PER_MINUTE
    weeks, rest = divmod(task.duration, TENTHS_PER_WEEK if task.elapsed else max(week, 1))
    return 0 if rest else weeks


RULE = Rule("round-estimates", Family.EXTRA, check, {"most_percent": 50, "least_tasks": 10})
