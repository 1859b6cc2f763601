"""Missed dates: work that is scheduled after the deadline, or the latest date, that it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from headway.core.message import Moment, message
from headway.core.plan.entities import ConstraintKind
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row

BY_START = frozenset({ConstraintKind.START_NO_LATER_THAN, ConstraintKind.START_ON, ConstraintKind.MUST_START_ON})
BY_FINISH = frozenset({ConstraintKind.FINISH_NO_LATER_THAN, ConstraintKind.FINISH_ON, ConstraintKind.MUST_FINISH_ON})


class Promise(NamedTuple):
    """A date that a task should keep, and the one that it has."""

    code: str
    """``deadline``, ``start`` or ``finish``."""
    promised: int
    scheduled: int


def check(asked: Asked) -> Result:
    """Unfinished tasks and summaries scheduled after their deadline or latest constraint date, of all that have one.

    Not evaluated when no unfinished task has such a date.
    """
    reviewed = asked.reviewed
    tasks = [
        reviewed.plan.tasks[at]
        for at in reviewed.outline.order
        if not reviewed.plan.tasks[at].inactive and not reviewed.is_complete(reviewed.plan.tasks[at])
    ]
    promised = [(task, kept) for task in tasks if (kept := list(promises(reviewed, task)))]
    if not promised:
        return asked.not_evaluated(message("rule.reason.no_promised_dates"))
    return asked.none_allowed(rows(reviewed, promised), len(promised))


def promises(reviewed: Reviewed, task: Task) -> Iterator[Promise]:
    """The dates that a task should keep."""
    start, finish = reviewed.starts.get(task.id), reviewed.finishes.get(task.id)
    if start is None or finish is None:
        return
    if task.deadline is not None:
        yield Promise("deadline", task.deadline, finish)
    for constraint in (task.constraint, task.secondary_constraint):
        if constraint is not None and constraint.date is not None and constraint.kind in BY_START:
            yield Promise("start", constraint.date, start)
        if constraint is not None and constraint.date is not None and constraint.kind in BY_FINISH:
            yield Promise("finish", constraint.date, finish)


def rows(reviewed: Reviewed, promised: list[tuple[Task, list[Promise]]]) -> Iterator[Row]:
    """One row a task: the date it misses by most."""
    for task, kept in promised:
        worst = max(kept, key=lambda each: each.scheduled - each.promised)
        late = reviewed.work(worst.promised, worst.scheduled)
        if late > 0:
            at_end = worst.code != "start"
            yield reviewed.row(
                task,
                f"rule.missed-dates.row.{worst.code}",
                promised=Moment(worst.promised, finish=at_end),
                scheduled=Moment(worst.scheduled, finish=at_end),
                late=reviewed.length(reviewed.days(late)),
            )


RULE = Rule("missed-dates", Family.EXTRA, check, {"most_count": 0}, weight=3)
