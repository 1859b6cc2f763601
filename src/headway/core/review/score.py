"""One figure for a whole review, so that two plans, or two weeks, can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def score(rules: Mapping[str, Rule], results: Iterable[Result]) -> int | None:
    """The mean grade of the evaluated rules by weight, 0 to 100, rounded down so that 100 means no fault at all.

    Rules that were not evaluated, or only inform, have no part in it.
    """
    earned = weighed = 0.0
    for result in results:
        weight = rules[result.rule].weight
        if result.status is not Status.NOT_EVALUATED and not result.informative:
            earned += weight * grade(result)
            weighed += weight
    return int(100 * earned / weighed + 1e-9) if weighed else None


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
        # Something that must not be there: half is lost with the first one.
        return max(0.0, 0.5 * (1 - beyond / max(1.0, FALL_COUNT * result.population)))
    return max(0.0, 1 - beyond / (FALL_PERCENT if result.unit is Unit.PERCENT else FALL_RATIO))
