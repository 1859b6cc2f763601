"""Gaps in the critical path: it begins, or goes on, at a date that no work decides."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from headway.core.message import Moment, message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.schedule.network import BY_CONSTRAINT, BY_DELAY, BY_EXTERNAL, BY_MANUAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row

CAUSES: Mapping[int, str] = MappingProxyType(
    {BY_CONSTRAINT: "constraint", BY_MANUAL: "manual", BY_DELAY: "delay", BY_EXTERNAL: "external"}
)
"""What decides a start where no work does, and its word."""


def check(asked: Asked) -> Result:
    """Tasks on the longest path that start later than their links ask for, of all on it.

    What holds them is a constraint, typed dates, a levelling delay or another project. A task that could start no
    earlier anyway, at the start of the project or the data date, is none.
    """
    reviewed = asked.reviewed
    if reviewed.schedule.compiled.settings.from_finish:
        return asked.not_evaluated(message("rule.reason.from_finish"))
    on = reviewed.schedule.drivers.longest_path().tolist()
    path = {task for task, marked in zip(reviewed.schedule.compiled.task_ids, on, strict=True) if marked}
    return asked.none_allowed(rows(reviewed, path), len(path))


def rows(reviewed: Reviewed, path: set[int]) -> Iterator[Row]:
    """One row a task that stands behind a gap."""
    causes = dict(zip(reviewed.schedule.compiled.task_ids, reviewed.schedule.arrays["cause"].tolist(), strict=False))
    earliest = max(reviewed.plan.project.start or reviewed.schedule.compiled.settings.start, reviewed.data_date or 0)
    for task in reviewed.incomplete:
        word = CAUSES.get(causes[task.id])
        start = reviewed.starts.get(task.id)
        if task.id in path and word is not None and start is not None and reviewed.work(earliest, start) > 0:
            yield reviewed.row(task, f"rule.critical-path-gaps.row.{word}", start=Moment(start))


RULE = Rule("critical-path-gaps", Family.EXTRA, check, {"most_count": 0}, weight=2)
