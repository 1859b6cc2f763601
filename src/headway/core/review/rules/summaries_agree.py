"""Summaries agree: each summary shows the dates of the work below it (vertical traceability)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Moment
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Summaries that begin or end at another date than the work below them, of all with unfinished work below."""
    reviewed = asked.reviewed
    found = {above for task in reviewed.incomplete for above in reviewed.outline.ancestors(task.id)}
    summaries = [task for task in reviewed.outline.order if task in found]
    return asked.none_allowed(rows(reviewed, summaries), len(summaries))


def rows(reviewed: Reviewed, summaries: list[int]) -> Iterator[Row]:
    """One row a summary: its dates, and those of the work."""
    for summary in summaries:
        task = reviewed.plan.tasks[summary]
        below = [child for child in reviewed.outline.children[summary] if not reviewed.plan.tasks[child].inactive]
        starts = [reviewed.starts[child] for child in below if child in reviewed.starts]
        finishes = [reviewed.finishes[child] for child in below if child in reviewed.finishes]
        if task.inactive or summary not in reviewed.starts or not starts or not finishes:
            continue
        shown = reviewed.starts[summary], reviewed.finishes[summary]
        if reviewed.work(shown[0], min(starts)) or reviewed.work(shown[1], max(finishes)):
            yield reviewed.row(
                task,
                "rule.summaries-agree.row",
                start=Moment(shown[0]),
                finish=Moment(shown[1], finish=True),
                first=Moment(min(starts)),
                last=Moment(max(finishes), finish=True),
            )


RULE = Rule("summaries-agree", Family.EXTRA, check, {"most_count": 0})
