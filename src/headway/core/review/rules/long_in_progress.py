"""Long in progress: work that began months ago and is still not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Moment, message
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Tasks in progress that began more than ``days`` working days before the data date, of all in progress."""
    reviewed = asked.reviewed
    if reviewed.data_date is None:
        return asked.not_evaluated(message("rule.reason.no_data_date"))
    begun = [
        (task, task.progress.actual_start)
        for task in reviewed.incomplete
        if task.progress is not None and task.progress.actual_start is not None and not reviewed.is_milestone(task)
    ]
    if not begun:
        return asked.not_evaluated(message("rule.reason.nothing_in_progress"))
    ages = [(task, start, reviewed.days(reviewed.work(start, reviewed.data_date))) for task, start in begun]
    rows = (
        reviewed.row(task, "rule.long-in-progress.row", start=Moment(start), age=reviewed.length(age))
        for task, start, age in ages
        if age > asked.settings["days"]
    )
    return asked.share(rows, len(begun))


RULE = Rule("long-in-progress", Family.EXTRA, check, {"days": 44, "most_percent": 5})
