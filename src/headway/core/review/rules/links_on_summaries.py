"""Links on summaries: logic that no task carries itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Link
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Links that begin or end at a summary, of all links that count."""
    reviewed = asked.reviewed
    rows = (
        reviewed.link_row(link, f"rule.links-on-summaries.row.{end}", kind=link.kind.value)
        for link in reviewed.links
        if (end := summary_end(reviewed, link)) is not None
    )
    return asked.none_allowed(rows, len(reviewed.links))


def summary_end(reviewed: Reviewed, link: Link) -> str | None:
    """Which end of a link is a summary: ``predecessor``, ``successor``, ``both`` or none."""
    first, then = (reviewed.outline.is_summary(task) for task in (link.predecessor, link.successor))
    if first and then:
        return "both"
    return "predecessor" if first else "successor" if then else None


RULE = Rule("links-on-summaries", Family.EXTRA, check, {"most_count": 0}, weight=2)
