"""Manual tasks: dates typed by hand, which no link moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.plan.plan import Rules
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Unfinished tasks and milestones whose dates are typed by hand, of all unfinished ones.

    P6 knows no such tasks: not evaluated there.
    """
    reviewed = asked.reviewed
    if reviewed.plan.project.rules is Rules.P6:
        return asked.not_evaluated(message("rule.reason.not_in_p6"))
    rows = (
        reviewed.row(task, f"rule.manual-tasks.row.{'linked' if task.id in reviewed.predecessors else 'alone'}")
        for task in reviewed.incomplete
        if task.manual is not None
    )
    return asked.share(rows, len(reviewed.incomplete))


RULE = Rule("manual-tasks", Family.EXTRA, check, {"most_percent": 5}, weight=3)
