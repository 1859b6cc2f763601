"""Lags become tasks that are named for the waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.replace_lag_by_task import ReplaceLagByTask
from headway.core.plan.entities import LagKind, LinkKind
from headway.core.plan.plan import LagCalendar, Rules
from headway.core.review.logic import has_begun
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Link
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.rule import Asked
    from headway.core.review.values import Result

_FROM_FINISH = (LinkKind.FS, LinkKind.FF)
_ELAPSED = (LagKind.ELAPSED, LagKind.ELAPSED_PERCENT)


def offer(asked: Asked, result: Result) -> Iterator[Offer]:
    """A task in the place of the lag, where the waiting has not begun."""
    for row in result.rows:
        link = asked.reviewed.plan.links.get(row.link or 0)
        if link is not None and link.lag > 0 and waits_still(asked.reviewed, link) and has_days(asked.reviewed, link):
            yield Offer(result.rule, ReplaceLagByTask(link.id), (row.task,))


def waits_still(reviewed: Reviewed, link: Link) -> bool:
    """Whether neither the waiting nor what waits has begun, between two tasks that are no summaries."""
    before, after = reviewed.plan.tasks[link.predecessor], reviewed.plan.tasks[link.successor]
    if reviewed.outline.is_summary(before.id) or reviewed.outline.is_summary(after.id) or has_begun(after):
        return False
    return not (reviewed.is_complete(before) if link.kind in _FROM_FINISH else has_begun(before))


def has_days(reviewed: Reviewed, link: Link) -> bool:
    """Whether a task can count its days as the lag does: P6 has no tasks that run round the clock by themselves."""
    project = reviewed.plan.project
    if project.rules is not Rules.P6:
        return True
    round_the_clock = project.p6 is not None and project.p6.lag_calendar is LagCalendar.TWENTY_FOUR_HOUR
    return not round_the_clock and link.lag_kind not in _ELAPSED
