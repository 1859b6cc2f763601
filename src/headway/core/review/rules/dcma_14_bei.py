"""DCMA 14: the baseline execution index (BEI), how much of what should be finished is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.message import Moment, message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.rules.dcma_11_missed_tasks import planned_finish
from headway.core.review.values import Unit

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def bei(done: int, due: int) -> float:
    """Baseline execution index: tasks completed / tasks that should be; ``due`` is above 0.

    >>> bei(19, 20)
    0.95
    """
    return done / due


def check(asked: Asked) -> Result:
    """The index over all leaves, milestones too.

    Tasks that the baseline does not know count as due: they are work that nobody agreed to wait for.
    """
    reviewed = asked.reviewed
    now = reviewed.data_date
    if now is None:
        return asked.not_evaluated(message("rule.reason.no_data_date"), Unit.RATIO)
    if not reviewed.baseline:
        return asked.not_evaluated(message("rule.reason.no_baseline"), Unit.RATIO)
    due = [task for task in reviewed.leaves if is_due(reviewed, task, now)]
    if not due:
        return asked.not_evaluated(message("rule.reason.nothing_due"), Unit.RATIO)
    done = sum(is_done(reviewed, task, now) for task in reviewed.leaves)
    rows = tuple(row_of(reviewed, task) for task in due if not is_done(reviewed, task, now))
    result = asked.at_least(bei(done, len(due)), asked.settings["least_ratio"], len(rows), len(due))
    reason = message("rule.dcma-14.figures", done=done, due=len(due))
    return msgspec.structs.replace(result, rows=rows, reason=reason)


def is_due(reviewed: Reviewed, task: Task, now: int) -> bool:
    """Whether the baseline has a task finished by the data date, or does not know when."""
    planned = planned_finish(reviewed, task)
    return planned is None or planned <= now


def is_done(reviewed: Reviewed, task: Task, now: int) -> bool:
    """Whether a task was complete at the data date."""
    finish = None if task.progress is None else task.progress.actual_finish
    return reviewed.is_complete(task) and (finish is None or finish <= now)


def row_of(reviewed: Reviewed, task: Task) -> Row:
    """A task that should be done and is not."""
    planned = planned_finish(reviewed, task)
    if planned is None:
        return reviewed.row(task, "rule.dcma-14.row.unplanned")
    return reviewed.row(task, "rule.dcma-14.row", planned=Moment(planned, finish=True))


RULE = Rule("dcma-14", Family.DCMA, check, {"least_ratio": 0.95}, weight=3)
