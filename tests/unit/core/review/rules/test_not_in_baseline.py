"""Work that was never agreed."""

from __future__ import annotations

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, rows_of

RULE = "not-in-baseline"
KNOWN = "baseline 2027-03-01..2027-03-03"


def test_tasks_and_milestones_without_baseline_dates_are_found() -> None:
    plan = drawn(f"A 3d; {KNOWN}\nB 2d\nM milestone\nC 1d; actual start=2027-03-01 finish=2027-03-01")
    result = asked(RULE, plan)
    assert (rows_of(result, plan), result.population) == (["B", "M"], 3)


def test_without_a_baseline_nothing_is_said() -> None:
    result = asked(RULE, drawn("A 3d"))
    assert result.status is Status.NOT_EVALUATED
    assert reason_of(result).startswith("The plan has no baseline")
