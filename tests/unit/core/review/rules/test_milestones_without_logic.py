"""Events whose date nothing decides."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "milestones-without-logic"
PLAN = "Begin milestone\nA 3d after Begin\n{}\nEnd milestone; after A"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("M milestone", "alone"),
        ("M milestone; SNET 2027-03-08", "alone"),
        ("M milestone; manual start=2027-03-08 finish=2027-03-08", "alone"),
        ("M milestone; after A", ""),
        ("M milestone\nB 1d after M", "undated"),
        ("M milestone; SNET 2027-03-08\nB 1d after M", ""),
        ("M milestone; manual start=2027-03-08 finish=2027-03-08\nB 1d after M", ""),
        ("M finish milestone; after A", ""),
        ("M start milestone", "alone"),
        ("M milestone; actual start=2027-03-01 finish=2027-03-01", ""),
        ("M milestone; inactive", ""),
        ("Phase after A\n  M milestone", ""),
    ],
)
def test_a_milestone_waits_for_something_or_has_a_date_and_is_awaited(line: str, said: str) -> None:
    codes = [row.message.code for row in asked(RULE, drawn(PLAN.format(line))).rows]
    assert codes == ([f"rule.{RULE}.row.{said}"] if said else [])


def test_the_start_of_the_project_is_exempt_if_others_wait_for_it() -> None:
    assert asked(RULE, drawn("Begin milestone\nA 3d after Begin")).status is Status.PASS
    assert texts_of(asked(RULE, drawn("Begin milestone\nA 3d"))) == [
        "The milestone 'Begin' waits for nothing, and nothing waits for it."
    ]


def test_a_plan_without_milestones_is_not_judged() -> None:
    assert asked(RULE, drawn("A 3d\nB 1d after A")).status is Status.NOT_EVALUATED
