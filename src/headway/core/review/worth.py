"""What mending a rule is worth: the points of the score that it costs now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review.score import grade, has_part, trust, weakest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.review.rule import Rule
    from headway.core.review.values import Result


def points_lost(rules: Mapping[str, Rule], results: Iterable[Result]) -> dict[str, float]:
    """Points of a hundred that each rule costs, by rule id; rules without a part in the score are not in it.

    All of them together are what the score lacks, but for its rounding.  What the whole score loses because a rule
    that the others rest on fails, stands with that rule.
    """
    counted = tuple(results)
    lost = grades_lost(rules, counted)
    weighed = sum(rules[each.rule].weight for each in counted if each.rule in lost) or 1
    points = {rule: 100 * cost / weighed for rule, cost in lost.items()}
    weak = weakest(rules, counted)
    if weak is not None:
        points[weak.rule] += (100 - sum(points.values())) * (1 - trust(rules, counted))
    return points


def grades_lost(rules: Mapping[str, Rule], results: Iterable[Result]) -> dict[str, float]:
    """The same before it is set against all that was evaluated: weight times what the grade lacks.

    Two reviews can be compared by it although one of them evaluated a rule more.
    """
    return {each.rule: rules[each.rule].weight * (1 - grade(each)) for each in results if has_part(each)}
