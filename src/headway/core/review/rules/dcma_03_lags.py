"""DCMA 3: few links have a lag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Length, Message, message
from headway.core.plan.entities import LagKind
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.plan.entities import Link
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Links with a positive lag, as a share of all that count."""
    reviewed = asked.reviewed
    lags = [link for link in reviewed.links if link.lag > 0]
    rows = (reviewed.link_row(link, f"rule.dcma-03.row.{link.kind.value}", lag=shown(link)) for link in lags)
    return asked.share(rows, len(reviewed.links))


def shown(link: Link) -> Length | Message:
    """The lag of a link, without its sign, as a message shows it."""
    if link.lag_kind in (LagKind.PERCENT, LagKind.ELAPSED_PERCENT):
        return message("rule.dcma-03.percent", percent=f"{abs(link.lag) / 100:g}")
    return Length(abs(link.lag), elapsed=link.lag_kind is LagKind.ELAPSED)


RULE = Rule("dcma-03", Family.DCMA, check, {"most_percent": 5}, weight=2)
