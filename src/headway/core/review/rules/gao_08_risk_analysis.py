"""GAO 8: the risk to the dates has been analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from headway.core.review.values import Result


def check(asked: Asked) -> Result:
    """Never evaluated from a plan file alone: no format of plan files holds a risk analysis."""
    return asked.not_evaluated(message("rule.gao-08.not_recorded"))


RULE = Rule("gao-08", Family.GAO, check, weight=0)
