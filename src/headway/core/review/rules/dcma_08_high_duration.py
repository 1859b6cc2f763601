"""DCMA 8: few tasks are long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Tasks longer than the setting ``days`` (working days), as a share of the population."""
    reviewed, most = asked.reviewed, asked.settings["days"]
    rows = (
        reviewed.row(task, "rule.dcma-08.row", duration=reviewed.length(days))
        for task in reviewed.population
        if (days := duration_days(reviewed, task)) > most
    )
    return asked.share(rows, len(reviewed.population))


def duration_days(reviewed: Reviewed, task: Task) -> float:
    """Duration in the baseline, else what remains, in working days."""
    planned = reviewed.baseline.get(task.id)
    if planned is not None and planned.duration is not None:
        return reviewed.days(planned.duration, task)
    return reviewed.days(remaining(task), task)


def remaining(task: Task) -> int:
    """Remaining duration (span)."""
    progress = task.progress
    if progress is None:
        return task.duration
    if progress.remaining_duration is not None:
        return progress.remaining_duration
    return max(0, task.duration - (progress.actual_duration or 0))


RULE = Rule("dcma-08", Family.DCMA, check, {"most_percent": 5, "days": 44}, weight=2)
