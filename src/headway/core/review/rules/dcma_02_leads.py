"""DCMA 2: no link has a lead (a negative lag)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.rules.dcma_03_lags import shown

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Links with a negative lag, of all that count."""
    reviewed = asked.reviewed
    leads = [link for link in reviewed.links if link.lag < 0]
    rows = (reviewed.link_row(link, "rule.dcma-02.row", kind=link.kind.value, lead=shown(link)) for link in leads)
    return asked.none_allowed(rows, len(reviewed.links))


RULE = Rule("dcma-02", Family.DCMA, check, {"most_count": 0}, weight=3)
