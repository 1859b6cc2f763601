"""Not in the baseline: work that was never agreed, or never baselined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Unfinished tasks and milestones that the baseline has no dates for, of all unfinished ones.

    Not evaluated without a baseline.
    """
    reviewed = asked.reviewed
    if not reviewed.baseline:
        return asked.not_evaluated(message("rule.reason.no_baseline"))
    rows = (
        reviewed.row(task, "rule.not-in-baseline.row")
        for task in reviewed.incomplete
        if task.id not in reviewed.baseline
    )
    return asked.share(rows, len(reviewed.incomplete))


RULE = Rule("not-in-baseline", Family.EXTRA, check, {"most_percent": 5}, weight=2)
