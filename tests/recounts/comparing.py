"""What the review says beside what a recount says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.review import RULES, Bound, Status, Unit
from headway.core.review.review import reviewed_of
from headway.core.review.rule import Asked
from headway.core.review.thresholds import USUAL
from tests.recounts.dcma import RECOUNTS, Count, Sheet

if TYPE_CHECKING:
    from headway.core.review import Result
    from headway.core.schedule import Schedule


def result_of(schedule: Schedule, rule: str, **settings: float) -> Result:
    """What one rule finds, alone."""
    kind = RULES[rule]
    return kind.check(Asked(rule, reviewed_of(schedule, USUAL), {**kind.settings, **settings}))


def differences(schedule: Schedule) -> list[str]:
    """A line for each rule whose figures are not those of the recount."""
    sheet = Sheet(schedule)
    lines = []
    for rule, recount in RECOUNTS.items():
        found, wanted = result_of(schedule, rule), recount(sheet)
        if not agrees(found, wanted):
            lines.append(f"{rule}: {found.count} of {found.population}, {found.value}; recounted {wanted}")
    return lines


def agrees(found: Result, wanted: Count) -> bool:
    """Counts are equal, and so is the value that follows from them; what could not be counted was not evaluated."""
    if not wanted.among:
        return found.status is Status.NOT_EVALUATED and found.value is None
    if (found.count, found.population, len(found.rows)) != (wanted.found, wanted.among, wanted.found):
        return False
    if wanted.value is not None:
        return found.value is not None and abs(found.value - wanted.value) < 1e-9
    share = 100 * wanted.found / wanted.among
    value = float(wanted.found) if found.unit is Unit.COUNT else 100 - share if found.bound is Bound.AT_LEAST else share
    return found.value is not None and abs(found.value - value) < 1e-9
