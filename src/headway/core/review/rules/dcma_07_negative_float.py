"""DCMA 7: no task has negative float."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.rules.dcma_06_high_float import float_days

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Tasks of the population that can no longer keep the dates that the plan promises."""
    reviewed = asked.reviewed
    rows = (
        reviewed.row(task, "rule.dcma-07.row", short=reviewed.length(-days))
        for task in reviewed.population
        if (days := float_days(reviewed, task)) is not None and days < 0
    )
    return asked.none_allowed(rows, len(reviewed.population))


RULE = Rule("dcma-07", Family.DCMA, check, {"most_count": 0}, weight=4)
