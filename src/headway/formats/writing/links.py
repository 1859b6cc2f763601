"""Links for a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import LagKind
from headway.formats.writing.draft import DraftLink, Duration
from headway.formats.writing.quantities import percent

if TYPE_CHECKING:
    from headway.core.plan.entities import Link
    from headway.formats.writing.context import Context


def draft_links(context: Context) -> tuple[DraftLink, ...]:
    """All links both ends of which are there and may have links: in P6 no summary may."""
    outline = context.outline
    tasks = {key for key in context.plan.tasks if not (context.format.p6 and outline.is_summary(key))}
    return tuple(
        DraftLink(
            context.links[link.id],
            context.tasks[link.predecessor],
            context.tasks[link.successor],
            link.kind.value,
            _lag(link, context),
        )
        for link in context.plan.links.values()
        if link.predecessor in tasks and link.successor in tasks
    )


def _lag(link: Link, context: Context) -> Duration:
    if context.units.hours and link.lag_kind in (LagKind.PERCENT, LagKind.ELAPSED_PERCENT):
        return _share_of_predecessor(link, context)
    if link.lag_kind is LagKind.PERCENT:
        return percent(link.lag), "PERCENT"
    if link.lag_kind is LagKind.ELAPSED_PERCENT:
        return percent(link.lag), "ELAPSED_PERCENT"
    if link.lag_kind is LagKind.ELAPSED:
        return context.units.elapsed(link.lag)
    return context.units.working(link.lag)


def _share_of_predecessor(link: Link, context: Context) -> Duration:
    """A percent lag as the span it is now, for formats that know no percent."""
    predecessor = context.plan.tasks[link.predecessor]
    span = round(predecessor.duration * link.lag / 10_000)
    by_calendar = predecessor.elapsed or link.lag_kind is LagKind.ELAPSED_PERCENT
    return context.units.elapsed(span) if by_calendar else context.units.working(span)
