"""Elapsed durations: tasks measured in calendar days among others in working days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Length, message
from headway.core.plan.plan import Rules
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Unfinished tasks whose duration counts calendar time, nights and weekends too, of all that have duration.

    P6 has no such durations: not evaluated there.
    """
    reviewed = asked.reviewed
    if reviewed.plan.project.rules is Rules.P6:
        return asked.not_evaluated(message("rule.reason.not_in_p6"))
    tasks = [task for task in reviewed.incomplete if not reviewed.is_milestone(task)]
    rows = (
        reviewed.row(task, "rule.elapsed-durations.row", duration=Length(task.duration, elapsed=True))
        for task in tasks
        if task.elapsed
    )
    return asked.share(rows, len(tasks))


RULE = Rule("elapsed-durations", Family.EXTRA, check, {"most_percent": 5})
