"""Links that are finish-to-start in disguise: a lag exactly as long as the task beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.set_link_kind import SetLinkKind
from headway.core.plan.entities import LagKind, LinkKind
from headway.core.review.logic import has_begun
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Link
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.rule import Asked
    from headway.core.review.values import Result


def offer(asked: Asked, result: Result) -> Iterator[Offer]:
    """Finish-to-start without lag, where that says the same and is not there yet."""
    plain = {(x.predecessor, x.successor) for x in asked.reviewed.plan.links.values() if x.kind is LinkKind.FS}
    for row in result.rows:
        link = asked.reviewed.plan.links.get(row.link or 0)
        if link is None or (link.predecessor, link.successor) in plain:
            continue
        if is_disguised(asked.reviewed, link):
            yield Offer(result.rule, SetLinkKind(link.id, LinkKind.FS), (row.task,))


def is_disguised(reviewed: Reviewed, link: Link) -> bool:
    """Start to start by the whole length of the first task, or finish to finish by that of the second one."""
    tasks = reviewed.plan.tasks
    before, after = tasks[link.predecessor], tasks[link.successor]
    spanning = {LinkKind.SS: before, LinkKind.FF: after}.get(link.kind)
    if spanning is None or link.lag_kind is not LagKind.WORKING or not link.lag:
        return False
    if has_begun(before) or has_begun(after) or spanning.elapsed or spanning.manual is not None:
        return False
    summaries = reviewed.outline.is_summary(before.id) or reviewed.outline.is_summary(after.id)
    return not summaries and spanning.duration == link.lag and before.calendar == after.calendar
