"""DCMA 9: what is not done lies after the data date, what is done before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Moment, message
from headway.core.plan.entities import Progress
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row

NOTHING_DONE = Progress()


def check(asked: Asked) -> Result:
    """Tasks with a forecast date before the data date or an actual date after it.

    Every leaf is looked at, complete ones and milestones too: an actual date in the future is what makes a task look
    complete.
    """
    reviewed = asked.reviewed
    if reviewed.data_date is None:
        return asked.not_evaluated(message("rule.reason.no_data_date"))
    rows = (row for task in reviewed.leaves if (row := invalid(reviewed, task, reviewed.data_date)) is not None)
    return asked.none_allowed(rows, len(reviewed.leaves))


def invalid(reviewed: Reviewed, task: Task, now: int) -> Row | None:
    """The first date of a task that cannot be: actual dates first, then the forecast."""
    done = task.progress or NOTHING_DONE
    if done.actual_start is not None and done.actual_start > now:
        return reviewed.row(task, "rule.dcma-09.row.started", start=Moment(done.actual_start))
    if done.actual_finish is not None and done.actual_finish > now:
        return reviewed.row(task, "rule.dcma-09.row.finished", finish=Moment(done.actual_finish, finish=True))
    if reviewed.is_complete(task):
        return None
    start, finish = reviewed.starts.get(task.id, now), reviewed.finishes.get(task.id, now)
    if finish < now:
        return reviewed.row(task, "rule.dcma-09.row.finish", finish=Moment(finish, finish=True))
    if start < now and done.actual_start is None:
        return reviewed.row(task, "rule.dcma-09.row.start", start=Moment(start))
    return None


RULE = Rule("dcma-09", Family.DCMA, check, {"most_count": 0}, weight=4)
