"""Long lags: waits of weeks that no task stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import LagKind
from headway.core.review.rule import Asked, Family, Rule
from headway.core.time import TENTHS_PER_WEEK

if TYPE_CHECKING:
    from headway.core.plan.entities import Link
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result

_WHOLE = 10_000
"""Hundredths of a percent."""


def check(asked: Asked) -> Result:
    """Links with a lag of more than ``days`` working days, of all links that count.

    A lag in calendar time is counted in working weeks of the project, one in percent by the predecessor's duration.
    """
    reviewed, longest = asked.reviewed, asked.settings["days"]
    lags = [(link, days_of(reviewed, link)) for link in reviewed.links if link.lag > 0]
    rows = (
        reviewed.link_row(link, "rule.long-lags.row", lag=reviewed.length(days), kind=link.kind.value)
        for link, days in lags
        if days > longest
    )
    return asked.none_allowed(rows, len(reviewed.links))


def days_of(reviewed: Reviewed, link: Link) -> float:
    """A lag in working days of its successor."""
    predecessor, project = reviewed.plan.tasks[link.predecessor], reviewed.plan.project
    weekly = max(project.minutes_per_week, 1) / max(project.minutes_per_day, 1) / TENTHS_PER_WEEK
    if link.lag_kind is LagKind.WORKING:
        return link.lag / reviewed.day(reviewed.plan.tasks[link.successor])
    if link.lag_kind is LagKind.ELAPSED:
        return link.lag * weekly
    span = predecessor.duration * link.lag / _WHOLE
    return span * weekly if link.lag_kind is LagKind.ELAPSED_PERCENT else reviewed.days(int(span), predecessor)


RULE = Rule("long-lags", Family.EXTRA, check, {"days": 44, "most_count": 0})
