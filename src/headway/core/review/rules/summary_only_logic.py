"""Summary-only logic: a task that is linked to nothing but through its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.logic import links_above
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Unfinished tasks and milestones without a link of their own, below a summary with links, of all unfinished.

    Not evaluated when no summary is linked.
    """
    reviewed = asked.reviewed
    if not any(
        reviewed.outline.is_summary(end) for ends in (reviewed.predecessors, reviewed.successors) for end in ends
    ):
        return asked.not_evaluated(message("rule.reason.no_summary_linked"))
    return asked.share(rows(reviewed), len(reviewed.incomplete))


def rows(reviewed: Reviewed) -> Iterator[Row]:
    """One row a task: which summary is linked in its place."""
    for task in reviewed.incomplete:
        if task.id in reviewed.predecessors or task.id in reviewed.successors:
            continue
        above = next(
            (
                end
                for links in (reviewed.predecessors, reviewed.successors)
                for link in links_above(reviewed, task, links)
                for end in (link.successor if links is reviewed.predecessors else link.predecessor,)
            ),
            None,
        )
        if above is not None:
            yield reviewed.row(task, "rule.summary-only-logic.row", summary=reviewed.name(above))


RULE = Rule("summary-only-logic", Family.EXTRA, check, {"most_percent": 5})
