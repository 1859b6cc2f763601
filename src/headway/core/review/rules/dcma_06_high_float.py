"""DCMA 6: few tasks have a lot of float."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Tasks with more total float than the setting ``days`` (working days), as a share of the population."""
    reviewed, most = asked.reviewed, asked.settings["days"]
    rows = (
        reviewed.row(task, "rule.dcma-06.row", room=reviewed.length(days))
        for task in reviewed.population
        if (days := float_days(reviewed, task)) is not None and days > most
    )
    return asked.share(rows, len(reviewed.population))


def float_days(reviewed: Reviewed, task: Task) -> float | None:
    """Total float of a task in working days; ``None`` where the rules give none."""
    span = reviewed.floats.get(task.id)
    return None if span is None else reviewed.days(span, task)


RULE = Rule("dcma-06", Family.DCMA, check, {"most_percent": 5, "days": 44}, weight=3)
