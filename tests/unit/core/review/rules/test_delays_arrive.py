"""Delays reach the end of the plan."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, rows_of, texts_of

RULE = "delays-arrive"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A 3d\nB 2d after A\nEnd milestone; after B", []),
        ("A 3d\nB 2d\nEnd milestone; after A", ["B"]),
        ("A 3d\nB 2d after A; manual start=2027-03-04 finish=2027-03-05\nEnd milestone; after B", ["A"]),
        ("A 3d\nB 2d after A; MSO 2027-03-04\nEnd milestone; after B", ["A"]),
        ("A 3d\nB 2d after A SS\nEnd milestone; after B", ["A"]),
        ("A 3d\nB 2d after A SS\nC 50d\nEnd milestone; after A, B, C", []),
        ("Phase\n  A 3d\n  B 2d\nEnd milestone; after Phase", []),
    ],
)
def test_a_delay_is_followed_to_the_last_milestone(text: str, found: list[str]) -> None:
    plan = drawn(text)
    assert rows_of(asked(RULE, plan), plan) == found


def test_without_milestones_the_last_task_is_the_end() -> None:
    plan = drawn("A 3d\nB 20d after A\nC 1d")
    assert texts_of(asked(RULE, plan)) == ["However late 'C' is, 'B' keeps its date."]


def test_float_is_used_up_first() -> None:
    """200 days of float do not hide that the task leads to the end."""
    assert asked(RULE, drawn("Long 210d\nA 3d\nEnd milestone; after Long, A")).count == 0


def test_a_sample_is_spread_over_the_plan() -> None:
    chain = "\n".join(f"T{i} 1d" for i in range(95)) + "\nEnd milestone; after T0"
    plan = drawn(chain)
    assert asked(RULE, plan).population == 10
    assert asked(RULE, plan, samples=5).population == 5
    assert asked(RULE, plan, samples=1000).population == 95


def test_work_in_progress_can_be_delayed() -> None:
    plan = drawn("A 30d; actual start=2027-03-01; remaining 5d\nB 1d after A\nEnd milestone; after B")
    assert asked(RULE, plan).status is Status.PASS


def test_backward_plans_are_not_judged() -> None:
    result = asked(RULE, drawn("project: from finish; finish 2027-06-01\nA 3d\nB 2d after A"))
    assert result.status is Status.NOT_EVALUATED
    assert "backwards" in reason_of(result)


def test_a_finished_plan_is_not_judged() -> None:
    assert asked(RULE, drawn("A 3d; actual start=2027-03-01 finish=2027-03-03")).status is Status.NOT_EVALUATED
