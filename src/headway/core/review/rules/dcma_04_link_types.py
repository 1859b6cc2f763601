"""DCMA 4: nearly all links go from a finish to a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.message import message
from headway.core.plan.entities import LinkKind
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Share of links that are finish-to-start; the rows are the others, and the reason counts start-to-finish apart."""
    reviewed = asked.reviewed
    others = [link for link in reviewed.links if link.kind is not LinkKind.FS]
    rows = (reviewed.link_row(link, f"rule.dcma-04.row.{link.kind.value}") for link in others)
    result = asked.share_at_least(rows, len(reviewed.links))
    backwards = sum(link.kind is LinkKind.SF for link in others)
    if not backwards:
        return result
    return msgspec.structs.replace(result, reason=message("rule.dcma-04.backwards", count=backwards))


RULE = Rule("dcma-04", Family.DCMA, check, {"least_percent": 90}, weight=2)
