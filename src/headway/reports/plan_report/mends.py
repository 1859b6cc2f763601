"""The review in numbers, and the mends that are worth most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review import RULES, Status
from headway.core.review.score import grade
from headway.reports.plan_report.values import Mend, ReviewFacts

if TYPE_CHECKING:
    from headway.core.review import Result, Review
    from headway.reports.plan_report.known import Known

NAMES_KEPT = 3


def review_facts(known: Known, found: Review, before: int | None = None) -> ReviewFacts:
    """Counts of the rules, and those that fail by what they cost the score, the dearest first.

    The practices of the GAO guide are judged by other rules, so their mends are those rules' own; they count, but are
    not listed beside them.
    """
    results = found.results
    failing = [each for each in results if each.status is Status.FAIL and not each.parts and cost(each)]
    worth = sorted(failing, key=lambda each: (-cost(each), -each.count, each.rule))
    return ReviewFacts(
        score=found.score,
        passed=sum(each.status is Status.PASS for each in results),
        failed=sum(each.status is Status.FAIL for each in results),
        not_evaluated=sum(each.status is Status.NOT_EVALUATED for each in results),
        mends=tuple(_mend(each, known) for each in worth),
        before=before,
    )


def cost(result: Result) -> float:
    """What a failing rule takes from the score: its weight, less what it still earns."""
    if result.informative:
        return 0.0
    return RULES[result.rule].weight * (1 - grade(result))


def _mend(result: Result, known: Known) -> Mend:
    tasks = dict.fromkeys(row.task for row in result.rows)
    names = [known.plan.tasks[task].name for task in tasks if task in known.plan.tasks and known.plan.tasks[task].name]
    return Mend(
        rule=result.rule,
        title=message(f"rule.{result.rule}.title"),
        why=message(f"rule.{result.rule}.why"),
        mend=message(f"rule.{result.rule}.mend"),
        count=result.count,
        rows=tuple(names[:NAMES_KEPT]),
    )
