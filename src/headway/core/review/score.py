"""One figure for a whole review, so that two plans, or two weeks, can be compared.

How it is made, and why so, stands in ``docs/algorithms/review.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from headway.core.review.values import Bound, Status, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from headway.core.review.rule import Rule
    from headway.core.review.values import Result

FALL_PERCENT = 25.0
"""Percentage points beyond the threshold at which a share earns nothing any more."""
FALL_RATIO = 0.25
FALL_COUNT = 0.10
"""Share of the population at which a count of things that must not be earns nothing any more."""
FIRST_COUNT = 0.5
"""What is left of a count with the first one."""
HELD = 0.5
"""What is left of the score, at the least, when a rule that the others rest on earns nothing."""
LEAST_JUDGED = 40
"""Percent of the weight below which there is no score: too little could be evaluated to say anything."""


class Score(NamedTuple):
    """The figure, and how much of the review it rests on, both 0 to 100."""

    points: int | None
    """``None`` when too little could be evaluated."""
    judged: int
    """Share of the weight of all rules that could be evaluated, in percent."""


def score(rules: Mapping[str, Rule], results: Iterable[Result]) -> Score:
    """The mean grade of the evaluated rules by weight, times :func:`trust`, rounded down so that 100 means no fault.

    Rules that were not evaluated, or only inform, have no part in it; ``judged`` says how many those were.
    """
    counted = tuple(results)
    earned, weighed, whole = 0.0, 0, 0
    for result in counted:
        weight = rules[result.rule].weight
        whole += weight
        if has_part(result):
            earned += weight * grade(result)
            weighed += weight
    judged = 100 * weighed // whole if whole else 0
    enough = weighed and judged >= LEAST_JUDGED
    return Score(int(100 * earned / weighed * trust(rules, counted) + 1e-9) if enough else None, judged)


def trust(rules: Mapping[str, Rule], results: Iterable[Result]) -> float:
    """From 1 down to :data:`HELD`, by the grade of the weakest rule that the others rest on.

    Without logic float, critical path and dates are of tasks that do not know each other: that they look well says
    little.
    """
    weak = weakest(rules, results)
    return 1.0 if weak is None else HELD + (1 - HELD) * grade(weak)


def weakest(rules: Mapping[str, Rule], results: Iterable[Result]) -> Result | None:
    """The rule that others rest on with the lowest grade, the first of equals; ``None`` when none was evaluated."""
    return min((each for each in results if rules[each.rule].basis and has_part(each)), key=grade, default=None)


def has_part(result: Result) -> bool:
    """Whether a result counts for the score."""
    return result.status is not Status.NOT_EVALUATED and not result.informative


def grade(result: Result) -> float:
    """1 for a pass; for a failure less the further the value is from its threshold, down to 0."""
    if result.status is Status.PASS or result.value is None or result.threshold is None:
        return 1.0 if result.status is Status.PASS else 0.0
    beyond = result.value - result.threshold
    if result.bound is Bound.AT_LEAST:
        beyond = -beyond
    if result.bound is Bound.EQUAL:
        return 0.0
    if result.unit is Unit.COUNT:
        return max(0.0, FIRST_COUNT * (1 - beyond / max(1.0, FALL_COUNT * result.population)))
    return max(0.0, 1 - beyond / (FALL_PERCENT if result.unit is Unit.PERCENT else FALL_RATIO))
