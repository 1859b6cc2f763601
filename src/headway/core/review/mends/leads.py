"""Leads are taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.edits.remove_lead import RemoveLead
from headway.core.review.logic import has_begun
from headway.core.review.values import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.review.rule import Asked
    from headway.core.review.values import Result


def offer(asked: Asked, result: Result) -> Iterator[Offer]:
    """The link without its lead, unless what it holds has begun."""
    plan = asked.reviewed.plan
    for row in result.rows:
        if row.link is not None and not has_begun(plan.tasks[plan.links[row.link].successor]):
            yield Offer(result.rule, RemoveLead(row.link), (row.task,))
