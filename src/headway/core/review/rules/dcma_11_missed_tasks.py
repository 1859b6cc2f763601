"""DCMA 11: few tasks finish later than the baseline said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Moment, message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.time import TENTHS_PER_DAY

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Of the tasks that should be finished by the data date, those that finished or will finish later.

    Complete tasks count as well; milestones do not.
    """
    reviewed = asked.reviewed
    if reviewed.data_date is None:
        return asked.not_evaluated(message("rule.reason.no_data_date"))
    if not reviewed.baseline:
        return asked.not_evaluated(message("rule.reason.no_baseline"))
    due = [
        (task, planned)
        for task in reviewed.leaves
        if reviewed.counts(task)
        and (planned := planned_finish(reviewed, task)) is not None
        and planned <= reviewed.data_date
    ]
    if not due:
        return asked.not_evaluated(message("rule.reason.nothing_due"))
    rows = (row for task, planned in due if (row := missed(reviewed, task, planned)) is not None)
    return asked.share(rows, len(due))


def planned_finish(reviewed: Reviewed, task: Task) -> int | None:
    """Baseline finish (instant) of a task."""
    dates = reviewed.baseline.get(task.id)
    return None if dates is None else dates.finish


def missed(reviewed: Reviewed, task: Task, planned: int) -> Row | None:
    """The row of a task that is later than planned."""
    finish = reviewed.finishes.get(task.id)
    if finish is None or finish <= planned:
        return None
    timed = (finish - 1) // TENTHS_PER_DAY == (planned - 1) // TENTHS_PER_DAY
    code = "rule.dcma-11.row.finished" if reviewed.is_complete(task) else "rule.dcma-11.row.open"
    dates = {"planned": Moment(planned, finish=True, timed=timed), "finish": Moment(finish, finish=True, timed=timed)}
    return reviewed.row(task, code, **dates)


RULE = Rule("dcma-11", Family.DCMA, check, {"most_percent": 5}, weight=3)
