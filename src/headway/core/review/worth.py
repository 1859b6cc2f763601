"""What mending a rule is worth: the points of the score that it costs now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.score import grade
from headway.core.review.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.review.rule import Rule
    from headway.core.review.values import Result


def points_lost(rules: Mapping[str, Rule], results: Iterable[Result]) -> dict[str, float]:
    """Points of a hundred that each rule costs, by rule id; rules without a part in the score cost nothing.

    All of them together are what the score lacks, but for its rounding.
    """
    counted = [each for each in results if each.status is not Status.NOT_EVALUATED and not each.informative]
    weighed = sum(rules[each.rule].weight for each in counted) or 1
    return {each.rule: 100 * rules[each.rule].weight * (1 - grade(each)) / weighed for each in counted}
