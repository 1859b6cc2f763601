"""A finish milestone: the plan ends with one event that everything leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Moment, message
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Whether a milestone that waits for something stands at the end: no task finishes, in working time, after it."""
    reviewed = asked.reviewed
    if not reviewed.incomplete:
        return asked.not_evaluated(message("rule.reason.nothing_to_look_at"))
    last = last_of(reviewed)
    if last is None:
        return asked.not_evaluated(message("rule.reason.no_dates"))
    end = reviewed.finishes[last.id]
    ends = [reviewed.finishes[task.id] for task in reviewed.incomplete if is_event(reviewed, task)]
    if ends and reviewed.work(max(ends), end) <= 0:
        return asked.none_allowed((), 1)
    return asked.none_allowed([reviewed.row(last, "rule.finish-milestone.row", finish=Moment(end, finish=True))], 1)


def last_of(reviewed: Reviewed) -> Task | None:
    """The unfinished task that finishes last, the last one in the outline where several do."""
    dated = [
        (reviewed.finishes[task.id], at, task)
        for at, task in enumerate(reviewed.incomplete)
        if task.id in reviewed.finishes
    ]
    return max(dated)[-1] if dated else None


def is_event(reviewed: Reviewed, task: Task) -> bool:
    """A milestone with a date that waits for something."""
    return reviewed.is_milestone(task) and task.id in reviewed.finishes and task.id in reviewed.predecessors


RULE = Rule("finish-milestone", Family.EXTRA, check, {"most_count": 0}, weight=2)
