"""The critical path waits for work, not for dates."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "critical-path-gaps"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A 3d\nB 2d after A", ""),
        ("A 3d\nB 2d after A; SNET 2027-03-10", "constraint"),
        ("A 3d\nB 2d after A; SNET 2027-03-03", ""),
        ("A 3d\nB 2d after A; manual start=2027-03-10 finish=2027-03-11", "manual"),
        ("A 3d\nB 2d after A; delay 5ed", "delay"),
        ("A 3d; SNET 2027-03-10\nB 9d after A\nC 1d", "constraint"),
        ("A 3d\nB 1d; SNET 2027-03-02\nC 30d after A", ""),
        ("A 3d; SNET 2027-03-01", ""),
    ],
)
def test_a_gap_is_told_by_what_makes_it(text: str, said: str) -> None:
    codes = [row.message.code for row in asked(RULE, drawn(text)).rows]
    assert codes == ([f"rule.{RULE}.row.{said}"] if said else [])


def test_the_data_date_is_no_gap() -> None:
    plan = drawn("project: rules p6; data date 2027-03-10\nA 3d; SNET 2027-03-08\nB 2d after A")
    assert asked(RULE, plan).status is Status.PASS


def test_the_row_says_since_when_and_why() -> None:
    assert texts_of(asked(RULE, drawn("A 3d\nB 2d after A; SNET 2027-03-10"))) == [
        "'B' is on the critical path and starts on Wed 10 Mar 2027 because of its constraint, "
        "not of the work before it."
    ]


def test_backward_plans_are_not_judged() -> None:
    plan = drawn("project: from finish; finish 2027-06-01\nA 3d\nB 2d after A")
    assert asked(RULE, plan).status is Status.NOT_EVALUATED
