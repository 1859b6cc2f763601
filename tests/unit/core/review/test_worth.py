"""What mending a rule is worth."""

from __future__ import annotations

import pytest

from headway.core.review import RULES, Result, Status, Unit
from headway.core.review.score import grade, trust
from headway.core.review.worth import grades_lost, points_lost

PASSED = Result("dcma-01", Status.PASS, 0.0, 5.0)
HALF = Result("dcma-03", Status.FAIL, 17.5, 5.0)
UNKNOWN = Result("dcma-11", Status.NOT_EVALUATED)
TOLD = Result("dcma-10", Status.FAIL, 3.0, 0.0, unit=Unit.COUNT, informative=True)
PRACTICE = Result("gao-02", Status.FAIL, 1.0, 0.0, unit=Unit.COUNT)


def test_points_are_what_the_score_lacks() -> None:
    """dcma-03 lost half of its grade, and the score is what is left."""
    results = (PASSED, HALF, UNKNOWN, TOLD, PRACTICE)
    lost = points_lost(RULES, results)
    weights = RULES["dcma-01"].weight + RULES["dcma-03"].weight
    assert lost["dcma-03"] == pytest.approx(100 * 0.5 * RULES["dcma-03"].weight / weights)
    assert lost["dcma-01"] == lost["gao-02"] == 0
    assert "dcma-11" not in lost
    assert "dcma-10" not in lost
    graded = [each for each in results if each.rule in lost]
    earned = sum(RULES[each.rule].weight * grade(each) for each in graded)
    assert 100 * earned / weights == pytest.approx(100 - sum(lost.values()))


def test_what_the_whole_score_loses_stands_with_the_rule_that_the_others_rest_on() -> None:
    broken = Result("dcma-01", Status.FAIL, 90.0, 5.0)
    results = (broken, HALF, Result("dcma-04", Status.PASS, 95.0, 90.0))
    lost = points_lost(RULES, results)
    alone = 100 * RULES["dcma-01"].weight / sum(RULES[each.rule].weight for each in results)
    assert lost["dcma-01"] > alone
    assert 100 - sum(lost.values()) == pytest.approx(100 * trust(RULES, results) * earned(results))


def earned(results: tuple[Result, ...]) -> float:
    """The mean grade by weight."""
    weights = [RULES[each.rule].weight for each in results]
    return sum(weight * grade(each) for weight, each in zip(weights, results, strict=True)) / sum(weights)


def test_grades_can_be_compared_when_a_rule_is_no_longer_evaluated() -> None:
    assert grades_lost(RULES, (PASSED, HALF)) == {
        "dcma-01": 0.0,
        "dcma-03": 0.5 * RULES["dcma-03"].weight,
    }
    assert sum(grades_lost(RULES, (HALF,)).values()) == sum(grades_lost(RULES, (PASSED, HALF)).values())


def test_nothing_evaluated_costs_nothing() -> None:
    assert points_lost(RULES, (UNKNOWN,)) == {}
