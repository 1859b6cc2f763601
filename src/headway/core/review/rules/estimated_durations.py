"""Estimated durations: a question mark where a length should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Length, message
from headway.core.plan.plan import Rules
from headway.core.review.logic import has_begun
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Tasks not begun whose duration is marked as a guess (``5 days?``), of all not begun that have duration.

    P6 has no such mark: not evaluated there.
    """
    reviewed = asked.reviewed
    if reviewed.plan.project.rules is Rules.P6:
        return asked.not_evaluated(message("rule.reason.not_in_p6"))
    tasks = [task for task in reviewed.incomplete if not reviewed.is_milestone(task) and not has_begun(task)]
    rows = (
        reviewed.row(task, "rule.estimated-durations.row", duration=Length(task.duration, elapsed=task.elapsed))
        for task in tasks
        if task.estimated
    )
    return asked.share(rows, len(tasks))


RULE = Rule("estimated-durations", Family.EXTRA, check, {"most_percent": 5})
