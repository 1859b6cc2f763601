"""Inactive predecessors: waiting for work that was taken out of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.unlink_tasks import UnlinkTasks
from headway.core.message import message
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Links from an inactive task to an unfinished one that is active, of all links that count and these.

    Not evaluated when no task of the plan is inactive.
    """
    reviewed = asked.reviewed
    tasks = reviewed.plan.tasks
    if not any(task.inactive for task in tasks.values()):
        return asked.not_evaluated(message("rule.reason.nothing_inactive"))
    found = [
        link
        for _, link in sorted(reviewed.plan.links.items())
        if link.predecessor in tasks
        and link.successor in tasks
        and tasks[link.predecessor].inactive
        and not tasks[link.successor].inactive
        and not reviewed.is_complete(tasks[link.successor])
    ]
    rows = (reviewed.link_row(link, "rule.inactive-predecessor.row", kind=link.kind.value) for link in found)
    return asked.none_allowed(rows, len(reviewed.links) + len(found))


def offer(_asked: Asked, result: Result) -> Iterator[Offer]:
    """Take each of these links away: no date moves."""
    for row in result.rows:
        if row.link is not None:
            yield Offer(result.rule, UnlinkTasks(row.link), (row.task,))


RULE = Rule("inactive-predecessor", Family.EXTRA, check, {"most_count": 0}, offer=offer)
