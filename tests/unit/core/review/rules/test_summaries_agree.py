"""Summaries show the dates of the work below them."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "summaries-agree"


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("", 0),
        ("manual start=2027-03-01 finish=2027-03-04", 0),
        ("manual start=2027-03-01 finish=2027-03-05", 1),
        ("manual start=2027-03-01 finish=2027-03-02", 1),
    ],
)
def test_typed_dates_must_be_those_of_the_work(typed: str, count: int) -> None:
    assert asked(RULE, drawn(f"Phase {typed}\n  A 3d\n  B 1d after A")).count == count


def test_the_row_says_both() -> None:
    plan = drawn("Phase manual start=2027-03-01 finish=2027-03-02\n  A 3d\n  B 1d after A")
    assert texts_of(asked(RULE, plan)) == [
        "'Phase' shows Mon 1 Mar 2027 to Tue 2 Mar, but the work below it runs from Mon 1 Mar to Thu 4 Mar."
    ]


def test_summaries_that_are_done_and_plans_without_any_are_not_judged() -> None:
    done = "actual start=2027-03-01 finish=2027-03-03"
    plan = f"Phase manual start=2027-03-01 finish=2027-03-02\n  A 3d; {done}\nB 1d"
    assert asked(RULE, drawn(plan)).status is Status.NOT_EVALUATED
    assert asked(RULE, drawn("A 3d")).status is Status.NOT_EVALUATED


def test_inactive_work_below_is_no_work() -> None:
    assert asked(RULE, drawn("Phase\n  A 3d\n  B 20d; inactive")).status is Status.PASS
