"""The review in numbers, and the mends that are worth most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review import RULES, Status
from headway.core.review.thresholds import USUAL
from headway.core.review.worth import points_lost
from headway.reports.plan_report.values import Mend, ReviewFacts

if TYPE_CHECKING:
    from headway.core.review import Result, Review
    from headway.core.review.thresholds import Thresholds
    from headway.reports.plan_report.known import Known

NAMES_KEPT = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """A review, by which thresholds, and what it gave the last plan."""

    review: Review
    thresholds: Thresholds = USUAL
    before: int | None = None


def review_facts(known: Known, judged: Judged) -> ReviewFacts:
    """Counts of the rules, and those that fail by what they cost the score, the dearest first.

    The practices of the GAO guide are judged by other rules, so their mends are those rules' own; they count, but are
    not listed beside them.
    """
    found, results = judged.review, judged.review.results
    cost = points_lost(RULES, results)
    failing = [each for each in results if each.status is Status.FAIL and not each.parts and cost.get(each.rule)]
    worth = sorted(failing, key=lambda each: (-cost[each.rule], -each.count, each.rule))
    return ReviewFacts(
        score=found.score,
        passed=sum(each.status is Status.PASS for each in results),
        failed=sum(each.status is Status.FAIL for each in results),
        not_evaluated=sum(each.status is Status.NOT_EVALUATED for each in results),
        mends=tuple(_mend(each, judged, known) for each in worth),
        before=judged.before,
    )


def _mend(result: Result, judged: Judged, known: Known) -> Mend:
    tasks = dict.fromkeys(row.task for row in result.rows)
    names = [known.plan.tasks[task].name for task in tasks if task in known.plan.tasks and known.plan.tasks[task].name]
    settings = {**RULES[result.rule].settings, **judged.thresholds.of(result.rule)}
    places = {name: f"{value:g}" for name, value in settings.items()}
    return Mend(
        rule=result.rule,
        title=message(f"rule.{result.rule}.title", **places),
        why=message(f"rule.{result.rule}.why", **places),
        mend=message(f"rule.{result.rule}.mend", **places),
        count=result.count,
        rows=tuple(names[:NAMES_KEPT]),
    )
